"""Names in English: the model's reading, with what rules know better, in one chain."""
