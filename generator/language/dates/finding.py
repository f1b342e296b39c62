"""Date expressions of the body with the days they mean, never a day that the text does not settle."""

import calendar
import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.language.dates import nearness as near
from generator.language.dates.expression import (
    NOWADAYS,
    ONE_DAY,
    Dating,
    Expression,
    Tense,
    UnsettledError,
    Value,
    Verbs,
    interval,
)
from generator.language.dates.nearness import Found, count_from_told
from generator.language.dates.weekdays import settle_weekdays
from generator.language.wording import find_date_line
from generator.model import DateMention, Document, Span
from generator.text.edtf import Days, bounds, day_value, month_value
from generator.text.quotes import find_passages
from generator.text.spans import Spans

NO_ANCHOR = "no publication date is stated"
COARSE = "the publication date is not stated to the day"
NO_TENSE = "the clause does not say whether it is past or to come"
NO_SUCH_DAY = "the calendar has no such day"
NO_YEAR_OF_WEEKDAY = "the weekday fits no near year"
UNSETTLED = {
    "unclear": "day and month cannot be told apart",
    "nowadays": NOWADAYS,
    "fiscal": "a fiscal year may begin in another",
    "told": "counted from another date of the text",
}
"""Kinds that have no value whatever the day of writing, with the reason."""
HALF_YEAR = 183
_FEW = 6
"""Days that a festival or a summit may last, each a weekday of its own."""
_LATELY = 14
"""Days after the end of a few days within which a weekday may still be one of them."""
NEAR = 60
"""Days by which a date without a year may lie ahead although the clause is in the past tense ("was to meet on")."""


def resolve(expression: Expression, anchor: Days | None, tense: Tense) -> Value:
    """The value of an expression, given the first and last day on which its text may have been written."""
    try:
        return _stated(expression) or _resolved(expression, anchor, tense)
    except UnsettledError as reason:
        return Value(None, str(reason), "open")
    except (ValueError, OverflowError):
        return Value(None, NO_SUCH_DAY, "open")


def _stated(expression: Expression) -> Value | None:
    """The value where the words say it in full; None where the year is missing."""
    if expression.kind in UNSETTLED:
        raise UnsettledError(UNSETTLED[expression.kind])
    if expression.year is None:
        return None
    first = _full(expression, expression.year)
    if expression.until:
        last = _full(expression.until, expression.until.year or _end_year(expression, expression.year))
        return interval(first, last, "as stated", "stated")
    if expression.weekday is not None and datetime.date.fromisoformat(first).weekday() != expression.weekday:
        raise UnsettledError("the weekday is not that of the date")
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


def _resolved(expression: Expression, anchor: Days | None, tense: Tense) -> Value:
    """The value as reckoned from the day of writing."""
    if anchor is None:
        raise UnsettledError(NO_ANCHOR)
    rule = RULES[expression.kind]
    first = rule(expression, anchor[0], tense)
    if anchor[0] != anchor[1] and rule(expression, anchor[1], tense).edtf != first.edtf:
        raise UnsettledError(COARSE)
    if anchor[0] != anchor[1] and not _is_year_rule(expression):
        # Between the first and the last day, something that turns by the week may take many values.
        raise UnsettledError(COARSE)
    return first


def _is_year_rule(expression: Expression) -> bool:
    """Whether the value changes so rarely that two ends that agree speak for all days between."""
    if expression.kind in ("ago", "part"):
        return expression.shift in ("month", "year")
    return expression.kind in ("day", "month", "near month", "near year") and expression.weekday is None


def _day(expression: Expression, written: datetime.date, tense: Tense) -> Value:
    """A day and month without a year: that of the year named, else of the nearest year that fits the tense."""
    if expression.shift:
        return _of_near_year(expression, written)
    return _in_year(expression, _choose_year(expression, written, tense), "year from the publication date")


def _of_near_year(expression: Expression, written: datetime.date) -> Value:
    """A day or month of "last year" and the like."""
    year = written.year + near.STEPS[expression.shift.split()[0]]
    return _in_year(expression, year, f"{expression.shift}, counted from the publication date")


def _in_year(expression: Expression, year: int, rule: str) -> Value:
    """The day or month in a year, or all up to the end of the range."""
    if expression.until is None:
        return Value(_full(expression, year), rule, "resolved")
    end = year if expression.shift else _end_year(expression, year)
    return interval(_full(expression, year), _full(expression.until, end), rule, "resolved")


def _choose_year(expression: Expression, written: datetime.date, tense: Tense) -> int:
    """The year of a day that names none. Raises UnsettledError where the tense does not settle it."""
    distance = _distances(expression, written)
    year = min(distance, key=lambda y: (abs(distance[y]), -y))
    if tense == "unknown" and year != written.year and abs(distance[year]) > HALF_YEAR // 2:
        raise UnsettledError(NO_TENSE)
    if tense == "past":
        year = _latest(distance, year, written)
    if tense == "future" and distance[year] < 0:
        year = min((y for y in distance if distance[y] >= 0), default=year)
    if expression.weekday is not None and abs(distance[year]) > HALF_YEAR:
        # In one year of seven a wrong weekday fits by chance.
        raise UnsettledError(NO_YEAR_OF_WEEKDAY)
    return year


def _distances(expression: Expression, written: datetime.date) -> dict[int, int]:
    """The days from the day of writing to the day in the years around it; a year without that day is left out."""
    years = [year for year in (written.year - 1, written.year, written.year + 1) if _fits(expression, year)]
    if not years:
        raise UnsettledError(NO_SUCH_DAY if expression.weekday is None else NO_YEAR_OF_WEEKDAY)
    return {year: (_date(expression, year) - written).days for year in years}


def _latest(distance: Mapping[int, int], nearest: int, written: datetime.date) -> int:
    """The year of a day in a clause of the past tense: the nearest, unless that lies too far ahead."""
    if distance[nearest] > NEAR:
        return max((year for year in distance if distance[year] <= 0), default=nearest)
    if distance[nearest] > 0 and nearest != written.year:
        # In December, "met on January 10" and "said the talks on January 10" mean different years.
        raise UnsettledError(NO_TENSE)
    return nearest


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
    month, shift = expression.month or 0, expression.shift
    if shift.endswith(" year"):
        return _of_near_year(expression, written)
    if shift == "this":
        return _in_year(expression, written.year, "in the year of the publication date")
    # "Last March" is not that of writing.
    if shift == "last" or (tense == "past" and not shift):
        year = written.year - (month > written.month - bool(shift))
        return _in_year(expression, year, "latest such month before or in that of the publication date")
    if shift == "next" or tense == "future":
        year = written.year + (month < written.month + bool(shift))
        return _in_year(expression, year, "next such month from that of the publication date on")
    raise UnsettledError(NO_TENSE)


def _weekday(expression: Expression, written: datetime.date, tense: Tense) -> Value:
    """A weekday: the latest one (past), the first one to come (future)."""
    if expression.shift in ("previous", "following"):
        raise UnsettledError("counted from another day of the text")
    ahead = ((expression.weekday or 0) - written.weekday()) % 7
    days, rule = _weekday_step(expression.shift, ahead, tense)
    if expression.shift == "next" and written.weekday() + days < 7:
        # Said on a Monday, "next Friday" is the one of that week to some and of the next to others.
        raise UnsettledError("next may mean this week's or next week's")
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
    if ahead == 0 and tense == "unknown":
        return 0, "the {} of the publication date"
    if tense == "past":
        return ahead - 7 if ahead else 0, "latest {} on or before the publication date (past tense)"
    if tense == "future":
        return ahead, "first {} on or after the publication date (future tense)"
    raise UnsettledError(NO_TENSE)


def _weekday_range(expression: Expression, start: datetime.date, written: datetime.date, tense: Tense) -> Value:
    """From one weekday to the next such one; wholly past or wholly to come."""
    end = start + ((expression.until.weekday or 0) - start.weekday()) % 7 * ONE_DAY if expression.until else start
    if tense == "past" and end > written:
        start, end = start - 7 * ONE_DAY, end - 7 * ONE_DAY
    return interval(day_value(start), day_value(end), f"nearest such days ({tense} tense)", "resolved")


RULES: dict[str, Callable[[Expression, datetime.date, Tense], Value]] = {
    "day": _day,
    "month": _month,
    "weekday": _weekday,
    "near day": near.near_day,
    "week": near.week,
    "weekend": near.week,
    "near month": near.near_month,
    "near year": near.near_year,
    "ago": near.ago,
    "part": near.part_of,
}
"""For each kind of expression, how it is reckoned from the day of writing."""


OTHER_YEAR = "the text states this month of another year"
OF_SPELL = "the text tells of days before that have this weekday too"
TOLD_NEXT = Value(None, near.NOT_EXACT, "open")
"""What "the next month" means, which follows another that was told."""
OWN_LINE = "as stated: the day of publication"
IN_SPEECH = "in a quotation, whose day is not stated"


def find_dates(
    document: Document,
    sentences: Sequence[Span],
    published: str | None,
    dating: Dating,
    names: Sequence[Span] = (),
) -> tuple[DateMention, ...]:
    """All date expressions of the body sentences, in order.

    `published` is the EDTF of the publication date, perhaps only to the month, or None. A date without a year, a
    weekday, or "next week" is reckoned from it; without it such an expression stays open. Inside one of the `names`,
    "USA Today", such an expression is none.
    """
    known = Spans(names)
    anchor = bounds(published) if published else None
    quoted: Spans[Span] | None = None
    found: list[Found] = []
    for number, sentence in enumerate(sentences):
        read = dating.find_expressions(document.text, sentence)
        expressions = [e for e in read if e.year or not _is_inside(e.span, known)]
        if not expressions:
            continue
        if quoted is None:
            quoted = _quoted(document)
        verbs = dating.read_verbs(document.text, sentence)
        near_by = [e for e in expressions if not _is_told_next(document.text, e)]
        found += [
            Found(e, _value(e, anchor, verbs, quoted) if e in near_by else TOLD_NEXT, number) for e in expressions
        ]
    found = list(settle_weekdays(document.text, found, anchor))
    told = _stated_months(found)
    found = [f._replace(value=_unless_told(f.expression, f.value, told)) for f in found]
    spells = [days for f in found if (days := _few_days(f.value))]
    found = [f._replace(value=_unless_of_spell(f.expression, f.value, spells)) for f in found] if spells else found
    settled = [(f.expression.span, f.value) for f in count_from_told(found)]
    dates = [DateMention(span, value.edtf, value.rule, value.status) for span, value in settled]
    return tuple(sorted([*_own_lines(document, sentences, published), *dates], key=lambda date: date.span))


def _own_lines(document: Document, sentences: Sequence[Span], published: str | None) -> Iterator[DateMention]:
    """The dates of lines above the text that say when it was published, where they say what is known of that day."""
    first = sentences[0].start if sentences else len(document.text)
    for block in document.blocks:
        if block.kind != "dateline" or block.span.start > first:
            continue
        line = find_date_line(block.span.of(document.text))
        if line and line.value == (published or "")[:10]:
            span = Span(block.span.start + line.start, block.span.start + line.end)
            yield DateMention(span, line.value, OWN_LINE, "stated")


def _stated_months(found: Sequence[Found]) -> Mapping[int, frozenset[int]]:
    """The years that the text states for a month, by month."""
    years: dict[int, set[int]] = {}
    for expression, value, _ in found:
        if expression.year and expression.month and value.status == "stated":
            years.setdefault(expression.month, set()).add(expression.year)
    return {month: frozenset(told) for month, told in years.items()}


def _unless_told(expression: Expression, value: Value, told: Mapping[int, frozenset[int]]) -> Value:
    """The value, left open where it was reckoned to a year and the text states that month of other years only."""
    years = told.get(expression.month or 0)
    is_reckoned = value.status == "resolved" and not expression.year and not expression.shift
    if years and is_reckoned and int((value.edtf or "0")[:4]) not in years:
        return Value(None, OTHER_YEAR, "open")
    return value


def _few_days(value: Value) -> Days | None:
    """The first and last day of a few that are told as one: "from March 15 to 17"."""
    days = bounds(value.edtf) if value.edtf and "/" in value.edtf and not near.is_within(value.rule) else None
    return days if days and days[0] < days[1] <= days[0] + _FEW * ONE_DAY else None


def _unless_of_spell(expression: Expression, value: Value, spells: Sequence[Days]) -> Value:
    """The day of a bare weekday, left open where the text tells of a few days before it that have that weekday too."""
    is_bare = expression.kind == "weekday" and not (expression.shift or expression.until)
    if not is_bare or not value.edtf:
        return value
    day = datetime.date.fromisoformat(value.edtf)
    for first, last in spells:
        has_weekday = ((expression.weekday or 0) - first.weekday()) % 7 <= (last - first).days
        if has_weekday and day - _LATELY * ONE_DAY <= last < day:
            return Value(None, OF_SPELL, "open")
    return value


def _is_told_next(text: str, expression: Expression) -> bool:
    """Whether "the" stands before "next month": one that follows what was told, not the day of writing."""
    before = text[max(0, expression.span.start - len("the ")) : expression.span.start]
    return expression.shift.startswith("next") and before.lower() == "the "


def _value(expression: Expression, anchor: Days | None, verbs: Verbs, quoted: Spans[Span]) -> Value:
    """What the expression means; "today" in somebody's words counts from the day of speaking, which may be another."""
    if expression.kind in ("near day", "nowadays") and anchor and _is_inside(expression.span, quoted):
        return Value(None, IN_SPEECH, "open")
    return resolve(expression, anchor, _tense(expression, verbs, quoted))


def _tense(expression: Expression, verbs: Verbs, quoted: Spans[Span]) -> Tense:
    """The tense that counts for an expression: of words in quotation marks their own, not of who says them."""
    passage = quoted.at(expression.span.start) if expression.kind == "weekday" else None
    if passage and passage.holds(expression.span) and not verbs.is_any_in(passage):
        return "unknown"
    tense = verbs.tense_at(expression.span)
    if expression.kind == "day" and tense == "past" and verbs.is_aimed_at(expression.span):
        # The year only: "agreed on Thursday" and "agreed to meet on Thursday" are written alike.
        return "unknown"
    if expression.kind == "near day" and tense == "unknown" and not verbs.is_empty:
        # "Today" is the day of writing whether the flight "was delayed today" or "may be"; only "the club has 300
        # members today" tells of none.
        return "past"
    return tense


def _quoted(document: Document) -> Spans[Span]:
    """The quoted passages of the body."""
    paragraphs = [block.span for block in document.blocks if block.is_body]
    return Spans(passage.span for passage in find_passages(document.text, paragraphs)[0])


def _is_inside(span: Span, quoted: Spans[Span]) -> bool:
    """Whether a span lies in one of the passages or names."""
    passage = quoted.at(span.start)
    return passage is not None and passage.holds(span)
