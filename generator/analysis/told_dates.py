"""Dates that hang on another date of the text: the following year, two months later, the end of the year.

They count from the date told last in their sentence or in the one before; where that date is not as exact as the unit,
or is itself open, they stay open.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.text.date_expression import Expression
from generator.text.date_nearness import counted
from generator.text.date_value import Value

_PLAIN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_LENGTHS = {"day": 10, "month": 7, "year": 4}
"""Characters of an EDTF value that is as exact as the unit."""
NOT_EXACT = "counted from another date of the text, which does not settle it"
NO_YEAR_TOLD = "the text tells of another year before"
YEAR_OF_SENTENCE = "the sentence tells of another year"


MOST_BEFORE = 6
"""Dates before one of its sentence that are looked at."""


class Found(NamedTuple):
    """A date expression with its value and the number of its sentence."""

    expression: Expression
    value: Value
    sentence: int


def count_from_told(found: Sequence[Found]) -> list[Found]:
    """The same dates, with a value for those that count from a date told shortly before."""
    settled: list[Found] = []
    for one in found:
        before = [f for f in settled[-3:] if one.sentence - f.sentence <= 1 and f.expression.kind != "unclear"]
        kind = one.expression.kind
        if kind == "told":
            one = one._replace(value=_counted(one, before))
        elif kind == "part" and one.value.edtf and any(_is_other(f.value, one.value) for f in before):
            one = one._replace(value=Value(None, NO_YEAR_TOLD, "open"))
        elif kind in ("day", "month") and any(_is_year_of(f, one) for f in settled[-MOST_BEFORE:]):
            one = one._replace(value=Value(None, YEAR_OF_SENTENCE, "open"))
        settled.append(one)
    return settled


def _counted(one: Found, before: Sequence[Found]) -> Value:
    """The value that is so many units away from the date before it."""
    unit, count = one.expression.shift, one.expression.count
    start = before[-1].value.edtf if before else None
    if start is None or not _PLAIN.fullmatch(start) or len(start) < _LENGTHS[unit]:
        return Value(None, NOT_EXACT, "open")
    try:
        value = counted(start, unit, count)
    except (ValueError, OverflowError):
        return Value(None, NOT_EXACT, "open")
    return Value(value, f"counted from {start}, told before it", "resolved")


def _is_year_of(before: Found, one: Found) -> bool:
    """Whether the sentence begins with a year that is not the one reckoned: "In 2019, ... on February 6"."""
    if before.sentence != one.sentence or before.expression.kind != "year" or before.expression.until:
        return False
    return one.value.status == "resolved" and not one.expression.shift and _is_other(before.value, one.value)


def _is_other(told: Value, assumed: Value) -> bool:
    """Whether a date told before lies in another year than the one that is assumed, or in none that is known."""
    return (told.edtf or "")[:4] != (assumed.edtf or "")[:4]
