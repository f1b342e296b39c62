"""One date expression as its words say it, before anything is known of the day on which they were written."""

from dataclasses import dataclass
from typing import Literal

from generator.model import Span

Kind = Literal[
    "day",
    "month",
    "year",
    "weekday",
    "near day",
    "week",
    "weekend",
    "near month",
    "near year",
    "ago",
    "told",
    "part",
    "fiscal",
    "unclear",
]
"""`ago` counts back from the day of writing, `told` from another date of the text; `part` is of the year or month that
the text is about; a `fiscal` year and what is `unclear` have no value."""


@dataclass(frozen=True, slots=True)
class Expression:
    """One date expression. Numbers that its words do not say are None."""

    span: Span
    kind: Kind
    year: int | None = None
    month: int | None = None
    """1 to 12."""
    day: int | None = None
    weekday: int | None = None
    """0 to 6, Monday is 0."""
    shift: str = ""
    """How it stands to the day of writing: `last`, `next`, `this`, `earlier this`, `today`, ...; or a unit."""
    count: int = 0
    """Units to go on from the day that it is counted from; negative: back."""
    is_rough: bool = False
    """Whether "about" or the like stands before it."""
    until: "Expression | None" = None
    """The end of a range."""
