"""Exports of news databases: one file with many articles, each of which becomes a source of its own."""
