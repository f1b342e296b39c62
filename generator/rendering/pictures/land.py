"""The land of the earth behind a map: what of it lies in a window, as the path of an SVG."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from generator.text.wordlists import find_list

_PARTS = 20
"""Parts of a degree in which `land.txt` has its places."""
_TURN = 360.0
FINE = 2
"""Units of the path in one of the picture: a coast is drawn to half of one."""
_STEP, _SPECK = 3, 4
"""In units of the path: the shortest way from one corner to the next, and the size of an island that is drawn."""
_MARGIN = 6
Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""West, south, east and north."""


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the earth that a map shows: degrees to units of the picture, a degree as long at each place."""

    west: float
    """In degrees; east is larger, also where the 180th meridian lies between."""
    north: float
    across: float
    """Units of one degree of longitude."""
    down: float
    """Units of one degree of latitude."""
    width: float
    height: float

    @property
    def box(self) -> Box:
        """Its bounds in degrees."""
        east, south = self.west + self.width / self.across, self.north - self.height / self.down
        return self.west, south, east, self.north

    def place(self, longitude: float, latitude: float) -> Point:
        """Where a place lies in the picture."""
        east = (longitude - self.west) % _TURN
        return east * self.across, (self.north - latitude) * self.down


def draw_land(window: Window) -> str:
    """What is land in a window; empty where none is. Its units are halves of those of the picture."""
    west, south, east, north = window.box
    across, down = window.across * FINE, window.down * FINE
    shown = []
    for ring, (first, low, last, high) in _coasts():
        for turn in (-_TURN, 0.0, _TURN):
            is_between = first + turn <= east and west <= last + turn
            if is_between and low <= north and south <= high:
                points = [((x + turn - west) * across, (north - y) * down) for x, y in ring]
                shown.append(_draw(_cut(points, window.width * FINE, window.height * FINE)))
    return "".join(shown)


@cache
def _coasts() -> tuple[tuple[list[Point], Box], ...]:
    """All coasts, each with its bounds."""
    return tuple(_read_coasts())


def _read_coasts() -> Iterator[tuple[list[Point], Box]]:
    for line in find_list("land.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        numbers = [int(number) for number in line.split()]
        x = y = 0
        ring = []
        for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + step_x, y + step_y
            ring.append((x / _PARTS, y / _PARTS))
        xs, ys = [point[0] for point in ring], [point[1] for point in ring]
        yield ring, (min(xs), min(ys), max(xs), max(ys))


def _cut(ring: Sequence[Point], width: float, height: float) -> list[Point]:
    """What of a ring lies in the picture (Sutherland and Hodgman: side by side)."""
    found = list(ring)
    sides = ((0, -_MARGIN, 1), (0, width + _MARGIN, -1), (1, -_MARGIN, 1), (1, height + _MARGIN, -1))
    for axis, bound, sign in sides:
        kept: list[Point] = []
        for at, point in enumerate(found):
            before = found[at - 1]
            is_in, was_in = (point[axis] - bound) * sign >= 0, (before[axis] - bound) * sign >= 0
            if is_in != was_in:
                share = (bound - before[axis]) / (point[axis] - before[axis])
                kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
            if is_in:
                kept.append(point)
        found = kept
    return found


def _draw(ring: Sequence[Point]) -> str:
    """One coast without what nobody sees: steps shorter than a unit and specks."""
    corners: list[tuple[int, int]] = []
    for x, y in ring:
        corner = round(x), round(y)
        if not corners or math.dist(corner, corners[-1]) >= _STEP:
            corners.append(corner)
    if len(corners) < len("abc") or max(_extent(corners, 0), _extent(corners, 1)) < _SPECK:
        return ""
    steps = [f"{x - a} {y - b}" for (a, b), (x, y) in pairwise(corners)]
    return f"M{corners[0][0]} {corners[0][1]}l{' '.join(steps).replace(' -', '-')}z"


def _extent(corners: Sequence[tuple[int, int]], axis: int) -> int:
    values = [corner[axis] for corner in corners]
    return max(values) - min(values)
