"""One row of a table, or one record, as an article: its columns become metadata, its text paragraphs."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from generator.language.people.authors import split_authors
from generator.language.wording import read_day
from generator.readers.html.page import parse_html
from generator.readers.html.visible import find_seen
from generator.readers.pieces import Extract, Piece, Stated
from generator.text.addresses import is_web_address

_PARAGRAPH = re.compile(r"\n\s*\n|\r\n|\r|\n")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_UNIX = re.compile(r"1\d{9}(?:\d{3})?(?:\.\d{1,6})?|[5-9]\d{8}(?:\.0)?")
_HTML = re.compile(
    r"\A\s{0,99}<(?:p|div|article|section|h[1-6]|figure|blockquote|ul|span|img|body|html)\b[^<>]{0,600}>", re.IGNORECASE
)
_SAMPLE = 2_000
_STUB = re.compile(r"(?:…|\.\.\.) ?\[\+\d{1,7} chars\]\Z")
_STUB_NOTE = "only the beginning of the text is in the file; the service gave no more"
_LIST = re.compile(r"[\[{(](.*)[\]})]\Z", re.DOTALL)
_ITEM = re.compile(r"'([^']{1,200})'|\"([^\"]{1,200})\"")
_EMPTY = frozenset({"", "nan", "none", "null", "n/a", "na", "[]", "{}", "unknown", "undefined"})
_NAMES = ("name", "title", "uri", "full_name", "displayname", "label")


def read_row(row: Mapping[str, Any], columns: Mapping[str, str], place: str) -> Extract | None:
    """The article of a row; None where it has no text."""
    text = _text_of(row.get(columns["text"]))
    if not text:
        return None
    title = " ".join(_text_of(row.get(columns.get("title", ""))).split())
    pieces = [Piece("title", title)] if title else []
    pieces += _find_pieces(text)
    if title and len(pieces) > 2 and pieces[1].text == title:
        del pieces[1]
    stated = tuple(_state(row, columns, title))
    notes = (_STUB_NOTE,) if _STUB.search(text) else ()
    return Extract(tuple(pieces), stated, notes, place=place)


def _find_pieces(text: str) -> list[Piece]:
    """The paragraphs of a text, which may be HTML, as services keep it."""
    if _HTML.search(text[:_SAMPLE]) and "</" in text:
        return [seen.piece for seen in find_seen(parse_html(f"<body>{text}</body>"))]
    return [Piece("paragraph", part.strip()) for part in _PARAGRAPH.split(text) if part.strip()]


def _state(row: Mapping[str, Any], columns: Mapping[str, str], title: str) -> Iterator[Stated]:
    """The metadata of a row."""
    if title:
        yield Stated("title", (title,))
    day = _day_of(row.get(columns.get("published", "")))
    if day:
        yield Stated("published", (day,))
    url = _text_of(row.get(columns.get("url", "")))
    if is_web_address(url):
        yield Stated("url", (url,))
    authors = tuple(_authors_of(row.get(columns.get("authors", ""))))
    if authors:
        yield Stated("authors", authors)
    publisher = _publisher_of(row.get(columns.get("publisher", "")))
    if publisher:
        yield Stated("publisher", (publisher,))
    section = " ".join(_text_of(row.get(columns.get("section", ""))).split())
    if section and len(section) < 100:
        yield Stated("section", (section,))


def _text_of(value: Any) -> str:
    """A value as text; of a table its name, of a list its texts as paragraphs."""
    if isinstance(value, str):
        return "" if value.strip().casefold() in _EMPTY else value.strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return "" if value != value else str(value)
    if isinstance(value, dict):
        folded = {str(key).casefold(): inner for key, inner in value.items()}
        return next((inner.strip() for key in _NAMES if isinstance(inner := folded.get(key), str)), "")
    if isinstance(value, list):
        return "\n\n".join(filter(None, (inner.strip() for inner in value if isinstance(inner, str))))
    return ""


def _day_of(value: Any) -> str | None:
    """The day of a value, in ISO form: a date in words, in digits, or seconds since 1970 (UTC)."""
    text = _text_of(value)
    compact = _COMPACT.fullmatch(text)
    if compact:
        return "-".join(compact.groups()[:3])
    if _UNIX.fullmatch(text):
        number = float(text)
        return datetime.fromtimestamp(number / 1000 if number > 1e11 else number, UTC).date().isoformat()
    iso = _ISO.match(text)
    return iso[0] if iso else read_day(text)


def _authors_of(value: Any) -> Iterator[str]:
    """The authors in a value: a name, several with commas, a list, a list as Python or JSON writes it."""
    if isinstance(value, list):
        for item in value[:100]:
            yield from _authors_of(item)
        return
    text = _text_of(value)
    listed = _LIST.match(text)
    items = [single or double for single, double in _ITEM.findall(listed[1])] if listed else []
    yield from split_authors(items or [text]) if text else ()


def _publisher_of(value: Any) -> str:
    """The name of a publisher; of an address its host."""
    text = " ".join(_text_of(value).split())
    if "://" in text:
        text = urlsplit(text).hostname or "" if is_web_address(text) else ""
    return text.removeprefix("www.") if " " not in text else text
