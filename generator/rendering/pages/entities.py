"""The indexes of people, organizations and places, by letter."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.model import Entity, EntityType
from generator.rendering.addresses import entity_index, relative
from generator.rendering.catalog import Catalog
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.labels import Text
from generator.rendering.layout import ListPage, divide_names, letter_key, name_key
from generator.rendering.markup import Markdown, md
from generator.rendering.pages.roles import people_ways
from generator.rendering.readable import counted
from generator.rendering.views import (
    FIRST_ROWS,
    HEADINGS,
    EntityLine,
    Part,
    Shelf,
    WayTo,
    place_ways,
    show_entity,
    show_part,
)

_TYPES: tuple[EntityType, ...] = ("Person", "Organization", "Place")
"""Events have an index of their own."""
_FEW_ROWS = 40
"""Up to so many names stand in one list."""


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
    ways: tuple[WayTo, ...]
    """What shows the same names otherwise; empty where nothing does."""
    count: Markdown
    groups: tuple[EntityGroup, ...]
    shelves: tuple[Shelf, ...]
    is_most_mentioned: bool
    """The rows are the most mentioned names only; the letters lead to all."""
    up: Markdown | None
    part: Part


def view_entities(catalog: Catalog, kind: EntityType) -> list[tuple[str, Callable[[], EntitiesView]]]:
    """The index of one type of names, with the pages that it is split into."""
    index = entity_index(kind)
    entities = [entity for entity in catalog.library.entities if entity.type == kind]
    pages = divide_names(entities, kind, catalog.settings.index_split)
    views: list[tuple[str, Callable[[], EntitiesView]]] = [
        (page.path, partial(_page, catalog, kind, page, up=None if page.paths[0] == index else index)) for page in pages
    ]
    return views if pages[0].path == index else [(index, partial(_front, catalog, kind, entities, pages)), *views]


def _front(
    catalog: Catalog, kind: EntityType, entities: Sequence[Entity], pages: Sequence[ListPage[Entity]]
) -> EntitiesView:
    """The most mentioned, and the way to all."""
    index = entity_index(kind)
    most = sorted(entities, key=lambda e: (-len(e.mentions), name_key(e)))[:FIRST_ROWS]
    lines = tuple(show_entity(catalog, entity, index) for entity in most)
    return EntitiesView(
        title=HEADINGS[kind],
        ways=_ways(kind, index),
        count=counted(len(entities), "name"),
        groups=(EntityGroup(Markdown("Most mentioned"), Markdown("most"), lines),),
        shelves=tuple(
            Shelf(md(page.words), relative(page.path, index), counted(page.total, "name"))
            for page in pages
            if page.number == 1
        ),
        is_most_mentioned=True,
        up=None,
        part=show_part([index], 1),
    )


def _page(catalog: Catalog, kind: EntityType, page: ListPage[Entity], *, up: str | None) -> EntitiesView:
    """A page that lists all of its names."""
    groups = []
    # A handful of names needs no alphabet.
    key = letter_key if len(page.rows) > _FEW_ROWS else lambda _: ("all", "By name")
    for (name, words), rows in groupby(page.rows, key=key):
        lines = tuple(show_entity(catalog, row, page.path) for row in rows)
        groups.append(EntityGroup(md(words), Markdown(f"letter-{name}"), lines))
    return EntitiesView(
        title=HEADINGS[kind] + (f", {page.words}" if page.words else ""),
        ways=_ways(kind, page.path),
        count=counted(page.total, "name"),
        groups=tuple(groups),
        shelves=(),
        is_most_mentioned=False,
        up=relative(up, page.path) if up else None,
        part=show_part(page.paths, page.number),
    )


def _ways(kind: EntityType, here: str) -> tuple[WayTo, ...]:
    ways = {"Person": people_ways, "Place": place_ways}
    return ways[kind](here) if kind in ways else ()


def draft_entities(catalog: Catalog) -> Iterator[Draft]:
    """The index of each type and its parts."""
    for type_ in _TYPES:
        for path, view in view_entities(catalog, type_):
            yield Draft(path, None, _describe, view, searchable=False)


def _describe(view: EntitiesView, text: Text) -> str:
    return f"{text(view.title)}: {text(view.count)}."


PAGE = PageKind(
    "entities", "entities", draft_entities, nav=tuple((HEADINGS[type_], entity_index(type_)) for type_ in _TYPES)
)
