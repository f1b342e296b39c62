"""What a picture shows, as a table that opens below it: for whoever reads aloud, prints or copies."""

from collections.abc import Iterable, Sequence

from generator.rendering.labels import Text
from generator.rendering.markup import Markdown, joined, md
from generator.rendering.readable import figure, shortened

Cells = Sequence[Markdown]
"""One row; its first cell is its heading."""
_CHARS = 70
MOST_LINKS = 60
"""Links of one column, all rows together."""


def fold_table(heads: Sequence[str], rows: Iterable[Cells], words: str, text: Text) -> Markdown:
    """The table, folded; `words` say of what it is one, `heads` are words of the program."""
    columns = joined(Markdown(f'<th scope="col">{md(text(head))}</th>') for head in heads)
    lines = joined(Markdown(f'<tr><th scope="row">{row[0]}</th>{_cells(row[1:])}</tr>\n') for row in rows)
    return Markdown(
        f'<details class="briefs-as-table"><summary>{md(text("As a table"))}</summary>\n<table class="briefs-table">\n'
        f"<caption>{md(words)}</caption>\n<thead><tr>{columns}</tr></thead>\n<tbody>\n{lines}</tbody>\n</table>\n"
        "</details>"
    )


def _cells(cells: Cells) -> Markdown:
    return joined(Markdown(f"<td>{cell}</td>") for cell in cells)


def link_cell(words: str, href: Markdown | None) -> Markdown:
    """Words with the way to what they name."""
    text = md(shortened(words, _CHARS))
    return Markdown(f'<a href="{href}">{text}</a>') if href else text


def links_cell(links: Sequence[tuple[str, Markdown | None]], most: int, text: Text) -> Markdown:
    """The first links, each once, and how many more there are."""
    found = list(dict.fromkeys(links))
    rest = [md(text("and {number} more", number=figure(len(found) - most)))] if len(found) > most else []
    return Markdown(" · ").join([*(link_cell(*link) for link in found[:most]), *rest])
