"""Who and what a document names: which mentions are one entity."""
