"""Writes `generator/data/land.txt`, the land behind the map of places: `python tools/basemap.py FILE`.

FILE is `land-50m.json` of the npm package world-atlas: Natural Earth's land at 1:50 million as TopoJSON. Coasts are
simplified (Visvalingam and Whyatt: the corner with the smallest triangle goes first) and small islands are left out,
until the file is at most 60 kB.
"""

import heapq
import json
import math
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parent.parent / "generator" / "data" / "land.txt"
PARTS = 20
"""Parts of a degree in which places are written."""
CORNER, ISLAND = 0.023, 0.02
"""Square degrees, as they lie on the ground: of the smallest triangle of a corner, and of the smallest island."""
HEAD = """\
# The land of the earth. A line is a coast, closed: longitude and latitude of a corner, then the way to the next one,
# in twentieths of a degree. From Natural Earth, 1:50 million land (public domain, https://www.naturalearthdata.com), by
# way of the npm package world-atlas (ISC). Coasts are simplified, small islands left out by tools/basemap.py.
"""
HALF, POLE = 180.0, 90.0
Point = tuple[float, float]


def read_rings(file: Path) -> Iterator[list[Point]]:
    """All coasts, those that run over the 180th meridian in one piece."""
    told = json.loads(file.read_text(encoding="utf-8"))
    (scale_x, scale_y), (move_x, move_y) = told["transform"]["scale"], told["transform"]["translate"]
    arcs = [list(_decode(arc, scale_x, scale_y, move_x, move_y)) for arc in told["arcs"]]
    for geometry in told["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]:
            for ring in polygon:
                yield unwrap([point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])[:-1]])


def unwrap(ring: list[Point]) -> list[Point]:
    """The ring without jumps; the one around the South Pole from 180 degrees west to east, then along the pole."""
    jumps = [at for at, (a, b) in enumerate(pairwise([*ring, ring[0]])) if abs(b[0] - a[0]) > HALF]
    if len(jumps) == 1:
        ring = [*ring[jumps[0] + 1 :], *ring[: jumps[0] + 1]]
        ring = ring if ring[0][0] < 0 else ring[::-1]
        return [*ring, (HALF, -POLE), (-HALF, -POLE)]
    turned, turns = [ring[0]], 0
    for before, (x, y) in pairwise(ring):
        turns += round((before[0] - x) / (2 * HALF))
        turned.append((x + turns * 2 * HALF, y))
    return turned


def _decode(arc: Any, scale_x: float, scale_y: float, move_x: float, move_y: float) -> Iterator[Point]:
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * scale_x + move_x, y * scale_y + move_y


def area(a: Point, b: Point, c: Point) -> float:
    """Of a triangle on the ground, in square degrees of the equator."""
    shrunk = math.cos(math.radians((a[1] + b[1] + c[1]) / 3))
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2 * shrunk


def size_of(ring: list[Point]) -> float:
    """The area of a ring."""
    shrunk = math.cos(math.radians(sum(y for _, y in ring) / len(ring)))
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]]))) / 2 * shrunk


def simplify(ring: list[Point]) -> list[Point]:
    """The ring without its smallest corners."""
    count = len(ring)
    before, after = [(at - 1) % count for at in range(count)], [(at + 1) % count for at in range(count)]
    sizes = [area(ring[before[at]], ring[at], ring[after[at]]) for at in range(count)]
    waiting, left = [(size, at) for at, size in enumerate(sizes)], count
    heapq.heapify(waiting)
    gone = [False] * count
    while waiting and left > len("abc"):
        size, at = heapq.heappop(waiting)
        if gone[at] or size != sizes[at]:
            continue
        if size >= CORNER:
            break
        gone[at], left = True, left - 1
        one, other = before[at], after[at]
        after[one], before[other] = other, one
        for near in (one, other):
            sizes[near] = max(size, area(ring[before[near]], ring[near], ring[after[near]]))
            heapq.heappush(waiting, (sizes[near], near))
    return [point for at, point in enumerate(ring) if not gone[at]]


def write_ring(ring: list[Point]) -> str:
    """One line."""
    points = [(round(x * PARTS), round(y * PARTS)) for x, y in ring]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
    return " ".join(f"{x} {y}" for x, y in [points[0], *(step for step in steps if step != (0, 0))])


def main(file: Path) -> None:
    """Write the land, the largest first."""
    rings = [ring for ring in read_rings(file) if size_of(ring) >= ISLAND]
    rings.sort(key=size_of, reverse=True)
    lines = [write_ring(simplify(ring)) for ring in rings]
    OUT.write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
