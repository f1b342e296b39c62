"""Plain text: blocks are lines or paragraphs, whichever the document's own line breaks mean."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.model import Block, BlockKind, Document, Source, Span
from generator.readers.opening import front_matter_block, make_document, open_source

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+|\r\n|[\n\r\x85\u2028\u2029]|[\f\v\x1c-\x1e]")
_PAGE_BREAKS = "\f\v\x1c\x1d\x1e"
_LINE_BREAKS = "\n\r\x85\u2028\u2029"
_LIST_MARKER = re.compile(r"(?:[-*•‣▪·]|\(?\d{1,3}[.)])[ \t\u00a0]+(?=\S)")
_QUOTATION_MARKER = re.compile(r">+(?:[ \t]|$|(?=\S))")
_ENDS_SENTENCE = tuple(".!?…:;\"”’'»)]")
_NARROWEST, _WIDEST = 30, 110
"""Columns of hard-wrapped text."""
_FULL_LINES = 0.6
"""Share of the lines inside paragraphs that are as full as they can be, in hard-wrapped text."""
_RUNNING_LINES = 0.4
"""Share of the lines inside paragraphs that end within a sentence, in hard-wrapped text."""
_LONGER_LINES = 0.1
"""Share of all lines, at most, that stick out of hard-wrapped text."""
_SHORT_LINE = 0.7
"""A line shorter than this part of the width ends its paragraph; at the end of a sentence any shorter line does."""


class Line(NamedTuple):
    """One line that is not blank, without the white space around it."""

    start: int
    end: int
    text: str
    follows: bool
    """Whether it comes directly after another line that is not blank."""


def read_text(source: Source) -> Document:
    """The document of a .txt file; its text is the file's. Raises SourceError."""
    opened = open_source(source)
    return make_document(opened, opened.text, front_matter_block(opened) + find_blocks(opened.text, opened.body))


def find_blocks(text: str, start: int = 0, *, usual_width: int | None = None) -> tuple[Block, ...]:
    """The blocks of a plain text from `start` on.

    `usual_width`: the column at which most texts of its kind are wrapped, taken where the text is too short to tell.
    """
    lines = list(_split_lines(text, start))
    width = find_wrap_width(lines)
    if width is None and usual_width and all(len(line.text) <= 1.2 * usual_width for line in lines):
        width = usual_width
    return tuple(Block(_kind(run[0].text), Span(run[0].start, run[-1].end)) for run in _join_lines(lines, width))


def _split_lines(text: str, start: int) -> Iterator[Line]:
    """The lines with something to see; a page break counts as a blank line."""
    follows = False
    for match in _LINE.finditer(text, start):
        found = match[0]
        if found[0] in _PAGE_BREAKS:
            follows = False
        elif found[0] in _LINE_BREAKS:
            # A second line break in a row makes a blank line: the first one was taken with its line.
            follows = follows and text[match.start() - 1] not in _LINE_BREAKS
        elif not found.strip():
            follows = False
        else:
            stripped = found.strip()
            at = match.start() + len(found) - len(found.lstrip())
            yield Line(at, at + len(stripped), stripped, follows)
            follows = True


def find_wrap_width(lines: Sequence[Line]) -> int | None:
    """The column at which the document's paragraphs are wrapped; None where each line is a block of its own.

    Wrapped lines are as full as they can be: the first word of the next line would not have fitted.
    """
    inner = [(a, b) for a, b in pairwise(lines) if b.follows and not _marker(b.text)]
    if not inner:
        return None
    lengths = sorted(len(line.text) for line, _ in inner)
    # Not the longest: an address or a table may stick out.
    width = lengths[len(lengths) - 1 - len(lengths) // 20]
    too_long = sum(len(line.text) > 1.2 * width for line in lines)
    if not _NARROWEST <= width <= _WIDEST or too_long > _LONGER_LINES * len(lines):
        return None
    full = sum(len(a.text) + 1 + len(b.text.split(None, 1)[0]) > 0.9 * width for a, b in inner)
    running = sum(not a.text.endswith(_ENDS_SENTENCE) for a, _ in inner)
    wrapped = full >= _FULL_LINES * len(inner) and running >= _RUNNING_LINES * len(inner)
    return width if wrapped else None


def _join_lines(lines: Sequence[Line], width: int | None) -> Iterator[list[Line]]:
    """The runs of lines that make one block each."""
    run: list[Line] = []
    for line in lines:
        if run and not _continues(run, line, width):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _continues(run: Sequence[Line], line: Line, width: int | None) -> bool:
    """Whether `line` goes on with the block of `run`."""
    last = run[-1]
    if not line.follows:
        return False
    if _QUOTATION_MARKER.match(line.text):
        return bool(_QUOTATION_MARKER.match(last.text))
    if width is None or _QUOTATION_MARKER.match(last.text) or _LIST_MARKER.match(line.text):
        return False
    # As long as the line would have been with the next word.
    length = len(last.text) + 1 + len(line.text.split(None, 1)[0])
    return length > (width if last.text.endswith(_ENDS_SENTENCE) else _SHORT_LINE * width)


def _marker(text: str) -> bool:
    return bool(_LIST_MARKER.match(text) or _QUOTATION_MARKER.match(text))


def _kind(text: str) -> BlockKind:
    if _QUOTATION_MARKER.match(text):
        return "quotation"
    return "list_item" if _LIST_MARKER.match(text) else "paragraph"
