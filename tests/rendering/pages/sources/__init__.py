"""The pages about where reports come from."""
