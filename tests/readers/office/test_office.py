"""Word, OpenDocument, RTF and e-books: what their own programs show, block by block."""

import pytest

from generator.errors import SourceError
from tests.readers.making import archive, cuts, document, docx, epub, kept, odt, stated, word_paragraph


def test_word_paragraphs_headings_and_tables() -> None:
    """The first heading is the title; a row of a table is one piece."""
    rows = "".join(f"<w:tc>{word_paragraph(text)}</w:tc>" for text in ("Pier", "30 million"))
    body = (
        word_paragraph("A second pier", "Heading1")
        + word_paragraph("It is built.")
        + f"<w:tbl><w:tr>{rows}</w:tr></w:tbl>"
    )
    found = document("a.docx", docx(body, properties="<dc:title>A second pier</dc:title><dc:creator>User</dc:creator>"))
    assert kept(found) == [
        ("title", "A second pier"),
        ("paragraph", "It is built."),
        ("list_item", "Pier | 30 million"),
    ]
    assert stated(found) == {"title": ("A second pier",)}


def test_left_over_properties_are_not_believed() -> None:
    """A title that no line shows, and the name of whoever had the program, state nothing."""
    found = document("a.docx", docx(word_paragraph("It is built."), properties="<dc:title>Letter 3</dc:title>"))
    assert stated(found) == {}


def test_opendocument_texts() -> None:
    """Headings, items, rows, white space; comments and deleted text are left out; a note follows its paragraph."""
    note = "<text:note-citation>1</text:note-citation><text:note-body><text:p>N</text:p></text:note-body>"
    rows = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in "ab")
    body = (
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h>A pier</text:h>"
        f"<text:p>It<text:s/>is <office:annotation><text:p>no</text:p></office:annotation><text:span>built</text:span>"
        f"<text:note>{note}</text:note>.</text:p><text:list><text:list-item><text:p>item</text:p></text:list-item></text:list>"
        f"<table:table-row>{rows}</table:table-row>"
    )
    assert kept(document("a.odt", odt(body))) == [
        *(("title", "A pier"), ("paragraph", "It is built."), ("paragraph", "N")),
        *(("list_item", "item"), ("list_item", "a | b")),
    ]


def test_rich_text() -> None:
    """Lines are paragraphs; code pages and Unicode are read; rows of a table are one piece each."""
    content = (
        rb"{\rtf1\ansi\ansicpg1252{\info{\title Caf\'e9}}Caf\'e9\par One \u8220?two\u8221?.\par a\cell b\cell\row}"
    )
    assert kept(document("a.rtf", content)) == [
        *(("paragraph", "Café"), ("paragraph", "One “two”."), ("list_item", "a | b")),
    ]


def test_e_books() -> None:
    """Chapters in the order of the spine; the table of contents is cut; the package states the book."""
    package = "<dc:title>The Pier</dc:title><dc:creator>Ann Lee</dc:creator><dc:date>1949-06-08T00:00:00</dc:date>"
    found = document("a.epub", epub(["<nav>One</nav>", "<h1>One</h1><p>It began.</p>", "<p>It ended.</p>"], package))
    assert kept(found) == [("heading", "One"), ("paragraph", "It began."), ("paragraph", "It ended.")]
    assert cuts(found) == [("table of contents", "One")]
    assert stated(found) == {"title": ("The Pier",), "authors": ("Ann Lee",), "published": ("1949-06-08",)}


ENCRYPTED = "<manifest><file-entry><encryption-data/></file-entry></manifest>"


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("a.docx", b"", "it is damaged or not what its name says"),
        ("a.docx", b"PK\x03\x04 no archive", "it is damaged or not what its name says"),
        ("a.docx", archive({"x": "y"}), "it is no Word document"),
        ("a.docx", docx(word_paragraph("")), "there is no text in it"),
        ("a.odt", archive({"x": "y"}), "it is no OpenDocument text"),
        ("a.odt", odt("", **{"META-INF/manifest.xml": ENCRYPTED}), "encrypted: it wants a password"),
        ("a.odt", archive({"content.xml": "<a><b></a>"}), "its XML is damaged"),
        ("a.rtf", b"text", "it is no Rich Text"),
        ("a.epub", archive({"x": "y"}), "it is no e-book"),
        ("a.url", b"[InternetShortcut]\r\nURL=javascript:x()", "it holds no web address"),
        ("a.webloc", b"<plist><dict></dict></plist>", "it holds no web address"),
        ("a.webloc", b"x", "it is no property list"),
    ],
)
def test_what_cannot_be_read_is_one_line(name: str, content: bytes, line: str) -> None:
    """The fault, and what to do about it."""
    with pytest.raises(SourceError, match=line) as raised:
        document(name, content)
    assert "\n" not in str(raised.value)
    assert raised.value.cure


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.url", b"[InternetShortcut]\r\nURL=https://example.org/a\r\n"),
        ("a.webloc", b"<plist><dict><key>URL</key><string>https://example.org/a</string></dict></plist>"),
    ],
)
def test_a_shortcut_is_an_address_only(name: str, content: bytes) -> None:
    """It has no text of its own, and a note says that nothing was fetched."""
    found = document(name, content)
    assert kept(found) == []
    assert stated(found) == {"url": ("https://example.org/a",)}
    assert [str(problem) for problem in found.problems] == [f"{name}: an address only; the page was not fetched"]
