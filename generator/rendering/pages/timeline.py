"""The timeline: what is dated, by year, month and day; what is not, apart; long ones split by year."""

import calendar
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate, groupby

from generator.model import Event, EventPart
from generator.rendering.addresses import ICS, OPEN, TIMELINE, day_anchor, href, relative, timeline_anchor
from generator.rendering.catalog import Catalog
from generator.rendering.days import Entry, by_day, day_of, day_of_entry, going_on
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.happenings import EventLine, ToldLine, show_event, show_statement, show_telling
from generator.rendering.ics import days_of, offer_calendar
from generator.rendering.labels import Text
from generator.rendering.layout import ListPage, divide_dates, pages_of
from generator.rendering.markup import Markdown
from generator.rendering.pages.pictures.themes import draw_themes
from generator.rendering.pictures.strip import Tick, draw_strip
from generator.rendering.readable import Day, When, counted, month_in_words, show_date
from generator.rendering.views import (
    BriefLine,
    Link,
    Part,
    Shelf,
    WayTo,
    are_open_apart,
    show_brief,
    show_part,
    timeline_ways,
)

LATEST = 20
"""Events that the front of a split timeline tells of: so many of the last, and so many to come."""
OPEN_ROWS = 20
"""Dates of a page that stand open; the months and days behind them are folded."""
Running = Mapping[str, Sequence[Entry]]
"""For a day, the spans of days that it is among."""


@dataclass(frozen=True, slots=True)
class DayGroup:
    """What is dated to one day (or interval, or a whole month or year)."""

    when: When
    anchor: Markdown | None
    """Of the day; None where the date is less exact, or the day is named above."""
    weekday: Markdown | None
    within: tuple[Link, ...]
    """Spans of days that began before and are not over."""
    events: tuple[EventLine, ...]
    briefs: tuple[BriefLine, ...]
    """Briefs published then."""
    count: Markdown
    """`4 dates`."""
    is_coming: bool
    """It is after the day of the newest source."""
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class MonthGroup:
    """The days of one month."""

    words: Markdown
    anchor: Markdown
    days: tuple[DayGroup, ...]
    statements: tuple[ToldLine, ...]
    """Sentences that have a date and tell of no event; empty unless the settings ask for them."""
    statements_words: Markdown
    """`4 sentences`."""
    count: Markdown
    """`4 dates`."""
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class YearGroup:
    """The months of one year."""

    words: Markdown
    anchor: Markdown
    months: tuple[MonthGroup, ...]
    count: Markdown
    """`4 dates`."""
    is_folded: bool
    """Years before it on its page have many."""


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The timeline, or one page of it."""

    title: str
    count: Markdown
    ways: tuple[WayTo, ...]
    ics_href: Markdown | None
    """The calendar file of all events that have a day."""
    strip: Markdown | None
    lanes: Markdown | None
    """The events of the themes, each theme in a lane of its own; on the first page only, none in Markdown."""
    coming: tuple[DayGroup, ...]
    """Where the timeline is split: the events dated after the newest source, the next one first."""
    latest: tuple[DayGroup, ...]
    """Where the timeline is split: the last events up to the day of the newest source, the newest first."""
    years: tuple[YearGroup, ...]
    shelves: tuple[Shelf, ...]
    """The pages of decades, years or months, where the timeline is split."""
    open: tuple[ToldLine, ...]
    """Dates that the sources write and that could not be placed."""
    open_more: Shelf | None
    """The page that lists them, where they are many."""
    up: Markdown | None
    part: Part
    earlier: Link | None
    later: Link | None
    """The parts of the timeline before and behind this one."""


def draw_timeline(catalog: Catalog, here: str) -> Markdown | None:
    """The strip for the page `here`; its bars lead to the timeline."""
    return _strip(catalog, divide_dates(catalog.dated, catalog.settings.index_split), here)


def _strip(catalog: Catalog, pages: Iterable[ListPage[Entry]], here: str) -> Markdown | None:
    """A strip whose bars lead to the months of these pages; in Markdown they lead nowhere."""
    ticks = []
    for page in pages:
        for entry in page.rows:
            if entry.statement is not None:
                continue
            target = f"{page.path}#{_anchor(entry.day)}"
            ticks.append(Tick(entry.day, None if catalog.style == "markdown" else href(target, here, catalog.style)))
    return draw_strip(ticks, catalog.labels.text("Dates over time"), text=catalog.labels.text)


def view_timeline(catalog: Catalog) -> list[tuple[str, Callable[[], TimelineView]]]:
    """The timeline with the pages that it is split into."""
    limit, open_ = catalog.settings.index_split, catalog.open_dates
    pages = divide_dates(catalog.dated, limit)
    is_split, running = pages[0].path != TIMELINE, going_on(by_day(catalog.dated))
    parts = list(_parts(catalog, pages, running)) if is_split else []
    front = partial(_front, catalog, pages, running, is_split=is_split)
    is_apart = open_ and are_open_apart(catalog)
    return [(TIMELINE, front), *parts, *(_open_pages(catalog, open_, limit) if is_apart else ())]


def _front(catalog: Catalog, pages: Sequence[ListPage[Entry]], running: Running, *, is_split: bool) -> TimelineView:
    open_ = catalog.open_dates
    is_apart = are_open_apart(catalog)
    coming, latest = _around_newest(catalog) if is_split else ([], [])
    return replace(
        _view(catalog, "Timeline", len(catalog.dated), [TIMELINE], 1),
        ics_href=relative(ICS, TIMELINE) if any(days_of(event) for event in catalog.library.events) else None,
        strip=_strip(catalog, pages, TIMELINE),
        lanes=draw_themes(catalog, TIMELINE),
        coming=tuple(_days(catalog, coming, TIMELINE, {})),
        latest=tuple(_days(catalog, latest, TIMELINE, {})),
        years=() if is_split else tuple(_years(catalog, _turned(pages[0]), running)),
        shelves=_shelves(pages) if is_split else (),
        open=() if is_apart else tuple(show_telling(catalog, event, part, TIMELINE) for event, part in open_),
        open_more=_open_shelf(len(open_)) if open_ and is_apart else None,
        up=None,
    )


def _around_newest(catalog: Catalog) -> tuple[list[Entry], list[Entry]]:
    """The next events after the day of the newest source, and the last ones up to it, the newest day first."""
    newest = max((day for entry in catalog.dated if entry.brief and (day := day_of_entry(entry))), default="")
    told = [(day, entry) for entry in catalog.dated if entry.event and (day := day_of_entry(entry))]
    coming = [entry for day, entry in told if day > newest] if newest else []
    past = [pair for pair in told if not newest or pair[0] <= newest][-LATEST:]
    return coming[:LATEST], [entry for _, entry in sorted(past, key=lambda pair: pair[0], reverse=True)]


def _shelves(pages: Sequence[ListPage[Entry]]) -> tuple[Shelf, ...]:
    return tuple(
        Shelf(Markdown(page.words), relative(page.path, TIMELINE), counted(page.total, "date"))
        for page in pages
        if page.number == 1
    )


def _parts(
    catalog: Catalog, pages: Sequence[ListPage[Entry]], running: Running
) -> Iterator[tuple[str, Callable[[], TimelineView]]]:
    """The pages of a long timeline, each with the way to its neighbours."""
    firsts = [page for page in pages if page.number == 1]
    at = {page.paths: place for place, page in enumerate(firsts)}
    for page in pages:
        place = at[page.paths]
        around = (firsts[place - 1] if place else None, firsts[place + 1] if place + 1 < len(firsts) else None)
        yield page.path, partial(_part, catalog, pages, page, running, around)


def _part(
    catalog: Catalog,
    pages: Sequence[ListPage[Entry]],
    page: ListPage[Entry],
    running: Running,
    around: tuple[ListPage[Entry] | None, ListPage[Entry] | None],
) -> TimelineView:
    same = [other for other in pages if other.paths == page.paths]
    earlier, later = around
    return replace(
        _view(catalog, f"Timeline, {page.words}", page.total, page.paths, page.number),
        years=tuple(_years(catalog, page, running)),
        strip=_strip(catalog, same, page.path),
        earlier=_neighbour(earlier, page.path) if earlier else None,
        later=_neighbour(later, page.path) if later else None,
    )


def _neighbour(page: ListPage[Entry], here: str) -> Link:
    return Link(page.words, relative(page.path, here))


def _open_shelf(count: int) -> Shelf:
    return Shelf(Markdown("Open dates"), relative(OPEN, TIMELINE), counted(count, "date"))


def _open_pages(
    catalog: Catalog, open_: Sequence[tuple[Event, EventPart]], limit: int
) -> Iterator[tuple[str, Callable[[], TimelineView]]]:
    for paths, number, shown in pages_of(OPEN, open_, limit):
        yield paths[number - 1], partial(_open_page, catalog, shown, len(open_), paths, number)


def _open_page(
    catalog: Catalog, shown: Sequence[tuple[Event, EventPart]], total: int, paths: list[str], number: int
) -> TimelineView:
    lines = tuple(show_telling(catalog, event, part, paths[number - 1]) for event, part in shown)
    return replace(_view(catalog, "Timeline, open dates", total, paths, number), open=lines)


def _view(catalog: Catalog, title: str, count: int, paths: Sequence[str], number: int) -> TimelineView:
    return TimelineView(
        title=title,
        count=counted(count, "date"),
        ways=timeline_ways(catalog, paths[number - 1]),
        ics_href=None,
        strip=None,
        lanes=None,
        coming=(),
        latest=(),
        years=(),
        shelves=(),
        open=(),
        open_more=None,
        up=relative(TIMELINE, paths[number - 1]),
        part=show_part(paths, number),
        earlier=None,
        later=None,
    )


def _years(catalog: Catalog, page: ListPage[Entry], running: Running) -> Iterator[YearGroup]:
    """The years of a page; what has no month stands behind the months of its year."""
    before = 0
    for year, in_year in groupby(page.rows, key=lambda entry: entry.day.year):
        months = []
        for month, in_month in groupby(sorted(in_year, key=_has_no_month), key=lambda entry: entry.day.month):
            words, anchor = month_in_words(year, month) if month else "Without a month", _anchor(Day(year, month))
            told = _month(catalog, Markdown(words), Markdown(anchor), list(in_month), page.path, running)
            months.append(_fold(told, before))
            before += sum(map(_size, told.days))
        count = counted(sum(_size(day) for group in months for day in group.days), "date")
        shown, anchor_ = _with_own_anchor(year, months), Markdown(_anchor(Day(year)))
        yield YearGroup(Markdown(f"{year:04d}"), anchor_, shown, count, all(month.is_folded for month in months))


def _month(
    catalog: Catalog, words: Markdown, anchor: Markdown, entries: Sequence[Entry], here: str, running: Running
) -> MonthGroup:
    stated = [entry for entry in entries if entry.statement is not None]
    told = [entry for entry in entries if entry.statement is None]
    return MonthGroup(
        words=words,
        anchor=anchor,
        days=tuple(_days(catalog, told, here, running)),
        statements=tuple(show_statement(catalog, e.brief, e.statement or 0, here) for e in stated if e.brief),
        statements_words=counted(len(stated), "sentence"),
        count=counted(len(told), "date"),
    )


def _fold(month: MonthGroup, before: int) -> MonthGroup:
    """A month behind so many dates of its page: folded where they are many, else its days from where they become so."""
    if before >= OPEN_ROWS:
        return replace(month, is_folded=True)
    sizes = accumulate(map(_size, month.days), initial=before)
    days = (replace(day, is_folded=ahead >= OPEN_ROWS) for day, ahead in zip(month.days, sizes, strict=False))
    return replace(month, days=tuple(days))


def _size(day: DayGroup) -> int:
    return len(day.events) + len(day.briefs)


def _with_own_anchor(year: int, months: list[MonthGroup]) -> tuple[MonthGroup, ...]:
    """The year's own heading has the anchor that dates without a month would have."""
    return tuple(
        replace(group, anchor=Markdown(f"{group.anchor}-00")) if group.anchor == _anchor(Day(year)) else group
        for group in months
    )


def _turned(page: ListPage[Entry]) -> ListPage[Entry]:
    """The newest year, month and day first; what stands on one day in its order."""
    days = [list(found) for _, found in groupby(page.rows, key=_date)]
    return replace(page, rows=tuple(entry for found in reversed(days) for entry in found))


def _has_no_month(entry: Entry) -> bool:
    return entry.day.month is None


def _date(entry: Entry) -> str:
    return entry.date


def _anchor(day: Day) -> str:
    return timeline_anchor(day.year, day.month)


def _days(catalog: Catalog, entries: Sequence[Entry], here: str, running: Running) -> Iterator[DayGroup]:
    """The dates of a month; the first of a day has its anchor, where it is the first on the timeline too."""
    named: set[str] = set()
    for date, found in groupby(entries, key=_date):
        rows = list(found)
        day = next(filter(None, map(day_of_entry, rows)), None)
        is_first = day is not None and day not in named and catalog.addresses.days[day].partition("#")[0] == here
        yield _day(catalog, date, rows, here, day if is_first else None, running)
        named |= {day} if day else set()


def _day(
    catalog: Catalog, date: str, entries: Sequence[Entry], here: str, day: str | None, running: Running
) -> DayGroup:
    return DayGroup(
        when=show_date(date) or When(Markdown(""), Markdown("")),
        anchor=Markdown(day_anchor(day)) if day else None,
        weekday=Markdown(calendar.day_name[calendar.weekday(*map(int, day.split("-")))]) if day else None,
        within=tuple(_within(catalog, running.get(day or "", ()), here)),
        events=tuple(show_event(catalog, e.event, here) for e in entries if e.event),
        briefs=tuple(show_brief(catalog, e.brief.id, here) for e in entries if e.brief),
        count=counted(len(entries), "date"),
        is_coming=_is_coming(catalog, day_of(date)),
    )


def _is_coming(catalog: Catalog, day: str | None) -> bool:
    """Whether a day is after that of the newest source: no clock says what day it is."""
    value = catalog.newest[0].analysis.metadata.published.value if catalog.newest else None
    newest = day_of(value) if value else None
    return bool(day and newest and day > newest)


def _within(catalog: Catalog, spans: Iterable[Entry], here: str) -> Iterator[Link]:
    """The spans of days that a day is among, each once, with the way to where the timeline tells of it."""
    for date in dict.fromkeys(span.date for span in spans):
        begins, when = day_of(date), show_date(date)
        if begins and when:
            yield Link(when.words, relative(catalog.addresses.days[begins], here))


def draft_timeline(catalog: Catalog) -> Iterator[Draft]:
    """The timeline, with the calendar file of all events, and its parts."""
    files = offer_calendar(catalog, catalog.library.events, ICS)
    for path, view in view_timeline(catalog):
        offered = files if path == TIMELINE else ()
        yield Draft(path, None, _describe, view, searchable=False, files=offered)


def _describe(view: TimelineView, text: Text) -> str:
    return f"{text(view.title)}: {text(view.count)}."


PAGE = PageKind("timeline", "timeline", draft_timeline, nav=(("Timeline", TIMELINE),))
