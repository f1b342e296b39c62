"""Web archives: each page that a server gave with status 200 is a source with its address and the day of its saving."""

import gzip
import json
import zlib
from pathlib import Path

import pytest

from generator.model import Source
from generator.readers import collect, read
from tests.readers.making import archive, kept, stated

LONG = "The town council paid for it, and the ferry will land there from June on, said Ann Bell. " * 3
ADDRESS = "https://echo.example/pier"


def page(title: str, words: str = LONG) -> str:
    """A page with a headline and a paragraph."""
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{words}</p></article></body>"


def record(
    body: str | bytes,
    *,
    url: str = ADDRESS,
    kind: str = "response",
    http: str = "200 OK\r\nContent-Type: text/html; charset=utf-8",
    time: str = "2021-05-06T10:00:00Z",
) -> bytes:
    """One record of an archive."""
    content = body.encode() if isinstance(body, str) else body
    if kind == "response":
        content = f"HTTP/1.1 {http}\r\n\r\n".encode() + content
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {time}\r\n"
        f"Content-Type: {'application/http; msgtype=response' if kind == 'response' else 'text/html'}\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def gather(folder: Path, name: str, content: bytes, problems: tuple[str, ...] = ()) -> list[Source]:
    """The sources of an archive, which has these problems."""
    (folder / name).write_bytes(content)
    found = collect(folder, max_mb=8)
    assert tuple(problem.what for problem in found.problems) == problems
    return list(found.sources)


def test_each_page_is_a_source_with_its_address_and_day(tmp_path: Path) -> None:
    """The key is made of title and address; what counts more is the address that the page states."""
    own = page("The ferry").replace("<title>", '<link rel=canonical href="https://echo.example/ferry"><title>')
    records = [record(page("The pier")), record(own, url="https://echo.example/ferry?from=feed")]
    second, first = gather(tmp_path, "crawl.warc.gz", b"".join(map(gzip.compress, records)))
    assert first.path.startswith("crawl.warc.gz#the-pier-")
    assert first.id == first.path.partition("#")[2]
    assert first.place == read(first).place == "saved 2021-05-06"
    assert stated(read(first)) == {"title": ("The pier",), "url": (ADDRESS,)}
    assert kept(read(first)) == [("title", "The pier"), ("paragraph", LONG.strip())]
    assert stated(read(second))["url"] == ("https://echo.example/ferry",)


def test_addresses_stay_when_pages_are_added(tmp_path: Path) -> None:
    """An archive that grows keeps the paths of its pages, also when one is saved anew with another text."""
    one, two = record(page("The pier")), record(page("The ferry"), url="https://echo.example/ferry")
    before = {source.path for source in gather(tmp_path, "a.warc", one)}
    assert before < {source.path for source in gather(tmp_path, "a.warc", two + one)}


@pytest.mark.parametrize(
    "left_out",
    [
        record(page("Gone"), http="404 Not Found\r\nContent-Type: text/html"),
        record(page("Moved"), http="301 Moved\r\nContent-Type: text/html"),
        record("x" * 500, http="200 OK\r\nContent-Type: text/css"),
        record(page("Frame", "Buy now."), url="https://ads.example/f"),
        record(f"<script>{'var a = 1;' * 99}</script>", url="https://ads.example/g"),
        record(page("View"), kind="resource", url="urn:view:1"),
        record(page("Asked"), kind="request"),
        record(page("The pier")),
    ],
)
def test_what_is_no_page_is_left_out(tmp_path: Path, left_out: bytes) -> None:
    """Errors, redirections, styles, frames with hardly a word, what the crawler made, the same page again."""
    assert len(gather(tmp_path, "a.warc", record(page("The pier")) + left_out)) == 1


def test_transfer_and_content_encodings_are_undone(tmp_path: Path) -> None:
    """Chunks, gzip, deflate, and the charset that only the server states."""
    text = page("Café")
    packed = gzip.compress(text.encode("cp1252"))
    chunks = b"%x\r\n%b\r\n0\r\n\r\n" % (len(packed), packed)
    http = "200 OK\r\nContent-Type: text/html; charset=iso-8859-1"
    first = record(chunks, http=f"{http}\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip")
    second = record(zlib.compress(page("Deflated").encode()), http=f"{http}\r\nContent-Encoding: deflate")
    sources = gather(tmp_path, "a.warc", first + second)
    assert [stated(read(source))["title"] for source in sources] == [("Café",), ("Deflated",)]


def test_a_length_that_lies_costs_its_record(tmp_path: Path) -> None:
    """Where each record is packed by itself, the next one begins with its pack, whatever the one before says."""
    wrong = record(page("Wrong"), url=f"{ADDRESS}/2").replace(b"Content-Length: ", b"Content-Length: 9")
    content = gzip.compress(wrong) + gzip.compress(record(page("The pier")))
    assert len(gather(tmp_path, "a.warc.gz", content, ("pages in it are cut off or none (1)",))) == 1


def test_an_archive_that_is_packed_as_a_whole_is_read(tmp_path: Path) -> None:
    """As `gzip` makes it, not record by record."""
    content = record(page("The pier")) + record(page("The ferry"), url=f"{ADDRESS}/2")
    assert len(gather(tmp_path, "a.warc.gz", gzip.compress(content))) == 2


def test_a_list_of_pages_tells_which_are_meant(tmp_path: Path) -> None:
    """A WACZ names the pages that somebody opened; the others are what these are made of."""
    records = record(page("The pier")) + record(page("Frame"), url="https://ads.example/f")
    listed = '{"format": "json-pages-1.0"}\n' + json.dumps({"url": ADDRESS, "title": "The pier"}) + "\n{broken"
    parts: dict[str, str | bytes] = {
        "archive/data.warc.gz": gzip.compress(records),
        "pages/pages.jsonl": listed,
        "archive/../x.warc": records,
    }
    assert len(gather(tmp_path, "a.wacz", archive(parts))) == 1
    del parts["pages/pages.jsonl"]
    assert len(gather(tmp_path, "a.wacz", archive(parts))) == 2


def test_a_page_that_is_none_costs_itself(tmp_path: Path) -> None:
    """Bytes that call themselves HTML, such as a page in a compression that is not known."""
    packed = record(bytes(range(256)) * 9, url=f"{ADDRESS}/2", http="200 OK\r\nContent-Type: text/html")
    note = "pages in it are cut off or none (1)"
    assert len(gather(tmp_path, "a.warc", packed + record(page("The pier")), (note,))) == 1


def test_pdfs_are_counted(tmp_path: Path) -> None:
    """One line says that they are there and what to do."""
    pdf = record("%PDF", http="200 OK\r\nContent-Type: application/pdf", url="https://echo.example/a.pdf")
    note = "PDFs in it were not read (1); save them as files"
    assert len(gather(tmp_path, "a.warc", record(page("The pier")) + pdf, (note,))) == 1


@pytest.mark.parametrize("is_packed", [True, False])
def test_an_archive_that_is_cut_off_keeps_what_was_whole(tmp_path: Path, *, is_packed: bool) -> None:
    """Its last page is lost, and a line says so."""
    records = [record(page("The pier")), record(page("The ferry"), url=f"{ADDRESS}/2")]
    whole = b"".join(map(gzip.compress, records)) if is_packed else b"".join(records)
    (tmp_path / ("a.warc.gz" if is_packed else "a.warc")).write_bytes(whole[:-60])
    found = collect(tmp_path, max_mb=8)
    assert [stated(read(source))["title"] for source in found.sources] == [("The pier",)]
    (problem,) = found.problems
    assert problem.what == "pages in it are cut off or none (1)"


_BOMB = gzip.compress(record(bytes(210 << 20), http="200 OK\r\nContent-Type: image/png"), 1)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.warc", b"", "the archive is no web archive"),
        ("a.warc", b"nonsense\n" * 50, "the archive is no web archive"),
        ("a.warc", record("x", http="404 Not Found\r\nContent-Type: text/html"), "no page in it"),
        ("a.warc", record(page("Lie")).replace(b"Content-Length: ", b"Content-Length: -"), "the archive is damaged"),
        ("a.warc.gz", b"\x1f\x8b" + b"x" * 99, "the archive is no web archive"),
        ("a.warc.gz", gzip.compress(gzip.compress(record(page("Twice")))), "the archive is no web archive"),
        ("a.warc.gz", _BOMB, "it unpacks to more than 200 MiB"),
        ("a.wacz", b"PK\x03\x04", "it is damaged or not what its name says"),
        ("a.wacz", archive({"archive/a.txt": "x"}), "no page in it"),
    ],
    ids=["empty", "nonsense", "errors", "length", "no gzip", "twice", "bomb", "no zip", "nothing"],
)
def test_one_line_says_what_cannot_be_read(tmp_path: Path, name: str, content: bytes, what: str) -> None:
    """A file without a page, a wreck, a bomb: nothing of it is a source."""
    (tmp_path / name).write_bytes(content)
    found = collect(tmp_path, max_mb=8)
    assert found.sources == ()
    assert [problem.what[: len(what)] for problem in found.problems] == [what]


def test_a_bomb_in_a_page_costs_the_page(tmp_path: Path) -> None:
    """A page that unpacks to more than any page has is left out."""
    bomb = record(
        gzip.compress(b"<p>" + bytes(9 << 20)),
        url=f"{ADDRESS}/2",
        http="200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip",
    )
    assert len(gather(tmp_path, "a.warc", bomb + record(page("The pier")))) == 1
