"""The words by which French names are told (`names.txt`), and how a word with a capital looks."""

import re
from functools import cache

from generator.text.wordlists import load_sections

UPPER = "A-ZÀ-ÖØ-Þ"
_PART = rf"[{UPPER}]\w*(?:[-‑]\w+)*(?:['’][{UPPER}]\w+)?"
WORD = rf"(?:[DNMO]['’])?{_PART}"
"""A capitalized word with what is tied to it: Saint-Étienne, N'Diaye, d'Hondt."""


@cache
def list_words(name: str) -> frozenset[str]:
    """The words of one section of `names.txt`; sections of phrases have one on each line."""
    lines = dict(load_sections("fr/names.txt"))[name]
    words = (
        lines
        if name in ("places", "body heads", "small bodies", "place words before", "no names")
        else " ".join(lines).split()
    )
    return frozenset(words)


@cache
def any_of(name: str) -> str:
    """The pattern for any of them, the longest first."""
    words = sorted(list_words(name), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s").replace("'", "['’]") for word in words) + ")"
