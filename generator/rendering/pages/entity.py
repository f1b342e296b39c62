"""A person, organization, place or named event: everything the collection says, sentence by sentence; apart from it
what an atlas knows of a place and what the curator says."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.model import (
    TOLD,
    Brief,
    Claim,
    Edit,
    Elsewhere,
    Entity,
    EntityType,
    Event,
    Evidence,
    PlaceReference,
    Quotation,
)
from generator.rendering.addresses import EXPLORED, TIMELINE, entity_page, explore, relative
from generator.rendering.catalog import Catalog, find_introduction, neighbours, places_of, unit_of
from generator.rendering.days import date_of
from generator.rendering.drafts import Draft, PageKind, attempt_view
from generator.rendering.happenings import EventLine, show_event
from generator.rendering.labels import Text, say_english
from generator.rendering.markup import Markdown, outside_link
from generator.rendering.metadata.heads import tell_entity
from generator.rendering.pages.pictures.names import draw_mentions, draw_neighbours
from generator.rendering.pages.pictures.places import tell_place
from generator.rendering.pages.roles import OfficesPart, RoleLine, show_offices_of, show_roles
from generator.rendering.readable import counted, shortened
from generator.rendering.said import SaidLine, fold_fragments, show_folded, show_said
from generator.rendering.views import (
    KIND_WORDS,
    SENTENCE_CHARS,
    BriefLine,
    Link,
    Part,
    Rows,
    SentenceLine,
    first_rows,
    show_brief,
    show_link,
    show_part,
    show_sentence,
)


@dataclass(frozen=True, slots=True)
class AtlasLine:
    """What an atlas knows of a place; not from the sources."""

    what: str
    """`Capital of Kenya, Africa`."""
    numbers: Markdown
    """Code, coordinates, population and GeoNames number."""
    rule: str
    """Why it is held for this place."""


def show_atlas(reference: PlaceReference | None, text: Text = say_english) -> AtlasLine | None:
    """The line of a place; None where the atlas says nothing."""
    if reference is None:
        return None
    head, region = tell_place(reference, text), text(reference.region)
    if reference.kind != "country":
        head = f"{head}, {region}"
    north, east = reference.latitude, reference.longitude
    parts = [
        f"ISO {reference.code}",
        text("{degrees}° S" if north < 0 else "{degrees}° N", degrees=f"{abs(north):.2f}")
        + ", "
        + text("{degrees}° W" if east < 0 else "{degrees}° E", degrees=f"{abs(east):.2f}"),
    ]
    parts += [text(counted(reference.population, "person", "people"))] if reference.population else []
    if reference.geonames:
        parts.append(f"GeoNames {reference.geonames}")
    return AtlasLine(head[:1].upper() + head[1:], Markdown(" · ".join(parts)), reference.rule)


_LONGEST = 1_200
"""Characters of a description or note."""


@dataclass(frozen=True, slots=True)
class EditLine:
    """One thing that the curator changed."""

    what: str
    note: str | None
    """The curator's own words on it."""


@dataclass(frozen=True, slots=True)
class EditorView:
    """What the curator says and has changed."""

    description: str | None
    links: tuple[Markdown, ...]
    edits: tuple[EditLine, ...]


def view_editing(entity: Entity) -> EditorView | None:
    """Make the view of the curator's part of an entity; None where all is as the sources have it."""
    if not (entity.description or entity.links or entity.edits):
        return None
    return EditorView(
        shortened(entity.description, _LONGEST) if entity.description else None,
        tuple(outside_link(link, link) for link in entity.links),
        tuple(show_edit(edit) for edit in entity.edits),
    )


def show_edit(edit: Edit) -> EditLine:
    """One change as a line."""
    return EditLine(f"{edit.what[:1].upper()}{edit.what[1:]}", shortened(edit.note, _LONGEST) if edit.note else None)


BRIEFS_SHOWN = 40
"""Briefs whose mentions one page lists; then the list goes on on the next page."""
SENTENCES_SHOWN = 10
"""Sentences that are shown of one brief; the brief's page has the rest."""
DRAWN = 12
"""Names in the figure; those that follow are listed."""
_NEIGHBOURS_LISTED = 24
_ROWS = 50
_EVENTS_SHOWN = 30
_ABOUT = 10
"""Quotations of others that name it."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """The sentence that first introduces somebody, its describing words set off."""

    sentence: SentenceLine
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
class ElsewhereLine:
    """A page of another site about the same name."""

    link: Markdown
    briefs: Markdown


@dataclass(frozen=True, slots=True)
class PartGroup:
    """The events in which somebody or something has one part."""

    words: Markdown
    """`What they did`."""
    anchor: Markdown
    is_here: bool
    """The events are those of a place."""
    events: Rows[EventLine]


@dataclass(frozen=True, slots=True)
class EntityView:
    """A person, organization, place or named event: one page of it."""

    name: str
    kind: Markdown
    aliases: tuple[str, ...]
    rule: str | None
    """Why the mentions of several briefs are held for one."""
    atlas: AtlasLine | None
    elsewhere: tuple[ElsewhereLine, ...]
    """Pages of the same name in other sites; on the first page only."""
    metonyms: Markdown | None
    """`3 mentions`: those of a capital that stand for its government."""
    mentions: Markdown
    briefs: Markdown
    explore_href: Markdown | None
    introduction: Introduction | None
    roles: Rows[RoleLine]
    offices: OfficesPart | None
    """Who is named with the offices of a country or body; on the first page only."""
    quotations: Rows[SaidLine]
    claims: Rows[SaidLine]
    about: Rows[SaidLine]
    """Quotations of others that name it."""
    events: tuple[PartGroup, ...]
    """What it did, what was done to it or with it, what happened there; the newest first."""
    strip: Markdown | None
    """Its mentions by the day on which their briefs were published; on the first page only, none in Markdown."""
    graph: Markdown | None
    """The names that stand in the same sentences most often; none in Markdown."""
    neighbours: tuple[NeighbourLine, ...]
    """Those that the figure does not show; all of them where there is no figure."""
    groups: tuple[MentionGroup, ...]
    part: Part
    editor: EditorView | None
    """What the curator says and has changed; on the first page only."""


def entity_pages(entity: Entity) -> list[str]:
    """The paths of an entity's pages."""
    briefs = len({mention.brief for mention in entity.mentions})
    count = max(1, -(-briefs // BRIEFS_SHOWN))
    return [entity_page(entity, number) for number in range(1, count + 1)]


def view_entity(catalog: Catalog, entity: Entity, number: int, paths: Sequence[str]) -> EntityView:
    """Make the view of page `number` (from 1) of an entity; roles, quotations and the like stand on the first only."""
    here, is_first = paths[number - 1], number == 1
    by_brief = [(brief, list(found)) for brief, found in groupby(entity.mentions, key=lambda mention: mention.brief)]
    graph, listed = _near(catalog, entity, here) if is_first else (None, ())
    shown = by_brief[(number - 1) * BRIEFS_SHOWN : number * BRIEFS_SHOWN]
    return EntityView(
        name=shortened(entity.name, SENTENCE_CHARS),
        kind=Markdown(KIND_WORDS[entity.type]),
        aliases=tuple(shortened(alias, SENTENCE_CHARS) for alias in entity.aliases[:_ROWS]),
        rule=entity.rule,
        atlas=show_atlas(entity.reference, catalog.labels.text),
        elsewhere=tuple(map(_elsewhere, catalog.elsewhere.get(entity.id, ()) if is_first else ())),
        metonyms=counted(len(entity.metonyms), "mention") if entity.metonyms else None,
        mentions=counted(len(entity.mentions), "mention"),
        briefs=counted(len(by_brief), "brief"),
        explore_href=explore(here, EXPLORED[entity.type], entity.id, catalog.style),
        introduction=_introduction(catalog, entity, here) if is_first else None,
        roles=show_roles(catalog, entity, here) if is_first else Rows((), 0),
        offices=show_offices_of(catalog, entity, here) if is_first else None,
        quotations=_quoted(catalog, catalog.quotations_by.get(entity.id, ()) if is_first else (), _ROWS, here),
        claims=_said(catalog, catalog.claims_by.get(entity.id, ()) if is_first else (), here),
        about=_quoted(catalog, catalog.quotations_about.get(entity.id, ()) if is_first else (), _ABOUT, here),
        events=tuple(_parts(catalog, entity, here)) if is_first else (),
        strip=draw_mentions(catalog, entity, here) if is_first else None,
        graph=graph,
        neighbours=tuple(_neighbour(catalog, other, count, here) for other, count in listed),
        groups=tuple(_group(catalog, brief, mentions, here) for brief, mentions in shown),
        part=show_part(paths, number),
        editor=view_editing(entity) if is_first else None,
    )


def _near(catalog: Catalog, entity: Entity, here: str) -> tuple[Markdown | None, Sequence[tuple[str, int]]]:
    """The figure of the nearest names, and those that it does not show."""
    near = neighbours(catalog, entity)
    graph = draw_neighbours(catalog, entity, near[:DRAWN], here)
    return graph, near[DRAWN:_NEIGHBOURS_LISTED] if graph else near[:_NEIGHBOURS_LISTED]


_ANCHORS = ("did", "done", "here")
_PARTS: dict[EntityType, tuple[str, str, str]] = {
    "Person": ("What they did", "What was done to them or with them", "What happened there"),
    "Organization": ("What it did", "What was done to it or with it", "What happened there"),
    "Place": ("What it did", "What was done to it or with it", "What happened there"),
    "Event": ("What it did", "What belongs to it", "What happened there"),
}
"""Headings of the events by the part that somebody or something has in them."""


def _parts(catalog: Catalog, entity: Entity, here: str) -> Iterator[PartGroup]:
    """The events told to have been or to be, by the part that the entity has in them; at a place that first."""
    groups: tuple[list[Event], list[Event], list[Event]] = ([], [], [])
    for event in catalog.events_of.get(entity.id, ()):
        if event.standing in TOLD:
            groups[_part(event, entity.id)].append(event)
    parts = list(zip(_PARTS[entity.type], _ANCHORS, groups, strict=True))
    if entity.type == "Place":
        parts = [parts[-1], *parts[:-1]]
    for words, anchor, found in parts:
        newest = sorted(found, key=lambda event: date_of(event) or "", reverse=True)
        rows = first_rows(newest, _EVENTS_SHOWN, lambda event: show_event(catalog, event, here))
        if rows.rows:
            yield PartGroup(Markdown(words), Markdown(anchor), anchor == "here", rows)


def _part(event: Event, entity: str) -> int:
    """0: it acts; 2: it is where that happens; 1: all else."""
    roles = {argument.role for argument in event.arguments if argument.entity == entity}
    if "agent" in roles:
        return 0
    is_there = entity in places_of(event)
    return 2 if is_there and not roles - {"place"} else 1


def _introduction(catalog: Catalog, entity: Entity, here: str) -> Introduction:
    mention, marks = find_introduction(catalog, entity)
    return Introduction(show_sentence(catalog, mention, here, marks), show_brief(catalog, mention.brief, here))


def _said(catalog: Catalog, said: Sequence[tuple[Brief, Claim]], here: str) -> Rows[SaidLine]:
    return first_rows(said, _ROWS, lambda pair: show_said(catalog, *pair, here))


def _quoted(catalog: Catalog, said: Sequence[tuple[Brief, Quotation]], limit: int, here: str) -> Rows[SaidLine]:
    return first_rows(fold_fragments(catalog, said), limit, lambda found: show_folded(catalog, found, here))


def _elsewhere(other: Elsewhere) -> ElsewhereLine:
    words = f"{shortened(other.name, SENTENCE_CHARS)}, {shortened(other.site, SENTENCE_CHARS)}"
    return ElsewhereLine(outside_link(words, other.address), counted(other.briefs, "brief"))


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


def draft_each_entity(type_: EntityType, catalog: Catalog) -> Iterator[Draft]:
    """The pages of the entities of one type."""
    for entity in catalog.library.entities:
        if entity.type != type_ or catalog.addresses.entities[entity.id] != entity_page(entity):
            continue
        for number, path in enumerate(paths := entity_pages(entity), 1):
            view = attempt_view(path, view_entity, catalog, entity, number, paths)
            title = entity.name if number == 1 else f"{entity.name}, page {number}"
            files, head = tell_entity(catalog, entity, path) if number == 1 else ((), str)
            yield Draft(path, title, partial(_describe, entity.name), view, number == 1, files, head)


def _describe(name: str, view: EntityView, text: Text) -> str:
    return text(
        "{name}: {kind}, {mentions} in {briefs}.", name=name, kind=view.kind, mentions=view.mentions, briefs=view.briefs
    )


PERSON = PageKind("person", "entity", partial(draft_each_entity, "Person"), is_called=True)
ORGANIZATION = PageKind("organization", "entity", partial(draft_each_entity, "Organization"), is_called=True)
PLACE = PageKind("place", "entity", partial(draft_each_entity, "Place"), is_called=True)
NAMED_EVENT = PageKind("named_event", "entity", partial(draft_each_entity, "Event"), under=TIMELINE, is_called=True)
