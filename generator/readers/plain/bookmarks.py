"""Addresses that were kept, not pages: bookmark files, Internet shortcuts. Nothing is ever fetched here."""

import plistlib
import re
from typing import Any
from xml.parsers.expat import ExpatError

from generator.readers.pieces import Extract, Piece, Stated, UnreadableError
from generator.text.addresses import is_web_address
from generator.text.decoding import UndecodableError, decode

NOT_FETCHED = "an address only; the page was not fetched"
_NETSCAPE = re.compile(r"\s{0,99}<!DOCTYPE\s{1,9}NETSCAPE-Bookmark-file", re.IGNORECASE)
_URL = re.compile(r"^[ \t]*URL[ \t]*=[ \t]*(\S{1,2000})[ \t\r]*$", re.IGNORECASE | re.MULTILINE)
_MOST = 5_000


def is_bookmarks(text: str) -> bool:
    """Whether a page is the bookmark file that browsers write."""
    return _NETSCAPE.match(text) is not None


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
    return Extract(tuple(pieces[:_MOST]), notes=("addresses only; the pages were not fetched",))


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
