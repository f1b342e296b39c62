"""From a match of a date pattern to an expression: one function for each shape, and their order."""

import re
from collections.abc import Callable

from generator.language.dates.expression import Expression, Kind
from generator.language.en.dates import patterns as p
from generator.language.en.dates.calendar import COUNTS, FEASTS, MONTHS, WEEKDAYS
from generator.model import Span


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


def _short_numeric(match: re.Match[str]) -> Expression | None:
    """7/8/07: only what may be a day and a month in one of both orders."""
    a, b = int(match["a"]), int(match["b"])
    if not 1 <= min(a, b) <= 12 or max(a, b) > 31:
        return None
    return Expression(_span(match), "unclear")


def _attacks(match: re.Match[str]) -> Expression:
    span = match.span("all") if match["all"] else match.span()
    return Expression(Span(*span), "day", 2001, 9, 11)


def _feast(match: re.Match[str]) -> Expression:
    month, day = FEASTS[match["feast"]]
    end = match.end("year") if match["year"] else match.end("all")
    return Expression(Span(match.start("all"), end), "day", _number(match, "year"), month, day)


def _of_near_year(match: re.Match[str]) -> Expression:
    shift = f"{match['shift'].lower()} year"
    kind: Kind = "day" if match["day"] else "month"
    end = Expression(_span(match), "day", None, _month(match), _number(match, "day2")) if match["day2"] else None
    return Expression(_span(match), kind, None, _month(match), _number(match, "day"), shift=shift, until=end)


def _plain_month(match: re.Match[str]) -> Expression:
    return Expression(_span(match), "month", month=_month(match))


def _fiscal(match: re.Match[str]) -> Expression:
    return Expression(_span(match), "fiscal")


def _decade(match: re.Match[str]) -> Expression | None:
    """The 2000s may be ten years or a hundred."""
    year = int(match["year"]) if match["year"] else 1900 + int(match["short"])
    span = Span(*match.span("all")) if match["all"] else Span(match.start("short"), match.end())
    if year % 100 == 0:
        return None
    return Expression(span, "year", year, until=Expression(span, "year", year + 9))


def _century(match: re.Match[str]) -> Expression | None:
    number = int(match["number"])
    if not 10 <= number <= 21:
        return None
    first = number * 100 - 99
    return Expression(_span(match), "year", first, until=Expression(_span(match), "year", first + 99))


def _count(words: str | None) -> int:
    """The number that a word or digits name; 1 where there is none."""
    return 1 if words is None else COUNTS.get(words.lower()) or int(words)


def _ago(match: re.Match[str]) -> Expression | None:
    about = (match["about"] or "").lower()
    count, unit = _count(match["count"]), match["unit"]
    # "Twenty years ago" is seldom meant to the year.
    is_rough = about not in ("", "just", "only", "exactly") or (count > 10 and count % 10 == 0)
    return Expression(_span(match), "ago", shift=unit, count=-count, is_rough=is_rough)


STEPS = {"same": 0, "that": 0, "following": 1, "previous": -1, "preceding": -1}
"""Units to go on from the date that the text told before."""


def _from_told(match: re.Match[str]) -> Expression:
    if match["all2"]:
        count = _count(match["count"]) * (-1 if match["step"] == "earlier" else 1)
        return Expression(Span(*match.span("all2")), "told", shift=match["unit2"], count=count)
    unit, count = ("day", 1) if match["day"] else (match["unit"].lower(), STEPS[match["which"].lower()])
    return Expression(Span(*match.span("all")), "told", shift=unit, count=count)


def _named_year(match: re.Match[str]) -> Expression:
    group = "year" if match["year"] else "year2"
    return Expression(Span(*match.span(group)), "year", int(match[group]))


def _part_of(match: re.Match[str]) -> Expression:
    return Expression(_span(match), "part", shift=match["unit"].lower(), count=1 if match["late"] else 0)


def _year_first(match: re.Match[str]) -> Expression:
    return Expression(_span(match), "day", int(match["year"]), int(match["month"]), int(match["day"]))


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
    (p.YEAR_FIRST, _year_first),
    (p.SHORT_NUMERIC, _short_numeric),
    (p.ATTACKS, _attacks),
    *((pattern, _of_near_year) for pattern in p.OF_NEAR_YEAR),
    *((pattern, _day_range) for pattern in p.DAY_RANGES),
    *((pattern, _day) for pattern in p.DAYS),
    (p.MONTH_RANGE, _month_range),
    (p.MONTH_OF_YEAR, _month_of_year),
    (p.FEAST, _feast),
    (p.BARE_MONTH, _bare_month),
    (p.MONTH_AFTER_MONTH, _plain_month),
    (p.MONTH_BEFORE_NOUN, _plain_month),
    (p.FISCAL, _fiscal),
    (p.SEASON, _season),
    (p.YEAR_RANGE, _year_range),
    (p.WEEKDAY_RANGE, _weekday_range),
    (p.BARE_WEEKDAY, _bare_weekday),
    (p.NEAR_DAY, _near_day),
    (p.NEAR_PERIOD, _near_period),
    (p.AGO, _ago),
    (p.FROM_TOLD, _from_told),
    (p.PART_OF, _part_of),
    (p.DECADE, _decade),
    (p.CENTURY, _century),
    (p.BARE_YEAR, _year),
    (p.PLAIN_YEAR, _year),
    (p.YEAR_LIST, _year),
    (p.NAMED_YEAR, _named_year),
    (p.SUBJECT_YEAR, _year),
    (p.EDITION, _year),
)
"""The fullest shapes first: what they take, the others leave."""
