"""Date expressions as they stand in English text, before anything is known of the day they were written.

Each expression says what its words say and no more: "Thursday" has a weekday and no day. Ages, amounts, scores,
decades and "recently" are no dates.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model import Span
from generator.text import date_patterns as p
from generator.text.calendar import MONTHS, WEEKDAYS

Kind = Literal["day", "month", "year", "weekday", "near day", "week", "weekend", "near month", "near year", "unclear"]


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
    """How it stands to the day of writing: `last`, `next`, `this`, `earlier this`, `today`, ..."""
    until: "Expression | None" = None
    """The end of a range."""


def find_expressions(text: str, within: Span) -> tuple[Expression, ...]:
    """All date expressions in a stretch of text, in order, not overlapping. Linear in its length."""
    words = within.of(text)
    if not p.TRIGGER.search(words):
        return ()
    taken: list[Expression] = []
    for pattern, build in BUILDERS:
        for match in pattern.finditer(words):
            expression = build(match)
            if expression is not None:
                taken.append(expression)
    return tuple(_moved(e, within.start) for e in _without_overlaps(taken))


def _without_overlaps(expressions: Sequence[Expression]) -> Iterator[Expression]:
    """The expressions in order; of two that overlap, the one whose pattern comes first."""
    kept: dict[int, Expression] = {}
    covered: set[int] = set()
    for expression in expressions:
        if not covered.intersection(range(*expression.span)):
            covered.update(range(*expression.span))
            kept[expression.span.start] = expression
    return (kept[start] for start in sorted(kept))


def _moved(expression: Expression, by: int) -> Expression:
    """The same expression, `by` characters further on."""
    e = expression
    until = _moved(e.until, by) if e.until else None
    span = Span(e.span.start + by, e.span.end + by)
    return Expression(span, e.kind, e.year, e.month, e.day, e.weekday, e.shift, until)


def _span(match: re.Match[str]) -> Span:
    """The group `all` where there is one, else the whole match."""
    return Span(*match.span("all" if "all" in match.re.groupindex else 0))


def _number(match: re.Match[str], group: str) -> int | None:
    """The number of a group, its ordinal ending left out."""
    return int(match[group].rstrip("stndrh")) if match[group] else None


def _month(match: re.Match[str], group: str = "month") -> int | None:
    """The month that a group names."""
    return MONTHS[match[group].rstrip(".").lower()] if match[group] else None


def _weekday(match: re.Match[str], group: str = "weekday") -> int | None:
    """The weekday that a group names."""
    return WEEKDAYS[match[group].lower()] if match[group] else None


def _iso(match: re.Match[str]) -> Expression:
    year, month, day = (int(part) for part in match["iso"].split("-"))
    return Expression(_span(match), "day", year, month, day)


def _numeric(match: re.Match[str]) -> Expression:
    """With full stops the day comes first; with slashes it is clear only where one number cannot be a month."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if match["mark"] == "." or (a > 12 and b <= 12) or a == b:
        return Expression(_span(match), "day", year, b, a)
    if b > 12 and a <= 12:
        return Expression(_span(match), "day", year, a, b)
    return Expression(_span(match), "unclear", year)


def _day(match: re.Match[str]) -> Expression | None:
    if match["year"] is None and match.string[max(0, match.start() - 3) : match.start()].lower() == "in ":
        # In May 10 people died.
        return None
    return Expression(
        _span(match), "day", _number(match, "year"), _month(match), _number(match, "day"), _weekday(match)
    )


def _is_range(match: re.Match[str]) -> bool:
    """Whether "and" stands in "between ... and ..."; other words between two dates always make a range."""
    return match["to"].strip() != "and" or (match["opener"] or "").lower() == "between"


def _day_range(match: re.Match[str]) -> Expression | None:
    if not _is_range(match):
        return None
    end_year = _number(match, "year2")
    month, month2 = _month(match) or _month(match, "month2"), _month(match, "month2") or _month(match)
    end = Expression(_span(match), "day", end_year, month2, _number(match, "day2"))
    start_year = _number(match, "year")
    if start_year is None and end_year is not None:
        # "December 30 - January 2, 2022" begins a year earlier.
        start_year = end_year - ((month or 0) > (month2 or 0))
    return Expression(_span(match), "day", start_year, month, _number(match, "day"), until=end)


def _month_range(match: re.Match[str]) -> Expression | None:
    if not _is_range(match):
        return None
    month, month2, end_year = _month(match) or 0, _month(match, "month2") or 0, _number(match, "year2")
    year = _number(match, "year") or (end_year - (month > month2) if end_year else None)
    return Expression(_span(match), "month", year, month, until=Expression(_span(match), "month", end_year, month2))


def _month_of_year(match: re.Match[str]) -> Expression:
    return Expression(_span(match), "month", _number(match, "year"), _month(match))


def _bare_month(match: re.Match[str]) -> Expression:
    start = match.start("shift") if match["shift"] else match.start("all")
    shift = (match["shift"] or "").lower()
    return Expression(Span(start, match.end("all")), "month", month=_month(match), shift=shift)


def _bare_weekday(match: re.Match[str]) -> Expression | None:
    text = match.string
    start = match.start("weekday")
    if p.NO_WEEKDAY.search(text, max(0, start - 12), start) or p.NO_WEEKDAY_AFTER.match(text, match.end()):
        return None
    return Expression(_span(match), "weekday", weekday=_weekday(match), shift=(match["shift"] or "").lower())


def _weekday_range(match: re.Match[str]) -> Expression:
    until = Expression(_span(match), "weekday", weekday=_weekday(match, "weekday2"))
    return Expression(_span(match), "weekday", weekday=_weekday(match), until=until)


def _near_day(match: re.Match[str]) -> Expression:
    return Expression(_span(match), "near day", shift=match["word"].lower())


def _near_period(match: re.Match[str]) -> Expression:
    kinds: dict[str, Kind] = {"month": "near month", "year": "near year", "week": "week", "weekend": "weekend"}
    shift = f"{match['part'] or ''} {match['shift']}".strip().lower()
    return Expression(_span(match), kinds[match["unit"].lower()], shift=shift)


def _season(match: re.Match[str]) -> Expression | None:
    year, ending = int(match["year"]), int(match["year2"])
    if (year + 1) % 100 != ending:
        return None
    return Expression(_span(match), "year", year, until=Expression(_span(match), "year", year + 1))


def _year_range(match: re.Match[str]) -> Expression | None:
    year, year2 = int(match["year"]), int(match["year2"])
    if not year < year2 < 2100 or not _is_range(match):
        return None
    return Expression(_span(match), "year", year, until=Expression(_span(match), "year", year2))


def _year(match: re.Match[str]) -> Expression:
    return Expression(_span(match), "year", int(match["year"]))


BUILDERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Expression | None]], ...] = (
    (p.ISO, _iso),
    (p.NUMERIC, _numeric),
    *((pattern, _day_range) for pattern in p.DAY_RANGES),
    *((pattern, _day) for pattern in p.DAYS),
    (p.MONTH_RANGE, _month_range),
    (p.MONTH_OF_YEAR, _month_of_year),
    (p.BARE_MONTH, _bare_month),
    (p.SEASON, _season),
    (p.YEAR_RANGE, _year_range),
    (p.WEEKDAY_RANGE, _weekday_range),
    (p.BARE_WEEKDAY, _bare_weekday),
    (p.NEAR_DAY, _near_day),
    (p.NEAR_PERIOD, _near_period),
    (p.BARE_YEAR, _year),
    (p.NAMED_YEAR, _year),
)
"""The fullest shapes first: what they take, the others leave."""
