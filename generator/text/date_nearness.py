"""Expressions that say how far they lie from the day of writing: today, next week, last year, two months ago."""

import datetime
import re

from generator.text.date_expression import Expression
from generator.text.date_value import ONE_DAY, Tense, UnsettledError, Value, interval
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
        raise UnsettledError("today may mean nowadays")
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
