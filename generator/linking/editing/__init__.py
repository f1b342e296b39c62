"""What the curator decided, put into the collection, and what only a person can decide."""
