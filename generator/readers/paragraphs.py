"""Lines of a printed page, joined to paragraphs by their places on it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_MARKER = re.compile(r"(?:[-*•‣▪·●○]|\(?\d{1,3}[.)])\s")
_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’»)\]]{0,2}\Z")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2}|\d\d)[.!?…][\"”’»)]{0,2}(?=\s+[\"“‘«(]?[A-ZÀ-ÖØ-Þ])")
"""The end of a sentence, with some care for abbreviations of one letter."""
_SAME_HEIGHT = 0.12
_MORE_GAP = 0.45
"""A gap larger than the usual one by this part of the height of a line parts paragraphs."""
_INDENT = 0.7
_SHORT = 0.85
"""A line that ends before this part of its column may be the last of its paragraph."""


class Column(NamedTuple):
    """What of a line stands in one column of a table."""

    left: float
    text: str


class Line(NamedTuple):
    """A line of a page. Places in points, from the lower left corner of the page."""

    text: str
    page: int
    """From 1."""
    left: float
    right: float
    top: float
    bottom: float
    """Of its last words: a line that divides a word is one with the next."""
    height: float
    """Of its letters, ascent and descent included."""
    columns: tuple[Column, ...] = ()
    """Its parts where wide gaps part it; empty where none does."""
    is_bold: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether it opens an item of a list."""
        return _MARKER.match(self.text) is not None


def join_lines(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The runs of lines that make one paragraph each.

    A paragraph that runs over the page is divided after the sentence that does: each sentence has the page that it
    begins on.
    """
    gap = _usual_gap(lines)
    edge = _right_edges(lines)
    run: list[Line] = []
    for index, line in enumerate(lines):
        if run and not _continues(run[-1], line, gap, edge[index - 1]):
            yield run
            run = []
        if run and run[0].page != line.page:
            tail, rest = _divide(line)
            run.append(tail)
            if rest is not None:
                yield run
                run = [rest] if rest.text else []
            continue
        run.append(line)
    if run:
        yield run


def _usual_gap(lines: Sequence[Line]) -> float:
    """The white space between two lines, as a part of their height."""
    gaps = [(a.bottom - b.top) / a.height for a, b in pairwise(lines) if a.page == b.page and a.height > 0]
    near = [gap for gap in gaps if -0.6 < gap < 1.0]
    return median(near) if near else 0.0


def _right_edges(lines: Sequence[Line]) -> list[float]:
    """For each line, where its column ends: the rightmost end among the lines around it that begin near it."""
    edges = []
    for index, line in enumerate(lines):
        around = lines[max(0, index - 6) : index + 7]
        edges.append(
            max(b.right for b in around if b.page == line.page and abs(b.left - line.left) < 3 * line.height + 1)
        )
    return edges


def _continues(last: Line, line: Line, gap: float, edge: float) -> bool:
    """Whether `line` goes on with the paragraph of `last`."""
    if last.page == line.page and abs(line.top - last.top) < 0.6 * last.height and line.left > last.right - last.height:
        return True  # a raised or lowered character parts one line into two
    if line.is_marked or abs(line.height - last.height) > _SAME_HEIGHT * max(line.height, last.height, 0.1):
        return False
    ends = _ENDS_SENTENCE.search(last.text) is not None
    is_full = last.right - last.left > _SHORT * (edge - last.left)
    below = (last.bottom - line.top) / max(last.height, 0.1)
    if last.page != line.page or below < -1.0:
        # The next page or the next column: a sentence that is open goes on there.
        return not ends and is_full
    if below > gap + _MORE_GAP:
        return False
    if last.is_bold != line.is_bold and (ends or (last.is_bold and not is_full)):
        # A heading in the letters of the text.
        return False
    indented = line.left - last.left > _INDENT * line.height and ends
    return not indented and (is_full or not (ends or line.text[:1].isupper() or line.text[:1].isdigit()))


def _divide(line: Line) -> tuple[Line, Line | None]:
    """The end of a sentence that began on the page before, and the rest of the line; None: it does not end here."""
    end = _SENTENCE_END.search(line.text) or _ENDS_SENTENCE.search(line.text)
    if end is None:
        return line, None
    return line._replace(text=line.text[: end.end()]), line._replace(text=line.text[end.end() :].strip())
