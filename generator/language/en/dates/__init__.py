"""When, in English: how dates are written, and what tense the clause around them has."""
