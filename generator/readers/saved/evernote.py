"""Notes of Evernote (.enex): each note is a source. What is encrypted in one stays so; attached files are not read."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from generator.readers.html.page import parse_html
from generator.readers.html.visible import find_seen
from generator.readers.pieces import Extract, Piece, Stated, UnreadableError, parse_xml
from generator.text.addresses import is_web_address
from generator.text.unicode import one_line

MOST_NOTES = 5_000
_LONGEST = 2_000_000
_HEAD = re.compile(r"\A\s{0,99}(?:<\?xml[^>]{0,200}\?>\s{0,99})?(?:<!DOCTYPE[^>]{0,300}>)?")
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)T")
_HIDDEN = ("en-crypt", "en-media")
_CURE = "export the notes again as .enex"


def split_notes(content: bytes) -> Extract:
    """The notes of an export. Raises UnreadableError."""
    root = parse_xml(_without_files(content))
    if root.tag != "en-export":
        raise UnreadableError("it is no export of Evernote", _CURE)
    notes = [note for n, e in enumerate(islice(root.iterfind("note"), MOST_NOTES), 1) if (note := _read_note(e, n))]
    if not notes:
        raise UnreadableError("no note in it has a text", _CURE)
    return Extract((), parts=tuple(notes))


def read_notes(content: bytes) -> Extract:
    """The one note of an export. Raises UnreadableError where it holds several."""
    extract = split_notes(content)
    if len(extract.parts) > 1:
        raise UnreadableError(f"it holds {len(extract.parts):,} notes", "put it into the folder of sources")
    return replace(extract.parts[0], notes=extract.notes)


def _without_files(content: bytes) -> bytes:
    """The export without the files in its notes, which may be larger than a text of XML may be."""
    first, *others = content.split(b"<resource>")
    return b"".join([first, *(other.partition(b"</resource>")[2] for other in others)])


def _read_note(note: Any, number: int) -> Extract | None:
    """A note; None where it has no text."""
    pieces = _find_text(note.findtext("content") or "")
    if not pieces:
        return None
    title, url = (
        one_line(note.findtext("title") or "", 500),
        (note.findtext("note-attributes/source-url") or "").strip(),
    )
    head = [Piece("title", title)] if title and pieces[0].text != title else []
    return Extract((*head, *pieces), tuple(_state(note, title, url)), place=_name_place(note, number, url))


def _find_text(markup: str) -> list[Piece]:
    """The pieces of a note, which is HTML in XML."""
    body = _HEAD.sub("", markup[:_LONGEST])
    if not body.strip():
        return []
    tree = parse_html(f"<body>{body}</body>")
    for element in [e for e in tree.iter() if isinstance(e.tag, str) and e.tag in _HIDDEN]:
        # What stands behind an element belongs to the line.
        element.text = None
        for inner in list(element):
            element.remove(inner)
    return [seen.piece for seen in find_seen(tree)]


def _state(note: Any, title: str, url: str) -> Iterator[Stated]:
    """The metadata of a note; of a page that was kept, day and author are those of whoever kept it."""
    if title:
        yield Stated("title", (title,))
    if is_web_address(url):
        yield Stated("url", (url,))
        return
    day, author = _day(note), one_line(note.findtext("note-attributes/author") or "", 200)
    if day:
        yield Stated("published", (day,))
    if author and "@" not in author:
        yield Stated("authors", (author,))


def _name_place(note: Any, number: int, url: str) -> str:
    day = _day(note)
    return f"note {number}" + (f", kept on {day}" if day and is_web_address(url) else "")


def _day(note: Any) -> str:
    found = _DAY.match((note.findtext("created") or "").strip())
    return "-".join(found.groups()) if found else ""
