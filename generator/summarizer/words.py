"""The words of a sentence as they are compared: names, numbers, and the others without their endings."""

import re
from functools import cache

from generator.language.wording import MONTHS, WEEKDAYS
from generator.text.wordlists import load_pairs, load_sections, load_set

_TOKEN = re.compile(r"[^\W_]+(?:[.,:/'’-][^\W_]+)*%?|%")
_OWNED = re.compile(r"['’](?:s|S)$")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y")
_STEM = 4
"""Letters of what remains of a word without its ending."""


def tokens_of(text: str) -> list[str]:
    """The words and numbers of a text, without the 's of an owner."""
    return [_OWNED.sub("", match[0]) for match in _TOKEN.finditer(text)]


def stem_of(token: str) -> str:
    """A word without its ending: "attacked" and "attacks" are "attack"."""
    word = token.lower()
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word


@cache
def words_of(section: str) -> frozenset[str]:
    """A section of the list of what a written sentence must have in common with its sources."""
    return frozenset(dict(load_sections("written_words.txt"))[section])


@cache
def number_words() -> frozenset[str]:
    """Words that count."""
    listed = dict(load_sections("number_words.txt"))
    counted = {line.split()[0] for name in ("cardinals", "scales") for line in listed[name]}
    return frozenset(counted) | words_of("numbers")


@cache
def plain_words() -> frozenset[str]:
    """Words that say little, in lower case."""
    return frozenset(load_pairs("function_words.txt")["en"].split()) | load_set("sentence_openers.txt")


def is_number(token: str) -> bool:
    """Whether a token counts: "126,000", "F-16", "twenty-five", "half"."""
    return any(char.isdigit() for char in token) or any(part in number_words() for part in token.lower().split("-"))


def is_day(token: str) -> bool:
    """Whether a token tells when: "May", "Monday", "yesterday"."""
    return token.lower() in words_of("days") or (token[:1].isupper() and token.lower() in {*MONTHS, *WEEKDAYS})


def is_name(token: str) -> bool:
    """Whether a token is written as names are."""
    return any(char.isupper() for char in token)


def is_content(token: str) -> bool:
    """Whether a token says what a sentence is about."""
    return token.lower() not in plain_words() and not is_number(token)
