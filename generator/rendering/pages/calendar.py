"""The calendar: only days with something are links, to the day on the timeline."""

import calendar
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.rendering.addresses import CALENDAR, calendar_anchor, calendar_year, href, relative
from generator.rendering.catalog import Catalog
from generator.rendering.days import Entry, by_day
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.labels import Text
from generator.rendering.markup import Markdown, joined, md
from generator.rendering.readable import counted, date_in_words, month_in_words
from generator.rendering.views import (
    Link,
    Shelf,
    WayTo,
    timeline_ways,
)

Days = Mapping[str, list[Entry]]
"""What each day has."""
Years = Sequence[tuple[str, list[str]]]
"""The days of each year."""
_MONTHS_SHOWN = 24
"""Months with something, up to which the calendar stands on one page; then each year has its own."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class MonthView:
    """One month of the calendar."""

    words: Markdown
    anchor: Markdown
    grid: Markdown | None
    """A table of weeks; none in Markdown."""
    days: tuple[Link, ...]
    """The days with something."""


@dataclass(frozen=True, slots=True)
class CalendarView:
    """The calendar, or one year of it."""

    title: str
    count: Markdown
    """`41 days`, those with something."""
    ways: tuple[WayTo, ...]
    years: tuple[Shelf, ...]
    """The pages of the years, where they are many."""
    months: tuple[MonthView, ...]
    up: Markdown | None


def view_calendar(catalog: Catalog) -> list[tuple[str, Callable[[], CalendarView]]]:
    """The calendar with the pages of its years, where it is long."""
    days = by_day(catalog.dated)
    years = [(year, list(found)) for year, found in groupby(days, key=lambda day: day[:4])]
    front = partial(_front, catalog, days, years)
    return [(CALENDAR, front)] if _is_whole(days) else [(CALENDAR, front), *_each_year(catalog, days, years)]


def _each_year(catalog: Catalog, days: Days, years: Years) -> Iterator[tuple[str, Callable[[], CalendarView]]]:
    for year, found in years:
        yield calendar_year(year), partial(_year, catalog, days, year, found)


def _front(catalog: Catalog, days: Days, years: Years) -> CalendarView:
    whole = _is_whole(days)
    return CalendarView(
        title="Calendar",
        count=counted(len(days), "day"),
        ways=timeline_ways(catalog, CALENDAR),
        years=() if whole else tuple(_shelf(year, found) for year, found in reversed(years)),
        months=tuple(_months(catalog, days, list(days) if whole else years[-1][1], CALENDAR)),
        up=None,
    )


def _is_whole(days: Mapping[str, object]) -> bool:
    return len({day[:7] for day in days}) <= _MONTHS_SHOWN


def _shelf(year: str, days: Sequence[str]) -> Shelf:
    return Shelf(Markdown(year), relative(calendar_year(year), CALENDAR), counted(len(days), "day"))


def _year(catalog: Catalog, days: Days, year: str, found: Sequence[str]) -> CalendarView:
    here = calendar_year(year)
    return CalendarView(
        title=f"Calendar, {year}",
        count=counted(len(found), "day"),
        ways=timeline_ways(catalog, here),
        years=(),
        months=tuple(_months(catalog, days, found, here)),
        up=relative(CALENDAR, here),
    )


def _months(catalog: Catalog, days: Days, shown: Sequence[str], here: str) -> Iterator[MonthView]:
    for month, found in groupby(shown, key=lambda day: day[:7]):
        inside = {day: len(days[day]) for day in found}
        grid = None if catalog.style == "markdown" else _grid(catalog, month, inside, here)
        words = Markdown(month_in_words(int(month[:4]), int(month[5:])))
        links = tuple(Link(date_in_words(day), relative(catalog.addresses.days[day], here)) for day in inside)
        yield MonthView(words, Markdown(calendar_anchor(month)), grid, links)


def _grid(catalog: Catalog, month: str, inside: Mapping[str, int], here: str) -> Markdown:
    """The weeks of a month as a table; its caption is the anchor that days lead back to."""
    weeks = calendar.Calendar().monthdayscalendar(int(month[:4]), int(month[5:]))
    names = [catalog.labels.text(name) for name in _WEEKDAYS]
    heads = joined(Markdown(f'<th scope="col"><abbr title="{md(name)}">{md(name[:2])}</abbr></th>') for name in names)
    top = max(inside.values())
    rows = joined(
        Markdown(f"<tr>{joined(_cell(catalog, month, number, inside, top, here) for number in week)}</tr>\n")
        for week in weeks
    )
    words = md(catalog.labels.text(month_in_words(int(month[:4]), int(month[5:]))))
    return Markdown(
        f'<table class="briefs-month" id="{calendar_anchor(month)}">\n<caption>{words}</caption>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>"
    )


def _cell(catalog: Catalog, month: str, number: int, inside: Mapping[str, int], top: int, here: str) -> Markdown:
    if not number:
        return Markdown("<td></td>")
    day = f"{month}-{number:02d}"
    if day not in inside:
        return Markdown(f"<td>{number}</td>")
    text = catalog.labels.text
    entries = text(counted(inside[day], "entry", "entries"))
    words = md(f"{text(date_in_words(day))}: {entries}")
    shade = 1 + min(2, 3 * (inside[day] - 1) // top)
    link = href(catalog.addresses.days[day], here, catalog.style)
    return Markdown(
        f'<td><a class="briefs-day briefs-day-{shade}" href="{link}" aria-label="{words}">{number}</a></td>'
    )


def draft_calendar(catalog: Catalog) -> Iterator[Draft]:
    """The calendar and its years."""
    for path, view in view_calendar(catalog):
        yield Draft(path, None, _describe, view, searchable=False)


def _describe(view: CalendarView, text: Text) -> str:
    return text("{number} with something.", number=view.count)


PAGE = PageKind("calendar", "calendar", draft_calendar, is_wide=True)
