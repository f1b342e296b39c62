"""The lines of a PDF with their places, letters and columns, as PDFium finds them, joined to paragraphs by their
places.
"""

import ctypes
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

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
    is_heading = last.is_bold and not is_full
    if last.is_bold != line.is_bold and (ends or is_heading):
        # A heading in the letters of the text.
        return False
    indented = line.left - last.left > _INDENT * line.height and ends
    begins = ends or line.text[:1].isupper() or line.text[:1].isdigit()
    return not indented and (is_full or not begins)


def _divide(line: Line) -> tuple[Line, Line | None]:
    """The end of a sentence that began on the page before, and the rest of the line; None: it does not end here."""
    end = _SENTENCE_END.search(line.text) or _ENDS_SENTENCE.search(line.text)
    if end is None:
        return line, None
    return line._replace(text=line.text[: end.end()]), line._replace(text=line.text[end.end() :].strip())


_LINE = re.compile(r"[^\r\n]+")
DIVIDED = re.compile("[\ufffe\u0002]")
"""What PDFium puts for the hyphen and the line end of a divided word."""
_SPACES = re.compile(r" +")
_BOLD = re.compile(r"bold|black|heavy|medi\b|semi|demi|CMBX|SFBX", re.IGNORECASE)
_NAME_BYTES = 128
_WIDE_GAP = 1.0
"""White space between two words that parts columns, as a part of the height of the line; justified lines have less."""
_WIDER_GAP, _STOPS = 2.0, ".,;:!?"
"""Behind a stop justified lines have more."""
_MOST_PAGES = 400
"""In a longer document nobody looks for columns and bold letters: it would take too long."""
_EVEN = 0.3
"""Gaps that differ by less than this part of the height are those of one stretched line."""
_Box = tuple[float, float, float, float]


class _Gap(NamedTuple):
    """The white space between two words: places in the text of the line, and on the page."""

    end_of_word: int
    next_word: int
    left: float
    """Where the next word begins."""
    width: float


def read_lines(document: pypdfium2.PdfDocument, number: int) -> Iterator[Line]:
    """The lines of a page (from 0); none where it cannot be read."""
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return
    count = text_page.count_chars()
    text = text_page.get_text_range() if count else ""
    for match in _LINE.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            at = [min(n, count - 1) for n in (start, start + len(words) // 2, start + len(words) - 1)]
            line = _place(words, number + 1, [text_page.get_charbox(n, loose=True) for n in at])
            yield _look_closely(text_page, line, at) if len(document) <= _MOST_PAGES else line
    text_page.close()
    page.close()


def _place(words: str, page: int, boxes: Sequence[_Box]) -> Line:
    """A line from the places (left, bottom, right, top) of its first, middle and last character."""
    first, _, last = boxes
    left, right = min(first[0], last[0]), max(first[2], last[2])
    height = sorted(top - bottom for _, bottom, _, top in boxes)[1]
    return Line(words, page, left, right, first[3], min(first[1], last[1]), height)


def _look_closely(text_page: Any, line: Line, at: Sequence[int]) -> Line:
    """The line with its columns, and whether its first, middle and last letters are bold."""
    # A line that divides a word is one with the next: its places are those of two.
    is_one = DIVIDED.search(line.text) is None
    columns = tuple(_columns(text_page, line, at[0], at[-1])) if is_one else ()
    is_bold = all(_is_bold(text_page, n) for n in at)
    return line._replace(columns=columns if len(columns) > 1 else (), is_bold=is_bold)


def _columns(text_page: Any, line: Line, start: int, last: int) -> Iterator[Column]:
    """The parts of a line between which there is more than the space of a word."""
    gaps = list(_gaps(text_page, line, start, last))
    inner = [gap.width for gap in gaps if line.text[gap.end_of_word - 1] not in _STOPS]
    if len(inner) > 1 and max(inner) - min(inner) < _EVEN * line.height:
        # A line stretched to the width of its column.
        return
    begin, left = 0, line.left
    for gap in gaps:
        wide = _WIDER_GAP if line.text[gap.end_of_word - 1] in _STOPS else _WIDE_GAP
        if gap.width > wide * line.height > 0:
            yield Column(left, line.text[begin : gap.end_of_word])
            begin, left = gap.next_word, gap.left
    yield Column(left, line.text[begin:])


def _gaps(text_page: Any, line: Line, start: int, last: int) -> Iterator[_Gap]:
    for space in _SPACES.finditer(line.text):
        before, after = start + space.start() - 1, start + space.end()
        if after <= last:
            left = text_page.get_charbox(after)[0]
            yield _Gap(space.start(), space.end(), left, left - text_page.get_charbox(before)[2])


def _is_bold(text_page: Any, index: int) -> bool:
    """Whether a character is set in a font that calls itself bold: the weights that PDFium gives are guesses."""
    name, flags = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, index, name, _NAME_BYTES, flags)
    return _BOLD.search(name.value.decode("utf-8", "replace")) is not None
