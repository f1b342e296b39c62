"""What a date expression means: an EDTF value with the rule that gave it, or the reason why it has none."""

import datetime
from typing import Literal, NamedTuple

from generator.text.edtf import interval_value

Tense = Literal["past", "future", "unknown"]
"""Whether the clause around the expression tells of what was or of what is to come."""

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
