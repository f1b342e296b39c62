"""How the lines of printed pages lie: what is no part of the text, which are tables, in which order to read.

Running heads and feet and page numbers stand at the edge; a table is lines that wide gaps part into columns. Most
programs draw a page as it is read, and nothing tells columns better. Forms and slides are drawn in any order; their
lines are sorted by cutting the page at its white space (G. Nagy and S. Seth, Hierarchical representation of optically
scanned documents, ICPR 1984).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from generator.readers.pdf.lines import Line

_MANY = 3
"""A line of so many columns makes a table with any other line that has some."""
_SAME_PLACE = 0.5


def find_rows(lines: Sequence[Line]) -> Iterator[tuple[list[Line], bool]]:
    """The lines in runs: those of text, and (True) those of tables."""
    found = [_is_row(lines, n) for n in range(len(lines))]
    for is_table, run in groupby(range(len(lines)), found.__getitem__):
        yield [lines[n] for n in run], is_table


def _is_row(lines: Sequence[Line], n: int) -> bool:
    """Whether a line is one of a table: beside another with many columns, or with one at the same place."""
    line = lines[n]
    beside = [lines[m] for m in (n - 1, n + 1) if 0 <= m < len(lines) and lines[m].page == line.page]
    return bool(line.columns) and any(_fit(line, other) for other in beside if other.columns)


def _fit(line: Line, other: Line) -> bool:
    """Whether two lines with columns may be rows of one table."""
    if max(len(line.columns), len(other.columns)) >= _MANY:
        return True
    places = [column.left for column in other.columns[1:]]
    return any(abs(column.left - left) < _SAME_PLACE * line.height for column in line.columns[1:] for left in places)


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


_EDGE_LINES = 2
"""Lines at the top and at the bottom of a page that may be furniture."""
_MOST_WORDS = 14
"""In a line that stands at the edge of each page; sentences have more."""
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[\[(–—-]?\s?(?:(?P<word>page|p\.|seite|página|pagina|pág\.)\s?)?(?P<number>\d{1,4})"
    r"(?:\s?(?:of|/|von|de|di|sur)\s?\d{1,4})?\s?[\])–—-]?",
    re.IGNORECASE,
)
HEAD, NUMBER = "running head or foot", "page number"


def find_edges(pages: Sequence[Sequence[Line]]) -> Mapping[Line, str]:
    """The furniture of all pages, in order, each line with the reason."""
    edges = {line: _key(line) for lines in pages for line in _edge_lines(lines) if not _is_running_text(line.text)}
    on_pages = Counter(key for key, _ in {(key, line.page) for line, key in edges.items()})
    least = 2 if len(pages) <= 3 else 3
    numbers = _find_numbers(edges) | {line for lines in pages for line in _stands_alone(lines)}
    found = {}
    # What is all that a page says is no furniture.
    full = {line.page for lines in pages for line in lines if line not in edges}
    for line, key in edges.items():
        if line in numbers:
            found[line] = NUMBER
            continue
        has_words = bool(key.strip("#")) and not _NUMBER.fullmatch(line.text)
        if has_words and line.page in full and on_pages[key] >= least:
            found[line] = HEAD
    return found


def _edge_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines at the top and at the bottom of a page; fewer of a page that has hardly more."""
    by_height = sorted(lines, key=lambda line: -line.top)
    count = _EDGE_LINES if len(lines) > 2 * _EDGE_LINES else 1
    return by_height[:count] + by_height[count:][-count:]


def _is_running_text(text: str) -> bool:
    """Whether a line looks like one of a paragraph."""
    return len(text.split()) > _MOST_WORDS or (text[:1].islower() and " " in text)


def _stands_alone(lines: Sequence[Line]) -> list[Line]:
    """A number below everything else on the page, with white space above it."""
    lowest = sorted(lines, key=lambda line: line.top)[:2]
    if len(lines) < 3 or not lowest[0].text.isdecimal() or len(lowest[0].text) > 4:
        return []
    return lowest[:1] if lowest[1].bottom - lowest[0].top > lowest[0].height else []


def _key(line: Line) -> str:
    """What running heads have in common from page to page: all but the numbers."""
    return _DIGITS.sub("#", "".join(line.text.split()).casefold())


def _find_numbers(edges: Mapping[Line, str]) -> set[Line]:
    """The lines that count the pages: their number grows with the page, or they say that they are one."""
    matches = {line: match for line in edges if (match := _NUMBER.fullmatch(line.text))}
    steps = Counter(int(match["number"]) - line.page for line, match in matches.items())
    return {
        line
        for line, match in matches.items()
        if match["word"] or int(match["number"]) == line.page or steps[int(match["number"]) - line.page] > 1
    }
