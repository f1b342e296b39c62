"""How much of something there is of each of several, as bars one below the other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.rendering.labels import Text, say_english
from generator.rendering.markup import Markdown, joined, md
from generator.rendering.pictures.table import fold_table, link_cell
from generator.rendering.readable import counted, figure, shortened

_WIDTH, _ROW = 720, 44
_MOST_ROWS = 12
_LABEL_CHARS = 56
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One of those that are counted."""

    name: str
    count: int
    href: Markdown | None


def draw_rows(
    rows: Sequence[Row], title: str, head: str, noun: str, name: str = "rows", text: Text = say_english
) -> Markdown | None:
    """Draw a bar for each row, at most twelve, those with most first; None for fewer than two."""
    ordered = sorted(rows, key=lambda row: -row.count)
    shown, rest = ordered[:_MOST_ROWS], ordered[_MOST_ROWS:]
    if len(shown) < _FEWEST:
        return None
    more = text("Not drawn: {number}.", number=counted(len(rest), "more row")) if rest else ""
    words = text("{number}; most: {most}.", number=counted(len(shown), "bar"), most=shown[0].count)
    words = f"{words} {more}"
    caption = f"<figcaption>{md(more)}</figcaption>\n" if more else ""
    cells = ((link_cell(row.name, row.href), figure(row.count)) for row in shown)
    return Markdown(
        '<figure class="briefs-strip briefs-lanes">\n'
        f'<svg viewBox="0 0 {_WIDTH} {_ROW * len(shown)}" role="{_role(shown)}" '
        f'aria-labelledby="{name}-title {name}-words">\n'
        f'<title id="{name}-title">{md(title)}</title>\n<desc id="{name}-words">{md(words)}</desc>\n'
        f"{joined(_draw(row, at, shown[0].count) for at, row in enumerate(shown))}</svg>\n"
        f"{caption}{fold_table((head, noun.capitalize()), cells, title, text)}\n</figure>"
    )


def _role(rows: Iterable[Row]) -> str:
    """What holds links is no image, as nobody could reach them in one."""
    return "group" if any(row.href for row in rows) else "img"


def _draw(row: Row, at: int, top: int) -> Markdown:
    y = at * _ROW
    text = (
        f'<text class="briefs-lane-name" x="0" y="{y + 18}" fill="currentColor">'
        f'{md(shortened(row.name, _LABEL_CHARS))}<tspan class="briefs-graph-count" dx="8">{row.count:,}</tspan></text>'
    )
    label = Markdown(f'<a href="{row.href}">{text}</a>') if row.href else Markdown(f"<g>{text}</g>")
    return Markdown(
        f'{label}\n<rect class="briefs-strip-bar" x="0" y="{y + 26}" width="{_WIDTH * row.count / top:.1f}" '
        'height="10" fill="currentColor"/>\n'
    )
