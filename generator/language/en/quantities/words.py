"""The words around numbers, from `lists/quantities`: units, comparators, and what makes a number count nothing."""

from collections.abc import Mapping
from functools import cache
from typing import get_args

from generator.model import Comparator
from generator.text.wordlists import load_sections

COMPARATORS: tuple[Comparator, ...] = get_args(Comparator)


@cache
def _sections() -> Mapping[str, tuple[str, ...]]:
    return dict(load_sections("quantity_words.txt"))


@cache
def words_of(section: str) -> frozenset[str]:
    """The words of a section."""
    return frozenset(word for line in _sections()[section] for word in line.split())


@cache
def load_units(section: str) -> Mapping[tuple[str, ...], str]:
    """The units of a section by their words in lower case, each as the program writes it."""
    lines = (line.split() for line in _sections()[section])
    return {tuple(form.split("_")): unit.replace("_", " ") for unit, *forms in lines for form in forms}


@cache
def load_signs() -> Mapping[str, str]:
    """What is written before an amount of money, letter by letter, with its unit as the program writes it."""
    lines = (line.split() for line in (*_sections()["signs"], *_sections()["loose units"]))
    return {form: unit for unit, *forms in lines for form in forms}


@cache
def load_comparators() -> Mapping[tuple[str, ...], Comparator]:
    """What stands before a number and compares, by its words in lower case."""
    return {tuple(line.split()): name for name in COMPARATORS for line in _sections()[name]}


@cache
def load_endings() -> Mapping[tuple[str, ...], Comparator]:
    """The same of what stands behind: "or more"."""
    found: dict[tuple[str, ...], Comparator] = {}
    for line in _sections()["behind"]:
        name = next(name for name in COMPARATORS if line.startswith(f"{name} "))
        found[tuple(line.removeprefix(name).split())] = name
    return found
