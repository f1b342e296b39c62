"""Which briefs tell one story: groups with more in common inside than their ties to all others lead to expect.

The groups maximize the sum of the scores inside them less `EXPECTED` times the square of each group's ties (modularity
after Newman and Girvan 2004 with a null model of fixed size, by the moves of Blondel et al. 2008). As the null model
does not grow with the collection, a story is the same in a small collection and in a large one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.linking.likeness.pairs import NAME, Pair

LEAST_SCORE = 0.14
LEAST_REST = 0.08
UNNAMED_SCORE = 0.3
"""Of two briefs without a name in common: two fires or two crashes are told with the same words."""
EXPECTED = 0.002
PART_SCORE, PART_EXPECTED = 0.2, 0.02
"""Of the parts into which a large story splits: they must be closer, and may be smaller."""
MOST_ROUNDS = 10
"""Rounds of moves on one level; nearly all are settled after three."""

Ties = dict[int, float]
"""How strongly a node is tied to others, by their numbers."""


@dataclass(frozen=True, slots=True)
class Level:
    """Briefs, or groups of them, and what ties them."""

    ties: Sequence[Ties]
    within: Sequence[float]
    """What ties the briefs inside each node, counted from both ends."""


def group_stories(pairs: Mapping[str, Sequence[Pair]]) -> list[list[str]]:
    """The groups of two briefs or more, each sorted, in the order of their first briefs."""
    return group_close(sorted(pairs), pairs, LEAST_SCORE, EXPECTED)


def split_story(briefs: Sequence[str], pairs: Mapping[str, Sequence[Pair]]) -> list[list[str]]:
    """The closer groups within one story; none where it is one."""
    parts = group_close(sorted(briefs), pairs, PART_SCORE, PART_EXPECTED)
    return parts if len(parts) > 1 else []


def group_close(
    briefs: Sequence[str], pairs: Mapping[str, Sequence[Pair]], least: float, expected: float
) -> list[list[str]]:
    """The groups among these briefs, with ties of a score of `least` or more."""
    level = tie_briefs(briefs, pairs, least)
    groups = [[number] for number in range(len(briefs))]
    while True:
        places = move_nodes(level, expected)
        joined = gather(places)
        if len(joined) == len(groups):
            break
        groups = [[brief for node in nodes for brief in groups[node]] for nodes in joined]
        level = merge_nodes(level, places, joined)
    return sorted(sorted(briefs[number] for number in group) for group in groups if len(group) > 1)


def tie_briefs(briefs: Sequence[str], pairs: Mapping[str, Sequence[Pair]], least: float) -> Level:
    """The briefs as nodes; what one of two sees in the other ties both."""
    numbers = {brief: number for number, brief in enumerate(briefs)}
    ties: list[Ties] = [{} for _ in briefs]
    for brief, number in numbers.items():
        for pair in pairs[brief]:
            other = numbers.get(pair.brief)
            if other is not None and is_close(pair, least):
                ties[number][other] = ties[other][number] = pair.score
    return Level(ties, [0.0] * len(briefs))


def is_close(pair: Pair, least: float) -> bool:
    """Whether two briefs may tell one story: they share a name, and more than that; or nearly all words that matter."""
    is_enough = pair.rest >= LEAST_REST and pair.others >= NAME
    return is_enough and pair.score >= (least if pair.is_named else max(least, UNNAMED_SCORE))


def move_nodes(level: Level, expected: float) -> list[int]:
    """For each node the group that it ends in, from one group for each; groups are called by a node."""
    strength = [sum(sorted(ties.values())) + inner for ties, inner in zip(level.ties, level.within, strict=True)]
    places, total = list(range(len(strength))), list(strength)
    for _ in range(MOST_ROUNDS):
        moved = False
        for node, ties in enumerate(level.ties):
            old = places[node]
            total[old] -= strength[node]
            new = choose_place(old, list_gains(ties, places), strength[node] * expected, total)
            total[new] += strength[node]
            places[node] = new
            moved = moved or new != old
        if not moved:
            break
    return places


def list_gains(ties: Ties, places: Sequence[int]) -> dict[int, float]:
    """What ties a node to each group, by the group."""
    gains: defaultdict[int, float] = defaultdict(float)
    for other, tie in ties.items():
        gains[places[other]] += tie
    return gains


def choose_place(old: int, gains: Mapping[int, float], cost: float, total: Sequence[float]) -> int:
    """The group that gains most by a node; where several do, the one in which it is, else the first."""
    worth = {place: round(gain - cost * total[place], 9) for place, gain in gains.items()}
    worth.setdefault(old, round(-cost * total[old], 9))
    return max(sorted(worth), key=lambda place: (worth[place], place == old))


def gather(places: Sequence[int]) -> list[list[int]]:
    """The nodes of each group."""
    nodes: dict[int, list[int]] = {}
    for node, place in enumerate(places):
        nodes.setdefault(place, []).append(node)
    return list(nodes.values())


def merge_nodes(level: Level, places: Sequence[int], joined: Sequence[Iterable[int]]) -> Level:
    """Each group as one node."""
    numbers = {places[node]: number for number, nodes in enumerate(joined) for node in nodes}
    ties: list[defaultdict[int, float]] = [defaultdict(float) for _ in joined]
    within = [0.0] * len(ties)
    for node, found in enumerate(level.ties):
        own = numbers[places[node]]
        within[own] += level.within[node]
        for other, tie in found.items():
            if numbers[places[other]] == own:
                within[own] += tie
            else:
                ties[own][numbers[places[other]]] += tie
    return Level([dict(found) for found in ties], within)
