"""What the words of a date say before the day of writing is known (an expression), and what it means (an EDTF value
with the rule that gave it, or the reason why it has none).
"""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from generator.model import Span
from generator.text.edtf import interval_value

Tense = Literal["past", "future", "unknown"]
"""Whether the clause around the expression tells of what was or of what is to come."""

NOWADAYS = "today may mean nowadays"
NOT_ORDERED = "the end lies before the start"
ONE_DAY = datetime.timedelta(days=1)


class Value(NamedTuple):
    """What an expression means. `edtf` is None exactly when `status` is `open`."""

    edtf: str | None
    rule: str
    status: Literal["stated", "resolved", "open"]


class UnsettledError(Exception):
    """The words do not settle which day is meant; says why."""


def interval(first: str, last: str, rule: str, status: Literal["stated", "resolved"]) -> Value:
    """The value of a range."""
    value = interval_value(first, last)
    if value is None:
        raise UnsettledError(NOT_ORDERED)
    return Value(value, rule, status)


Kind = Literal[
    "day",
    "month",
    "year",
    "weekday",
    "near day",
    "nowadays",
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
the text is about; `nowadays`, a `fiscal` year and what is `unclear` have no value."""


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


class Verbs(Protocol):
    """The verbs of one sentence, asked for the tense around a date."""

    @property
    def is_empty(self) -> bool:
        """Whether no verb shows a tense."""

    def tense_at(self, span: Span) -> Tense:
        """The tense of the clause around a span."""

    def is_aimed_at(self, span: Span) -> bool:
        """Whether a verb before the span demands, plans or decides what the span dates."""

    def is_any_in(self, span: Span) -> bool:
        """Whether a verb that shows a tense begins in the span; verbs of saying aside."""


class Dating(NamedTuple):
    """How one language writes dates, and what its verbs tell of the time around them."""

    find_expressions: Callable[[str, Span], Sequence[Expression]]
    """(text, sentence) -> date expressions, not overlapping."""
    read_verbs: Callable[[str, Span], Verbs]
    """(text, sentence) -> its verbs, for the tense of what a date dates."""
