"""The index of briefs, by month."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from generator.model import Brief
from generator.rendering.addresses import BRIEFS, BRIEFS_BY_MONTH, relative
from generator.rendering.catalog import Catalog
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.labels import Text
from generator.rendering.layout import Split, pages_of, split
from generator.rendering.markup import Markdown
from generator.rendering.readable import counted, first_day, month_in_words
from generator.rendering.views import (
    FIRST_ROWS,
    BriefLine,
    Part,
    Shelf,
    show_brief,
    show_part,
)

_OPEN = 20
"""Briefs of a page that stand open; the months behind them are folded."""


@dataclass(frozen=True, slots=True)
class BriefGroup:
    """The briefs of one month."""

    words: Markdown
    anchor: Markdown
    briefs: tuple[BriefLine, ...]
    count: Markdown
    """`4 briefs`."""
    is_folded: bool
    """Months before it on its page have many."""


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


def view_briefs(catalog: Catalog) -> list[tuple[str, Callable[[], BriefsView]]]:
    """The index of briefs, with the pages that it is split into."""
    path, briefs, limit = BRIEFS, catalog.listed, catalog.settings.index_split
    if len(briefs) <= limit:
        return [(path, partial(_briefs, catalog, briefs, "Briefs", [path], 1, len(briefs)))]
    months = split(briefs, BRIEFS_BY_MONTH, _month_key)
    parts = [
        (paths[number - 1], partial(_briefs, catalog, shown, f"Briefs, {words}", paths, number, len(rows), up=path))
        for to, words, rows in months
        for paths, number, shown in pages_of(to, rows, limit)
    ]
    return [(path, partial(_front, catalog, months)), *parts]


def _front(catalog: Catalog, months: Sequence[Split[Brief]]) -> BriefsView:
    """The newest, and the way to all."""
    briefs = catalog.listed
    shelves = tuple(
        Shelf(Markdown(words), relative(to, BRIEFS), counted(len(rows), "brief")) for to, words, rows in months
    )
    return replace(_briefs(catalog, briefs[:FIRST_ROWS], "Briefs", [BRIEFS], 1, len(briefs)), shelves=shelves)


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
    groups = list[BriefGroup]()
    for (name, words), rows in groupby(briefs, key=_month_key):
        lines = tuple(show_brief(catalog, row.id, here) for row in rows)
        is_folded = sum(len(group.briefs) for group in groups) >= _OPEN
        count = counted(len(lines), "brief")
        groups.append(BriefGroup(Markdown(words), Markdown(f"m{name}"), lines, count, is_folded))
    back = relative(up, here) if up else None
    return BriefsView(title, counted(total, "brief"), tuple(groups), (), back, show_part(paths, number))


def _month_key(brief: Brief) -> tuple[str, str]:
    day = first_day(brief.analysis.metadata.published.value)
    if day is None:
        return "undated", "Date not stated"
    words = month_in_words(day.year, day.month)
    return (f"{day.year:04d}-{day.month:02d}" if day.month else f"{day.year:04d}"), words


def draft_briefs(catalog: Catalog) -> Iterator[Draft]:
    """The index and its parts."""
    for path, view in view_briefs(catalog):
        yield Draft(path, None, _describe, view, searchable=False)


def _describe(view: BriefsView, text: Text) -> str:
    return text("{number}, newest first.", number=view.count)


PAGE = PageKind("briefs", "briefs", draft_briefs, nav=(("Briefs", BRIEFS),))
