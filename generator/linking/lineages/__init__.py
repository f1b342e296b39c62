"""Which briefs are of one origin: by their wording, by the agency that is credited."""
