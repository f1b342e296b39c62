"""What is quoted, by the day of publication, the newest first; fragments stand under the words of their sentence."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from generator.model import Brief, Quotation
from generator.rendering.addresses import QUOTED, QUOTED_BY_MONTH, relative
from generator.rendering.catalog import Catalog
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.labels import Text
from generator.rendering.layout import pages_of, split
from generator.rendering.markup import Markdown, md
from generator.rendering.readable import Day, counted, first_day, month_in_words
from generator.rendering.said import SaidLine, fold_fragments, show_folded
from generator.rendering.views import FIRST_ROWS, Part, Shelf, WayTo, said_ways, show_part

ROWS = 50
"""Quotations of one page."""
_MONTHS = 24
"""More months than these are counted by year."""
Folded = tuple[Brief, Quotation, tuple[Quotation, ...]]


@dataclass(frozen=True, slots=True)
class QuotedMonth:
    """What briefs of one month quote."""

    words: Markdown
    anchor: Markdown
    quotations: tuple[SaidLine, ...]


@dataclass(frozen=True, slots=True)
class QuotedView:
    """The quotations by date, or one page of them."""

    title: str
    count: Markdown
    ways: tuple[WayTo, ...]
    shelves: tuple[Shelf, ...]
    is_newest: bool
    """The rows are the newest only; the months lead to all."""
    months: tuple[QuotedMonth, ...]
    up: Markdown | None
    part: Part


def view_quoted(catalog: Catalog) -> Iterator[tuple[str, Callable[[], QuotedView]]]:
    """All on one page; else its front has the newest and the way to each month or year."""
    said = [(brief, quotation) for brief in catalog.originals for quotation in brief.analysis.quotations]
    rows, size = fold_fragments(catalog, said), min(ROWS, catalog.settings.index_split)
    if len(rows) <= size:
        yield QUOTED, partial(_page, catalog, rows, "Quotations by date", len(said), [QUOTED], 1)
        return
    months = {_day(row) for row in rows}
    key = partial(_part_of, by_year=len({(day.year, day.month) for day in months if day}) > _MONTHS)
    parts = split(rows, QUOTED_BY_MONTH, key)
    shelves = tuple(Shelf(md(words), relative(to, QUOTED), _count(found)) for to, words, found in parts)
    yield QUOTED, partial(_front, catalog, rows[:FIRST_ROWS], len(said), shelves)
    for to, words, found in parts:
        for paths, number, shown in pages_of(to, found, size):
            title = f"Quotations by date, {words}"
            yield paths[number - 1], partial(_page, catalog, shown, title, _size(found), paths, number, up=QUOTED)


def _day(row: Folded) -> Day | None:
    return first_day(row[0].analysis.metadata.published.value)


def _part_of(row: Folded, *, by_year: bool) -> tuple[str, str]:
    day = _day(row)
    if not day:
        return "undated", "Date not stated"
    month = None if by_year else day.month
    return f"{day.year:04d}-{month:02d}" if month else f"{day.year:04d}", month_in_words(day.year, month)


def _size(rows: Sequence[Folded]) -> int:
    return sum(1 + len(under) for _, _, under in rows)


def _count(rows: Sequence[Folded]) -> Markdown:
    return counted(_size(rows), "quotation")


def _front(catalog: Catalog, rows: Sequence[Folded], total: int, shelves: tuple[Shelf, ...]) -> QuotedView:
    page = _page(catalog, rows, "Quotations by date", total, [QUOTED], 1)
    return replace(page, shelves=shelves, is_newest=True)


def _page(
    catalog: Catalog, rows: Sequence[Folded], title: str, total: int, paths: list[str], number: int, *, up: str = ""
) -> QuotedView:
    here = paths[number - 1]
    months = (
        QuotedMonth(Markdown(words), Markdown(f"m{name}"), tuple(show_folded(catalog, row, here) for row in found))
        for (name, words), found in groupby(rows, key=partial(_part_of, by_year=False))
    )
    return QuotedView(
        title=title,
        count=counted(total, "quotation"),
        ways=said_ways(here),
        shelves=(),
        is_newest=False,
        months=tuple(months),
        up=relative(up, here) if up else None,
        part=show_part(paths, number),
    )


def draft_quoted(catalog: Catalog) -> Iterator[Draft]:
    """The quotations by date and their parts."""
    for path, view in view_quoted(catalog):
        yield Draft(path, None, _describe, view, searchable=False)


def _describe(view: QuotedView, text: Text) -> str:
    return text("{number}, by the day of publication.", number=view.count)


PAGE = PageKind("quoted", "quoted", draft_quoted)
