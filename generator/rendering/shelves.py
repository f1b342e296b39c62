"""Long lists over many pages, by month, letter or number, and the ways between pages that show one thing."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.model import Entity
from generator.rendering.addresses import (
    CALENDAR,
    EVENTS,
    MATRIX,
    OPEN,
    ORIGINS,
    QUOTATIONS,
    SOURCES,
    TIMELINE,
    TIMELINE_OPEN,
    continued,
    part_page,
    relative,
)
from generator.rendering.catalog import Catalog
from generator.rendering.days import find_open
from generator.rendering.markup import Markdown

Row = TypeVar("Row")

FIRST_ROWS = 50
"""Rows that a split index shows itself: the newest, or the most mentioned."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One key of an index: a month, a letter, a year."""

    words: Markdown
    href: Markdown
    rows: Markdown
    """How many: `12 briefs`."""


Split = tuple[str, str, list[Row]]
"""A part of an index: its path, its name and its rows."""


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


@dataclass(frozen=True, slots=True)
class WayTo:
    """A page beside this one."""

    words: Markdown
    href: Markdown
    is_here: bool


def timeline_ways(catalog: Catalog, here: str) -> tuple[WayTo, ...]:
    """What shows the dates of the collection."""
    pages = [("Timeline", TIMELINE), ("Calendar", CALENDAR), ("Events", EVENTS)]
    if find_open(catalog):
        is_split = len(find_open(catalog)) > catalog.settings.index_split
        pages.append(("Open dates", OPEN if is_split else TIMELINE_OPEN))
    return _ways(pages, here)


def said_ways(here: str) -> tuple[WayTo, ...]:
    """What shows who said what."""
    return _ways([("Quotations", QUOTATIONS), ("Who said what", MATRIX)], here)


def source_ways(here: str) -> tuple[WayTo, ...]:
    """What shows where the collection comes from."""
    return _ways([("Files", SOURCES), ("Agencies and media", ORIGINS)], here)


def _ways(pages: Sequence[tuple[str, str]], here: str) -> tuple[WayTo, ...]:
    return tuple(WayTo(Markdown(words), relative(path, here), path == here) for words, path in pages)
