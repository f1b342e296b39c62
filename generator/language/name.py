"""What both ways of reading give: a name with its place and type."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.model import EntityType, Span
from generator.text.spans import Spans


class Name(NamedTuple):
    """A name in a text: its exact words without titles, leading "the" and possessive 's."""

    span: Span
    type: EntityType
    rule: str = ""
    """The name of the rule that found it or last changed its words or type."""


def lay_over(names: Sequence[Name], others: Iterable[Name]) -> tuple[Name, ...]:
    """The names in order, with the others in place of all that they overlap; the first of overlapping others stays."""
    laid: list[Name] = []
    for name in sorted(others):
        if not laid or name.span.start >= laid[-1].span.end:
            laid.append(name)
    over = Spans(laid)
    return tuple(sorted([*(name for name in names if not over.overlapping(name.span)), *laid]))
