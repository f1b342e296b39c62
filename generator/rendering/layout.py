"""What has a page and what a line, and how long lists are divided over pages, by month, letter or number."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Generic, TypeVar

from generator.model import ENTITY_TYPES, Entity, EntityType, Event, Library
from generator.rendering.addresses import (
    EVENTS,
    Addresses,
    address,
    continued,
    day_anchor,
    entity_index,
    entity_letters,
    entity_page,
    event_page,
    lay_out,
    name_anchor,
    part_page,
    timeline_part,
)
from generator.rendering.days import Entry, date_of, day_of_entry
from generator.rendering.readable import month_in_words
from generator.settings import Settings

Row = TypeVar("Row")
Split = tuple[str, str, list[Row]]
"""A part of an index: its path, its name and its rows."""

_LEAST_PARTS = 2
"""An event that fewer sentences tell has no page: its line leads to the sentence."""
_LEAST_BRIEFS = 2
"""The same of a large collection: of one brief that brief tells all."""
BRIEFS_IN_LINE = 3
"""Briefs that the line of a name leads to, at most: in a large collection more of them make a page."""


def find_addresses(library: Library, settings: Settings, dated: Sequence[Entry] = ()) -> Addresses:
    """Give every brief, entity, event and day its address."""
    limit, large = settings.source_page_chars, _is_large(library, settings)
    leaves = {brief.id: lay_out(brief.id, brief.analysis, limit) for brief in library.briefs}
    lines = find_lines(library.entities, settings.index_split)
    deserving = _find_deserving(library, settings)
    entities = {
        entity.id: entity_page(entity) if entity.id in deserving else f"{lines[entity.id]}#{name_anchor(entity)}"
        for entity in library.entities
    }
    taken = set(entities.values())
    events = {
        event.id: event_page(event, taken)
        if _is_told_again(event, is_large=large)
        else address(leaves[event.parts[0].evidence.brief], event.parts[0].evidence.span)
        for event in library.events
    }
    days: dict[str, str] = {}
    for page in divide_dates(dated, settings.index_split):
        for day in filter(None, map(day_of_entry, page.rows)):
            days.setdefault(day, f"{page.path}#{day_anchor(day)}")
    return Addresses(leaves, entities, events, days)


def _is_large(library: Library, settings: Settings) -> bool:
    return len(library.briefs) > settings.entity_pages_limit


def _is_told_again(event: Event, *, is_large: bool) -> bool:
    """Whether an event has a page: told by several sentences, in a large collection by several briefs."""
    if is_large:
        return len({part.evidence.brief for part in event.parts}) >= _LEAST_BRIEFS
    return len(event.parts) >= _LEAST_PARTS


def _find_deserving(library: Library, settings: Settings) -> frozenset[str]:
    """The entities that have a page: of which several briefs tell, or one brief something."""
    known = {brief.id: dict(brief.entities) for brief in library.briefs}
    quoted = {known[b.id].get(said.speaker or "", "") for b in library.briefs for said in b.analysis.quotations}
    dated = {who for event in library.events if date_of(event) for who in (*event.participants, event.place or "")}
    fits = _fits_large if _is_large(library, settings) else _fits_small
    return frozenset(
        entity.id
        for entity in library.entities
        if entity.edits or not entity.is_partial
        if fits(entity, settings.entity_page_mentions, is_quoted=entity.id in quoted, is_dated=entity.id in dated)
    )


def _fits_small(entity: Entity, least: int, *, is_quoted: bool, is_dated: bool) -> bool:
    """With a stated role; else named often enough, in several briefs or where it speaks or takes part in something."""
    if entity.roles or entity.edits:
        return True
    is_told = is_quoted or is_dated or len(briefs_of(entity)) > 1
    return is_told and len(entity.mentions) >= least


def _fits_large(entity: Entity, least: int, *, is_quoted: bool, is_dated: bool) -> bool:
    """Of one brief that brief tells all. A line names a few: more have a page, or two with a role or a quotation."""
    briefs = len(briefs_of(entity))
    if entity.edits or briefs > BRIEFS_IN_LINE:
        return True
    return briefs > 1 and (is_quoted or bool(entity.roles))


def briefs_of(entity: Entity) -> tuple[str, ...]:
    """The briefs that name an entity, in the order of its mentions."""
    return tuple(dict.fromkeys(mention.brief for mention in entity.mentions))


def find_lines(entities: Sequence[Entity], limit: int) -> dict[str, str]:
    """For each entity the page of the index that has its line."""
    found: dict[str, str] = {}
    for type_ in ENTITY_TYPES:
        for page in divide_names([entity for entity in entities if entity.type == type_], type_, limit):
            found |= dict.fromkeys((entity.id for entity in page.rows), page.path)
    return found


@dataclass(frozen=True, slots=True)
class ListPage(Generic[Row]):
    """A page that lists all of a part of something long."""

    paths: tuple[str, ...]
    """The pages that this part goes on over."""
    number: int
    words: str
    """What the part is called: a letter, a year; empty where all is one part."""
    rows: tuple[Row, ...]
    total: int
    """Rows of the part."""

    @property
    def path(self) -> str:
        """Its own path."""
        return self.paths[self.number - 1]


def _list_pages(parts: Iterable[Split[Row]], limit: int) -> list[ListPage[Row]]:
    return [
        ListPage(tuple(paths), number, words, tuple(shown), len(found))
        for path, words, found in parts
        for paths, number, shown in pages_of(path, found, limit)
    ]


def divide_names(entities: Sequence[Entity], type_: EntityType, limit: int) -> list[ListPage[Entity]]:
    """The names of one type over the pages of their index: by letter, a long letter by two, a long part by number."""
    rows, index = sorted(entities, key=name_key), entity_index(type_)
    if index == EVENTS or len(rows) <= limit:
        return _list_pages([(index, "", rows)], limit)
    return _list_pages(_by_letters(rows, entity_letters(type_), limit), limit)


def divide_dates(entries: Sequence[Entry], limit: int) -> list[ListPage[Entry]]:
    """The timeline: a stretch with few dates on one page; else by decade, a long one by year, a long year by month."""
    if len(entries) <= limit:
        return _list_pages([(timeline_part(""), "", list(entries))], limit)
    return _list_pages(_by_time(entries, limit, (_decade, _year, _month)), limit)


def _by_time(
    entries: Sequence[Entry], limit: int, stretches: Sequence[Callable[[Entry], tuple[str, str]]]
) -> Iterator[Split[Entry]]:
    for (name, words), found in groupby(entries, key=stretches[0]):
        rows = list(found)
        if len(rows) <= limit or len(stretches) == 1:
            yield timeline_part(name), words, rows
        else:
            yield from _by_time(rows, limit, stretches[1:])


def _decade(entry: Entry) -> tuple[str, str]:
    decade = f"{entry.day.year // 10 * 10:04d}s"
    return decade, decade


def _year(entry: Entry) -> tuple[str, str]:
    return f"{entry.day.year:04d}", f"{entry.day.year:04d}"


def _month(entry: Entry) -> tuple[str, str]:
    """The month; what has a year only stands on the page of the year."""
    day = entry.day
    return (f"{day.year:04d}-{day.month:02d}", month_in_words(day.year, day.month)) if day.month else _year(entry)


def _by_letters(rows: Sequence[Entity], folder: str, limit: int) -> Iterator[Split[Entity]]:
    for part in split(rows, folder, letter_key):
        if len(part[2]) <= limit:
            yield part
        else:
            # "B. Stone" comes before "Bab" in a list, but its letters, Bs, behind Ba.
            yield from sorted(split(part[2], folder, _two_letters), key=lambda two: two[1])


def _two_letters(entity: Entity) -> tuple[str, str]:
    """The first two letters of a name, or the first where the second is of another script."""
    letter, words = letter_key(entity)
    letters = [c for c in _folded(entity.name[:100]) if c.isalnum()]
    if not letter.isalpha() or len(letter) > 1 or len(letters) < len("ab"):
        return letter, words
    second = letters[1]
    return (f"{letter}{second}", f"{words}{second}") if second.isascii() and second.isalpha() else (letter, words)


def split(rows: Sequence[Row], folder: str, key: Callable[[Row], tuple[str, str]]) -> list[Split[Row]]:
    """Divide rows by key (file name and words), in the order of the rows."""
    parts: dict[str, Split[Row]] = {}
    for row in rows:
        name, words = key(row)
        parts.setdefault(name, (part_page(folder, name), words, []))[2].append(row)
    return list(parts.values())


def pages_of(path: str, rows: Sequence[Row], size: int) -> list[tuple[list[str], int, Sequence[Row]]]:
    """Divide rows over the pages of one path: for each the paths of all, its number and its rows."""
    size = max(1, size)
    count = max(1, -(-len(rows) // size))
    paths = [continued(path, number) for number in range(1, count + 1)]
    return [(paths, number, rows[(number - 1) * size : number * size]) for number in range(1, count + 1)]


def name_key(entity: Entity) -> tuple[int, str, str, str]:
    """The order of an index: a to z, no letter, other scripts; then by name without regard to accents and case."""
    letter = letter_key(entity)[0]
    return len(letter), letter, _folded(entity.name), entity.id


def letter_key(entity: Entity) -> tuple[str, str]:
    """The letter that an entity stands under."""
    return letter_of(entity.name)


def letter_of(name: str) -> tuple[str, str]:
    """The letter that a name stands under: the first of a script with cases, else "other"."""
    first = next((c for c in _folded(name[:100]) if c.isalnum()), "")
    if first.isascii() and first.isalpha():
        return first, first.upper()
    if first and first != first.upper() and len(first.upper()) == 1:
        return f"u{ord(first):04x}", first.upper()
    return "other", "Other"


@lru_cache(maxsize=32_768)
def _folded(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
