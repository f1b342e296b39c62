"""The fallback for other languages, and what rules know better than the model: titles, acronym definitions, lists."""
