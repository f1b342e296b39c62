"""Word documents (.docx): what mammoth makes of them, block by block, with footnotes at the end."""

import io
import re
from itertools import count
from zipfile import ZipFile

import mammoth

from generator.readers.archives import open_archive, parse_xml, read_member, texts_of
from generator.readers.html import parse_html
from generator.readers.pieces import Extract, Piece, UnreadableError, cut, title_if_shown
from generator.readers.visible import Seen, find_seen
from generator.readers.word_parts import unfold

_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
"""
"""How styles of Word become HTML, besides those that mammoth knows."""


_NOTE = re.compile(r'<li id="note(?:foot|end)note-[^"]{1,80}">(?:\s{0,9}<p[^>]{0,200}>)?')
"""How a note begins in mammoth's page; the notes stand in the order of their numbers."""
_NUMBER = re.compile(r"\[\d{1,4}\]")


def extract_docx(content: bytes) -> Extract:
    """The text of a Word document. Raises UnreadableError."""
    archive = open_archive(content)
    if read_member(archive, "word/document.xml") is None:
        raise UnreadableError("it is no Word document", "save it again in its program")
    # XML that grows, or that calls for other files, is refused here, before mammoth reads it.
    for name in archive.namelist():
        if name.startswith("word/") and name.endswith(".xml"):
            refuse_declarations(read_member(archive, name) or b"")
    content, inserted = unfold(content, archive)
    result = mammoth.convert_to_html(
        io.BytesIO(content), style_map=_STYLES, convert_image=lambda image: [], id_prefix="note"
    )
    numbers = count(1)
    value = _NOTE.sub(lambda note: f"{note[0]}[{next(numbers)}] ", result.value)
    seen = list(find_seen(parse_html(f"<html><body>{value} </body></html>")))
    pieces = [piece for item in seen if (piece := _piece(item)).text]
    title = next((n for n, item in enumerate(seen) if item.tag == "h1"), None)
    if title is not None and title < 5 and len(pieces) == len(seen):
        pieces[title] = pieces[title]._replace(kind="title")
    # Each mark stands for its pieces once, whatever the document holds.
    pieces = [part for piece in pieces for part in inserted.pop(piece.text, [piece])]
    return Extract(tuple(pieces), tuple(title_if_shown(_stated_title(archive), pieces)))


def refuse_declarations(content: bytes) -> None:
    """Refuse XML with a document type: office documents have none, and what can harm is declared there."""
    if b"<!DOCTYPE" in content or "<!DOCTYPE".encode("utf-16-le") in content:
        raise UnreadableError("its XML declares entities, which is not safe to read", "save it again in its program")


def _piece(item: Seen) -> Piece:
    """The piece without the arrow that leads back from a footnote."""
    piece = item.piece._replace(text=item.piece.text.removesuffix("↑").rstrip())
    if _NUMBER.fullmatch(piece.text):
        return cut(piece, "number of a note")
    if item.piece.kind == "paragraph" and "caption" in (item.classes or "").split():
        return piece._replace(kind="caption")
    return piece


def _stated_title(archive: ZipFile) -> str | None:
    """The title in the document's properties."""
    properties = read_member(archive, "docProps/core.xml")
    titles = texts_of(parse_xml(properties), "title") if properties else []
    return titles[0] if titles else None
