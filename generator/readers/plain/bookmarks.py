"""Addresses that were kept, not pages: bookmark files, lists of reading, OPML, Internet shortcuts. Nothing is ever
fetched here.
"""

import plistlib
import re
from collections.abc import Iterable
from typing import Any
from xml.parsers.expat import ExpatError

from generator.readers.pieces import Extract, Piece, Stated, UnreadableError, parse_xml
from generator.text.addresses import is_web_address
from generator.text.decoding import UndecodableError, decode
from generator.text.unicode import one_line

NOT_FETCHED = "an address only; the page was not fetched"
ADDRESSES_ONLY = "addresses only; the pages were not fetched"
_KEPT = re.compile(
    r"\s{0,99}<!DOCTYPE\s{1,9}(?:NETSCAPE-Bookmark-file"
    r"|html>\s{0,99}<html[^<>]{0,99}>.{0,600}?<title>\s{0,9}(?:Pocket Export|Instapaper: ?Export)\s{0,9}</title>)",
    re.IGNORECASE | re.DOTALL,
)
"""How the files begin that browsers, Pocket and Instapaper write."""
_URL = re.compile(r"^[ \t]*URL[ \t]*=[ \t]*(\S{1,2000})[ \t\r]*$", re.IGNORECASE | re.MULTILINE)
_MOST = 5_000


def is_bookmarks(text: str) -> bool:
    """Whether a page is the bookmark file that browsers write, or a list of Pocket or Instapaper."""
    return _KEPT.match(text) is not None


def extract_bookmarks(tree: Any) -> Extract:
    """The title and the address of each bookmark, under the names of their folders."""
    pieces: list[Piece] = []
    for element in tree.iter("h1", "h3", "a"):
        text = " ".join("".join(element.itertext()).split())
        address = element.get("href", "")
        if element.tag != "a":
            pieces.append(Piece("heading" if element.tag == "h3" else "title", text))
        elif is_web_address(address):
            pieces.append(Piece("list_item", f"{text}\n{address}"))
    return Extract(tuple(pieces[:_MOST]), notes=(ADDRESSES_ONLY,))


def list_addresses(named: Iterable[tuple[str, str]]) -> Extract:
    """Addresses with their titles. Raises UnreadableError where there is none."""
    pieces = [Piece("list_item", f"{title}\n{address}" if title != address else address) for title, address in named]
    if not pieces:
        raise UnreadableError("it holds no web address", "save the addresses again, or take it out")
    return Extract(tuple(pieces[:_MOST]), notes=(ADDRESSES_ONLY,))


def extract_opml(content: bytes) -> Extract:
    """The feeds and pages that an outline names, under the names of their groups. Raises UnreadableError."""
    root = parse_xml(content)
    if str(root.tag).casefold() != "opml":
        raise UnreadableError("it is no list in OPML", "save the addresses again, or take it out")
    pieces: list[Piece] = []
    for outline in root.iter("outline"):
        title = one_line(outline.get("title") or outline.get("text") or "", 300)
        address = next((url for key in ("htmlUrl", "xmlUrl", "url") if is_web_address(url := outline.get(key, ""))), "")
        if address:
            pieces.append(Piece("list_item", f"{title}\n{address}" if title else address))
        elif title and len(outline):
            pieces.append(Piece("heading", title))
    if not any(piece.kind == "list_item" for piece in pieces):
        raise UnreadableError("it holds no web address", "save the addresses again, or take it out")
    return Extract(tuple(pieces[:_MOST]), notes=(ADDRESSES_ONLY,))


def extract_shortcut(content: bytes) -> Extract:
    """The address in a .url file of Windows. Raises UnreadableError."""
    try:
        found = _URL.search(decode(content).text)
    except UndecodableError as error:
        raise UnreadableError(error.fault, error.cure) from error
    return _address_only(found[1] if found else None)


def extract_webloc(content: bytes) -> Extract:
    """The address in a .webloc file of macOS. Raises UnreadableError."""
    try:
        loaded = plistlib.loads(content)
    except (ExpatError, ValueError, plistlib.InvalidFileException) as error:
        raise UnreadableError("it is no property list", "save the address again") from error
    address = loaded.get("URL") if isinstance(loaded, dict) else None
    return _address_only(address if isinstance(address, str) else None)


def _address_only(address: str | None) -> Extract:
    if address is None or not is_web_address(address):
        raise UnreadableError("it holds no web address", "save the address again")
    return Extract((Piece("boilerplate", address, NOT_FETCHED),), (Stated("url", (address,)),), (NOT_FETCHED,))
