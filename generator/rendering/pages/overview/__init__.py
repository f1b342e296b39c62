"""The pages about the collection as a whole, beside its lists: what is new, what is disputed."""
