"""Figures as inline SVG: no script, no colors of their own (`currentColor`), with a title and a description. One
name has one row, so that no label can lie on another.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.rendering.markup import Markdown, joined, md
from generator.rendering.readable import Day, counted, date_in_words, month_in_words, shortened

_WIDTH, _HEIGHT, _BASE = 720, 96, 72
_GAP = 0.2
"""Share of a bar's place that stays empty."""
_MOST_BARS = 60
_SHARE = 0.75
"""Share of the dates that the bars must hold, so that one old date does not flatten all the others."""


@dataclass(frozen=True, slots=True)
class Tick:
    """What one date adds to the strip, and where its bar leads."""

    day: Day
    href: Markdown | None


@dataclass(frozen=True, slots=True)
class _Unit:
    """What one bar stands for."""

    most: str
    place: Callable[[Day], int | None]
    """The number of the bar that a date belongs to; None where the date is not that exact."""
    name: Callable[[int], str]
    mark: Callable[[int], str | None]
    """What is written below a bar at which something greater begins: a month, a year."""


@dataclass(frozen=True, slots=True)
class _Bar:
    words: str
    count: int
    href: Markdown | None


_UNITS = (
    _Unit(
        "on one day",
        lambda day: _ordinal(day),
        lambda place: date_in_words(date.fromordinal(place).isoformat()),
        lambda place: _month_begun(date.fromordinal(place)),
    ),
    _Unit(
        "in one month",
        lambda day: day.year * 12 + day.month - 1 if day.month else None,
        lambda place: month_in_words(place // 12, place % 12 + 1),
        lambda place: None if place % 12 else f"{place // 12:04d}",
    ),
    _Unit("in one year", lambda day: day.year, lambda place: f"{place:04d}", lambda place: _round(place, 10)),
    _Unit(
        "in one decade",
        lambda day: day.year // 10,
        lambda place: f"{place * 10:04d}–{place * 10 + 9:04d}",
        lambda place: _round(place * 10, 100),
    ),
    _Unit(
        "in one century",
        lambda day: day.year // 100,
        lambda place: f"{place * 100:04d}–{place * 100 + 99:04d}",
        lambda place: _round(place * 100, 500),
    ),
)
"""From the finest to the coarsest."""


def draw_strip(ticks: Sequence[Tick], title: str) -> Markdown | None:
    """Draw how many dates fall on each day, in each month, year, decade or century; None for fewer than two bars.

    The unit is the finest with which 60 bars hold three dates of four; how many lie outside is said. A bar leads where
    its first tick leads.
    """
    unit, first, last = _choose(ticks)
    if first >= last:
        return None
    bars, outside = _bars(ticks, unit, first, last)
    top, step = max(bar.count for bar in bars), _WIDTH / len(bars)
    marks = [_draw(bar, index * step, step, top) for index, bar in enumerate(bars) if bar.count]
    words = (
        f"{counted(len(ticks) - outside, 'date')} from {bars[0].words} to {bars[-1].words}; most {unit.most}: {top}."
    )
    rest = f" Not drawn: {counted(outside, 'date')} before, after or less exact." if outside else ""
    caption = f"<figcaption>{md(rest.strip())}</figcaption>\n" if outside else ""
    return Markdown(
        '<figure class="briefs-strip">\n'
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="group" aria-labelledby="strip-title strip-words" '
        'preserveAspectRatio="xMidYMid meet">\n'
        f'<title id="strip-title">{md(title)}</title>\n<desc id="strip-words">{md(words + rest)}</desc>\n'
        f'<line class="briefs-strip-axis" x1="0" y1="{_BASE}" x2="{_WIDTH}" y2="{_BASE}" stroke="currentColor"/>\n'
        f"{joined(marks)}{joined(_labels(unit, first, last, step))}"
        f'<text class="briefs-strip-label" x="0" y="{_HEIGHT - 6}" fill="currentColor">{md(bars[0].words)}</text>\n'
        f'<text class="briefs-strip-label" x="{_WIDTH}" y="{_HEIGHT - 6}" text-anchor="end" fill="currentColor">'
        f"{md(bars[-1].words)}</text>\n</svg>\n{caption}</figure>"
    )


def _choose(ticks: Sequence[Tick]) -> tuple[_Unit, int, int]:
    """The unit, and the first and last bar."""
    for unit in _UNITS:
        places = sorted(place for tick in ticks if (place := unit.place(tick.day)) is not None)
        first, last, held = _window(places)
        if first < last and held >= _SHARE * len(ticks):
            break
    return unit, first, last


def _window(places: Sequence[int]) -> tuple[int, int, int]:
    """The stretch of at most 60 bars that holds the most dates: first and last place, and how many; latest if equal."""
    best, start = (0, 0, 0), 0
    for end, place in enumerate(places):
        while place - places[start] >= _MOST_BARS:
            start += 1
        if end - start + 1 >= best[2]:
            best = (places[start], place, end - start + 1)
    return best


def _bars(ticks: Sequence[Tick], unit: _Unit, first: int, last: int) -> tuple[list[_Bar], int]:
    """The bars from the first to the last, empty ones included, and how many dates lie outside."""
    found: dict[int, list[Markdown | None]] = {place: [] for place in range(first, last + 1)}
    outside = 0
    for tick in ticks:
        place = unit.place(tick.day)
        if place in found:
            found[place].append(tick.href)
        else:
            outside += 1
    return [_Bar(unit.name(place), len(hrefs), _first(hrefs)) for place, hrefs in found.items()], outside


def _ordinal(day: Day) -> int | None:
    """The number of a day; None where it is no full date of the calendar."""
    if not day.month or not day.day:
        return None
    try:
        return date(day.year, day.month, day.day).toordinal()
    except ValueError:
        return None


def _draw(bar: _Bar, left: float, step: float, top: int) -> Markdown:
    height = max(2.0, (_BASE - 8) * bar.count / top)
    width = min(step * (1 - _GAP), 28.0)
    label = md(f"{bar.words}: {bar.count:,}")
    rectangle = (
        f'<rect class="briefs-strip-bar" x="{left + (step - width) / 2:.1f}" y="{_BASE - height:.1f}" '
        f'width="{width:.1f}" height="{height:.1f}" fill="currentColor"><title>{label}</title></rect>'
    )
    if bar.href is None:
        return Markdown(f"{rectangle}\n")
    return Markdown(f'<a href="{bar.href}" aria-label="{label}">{rectangle}</a>\n')


def _labels(unit: _Unit, first: int, last: int, step: float) -> Iterator[Markdown]:
    """What stands below the line between its ends, far enough from them and from each other."""
    free, end = _LABEL_ROOM * 1.5, _WIDTH - _LABEL_ROOM * 1.5
    for place in range(first, last + 1):
        at, words = (place - first) * step, unit.mark(place)
        if words and free <= at <= end:
            free = at + _LABEL_ROOM
            yield Markdown(
                f'<g class="briefs-strip-mark"><path d="M{at:.1f} {_BASE}v5" stroke="currentColor"/>'
                f'<text class="briefs-strip-label" x="{at:.1f}" y="{_HEIGHT - 6}" text-anchor="middle" '
                f'fill="currentColor">{words}</text></g>\n'
            )


_LABEL_ROOM = 80
"""Between two labels."""


def _month_begun(day: date) -> str | None:
    return month_in_words(day.year, day.month) if day.day == 1 else None


def _round(year: int, to: int) -> str | None:
    return f"{year:04d}" if year % to == 0 else None


def _first(hrefs: Sequence[Markdown | None]) -> Markdown | None:
    return next((href for href in hrefs if href is not None), None)


_ARCS_WIDTH, _ROW, _TOP = 380, 28, 20
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
        f'<svg viewBox="0 0 {_ARCS_WIDTH} {height}" role="group" aria-labelledby="graph-title graph-words">\n'
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
    area = f'<rect x="{_COLUMN - 10}" y="{y - _ROW / 2:g}" width="{_ARCS_WIDTH - _COLUMN + 10}" height="{_ROW}"/>'
    count = f'<tspan class="briefs-graph-count" dx="7">{node.count}</tspan>'
    return Markdown(f'<a class="briefs-graph-{node.kind}" href="{node.href}">{area}{start}{count}</text></a>\n')
