"""The rows of the list of sources as data: what finds in the rows of all its pages loads them when somebody asks.

Scripts that hand over their content, which a folder on disk gives as well as a server (`assets/filter.js`).
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from generator.model import Brief
from generator.rendering.addresses import HOME, SOURCES, file_href, href, text_page
from generator.rendering.catalog import Catalog
from generator.rendering.markup import Markdown

IN_FILE = 1_000
"""Rows in one file."""
Row = tuple[str, ...]
"""The words of the columns."""


@dataclass(frozen=True, slots=True)
class RowFiles:
    """Where the rows are."""

    href: Markdown
    """The first file, as a browser needs it."""
    files: int
    count: int
    """Rows."""


def show_rows(catalog: Catalog, here: str) -> RowFiles | None:
    """Where the rows are, seen from a page; plain Markdown has no script."""
    if catalog.style == "markdown":
        return None
    count = len(catalog.library.briefs)
    return RowFiles(file_href(_path(0), here, catalog.style), -(-count // IN_FILE), count)


def offer_rows(catalog: Catalog, row: Callable[[Catalog, Brief], Row]) -> tuple[tuple[str, Callable[[], bytes]], ...]:
    """The files: of each source its address from the list, its file, and the words of its row."""
    if catalog.style == "markdown":
        return ()
    briefs = sorted(catalog.library.briefs, key=lambda brief: brief.analysis.document.path)
    parts = [briefs[start : start + IN_FILE] for start in range(0, len(briefs), IN_FILE)]
    return tuple((_path(number), partial(_write, catalog, row, number, some)) for number, some in enumerate(parts))


def _write(catalog: Catalog, row: Callable[[Catalog, Brief], Row], number: int, briefs: Sequence[Brief]) -> bytes:
    rows = [
        (href(text_page(brief.id), HOME, catalog.style), brief.analysis.document.path, *row(catalog, brief))
        for brief in briefs
    ]
    return f"briefsRows.got({number},{json.dumps(rows, ensure_ascii=False, separators=(',', ':'))})\n".encode()


def _path(number: int) -> str:
    return f"{SOURCES.rpartition('/')[0]}/rows-{number}.js"
