"""Roles in English: what a text says that a person is."""
