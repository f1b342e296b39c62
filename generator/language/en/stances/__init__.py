"""Who denies, refuses, demands or holds what, in English, read from the parse."""
