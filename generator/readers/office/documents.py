"""Word documents (.docx): what mammoth makes of them, block by block, with footnotes at the end. OpenDocument texts
(.odt): paragraphs, headings, list items and table rows in order; notes after their paragraph.

Mammoth passes over phonetic text, formulas, inserted pages and diagrams. The first two are written out as plain runs
before it reads; in the place of the others a mark is left, and their pieces are given beside.
"""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count, groupby
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import mammoth
from lxml import etree

from generator.model import BlockKind
from generator.readers.html.page import decode_html, parse_html
from generator.readers.html.visible import Seen, find_seen
from generator.readers.office.packages import read_relations, refuse_declarations
from generator.readers.pieces import (
    Extract,
    Piece,
    UnreadableError,
    cut,
    is_prose,
    make_rows,
    open_archive,
    parse_xml,
    read_member,
    texts_of,
    title_if_shown,
)

DOCUMENT = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_PLACES = {f"{_W}altChunk": f"{_R}id", _DIAGRAM: f"{_R}dm", _CHART: f"{_R}id"}
"""Elements that stand for another file of the archive, with the attribute that names it."""
_SIGNS = (b"ruby", b"oMath", b"altChunk", b"relIds", b":chart ")
_MARK = "\ue000{}\ue000"

Inserted = dict[str, list[Piece]]
"""Pieces by the mark that stands in their place."""


def unfold(content: bytes, archive: ZipFile) -> tuple[bytes, Inserted]:
    """The document with such places written out, and what belongs to the marks in it. Raises UnreadableError."""
    document = read_member(archive, DOCUMENT) or b""
    if not any(sign in document for sign in _SIGNS):
        return content, {}
    root = parse_xml(document)
    for ruby in list(root.iter(f"{_W}ruby")):
        _write(ruby, "".join(t.text or "" for base in ruby.iter(f"{_W}rubyBase") for t in base.iter(f"{_W}t")))
    for formula in list(root.iter(f"{_M}oMathPara")) + list(root.iter(f"{_M}oMath")):
        if formula.getparent() is not None:
            _write(formula, "".join(_read_formula(formula)))
    inserted: Inserted = {}
    targets = {one.key: one.target for one in read_relations(archive, DOCUMENT)}
    for element in list(root.iter(*_PLACES)):
        name = targets.get(element.get(_PLACES[element.tag], ""), "")
        if pieces := _read_part(archive, name, element.tag):
            mark = _MARK.format(len(inserted))
            inserted[mark] = pieces
            _mark(element, mark)
    return _pack(archive, etree.tostring(root)), inserted


def _write(element: etree._Element, text: str) -> None:
    """Put a run with a text behind the run or in the place of the formula."""
    run = etree.Element(f"{_W}r")
    etree.SubElement(run, f"{_W}t").text = text
    parent = element.getparent()
    assert parent is not None  # only the root has none
    if parent.tag == f"{_W}r" and parent.getparent() is not None:
        parent.addnext(run)
        parent.remove(element)
    else:
        parent.replace(element, run)


def _read_formula(element: etree._Element) -> Iterator[str]:
    """The signs of a formula in order; a bar between the parts of a fraction."""
    for inner in element.iter(f"{_M}t", f"{_M}den"):
        yield "/" if inner.tag == f"{_M}den" else inner.text or ""


def _read_part(archive: ZipFile, name: str, tag: str) -> list[Piece]:
    """The text of an inserted page, a diagram's labels as items, a chart's titles as its caption."""
    content = read_member(archive, name)
    if not content:
        return []
    if tag == f"{_W}altChunk":
        try:
            is_page = name.lower().endswith((".html", ".htm", ".xhtml"))
            return [seen.piece for seen in find_seen(parse_html(decode_html(content)))] if is_page else []
        except UnreadableError:
            return []
    paragraphs = parse_xml(content).iter(f"{_A}p")
    lines = [line for p in paragraphs if (line := "".join(t.text or "" for t in p.iter(f"{_A}t")).strip())]
    if tag == _DIAGRAM:
        return [Piece("list_item", line) for line in lines]
    return [Piece("caption", "\n".join(lines))] if lines else []


def _mark(element: etree._Element, mark: str) -> None:
    """Put a paragraph with a mark behind that of the element, or in its place."""
    paragraph = etree.Element(f"{_W}p")
    run = etree.SubElement(paragraph, f"{_W}r")
    etree.SubElement(run, f"{_W}t").text = mark
    around = next(element.iterancestors(f"{_W}p"), element)
    around.addnext(paragraph)


def _pack(archive: ZipFile, document: bytes) -> bytes:
    """The archive with another document, without its pictures."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as made:
        for name in dict.fromkeys(archive.namelist()):
            if name.endswith((".xml", ".rels")):
                made.writestr(name, document if name == DOCUMENT else read_member(archive, name) or b"")
    return packed.getvalue()


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
