"""Which briefs are like each other, and how much of that is left without the one name that says most."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import nlargest
from typing import NamedTuple

from generator.linking.likeness.vectors import Field, Vector

COMMON = 100
"""A feature of more briefs than this finds no candidates; it still counts between briefs that others find."""
CANDIDATES = 25
"""Briefs that are looked at closely, for each brief."""


NAME = 3
"""Shared words that are worth a shared name."""


class Pair(NamedTuple):
    """One brief as another sees it."""

    brief: str
    """The other."""
    score: float
    """The product of their vectors, 0 to 1."""
    rest: float
    """What is left of it without the name that gives most, its words included."""
    others: int
    """How much more they share in things: a further name is worth `NAME` words that stand in no name."""
    is_named: bool
    """Whether they share a name that is neither a country nor a medium, or an event."""


def find_pairs(field: Field) -> dict[str, list[Pair]]:
    """The briefs most like each brief, best first, of equals by id; at most `CANDIDATES`.

    Of several versions of a text the newest; an older one is compared with it and with those that are like it, the
    newest with the one before it.
    """
    near = {brief: find_candidates(brief, field) for brief in field.vectors if brief not in field.versions}
    before = {newest: brief for brief, newest in reversed(list(field.versions.items()))}
    older = {brief: [newest, *near[newest]] for brief, newest in field.versions.items()}
    newest = {brief: [*near[brief], before[brief]] for brief in before}
    return {brief: rank_pairs(brief, found, field) for brief, found in sorted((near | newest | older).items())}


def rank_pairs(brief: str, near: Iterable[str], field: Field) -> list[Pair]:
    """The briefs near one, the likest first."""
    pairs = [weigh_pair(other, multiply(field.vectors[brief], field.vectors[other]), field) for other in near]
    return sorted(pairs, key=lambda pair: (-pair.score, pair.brief))


def find_candidates(brief: str, field: Field) -> list[str]:
    """The briefs that share most by their less common features, at most `CANDIDATES`."""
    score: defaultdict[str, float] = defaultdict(float)
    for feature, weight in field.vectors[brief].items():
        carriers = field.carriers[feature]
        if 1 < len(carriers) <= COMMON:
            for other, there in carriers:
                score[other] += weight * there
    score.pop(brief, None)
    least = min(nlargest(CANDIDATES, score.values()), default=0.0)
    best = [other for other, value in score.items() if value >= least]
    return sorted(best, key=lambda other: (-round(score[other], 9), other))[:CANDIDATES]


def multiply(one: Vector, other: Vector) -> Vector:
    """The product of two vectors, term by term."""
    return {feature: one[feature] * other[feature] for feature in one.keys() & other.keys()}


def weigh_pair(other: str, shared: Vector, field: Field) -> Pair:
    """What a pair has in common, in numbers. Sums are of sorted terms, so that both sides see the same."""
    score = min(1.0, sum(sorted(shared.values())))
    names = weigh_names(shared, field.words)
    rest = score - max(names.values(), default=0.0)
    words = sum(field.features[feature].kind == "wording" and feature not in field.names for feature in shared)
    is_named = any(feature not in field.slight and field.features[feature].kind != "wording" for feature in shared)
    return Pair(other, round(score, 6), round(rest, 6), words + NAME * max(0, len(names) - 1), is_named)


def weigh_names(shared: Vector, words: Mapping[int, frozenset[int]]) -> dict[int, float]:
    """What each shared entity gives, with the words of its names."""
    return {
        feature: weight + sum(sorted(shared[word] for word in words[feature] if word in shared))
        for feature, weight in shared.items()
        if feature in words
    }
