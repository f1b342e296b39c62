"""OpenDocument texts (.odt): paragraphs, headings, list items and table rows in order; notes after their paragraph."""

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from generator.model import BlockKind
from generator.readers.archives import open_archive, parse_xml, read_member, texts_of
from generator.readers.docx import refuse_declarations
from generator.readers.pieces import Extract, Piece, UnreadableError, title_if_shown
from generator.readers.visible import CELL_BORDER

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_UNSEEN = frozenset(
    {
        f"{_TEXT}tracked-changes",
        f"{_OFFICE}annotation",
        f"{_TEXT}note-citation",
        f"{_OFFICE}forms",
        f"{_TEXT}table-of-content-source",
    }
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
    """Walk over the tree without recursion; a paragraph inside another one (a note, a text box) comes after it."""
    walk = etree.iterwalk(root, events=("start", "end"))
    open_texts: list[list[str]] = []
    lists = 0
    cells: list[str] | None = None
    later: list[Piece] = []
    for event, element in walk:
        tag, starts = element.tag, event == "start"
        if starts and tag in _UNSEEN:
            walk.skip_subtree()
        elif tag == f"{_TEXT}list":
            lists += 1 if starts else -1
        elif tag == f"{_TABLE}table-row":
            if cells and not starts:
                yield Piece("list_item", CELL_BORDER.join(cells))
            cells = [] if starts else None
        elif tag in (f"{_TEXT}p", f"{_TEXT}h") and starts:
            open_texts.append([element.text or ""])
            continue
        elif tag in (f"{_TEXT}p", f"{_TEXT}h"):
            text = "".join(open_texts.pop()).strip()
            piece = Piece(_kind(element, lists), text)
            if cells is not None and not open_texts:
                cells += [text] if text else []
            elif open_texts:
                later.append(piece)
            else:
                yield piece
                yield from later
                later = []
        if open_texts:
            open_texts[-1].append(_IN_PLACE.get(tag, "") + (element.text or "") if starts else element.tail or "")


def _kind(element: Any, lists: int) -> BlockKind:
    """What a paragraph or heading is."""
    style = (element.get(f"{_TEXT}style-name") or "").lower()
    if style == "title":
        return "title"
    if element.tag == f"{_TEXT}h":
        return "heading"
    return "list_item" if lists else "paragraph"
