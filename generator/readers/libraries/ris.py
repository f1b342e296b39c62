"""Libraries in RIS, as Zotero, Mendeley and EndNote write it."""

import re
from collections.abc import Iterator, Mapping

from generator.readers.libraries.entries import Entry, make_library, make_one, read_date, turn_name
from generator.readers.pieces import Extract, UnreadableError
from generator.text.decoding import UndecodableError, decode

_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {2}- ?(?P<value>.*)")
_TITLES, _PUBLISHERS, _DAYS, _AUTHORS = ("TI", "T1"), ("T2", "JF", "JO", "PB"), ("DA", "PY", "Y1"), ("AU", "A1")
_FILES, _ABSTRACTS = ("L1", "L2", "L4"), ("AB", "N2")


def split_ris(content: bytes) -> Extract:
    """The entries of a library. Raises UnreadableError."""
    try:
        text = decode(content).text
    except UndecodableError as error:
        raise UnreadableError(error.fault, error.cure) from error
    return make_library(map(_read_entry, _split(text)))


def read_ris(content: bytes) -> Extract:
    """The one entry of a library. Raises UnreadableError where it holds several."""
    return make_one(split_ris(content))


def _split(text: str) -> Iterator[dict[str, list[str]]]:
    """The entries, by tag; a line without one goes on with that above it."""
    entry: dict[str, list[list[str]]] = {}
    held: list[str] = []
    for line in text.splitlines():
        match = _LINE.match(line.strip("\ufeff"))
        if match is None:
            if held and line.strip():
                held.append(line.strip())
        elif match["tag"] == "ER":
            yield {tag: [" ".join(words) for words in values] for tag, values in entry.items()}
            entry, held = {}, []
        elif match["value"].strip():
            held = [match["value"].strip()]
            entry.setdefault(match["tag"], []).append(held)


def _read_entry(entry: Mapping[str, list[str]]) -> Entry:
    days = [day for tag in _DAYS for value in entry.get(tag, ()) if (day := read_date(value))]
    return Entry(
        title=_first(entry, _TITLES),
        publisher=_first(entry, _PUBLISHERS),
        published=max(days, key=len, default=""),
        authors=[turn_name(name) for tag in _AUTHORS for name in entry.get(tag, ())],
        url=next((url for url in entry.get("UR", ()) if url.startswith(("http://", "https://"))), ""),
        abstract=_first(entry, _ABSTRACTS),
        files=[name for tag in _FILES for name in entry.get(tag, ())],
    )


def _first(entry: Mapping[str, list[str]], tags: tuple[str, ...]) -> str:
    return next((value for tag in tags for value in entry.get(tag, ())), "")
