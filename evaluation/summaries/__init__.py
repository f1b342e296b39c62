"""Summaries beside people's and beside those of other programs."""
