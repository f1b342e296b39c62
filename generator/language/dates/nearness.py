"""Expressions that count from another day: from that of writing (today, next week, two months ago), or from the
date told last in their sentence or in the one before (the following year). Where that date is open, or not as exact
as the unit, they stay open.
"""

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.language.dates.expression import NOWADAYS, ONE_DAY, Expression, Tense, UnsettledError, Value, interval
from generator.text.edtf import day_value, month_value

_WITHIN = re.compile(
    r"(?:last|this|next) week(?:end)?, counted from |weeks counted back from |from Monday to the |"
    r"from the publication date to Sunday"
)
"""The rules below that give the days among which one is meant that the source does not say."""


def is_within(rule: str | None) -> bool:
    """Whether days that this rule gave hold one unknown day: "earlier this week"."""
    return bool(rule and _WITHIN.match(rule))


DAY_STEPS = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "last night": -1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}


def near_day(expression: Expression, written: datetime.date, tense: Tense) -> Value:
    """Today and its neighbors."""
    if expression.shift == "today" and tense == "unknown":
        # "Today, the club has 300 members" means no day.
        raise UnsettledError(NOWADAYS)
    day = written + DAY_STEPS.get(expression.shift, 0) * ONE_DAY
    return Value(day_value(day), "counted from the publication date", "resolved")


def week(expression: Expression, written: datetime.date, tense: Tense) -> Value:
    """A week from Monday to Sunday, or the part of it that is over or to come."""
    shift = expression.shift.split()[-1]
    monday = written + (STEPS[shift] * 7 - written.weekday()) * ONE_DAY
    sunday = monday + 6 * ONE_DAY
    if expression.shift == "earlier this":
        return interval(day_value(monday), day_value(written), "from Monday to the publication date", "resolved")
    if expression.shift == "later this":
        return interval(day_value(written), day_value(sunday), "from the publication date to Sunday", "resolved")
    if expression.kind == "weekend":
        monday = sunday - ONE_DAY
    rule = f"{shift} {expression.kind}, counted from the publication date"
    return interval(day_value(monday), day_value(sunday), rule, "resolved")


STEPS = {"last": -1, "this": 0, "next": 1}


def near_month(expression: Expression, written: datetime.date, tense: Tense) -> Value:
    """This month, the last and the next."""
    shift = expression.shift.split()[-1]
    months = written.year * 12 + written.month - 1 + STEPS[shift]
    day = datetime.date(months // 12, months % 12 + 1, 1)
    return Value(month_value(day), f"{shift} month, counted from the publication date", "resolved")


def near_year(expression: Expression, written: datetime.date, tense: Tense) -> Value:
    """This year, the last and the next."""
    shift = expression.shift.split()[-1]
    year = written.year + STEPS[shift]
    return Value(f"{year:04d}", f"{shift} year, counted from the publication date", "resolved")


def ago(expression: Expression, written: datetime.date, tense: Tense) -> Value:
    """So many days, weeks, months or years before the day of writing; as exact as the unit."""
    unit, rule = expression.shift, f"{expression.shift}s counted back from the publication date"
    if unit == "week":
        monday = written + (7 * expression.count - written.weekday()) * ONE_DAY
        return interval(day_value(monday), day_value(monday + 6 * ONE_DAY), rule, "resolved")
    value = counted(day_value(written), unit, expression.count)
    return Value(value + "~" if expression.is_rough else value, rule, "resolved")


def counted(start: str, unit: str, count: int) -> str:
    """The EDTF of the day, month or year that lies so many units after that of `start`, which is at least as exact.

    Raises ValueError or OverflowError where the calendar has no such day.
    """
    if unit == "day":
        return day_value(datetime.date.fromisoformat(start) + count * ONE_DAY)
    if unit == "month":
        months = int(start[:4]) * 12 + int(start[5:7]) - 1 + count
        return month_value(datetime.date(months // 12, months % 12 + 1, 1))
    return day_value(datetime.date(int(start[:4]) + count, 1, 1))[:4]


def part_of(expression: Expression, written: datetime.date, tense: Tense) -> Value:
    """The year or month of writing, for "the end of the year" in a text that tells of no other before."""
    if expression.count and tense == "past":
        # What is told of the end of a year that still runs is another year's.
        raise UnsettledError("an end that is past is that of another " + expression.shift)
    value = day_value(written)[: 4 if expression.shift == "year" else 7]
    return Value(value, f"the {expression.shift} of the publication date", "resolved")


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
