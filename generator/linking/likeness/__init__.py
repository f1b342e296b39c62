"""How much two briefs have in common: names, events and wording."""
