"""Rows of tables: shown and searched for names, but no sentences. A cell that holds prose is a paragraph.

Pages and letters are laid out in tables too: what reads as a sentence is text, wherever it stands.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.readers.pieces import Piece

CELL_BORDER = " | "
_PROSE_WORDS = 10
"""A cell with fewer words is a value, whatever it ends with."""
_FULL_STOP = re.compile(r"(?:[^\W\d_]{2}|[\d\"”’»)\]%])[.!?…。！？।؟][\"”’»)\]]{0,3}\Z")
"""The end of a sentence; "U.S." may as well end a name."""
_NO_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
"""Scripts that do not part words by spaces: two characters count for a word."""


class Cell(NamedTuple):
    """A piece with the cell of a table that it stands in."""

    piece: Piece
    cell: int | None
    """Tells the cell from the others; None: it stands in no table."""


def is_prose(text: str) -> bool:
    """Whether the text of a cell reads as a sentence or more."""
    words = len(text.split()) + len(_NO_SPACES.findall(text)) // 2
    return words >= _PROSE_WORDS and _FULL_STOP.search(text.rstrip()) is not None


def make_rows(cells: Iterable[str], *, page: int | None = None) -> Iterator[Piece]:
    """The pieces of one row: what stands beside each other in one, each cell of prose as a paragraph."""
    beside: list[str] = []
    for cell in cells:
        if is_prose(cell):
            yield from _row(beside, page)
            yield Piece("paragraph", cell, page=page)
            beside = []
        elif cell.strip():
            beside.append(cell.strip())
    yield from _row(beside, page)


def _row(cells: Sequence[str], page: int | None) -> Iterator[Piece]:
    if cells:
        yield Piece("list_item", CELL_BORDER.join(cells), page=page, is_row=True)


def label_rows(cells: Sequence[Cell]) -> Iterator[Piece]:
    """The pieces; the short lines of a cell without prose as parts of a row."""
    prose = {item.cell for item in cells if item.cell is not None and is_prose(item.piece.text)}
    for piece, cell in cells:
        is_line = piece.kind in ("paragraph", "list_item") and cell is not None
        yield piece._replace(is_row=True) if is_line and cell not in prose else piece
