"""Who said what in which brief: a table of those who speak in several, a list of the others under each brief.

In each cell, and behind each name of a list, stands the way to the sentences.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.model import Brief, Claim, Evidence, Quotation
from generator.rendering.addresses import MATRIX, LinkStyle, href, relative, text_page
from generator.rendering.catalog import Catalog, speaker_of, unit_of
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.layout import name_key, pages_of
from generator.rendering.markup import Markdown, joined, md
from generator.rendering.pages.pictures.speakers import Words, draw_speakers
from generator.rendering.readable import When, counted, mark_date, shortened
from generator.rendering.views import (
    Link,
    Part,
    WayTo,
    door_of,
    said_ways,
    show_link,
    show_part,
)

_TITLE_CHARS = 70


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence in which somebody says something."""

    door: Markdown
    target: str
    """Its address on the site."""
    is_quoted: bool
    """In his own words; else it is told what he said."""


@dataclass(frozen=True, slots=True)
class Column:
    """A brief."""

    title: str
    target: str
    published: When | None


@dataclass(frozen=True, slots=True)
class Row:
    """A speaker with a cell for each column."""

    name: str
    target: str
    cells: tuple[tuple[Place, ...], ...]


def write_matrix(columns: Sequence[Column], rows: Sequence[Row], here: str, style: LinkStyle) -> Markdown:
    """Write the table: HTML with headers for rows and columns, or in Markdown a table with links."""
    return _markdown(columns, rows, here) if style == "markdown" else _html(columns, rows, here, style)


def write_speakers(rows: Sequence[Row], here: str, style: LinkStyle) -> Markdown:
    """Write the speakers of one brief as a list; each row has one cell."""
    if style == "markdown":
        return Markdown("\n".join(f"* {_link(row, here)}: {_doors(row.cells[0], here)}" for row in rows))
    items = joined(
        Markdown(
            f'<li><span class="briefs-who">{_anchor(row, here, style)}</span>{_cell(row.cells[0], here, style)}</li>'
        )
        for row in rows
    )
    return Markdown(f'<ul class="briefs-once">{items}</ul>')


def _html(columns: Sequence[Column], rows: Sequence[Row], here: str, style: LinkStyle) -> Markdown:
    heads = joined(_head(column, here, style) for column in columns)
    lines = joined(_line(row, here, style) for row in rows)
    # The container scrolls, not the page; it takes the focus so that keys can scroll it.
    return Markdown(
        '<div class="briefs-matrix" role="region" aria-label="Who said what, table" tabindex="0">\n'
        '<table class="briefs-table">\n'
        f'<thead><tr><th scope="col">Speaker</th>{heads}</tr></thead>\n<tbody>\n{lines}</tbody>\n</table>\n</div>'
    )


def _head(column: Column, here: str, style: LinkStyle) -> Markdown:
    date = column.published
    when = mark_date(date) if date else '<span class="briefs-missing">undated</span>'
    link = f'<a href="{href(column.target, here, style)}">{md(shortened(column.title, _TITLE_CHARS))}</a>'
    return Markdown(f'<th scope="col">{when}{link}</th>')


def _line(row: Row, here: str, style: LinkStyle) -> Markdown:
    cells = joined(Markdown(f"<td>{_cell(places, here, style)}</td>") for places in row.cells)
    return Markdown(f'<tr><th scope="row">{_anchor(row, here, style)}</th>{cells}</tr>\n')


def _anchor(row: Row, here: str, style: LinkStyle) -> Markdown:
    return Markdown(f'<a href="{href(row.target, here, style)}">{md(shortened(row.name, _TITLE_CHARS))}</a>')


def _cell(places: Sequence[Place], here: str, style: LinkStyle) -> Markdown:
    """How often he is quoted and told of; one sentence is led to at once, several open as a list."""
    if not places:
        return Markdown("")
    if len(places) == 1:
        return Markdown(f'<a class="briefs-said" href="{href(places[0].target, here, style)}">{count(places)}</a>')
    items = joined(
        Markdown(f'<li><a href="{href(place.target, here, style)}">{place.door}</a>{_mark(place)}</li>')
        for place in places
    )
    return Markdown(f"<details><summary>{count(places)}</summary><ul>{items}</ul></details>")


def _mark(place: Place) -> str:
    return ", quoted" if place.is_quoted else ""


def count(places: Sequence[Place]) -> Markdown:
    """`2 quoted, 1 stated`, without what there is none of."""
    quoted = sum(place.is_quoted for place in places)
    numbers = ((quoted, "quoted"), (len(places) - quoted, "stated"))
    return Markdown("<br/>".join(f"{number} {word}" for number, word in numbers if number))


def _markdown(columns: Sequence[Column], rows: Sequence[Row], here: str) -> Markdown:
    heads = joined(
        Markdown(f" [{md(shortened(column.title, _TITLE_CHARS))}]({relative(column.target, here)}) |")
        for column in columns
    )
    lines = joined(_markdown_line(row, here) for row in rows)
    return Markdown(f"| Speaker |{heads}\n|---|{'---|' * len(columns)}\n{lines}")


def _markdown_line(row: Row, here: str) -> Markdown:
    cells = joined(Markdown(f" {_doors(places, here)} |") for places in row.cells)
    return Markdown(f"| {_link(row, here)} |{cells}\n")


def _link(row: Row, here: str) -> str:
    return f"[{md(shortened(row.name, _TITLE_CHARS))}]({relative(row.target, here)})"


def _doors(places: Sequence[Place], here: str) -> str:
    return ", ".join(f"[{place.door}]({relative(place.target, here)})" for place in places)


_BRIEFS_SHOWN = 12
"""Briefs of one page."""


@dataclass(frozen=True, slots=True)
class BriefSpeakers:
    """A brief with those who speak in no other."""

    brief: Link
    published: When | None
    speakers: Markdown


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Who said what in which brief, for some briefs."""

    title: str
    ways: tuple[WayTo, ...]
    speakers: Markdown
    briefs: Markdown
    over_time: Markdown | None
    """Those who speak most in the collection, by month; on the first page only, none in Markdown."""
    table: Markdown | None
    """Those who speak in several briefs; None where nobody does."""
    others: tuple[BriefSpeakers, ...]
    part: Part


def view_matrix(catalog: Catalog) -> list[tuple[str, Callable[[], MatrixView]]]:
    """So many briefs on a page, the newest first; on each page those who speak in its briefs."""
    cells = {brief.id: _cells(catalog, brief) for brief in catalog.originals}
    briefs = [brief.id for brief in catalog.newest if cells.get(brief.id)]
    often = Counter(who for found in cells.values() for who in found)
    return [
        (paths[number - 1], partial(_page, catalog, cells, often, shown, len(briefs), paths, number))
        for paths, number, shown in pages_of(MATRIX, briefs, _BRIEFS_SHOWN)
    ]


def _page(
    catalog: Catalog,
    cells: Mapping[str, Words],
    often: Mapping[str, int],
    briefs: Sequence[str],
    total: int,
    paths: list[str],
    number: int,
) -> MatrixView:
    here = paths[number - 1]
    rows = [who for who in _rows(catalog, cells, briefs) if often[who] > 1]
    shown = [brief for brief in briefs if not cells[brief].keys().isdisjoint(rows)]
    table = [_row(catalog, cells, shown, who) for who in rows]
    columns = [Column(catalog.cards[id_].title, text_page(id_), catalog.cards[id_].published) for id_ in shown]
    return MatrixView(
        title="Who said what" + (f", page {number}" if number > 1 else ""),
        ways=said_ways(here),
        speakers=counted(len(often), "speaker"),
        briefs=counted(total, "brief"),
        over_time=draw_speakers(catalog, cells, here) if number == 1 else None,
        table=write_matrix(columns, table, here, catalog.style) if table else None,
        others=tuple(_others(catalog, cells, often, brief, here) for brief in briefs if _once(cells[brief], often)),
        part=show_part(paths, number),
    )


def _once(words: Words, often: Mapping[str, int]) -> list[str]:
    """Those who speak in this brief only."""
    return [who for who in words if often[who] == 1]


def _others(
    catalog: Catalog, cells: Mapping[str, Words], often: Mapping[str, int], brief: str, here: str
) -> BriefSpeakers:
    card, once = catalog.cards[brief], _once(cells[brief], often)
    rows = [_row(catalog, cells, [brief], who) for who in _rows(catalog, cells, [brief]) if who in once]
    return BriefSpeakers(
        show_link(card.title, text_page(brief), here), card.published, write_speakers(rows, here, catalog.style)
    )


def _cells(catalog: Catalog, brief: Brief) -> Words:
    """For each speaker of a brief, the words that are his, quoted or told, in the order of the text."""
    found: dict[str, list[tuple[Evidence, bool]]] = {}
    both: tuple[Quotation | Claim, ...] = (*brief.analysis.quotations, *brief.analysis.claims)
    for said in both:
        speaker = speaker_of(catalog, brief, said.claimant if isinstance(said, Claim) else said.speaker)
        if speaker:
            words = Evidence(brief.id, said.span), isinstance(said, Quotation)
            found.setdefault(speaker.id, []).append(words)
    return {who: sorted(said) for who, said in found.items()}


def _rows(catalog: Catalog, cells: Mapping[str, Words], briefs: Sequence[str]) -> list[str]:
    """Who speaks in these briefs: those in most of them first, then as the briefs come, those with most words first."""
    where: dict[str, list[tuple[int, int]]] = {}
    for column, brief in enumerate(briefs):
        for who, said in cells[brief].items():
            where.setdefault(who, []).append((column, -len(said)))
    return sorted(where, key=lambda who: (-len(where[who]), where[who], name_key(catalog.entities[who])))


def _row(catalog: Catalog, cells: Mapping[str, Words], briefs: Sequence[str], who: str) -> Row:
    shown = (tuple(_place(catalog, *said) for said in cells[brief].get(who, ())) for brief in briefs)
    return Row(catalog.entities[who].name, catalog.addresses.entities[who], tuple(shown))


def _place(catalog: Catalog, evidence: Evidence, is_quoted: bool) -> Place:
    door = door_of(catalog, unit_of(catalog.addresses, evidence))
    return Place(door, catalog.addresses.of(evidence), is_quoted)


def draft_matrix(catalog: Catalog) -> Iterator[Draft]:
    """The pages of the table."""
    for path, view in view_matrix(catalog):
        yield Draft(path, None, _describe, view, searchable=False)


def _describe(view: MatrixView) -> str:
    return f"{view.speakers} in {view.briefs}, with the way to each sentence."


PAGE = PageKind("matrix", "matrix", draft_matrix, is_wide=True)
