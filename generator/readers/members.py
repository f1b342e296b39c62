"""Files that hold several sources: mailboxes, exports of databases, tables and records, web archives, feeds, chats.
Each source has a path like `box.mbox#3`, or one with a key made of the article:
`nexis.docx#harbour-bill-doubles-2014-06-03-5f0c2a91`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import PurePosixPath
from typing import NamedTuple

import msgspec

from generator.formats import BY_SUFFIX, MAIL, MAILBOX, file_of, holds_pages, stem_of_file, suffix_of
from generator.model import Problem, Severity
from generator.readers.chats.days import CHAT
from generator.readers.exports.keys import keys_of, value_of
from generator.readers.exports.marks import may_be_export
from generator.readers.isolation import CHILD, PARTS
from generator.readers.libraries.entries import FILE, LIBRARY, resolve
from generator.readers.mail.marks import ATTACHMENT, may_hold_others
from generator.readers.pieces import Extract, Stated, UnreadableError
from generator.text.unicode import one_line, printable

_FROM = re.compile(rb"^From [^\r\n]{0,1000}\r?\n(?=[A-Za-z][\w-]{0,80}:|>From )", re.MULTILINE)
"""The line before each message. A line of a text that begins so is followed by no header."""
MOST_MEMBERS = 5_000
"""Sources in one file, at most."""
_USUAL_NAMES = re.compile(r"_chat|chat|data|index|result|messages\d{0,4}|\d{4}-\d\d-\d\d")
"""What programs call the files of a chat, lower case; then its folder has its name."""
_OF_ENTRIES = (FILE, LIBRARY)
_SPLIT = "split it: the first {most:,} of {count:,} are read"


class Member(NamedTuple):
    """One source of a file."""

    path: str
    content: bytes
    """The bytes of the file, of a message or of a page; of an article its extract as JSON."""
    place: str = ""
    """Where in the file it stands: "row 17"."""


class Entry(NamedTuple):
    """One entry of a library."""

    files: tuple[str, ...]
    """The paths of its files in the folder of sources."""
    sidecar: bytes
    """What it states of them: JSON, which is YAML."""
    source: Member | None
    """Its abstract, for where none of the files is there; None for an entry without one."""


class Members(NamedTuple):
    """What one file holds."""

    sources: list[Member]
    problems: list[Problem]
    entries: Sequence[Entry] = ()
    """Of a library."""


def member_path(path: str, key: int | str) -> str:
    """The path of a source in a file, by its number (from 1) or its key."""
    return f"{path}#{key}"


def key_of(path: str) -> str:
    """The number or the key of the source in its file; empty for a file that is one source."""
    return path.removeprefix(file_of(path))[1:]


def is_article(path: str) -> bool:
    """Whether the source is an article of an export, a table or a web archive, or attached to a mail, and has a key."""
    return file_of(path) != path and not key_of(path).isdigit()


def is_extract(path: str) -> bool:
    """Whether the content of a source is an extract."""
    return is_article(path) and not holds_pages(path)


def split_mailbox(content: bytes) -> Iterator[bytes]:
    """The messages of a mailbox, in order, without the lines that part them."""
    starts = list(_FROM.finditer(content))
    ends = [start.start() for start in starts[1:]] + [len(content)]
    for start, end in zip(starts, ends, strict=False):
        yield content[start.end() : end]


class Beside(NamedTuple):
    """What lies beside a table and says what is in it."""

    columns: bytes = b""
    """The bytes of `_columns.yml`."""
    people: bytes = b""
    """The bytes of the `users.json` of a chat."""


def open_file(path: str, content: bytes, beside: Beside | None = None) -> Members:
    """The sources in one file, and what is wrong with it: the file itself, the messages of a mailbox, the articles of
    an export, the rows of a table, the pages of a web archive, the days of a chat.
    """
    suffix = suffix_of(path)
    row = BY_SUFFIX.get(suffix)
    if suffix == MAILBOX:
        messages = islice(split_mailbox(content), MOST_MEMBERS)
        members = [Member(member_path(path, n), message) for n, message in enumerate(messages, 1)]
        return _open_mails(path, suffix, members or [Member(path, content)])
    if suffix in MAIL:
        return _open_mails(path, suffix, [Member(path, content)])
    if row is None or not row.parts:
        return Members([Member(path, content)], [])
    if row.is_collection:
        return _open_collection(path, suffix, content)
    if row.is_library:
        return _open_library(path, suffix, content)
    if row.is_table:
        return _open_table(path, suffix, content, beside or Beside())
    extract = _split_export(suffix, content, (beside or Beside()) if row.has_columns else None)
    named = _name(path, extract or Extract(()))
    return named if named.sources else Members([Member(path, content)], named.problems)


def _open_mails(path: str, suffix: str, messages: Sequence[Member]) -> Members:
    """Messages with what is attached to them; in the place of an alert its items."""
    kept, parts, notes = list[Member](), list[Extract](), list[str]()
    for message in messages:
        extract = _split_mail(suffix, message.content)
        is_alert = bool(extract.parts) and not any(_states(part, ATTACHMENT) for part in extract.parts)
        kept += [] if is_alert else [message]
        parts += extract.parts
        notes += extract.notes
    named = _name(path, Extract((), notes=tuple(notes), parts=tuple(parts)))
    return Members([*kept, *named.sources], named.problems)


def _split_mail(suffix: str, content: bytes) -> Extract:
    """What is attached to a message, or a note why it was not read."""
    try:
        return CHILD.extract(PARTS + suffix, content) if may_hold_others(suffix, content) else Extract(())
    except UnreadableError as error:
        return Extract((), notes=(f"what is attached to it was not read: {error.fault}",))


def _split_export(suffix: str, content: bytes, beside: Beside | None) -> Extract | None:
    """The articles of an export, or why it has none; None for a file that is one source."""
    request = content if beside is None else _request(beside, content)
    try:
        return CHILD.extract(PARTS + suffix, request) if may_be_export(suffix, content) else None
    except Exception:  # the border: whatever is wrong with the file, reading it as one source says so
        return None


def _request(beside: Beside, content: bytes) -> bytes:
    """The file behind what lies beside it."""
    return msgspec.json.encode([text.decode("utf-8", "replace") for text in beside]) + b"\n" + content


def _open_collection(path: str, suffix: str, content: bytes) -> Members:
    """The pages of a web archive or the entries of a feed; none where it is unreadable."""
    try:
        return _name(path, CHILD.extract(PARTS + suffix, content))
    except UnreadableError as error:
        return Members([], [Problem(printable(path), error.fault, error.cure)])


def _open_library(path: str, suffix: str, content: bytes) -> Members:
    """The entries of a library, or those of a feed that has its suffix; none where it is unreadable."""
    try:
        extract = CHILD.extract(PARTS + suffix, content)
    except UnreadableError as error:
        return Members([], [Problem(printable(path), error.fault, error.cure)])
    is_library = any(_states(part, LIBRARY) for part in extract.parts)
    return _list_entries(path, extract) if is_library else _name(path, extract)


def _list_entries(path: str, library: Extract) -> Members:
    """What the entries of a library state of files, and their abstracts."""
    bare = [replace(part, stated=tuple(s for s in part.stated if s.field not in _OF_ENTRIES)) for part in library.parts]
    told = {n for n, part in enumerate(bare) if any(piece.kind == "paragraph" for piece in part.pieces)}
    named = _name(path, Extract((), notes=library.notes, parts=tuple(bare[n] for n in sorted(told))))
    by_content = {source.content: source for source in named.sources}
    entries = [
        Entry(
            tuple(resolve(path, file) for item in part.stated if item.field == FILE for file in item.values),
            msgspec.json.encode({s.field: list(s.values) if s.field == "authors" else s.values[0] for s in one.stated}),
            by_content.get(_content_of(one, is_page=False)) if n in told else None,
        )
        for n, (part, one) in enumerate(zip(library.parts, bare, strict=True))
    ]
    return Members([], named.problems, entries)


def _open_table(path: str, suffix: str, content: bytes, beside: Beside) -> Members:
    """The rows of a table or the records of a file; none where it is unreadable."""
    try:
        extract = CHILD.extract(PARTS + suffix, _request(beside, content))
    except UnreadableError as error:
        return Members([], [Problem(printable(path), error.fault, error.cure)])
    if any(_states(part, LIBRARY) for part in extract.parts):
        return _list_entries(path, extract)
    named = _name(path, extract)
    is_one = len(extract.parts) == 1 and not beside.columns and not _states(extract.parts[0], CHAT)
    return Members([Member(path, content)], named.problems) if is_one else named


def _name(path: str, extract: Extract) -> Members:
    """The parts of a file as its sources. One that stands there twice, word for word, counts once."""
    severity: Severity = "warning" if extract.parts else "note"
    notes = [Problem(printable(path), one_line(note, 300), severity=severity) for note in extract.notes]
    parts = [_entitle(path, part) for part in extract.parts[:MOST_MEMBERS]]
    if len(extract.parts) > len(parts):
        cure = _SPLIT.format(most=MOST_MEMBERS, count=len(extract.parts))
        notes.append(Problem(printable(path), f"holds more than {MOST_MEMBERS:,} articles", cure))
    contents = [_content_of(part, is_page=holds_pages(path)) for part in parts]
    first = {content: n for n, content in reversed(list(enumerate(contents)))}
    kept = sorted(first.values())
    keys = keys_of([parts[n] for n in kept])
    return Members(_list_members(path, [parts[n] for n in kept], [contents[n] for n in kept], keys), notes)


def _states(part: Extract, field: str) -> bool:
    return any(item.field == field for item in part.stated)


def _entitle(path: str, part: Extract) -> Extract:
    """The part; a day of a chat with a title, made of the chat's name, or its file's or folder's, and the day."""
    if not _states(part, CHAT):
        return part
    file = PurePosixPath(stem_of_file(path))
    is_usual = _USUAL_NAMES.fullmatch(file.name.lower()) is not None
    name = value_of(part, CHAT) or one_line(printable(file.parent.name if is_usual else file.name), 100) or "Chat"
    title = Stated("title", (f"{name}, {value_of(part, 'published')}",))
    return replace(part, stated=(title, *(item for item in part.stated if item.field != CHAT)))


def _content_of(part: Extract, *, is_page: bool) -> bytes:
    """What the reader of a part is given: a page as it stands in its one piece, an article as JSON."""
    return part.pieces[0].text.encode() if is_page else msgspec.json.encode(replace(part, place=""))


def _list_members(path: str, parts: Sequence[Extract], contents: Sequence[bytes], keys: Sequence[str]) -> list[Member]:
    rows = zip(parts, contents, keys, strict=True)
    return [Member(member_path(path, key), content, part.place) for part, content, key in rows]
