"""Which briefs tell one story: related briefs and themes beside gold."""
