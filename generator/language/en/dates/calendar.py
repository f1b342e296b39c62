"""Month and weekday names, full dates as calendars write them, and what the shapes of English dates are made of:
numbers, the gaps between them, and how a match is read. A date that can be read two ways is no date. Every pattern of
a shape is bounded; none holds a repetition within a repetition.

>>> parse_date("Friday, January 7, 2022")
'2022-01-07'
"""

import datetime
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from generator.language.dates.expression import Expression
from generator.model import Span
from generator.text.edtf import is_edtf

_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTHS: Mapping[str, int] = {
    **{name: number for number, name in enumerate(_MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)},
    "sept": 9,
}
"""English month names and abbreviations, lower case, without a full stop: 1 to 12."""

WEEKDAYS: Mapping[str, int] = {
    **{name: number for number, name in enumerate(_WEEKDAY_NAMES)},
    **{name[:3]: number for number, name in enumerate(_WEEKDAY_NAMES)},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
"""English weekday names and abbreviations, lower case: Monday is 0, as in `datetime.date.weekday`."""

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
COUNTS: Mapping[str, int] = {name: number for number, name in enumerate(_NUMBERS, 1)} | {"a": 1, "an": 1}
"""Number words before a unit of time, lower case."""

FEASTS: Mapping[str, tuple[int, int]] = {
    "Christmas Day": (12, 25),
    "Christmas Eve": (12, 24),
    "Christmas": (12, 25),
    "Boxing Day": (12, 26),
    "New Year's Eve": (12, 31),
    "New Year’s Eve": (12, 31),
    "New Year's Day": (1, 1),
    "New Year’s Day": (1, 1),
    "Valentine's Day": (2, 14),
    "Valentine’s Day": (2, 14),
    "Halloween": (10, 31),
    "Bastille Day": (7, 14),
    "May Day": (5, 1),
}
"""Days with a name that stand in every year on the same day: month and day."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))

FULL_DATE = re.compile(
    rf"""
    \b (?: (?P<weekday>{_WEEKDAY}) \.? ,? [ \u00a0]{{1,2}} (?:the [ ])? )?
    (?: (?P<month>{_MONTH}) \.? [ \u00a0]{{1,2}} (?P<day>\d{{1,2}}) (?:st|nd|rd|th)? ,? [ \u00a0]{{1,2}} (?P<year>\d{{4}})
      | (?P<day2>\d{{1,2}}) (?:st|nd|rd|th)? (?:[ \u00a0]{{1,2}}of)? [ \u00a0-] (?P<month2>{_MONTH}) \.? ,? [ \u00a0-] (?P<year2>\d{{4}})
      | (?P<iso>\d{{4}}-\d{{2}}-\d{{2}}) (?: T\d{{2}}:\d{{2}} [0-9:.,Z+-]{{0,20}} )?
    ) (?![\w-])
    """,  # noqa: E501
    re.VERBOSE | re.IGNORECASE,
)
"""A day with month and year, as "January 7, 2022", "7 January 2022", "Fri, Jan. 7, 2022" or ISO 8601."""

_DAY_AND_TIME = re.compile(r"[\d-]{10}[ T]\d[\d:.,Z+ -]{3,30}")
"""A day with the time behind it."""


def parse_date(text: str) -> str | None:
    """The EDTF of a text that is one full, unambiguous date and nothing else; None for any other text."""
    match = FULL_DATE.fullmatch(text.strip(" \t\r\n\u00a0.,"))
    return date_of(match) if match else None


def date_of(match: re.Match[str]) -> str | None:
    """The EDTF of a `FULL_DATE` match; None where the calendar has no such day or its weekday is another."""
    try:
        day = _day_of(match)
    except ValueError:
        return None
    weekday = match["weekday"]
    return None if weekday and WEEKDAYS[weekday.lower()] != day.weekday() else day.isoformat()


def _day_of(match: re.Match[str]) -> datetime.date:
    """The day that a `FULL_DATE` match names. Raises ValueError where there is no such day."""
    if match["iso"]:
        return datetime.date.fromisoformat(match["iso"])
    month = MONTHS[(match["month"] or match["month2"]).lower()]
    return datetime.date(int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"]))


def parse_stated(text: str) -> str | None:
    """`text` itself where it is EDTF whose days exist, else what `parse_date` makes of it."""
    text = text.strip()
    if is_edtf(text):
        return text
    # YAML and databases write a time after the day: 2022-01-07 10:30:00.
    return parse_date(text[:10] if _DAY_AND_TIME.fullmatch(text) else text)


FULL_MONTHS = "|".join(name.title() for name in MONTHS if len(name) > 4 or name in ("may", "june", "july"))
MONTH = "(?:" + FULL_MONTHS + "|" + "|".join(n.title() + r"\b\.?" for n in MONTHS if len(n) < 5 and n != "may") + ")"
"""With a capital only: may, march and august are words as well."""
WEEKDAY = "(?:" + "|".join(name.title() for name in WEEKDAYS if name.endswith("day")) + ")"
COUNT = rf"(?P<count>(?i:{'|'.join(COUNTS)})|\d{{1,3}})"
"""A number in words or digits."""
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d|-\d)"
FIRST_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d)"
"""The first day of a range: a hyphen and a digit may follow."""
YEAR = r"(?:1[5-9]|20)\d\d(?![\w%]|[.,:/]\d|[-–]\w)"
GAP = r"[ \u00a0\n]{1,2}"
UP_TO = rf"(?:{GAP}(?:to|through|until|till|and){GAP}|[ \u00a0]?[-–—][ \u00a0]?)"
OPENED = rf"(?:(?P<opener>[Ff]rom|[Bb]etween|[Ff]or){GAP})?"
AT_EDGE = r"(?<![\w$€£#./-])"
"""No date begins inside a word, a number or a path."""
NOT_ON = r"(?![\w/-]|\.\d)"
"""Behind numbers that go on no further."""

TRIGGER = re.compile(
    rf"\d{{4}}|\d[./]\d|\d0s|century|{MONTH}|{WEEKDAY}|{'|'.join(FEASTS)}"
    r"|(?i:\b(?:today|yesterday|tomorrow|tonight|this|last|next|ago|(?:days?|weeks?|months?|year)\b)\b)"
)
"""What every date expression has; a sentence without it is not searched further."""


FOUR_FIGURES = re.compile(r"\d{4}")
MONTH_NAME = re.compile("|".join(name.title()[:3] for name in _MONTH_NAMES))
DAY_NAME = re.compile("day")
UNIT_OF_TIME = re.compile("(?i:day|week|month|year)")
"""What several shapes need: most sentences have none of it, and are not searched for those."""


class Shape(NamedTuple):
    """One way to write a date."""

    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], Expression | None]
    """What a match says; None where it is no date after all."""
    needs: re.Pattern[str] | None = None
    """What every match has in it."""


def text_of(match: re.Match[str], group: str) -> str | None:
    """The words of a group; None where the pattern has no such group or it took no part."""
    return match[group] if group in match.re.groupindex else None


def span_of(match: re.Match[str]) -> Span:
    """The group `all` where it took part, else the whole match."""
    return Span(*match.span("all" if text_of(match, "all") else 0))


def number_of(match: re.Match[str], group: str) -> int | None:
    """The number of a group, its ordinal ending left out."""
    words = text_of(match, group)
    return int(words.rstrip("stndrh")) if words else None


def month_of(match: re.Match[str], group: str = "month") -> int | None:
    """The month that a group names."""
    words = text_of(match, group)
    return MONTHS[words.rstrip(".").lower()] if words else None


def weekday_of(match: re.Match[str], group: str = "weekday") -> int | None:
    """The weekday that a group names."""
    words = text_of(match, group)
    return WEEKDAYS[words.lower()] if words else None


def shift_of(match: re.Match[str]) -> str:
    """How the expression stands to the day of writing: "last"; empty where it does not say."""
    return (text_of(match, "shift") or "").lower()


def is_range(match: re.Match[str]) -> bool:
    """Whether "and" stands in "between ... and ..."; other words between two dates always make a range."""
    return match["to"].strip() != "and" or (match["opener"] or "").lower() == "between"
