"""How well happenings are found: in sentences, in stories of several articles, and in a draw for the eye."""
