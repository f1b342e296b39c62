"""English: its lists, its model, and the rules for what it says."""
