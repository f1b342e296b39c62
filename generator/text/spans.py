"""The one shelf for spans: which of some things lies at a place, lies in a span, overlaps it, or comes before it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar, overload

from generator.model import Span

T = TypeVar("T")


class Spans(Sequence[T], Generic[T]):
    """Things in order of where they begin, none of which overlaps another; asked in logarithmic time.

    `span_of` gives the span of a thing; by default its attribute `span`, or the thing itself where it is a span.
    """

    __slots__ = ("_ends", "_starts", "things")

    def __init__(self, things: Iterable[T], span_of: Callable[[T], Span] | None = None) -> None:
        self.things = tuple(things)
        spans = list(map(span_of, self.things)) if span_of else _own_spans(self.things)
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def __len__(self) -> int:
        return len(self.things)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self.things[index]

    def __iter__(self) -> Iterator[T]:
        return iter(self.things)

    def at(self, place: int) -> T | None:
        """The thing that holds this place; None between things."""
        index = self.index_at(place)
        return None if index is None else self.things[index]

    def index_at(self, place: int) -> int | None:
        """The index of the thing that holds this place; None between things."""
        index = bisect_right(self._starts, place) - 1
        return index if index >= 0 and place < self._ends[index] else None

    def inside(self, span: Span) -> Sequence[T]:
        """The things that lie wholly in a span."""
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._ends, span.end)
        return self.things[first:last] if first < last else ()

    def overlapping(self, span: Span) -> Sequence[T]:
        """The things that share at least one character with a span."""
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end)
        return self.things[first:last] if first < last else ()

    def starting_in(self, span: Span) -> Sequence[T]:
        """The things that begin in a span."""
        first = bisect_left(self._starts, span.start)
        return self.things[first : bisect_left(self._starts, span.end, lo=first)]

    def before(self, place: int) -> T | None:
        """The last thing that ends at a place or before it."""
        index = bisect_right(self._ends, place) - 1
        return self.things[index] if index >= 0 else None

    def starting_by(self, place: int) -> T | None:
        """The last thing that begins at a place or before it, wherever it ends."""
        index = self.index_by(place)
        return self.things[index] if index >= 0 else None

    def around(self, place: int, reach: int) -> Sequence[T]:
        """So many things that begin at a place or before it, and so many that begin behind it."""
        at = bisect_right(self._starts, place)
        return self.things[max(0, at - reach) : at + reach]

    def index_by(self, place: int) -> int:
        """The index of the last thing that begins at a place or before it; -1 where none does."""
        return bisect_right(self._starts, place) - 1

    def after(self, place: int) -> T | None:
        """The first thing that begins at a place or behind it."""
        index = bisect_left(self._starts, place)
        return self.things[index] if index < len(self.things) else None


def _own_spans(things: Iterable[object]) -> list[Span]:
    return [thing if isinstance(thing, Span) else thing.span for thing in things]  # type: ignore[attr-defined]
