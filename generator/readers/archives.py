"""ZIP archives, which office documents and e-books are: opened only where what they unpack to is bounded."""

import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from generator.readers.pieces import UnreadableError

MOST_BYTES = 200 * 1024 * 1024
"""What an archive may unpack to, as its directory declares it; reading stops at what is declared."""
MOST_MEMBERS = 20_000
_SMALLER = "save its text as a .txt file, or take it out"
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, KeyError)
"""What reading a damaged archive raises."""


def open_archive(content: bytes) -> zipfile.ZipFile:
    """The archive. Raises UnreadableError where it is damaged, encrypted or too large."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        raise UnreadableError("it is damaged or not what its name says", "save it again in its program") from error
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise UnreadableError(f"more than {MOST_MEMBERS:,} files in it", _SMALLER)
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise UnreadableError(f"it unpacks to more than {MOST_BYTES >> 20} MiB", _SMALLER)
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise UnreadableError("encrypted: it wants a password", "save a copy without one")
    return archive


def read_member(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of one member; None where there is none of this name. Raises UnreadableError."""
    try:
        with archive.open(name) as member:
            return member.read(MOST_BYTES)
    except KeyError:
        return None
    except _BROKEN as error:
        raise UnreadableError(f"'{name}' in it is damaged", "save it again in its program") from error


def parse_xml(content: bytes) -> Any:
    """The root of an XML document, without entities of its own and without a network. Raises UnreadableError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("its XML is damaged", "save it again in its program") from error
    if root is None:
        raise UnreadableError("its XML is damaged", "save it again in its program")
    return root


def texts_of(root: Any, name: str) -> list[str]:
    """The texts of all elements with this local name, each on one line; empty ones are left out."""
    found = (" ".join("".join(element.itertext()).split()) for element in root.iterfind(f".//{{*}}{name}"))
    return [text for text in found if text]
