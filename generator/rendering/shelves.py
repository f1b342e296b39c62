"""The ways between the pages that show one thing: the parts of a long list, and what stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    relative,
)
from generator.rendering.catalog import Catalog
from generator.rendering.markup import Markdown

FIRST_ROWS = 50
"""Rows that a split index shows itself: the newest, or the most mentioned."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One key of an index: a month, a letter, a year."""

    words: Markdown
    href: Markdown
    rows: Markdown
    """How many: `12 briefs`."""


@dataclass(frozen=True, slots=True)
class WayTo:
    """A page beside this one."""

    words: Markdown
    href: Markdown
    is_here: bool


def timeline_ways(catalog: Catalog, here: str) -> tuple[WayTo, ...]:
    """What shows the dates of the collection."""
    pages = [("Timeline", TIMELINE), ("Calendar", CALENDAR), ("Events", EVENTS)]
    if catalog.open_dates:
        is_split = len(catalog.open_dates) > catalog.settings.index_split
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
