"""Tables of services that keep what somebody reads: Readwise, and the lists of Pocket, Instapaper, Raindrop and Reader.
What was marked or quoted of a page is a source; notes of whoever reads are private and not read. Nothing is
fetched.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.language.people.authors import split_authors
from generator.readers.pieces import Extract, Piece, Stated, UnreadableError
from generator.readers.plain.bookmarks import list_addresses
from generator.readers.tables.columns import fold_column
from generator.text.addresses import is_web_address
from generator.text.unicode import one_line

_HIGHLIGHTS = frozenset({"highlight", "book title", "book author"})
_LISTS = (
    frozenset({"title", "url", "time added", "tags", "status"}),
    frozenset({"url", "title", "selection", "folder", "timestamp"}),
    frozenset({"id", "title", "note", "excerpt", "url", "folder", "created"}),
    frozenset({"title", "url", "id", "document tags", "saved date"}),
)
"""The heads of Pocket, Instapaper, Raindrop and Reader."""
_QUOTED = ("selection", "highlights", "excerpt")
_MARKED = "only what was marked in it; notes of the reader are not shown"
_EXCERPT = "only an excerpt; the page was not fetched"
_SHORTEST = 40
"""Characters of an excerpt."""
_PARAGRAPH = re.compile(r"\n+")


def read_service(head: Sequence[str], rows: Iterable[tuple[int, Mapping[str, Any]]]) -> Extract | None:
    """What a table of a service holds; None for every other table. Raises UnreadableError."""
    names = {fold_column(name) for name in head}
    if names >= _HIGHLIGHTS:
        return _read_highlights(map(_fold, rows))
    if any(names >= known for known in _LISTS):
        return _read_list(map(_fold, rows))
    return None


def _fold(numbered: tuple[int, Mapping[str, Any]]) -> tuple[int, dict[str, str]]:
    number, row = numbered
    return number, {fold_column(name): str(value or "").strip() for name, value in row.items()}


def _read_highlights(rows: Iterable[tuple[int, Mapping[str, str]]]) -> Extract:
    """A source for each book or article, of what was marked in it."""
    books: dict[tuple[str, str], list[Piece]] = {}
    for _, row in rows:
        text = row.get("highlight", "")
        if text and ".discard" not in row.get("tags", ""):
            marked = books.setdefault((row.get("book title", ""), row.get("book author", "")), [])
            marked += [Piece("paragraph", part.strip()) for part in _PARAGRAPH.split(text) if part.strip()]
    if not books:
        raise UnreadableError("nothing is marked in it", "take it out")
    return Extract(
        (), parts=tuple(_make(title, marked, _MARKED, author=author) for (title, author), marked in books.items())
    )


def _read_list(rows: Iterable[tuple[int, Mapping[str, str]]]) -> Extract:
    """A source for each page of which the list quotes something; the addresses of the others together."""
    parts, addresses = list[Extract](), list[tuple[str, str]]()
    for number, row in rows:
        url, title = row.get("url", ""), one_line(row.get("title", ""), 300)
        quoted = next((row[name] for name in _QUOTED if len(row.get(name, "")) >= _SHORTEST), "")
        if not is_web_address(url):
            continue
        if quoted:
            pieces = [Piece("paragraph", part.strip()) for part in _PARAGRAPH.split(quoted) if part.strip()]
            parts.append(_make(title, pieces, _EXCERPT, url=url, place=f"row {number}"))
        else:
            addresses.append((title, url))
    if addresses or not parts:
        parts.append(list_addresses(addresses))
    return Extract((), parts=tuple(parts))


def _make(
    title: str, pieces: Sequence[Piece], note: str, *, author: str = "", url: str = "", place: str = ""
) -> Extract:
    stated = [Stated(field, (value,)) for field, value in (("title", title), ("url", url)) if value]
    authors = split_authors([author]) if author else ()
    stated += [Stated("authors", authors)] if authors else []
    return Extract((Piece("title", title), *pieces) if title else tuple(pieces), tuple(stated), (note,), place=place)
