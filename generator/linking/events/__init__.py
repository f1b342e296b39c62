"""Events of the whole collection, out of what sentences tell."""
