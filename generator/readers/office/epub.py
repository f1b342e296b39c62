"""E-books (.epub): the chapters in reading order, with what the package states of the book."""

import posixpath
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

from generator.readers.html.page import decode_html, parse_html
from generator.readers.html.visible import find_seen
from generator.readers.pieces import (
    Extract,
    Piece,
    Stated,
    UnreadableError,
    cut,
    open_archive,
    parse_xml,
    read_member,
    texts_of,
)

_BROKEN = UnreadableError("it is no e-book: it names no text", "save it again in its program")
_FIELDS = {"title": "title", "publisher": "publisher", "creator": "authors", "date": "published"}
"""Dublin Core elements of the package, and what they are here."""
_CONTENTS = "table of contents"


def extract_epub(content: bytes) -> Extract:
    """The text of an e-book. Raises UnreadableError."""
    archive = open_archive(content)
    container = read_member(archive, "META-INF/container.xml")
    files = parse_xml(container).iterfind(".//{*}rootfile") if container else iter(())
    name = next((file.get("full-path") for file in files if file.get("full-path")), None)
    package = read_member(archive, name) if name else None
    if name is None or package is None:
        raise _BROKEN
    root = parse_xml(package)
    pieces = tuple(piece for item in _spine(root) for piece in _chapter(archive, name, item))
    if not pieces:
        raise _BROKEN
    return Extract(pieces, tuple(_stated(root)))


def _spine(root: Any) -> list[Any]:
    """The items of the manifest in the order of the spine."""
    items = {item.get("id"): item for item in root.iterfind(".//{*}manifest/{*}item")}
    order = [reference.get("idref") for reference in root.iterfind(".//{*}spine/{*}itemref")]
    return [items[name] for name in dict.fromkeys(order) if name in items]


def _chapter(archive: ZipFile, package: str, item: Any) -> list[Piece]:
    """The pieces of one chapter."""
    href = unquote((item.get("href") or "").partition("#")[0])
    content = read_member(archive, posixpath.normpath(posixpath.join(posixpath.dirname(package), href)))
    if not content or "html" not in (item.get("media-type") or "html"):
        return []
    try:
        pieces = [seen.piece for seen in find_seen(parse_html(decode_html(content)))]
    except UnreadableError:
        # A chapter without text: a cover.
        return []
    is_contents = "nav" in (item.get("properties") or "").split()
    return [cut(piece, _CONTENTS) for piece in pieces] if is_contents else pieces


def _stated(root: Any) -> list[Stated]:
    """What the package states; of several dates the first, unless it is one of modification."""
    found = []
    for name, field in _FIELDS.items():
        values = texts_of(root, name)
        if values:
            found.append(
                Stated(
                    field,
                    tuple(values)
                    if field == "authors"
                    else (values[0][:10],)
                    if field == "published"
                    else (values[0],),
                )
            )
    return found
