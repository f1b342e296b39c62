"""People's names in any culture: their words, how people are called for short, what stands before and behind."""
