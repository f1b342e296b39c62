"""The indexes of people, organizations and places, by letter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.model import Entity, EntityType
from generator.rendering.addresses import entity_index, entity_letters, relative
from generator.rendering.catalog import Catalog
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.markup import Markdown, md
from generator.rendering.readable import counted
from generator.rendering.shelves import FIRST_ROWS, Shelf, letter_key, name_key, pages_of, split
from generator.rendering.views import HEADINGS, EntityLine, Part, show_entity, show_part

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
    count: Markdown
    groups: tuple[EntityGroup, ...]
    shelves: tuple[Shelf, ...]
    is_most_mentioned: bool
    """The rows are the most mentioned names only; the letters lead to all."""
    up: Markdown | None
    part: Part


def view_entities(catalog: Catalog, kind: EntityType) -> list[tuple[str, EntitiesView]]:
    """The index of one type of names, with the pages that it is split into."""
    path, limit = entity_index(kind), catalog.settings.index_split
    entities = sorted((e for e in catalog.library.entities if e.type == kind), key=name_key)
    if len(entities) <= limit:
        return [(path, _entities(catalog, kind, entities, "", [path], 1, len(entities)))]
    letters = split(entities, entity_letters(kind), letter_key)
    shelves = tuple(Shelf(md(words), relative(to, path), counted(len(rows), "name")) for to, words, rows in letters)
    most = sorted(entities, key=lambda e: (-len(e.mentions), name_key(e)))[:FIRST_ROWS]
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


def draft_entities(catalog: Catalog) -> Iterator[Draft]:
    """The index of each type and its parts."""
    for type_ in _TYPES:
        for path, view in view_entities(catalog, type_):
            yield Draft(path, view.title, f"{view.title}: {view.count}.", view, searchable=False)


PAGE = PageKind(
    "entities", "entities", draft_entities, nav=tuple((HEADINGS[type_], entity_index(type_)) for type_ in _TYPES)
)
