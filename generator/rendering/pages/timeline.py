"""The timeline: what is dated, by year, month and day; what is not, apart; long ones split by year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.model import Event, EventPart
from generator.rendering.addresses import ICS, OPEN, TIMELINE, day_page, href, relative, timeline_anchor, timeline_year
from generator.rendering.catalog import Catalog, telling
from generator.rendering.days import Entry, day_of_entry, find_entries, find_open
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.figures import Tick, draw_strip
from generator.rendering.ics import attach_calendar, days_of
from generator.rendering.layout import pages_of
from generator.rendering.markup import Markdown
from generator.rendering.readable import Day, When, counted, month_in_words, show_date
from generator.rendering.shelves import Shelf, WayTo, timeline_ways
from generator.rendering.views import BriefLine, EventLine, Part, show_brief, show_event, show_part


@dataclass(frozen=True, slots=True)
class DayGroup:
    """What is dated to one day (or interval, or a whole month or year)."""

    when: When
    href: Markdown | None
    """The page of the day; None where the date is less exact."""
    events: tuple[EventLine, ...]
    briefs: tuple[BriefLine, ...]
    """Briefs published then."""


@dataclass(frozen=True, slots=True)
class MonthGroup:
    """The days of one month."""

    words: Markdown
    anchor: Markdown
    days: tuple[DayGroup, ...]


@dataclass(frozen=True, slots=True)
class YearGroup:
    """The months of one year."""

    words: Markdown
    anchor: Markdown
    months: tuple[MonthGroup, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The timeline, or one page of it."""

    title: str
    count: Markdown
    ways: tuple[WayTo, ...]
    ics_href: Markdown | None
    """The calendar file of all events that have a day."""
    strip: Markdown | None
    years: tuple[YearGroup, ...]
    shelves: tuple[Shelf, ...]
    """The pages of the years, where the timeline is split."""
    open: tuple[EventLine, ...]
    """Dates that the sources write and that could not be placed."""
    open_more: Shelf | None
    """The page that lists them, where they are many."""
    up: Markdown | None
    part: Part


def draw_timeline(catalog: Catalog, entries: Sequence[Entry], here: str) -> Markdown | None:
    """The strip for the page `here`; its bars lead to the timeline."""
    is_split = len(entries) > catalog.settings.index_split
    pages = [timeline_year(entry.day.year) if is_split else TIMELINE for entry in entries]
    return _strip(catalog, entries, here, pages)


def _strip(catalog: Catalog, entries: Sequence[Entry], here: str, pages: Sequence[str]) -> Markdown | None:
    """A strip whose bars lead to the months of these entries, each on its page; in Markdown they lead nowhere."""
    targets = (f"{page}#{_anchor(entry.day)}" for entry, page in zip(entries, pages, strict=True))
    links = (None if catalog.style == "markdown" else href(target, here, catalog.style) for target in targets)
    return draw_strip([Tick(entry.day, link) for entry, link in zip(entries, links, strict=True)], "Dates over time")


def view_timeline(catalog: Catalog) -> list[tuple[str, TimelineView]]:
    """The timeline with the pages that it is split into."""
    limit, entries, open_ = catalog.settings.index_split, find_entries(catalog), find_open(catalog)
    is_split = len(entries) > limit
    years = [(year, list(rows)) for year, rows in groupby(entries, key=lambda entry: entry.day.year)]
    front = TimelineView(
        title="Timeline",
        count=counted(len(entries), "date"),
        ways=timeline_ways(catalog, TIMELINE),
        ics_href=relative(ICS, TIMELINE) if any(days_of(event) for event in catalog.library.events) else None,
        strip=draw_timeline(catalog, entries, TIMELINE),
        years=() if is_split else tuple(_years(catalog, entries, TIMELINE)),
        shelves=_shelves(years) if is_split else (),
        open=() if len(open_) > limit else tuple(show_event(catalog, event, part, TIMELINE) for event, part in open_),
        open_more=_open_shelf(len(open_)) if len(open_) > limit else None,
        up=None,
        part=show_part([TIMELINE], 1),
    )
    parts = list(_year_pages(catalog, years, limit)) if is_split else []
    return [(TIMELINE, front), *parts, *(_open_pages(catalog, open_, limit) if len(open_) > limit else ())]


def _shelves(years: Sequence[tuple[int, list[Entry]]]) -> tuple[Shelf, ...]:
    return tuple(
        Shelf(Markdown(f"{year:04d}"), relative(timeline_year(year), TIMELINE), counted(len(rows), "date"))
        for year, rows in years
    )


def _open_shelf(count: int) -> Shelf:
    return Shelf(Markdown("Open dates"), relative(OPEN, TIMELINE), counted(count, "date"))


def _year_pages(
    catalog: Catalog, years: Sequence[tuple[int, list[Entry]]], limit: int
) -> Iterator[tuple[str, TimelineView]]:
    for year, rows in years:
        pages = pages_of(timeline_year(year), rows, limit)
        places = [paths[number - 1] for paths, number, shown in pages for _ in shown]
        for paths, number, shown in pages:
            here = paths[number - 1]
            view = _part_view(catalog, f"Timeline, {year:04d}", len(rows), paths, number)
            groups = tuple(_years(catalog, shown, here))
            yield here, replace(view, years=groups, strip=_strip(catalog, rows, here, places))


def _open_pages(
    catalog: Catalog, open_: Sequence[tuple[Event, EventPart]], limit: int
) -> Iterator[tuple[str, TimelineView]]:
    for paths, number, shown in pages_of(OPEN, open_, limit):
        here = paths[number - 1]
        lines = tuple(show_event(catalog, event, part, here) for event, part in shown)
        yield here, replace(_part_view(catalog, "Timeline, open dates", len(open_), paths, number), open=lines)


def _part_view(catalog: Catalog, title: str, count: int, paths: list[str], number: int) -> TimelineView:
    return TimelineView(
        title=title,
        count=counted(count, "date"),
        ways=timeline_ways(catalog, paths[number - 1]),
        ics_href=None,
        strip=None,
        years=(),
        shelves=(),
        open=(),
        open_more=None,
        up=relative(TIMELINE, paths[number - 1]),
        part=show_part(paths, number),
    )


def _years(catalog: Catalog, entries: Sequence[Entry], here: str) -> Iterator[YearGroup]:
    for year, in_year in groupby(entries, key=lambda entry: entry.day.year):
        months = []
        for month, in_month in groupby(in_year, key=lambda entry: entry.day.month):
            rows = list(in_month)
            days = tuple(_day(catalog, date, list(found), here) for date, found in groupby(rows, key=_date))
            words = month_in_words(year, month) if month else "Without a month"
            months.append(MonthGroup(Markdown(words), Markdown(_anchor(Day(year, month))), days))
        yield YearGroup(Markdown(f"{year:04d}"), Markdown(_anchor(Day(year))), _with_own_anchor(year, months))


def _with_own_anchor(year: int, months: list[MonthGroup]) -> tuple[MonthGroup, ...]:
    """The year's own heading has the anchor that dates without a month would have."""
    return tuple(
        MonthGroup(group.words, Markdown(f"{group.anchor}-00"), group.days)
        if group.anchor == _anchor(Day(year))
        else group
        for group in months
    )


def _date(entry: Entry) -> str:
    return entry.date


def _anchor(day: Day) -> str:
    return timeline_anchor(day.year, day.month)


def _day(catalog: Catalog, date: str, entries: Sequence[Entry], here: str) -> DayGroup:
    when, day = show_date(date), next(filter(None, map(day_of_entry, entries)), None)
    return DayGroup(
        when=when if when else When(Markdown(""), Markdown("")),
        href=relative(day_page(day), here) if day else None,
        events=tuple(show_event(catalog, e.event, telling(e.event), here) for e in entries if e.event),
        briefs=tuple(show_brief(catalog, e.brief.id, here) for e in entries if e.brief),
    )


def draft_timeline(catalog: Catalog) -> Iterator[Draft]:
    """The timeline, with the calendar file of all events, and its parts."""
    files = attach_calendar(catalog, catalog.library.events, ICS)
    for path, view in view_timeline(catalog):
        offered = files if path == TIMELINE else ()
        yield Draft(path, view.title, f"{view.title}: {view.count}.", view, searchable=False, files=offered)


PAGE = PageKind("timeline", "timeline", draft_timeline, nav=(("Timeline", TIMELINE),))
