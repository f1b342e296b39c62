"""Nouns that say what a person is: offices and occupations, what one is to another, forms of address."""

from functools import cache
from typing import Literal

from generator.text.wordlists import load_sections

PersonNoun = Literal["role", "relation", "address"]
KINDS: dict[str, PersonNoun] = {"roles": "role", "relations": "relation", "address": "address"}
"""The heading of each section of the list, and what its words are."""
PREFIXES = ("ex-", "vice-", "co-", "then-")
PLURALS = (("ies", "y"), ("men", "man"), ("wives", "wife"), ("es", "e"), ("es", ""), ("s", ""))
"""Endings of plurals, each with that of the singular."""


@cache
def _nouns() -> dict[str, PersonNoun]:
    return {word: KINDS[heading] for heading, words in load_sections("person_nouns.txt") for word in words}


def classify_person(word: str) -> PersonNoun | None:
    """What a noun says of a person, singular or plural; of "prize-winner" the last part counts. None: nothing."""
    lower = word.lower().replace("\u2019", "'")
    return next((_nouns()[form] for form in (*_forms(lower), *_singulars(lower)) if form in _nouns()), None)


def is_plural_person(word: str) -> bool:
    """Whether a noun speaks of several people: "senators", "sons"."""
    lower = word.lower()
    return not any(form in _nouns() for form in _forms(lower)) and any(f in _nouns() for f in _singulars(lower))


def _forms(word: str) -> list[str]:
    """The word, without a prefix, and its last part."""
    bare = next((word.removeprefix(prefix) for prefix in PREFIXES if word.startswith(prefix)), word)
    return [word, bare, word.rpartition("-")[2]]


def _singulars(word: str) -> list[str]:
    """What the word may be the plural of."""
    made = [word.removesuffix(ending) + single for ending, single in PLURALS if word.endswith(ending)]
    return [form for single in made for form in _forms(single)]
