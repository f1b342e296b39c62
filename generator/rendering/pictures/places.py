"""Places on a map: a mark for each, the larger, the more there is; names where they lie on no other.

The map shows what there is and some land around it, the whole earth only where the places lie all over it.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from generator.rendering.labels import Text, say_english
from generator.rendering.markup import Markdown, joined, md
from generator.rendering.pictures.land import FINE, Window, draw_land
from generator.rendering.pictures.table import fold_table, link_cell
from generator.rendering.readable import counted, figure, shortened

_WIDTH = 720.0
_HEIGHT = (300.0, 440.0)
"""Of the flattest and the highest map."""
_LEAST = 16.0
"""Degrees, of the equator, that a map is wide at least: less would show no coast to know it by."""
_AROUND = 1.35
"""How much wider than its places a map is."""
_WHOLE = 270.0
"""Degrees of longitude from which on a map shows the whole earth."""
_TOP, _BOTTOM, _SHRUNK = 77.0, -56.0, 0.8
"""The whole earth, without its ice unless a place lies there."""
_CUTS, _CLEAR = (-169.0, -162.0, -178.0, -30.0), 6.0
"""Where it is cut, the Bering Strait first: there where no place lies within so many degrees."""
_WIDE, _REGION = 120.0, (22.0, 13.0)
"""Degrees of longitude from which on a map is wide, and how far a region reaches from its middle, across and down."""
_MOST_CROWDS, _LEAST_CROWD = 2, 8
_POLE, _TURN = 90.0, 360.0
_MOST_PINS = 60
_RADIUS = (3.5, 12.0)
_FULL = 9
"""The largest mark stands for so many more than one, at least: where there is little no mark is large."""
_LABEL_CHARS = 28
_LETTERS = (26.0, 12.0)
"""The size of a name on a phone, and elsewhere, where more of them have room."""
_LETTER_WIDTH = 0.52
"""Of a letter, in sizes: more than most have."""
_LINE = 1.1
"""Of a line, in sizes."""
_GAP, _CLOSE = 3.0, 6.0
"""From a mark to its name, and at least from a name to any other mark: so near nobody takes it for that one's."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A place with what is to be shown of it."""

    name: str
    what: str
    """`capital of Kenya`."""
    latitude: float
    longitude: float
    count: int
    href: Markdown
    is_area: bool
    """A country: the place is only a point in it."""


@dataclass(frozen=True, slots=True)
class _Rectangle:
    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> "_Rectangle":
        """The same with room around it."""
        return _Rectangle(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def meets(self, other: "_Rectangle") -> bool:
        """Whether the two share any room."""
        is_beside = self.right <= other.left or other.right <= self.left
        return not (is_beside or self.bottom <= other.top or other.bottom <= self.top)


@dataclass(frozen=True, slots=True)
class _Mark:
    pin: Pin
    x: float
    y: float
    radius: float

    @property
    def room(self) -> _Rectangle:
        """Where it lies."""
        return _Rectangle(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


@dataclass(frozen=True, slots=True)
class _Label:
    """The name of a mark: where it stands and towards which side it is written."""

    x: float
    y: float
    anchor: str
    baseline: str
    is_small: bool
    """It has no room on a phone."""


def draw_places(
    pins: Sequence[Pin], title: str, noun: str, name: str = "places", text: Text = say_english
) -> Markdown | None:
    """Draw the places of which there is most, at most sixty; None where there is none."""
    ordered = sorted(pins, key=lambda pin: -pin.count)
    shown, rest = ordered[:_MOST_PINS], ordered[_MOST_PINS:]
    if not shown:
        return None
    window = choose_window(shown)
    marks = [_mark(pin, window, shown[0].count) for pin in shown]
    labels = _find_labels(marks, window)
    more = text(_LEFT, number=counted(len(rest), "more place"), most=counted(rest[0].count, noun)) if rest else ""
    words = text(
        "{number} in {extent}; most: {name}, {most}.",
        number=counted(len(shown), "place"),
        extent=_extent(window, text),
        name=shown[0].name,
        most=shown[0].count,
    )
    words = f"{words} {more}"
    larger = text("The larger a mark, the more: at most {most}.", most=counted(shown[0].count, noun))
    caption = " ".join(filter(None, (larger, text(_RING), more, text(_CREDIT))))
    drawn = (_draw(mark, labels.get(at)) for at, mark in enumerate(marks))
    return Markdown(
        '<figure class="briefs-strip briefs-map">\n'
        f'<svg viewBox="0 0 {_WIDTH:g} {window.height:g}" role="group" aria-labelledby="{name}-title {name}-words">\n'
        f'<title id="{name}-title">{md(title)}</title>\n<desc id="{name}-words">{md(words)}</desc>\n'
        f"{_ground(window)}{joined(drawn)}</svg>\n"
        f"<figcaption>{md(caption)}</figcaption>\n"
        f"{fold_table(('Place', 'What', f'{noun.capitalize()}s'), map(_row, shown), title, text)}\n</figure>"
    )


_LEFT = "Not drawn: {number} with at most {most}."
_RING = "A ring is a country, at a point inside it."
_CREDIT = "Land: Natural Earth. Places: GeoNames."


def find_crowds(pins: Sequence[Pin]) -> Iterator[list[Pin]]:
    """The places of the two regions, at most, in which those drawn on a wide map lie so close that few have a name."""
    left = sorted(pins, key=lambda pin: -pin.count)[:_MOST_PINS]
    is_wide = bool(left) and _WIDTH / choose_window(left).across >= _WIDE
    for _ in range(_MOST_CROWDS if is_wide else 0):
        sizes = [sum(_is_near(pin, middle) for pin in left) for middle in left]
        most = max(sizes, default=0)
        if most < _LEAST_CROWD:
            return
        middle = left[sizes.index(most)]
        yield [pin for pin in pins if _is_near(pin, middle)]
        left = [pin for pin in left if not _is_near(pin, middle)]


def _is_near(pin: Pin, middle: Pin) -> bool:
    across, down = _REGION
    return _apart(pin.longitude, middle.longitude) <= across and abs(pin.latitude - middle.latitude) <= down


def _row(pin: Pin) -> Sequence[Markdown]:
    return link_cell(pin.name, pin.href), md(pin.what), figure(pin.count)


def choose_window(pins: Sequence[Pin]) -> Window:
    """What the map shows: all places, and around them some of the earth."""
    west, wide = _find_arc([pin.longitude for pin in pins])
    south, north = min(pin.latitude for pin in pins), max(pin.latitude for pin in pins)
    shrunk = max(0.2, math.cos(math.radians((south + north) / 2)))
    low, high = _HEIGHT
    scale = min(_WIDTH / max(wide * shrunk * _AROUND, _LEAST), high / max((north - south) * _AROUND, 1.0))
    across = scale * shrunk
    if _WIDTH / across > _WHOLE:
        return _whole(pins, south, north)
    height = min(high, max(low, (north - south) * _AROUND * scale))
    top = min(_POLE, (south + north + height / scale) / 2)
    top = max(top, height / scale - _POLE)
    return Window(west + wide / 2 - _WIDTH / across / 2, top, across, scale, _WIDTH, round(height))


def _find_arc(longitudes: Sequence[float]) -> tuple[float, float]:
    """Where the shortest arc with all longitudes begins, and how wide it is: what is left of the largest gap."""
    found = sorted({longitude % _TURN for longitude in longitudes})
    gaps = [(following - one, following) for one, following in zip(found, [*found[1:], found[0] + _TURN], strict=True)]
    gap, first = max(gaps)
    return (first + _TURN / 2) % _TURN - _TURN / 2, _TURN - gap


def _whole(pins: Sequence[Pin], south: float, north: float) -> Window:
    begin = next((cut for cut in _CUTS if all(_apart(pin.longitude, cut) > _CLEAR for pin in pins)), _CUTS[0])
    across = _WIDTH / _TURN
    down = across / _SHRUNK
    top, bottom = min(_POLE, max(_TOP, north + 4)), max(-_POLE, min(_BOTTOM, south - 4))
    return Window(begin, top, across, down, _WIDTH, round((top - bottom) * down))


def _apart(one: float, other: float) -> float:
    """The degrees between two longitudes."""
    return abs((one - other + _TURN / 2) % _TURN - _TURN / 2)


def _extent(window: Window, text: Text) -> str:
    """What a map shows, in words: `54° N to 30° N, 10° W to 40° E`."""
    west, south, east, north = window.box
    if east - west >= _TURN:
        return text("a map of the whole earth")
    half = _TURN / 2
    sides = [(value + half) % _TURN - half for value in (west, east)]
    left, right = (_degrees(side, "{degrees}° E", "{degrees}° W", text) for side in sides)
    top, bottom = (_degrees(side, "{degrees}° N", "{degrees}° S", text) for side in (north, south))
    words = "a map from {north} to {south} and from {west} to {east}"
    return text(words, north=top, south=bottom, west=left, east=right)


def _degrees(value: float, more: str, less: str, text: Text) -> str:
    return text(less if value < 0 else more, degrees=abs(round(value)))


def _mark(pin: Pin, window: Window, top: int) -> _Mark:
    least, most = _RADIUS
    radius = least + (most - least) * sqrt((pin.count - 1) / max(_FULL, top - 1))
    return _Mark(pin, *window.place(pin.longitude, pin.latitude), radius)


def _find_labels(marks: Sequence[_Mark], window: Window) -> dict[int, _Label]:
    """The names that have room, those of most first: at the size of a phone, else at the other."""
    wide = [mark.room.grown(_CLOSE) for mark in marks]
    taken: list[_Rectangle] = []
    found: dict[int, _Label] = {}
    for at, mark in enumerate(marks):
        others = [*wide[:at], *wide[at + 1 :], *taken]
        sides = (side for size in _LETTERS for side in _sides(mark, size))
        for label, room in sides:
            if _is_inside(room, window) and not any(map(room.meets, others)):
                found[at] = label
                taken.append(room)
                break
    return found


def _is_inside(room: _Rectangle, window: Window) -> bool:
    is_across = room.left >= 0 and room.right <= window.width
    return is_across and room.top >= 0 and room.bottom <= window.height


def _sides(mark: _Mark, size: float) -> Iterator[tuple[_Label, _Rectangle]]:
    """Where a name of this size may stand, and the room that it takes: beside the mark, above or below, at a corner."""
    width, height = len(shortened(mark.pin.name, _LABEL_CHARS)) * size * _LETTER_WIDTH, size * _LINE
    away, corner, is_small = mark.radius + _GAP, mark.radius * 0.7 + _GAP / 2, size == _LETTERS[-1]
    lefts = {"start": 0.0, "middle": width / 2, "end": width}
    tops = {"central": height / 2, "text-after-edge": height, "text-before-edge": 0.0}
    for right, down, anchor, baseline in _SIDES:
        far = away if not (right and down) else corner
        x, y = mark.x + right * far, mark.y + down * far
        left, top = x - lefts[anchor], y - tops[baseline]
        yield _Label(x, y, anchor, baseline, is_small), _Rectangle(left, top, left + width, top + height)


_SIDES = (
    (1, 0, "start", "central"),
    (-1, 0, "end", "central"),
    (0, -1, "middle", "text-after-edge"),
    (0, 1, "middle", "text-before-edge"),
    (1, -1, "start", "text-after-edge"),
    (1, 1, "start", "text-before-edge"),
    (-1, -1, "end", "text-after-edge"),
    (-1, 1, "end", "text-before-edge"),
)
"""To which side of its mark a name stands, and how it is set from there."""


def _ground(window: Window) -> Markdown:
    size = f'width="{window.width:g}" height="{window.height:g}"'
    return Markdown(
        f'<g aria-hidden="true"><rect class="briefs-map-sea" {size}/>'
        f'<path class="briefs-map-land" transform="scale({1 / FINE})" d="{draw_land(window)}"/></g>\n'
    )


def _draw(mark: _Mark, label: _Label | None) -> Markdown:
    """A mark; the keyboard finds its link in the table."""
    pin, name = mark.pin, md(shortened(mark.pin.name, _LABEL_CHARS))
    kind = "briefs-map-area" if pin.is_area else "briefs-map-dot"
    text = ""
    if label:
        far = " briefs-map-near" if label.is_small else ""
        text = (
            f'<text class="briefs-map-name{far}" x="{label.x:.1f}" y="{label.y:.1f}" '
            f'text-anchor="{label.anchor}" dominant-baseline="{label.baseline}">{name}</text>'
        )
    return Markdown(
        f'<a href="{pin.href}" tabindex="-1"><title>{md(pin.name)}, {md(pin.what)}: {pin.count:,}</title>'
        f'<circle class="{kind}" cx="{mark.x:.1f}" cy="{mark.y:.1f}" r="{mark.radius:.1f}"/>{text}</a>\n'
    )
