"""What the files of Office are: archives of XML, in which one file leads to others by relations. Whatever may harm is
refused before anything of it is read.
"""

import posixpath
from typing import Any, NamedTuple
from zipfile import ZipFile

from generator.readers.pieces import UnreadableError, parse_xml, read_member


class Relation(NamedTuple):
    """Where a file of an archive leads."""

    key: str
    kind: str
    target: str
    """The name of the other file."""


def read_xml(archive: ZipFile, name: str) -> Any:
    """The root of an XML file of the archive; None where there is no such file. Raises UnreadableError."""
    content = read_member(archive, name) if name else None
    if not content:
        return None
    refuse_declarations(content)
    return parse_xml(content)


def refuse_declarations(content: bytes) -> None:
    """Refuse XML with a document type: office documents have none, and what can harm is declared there."""
    if b"<!DOCTYPE" in content or "<!DOCTYPE".encode("utf-16-le") in content:
        raise UnreadableError("its XML declares entities, which is not safe to read", "save it again in its program")


def read_relations(archive: ZipFile, name: str) -> list[Relation]:
    """The files of the archive to which one of them leads. Raises UnreadableError."""
    folder, file = posixpath.split(name)
    root = read_xml(archive, f"{folder}/_rels/{file}.rels")
    found = root.iter("{*}Relationship") if root is not None else ()
    return [
        Relation(r.get("Id", ""), r.get("Type", ""), _resolve(folder, r.get("Target", "")))
        for r in found
        if r.get("TargetMode") != "External"
    ]


def _resolve(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target))[1:]
