"""The words of `stances.txt`, each in all its forms."""

from functools import cache

from generator.language.en.inflection import plural, verb_forms
from generator.language.trees import Trees
from generator.text.wordlists import load_sections

_NOUNS = frozenset({"assertion", "worry", "demand", "deed", "not to be had", "unacceptable", "finding"})
"""Sections of nouns and adjectives; all others are of verbs."""


@cache
def _sections() -> dict[str, frozenset[str]]:
    """All forms of the words of each section; the particle of a verb behind "_"."""
    found = {}
    for heading, entries in load_sections("stances.txt"):
        forms = set[str]()
        for entry in entries:
            word, mark, particle = entry.partition("_")
            own = (word, plural(word)) if heading in _NOUNS else verb_forms(word)
            forms |= {f"{form}{mark}{particle}" for form in own}
        found[heading] = frozenset(forms)
    return found


def is_one(heading: str, word: str) -> bool:
    """Whether a word in lower case is a form of an entry of a section."""
    return word in _sections()[heading]


def is_verb_of(trees: Trees, at: int, heading: str) -> bool:
    """Whether a word of the parse is a verb of a section, with its particle where it has one."""
    if trees.pos(at) not in ("VERB", "AUX"):
        return False
    forms, word = _sections()[heading], trees.lower(at)
    if word in forms:
        return True
    beside = trees.having(at, "compound:prt", "advmod")
    return any(f"{word}_{trees.lower(child)}" in forms for child in beside if child > at)


def is_noun_of(trees: Trees, at: int, heading: str) -> bool:
    """Whether a word of the parse is a noun of a section."""
    return trees.pos(at) in ("NOUN", "ADJ") and is_one(heading, trees.lower(at))


@cache
def list_first() -> frozenset[str]:
    """The words at which a rule may find something."""
    return frozenset(form.partition("_")[0] for forms in _sections().values() for form in forms)
