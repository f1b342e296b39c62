"""Sentences glued to the one before: "on Sunday.Addressing". A name with a full stop inside ("Node.js") is whole."""

import re

from generator.language.rules.lexicon import is_calendar
from generator.text.wordlists import load_set

GLUED = (
    r"(?:(?<=[a-z\u00df-\u00ff]{2})|(?<=[a-z]\))|(?<=\b(?:19|20)\d\d))(?P<glue>[.!?][\u201d\u00bb]?)"
    r"(?=[\"\u201c\u00ab]?[A-Z\u00c0-\u00de](?:[a-z\u00df-\u00ff]| ))"
)
"""An end mark between a word in lower case, a bracket or a year and a capital, without white space."""
BEFORE = re.compile(r"(?:^|[\s(\[\"\u201c\u2018\u00ab\u2014\u2013])([^\s\"\u201c\u2018\u00ab(\[\u2014\u2013]{1,40})$")
"""What stands before the mark up to white space or an opening mark."""
WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*[)\]\u2019\u201d%]?|(?:19|20)\d\d")
"""A word or a year, and no part of an address, a number or a file name."""
AFTER = re.compile(r"[\"\u201c\u00ab]?([^\W\d_]+(?:['\u2019-][^\W\d_]+)*)(?=[,;:.!?)\"\u201d\u2019]{0,4}(?:\s|$))")
SUFFIXES = frozenset({"Com", "Net", "Org", "Gov", "Edu", "Io", "Js", "Ai", "Co"})
"""Ends of addresses and names of software that are written with a capital."""
UNENDING = frozenset({"and", "or", "the", "a", "an", "of", "to"})
"""Words with which no sentence ends."""
LEAST = 3
"""Words that a sentence has before one is cut from its end."""
LOOK_BACK = 2000
"""Characters over which straight quotation marks are counted."""


def glued_end(text: str, mark: re.Match[str], start: int, end: int) -> int | None:
    """Where the sentence that began at `start` ends at a mark without white space behind; None where it goes on."""
    before = BEFORE.search(text, max(start, mark.start() - 42), mark.start())
    after = AFTER.match(text, mark.end(), min(end, mark.end() + 42))
    if (
        before is None
        or after is None
        or not WORD.fullmatch(before[1])
        or after[1] in SUFFIXES
        or before[1] in UNENDING
    ):
        return None
    if len(text[max(start, mark.start() - 200) : mark.start()].split()) < LEAST:
        return None
    if before[1][0].isupper() and not (is_calendar(before[1]) or is_opening(after[1])):
        # "Widget.Builder"
        return None
    if text[mark.end()] == '"' and text.count('"', max(start, mark.start() - LOOK_BACK), mark.start()) % 2:
        return mark.end() + 1
    return mark.end()


def is_opening(word: str) -> bool:
    """Whether a capitalized word is one with which a sentence begins, and no name."""
    return word.lower() in load_set("sentence_openers.txt") or word.endswith(("ing", "ed", "ly"))
