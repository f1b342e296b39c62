"""What part those have who stand beside the words of a happening: the table `frames.txt`, as one word is asked."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple, cast

from generator.language.en.inflection import plural, verb_forms
from generator.model import ArgumentRole
from generator.text.wordlists import load_sections


class Part(NamedTuple):
    """What part somebody or something has."""

    role: ArgumentRole
    of_people: ArgumentRole | None
    """The part of people, where it is another: one visits a town, but meets whom one visits; None: they have none."""


Frame = Mapping[str, Part | None]
"""By the place beside the words of a happening; None where what stands there has no part."""


@cache
def _sections() -> Mapping[str, tuple[tuple[frozenset[str], Frame], ...]]:
    """The sections of each kind, first that of all its words."""
    found: dict[str, list[tuple[frozenset[str], Frame]]] = {}
    for heading, lines in load_sections("frames.txt"):
        kind, _, words = heading.partition(": ")
        forms = frozenset(form for word in words.split() for form in (*verb_forms(word), plural(word)))
        found.setdefault(kind, []).append((forms, dict(_read(line.split()) for line in lines)))
    return {kind: tuple(sections) for kind, sections in found.items()}


def _read(words: list[str]) -> tuple[str, Part | None]:
    slot, *roles = words
    if roles == ["-"]:
        return slot, None
    named = [None if role == "-" else cast(ArgumentRole, role) for role in roles]
    return slot, Part(cast(ArgumentRole, named[0]), named[-1])


def find_frame(kind: str, words: Iterable[str]) -> Frame:
    """The frame of a happening by its words in lower case; what holds for some words goes before what holds for all."""
    inside = frozenset(words)
    found: dict[str, Part | None] = {}
    for own, frame in (*_sections()["any"], *_sections().get(kind, ())):
        if not own or own & inside:
            found |= frame
    return {**found, "passive": found.get("passive", found.get("object"))}
