"""Who stands beside whom, as inline SVG: names in a column, an arc for each two that share a sentence.

One name has one row, so that no label can lie on another and the figure is as readable on a telephone as on a desk.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.rendering.markup import Markdown, joined, md
from generator.rendering.readable import counted, shortened

_WIDTH, _ROW, _TOP = 380, 28, 20
_COLUMN = 96
"""Where the nodes stand; the arcs are left of it, the names right of it."""
_LABEL_CHARS = 40
_STROKES = (1.0, 6.0)
"""The thinnest and the thickest arc."""


@dataclass(frozen=True, slots=True)
class Node:
    """A name in the figure; the first is the one that the figure is about."""

    id: str
    name: str
    kind: Markdown
    """`person`, ...: chooses the color."""
    href: Markdown
    count: int
    """Sentences shared with the first; of the first itself all of its sentences."""


def draw_graph(nodes: Sequence[Node], ties: Mapping[tuple[str, str], int]) -> Markdown | None:
    """Draw the first node with those beside it; `ties` are between the others. None where it stands alone."""
    if len(nodes) < 2:
        return None
    height = _TOP * 2 + _ROW * (len(nodes) - 1)
    rows = {node.id: index for index, node in enumerate(nodes)}
    pairs = [(0, rows[node.id], node.count) for node in nodes[1:]]
    others = [(rows[a], rows[b], count) for (a, b), count in sorted(ties.items()) if a in rows and b in rows]
    top = max(count for *_, count in pairs)
    first, rest = nodes[0], len(nodes) - 1
    words = f"{first.name} and {counted(rest, 'name')}: the number of shared sentences; thicker lines stand for more."
    arcs = [_arc(one, other, count, top, rest, "briefs-graph-tie") for one, other, count in others]
    arcs += [_arc(one, other, count, top, rest, "briefs-graph-own") for one, other, count in pairs]
    return Markdown(
        '<figure class="briefs-graph">\n'
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="group" aria-labelledby="graph-title graph-words">\n'
        f'<title id="graph-title">Who is named beside {md(first.name)}</title>\n'
        f'<desc id="graph-words">{md(words)}</desc>\n'
        f'<g fill="none" stroke="currentColor" aria-hidden="true">{joined(arcs)}</g>\n'
        f"{joined(_node(node, index) for index, node in enumerate(nodes))}</svg>\n</figure>"
    )


def _y(row: int) -> int:
    return _TOP + _ROW * row


def _arc(one: int, other: int, count: int, top: int, rest: int, name: str) -> Markdown:
    """Half an ellipse between two rows; it reaches the further out the further they lie apart."""
    first, last = sorted((one, other))
    reach = 12 + (_COLUMN - 24) * (last - first) / max(4, rest)
    thin, thick = _STROKES
    width = thin + (thick - thin) * (min(count, top) - 1) / max(1, top - 1)
    return Markdown(
        f'<path class="{name}" stroke-width="{width:.1f}" d="M{_COLUMN} {_y(first)}'
        f'C{_COLUMN - reach * 4 / 3:.1f} {_y(first)} {_COLUMN - reach * 4 / 3:.1f} {_y(last)} {_COLUMN} {_y(last)}"/>'
    )


def _node(node: Node, row: int) -> Markdown:
    name, y = md(shortened(node.name, _LABEL_CHARS)), _y(row)
    circle = f'<circle cx="{_COLUMN}" cy="{y}" r="{6 if row == 0 else 5}" fill="currentColor"/>'
    label = f'<tspan class="briefs-graph-name">{name}</tspan>'
    start = f'{circle}<text x="{_COLUMN + 13}" y="{y + 4.5}" fill="currentColor">{label}'
    if row == 0:
        return Markdown(f'<g class="briefs-graph-self briefs-graph-{node.kind}">{start}</text></g>\n')
    # The rectangle makes the whole row a place to touch.
    area = f'<rect x="{_COLUMN - 10}" y="{y - _ROW / 2:g}" width="{_WIDTH - _COLUMN + 10}" height="{_ROW}"/>'
    count = f'<tspan class="briefs-graph-count" dx="7">{node.count}</tspan>'
    return Markdown(f'<a class="briefs-graph-{node.kind}" href="{node.href}">{area}{start}{count}</text></a>\n')
