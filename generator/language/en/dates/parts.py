"""What the shapes of English dates are made of: names, numbers, the gaps between them, and how a match is read.

Every pattern of a shape is bounded; none holds a repetition within a repetition.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from generator.language.dates.expression import Expression
from generator.language.en.dates.calendar import COUNTS, FEASTS, MONTHS, WEEKDAYS
from generator.model import Span

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


class Shape(NamedTuple):
    """One way to write a date."""

    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], Expression | None]
    """What a match says; None where it is no date after all."""


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
