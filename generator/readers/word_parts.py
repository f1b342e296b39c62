"""What of a Word document stands in places that mammoth passes over: phonetic text, formulas, inserted pages, diagrams.

The first two are written out as plain runs. In the place of the others a mark is left; their pieces are given beside.
"""

import io
from collections.abc import Iterator
from zipfile import ZIP_STORED, ZipFile

from lxml import etree

from generator.readers.archives import parse_xml, read_member
from generator.readers.html import decode_html, parse_html
from generator.readers.pieces import Piece, UnreadableError
from generator.readers.visible import find_seen

DOCUMENT = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
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
    targets = _read_targets(archive)
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


def _read_targets(archive: ZipFile) -> dict[str, str]:
    """The names of other files of the archive by their relation."""
    content = read_member(archive, _RELATIONS)
    relations = parse_xml(content).iter("{*}Relationship") if content else ()
    return {r.get("Id", ""): _name_of(r.get("Target", "")) for r in relations if r.get("TargetMode") != "External"}


def _name_of(target: str) -> str:
    return target[1:] if target.startswith("/") else f"word/{target}"


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
