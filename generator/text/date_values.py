"""From a date expression and the day of writing to an EDTF value, with the rule that was used.

The day of writing may itself be known to the month or the year only: then an expression gets a value only if every
day that it may have been gives the same one. Where the words and the day do not settle it, the value stays open.
"""

import calendar
import datetime
from collections.abc import Callable
from typing import Literal, NamedTuple

from generator.text.dates import Expression
from generator.text.edtf import Days, day_value, interval_value, month_value

Tense = Literal["past", "future", "unknown"]
"""Whether the clause around the expression tells of what was or of what is to come."""

NO_ANCHOR = "no publication date is stated"
COARSE = "the publication date is not stated to the day"
NO_TENSE = "the clause does not say whether it is past or to come"
NO_SUCH_DAY = "the calendar has no such day"
NOT_ORDERED = "the end lies before the start"
ONE_DAY = datetime.timedelta(days=1)
HALF_YEAR = 183
NEAR = 60
"""Days by which a date without a year may lie ahead although the clause is in the past tense ("was to meet on")."""


class Value(NamedTuple):
    """What an expression means. `edtf` is None exactly when `status` is `open`."""

    edtf: str | None
    rule: str
    status: Literal["stated", "resolved", "open"]


class _UnsettledError(Exception):
    """The words do not settle which day is meant; says why."""


def resolve(expression: Expression, anchor: Days | None, tense: Tense) -> Value:
    """The value of an expression, given the first and last day on which its text may have been written."""
    try:
        return _stated(expression) or _resolved(expression, anchor, tense)
    except _UnsettledError as reason:
        return Value(None, str(reason), "open")
    except (ValueError, OverflowError):
        return Value(None, NO_SUCH_DAY, "open")


def _stated(expression: Expression) -> Value | None:
    """The value where the words say it in full; None where the year is missing."""
    if expression.kind == "unclear":
        raise _UnsettledError("day and month cannot be told apart")
    if expression.year is None:
        return None
    first = _full(expression, expression.year)
    if expression.until:
        last = _full(expression.until, expression.until.year or _end_year(expression, expression.year))
        return _interval(first, last, "as stated", "stated")
    if expression.weekday is not None and datetime.date.fromisoformat(first).weekday() != expression.weekday:
        raise _UnsettledError("the weekday is not that of the date")
    return Value(first, "as stated", "stated")


def _full(expression: Expression, year: int) -> str:
    """The EDTF of a day, month or year whose year is known. Raises ValueError where there is no such day."""
    if expression.kind == "year":
        return f"{year:04d}"
    if expression.kind == "month":
        return month_value(datetime.date(year, expression.month or 0, 1))
    return day_value(datetime.date(year, expression.month or 0, expression.day or 0))


def _end_year(expression: Expression, year: int) -> int:
    """The year in which a range that begins in `year` ends: the next one from December to January."""
    end = expression.until or expression
    return year + ((end.month or 0, end.day or 0) < (expression.month or 0, expression.day or 0))


def _interval(first: str, last: str, rule: str, status: Literal["stated", "resolved"]) -> Value:
    """The value of a range."""
    value = interval_value(first, last)
    if value is None:
        raise _UnsettledError(NOT_ORDERED)
    return Value(value, rule, status)


def _resolved(expression: Expression, anchor: Days | None, tense: Tense) -> Value:
    """The value as reckoned from the day of writing."""
    if anchor is None:
        raise _UnsettledError(NO_ANCHOR)
    rule = RULES[expression.kind]
    first = rule(expression, anchor[0], tense)
    if anchor[0] != anchor[1] and rule(expression, anchor[1], tense).edtf != first.edtf:
        raise _UnsettledError(COARSE)
    if anchor[0] != anchor[1] and not _is_year_rule(expression):
        # Between the first and the last day, something that turns by the week may take many values.
        raise _UnsettledError(COARSE)
    return first


def _is_year_rule(expression: Expression) -> bool:
    """Whether the value changes so rarely that two ends that agree speak for all days between."""
    return expression.kind in ("day", "month", "near month", "near year") and expression.weekday is None


def _day(expression: Expression, written: datetime.date, tense: Tense) -> Value:
    """A day and month without a year: the nearest year that fits the tense."""
    years = [year for year in (written.year - 1, written.year, written.year + 1) if _fits(expression, year)]
    if not years:
        raise _UnsettledError(NO_SUCH_DAY if expression.weekday is None else "the weekday fits no near year")
    distance = {year: (_date(expression, year) - written).days for year in years}
    year = min(years, key=lambda y: (abs(distance[y]), -y))
    is_far = distance[year] > NEAR or (distance[year] > 0 and year != written.year)
    if tense == "unknown" and year != written.year and abs(distance[year]) > HALF_YEAR // 2:
        raise _UnsettledError(NO_TENSE)
    if tense == "past" and is_far:
        if distance[year] <= NEAR:
            # In December, "met on January 10" and "said the talks on January 10" mean different years.
            raise _UnsettledError(NO_TENSE)
        year = max((y for y in years if distance[y] <= 0), default=year)
    if tense == "future" and distance[year] < 0:
        year = min((y for y in years if distance[y] >= 0), default=year)
    if expression.weekday is not None and abs(distance[year]) > HALF_YEAR:
        # In one year of seven a wrong weekday fits by chance.
        raise _UnsettledError("the weekday fits no near year")
    rule = "year from the publication date"
    if expression.until is None:
        return Value(_full(expression, year), rule, "resolved")
    return _interval(_full(expression, year), _full(expression.until, _end_year(expression, year)), rule, "resolved")


def _date(expression: Expression, year: int) -> datetime.date:
    """The day of an expression in a year. Raises ValueError where there is no such day."""
    return datetime.date(year, expression.month or 0, expression.day or 0)


def _fits(expression: Expression, year: int) -> bool:
    """Whether the day exists in that year and is the weekday that is named."""
    try:
        day = _date(expression, year)
    except ValueError:
        return False
    return expression.weekday in (None, day.weekday())


def _month(expression: Expression, written: datetime.date, tense: Tense) -> Value:
    """A month without a year: the latest one (past), the next one (future)."""
    month, now = expression.month or 0, (written.year, written.month)
    if expression.shift == "this":
        return _month_value(expression, written.year, "in the year of the publication date")
    if expression.shift == "last" or (tense == "past" and not expression.shift):
        latest = now if not expression.shift else (now[0], now[1] - 1)
        year = written.year if (written.year, month) <= latest else written.year - 1
        return _month_value(expression, year, "latest such month before or in that of the publication date")
    if expression.shift == "next" or tense == "future":
        soonest = now if not expression.shift else (now[0], now[1] + 1)
        year = written.year if (written.year, month) >= soonest else written.year + 1
        return _month_value(expression, year, "next such month from that of the publication date on")
    raise _UnsettledError(NO_TENSE)


def _month_value(expression: Expression, year: int, rule: str) -> Value:
    """The month of a year, or the months up to the end of the range."""
    if expression.until is None:
        return Value(_full(expression, year), rule, "resolved")
    return _interval(_full(expression, year), _full(expression.until, _end_year(expression, year)), rule, "resolved")


def _weekday(expression: Expression, written: datetime.date, tense: Tense) -> Value:
    """A weekday: the latest one (past), the first one to come (future)."""
    if expression.shift in ("previous", "following"):
        raise _UnsettledError("counted from another day of the text")
    ahead = ((expression.weekday or 0) - written.weekday()) % 7
    days, rule = _weekday_step(expression.shift, ahead, tense)
    if expression.shift == "next" and written.weekday() + days < 7:
        # Said on a Monday, "next Friday" is the one of that week to some and of the next to others.
        raise _UnsettledError("next may mean this week's or next week's")
    day, name = written + days * ONE_DAY, calendar.day_name[expression.weekday or 0]
    if expression.until is None:
        return Value(day_value(day), rule.format(name), "resolved")
    return _weekday_range(expression, day, written, tense)


def _weekday_step(shift: str, ahead: int, tense: Tense) -> tuple[int, str]:
    """The days from the day of writing to a weekday that next comes `ahead` days later, and the rule."""
    if shift in ("last", "past"):
        return ahead - 7, "latest {} before the publication date"
    if shift in ("next", "coming"):
        return ahead or 7, "first {} after the publication date"
    if tense == "past":
        return ahead - 7 if ahead else 0, "latest {} on or before the publication date (past tense)"
    if tense == "future":
        return ahead, "first {} on or after the publication date (future tense)"
    raise _UnsettledError(NO_TENSE)


def _weekday_range(expression: Expression, start: datetime.date, written: datetime.date, tense: Tense) -> Value:
    """From one weekday to the next such one; wholly past or wholly to come."""
    end = start + ((expression.until.weekday or 0) - start.weekday()) % 7 * ONE_DAY if expression.until else start
    if tense == "past" and end > written:
        start, end = start - 7 * ONE_DAY, end - 7 * ONE_DAY
    return _interval(day_value(start), day_value(end), f"nearest such days ({tense} tense)", "resolved")


DAY_STEPS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1}


def _near_day(expression: Expression, written: datetime.date, tense: Tense) -> Value:
    """Today and its neighbors."""
    if expression.shift == "today" and tense == "unknown":
        # "Today, the club has 300 members" means no day.
        raise _UnsettledError("today may mean nowadays")
    day = written + DAY_STEPS.get(expression.shift, 0) * ONE_DAY
    return Value(day_value(day), "counted from the publication date", "resolved")


def _week(expression: Expression, written: datetime.date, tense: Tense) -> Value:
    """A week from Monday to Sunday, or the part of it that is over or to come."""
    shift = expression.shift.split()[-1]
    monday = written + (WEEK_STEPS[shift] * 7 - written.weekday()) * ONE_DAY
    sunday = monday + 6 * ONE_DAY
    if expression.shift == "earlier this":
        return _interval(day_value(monday), day_value(written), "from Monday to the publication date", "resolved")
    if expression.shift == "later this":
        return _interval(day_value(written), day_value(sunday), "from the publication date to Sunday", "resolved")
    if expression.kind == "weekend":
        monday = sunday - ONE_DAY
    rule = f"{shift} {expression.kind}, counted from the publication date"
    return _interval(day_value(monday), day_value(sunday), rule, "resolved")


WEEK_STEPS = {"last": -1, "this": 0, "next": 1}


def _near_month(expression: Expression, written: datetime.date, tense: Tense) -> Value:
    """This month, the last and the next."""
    shift = expression.shift.split()[-1]
    months = written.year * 12 + written.month - 1 + WEEK_STEPS[shift]
    day = datetime.date(months // 12, months % 12 + 1, 1)
    return Value(month_value(day), f"{shift} month, counted from the publication date", "resolved")


def _near_year(expression: Expression, written: datetime.date, tense: Tense) -> Value:
    """This year, the last and the next."""
    shift = expression.shift.split()[-1]
    year = written.year + WEEK_STEPS[shift]
    return Value(f"{year:04d}", f"{shift} year, counted from the publication date", "resolved")


RULES: dict[str, Callable[[Expression, datetime.date, Tense], Value]] = {
    "day": _day,
    "month": _month,
    "weekday": _weekday,
    "near day": _near_day,
    "week": _week,
    "weekend": _week,
    "near month": _near_month,
    "near year": _near_year,
}
"""For each kind of expression, how it is reckoned from the day of writing."""
