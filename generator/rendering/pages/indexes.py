"""The views of the indexes: briefs by month, names by letter, events; a long index is split over pages."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from generator.model import Brief, Entity, EntityType, Event
from generator.rendering.addresses import FOLDERS, continued, has_page, relative
from generator.rendering.catalog import Catalog
from generator.rendering.days import TIMELINE, WayTo, timeline_ways
from generator.rendering.markup import Markdown, md
from generator.rendering.pages.event import event_title
from generator.rendering.readable import When, counted, first_day, month_in_words, show_date
from generator.rendering.views import HEADINGS, BriefLine, EntityLine, Part, show_brief, show_entity, show_part

Row = TypeVar("Row")

_FIRST_ROWS = 50
"""Rows that a split index shows itself: the newest, or the most mentioned."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One key of an index: a month, a letter, a year."""

    words: Markdown
    href: Markdown
    rows: Markdown
    """How many: `12 briefs`."""


@dataclass(frozen=True, slots=True)
class BriefGroup:
    """The briefs of one month."""

    words: Markdown
    anchor: Markdown
    briefs: tuple[BriefLine, ...]


@dataclass(frozen=True, slots=True)
class BriefsView:
    """An index of briefs, or one page of it."""

    title: str
    count: Markdown
    groups: tuple[BriefGroup, ...]
    shelves: tuple[Shelf, ...]
    """The pages that hold the rest; empty unless the index is split."""
    up: Markdown | None
    """From a part of the index to the whole."""
    part: Part


@dataclass(frozen=True, slots=True)
class EntityGroup:
    """The names under one letter."""

    words: Markdown
    anchor: Markdown
    entities: tuple[EntityLine, ...]


@dataclass(frozen=True, slots=True)
class EntitiesView:
    """An index of names of one type, or one page of it."""

    title: str
    count: Markdown
    groups: tuple[EntityGroup, ...]
    shelves: tuple[Shelf, ...]
    is_most_mentioned: bool
    """The rows are the most mentioned names only; the letters lead to all."""
    up: Markdown | None
    part: Part


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


Split = tuple[str, str, list[Row]]
"""A part of an index: its path, its name and its rows."""


def split(rows: Sequence[Row], folder: str, key: Callable[[Row], tuple[str, str]]) -> list[Split[Row]]:
    """Divide rows by key (file name and words), in the order of the rows."""
    parts: dict[str, Split[Row]] = {}
    for row in rows:
        name, words = key(row)
        parts.setdefault(name, (f"{folder}/{name}.md", words, []))[2].append(row)
    return list(parts.values())


def pages_of(path: str, rows: Sequence[Row], size: int) -> list[tuple[list[str], int, Sequence[Row]]]:
    """Divide rows over the pages of one path: for each the paths of all, its number and its rows."""
    size = max(1, size)
    count = max(1, -(-len(rows) // size))
    paths = [continued(path, number) for number in range(1, count + 1)]
    return [(paths, number, rows[(number - 1) * size : number * size]) for number in range(1, count + 1)]


def view_briefs(catalog: Catalog) -> list[tuple[str, BriefsView]]:
    """The index of briefs, with the pages that it is split into."""
    path, briefs, limit = "briefs/index.md", catalog.originals, catalog.settings.index_split
    if len(briefs) <= limit:
        return [(path, _briefs(catalog, briefs, "Briefs", [path], 1, len(briefs)))]
    months = split(briefs, "briefs/by-month", _month_key)
    shelves = tuple(
        Shelf(Markdown(words), relative(to, path), counted(len(rows), "brief")) for to, words, rows in months
    )
    front = replace(_briefs(catalog, briefs[:_FIRST_ROWS], "Briefs", [path], 1, len(briefs)), shelves=shelves)
    parts = [
        (paths[number - 1], _briefs(catalog, shown, f"Briefs, {words}", paths, number, len(rows), up=path))
        for to, words, rows in months
        for paths, number, shown in pages_of(to, rows, limit)
    ]
    return [(path, front), *parts]


def _briefs(
    catalog: Catalog,
    briefs: Sequence[Brief],
    title: str,
    paths: list[str],
    number: int,
    total: int,
    *,
    up: str | None = None,
) -> BriefsView:
    here = paths[number - 1]
    groups = []
    for (name, words), rows in groupby(briefs, key=_month_key):
        lines = tuple(show_brief(catalog, row.id, here) for row in rows)
        groups.append(BriefGroup(Markdown(words), Markdown(f"m{name}"), lines))
    back = relative(up, here) if up else None
    return BriefsView(title, counted(total, "brief"), tuple(groups), (), back, show_part(paths, number))


def _month_key(brief: Brief) -> tuple[str, str]:
    day = first_day(brief.analysis.metadata.published.value)
    if day is None:
        return "undated", "Date not stated"
    words = month_in_words(day.year, day.month)
    return (f"{day.year:04d}-{day.month:02d}" if day.month else f"{day.year:04d}"), words


def view_entities(catalog: Catalog, kind: EntityType) -> list[tuple[str, EntitiesView]]:
    """The index of one type of names, with the pages that it is split into."""
    path, limit = f"{FOLDERS[kind]}/index.md", catalog.settings.index_split
    entities = sorted((e for e in catalog.library.entities if e.type == kind), key=name_key)
    if len(entities) <= limit:
        return [(path, _entities(catalog, kind, entities, "", [path], 1, len(entities)))]
    letters = split(entities, f"{FOLDERS[kind]}/by-letter", letter_key)
    shelves = tuple(Shelf(md(words), relative(to, path), counted(len(rows), "name")) for to, words, rows in letters)
    most = sorted(entities, key=lambda e: (-len(e.mentions), name_key(e)))[:_FIRST_ROWS]
    lines = tuple(show_entity(catalog, entity, path) for entity in most)
    group = EntityGroup(Markdown("Most mentioned"), Markdown("most"), lines)
    front = replace(_entities(catalog, kind, [], "", [path], 1, len(entities)), groups=(group,), shelves=shelves)
    parts = [
        (paths[number - 1], _entities(catalog, kind, shown, f", {words}", paths, number, len(rows), up=path))
        for to, words, rows in letters
        for paths, number, shown in pages_of(to, rows, limit)
    ]
    return [(path, replace(front, is_most_mentioned=True)), *parts]


def _entities(
    catalog: Catalog,
    kind: EntityType,
    entities: Sequence[Entity],
    suffix: str,
    paths: list[str],
    number: int,
    total: int,
    *,
    up: str | None = None,
) -> EntitiesView:
    here = paths[number - 1]
    groups = []
    # A handful of names needs no alphabet.
    key = letter_key if len(entities) > _FEW_ROWS else lambda _: ("all", "By name")
    for (name, words), rows in groupby(entities, key=key):
        lines = tuple(show_entity(catalog, row, here) for row in rows)
        groups.append(EntityGroup(md(words), Markdown(f"letter-{name}"), lines))
    return EntitiesView(
        title=HEADINGS[kind] + suffix,
        count=counted(total, "name"),
        groups=tuple(groups),
        shelves=(),
        is_most_mentioned=False,
        up=relative(up, here) if up else None,
        part=show_part(paths, number),
    )


def name_key(entity: Entity) -> tuple[int, str, str, str]:
    """The order of an index: a to z, no letter, other scripts; then by name without regard to accents and case."""
    letter = letter_key(entity)[0]
    return len(letter), letter, _folded(entity.name), entity.id


def letter_key(entity: Entity) -> tuple[str, str]:
    """The letter that a name stands under: the first of a script with cases, else "other"."""
    first = next((c for c in _folded(entity.name[:100]) if c.isalnum()), "")
    if first.isascii() and first.isalpha():
        return first, first.upper()
    if first and first != first.upper() and len(first.upper()) == 1:
        return f"u{ord(first):04x}", first.upper()
    return "other", "Other"


def _folded(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def view_events(catalog: Catalog) -> list[tuple[str, EventsView]]:
    """The index of events: the named ones, and those that more than one sentence tells."""
    named = sorted((e for e in catalog.library.entities if e.type == "Event"), key=name_key)
    told = [event for event in catalog.library.events if has_page(catalog.addresses.events[event.id])]
    rows: list[Entity | Event] = [*named, *told]
    views = []
    for paths, number, shown in pages_of("events/index.md", rows, catalog.settings.index_split):
        here = paths[number - 1]
        view = EventsView(
            title="Events",
            count=counted(len(rows), "event"),
            named=tuple(show_entity(catalog, row, here) for row in shown if isinstance(row, Entity)),
            told=tuple(_told(catalog, row, here) for row in shown if isinstance(row, Event)),
            part=show_part(paths, number),
            ways=timeline_ways(catalog, here),
            timeline=relative(TIMELINE, here),
        )
        views.append((here, view))
    return views


def _told(catalog: Catalog, event: Event, here: str) -> ToldEvent:
    return ToldEvent(
        title=event_title(catalog, event),
        href=relative(catalog.addresses.events[event.id], here),
        when=show_date(event.date),
        sentences=counted(len(event.parts), "sentence"),
        briefs=counted(len({part.evidence.brief for part in event.parts}), "brief"),
    )


_FEW_ROWS = 40
"""Up to so many names stand in one list."""
