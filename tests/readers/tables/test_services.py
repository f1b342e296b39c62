"""Exports of services that keep what somebody reads: what was marked or quoted is a source, notes are private."""

import json
from pathlib import Path

import pytest

from generator.errors import SourceError
from generator.readers import Collection, collect, read
from tests.readers.making import kept, stated

QUOTED = "The pier of Westport is long, and nobody in the town knows why it is so."
READWISE = (
    "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,"
    "Document tags\n"
    f'"{QUOTED}",The Pier,Iris Vale,,A private note.,yellow,,page,12,2020-10-05,\n'
    '"It was built in 1901.\nThen it fell.",The Pier,Iris Vale,,,,,page,13,2020-10-05,\n'
    "Thrown away.,Another,Ann Lee,,,,.discard,,,,\n"
)
LISTS = {
    "instapaper": f'URL,Title,Selection,Folder,Timestamp\nhttps://a.example/1,One,"{QUOTED}",Unread,1\nhttps://a.example/2,Two,,Unread,1\n',
    "raindrop": "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n"
    f'1,One,A private note.,"{QUOTED}",https://a.example/1,Pier,a,2021-05-05T10:00:00Z,,,\n2,Two,,,https://a.example/2,,,,,,\n',
}
POCKET = "title,url,time_added,tags,status\nOne,https://a.example/1,1,a|b,unread\nhttps://a.example/2,https://a.example/2,1,,archive\n"
PAGE = (
    '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="UTF-8" />\n<title>Pocket Export</title>\n</head>'
    "<body><h1>Unread</h1>"
    '<ul><li><a href="https://a.example/1" time_added="1" tags="">One</a></li></ul></body></html>'
)
OPML = (
    '<?xml version="1.0"?><opml version="2.0"><body><outline text="News"><outline text="Echo" '
    'xmlUrl="https://a.example/feed" htmlUrl="https://a.example/"/></outline></body></opml>'
)
ONLY = "addresses only; the pages were not fetched"


def gather(folder: Path, name: str, content: str) -> Collection:
    """What a folder with this file holds."""
    (folder / name).write_text(content, encoding="utf-8")
    return collect(folder, max_mb=1)


def test_what_was_marked_in_a_book_is_a_source(tmp_path: Path) -> None:
    """With its title and author; notes and what was thrown away are not shown."""
    found = gather(tmp_path, "a.csv", READWISE)
    (source,) = found.sources
    document = read(source)
    assert found.problems == ()
    assert stated(document) == {"title": ("The Pier",), "authors": ("Iris Vale",)}
    assert kept(document)[1:] == [(("paragraph"), text) for text in (QUOTED, "It was built in 1901.", "Then it fell.")]
    assert [problem.what for problem in document.problems] == [
        "only what was marked in it; notes of the reader are not shown"
    ]


@pytest.mark.parametrize("service", LISTS)
def test_what_a_list_quotes_of_a_page_is_a_source(tmp_path: Path, service: str) -> None:
    """The addresses of the others are listed together."""
    found = gather(tmp_path, "a.csv", LISTS[service])
    others, quoted = (read(source) for source in found.sources)
    assert found.problems == ()
    assert kept(others) == [("list_item", "Two\nhttps://a.example/2")]
    assert kept(quoted) == [("title", "One"), ("paragraph", QUOTED)]
    assert stated(quoted) == {"title": ("One",), "url": ("https://a.example/1",)}
    assert [problem.what for problem in quoted.problems] == ["only an excerpt; the page was not fetched"]


@pytest.mark.parametrize(
    ("name", "content", "shown"),
    [
        ("a.csv", POCKET, [("list_item", "One\nhttps://a.example/1"), ("list_item", "https://a.example/2")]),
        ("a.html", PAGE, [("title", "Unread"), ("list_item", "One\nhttps://a.example/1")]),
        ("a.opml", OPML, [("heading", "News"), ("list_item", "Echo\nhttps://a.example/")]),
    ],
)
def test_a_list_of_addresses_is_one_source(tmp_path: Path, name: str, content: str, shown: object) -> None:
    """Nothing is fetched, and the brief says so."""
    (source,) = gather(tmp_path, name, content).sources
    document = read(source)
    assert source.path == name
    assert kept(document) == shown
    assert [problem.what for problem in document.problems] == [ONLY]


def test_wallabag_keeps_its_texts_as_html(tmp_path: Path) -> None:
    """Each is read as a page is."""
    row = {
        "is_archived": 1,
        "title": "The pier",
        "url": "https://echo.example/1",
        "content": f"<p>{QUOTED.replace('long', '<b>long</b>')}</p><ul><li>It fell.</li></ul>",
        "published_at": "2021-05-05T10:00:00+0200",
        "published_by": ["Iris Vale"],
        "domain_name": "echo.example",
    }
    (source,) = gather(tmp_path, "a.json", json.dumps([row])).sources
    document = read(source)
    assert kept(document) == [("title", "The pier"), ("paragraph", QUOTED), ("list_item", "It fell.")]
    assert stated(document) == {
        "title": ("The pier",),
        "published": ("2021-05-05",),
        "url": ("https://echo.example/1",),
        "authors": ("Iris Vale",),
        "publisher": ("echo.example",),
    }


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.csv", READWISE.split("\n")[0] + "\n", "nothing is marked in it"),
        ("a.csv", POCKET.split("\n")[0] + "\nOne,nowhere,1,,\n", "it holds no web address"),
    ],
)
def test_an_empty_list_is_told_in_a_line(tmp_path: Path, name: str, content: str, what: str) -> None:
    """It costs its file only."""
    assert [problem.what for problem in gather(tmp_path, name, content).problems] == [what]


@pytest.mark.parametrize("content", ["<opml/>", "<rss/>", "<opml>", '<opml><body><outline text="a"/></body></opml>'])
def test_an_outline_without_addresses_is_told_in_a_line(tmp_path: Path, content: str) -> None:
    """Broken, of another kind, or with words only."""
    (source,) = gather(tmp_path, "a.opml", content).sources
    with pytest.raises(SourceError, match=r"a\.opml: (?:it|its) "):
        read(source)
