"""The order in which the lines of a page are read, where the page was drawn in another one.

Most programs draw a page as it is read, and nothing tells columns better. Forms and slides are drawn in any order;
their lines are sorted by cutting the page at its white space (G. Nagy and S. Seth, Hierarchical representation of
optically scanned documents, ICPR 1984).
"""

from collections.abc import Sequence
from itertools import pairwise

from generator.readers.paragraphs import Line

_MOST_JUMPS = 50
_LEAST = 2
"""So many lines that stand above one before them show that the page was not drawn as it is read."""
_SIDE_LINES, _SIDE_LENGTH = 3, 20
"""Lines of a column of text, and their mean length; a column of a table has shorter ones."""
_DEEPEST = 40


def order_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines of one page in the order in which they are read."""
    return list(lines) if _count_misplaced(lines) < _LEAST else _cut(lines, _DEEPEST)


def _count_misplaced(lines: Sequence[Line]) -> int:
    """The lines drawn after one that stands below them in the same column; the first jumps only."""
    jumps = [n for n in range(1, len(lines)) if lines[n].bottom >= lines[n - 1].top - 0.3 * lines[n].height]
    return sum(any(_is_below(line, lines[n]) for line in lines[:n]) for n in jumps[:_MOST_JUMPS])


def _is_below(line: Line, other: Line) -> bool:
    """Whether a line stands below another and under some of its words."""
    return line.top <= other.bottom + 0.3 * other.height and line.left < other.right and other.left < line.right


def _cut(lines: Sequence[Line], depth: int) -> list[Line]:
    """Columns of text one after the other, else what stands over the widest gap before what stands under it."""
    by_height = sorted(lines, key=lambda line: (-line.top, line.left))
    if len(lines) < 2 or not depth:
        return by_height
    sides = _split_columns(lines)
    if sides:
        return _cut(sides[0], depth - 1) + _cut(sides[1], depth - 1)
    gap, at = 0.0, 0
    floor = by_height[0].bottom
    for n, line in enumerate(by_height[1:], 1):
        if floor - line.top > gap:
            gap, at = floor - line.top, n
        floor = min(floor, line.bottom)
    return _cut(by_height[:at], depth - 1) + _cut(by_height[at:], depth - 1) if at else by_height


def _split_columns(lines: Sequence[Line]) -> tuple[list[Line], list[Line]] | None:
    """The lines left and right of a gutter that runs through all of them, if both are columns of text."""
    by_left = sorted(lines, key=lambda line: line.left)
    reach = by_left[0].right
    for before, after in pairwise(by_left):
        reach = max(reach, before.right)
        if after.left - reach > 0.5 * after.height:
            at = by_left.index(after)
            sides = by_left[:at], by_left[at:]
            if all(_is_column(side) for side in sides):
                return sides
    return None


def _is_column(lines: Sequence[Line]) -> bool:
    return len(lines) >= _SIDE_LINES and sum(len(line.text) for line in lines) >= _SIDE_LENGTH * len(lines)
