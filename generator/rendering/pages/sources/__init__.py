"""The pages about where reports come from: agencies and media, versions of one report."""
