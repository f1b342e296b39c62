"""Rich Text (.rtf): the text line by line, as striprtf finds it."""

import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from generator.readers.pieces import Extract, Piece, UnreadableError, make_rows, title_if_shown

_TITLE = re.compile(rb"\{\\title ([^{}\\]{1,300})\}")
_BORDER = re.compile(r"\s*\|\s*(?:\|\s*)*")
"""striprtf sets a bar behind each cell of a table."""
_SYMBOL = re.compile(r"\A\ufffd(?=\t)")
_MARKER = re.compile(r"(?:[-*•·]|\(?\d{1,3}[.)])\t")


def extract_rtf(content: bytes) -> Extract:
    """The text of a Rich Text file. Raises UnreadableError."""
    if not content.lstrip().startswith(b"{\\rtf"):
        raise UnreadableError("it is no Rich Text", "save it again in its program")
    text: str = rtf_to_text(content.decode("cp1252", "replace"), errors="replace")  # type: ignore[no-untyped-call]
    pieces = [piece for line in text.splitlines() if line.strip(" \t|") for piece in _pieces(line)]
    title = _TITLE.search(content)
    return Extract(
        tuple(pieces), tuple(title_if_shown(title[1].decode("cp1252", "replace") if title else None, pieces))
    )


def _pieces(line: str) -> Iterator[Piece]:
    """A paragraph, or a row of a table."""
    if line.rstrip().endswith("|"):
        yield from make_rows(_BORDER.split(line.strip(" \t|")))
        return
    # A bullet of a font for symbols comes out as U+FFFD.
    text = _SYMBOL.sub("•", line.strip())
    yield Piece("list_item" if _MARKER.match(text) else "paragraph", text)
