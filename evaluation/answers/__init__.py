"""How often the first answer of `briefs ask` is right: thirty questions on the two seeds and twenty own texts."""
