"""The lines of a PDF with their places, letters and columns, page by page, as PDFium finds them."""

import ctypes
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from generator.readers.paragraphs import Column, Line

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
