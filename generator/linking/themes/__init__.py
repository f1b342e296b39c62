"""Themes: the briefs of one story together."""
