"""OpenDocument texts (.odt): paragraphs, headings, list items and table rows in order; notes after their paragraph."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from typing import Any

from lxml import etree

from generator.model import BlockKind
from generator.readers.office.docx import refuse_declarations
from generator.readers.pieces import (
    Extract,
    Piece,
    UnreadableError,
    is_prose,
    make_rows,
    open_archive,
    parse_xml,
    read_member,
    texts_of,
    title_if_shown,
)

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXTS = (f"{_TEXT}p", f"{_TEXT}h")
_ROW, _CELL = f"{_TABLE}table-row", f"{_TABLE}table-cell"
_UNSEEN = (
    *(f"{_TEXT}{name}" for name in ("tracked-changes", "note-citation", "table-of-content-source")),
    *(f"{_OFFICE}{name}" for name in ("annotation", "forms")),
)
_IN_PLACE: Mapping[str, str] = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
"""Elements that stand for white space."""


def extract_odt(content: bytes) -> Extract:
    """The text of an OpenDocument file. Raises UnreadableError."""
    archive = open_archive(content)
    manifest = read_member(archive, "META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise UnreadableError("encrypted: it wants a password", "save a copy without one")
    text = read_member(archive, "content.xml")
    if text is None:
        raise UnreadableError("it is no OpenDocument text", "save it again in its program")
    refuse_declarations(text)
    pieces = list(_find_pieces(parse_xml(text)))
    if pieces and pieces[0].kind == "heading":
        pieces[0] = pieces[0]._replace(kind="title")
    properties = read_member(archive, "meta.xml")
    titles = texts_of(parse_xml(properties), "title") if properties else []
    return Extract(tuple(pieces), tuple(title_if_shown(titles[0] if titles else None, pieces)))


def _find_pieces(root: Any) -> Iterator[Piece]:
    """The paragraphs and headings in order; those of one row of a table make one piece."""
    etree.strip_elements(root, *_UNSEEN, with_tail=False)
    for row, group in groupby(root.iter(*_TEXTS), lambda element: next(element.iterancestors(_ROW), None)):
        if row is None or len(row) < 2:
            yield from _paragraphs(group)
            continue
        cells = [
            list(_paragraphs(inner)) for _, inner in groupby(group, lambda element: next(element.iterancestors(_CELL)))
        ]
        prose = [any(is_prose(piece.text) for piece in cell) for cell in cells]
        for is_text, beside in groupby(range(len(cells)), prose.__getitem__):
            inside = [cells[n] for n in beside]
            if is_text:
                yield from chain.from_iterable(inside)
            else:
                yield from make_rows("\n".join(piece.text for piece in cell) for cell in inside)


def _paragraphs(elements: Iterable[Any]) -> Iterator[Piece]:
    for element in elements:
        if text := _text_of(element):
            yield Piece(_kind(element), text)


def _text_of(element: Any) -> str:
    """The text of a paragraph without the paragraphs inside it: a note or a text box comes after it."""
    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        if event == "end":
            parts.append("" if inner is element else inner.tail or "")
        elif inner is not element and inner.tag in _TEXTS:
            walk.skip_subtree()
        else:
            parts += _IN_PLACE.get(inner.tag, ""), inner.text or ""
    return "".join(parts).strip()


def _kind(element: Any) -> BlockKind:
    """What a paragraph or heading is."""
    if (element.get(f"{_TEXT}style-name") or "").lower() == "title":
        return "title"
    if element.tag == f"{_TEXT}h":
        return "heading"
    return "list_item" if next(element.iterancestors(f"{_TEXT}list"), None) is not None else "paragraph"
