"""What an extractor finds in a file, before it has its place in a text. Plain values: they cross a process border."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.model import Block, BlockKind, Span

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
"""Controls and half characters, which no text of a page holds and no JSON carries."""


class Piece(NamedTuple):
    """One block before it has its place in the text."""

    kind: BlockKind
    text: str
    reason: str | None = None
    """Why it is boilerplate; None for every other kind."""
    page: int | None = None
    code: tuple[Span, ...] = ()
    """`Document.code`, by places in this text."""
    is_row: bool = False


class Stated(NamedTuple):
    """A piece of metadata as the file's own data states it, not yet checked."""

    field: str
    """A field of `Declaration`."""
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extract:
    """All that an extractor finds in one file."""

    pieces: tuple[Piece, ...]
    """In reading order."""
    stated: tuple[Stated, ...] = ()
    """What stands later in the tuple counts more."""
    notes: tuple[str, ...] = ()
    """What was not read, for a person."""


class UnreadableError(Exception):
    """A file that its format's extractor cannot read. `fault` and `cure` are for a person."""

    def __init__(self, fault: str, cure: str, *, late: bool = False) -> None:
        super().__init__(f"{fault}; {cure}")
        self.fault = fault
        self.cure = cure
        self.late = late
        """Whether it only took too long."""


def fit(text: str) -> str:
    """The text with U+FFFD for what is no text; two halves in a row are one character."""
    if _UNFIT.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _UNFIT.sub("\ufffd", text)


def cut(piece: Piece, reason: str) -> Piece:
    """The piece as boilerplate."""
    return piece._replace(kind="boilerplate", reason=reason)


class Layout(NamedTuple):
    """Pieces in their places."""

    text: str
    blocks: tuple[Block, ...]
    code: tuple[Span, ...]
    """`Document.code`."""


def lay_out(pieces: Iterable[Piece]) -> Layout:
    """The text of all pieces with a blank line between two, and what points into it."""
    texts, blocks, code, at = [], [], list[Span](), 0
    for piece in pieces:
        text = _BLANK_LINES.sub("\n", piece.text.strip())
        if text:
            blocks.append(Block(piece.kind, Span(at, at + len(text)), piece.reason, piece.page, piece.is_row))
            texts.append(text)
            code += [Span(at + start, at + end) for start, end in piece.code if text == piece.text]
            at += len(text) + 2
    return Layout("\n\n".join(texts) + "\n", tuple(blocks), tuple(code))


def title_if_shown(title: str | None, pieces: Sequence[Piece], *, among: int = 12) -> list[Stated]:
    """The title that a document's properties give, if one of its first lines shows the same.

    Properties are often left over from another document; a line that the reader sees confirms them.
    """
    wanted = "".join((title or "").split()).casefold()
    shown = (("".join(piece.text.split()).casefold(), piece.text) for piece in pieces[:among])
    found = next((text for squeezed, text in shown if len(wanted) > 3 and squeezed == wanted), None)
    return [Stated("title", (" ".join(found.split()),))] if found else []
