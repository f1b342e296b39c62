"""Web archives (WARC, and WACZ, a ZIP of them): each page that a server gave is a source, with its address and the time
at which it was saved. In a child process, which hands each page on as an archive that holds only this page.
"""

import gzip
import io
import json
import re
import zlib
from collections.abc import Mapping
from typing import Any, BinaryIO, NamedTuple, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from generator.readers.html.page import decode_html, extract_page
from generator.readers.html.saving import name_day, read_time
from generator.readers.pieces import (
    BROKEN,
    MOST_BYTES,
    Extract,
    Piece,
    Stated,
    UnreadableError,
    fit,
    open_archive,
    read_member,
)
from generator.text.addresses import is_web_address
from generator.text.unicode import one_line

MOST_PAGES = 5_000
_MOST_PAGE = 8 * 1024 * 1024
"""Bytes of one page; no page of text has more."""
_MOST_TEXT = 50_000_000
"""Characters of all pages of an archive."""
_BLOCK = 65_536
_START = b"WARC/"
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_OTHERS = {"application/pdf": "PDFs"}
"""What else holds text that could be read, were it a file."""
_DAMAGED = (ArchiveLoadFailed, EOFError, OSError, zlib.error, ValueError, KeyError, IndexError)
"""What reading a damaged archive raises."""
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^>]{0,500}>([^<]{1,1000})</title", re.IGNORECASE)
_HIDDEN = re.compile(r"<(?:script|style)\b", re.IGNORECASE)
_HIDDEN_END = re.compile(r"</(?:script|style)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,20000}>")
_FEWEST = 100
"""Characters of a page; frames of advertisements and answers to programs have fewer."""
_LIST = "pages/pages.jsonl"
"""Where a WACZ file lists the pages that somebody opened, apart from what these are made of."""
_CURE = "save the archive again, or take it out"
_NO_PAGE = "no page in it: no answer of a server that is HTML, went well (status 200) and has some text"


class _Page(NamedTuple):
    """A page as a server gave it."""

    url: str
    time: str
    """As the archive gives it: ISO 8601, UTC."""
    text: str


class _Finding:
    """The pages of an archive as they are found, each once, and what was left out."""

    def __init__(self, wanted: frozenset[str]) -> None:
        self.pages: list[_Page] = []
        self.notes: list[str] = []
        self._wanted = wanted
        self._known: set[tuple[str, str]] = set()
        self._left = _MOST_TEXT
        self._others: dict[str, int] = {}
        self._unread, self._unpacked = 0, 0

    def read(self, content: bytes, name: str) -> None:
        """Take in the pages of one file. What is damaged costs the rest of that file. Raises UnreadableError."""
        is_packed = content.startswith(_GZIP)
        if _begin(content, is_packed=is_packed) != _START:
            self.notes.append(f"{name} is no web archive")
            return
        try:
            self._read_records(io.BytesIO(content))
        except ArchiveLoadFailed as error:
            # Some pack an archive as a whole, not record by record.
            self._read_whole(content, name) if is_packed else self._blame(name, error)
        except _DAMAGED as error:
            self._blame(name, error)

    def _read_whole(self, content: bytes, name: str) -> None:
        try:
            self._read_records(cast(BinaryIO, gzip.GzipFile(fileobj=io.BytesIO(content))))
        except _DAMAGED as error:
            self._blame(name, error)

    def _blame(self, name: str, error: Exception) -> None:
        said = one_line(str(error), 80) or type(error).__name__
        self.notes.append(f"{name} is damaged, and the rest of it was not read ({said})")

    def _read_records(self, stream: BinaryIO) -> None:
        for record in ArchiveIterator(stream):
            if self.is_full:
                return
            self._take(record)
            # What is skipped counts too: it is unpacked.
            self._unpack(record.raw_stream)

    def _unpack(self, stream: Any, most: int = MOST_BYTES) -> bytes:
        """The rest of a stream; nothing of it where there is more. Raises UnreadableError where all is too much."""
        blocks, size = [], 0
        while block := stream.read(_BLOCK):
            size += len(block)
            self._unpacked += len(block)
            if self._unpacked > MOST_BYTES:
                raise UnreadableError(f"it unpacks to more than {MOST_BYTES >> 20} MiB", "split it, or take it out")
            if most < MOST_BYTES and size <= most:
                blocks.append(block)
        return b"".join(blocks) if size <= most else b""

    @property
    def is_full(self) -> bool:
        """Whether no more pages are read."""
        return len(self.pages) > MOST_PAGES or self._left <= 0

    def list_notes(self) -> tuple[str, ...]:
        """What was left out, for a person."""
        others = [f"{kind} in it were not read ({count:,}); save them as files" for kind, count in self._others.items()]
        full = [f"more than {_MOST_TEXT:,} characters: only the first {len(self.pages):,} pages are read"]
        unread = [f"pages in it are cut off or none ({self._unread:,})"] if self._unread else []
        return (*self.notes, *unread, *others, *(full if self._left <= 0 else ()))

    def _take(self, record: Any) -> None:
        kind, charset = _type_of(record)
        url = record.rec_headers.get_header("WARC-Target-URI") or ""
        url = url.strip("<>") if is_web_address(url.strip("<>")) else ""
        if not url or not _went_well(record):
            return
        if kind in _OTHERS:
            self._others[_OTHERS[kind]] = self._others.get(_OTHERS[kind], 0) + 1
        is_wanted = not self._wanted or url in self._wanted
        content = self._unpack(record.content_stream(), _MOST_PAGE) if kind in _PAGES and is_wanted else b""
        if not content:
            return
        self._unpack(record.raw_stream)
        try:
            text = fit(decode_html(content, charset))
        except UnreadableError:
            text = ""
        if not text or record.raw_stream.limit > 0:
            self._unread += 1
            return
        time = record.rec_headers.get_header("WARC-Date") or ""
        if (url, text) not in self._known and _shows_text(text):
            self._known.add((url, text))
            self._left -= len(text)
            self.pages.append(_Page(url, time, text))


def split_archive(content: bytes) -> Extract:
    """The pages of a web archive, each as an archive of its own in the one piece of a part. Raises UnreadableError."""
    pages, notes = _find_pages(content)
    return Extract((), notes=notes, parts=tuple(map(_make_part, pages)))


def read_archive(content: bytes) -> Extract:
    """The one page of a web archive. Raises UnreadableError where it holds several."""
    pages, notes = _find_pages(content)
    if len(pages) > 1:
        raise UnreadableError(f"it holds {len(pages):,} pages", "put it into the folder of sources")
    extract = extract_page(pages[0].text, pages[0].url)
    return Extract(extract.pieces, extract.stated, (*notes, *extract.notes), place=name_day(read_time(pages[0].time)))


def _find_pages(content: bytes) -> tuple[list[_Page], tuple[str, ...]]:
    """The pages, and what was left out. Raises UnreadableError where there is none."""
    if content.startswith(_ZIP):
        found = _open_zip(content)
    else:
        found = _Finding(frozenset())
        found.read(content, "the archive")
    if not found.pages:
        raise UnreadableError(one_line(next(iter(found.notes), _NO_PAGE), 200), _CURE)
    return found.pages, found.list_notes()


def _open_zip(content: bytes) -> _Finding:
    archive = open_archive(content)
    found = _Finding(_list_pages(read_member(archive, _LIST)))
    for name in sorted(archive.namelist()):
        if name.startswith("archive/") and name.endswith((".warc", ".warc.gz")):
            try:
                with archive.open(name) as member:
                    packed = member.read(MOST_BYTES)
            except BROKEN as error:
                raise UnreadableError(f"'{one_line(name, 60)}' in it is damaged", _CURE) from error
            found.read(packed, one_line(name, 60))
    return found


def _begin(content: bytes, *, is_packed: bool) -> bytes:
    """The first bytes of an archive, unpacked."""
    try:
        return gzip.GzipFile(fileobj=io.BytesIO(content)).read(len(_START)) if is_packed else content[: len(_START)]
    except _DAMAGED:
        return b""


def _list_pages(listed: bytes | None) -> frozenset[str]:
    """The addresses that a list of pages names, one record a line; none where there is no list that can be read."""
    urls = set()
    for line in (listed or b"").splitlines()[: 4 * MOST_PAGES]:
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            continue
        url = record.get("url") if isinstance(record, Mapping) else None
        urls.add(url if isinstance(url, str) else "")
    return frozenset(urls - {""})


def _type_of(record: Any) -> tuple[str, str]:
    """Media type and charset of what a record holds; empty where it is no answer and no resource."""
    if record.rec_type not in ("response", "resource"):
        return "", ""
    headers = record.http_headers or record.rec_headers
    stated = headers.get_header("Content-Type") or ""
    charset = _CHARSET.search(stated)
    return stated.partition(";")[0].strip().lower(), charset[1] if charset else ""


def _went_well(record: Any) -> bool:
    """Whether a record is what a server gave with status 200; a resource has none."""
    return record.rec_type == "resource" or (
        record.http_headers is not None and record.http_headers.get_statuscode() == "200"
    )


def _shows_text(text: str) -> bool:
    """Whether a page has some text, perhaps only in data for its scripts."""
    first, *rest = _HIDDEN.split(text)
    seen = [first]
    for part in rest:
        head, _, data = part.partition(">")
        hidden, *behind = _HIDDEN_END.split(data, maxsplit=1)
        seen += [*behind, *([hidden] if "json" in head else [])]
    return len("".join(_TAG.sub(" ", " ".join(seen)).split())) >= _FEWEST


def _make_part(page: _Page) -> Extract:
    """The page as an archive of one record, under the title and the address that its key is made of."""
    body = page.text.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: {page.url}\r\nWARC-Date: {one_line(page.time, 40)}\r\n"
        f"Content-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    title = _TITLE.search(page.text, 0, 200_000)
    stated = [Stated("url", (page.url,)), *([Stated("title", (one_line(title[1], 200),))] if title else [])]
    record = Piece("paragraph", f"{head}{page.text}\r\n\r\n")
    return Extract((record,), tuple(stated), place=name_day(read_time(page.time)))
