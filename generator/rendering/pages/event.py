"""An event that several sentences tell: what, when, where, who, every sentence that speaks of it; and the index."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.model import ArgumentRole, Entity, Event, EventArgument, EventPart, Evidence
from generator.rendering.addresses import EVENTS, TIMELINE, calendar_file, has_page, relative
from generator.rendering.catalog import Catalog, places_of, text_of
from generator.rendering.days import date_of, day_of_event
from generator.rendering.disputes import DisputedLines, show_disputed_of
from generator.rendering.drafts import Draft, PageKind, attempt_view
from generator.rendering.happenings import (
    EventLine,
    ToldLine,
    event_title,
    name_status,
    show_event,
    show_source,
    show_telling,
)
from generator.rendering.ics import days_of, offer_calendar
from generator.rendering.labels import Text
from generator.rendering.layout import name_key, pages_of
from generator.rendering.markup import Markdown, md
from generator.rendering.metadata.heads import head_of_event
from generator.rendering.readable import When, counted, date_in_words, shortened, show_date
from generator.rendering.said import Backing, show_backing
from generator.rendering.views import (
    BriefLine,
    EntityLine,
    Link,
    Part,
    Rows,
    Way,
    WayTo,
    first_rows,
    show_brief,
    show_entity,
    show_link,
    show_part,
    show_way,
    timeline_ways,
)
from generator.text.wordlists import load_pairs

_ROWS = 50
_WAYS = 4
"""Sentences to which a line of one who takes part leads."""
_WHO_CHARS = 120
_ROLES: dict[ArgumentRole, str] = {
    "agent": "Who",
    "patient": "Whom or what",
    "partner": "With whom",
    "recipient": "To whom",
    "theme": "About what",
    "place": "Where",
    "quantity": "How many",
}
_MEASURES = {
    "killed": "How many killed",
    "injured": "How many injured",
    "arrested": "How many arrested",
    "votes": "How many votes",
    "people": "How many people",
    "sum": "How much",
}
"""What a number counts, as words."""
_BESIDE = "Also named"
"""Who is named with an event, though no words say in which part."""


@dataclass(frozen=True, slots=True)
class WhoLine:
    """Somebody or something with a part in an event, with the words that say so."""

    words: str
    href: Markdown | None
    """The page of a name."""
    ways: tuple[Way, ...]
    """To the sentences, each called after its source where several tell of the event."""
    more: int
    """Sentences to which no way is shown."""


@dataclass(frozen=True, slots=True)
class RoleLine:
    """All who have one part in an event; numbers that differ stand side by side."""

    role: Markdown
    """`Who`, `With whom`, `How many killed`, ..."""
    who: tuple[WhoLine, ...]


@dataclass(frozen=True, slots=True)
class ToldIn:
    """What one brief tells of an event."""

    brief: BriefLine
    parts: tuple[ToldLine, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """An event that more than one sentence tells."""

    title: str
    """Its clause, else the sentence that tells it best, shortened."""
    kind: Markdown | None
    when: When | None
    is_assumed: bool
    """The day is that of publication, by a rule of newsrooms."""
    status: Markdown
    """`announced, then reported` and the like in the order of things; how it is told where that is not as a fact."""
    roles: tuple[RoleLine, ...]
    """Who did what to whom, where, and how many."""
    within: Link | None
    """The event of which it is a part."""
    inner: Rows[EventLine]
    """Its own parts."""
    disputed: DisputedLines
    """Numbers and days of it that differ, or that later briefs tell otherwise."""
    told: tuple[ToldIn, ...]
    """By brief, the oldest first."""
    more: int
    """Sentences that are not shown."""
    briefs: Markdown
    sentences: Markdown
    backing: Backing | None
    """By how many origins it is told."""
    events_href: Markdown
    ics_href: Markdown | None
    """The calendar file of the event, where it has a day."""
    day: Link | None
    """Its day, or its first, on the timeline."""


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event that more than one sentence tells."""

    title: str
    kind: Markdown | None
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
    day = day_of_event(event)
    age = {brief.id: at for at, brief in enumerate(reversed(catalog.newest))}
    parts = sorted(event.parts, key=lambda part: (age[part.evidence.brief], part.evidence))[:_ROWS]
    within = catalog.events.get(event.within or "")
    is_shown = day is not None and day in catalog.addresses.days
    return EventView(
        title=event_title(catalog, event),
        kind=md(event.kind) if event.kind else None,
        when=show_date(date_of(event)),
        is_assumed=event.date is None and event.assumed is not None,
        status=Markdown(name_status(event)),
        roles=tuple(_roles(catalog, event, here)),
        within=show_link(event_title(catalog, within), catalog.addresses.events[within.id], here) if within else None,
        inner=first_rows(catalog.inner_events.get(event.id, ()), _ROWS, lambda inner: show_event(catalog, inner, here)),
        disputed=show_disputed_of(catalog, event, here),
        told=tuple(
            ToldIn(show_brief(catalog, brief, here), tuple(show_telling(catalog, event, part, here) for part in told))
            for brief, told in groupby(parts, key=_brief)
        ),
        more=len(event.parts) - len(parts),
        briefs=counted(len({part.evidence.brief for part in event.parts}), "brief"),
        sentences=counted(len(event.parts), "sentence"),
        backing=show_backing(event.corroboration),
        events_href=relative(EVENTS, here),
        ics_href=relative(calendar_file(here), here) if days_of(event) else None,
        day=Link(date_in_words(day), relative(catalog.addresses.days[day], here)) if day and is_shown else None,
    )


def _brief(part: EventPart) -> str:
    return part.evidence.brief


def _roles(catalog: Catalog, event: Event, here: str) -> Iterator[RoleLine]:
    """Who and what has which part, a line a role; then who is named with it and where, as far as no words say how."""
    lines: dict[str, list[WhoLine]] = {words: [] for words in (*_ROLES.values(), *_MEASURES.values(), _BESIDE)}
    for argument in event.arguments:
        if not argument.entity and _is_pronoun(catalog, argument.evidence[0]):
            continue
        words = _MEASURES.get(argument.measure or "", _ROLES[argument.role])
        lines[words].append(_who(catalog, event, argument, here))
    acting = {argument.entity for argument in event.arguments if argument.role != "place"}
    there = {argument.entity for argument in event.arguments if argument.role == "place"}
    places = places_of(event)
    lines[_BESIDE] += _bare(catalog, [who for who in event.participants if who not in acting | {*places}], here)
    lines[_ROLES["place"]] += _bare(catalog, [place for place in places if place not in there], here)
    return (RoleLine(Markdown(words), tuple(who[:_ROWS])) for words, who in lines.items() if who)


def _is_pronoun(catalog: Catalog, evidence: Evidence) -> bool:
    """Whether words name nobody: "she", "both of them"; "WHO" does."""
    language = catalog.briefs[evidence.brief].analysis.language.partition("-")[0]
    known = load_pairs("function_words.txt").get(language, "").split()
    words = text_of(catalog, evidence).split()
    return all(word.lower() in known and (len(word) == 1 or not word.isupper()) for word in words)


def _who(catalog: Catalog, event: Event, argument: EventArgument, here: str) -> WhoLine:
    source = show_source if len({part.evidence.brief for part in event.parts}) > 1 else show_way
    entity = catalog.entities.get(argument.entity or "")
    return WhoLine(
        words=shortened(entity.name if entity else text_of(catalog, argument.evidence[0]), _WHO_CHARS),
        href=relative(catalog.addresses.entities[entity.id], here) if entity else None,
        ways=tuple(source(catalog, evidence, here) for evidence in argument.evidence[:_WAYS]),
        more=max(0, len(argument.evidence) - _WAYS),
    )


def _bare(catalog: Catalog, entities: Iterable[str], here: str) -> list[WhoLine]:
    found = [catalog.entities[entity] for entity in dict.fromkeys(entities) if entity in catalog.entities]
    return [
        WhoLine(shortened(e.name, _WHO_CHARS), relative(catalog.addresses.entities[e.id], here), (), 0) for e in found
    ]


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
        kind=md(event.kind) if event.kind else None,
        href=relative(catalog.addresses.events[event.id], here),
        when=show_date(date_of(event)),
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
                head=partial(head_of_event, catalog, event, path),
            )


def _describe(title: str, view: EventView, text: Text) -> str:
    return text("{title}: told in {briefs}.", title=title, briefs=view.briefs)


def draft_events(catalog: Catalog) -> Iterator[Draft]:
    """The index."""
    for path, view in view_events(catalog):
        yield Draft(path, "Events", _describe_index, view, searchable=False)


def _describe_index(view: EventsView, text: Text) -> str:
    return text("{number} with a name or told more than once.", number=view.count)


PAGE = PageKind("event", "event", draft_each_event, under=TIMELINE, is_called=True)
INDEX = PageKind("events", "events", draft_events, under=TIMELINE)
