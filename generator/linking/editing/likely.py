"""Entities that may be one and that no rule makes one: spelled nearly alike, or called alike and read as two types.

These are questions for the curator, never merges. Candidates share a feature, so that the cost is near-linear.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from generator.linking.identity.entities import Group
from generator.linking.identity.forms import fold
from generator.linking.identity.keys import Key
from generator.text.names import initials, is_acronym

DIGITS = re.compile(r"\d+")
"""What no spelling mistake changes: the number of a thing."""
MOST_SHARING = 8
"""A feature that more entities have tells nothing."""
SHORTEST_GIVEN, SHORTEST_SURNAME, SHORTEST_NAME = 3, 5, 8
"""Letters of what may be misspelled."""
FEW_BRIEFS = 20
"""Of a name that several have, so many are asked about at once."""


class Likely(NamedTuple):
    """Entities that may be one, with what speaks for it."""

    keys: tuple[Key, ...]
    why: str


def find_likely(groups: Mapping[Key, Group]) -> list[Likely]:
    """All candidates, each pair once, in the order of their keys."""
    found: dict[tuple[Key, ...], str] = {}
    sharing: defaultdict[tuple[str, ...], list[Key]] = defaultdict(list)
    for key in sorted(groups):
        for feature in dict.fromkeys(list_features(key, groups[key].name)):
            sharing[feature].append(key)
    for feature, keys in sharing.items():
        if len(keys) < 2:
            continue
        if feature[0] == "several":
            found.setdefault(tuple(keys[:FEW_BRIEFS]), "a name that several have")
        elif len(keys) <= MOST_SHARING:
            for one, other in combinations(keys, 2):
                if why := compare(one, other, groups):
                    found.setdefault((one, other), why)
    return [Likely(keys, why) for keys, why in sorted(found.items())]


def list_features(key: Key, name: str) -> Iterator[tuple[str, ...]]:
    """What two entities that may be one have in common."""
    words = key.name.split()
    if key.brief:
        if key.type != "Person":
            yield "several", key.type, key.name
        return
    yield "name", key.name
    if key.type == "Person":
        if len(words) > 1:
            yield "order", " ".join(sorted(words))
            yield "ends", words[0], words[-1]
            yield "letters", words[-1], "".join(sorted(words[0]))
            yield from (("given", words[-1], part) for part in shorten(words[0], SHORTEST_GIVEN))
            yield from (("surname", words[0], part) for part in shorten(words[-1], SHORTEST_SURNAME))
    else:
        yield from (("whole", key.type, part) for part in shorten("".join(words), SHORTEST_NAME))
        if key.type == "Organization":
            letters = name.replace(".", "") if is_acronym(name) else initials(name) if len(words) > 2 else ""
            if letters:
                yield "acronym", letters


def shorten(word: str, least: int) -> list[str]:
    """The word, and the word without each of its letters; nothing for a word too short."""
    return [] if len(word) < least else [word, *(word[:at] + word[at + 1 :] for at in range(min(len(word), 30)))]


def compare(one: Key, other: Key, groups: Mapping[Key, Group]) -> str | None:
    """What speaks for it that two entities are one; None where nothing does."""
    if one.name == other.name:
        return f"called alike, read as {one.type.lower()} and {other.type.lower()}" if one.type != other.type else None
    if one.type != other.type or DIGITS.findall(one.name) != DIGITS.findall(other.name):
        return None
    if one.type != "Person":
        short = [is_acronym(groups[key].name) for key in (one, other)]
        if short[0] != short[1]:
            return "the first letters of the other name" if one.type == "Organization" else None
        return "spelled nearly alike" if is_near(one.name.replace(" ", ""), other.name.replace(" ", "")) else None
    left, right = one.name.split(), other.name.split()
    if sorted(left) == sorted(right):
        return "the same words in another order"
    if (left[0], left[-1]) == (right[0], right[-1]):
        return "the same first and last name"
    if left[-1] == right[-1] and (sorted(left[0]) == sorted(right[0]) or is_near(left[0], right[0])):
        return "the same surname, first names spelled nearly alike"
    if left[0] == right[0] and is_near(left[-1], right[-1]):
        return "the same first name, surnames spelled nearly alike"
    return None


def is_near(one: str, other: str) -> bool:
    """Whether one letter more, one less, another one or two changed places make the one word the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or (left[:2][::-1] + left[2:]) == right


def find_full_names(groups: Mapping[Key, Group]) -> Mapping[str, tuple[Key, ...]]:
    """The persons with a full name, by each of their folded first and last words."""
    found: defaultdict[str, list[Key]] = defaultdict(list)
    for key in sorted(groups):
        words = fold(groups[key].name).split()
        if key.type == "Person" and len(words) > 1 and len(words[0]) > 1:
            for word in {words[0], words[-1]}:
                found[word].append(key)
    return {word: tuple(keys) for word, keys in found.items()}
