"""Which pairs of short reports are found to be of one origin: `python -m evaluation.lineages`."""
