"""The oppositions of a library turned round: which brief tells of which, and which words are of a side."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model import Evidence, Opposition


@dataclass(frozen=True, slots=True)
class Opposed:
    """The oppositions by brief and by words."""

    told_in: Mapping[str, tuple[Opposition, ...]]
    """For each brief, the oppositions of which it tells."""
    words: frozenset[Evidence]
    """The words of all sides of them."""


def find_opposed(oppositions: Iterable[Opposition]) -> Opposed:
    """Turn the oppositions round."""
    found: defaultdict[str, list[Opposition]] = defaultdict(list)
    words = set[Evidence]()
    for opposition in oppositions:
        words |= {position.words for side in opposition.sides for position in side.positions}
        for brief in opposition.briefs:
            found[brief].append(opposition)
    return Opposed({brief: tuple(told) for brief, told in found.items()}, frozenset(words))
