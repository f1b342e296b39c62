"""Which briefs are of one origin."""
