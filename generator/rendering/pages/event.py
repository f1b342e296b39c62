"""An event that several sentences tell: what, when, where, who, every sentence that speaks of it; and the index."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.model import Entity, Event, EventPart
from generator.rendering.addresses import EVENTS, TIMELINE, calendar_file, has_page, relative
from generator.rendering.catalog import Catalog
from generator.rendering.days import day_of_event
from generator.rendering.drafts import Draft, PageKind, attempt_view
from generator.rendering.ics import days_of, offer_calendar
from generator.rendering.layout import name_key, pages_of
from generator.rendering.markup import Markdown
from generator.rendering.readable import When, counted, date_in_words, listed, shortened, show_date
from generator.rendering.shelves import WayTo, timeline_ways
from generator.rendering.views import (
    BriefLine,
    EntityLine,
    EventLine,
    Link,
    Part,
    show_brief,
    show_entity,
    show_event,
    show_part,
    tag_standing,
)

_ROWS = 50


@dataclass(frozen=True, slots=True)
class ToldIn:
    """What one brief tells of an event."""

    brief: BriefLine
    parts: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """An event that more than one sentence tells."""

    title: str
    when: When | None
    status: Markdown
    """`announced`, `reported` or both, in words; `possible` and the like where no sentence tells it as a fact."""
    place: EntityLine | None
    participants: tuple[EntityLine, ...]
    told: tuple[ToldIn, ...]
    """By brief, the oldest first."""
    more: int
    """Sentences that are not shown."""
    briefs: Markdown
    sentences: Markdown
    events_href: Markdown
    ics_href: Markdown | None
    """The calendar file of the event, where it has a day."""
    day: Link | None
    """Its day, or its first, on the timeline."""


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event that more than one sentence tells."""

    title: str
    href: Markdown
    when: When | None
    sentences: Markdown
    briefs: Markdown


@dataclass(frozen=True, slots=True)
class EventsView:
    """The index of events, or one page of it."""

    title: str
    count: Markdown
    named: tuple[EntityLine, ...]
    told: tuple[ToldEvent, ...]
    part: Part
    ways: tuple[WayTo, ...]
    timeline: Markdown


def view_event(catalog: Catalog, event: Event, here: str) -> EventView:
    """Make the view of an event's page."""
    place, day = catalog.entities.get(event.place or ""), day_of_event(event)
    people = [catalog.entities[who] for who in event.participants if who in catalog.entities and who != event.place]
    age = {brief.id: at for at, brief in enumerate(reversed(catalog.newest))}
    parts = sorted(event.parts, key=lambda part: (age[part.evidence.brief], part.evidence))[:_ROWS]
    return EventView(
        title=event_title(catalog, event),
        when=show_date(event.date),
        status=Markdown(_status(event)),
        place=show_entity(catalog, place, here) if place else None,
        participants=tuple(show_entity(catalog, entity, here) for entity in people[:_ROWS]),
        told=tuple(
            ToldIn(show_brief(catalog, brief, here), tuple(show_event(catalog, event, part, here) for part in told))
            for brief, told in groupby(parts, key=_brief)
        ),
        more=len(event.parts) - len(parts),
        briefs=counted(len({part.evidence.brief for part in event.parts}), "brief"),
        sentences=counted(len(event.parts), "sentence"),
        events_href=relative(EVENTS, here),
        ics_href=relative(calendar_file(here), here) if days_of(event) else None,
        day=Link(date_in_words(day), relative(catalog.addresses.days[day], here)) if day else None,
    )


def _brief(part: EventPart) -> str:
    return part.evidence.brief


def _status(event: Event) -> str:
    """Each status that a sentence gives it, in the order in which things go; how it is told where it is no fact."""
    if event.standing not in ("asserted", "planned"):
        return str(tag_standing(event.standing))
    stated = {str(part.status) for part in event.parts if part.standing in ("asserted", "planned")}
    return ", then ".join(one for one in ("announced", "reported", "postponed", "cancelled") if one in stated)


def event_title(catalog: Catalog, event: Event) -> str:
    """A name for an event that has none: its date and place, then the first who take part."""
    place = catalog.entities.get(event.place or "")
    people = [who for who in event.participants if who in catalog.entities and who != event.place]
    names = listed([shortened(catalog.entities[who].name, 80) for who in people[:3]])
    head = date_in_words(event.date) if event.date else "Date not stated"
    when_and_where = ", ".join(part for part in (head, place and shortened(place.name, 80)) if part)
    return f"{when_and_where}: {names}" if names else when_and_where


def view_events(catalog: Catalog) -> Iterator[tuple[str, Callable[[], EventsView]]]:
    """The index of events by path: the named ones, and those that more than one sentence tells."""
    named = sorted((e for e in catalog.library.entities if e.type == "Event"), key=name_key)
    told = [event for event in catalog.library.events if has_page(catalog.addresses.events[event.id])]
    rows: list[Entity | Event] = [*named, *told]
    for paths, number, shown in pages_of(EVENTS, rows, catalog.settings.index_split):
        yield paths[number - 1], partial(_index, catalog, shown, len(rows), paths, number)


def _index(catalog: Catalog, shown: Sequence[Entity | Event], total: int, paths: list[str], number: int) -> EventsView:
    here = paths[number - 1]
    return EventsView(
        title="Events",
        count=counted(total, "event"),
        named=tuple(show_entity(catalog, row, here) for row in shown if isinstance(row, Entity)),
        told=tuple(_told(catalog, row, here) for row in shown if isinstance(row, Event)),
        part=show_part(paths, number),
        ways=timeline_ways(catalog, here),
        timeline=relative(TIMELINE, here),
    )


def _told(catalog: Catalog, event: Event, here: str) -> ToldEvent:
    return ToldEvent(
        title=event_title(catalog, event),
        href=relative(catalog.addresses.events[event.id], here),
        when=show_date(event.date),
        sentences=counted(len(event.parts), "sentence"),
        briefs=counted(len({part.evidence.brief for part in event.parts}), "brief"),
    )


def draft_each_event(catalog: Catalog) -> Iterator[Draft]:
    """One page for each event that more than one sentence tells."""
    for event in catalog.library.events:
        path = catalog.addresses.events[event.id]
        if has_page(path):
            title, view = event_title(catalog, event), attempt_view(path, view_event, catalog, event, path)
            yield Draft(
                path,
                title,
                partial(_describe, title),
                view,
                files=offer_calendar(catalog, [event], calendar_file(path)),
            )


def _describe(title: str, view: EventView) -> str:
    return f"{title}: told in {view.briefs}."


def draft_events(catalog: Catalog) -> Iterator[Draft]:
    """The index."""
    for path, view in view_events(catalog):
        yield Draft(path, "Events", _describe_index, view, searchable=False)


def _describe_index(view: EventsView) -> str:
    return f"{view.count} with a name or told more than once."


PAGE = PageKind("event", "event", draft_each_event, under=TIMELINE)
INDEX = PageKind("events", "events", draft_events, under=TIMELINE)
