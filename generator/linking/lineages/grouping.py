"""Groups of linked briefs: those in which more than half of the pairs are linked."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from generator.linking.lineages.links import Judge, Link
from generator.linking.lineages.wording import REACH
from generator.text.groups import Groups

SAMPLE = 3
"""Briefs of each of two large groups that are compared, where not all their pairs were."""


@dataclass
class Grouped:
    """Groups while they are made."""

    groups: Groups[int] = field(default_factory=Groups[int])
    sizes: defaultdict[int, int] = field(default_factory=lambda: defaultdict(lambda: 1))
    between: defaultdict[int, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    """How many links each group has to others."""

    def unite(self, one: int, other: int) -> None:
        """Make two groups one, with the links of both to others."""
        self.groups.join(one, other)
        kept = self.groups.find(one)
        gone = other if kept == one else one
        self.sizes[kept] += self.sizes.pop(gone, 1)
        for third, count in self.between.pop(gone).items():
            del self.between[third][gone]
            if third != kept:
                self.between[kept][third] += count
                self.between[third][kept] += count


def group_links(links: Iterable[Link]) -> Groups[int]:
    """The groups in which more than half of all pairs that were joined are linked, the strongest links first.

    So a digest that holds a paragraph of each of ten reports makes no lineage of the ten.
    """
    return _group(links).groups


def group_versions(links: Iterable[Link], judge: Judge) -> Groups[int]:
    """The groups of versions; of more than could all be compared those are joined of which some on either side are."""
    made = _group(link for link in links if link.kind == "version")
    while pair := next(_list_parted(made, judge), None):
        made.unite(*pair)
    return made.groups


def _group(links: Iterable[Link]) -> Grouped:
    made = Grouped()
    for link in links:
        made.groups.add(link.first)
        made.groups.add(link.second)
        one, other = made.groups.find(link.first), made.groups.find(link.second)
        if one == other:
            continue
        made.between[one][other] += 1
        made.between[other][one] += 1
        if made.between[one][other] * 2 > made.sizes[one] * made.sizes[other]:
            made.unite(one, other)
    return made


def _list_parted(made: Grouped, judge: Judge) -> Iterator[tuple[int, int]]:
    """Groups with a link between them that are one, and too large for all their pairs to have been compared."""
    members = {made.groups.find(group[0]): sorted(group) for group in made.groups}
    for one in sorted(made.between):
        for other in sorted(third for third, count in made.between[one].items() if third > one and count):
            left, right = members[one], members[other]
            if len(left) + len(right) > REACH and _is_most_linked(left, right, judge):
                yield one, other


def _is_most_linked(left: Sequence[int], right: Sequence[int], judge: Judge) -> bool:
    """Whether more than half of the pairs of some briefs of either are versions."""
    pairs = [(min(pair), max(pair)) for pair in product(_choose(left), _choose(right))]
    links = filter(None, map(judge, pairs))
    return sum(link.kind == "version" for link in links) * 2 > len(pairs)


def _choose(members: Sequence[int]) -> Sequence[int]:
    """Some briefs, evenly spread."""
    return [members[at * len(members) // SAMPLE] for at in range(SAMPLE)] if len(members) > SAMPLE else members
