"""EDTF values (ISO 8601-2) as dates of the calendar and back; what is uncertain or open has no bounds.

>>> bounds("2022-01")
(datetime.date(2022, 1, 1), datetime.date(2022, 1, 31))
"""

import calendar
import datetime
import re
from typing import Literal

Days = tuple[datetime.date, datetime.date]
"""The first and the last day of a stretch of time, both included."""

_PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
"""A year, a month or a day, exactly."""
_WRITTEN = r"\d{4}(?:-\d{2}(?:-\d{2})?)?[~?%]?"
EDTF = re.compile(rf"{_WRITTEN}(?:/(?:{_WRITTEN}|\.\.)?)?")
"""The part of EDTF that is used here: year, month or day, perhaps uncertain, or an interval, perhaps open."""


def is_edtf(text: str) -> bool:
    """Whether a text is an EDTF value whose days the calendar has."""
    return bool(EDTF.fullmatch(text)) and all(_exists(part.rstrip("~?%")) for part in text.split("/"))


def _exists(part: str) -> bool:
    """Whether the calendar has this year, month or day; an open end of an interval counts."""
    return part in ("", "..") or _part_bounds(part) is not None


def bounds(value: str) -> Days | None:
    """The first and last day that an EDTF value covers; None where it is uncertain, open or no date."""
    first, slash, last = value.partition("/")
    opening, closing = _part_bounds(first), _part_bounds(last if slash else first)
    if opening is None or closing is None or closing[1] < opening[0]:
        return None
    return opening[0], closing[1]


def _part_bounds(part: str) -> Days | None:
    """The days of a plain year, month or day; None for anything else."""
    match = _PART.fullmatch(part)
    if match is None:
        return None
    year, month, day = (int(group) if group else None for group in match.groups())
    try:
        first = datetime.date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    if day:
        return first, first
    last = month or 12
    return first, datetime.date(first.year, last, calendar.monthrange(first.year, last)[1])


def precision(value: str) -> Literal["day", "month", "year", "range"]:
    """How exact an EDTF value is, whether certain or not."""
    if "/" in value:
        return "range"
    return "year" if len(value) < 6 else "month" if len(value) < 9 else "day"


def day_value(day: datetime.date) -> str:
    """The EDTF of one day."""
    return day.isoformat()


def month_value(day: datetime.date) -> str:
    """The EDTF of the month in which `day` lies."""
    return f"{day:%Y-%m}" if day.year > 999 else f"{day.year:04d}-{day.month:02d}"


def interval_value(first: str, last: str) -> str | None:
    """The EDTF of all from `first` to `last`; just the one where both are equal; None where they are in no order."""
    if first == last:
        return first
    value = f"{first}/{last}"
    return value if bounds(value) else None
