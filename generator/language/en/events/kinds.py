"""The table of kinds: what each is, and which words tell it in which surroundings (`kinds.txt`)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Literal, cast

from generator.language.en.inflection import plural, verb_forms
from generator.model import ENTITY_TYPES
from generator.text.wordlists import load_sections

Form = Literal["verb", "noun", "light", "phrase"]
FORMS: tuple[Form, ...] = ("verb", "noun", "light", "phrase")
_NAMES = ("@organization", "@place", "@human", "@brand")
"""Classes of names alone; a "@person" may be a noun too."""
_THINGS = ("@work", "@product", "@vehicle", "@bill", "@find", "@facility", "@prize")
_CLASS = ("@", "=")
"""A class of nouns, in both numbers; a class of words as they stand."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What must, or must not, stand beside a word: "object @person", "not of mountain"."""

    slot: str
    """A key of `Slots`, `carried`, `text` for all words of the text, or a preposition."""
    words: frozenset[str]
    """Any of these fills it, in any form of the noun; "some": whatever is there."""
    types: frozenset[str]
    """Names of these types fill it too."""
    is_wanted: bool


@dataclass(frozen=True, slots=True)
class Sense:
    """A word as it tells one kind of happening."""

    kind: str
    form: Form
    particle: str = ""
    """What a verb goes with: "down" of "step down"."""
    path: tuple[str, ...] = ()
    """Of a phrase what stands behind its verb: ("office",), ("into", "force")."""
    conditions: tuple[Condition, ...] = ()

    @property
    def rule(self) -> str:
        """The section that it is of."""
        return f"{self.kind}: {self.form}"


Senses = Mapping[str, tuple[Sense, ...]]
"""Senses by each form of the word."""


@dataclass(frozen=True, slots=True)
class Table:
    """The words of all kinds."""

    verbs: Senses
    nouns: Senses
    phrases: Senses
    """By the verb."""
    carriers: Senses
    """The verbs that carry a noun of a kind: "held" talks, "carried" out an attack."""
    present: frozenset[str]
    """The forms of verbs that are of the present tense or bare, and of no other."""
    bare: frozenset[str]
    """Those of them that are bare: "meet"."""


@cache
def load_definitions() -> Mapping[str, str]:
    """What each kind is, in a line."""
    return {kind: lines[0] for kind, lines in load_sections("kinds.txt") if kind.isalpha()}


@cache
def load_class(name: str) -> frozenset[str]:
    """The words of a class: of "@vehicle" singular and plural, of "=habit" as they stand."""
    words = [word for line in dict(load_sections("kinds.txt"))[name] for word in line.split()]
    if name == "@person":
        things = frozenset().union(*map(load_class, _THINGS))
        listed = [noun for _, nouns in load_sections("person_nouns.txt") for noun in nouns]
        # "Model", "figure" and "star" are things more often than people.
        words += [noun for noun in listed if noun not in things]
    return frozenset(words) if name.startswith("=") else _both(words)


def _both(words: Iterable[str]) -> frozenset[str]:
    found = list(words)
    return frozenset(word.lstrip("=") for word in found) | {plural(word) for word in found if word[0] != "="}


@cache
def load_table() -> Table:
    """The table, read once."""
    found: dict[str, dict[str, list[Sense]]] = {form: {} for form in FORMS}
    bare: set[str] = set()
    present: set[str] = set()
    for heading, lines in load_sections("kinds.txt"):
        kind, _, form = heading.partition(": ")
        for line in lines if form in found else ():
            for word, sense in _read(kind, cast(Form, form), line):
                found[form].setdefault(word, []).append(sense)
            for own in _first_words(line, form) if form != "noun" else ():
                base, third, *others = verb_forms(own)
                bare |= {base} - set(others)
                present |= {base, third} - set(others)
    verb, noun, light, phrase = ({word: tuple(senses) for word, senses in found[form].items()} for form in FORMS)
    return Table(verb, noun, phrase, light, frozenset(present), frozenset(bare))


@cache
def list_words() -> frozenset[str]:
    """The words at which a happening may be told."""
    table = load_table()
    return frozenset({*table.verbs, *table.nouns, *table.phrases})


def _first_words(line: str, form: str) -> list[str]:
    """The words of a line without particles; of a phrase its verb."""
    entries = line.partition("\t")[0].split()
    return [entry.partition("_")[0] for entry in (entries[0].split("/") if form == "phrase" else entries)]


def _read(kind: str, form: Form, line: str) -> Iterator[tuple[str, Sense]]:
    """The senses of a line by each form of its words."""
    entries, _, told = line.partition("\t")
    conditions = tuple(_condition(part.split()) for part in told.split(";") if part.strip())
    for entry in [entries] if form == "phrase" else entries.split():
        first, *path = entry.split()
        for way in product(*(part.split("/") for part in path)):
            for own in first.split("/"):
                word, _, particle = own.partition("_")
                sense = Sense(kind, form, particle, way, conditions)
                yield from ((form_of, sense) for form_of in dict.fromkeys(_forms(word, form)))


def _forms(word: str, form: Form) -> tuple[str, ...]:
    if word.startswith("="):
        return (word[1:],)
    return (word, plural(word)) if form == "noun" else verb_forms(word)


def _condition(words: list[str]) -> Condition:
    is_wanted = words[0] != "not"
    slot, *own = words if is_wanted else words[1:]
    classes = [word for word in own if word.startswith(_CLASS)]
    named = frozenset(kind for kind in (*ENTITY_TYPES, "Human", "Brand") if f"@{kind.lower()}" in classes)
    listed = [load_class(name) for name in classes if name not in _NAMES]
    return Condition(slot, _both(word for word in own if word not in classes).union(*listed), named, is_wanted)
