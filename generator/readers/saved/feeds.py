"""Feeds that somebody saved (RSS, Atom): each entry that has its text in the feed is a source. Nothing is fetched."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from generator.language.people.authors import split_authors
from generator.readers.html.page import parse_html
from generator.readers.html.page_data import read_moment
from generator.readers.html.visible import find_seen
from generator.readers.pieces import Extract, Piece, Stated, UnreadableError, parse_xml
from generator.text.addresses import is_web_address
from generator.text.unicode import one_line

MOST_ENTRIES = 5_000
_FEWEST = 300
"""Characters of a text; what is shorter is a teaser."""
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_LONGEST = 2_000_000
_CURE = "save the feed again, or take it out"


def split_feed(content: bytes) -> Extract:
    """The entries of a feed. Raises UnreadableError."""
    root, entries = _open(content)
    publisher = _text(next((e for e in root.iter("{*}channel")), root), "title")
    found = [_read_entry(e, publisher, n) for n, e in enumerate(islice(entries, MOST_ENTRIES), 1)]
    parts = tuple(entry for entry in found if entry is not None)
    if not parts:
        raise UnreadableError("no entry in it has its text, only teasers", "save the pages that it names")
    short = len(found) - len(parts)
    notes = (f"entries with a teaser only were left out ({short:,} of {len(found):,})",) if short else ()
    return Extract((), notes=notes, parts=parts)


def read_feed(content: bytes) -> Extract:
    """The one entry of a feed. Raises UnreadableError where it holds several."""
    extract = split_feed(content)
    if len(extract.parts) > 1:
        raise UnreadableError(f"it holds {len(extract.parts):,} entries", "put it into the folder of sources")
    return replace(extract.parts[0], notes=extract.notes)


def list_addresses(content: bytes) -> list[str]:
    """The addresses of the pages that a feed names, in its order, each once. Raises UnreadableError."""
    _, entries = _open(content)
    found = (next(_addresses(entry), "") for entry in islice(entries, MOST_ENTRIES))
    return [*dict.fromkeys(address for address in found if address)]


def _open(content: bytes) -> tuple[Any, list[Any]]:
    """The root of a feed and its entries. Raises UnreadableError."""
    root = parse_xml(content)
    entries = [e for e in root.iter() if isinstance(e.tag, str) and _name(e) in ("item", "entry")]
    if _name(root) not in ("rss", "RDF", "feed") or not entries:
        raise UnreadableError("it is no feed (RSS or Atom), or an empty one", _CURE)
    return root, entries


def _read_entry(entry: Any, publisher: str, number: int) -> Extract | None:
    """An entry; None where it has a teaser only."""
    pieces = _find_text(entry)
    if sum(len(piece.text) for piece in pieces) < _FEWEST:
        return None
    title = _text(entry, "title")
    dates = (_text(entry, name) for name in ("pubDate", "published", f"{_DUBLIN_CORE}date"))
    moment = next((moment for date in dates if date and (moment := read_moment(date))), None)
    values = {
        "title": title,
        "publisher": "" if is_web_address(publisher) else publisher,
        "url": next(_addresses(entry), ""),
        "published": moment.day.isoformat() if moment else "",
    }
    stated = [Stated(field, (value,)) for field, value in values.items() if value]
    authors = split_authors([name for name in _names(entry) if "@" not in name])
    head = [Piece("title", title)] if title else []
    stated += [Stated("authors", authors)] if authors else []
    return Extract((*head, *pieces), tuple(stated), place=f"entry {number}")


def _find_text(entry: Any) -> list[Piece]:
    """The pieces of the longest text that an entry gives, which is HTML."""
    texts = [
        _inner(e) for name in (_CONTENT, "{*}content", "{*}description", "{*}summary") for e in entry.iterfind(name)
    ]
    text = max(texts, key=len, default="")[:_LONGEST]
    return [seen.piece for seen in find_seen(parse_html(f"<body>{text}</body>"))] if text.strip() else []


def _inner(element: Any) -> str:
    """What stands in an element: text, or elements as XHTML."""
    if len(element) == 0:
        return element.text or ""
    return "".join(f"<p>{one_line(' '.join(e.itertext()), _LONGEST)}</p>" for e in _blocks(element))


def _blocks(element: Any) -> list[Any]:
    """The paragraphs and headings of XHTML; all of it where there are none."""
    found = [e for e in element.iter() if isinstance(e.tag, str) and _name(e) in ("p", "li", "h2", "h3", "blockquote")]
    return found or [element]


def _addresses(entry: Any) -> Iterator[str]:
    """The addresses that an entry gives of its page, the surest first."""
    for link in entry.iterfind("{*}link"):
        if link.get("rel", "alternate") == "alternate":
            yield from filter(is_web_address, ((link.get("href") or link.text or "").strip(),))
    guid = _text(entry, "guid")
    yield from filter(is_web_address, (guid,))


def _names(entry: Any) -> Iterator[str]:
    yield from (_text(author, "name") for author in entry.iterfind("{*}author") if len(author))
    yield from (_text(entry, name) for name in ("author", f"{_DUBLIN_CORE}creator"))


def _text(element: Any, name: str) -> str:
    """The text of the first child of a name, on one line; `name` without a namespace is of any."""
    child = next(element.iterfind(name if name.startswith("{") else f"{{*}}{name}"), None)
    return one_line("".join(child.itertext()), 500) if child is not None else ""


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
