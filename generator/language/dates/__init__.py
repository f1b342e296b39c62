"""What a date expression of any language means: an expression, its value by the day of writing, and the rule."""
