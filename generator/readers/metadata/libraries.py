"""Libraries beside their files (RIS, as Zotero and Mendeley write it): what they state of a file is its sidecar."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

import msgspec

from generator.text.decoding import UndecodableError, decode

LIBRARY = ".ris"
MOST = 8 * 1024 * 1024
"""Bytes of a library."""
_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {2}- ?(?P<value>.*)")
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|sc|span)(?: [^<>]{0,200})?>")
"""What Zotero keeps of the form of a title."""
_DAY = re.compile(r"(\d{4})(?:[/-](\d{1,2})(?:[/-](\d{1,2}))?)?(?:/|\Z)")
_TITLES, _PUBLISHERS, _DAYS, _AUTHORS = ("TI", "T1"), ("T2", "JF", "JO", "PB"), ("DA", "PY", "Y1"), ("AU", "A1")
_FILES = ("L1", "L2", "L4")


def read_library(path: str, content: bytes) -> dict[str, bytes]:
    """The sidecar of each file that the library at `path` names: a path in the folder of sources, and JSON, which is
    YAML. None for what lies elsewhere; nothing where the library cannot be read."""
    try:
        text = decode(content).text
    except UndecodableError:
        return {}
    found: dict[str, bytes] = {}
    for entry in _split(text):
        values = _read_entry(entry)
        for name in (name for tag in _FILES for name in entry.get(tag, ())):
            at = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(name.replace("\\", "/"))))
            if values:
                found.setdefault(at, msgspec.json.encode(values))
    return found


def _split(text: str) -> Iterator[dict[str, list[str]]]:
    """The entries, by tag."""
    entry: dict[str, list[str]] = {}
    for line in text.splitlines():
        match = _LINE.match(line.strip("\ufeff"))
        if match is None:
            continue
        if match["tag"] == "ER":
            yield entry
            entry = {}
        elif match["value"].strip():
            entry.setdefault(match["tag"], []).append(_MARKUP.sub("", match["value"]).strip())


def _read_entry(entry: Mapping[str, list[str]]) -> dict[str, str | list[str]]:
    """What an entry states, under the keys of a sidecar."""
    days = [day for tag in _DAYS for value in entry.get(tag, ()) if (day := _read_day(value))]
    values: dict[str, str | list[str]] = {
        "title": _first(entry, _TITLES),
        "publisher": _first(entry, _PUBLISHERS),
        "published": max(days, key=len, default=""),
        "authors": [_turn(name) for tag in _AUTHORS for name in entry.get(tag, ())],
        "url": next((url for url in entry.get("UR", ()) if url.startswith(("http://", "https://"))), ""),
    }
    return {key: value for key, value in values.items() if value}


def _first(entry: Mapping[str, list[str]], tags: tuple[str, ...]) -> str:
    return next((value for tag in tags for value in entry.get(tag, ())), "")


def _read_day(value: str) -> str:
    """ "2021/05/06/" as EDTF, as exact as it is; empty for words."""
    match = _DAY.match(value)
    parts = [part for part in match.groups() if part] if match else []
    return "-".join(part.zfill(2) for part in parts)


def _turn(name: str) -> str:
    """ "Vale, Iris" as "Iris Vale"."""
    last, _, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if first.strip() else last.strip()
