"""Who said what: a table with a row for each speaker and a column for each brief, and lists of those in one brief.

In each cell, and behind each name of a list, stands the way to the sentences.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.rendering.addresses import LinkStyle, href, relative
from generator.rendering.markup import Markdown, joined, md
from generator.rendering.readable import When, shortened

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
    when = (
        f'<time datetime="{date.datetime}">{date.words}</time>'
        if date
        else '<span class="briefs-missing">undated</span>'
    )
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
