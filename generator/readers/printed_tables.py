"""Tables on printed pages: lines that wide gaps part into columns, in company."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.readers.paragraphs import Line

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
