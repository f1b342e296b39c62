"""Briefs: from a folder of sources to a briefing site in which every finding points at its words."""

__version__ = "0.1.0"
