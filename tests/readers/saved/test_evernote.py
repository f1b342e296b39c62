"""Notes of Evernote: each is a source, as its author meant it to be seen."""

from pathlib import Path

import pytest

from generator.readers import collect, read
from tests.readers.making import kept, stated

HEAD = '<?xml version="1.0"?><!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd"><en-export>'
NOTE = (
    '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd">'
    "<en-note><div>Ann Bell opened the pier &amp; the quay.</div><div><en-todo/>Call her.</div>"
    '<div>It is <en-crypt hint="me">c2VjcmV0</en-crypt>open.</div><en-media type="image/jpeg" hash="ab"/></en-note>'
)
FILE = '<resource><data encoding="base64">' + "QUJD" * 4_000_000 + "</data></resource>"


ENTITY = '<!DOCTYPE a [<!ENTITY b "c">]>'


def note(title: str, content: str, attributes: str = "<author>Tara Quill</author>", file: str = "") -> str:
    """A note of an export."""
    return (
        f"<note><title>{title}</title><content><![CDATA[{content}]]></content><created>20210505T143000Z</created>"
        f"<note-attributes>{attributes}</note-attributes>{file}</note>"
    )


def test_each_note_is_a_source(tmp_path: Path) -> None:
    """What is encrypted stays so; an attached file of any size costs nothing; an empty note is none."""
    notes = note("The pier", NOTE, file=FILE) + note("Empty", "<en-note/>") + note("Two", "<p>It fell.</p>")
    (tmp_path / "a.enex").write_text(f"{HEAD}{notes}</en-export>")
    found = collect(tmp_path, max_mb=32)
    assert found.problems == ()
    pier, two = (read(source) for source in found.sources)
    assert kept(pier) == [
        ("title", "The pier"),
        ("paragraph", "Ann Bell opened the pier & the quay."),
        ("paragraph", "Call her."),
        ("paragraph", "It is open."),
    ]
    assert stated(pier) == {"title": ("The pier",), "published": ("2021-05-05",), "authors": ("Tara Quill",)}
    assert (pier.place, two.place) == ("note 1", "note 3")


def test_a_page_that_was_kept_has_no_day(tmp_path: Path) -> None:
    """The note's day and author are those of whoever kept it."""
    clip = note("Clip", "<en-note><p>It fell.</p></en-note>", "<source-url>https://echo.example/1</source-url>")
    (tmp_path / "a.enex").write_text(f"{HEAD}{clip}</en-export>")
    (source,) = collect(tmp_path, max_mb=1).sources
    assert stated(read(source)) == {"title": ("Clip",), "url": ("https://echo.example/1",)}
    assert source.place == "note 1, kept on 2021-05-05"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("", "its XML is damaged"),
        (f"{HEAD}<note>", "its XML is damaged"),
        ("<notes/>", "it is no export of Evernote"),
        (f"{HEAD}{note('Empty', '<en-note/>')}</en-export>", "no note in it has a text"),
        (
            f"{ENTITY}<en-export><note><content>&b;</content></note></en-export>",
            "no note in it has a text",
        ),
        (f"{HEAD}{'<note>' * 300_000}", "its XML is damaged"),
    ],
)
def test_a_broken_export_is_told_in_a_line(tmp_path: Path, content: str, what: str) -> None:
    """It costs its file only."""
    (tmp_path / "a.enex").write_text(content)
    found = collect(tmp_path, max_mb=8)
    assert (found.sources, [problem.what for problem in found.problems]) == ((), [what])
