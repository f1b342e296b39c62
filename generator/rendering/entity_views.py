"""The views of an entity and of an event: everything the collection says, sentence by sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model import Entity, Event, Evidence, StatedRole
from generator.rendering.addresses import continued, entity_page, relative
from generator.rendering.catalog import Catalog, neighbours, unit_of
from generator.rendering.markup import Markdown
from generator.rendering.readable import When, counted, date_in_words, listed, shortened, show_date
from generator.rendering.said_views import SaidLine, show_said
from generator.rendering.views import (
    KIND_WORDS,
    SENTENCE_CHARS,
    BriefLine,
    EntityLine,
    EventLine,
    Link,
    Part,
    Rows,
    SentenceLine,
    Way,
    first_rows,
    show_brief,
    show_entity,
    show_event,
    show_link,
    show_part,
    show_sentence,
    show_way,
)

BRIEFS_SHOWN = 40
"""Briefs whose mentions one page lists; then the list goes on on the next page."""
SENTENCES_SHOWN = 10
"""Sentences that are shown of one brief; the brief's page has the rest."""
NEIGHBOURS_SHOWN = 12
_ROWS = 50


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role as stated, with the brief that states it."""

    title: str
    way: Way
    brief: BriefLine


@dataclass(frozen=True, slots=True)
class MentionGroup:
    """The sentences of one brief that name an entity."""

    brief: BriefLine
    sentences: tuple[SentenceLine, ...]
    more: Markdown | None
    """`3 more sentences`, where not all are shown."""
    more_href: Markdown | None


@dataclass(frozen=True, slots=True)
class NeighbourLine:
    """Somebody or something in the same sentences."""

    link: Link
    kind: Markdown
    sentences: Markdown


@dataclass(frozen=True, slots=True)
class EntityView:
    """A person, organization, place or named event: one page of it."""

    name: str
    kind: Markdown
    aliases: tuple[str, ...]
    rule: str | None
    """Why the mentions of several briefs are held for one."""
    mentions: Markdown
    briefs: Markdown
    roles: Rows[RoleLine]
    quotations: Rows[SaidLine]
    events: Rows[EventLine]
    """The dated ones, by date."""
    neighbours: tuple[NeighbourLine, ...]
    groups: tuple[MentionGroup, ...]
    part: Part


@dataclass(frozen=True, slots=True)
class EventView:
    """An event that more than one sentence tells."""

    title: str
    when: When | None
    place: EntityLine | None
    participants: tuple[EntityLine, ...]
    parts: Rows[EventLine]
    briefs: Markdown


def entity_pages(entity: Entity) -> list[str]:
    """The paths of an entity's pages."""
    briefs = len({mention.brief for mention in entity.mentions})
    count = max(1, -(-briefs // BRIEFS_SHOWN))
    return [continued(entity_page(entity), number, "mentions") for number in range(1, count + 1)]


def view_entity(catalog: Catalog, entity: Entity, number: int, paths: Sequence[str]) -> EntityView:
    """Make the view of page `number` (from 1) of an entity; roles, quotations and the like stand on the first only."""
    here, is_first = paths[number - 1], number == 1
    by_brief = [(brief, list(found)) for brief, found in groupby(entity.mentions, key=lambda mention: mention.brief)]
    roles = _roles(entity) if is_first else []
    said = catalog.quotations_by.get(entity.id, ()) if is_first else ()
    events = [event for event in catalog.events_of.get(entity.id, ()) if event.date] if is_first else []
    near = neighbours(catalog, entity)[:NEIGHBOURS_SHOWN] if is_first else []
    return EntityView(
        name=shortened(entity.name, SENTENCE_CHARS),
        kind=Markdown(KIND_WORDS[entity.type]),
        aliases=tuple(shortened(alias, SENTENCE_CHARS) for alias in entity.aliases[:_ROWS]),
        rule=entity.rule,
        mentions=counted(len(entity.mentions), "mention"),
        briefs=counted(len(by_brief), "brief"),
        roles=first_rows(roles, _ROWS, lambda role: _role(catalog, role, here)),
        quotations=first_rows(said, _ROWS, lambda pair: show_said(catalog, *pair, here)),
        events=first_rows(events, _ROWS, lambda event: show_event(catalog, event, event.parts[0], here)),
        neighbours=tuple(_neighbour(catalog, other, count, here) for other, count in near),
        groups=tuple(
            _group(catalog, brief, mentions, here)
            for brief, mentions in by_brief[(number - 1) * BRIEFS_SHOWN : number * BRIEFS_SHOWN]
        ),
        part=show_part(paths, number),
    )


def view_event(catalog: Catalog, event: Event, here: str) -> EventView:
    """Make the view of an event's page."""
    place = catalog.entities.get(event.place or "")
    people = [catalog.entities[who] for who in event.participants if who in catalog.entities]
    return EventView(
        title=event_title(catalog, event),
        when=show_date(event.date),
        place=show_entity(catalog, place, here) if place else None,
        participants=tuple(show_entity(catalog, entity, here) for entity in people[:_ROWS]),
        parts=first_rows(event.parts, _ROWS, lambda part: show_event(catalog, event, part, here)),
        briefs=counted(len({part.evidence.brief for part in event.parts}), "brief"),
    )


def event_title(catalog: Catalog, event: Event) -> str:
    """A name for an event that has none: its date and place, then the first who take part."""
    place = catalog.entities.get(event.place or "")
    people = [who for who in event.participants if who in catalog.entities and who != event.place]
    names = listed([shortened(catalog.entities[who].name, 80) for who in people[:3]])
    head = date_in_words(event.date) if event.date else "Date not stated"
    when_and_where = ", ".join(part for part in (head, place and shortened(place.name, 80)) if part)
    return f"{when_and_where}: {names}" if names else when_and_where


def _roles(entity: Entity) -> list[StatedRole]:
    """Each wording of a role once for each brief."""
    found = {(role.evidence.brief, " ".join(role.title.lower().split())): role for role in reversed(entity.roles)}
    return list(reversed(found.values()))


def _role(catalog: Catalog, role: StatedRole, here: str) -> RoleLine:
    return RoleLine(
        title=shortened(role.title, SENTENCE_CHARS),
        way=show_way(catalog, role.evidence, here),
        brief=show_brief(catalog, role.evidence.brief, here),
    )


def _neighbour(catalog: Catalog, other: str, count: int, here: str) -> NeighbourLine:
    entity = catalog.entities[other]
    link = show_link(entity.name, catalog.addresses.entities[other], here)
    return NeighbourLine(link, Markdown(KIND_WORDS[entity.type]), counted(count, "sentence"))


def _group(catalog: Catalog, brief: str, mentions: Iterable[Evidence], here: str) -> MentionGroup:
    """The sentences of one brief, each once, with every mention in it marked."""
    units: dict[tuple[str, int], list[Evidence]] = {}
    for mention in mentions:
        units.setdefault(unit_of(catalog.addresses, mention), []).append(mention)
    found = list(units.values())
    more = found[SENTENCES_SHOWN:]
    return MentionGroup(
        brief=show_brief(catalog, brief, here),
        sentences=tuple(
            show_sentence(catalog, same[0], here, [mention.span for mention in same])
            for same in found[:SENTENCES_SHOWN]
        ),
        more=counted(len(more), "more sentence") if more else None,
        more_href=relative(catalog.addresses.of(more[0][0]), here) if more else None,
    )
