"""What both ways of reading give: a name with its place and type."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from generator.model import EntityType, Span


class Name(NamedTuple):
    """A name in a text: its exact words without titles, leading "the" and possessive 's."""

    span: Span
    type: EntityType


def find_overlapping(names: Sequence[Name], span: Span) -> Sequence[Name]:
    """Those of the names, which are in order and do not overlap, that share a character with the span."""
    first = bisect_right(names, span.start, key=lambda name: name.span.end)
    last = first
    while last < len(names) and names[last].span.start < span.end:
        last += 1
    return names[first:last]


def lay_over(names: Sequence[Name], others: Sequence[Name]) -> tuple[Name, ...]:
    """The names in order, with the others in place of all that they overlap; the first of overlapping others stays."""
    laid: list[Name] = []
    for name in sorted(others):
        if not laid or name.span.start >= laid[-1].span.end:
            laid.append(name)
    return tuple(sorted([*(name for name in names if not find_overlapping(laid, name.span)), *laid]))
