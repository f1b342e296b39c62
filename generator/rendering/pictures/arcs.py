"""Who stands beside whom, as arcs between the rows of a list. One name has one row, so that no label lies on another;
nothing is placed by chance.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.rendering.labels import Text, say_english
from generator.rendering.markup import Markdown, joined, md
from generator.rendering.pictures.table import MOST_LINKS, Cells, fold_table, link_cell, links_cell
from generator.rendering.readable import counted, figure, shortened

_ARCS_WIDTH, _ROW, _TOP = 380, 28, 20
_COLUMN = 96
"""Where the nodes stand; the arcs are left of it, the names right of it."""
_LABEL_CHARS = 40
_STROKES = (1.0, 6.0)
"""The thinnest and the thickest arc."""
_ARCS_OF_ONE = 3
_NEAR = 3
Ties = Mapping[tuple[str, str], int]
"""What two names have in common, by their ids."""


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


def draw_graph(nodes: Sequence[Node], ties: Ties, text: Text = say_english) -> Markdown | None:
    """Draw the first node with those beside it; `ties` are between the others. None where it stands alone."""
    if len(nodes) < 2:
        return None
    height = _TOP * 2 + _ROW * (len(nodes) - 1)
    rows = {node.id: index for index, node in enumerate(nodes)}
    pairs = [(0, rows[node.id], node.count) for node in nodes[1:]]
    others = [(rows[a], rows[b], count) for (a, b), count in sorted(ties.items()) if a in rows and b in rows]
    top = max(count for *_, count in pairs)
    first, rest = nodes[0], len(nodes) - 1
    words = text(
        "{name} and {number}: the number of shared sentences; thicker lines stand for more.",
        name=first.name,
        number=counted(rest, "name"),
    )
    title = text("Who is named beside {name}", name=first.name)
    arcs = [_arc(one, other, count, top, rest, "briefs-graph-tie") for one, other, count in others]
    arcs += [_arc(one, other, count, top, rest, "briefs-graph-own") for one, other, count in pairs]
    return Markdown(
        '<figure class="briefs-graph">\n'
        f'<svg viewBox="0 0 {_ARCS_WIDTH} {height}" role="group" aria-labelledby="graph-title graph-words">\n'
        f'<title id="graph-title">{md(title)}</title>\n'
        f'<desc id="graph-words">{md(words)}</desc>\n'
        f'<g fill="none" stroke="currentColor" aria-hidden="true">{joined(arcs)}</g>\n'
        f"{joined(_node(node, index, is_first=index == 0) for index, node in enumerate(nodes))}</svg>\n"
        f"{_table(nodes[1:], ties, 'Sentences', title, text)}\n</figure>"
    )


def draw_together(nodes: Sequence[Node], ties: Ties, title: str, text: Text = say_english) -> Markdown | None:
    """Draw names among each other: `ties` count the briefs that two have in common. None where no two have any.

    Those that have most in common stand next to each other; of each only the strongest ties are drawn.
    """
    known = {node.id for node in nodes}
    found = {pair: count for pair, count in ties.items() if known.issuperset(pair)}
    if not found:
        return None
    strongest = _strongest(found)
    rows = _arrange(nodes, found)
    at = {node.id: index for index, node in enumerate(rows)}
    top, rest = found[strongest[0]], len(rows) - 1
    words = text(
        "{number}: thicker lines stand for more briefs in common, at most {most}.",
        number=counted(len(rows), "name"),
        most=top,
    )
    arcs = [_arc(at[a], at[b], found[a, b], top, rest, "briefs-graph-own") for a, b in reversed(strongest)]
    return Markdown(
        '<figure class="briefs-graph">\n'
        f'<svg viewBox="0 0 {_ARCS_WIDTH} {_TOP * 2 + _ROW * rest}" role="group" '
        'aria-labelledby="together-title together-words">\n'
        f'<title id="together-title">{md(title)}</title>\n<desc id="together-words">{md(words)}</desc>\n'
        f'<g fill="none" stroke="currentColor" aria-hidden="true">{joined(arcs)}</g>\n'
        f"{joined(_node(node, index) for index, node in enumerate(rows))}</svg>\n"
        f"{_table(nodes, found, 'Briefs', title, text)}\n</figure>"
    )


def _strongest(ties: Ties) -> list[tuple[str, str]]:
    """The ties that are among the first few of one of their two, the strongest first."""
    drawn: Counter[str] = Counter()
    kept = []
    for pair in sorted(ties, key=lambda pair: (-ties[pair], pair)):
        if min(drawn[name] for name in pair) < _ARCS_OF_ONE:
            kept.append(pair)
            drawn.update(pair)
    return kept


def _arrange(nodes: Sequence[Node], ties: Ties) -> list[Node]:
    """The first, then always the one that has most in common with the last three; of equals that which came first."""
    left, placed = list(nodes[1:]), [nodes[0]]
    while left:
        near = placed[-_NEAR:]
        most = max(left, key=lambda node: (sum(_tie(ties, node, other) for other in near), -left.index(node)))
        left.remove(most)
        placed.append(most)
    return placed


def _tie(ties: Ties, one: Node, other: Node) -> int:
    return ties.get((one.id, other.id), 0) + ties.get((other.id, one.id), 0)


def _table(nodes: Sequence[Node], ties: Ties, counts: str, words: str, text: Text) -> Markdown:
    """Each name with its number and those that it is drawn together with."""
    most = max(1, MOST_LINKS // len(nodes))
    rows = (_row(node, nodes, ties, most, text) for node in nodes)
    return fold_table(("Name", counts, "Together with"), rows, words, text)


def _row(node: Node, nodes: Sequence[Node], ties: Ties, most: int, text: Text) -> Cells:
    beside = [(count, other) for other in nodes if (count := _tie(ties, node, other))]
    beside.sort(key=lambda pair: -pair[0])
    links = [(f"{shortened(other.name, _LABEL_CHARS)} ({count:,})", other.href) for count, other in beside]
    return link_cell(node.name, node.href), figure(node.count), links_cell(links, most, text)


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


def _node(node: Node, row: int, *, is_first: bool = False) -> Markdown:
    name, y = md(shortened(node.name, _LABEL_CHARS)), _y(row)
    circle = f'<circle cx="{_COLUMN}" cy="{y}" r="{6 if is_first else 5}" fill="currentColor"/>'
    label = f'<tspan class="briefs-graph-name">{name}</tspan>'
    start = f'{circle}<text x="{_COLUMN + 13}" y="{y + 4.5}" fill="currentColor">{label}'
    if is_first:
        return Markdown(f'<g class="briefs-graph-self briefs-graph-{node.kind}">{start}</text></g>\n')
    # The rectangle makes the whole row a place to touch.
    area = f'<rect x="{_COLUMN - 10}" y="{y - _ROW / 2:g}" width="{_ARCS_WIDTH - _COLUMN + 10}" height="{_ROW}"/>'
    count = f'<tspan class="briefs-graph-count" dx="7">{node.count}</tspan>'
    return Markdown(f'<a class="briefs-graph-{node.kind}" href="{node.href}">{area}{start}{count}</text></a>\n')
