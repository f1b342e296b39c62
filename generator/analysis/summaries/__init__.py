"""A summary out of the document's own sentences: what speaks for each, which are chosen, whom their pronouns mean."""
