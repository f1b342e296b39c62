"""Presentations (.pptx): the slides in order, each with its number as the page; title, text, tables, diagrams, then
what the speaker noted. Slides that are hidden in a show are left out and counted.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any
from zipfile import ZipFile

from lxml import etree

from generator.readers.office.packages import Relation, read_relations, read_xml
from generator.readers.pieces import (
    Extract,
    Piece,
    UnreadableError,
    cut,
    is_prose,
    make_rows,
    open_archive,
    texts_of,
    title_if_shown,
)

_SHOW = "ppt/presentation.xml"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_NOTES = "/notesSlide"
_TITLES = frozenset({"title", "ctrTitle"})
_FURNITURE = frozenset({"sldNum", "dt", "ftr", "hdr"})
_UNSEEN = frozenset({"sldImg", *_FURNITURE})
"""What a page of notes has besides the notes."""
_MOST_SLIDES = 5_000
_WRONG = ("it is no presentation", "save it again in its program")


def extract_pptx(content: bytes) -> Extract:
    """The text of a presentation. Raises UnreadableError."""
    archive = open_archive(content)
    show = _read(archive, _SHOW)
    if show is None:
        raise UnreadableError(*_WRONG)
    targets = {one.key: one.target for one in read_relations(archive, _SHOW)}
    slides = [targets.get(item.get(f"{_R}id", ""), "") for item in islice(show.iter(f"{_P}sldId"), _MOST_SLIDES)]
    pieces, hidden = list[Piece](), list[int]()
    for number, name in enumerate(slides, 1):
        root = _read(archive, name)
        if root is not None and root.get("show") in ("0", "false"):
            hidden.append(number)
        elif root is not None:
            pieces += [piece._replace(page=number) for piece in _read_slide(archive, name, root)]
    if pieces and pieces[0].kind == "heading":
        pieces[0] = pieces[0]._replace(kind="title")
    notes = (f"hidden slides were left out ({', '.join(map(str, hidden))})",) if hidden else ()
    return Extract(tuple(pieces), tuple(title_if_shown(_stated_title(archive), pieces)), notes)


def _read(archive: ZipFile, name: str) -> Any:
    """The root of an XML file, of two forms of one shape without the one for older programs; None for no such file."""
    root = read_xml(archive, name)
    if root is not None:
        etree.strip_elements(root, _FALLBACK, with_tail=False)
    return root


def _read_slide(archive: ZipFile, name: str, root: Any) -> Iterator[Piece]:
    """The title of a slide, its other text in order, then its notes."""
    relations = read_relations(archive, name)
    pieces = [piece for shape in _shapes(root) for piece in _read_shape(archive, relations, shape)]
    yield from sorted(pieces, key=lambda piece: piece.kind != "heading")
    for _, kind, target in relations:
        notes = _read(archive, target) if kind.endswith(_NOTES) else None
        for shape in _shapes(notes) if notes is not None else ():
            if _place_of(shape) not in _UNSEEN:
                yield from (Piece("paragraph", text) for text in _paragraphs(shape))


def _shapes(root: Any) -> Iterator[Any]:
    """Shapes with text, tables and diagrams, those of groups too, in order."""
    yield from root.iter(f"{_P}sp", f"{_A}tbl", _DIAGRAM)


def _place_of(shape: Any) -> str:
    """For what the shape stands in its layout: title, body, number; empty for one of its own."""
    placeholder = next(shape.iter(f"{_P}ph"), None)
    return "" if placeholder is None else str(placeholder.get("type", "body"))


def _read_shape(archive: ZipFile, relations: list[Relation], shape: Any) -> Iterator[Piece]:
    if shape.tag == f"{_A}tbl":
        for row in shape.iter(f"{_A}tr"):
            yield from make_rows("\n".join(_paragraphs(cell)) for cell in row.iter(f"{_A}tc"))
    elif shape.tag == _DIAGRAM:
        name = next((target for key, _, target in relations if key == shape.get(f"{_R}dm")), "")
        root = _read(archive, name)
        yield from (Piece("list_item", text) for text in (_paragraphs(root) if root is not None else ()))
    elif _place_of(shape) in _TITLES:
        text = "\n".join(_paragraphs(shape))
        yield from [Piece("heading", text)] if text else []
    else:
        is_furniture = _place_of(shape) in _FURNITURE
        for text in _paragraphs(shape):
            piece = Piece("paragraph" if is_prose(text) else "list_item", text)
            yield cut(piece, "head, foot or number of a slide") if is_furniture else piece


def _paragraphs(element: Any) -> Iterator[str]:
    """The paragraphs in an element that have words."""
    for paragraph in element.iter(f"{_A}p"):
        parts = ("\n" if part.tag == f"{_A}br" else part.text or "" for part in paragraph.iter(f"{_A}t", f"{_A}br"))
        if text := "".join(parts).strip():
            yield text


def _stated_title(archive: ZipFile) -> str | None:
    properties = _read(archive, "docProps/core.xml")
    return next(iter(texts_of(properties, "title")), None) if properties is not None else None
