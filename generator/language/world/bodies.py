"""Bodies of several names: campuses of universities, "UCSD" and "University of California, San Diego"; news agencies by
their letters, "AFP".
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from generator.text.names import fold_name
from generator.text.wordlists import load_words

_JOINTS = (", ", " at ", " in ", " ", "-", "–", "—")
"""What stands between a university and its campus."""


class Campus(NamedTuple):
    """A campus by its own name."""

    system: str
    town: str
    short: tuple[str, ...]
    """What it is called for short."""


@cache
def list_campuses() -> tuple[Campus, ...]:
    """The campuses of all universities."""
    return tuple(campus for line in load_words("campuses.txt") for campus in _read(line))


def _read(line: str) -> Iterator[Campus]:
    system, called, campuses = (part.strip() for part in line.split("\t"))
    for one in campuses.split("; "):
        town, _, other = one.partition(" = ")
        own = [f"{short} {town}" for short in called.split("; ") if short != "-"]
        yield Campus(system, town, tuple(dict.fromkeys([*own, *filter(None, [other])])))


@cache
def campus_pattern() -> re.Pattern[str]:
    """A university with one of its campuses, as texts write it."""
    towns: dict[str, list[str]] = {}
    for campus in list_campuses():
        towns.setdefault(campus.system, []).append(re.escape(campus.town))
    joints = "|".join(map(re.escape, _JOINTS))
    whole = (rf"{re.escape(system)}(?:{joints})(?:{'|'.join(own)})" for system, own in towns.items())
    return re.compile(rf"\b(?:{'|'.join(whole)})\b(?!-)")


@cache
def _campus_names() -> Mapping[str, str]:
    """The folded names of each campus with the one by which it is known."""
    found: dict[str, str] = {}
    for campus in list_campuses():
        known = fold_name(f"{campus.system}, {campus.town}")
        forms = [f"{campus.system}{joint}{campus.town}" for joint in _JOINTS]
        for form in (*forms, *campus.short):
            found.setdefault(fold_name(form), known)
    return found


def campus_of(name: str) -> str | None:
    """The folded full name of the campus that a name is of."""
    return _campus_names().get(fold_name(name))


@cache
def _agencies() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for line in load_words("agencies.txt"):
        name, _, letters = line.partition("\t")
        found |= dict.fromkeys((name, *letters.split("; ")), fold_name(name))
    return found


def agency_of(name: str) -> str | None:
    """The folded name of the news agency that is credited by a name."""
    return _agencies().get(name)
