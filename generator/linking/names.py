"""Names as keys: two names are compared after folding, never by likeness."""

import re
from functools import lru_cache

from generator.linking.plain import list_generic, list_legal_forms, list_many, list_short
from generator.text.countries import find_country
from generator.text.name_cultures import is_hungarian, is_japanese, split_name
from generator.text.names import fold_name

INSERTED = re.compile(r" \([A-Z][A-Za-z.&-]{0,14}\)")
"""An acronym set in brackets inside or after a name: "Health Agency (HA) in Europe"."""
MARKS = str.maketrans({"'": "", "’": "", "‘": "", "&": " and "})
"""Marks that are set or left out freely: Xi'an, Sons & Co."""

LEADING = re.compile(r"(?:[A-Z]\. ?){2,4}(?=[A-Z])")
"""Several initials for a first name: "M. K. Stalin"."""
EL = re.compile(r"\b[Ee]l-(?=[A-Z])")
"""The other spelling of the article "al-"."""

MOST_WORDS = 4
"""Of the name of a country at the start of another name."""


@lru_cache(maxsize=1 << 18)
def fold(name: str) -> str:
    """The name as it is compared: `fold_name` of it, without an acronym in brackets. Never empty for a name."""
    return fold_name(INSERTED.sub("", name).translate(MARKS)) or name


@lru_cache(maxsize=1 << 18)
def fold_organization(name: str) -> str:
    """The name folded, with the country it begins with in full and without a legal form at its end.

    "U.S. Congress" is "united states congress", "Apple Inc." is "apple".
    """
    words = name.split()
    for size in range(min(len(words) - 1, MOST_WORDS), 0, -1):
        if country := find_country(" ".join(words[:size])):
            name = " ".join((country.name, *words[size:]))
            break
    folded = fold(name).split()
    while len(folded) > 1 and folded[-1] in list_legal_forms():
        folded.pop()
    return " ".join(folded)


@lru_cache(maxsize=1 << 18)
def is_generic(name: str) -> bool:
    """Whether several bear the name: "Supreme Court" in each country, "United States Embassy" in each capital."""
    generic = list_generic()
    if fold(name) in list_short():
        return True
    if begins_with_country(name) and any(fold_organization(name).endswith(f" {body}") for body in list_many()):
        return True
    return all(word in generic for word in fold(name).split())


def begins_with_country(name: str) -> bool:
    """Whether the name is that of a country and one to three words."""
    words = name.split()
    return any(find_country(" ".join(words[:-size])) for size in range(1, min(MOST_WORDS, len(words))))


@lru_cache(maxsize=1 << 18)
def split_initials(name: str) -> tuple[str, str]:
    """A person's folded name in western order without middle initials, and these: `("wendy sherman", "r")`."""
    parts = split_name(name)
    if is_hungarian(parts) or is_japanese(parts):
        first, last = name.split()[:2]
        name = f"{last} {first}"
    if leading := LEADING.match(name):
        name = f"{leading[0].replace(' ', '')} {name[leading.end() :]}"
    words = fold(EL.sub("al-", name)).split()
    initials = [word for word in words[1:-1] if len(word) == 1]
    kept = [word for at, word in enumerate(words) if at in (0, len(words) - 1) or len(word) > 1]
    return " ".join(kept), " ".join(initials)
