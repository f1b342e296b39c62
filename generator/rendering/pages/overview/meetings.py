"""Who met or will meet whom: by date, and by place."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from generator.model import Event
from generator.rendering.addresses import EVENTS, MEETINGS, MEETINGS_BY_PLACE, TIMELINE, relative
from generator.rendering.catalog import Catalog
from generator.rendering.days import date_of
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.findings.meetings import MeetingLine, list_meetings, name_meeting_places, show_meeting
from generator.rendering.labels import Text
from generator.rendering.layout import name_key, pages_of
from generator.rendering.markup import Markdown, md
from generator.rendering.readable import counted, month_in_words
from generator.rendering.views import Link, Part, Shelf, WayTo, show_link, show_part, show_ways

Row = tuple[str, Event]
"""The id of a place, empty where none is told, and a meeting there."""
_PLACES_SHOWN = 40
"""Places to which the first page leads: those of most meetings."""


@dataclass(frozen=True, slots=True)
class MeetingGroup:
    """The meetings of a month, or of a place."""

    words: str
    place: Link | None
    """The page of the place, of a group by place."""
    anchor: Markdown
    count: Markdown
    meetings: tuple[MeetingLine, ...]


@dataclass(frozen=True, slots=True)
class MeetingsView:
    """The meetings of the collection, or one page of them."""

    title: str
    count: Markdown
    ways: tuple[WayTo, ...]
    places: tuple[Shelf, ...]
    """The places of most meetings."""
    groups: tuple[MeetingGroup, ...]
    events_href: Markdown
    part: Part


def view_meetings(catalog: Catalog) -> Iterator[tuple[str, Callable[[], MeetingsView]]]:
    """The list by date and the list by place, each over as many pages as it needs."""
    events, limit = list_meetings(catalog), catalog.settings.index_split
    rows = _by_place(catalog, events)
    places = _find_places(catalog, rows)
    for paths, number, shown in pages_of(MEETINGS, events, limit):
        yield paths[number - 1], partial(_by_date_page, catalog, shown, places, len(events), paths, number)
    for paths, number, found in pages_of(MEETINGS_BY_PLACE, rows, limit):
        yield paths[number - 1], partial(_by_place_page, catalog, found, rows, paths, number)


def _by_place(catalog: Catalog, events: Sequence[Event]) -> list[Row]:
    """Each meeting under each of its places, the place of most meetings first; those without one last."""
    rows = [(place, event) for event in events for place in name_meeting_places(catalog, event) or ("",)]
    often = Counter(place for place, _ in rows)
    return sorted(
        rows, key=lambda row: (not row[0], -often[row[0]], name_key(catalog.entities[row[0]]) if row[0] else (0,))
    )


def _find_places(catalog: Catalog, rows: Sequence[Row]) -> list[tuple[str, str, int]]:
    """The places of most meetings, each with where its list begins and how many it has."""
    often, limit = Counter(place for place, _ in rows), catalog.settings.index_split
    found: dict[str, str] = {}
    for paths, number, shown in pages_of(MEETINGS_BY_PLACE, rows, limit):
        for place, _ in shown:
            found.setdefault(place, f"{paths[number - 1]}#{_anchor(place)}")
    return [(place, address, often[place]) for place, address in found.items() if place][:_PLACES_SHOWN]


def _anchor(place: str) -> Markdown:
    return Markdown(f"in-{place}" if place else "no-place")


def _by_date_page(
    catalog: Catalog,
    shown: Sequence[Event],
    places: Sequence[tuple[str, str, int]],
    total: int,
    paths: list[str],
    number: int,
) -> MeetingsView:
    here = paths[number - 1]
    shelves = tuple(
        Shelf(md(catalog.entities[place].name), relative(address, here), counted(count, "meeting"))
        for place, address, count in places
    )
    groups = tuple(
        MeetingGroup(
            words, None, Markdown(f"m{at}"), counted(len(found), "meeting"),
            tuple(show_meeting(catalog, event, here) for event in found),
        )
        for at, (words, found) in enumerate((words, list(found)) for words, found in groupby(shown, key=_month))
    )  # fmt: skip
    return _view("Meetings", counted(total, "meeting"), shelves, groups, paths, number)


_WAYS = (("By date", MEETINGS), ("By place", MEETINGS_BY_PLACE))


def _month(event: Event) -> str:
    """The month under which a meeting stands; its year where it has no more."""
    date = date_of(event)
    if not date or not date[:4].isdigit():
        return "Day not stated"
    month = date[5:7] if date[4:5] == "-" and date[5:7].isdigit() else ""
    return month_in_words(int(date[:4]), int(month) if month and 1 <= int(month) <= 12 else None)


def _by_place_page(
    catalog: Catalog, shown: Sequence[Row], rows: Sequence[Row], paths: list[str], number: int
) -> MeetingsView:
    here, often = paths[number - 1], Counter(place for place, _ in rows)
    groups = tuple(
        _place_group(catalog, place, often[place], [event for _, event in found], here)
        for place, found in groupby(shown, key=lambda row: row[0])
    )
    count = counted(len({place for place, _ in rows if place}), "place")
    return _view("Meetings, by place", count, (), groups, paths, number)


def _view(
    title: str,
    count: Markdown,
    places: tuple[Shelf, ...],
    groups: tuple[MeetingGroup, ...],
    paths: list[str],
    number: int,
) -> MeetingsView:
    here = paths[number - 1]
    # A page that a list goes on over belongs to the first.
    ways = tuple(replace(way, is_here=relative(paths[0], here) == way.href) for way in show_ways(_WAYS, here))
    return MeetingsView(title, count, ways, places, groups, relative(EVENTS, here), show_part(paths, number))


def _place_group(catalog: Catalog, place: str, often: int, events: Sequence[Event], here: str) -> MeetingGroup:
    known = catalog.entities.get(place)
    return MeetingGroup(
        known.name if known else "Place not stated",
        show_link(known.name, catalog.addresses.entities[place], here) if known else None,
        _anchor(place),
        counted(often, "meeting"),
        tuple(show_meeting(catalog, event, here) for event in events),
    )


def draft_meetings(catalog: Catalog) -> Iterator[Draft]:
    """The pages of both lists."""
    for path, view in view_meetings(catalog):
        yield Draft(path, None, _describe, view, searchable=False)


def _describe(view: MeetingsView, text: Text) -> str:
    return text("{title}: who met or will meet whom, where and when.", title=text(view.title))


PAGE = PageKind("meetings", "meetings", draft_meetings, under=TIMELINE)
