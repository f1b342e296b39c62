"""What belongs together: groups that are made by joining two things at a time."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """A union-find. The first thing of a group, in the order in which things were given, stands for it."""

    __slots__ = ("_above", "_rank")

    def __init__(self, things: Iterable[T] = ()) -> None:
        self._above: dict[T, T] = {}
        self._rank: dict[T, int] = {}
        for thing in things:
            self.add(thing)

    def add(self, thing: T) -> None:
        """Know a thing, as a group of its own if it is new."""
        if thing not in self._above:
            self._above[thing] = thing
            self._rank[thing] = len(self._rank)

    def find(self, thing: T) -> T:
        """The thing that stands for the group; a thing that was never given stands for itself."""
        root = thing
        while (above := self._above.get(root, root)) != root:
            root = above
        while (above := self._above.get(thing, thing)) != root and above != thing:
            self._above[thing], thing = root, above
        return root

    def join(self, one: T, other: T) -> None:
        """Make two groups one."""
        self.add(one)
        self.add(other)
        first, second = sorted((self.find(one), self.find(other)), key=self._rank.__getitem__)
        self._above[second] = first

    def are_joined(self, one: T, other: T) -> bool:
        """Whether two things are of one group."""
        return self.find(one) == self.find(other)

    def __iter__(self) -> Iterator[Sequence[T]]:
        """The groups, each in the order in which its things were given, by their first things."""
        found: dict[T, list[T]] = {}
        for thing in self._above:
            found.setdefault(self.find(thing), []).append(thing)
        return iter(sorted(found.values(), key=lambda group: self._rank[group[0]]))
