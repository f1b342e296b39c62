"""E-mail: one source a message, with its headers; what is quoted and what is signed is cut."""

from pathlib import Path

import pytest

from generator.readers import collect, read
from tests.readers.making import cuts, document, kept, stated

HEAD = "From: Ann Lee <ann@example.org>\nTo: Bo\nDate: Fri, 07 Jan 2022 23:30:00 -0500\nSubject: The pier\n"


def test_headers_are_metadata_and_text() -> None:
    """The date is the sender's own day."""
    found = document("a.eml", f"{HEAD}\nIt is built.\n")
    assert kept(found) == [("title", "The pier"), ("paragraph", "It is built.")]
    assert stated(found) == {"title": ("The pier",), "authors": ("Ann Lee",), "published": ("2022-01-07",)}
    ((reason, words),) = cuts(found)
    assert reason == "header of the message"
    assert words.splitlines()[0] == "From: Ann Lee <ann@example.org>"


@pytest.mark.parametrize(
    "quoted",
    [
        "> It is.\n> Is it?",
        "On Friday, 7 January 2022, Bo wrote:\n> Is it?",
        "On Fri, Jan 7, 2022 at 10:00 AM Bo Berg\n<bo@example.org> wrote:\n\n> Is it?",
        "-----Original Message-----\nFrom: Bo\n\nIs it?",
        "________________________________\nFrom: Bo\nSent: Friday\n\nIs it?",
    ],
)
def test_quoted_replies_are_cut(quoted: str) -> None:
    """By their marks, or by the line that introduces them."""
    found = document("a.eml", f"{HEAD}\nIt is built.\n\n{quoted}\n")
    assert kept(found) == [("title", "The pier"), ("paragraph", "It is built.")]
    assert {reason for reason, _ in cuts(found)[1:]} == {"quoted reply"}


def test_signatures_are_cut() -> None:
    """What stands below a line of two hyphens."""
    found = document("a.eml", f"{HEAD}\nIt is built.\n\n-- \nAnn Lee\nPress office\n")
    assert cuts(found)[1:] == [("signature", "-- \nAnn Lee\nPress office")]


def test_wrapped_lines_are_one_paragraph() -> None:
    """Programs wrap a message at some seventy columns."""
    line = "The council decided on Tuesday to build a second pier in the harbour"
    assert kept(document("a.eml", f"{HEAD}\n{line}\nof Westport.\n"))[1:] == [("paragraph", f"{line}\nof Westport.")]


def test_the_plain_part_counts_and_attachments_are_named() -> None:
    """Without a plain part the HTML part is read."""
    parts = [("text/html", "<p>Rich.</p>"), ("text/plain", "Plain.")]
    for chosen, expected in ((parts, "Plain."), (parts[:1], "Rich.")):
        body = "".join(f"--b\nContent-Type: {kind}\n\n{text}\n" for kind, text in chosen)
        found = document("a.eml", f"Content-Type: multipart/alternative; boundary=b\n\n{body}--b--\n")
        assert kept(found) == [("paragraph", expected)]
    attached = (
        '--b\n\nText.\n--b\nContent-Type: image/png\nContent-Disposition: attachment; filename="a.png"\n\nx\n--b--\n'
    )
    found = document("a.eml", f"Content-Type: multipart/mixed; boundary=b\n\n{attached}")
    assert [problem.what for problem in found.problems] == ["attachments were not read: a.png"]


@pytest.mark.parametrize(
    "header",
    [
        "From: =?utf-8?q?=00=0a?= <a@b>",
        "Subject: =?x-unknown?q?a?=",
        "Date: not a day",
        "Date: Fri, 99 Jan 2022 99:99:99 +9999",
        'Content-Type: text/plain; charset="bogus-8"',
        "Content-Transfer-Encoding: base64",
        "From: " + "(" * 5000,
    ],
)
def test_a_broken_header_costs_itself_only(header: str) -> None:
    """The text is read all the same."""
    assert document("a.eml", f"{header}\nX-Last: 1\n\nIt is built.").blocks


def test_a_mailbox_is_one_source_a_message(tmp_path: Path) -> None:
    """Each has a path and an address of its own; a line of a text that begins with "From " parts nothing."""
    first = f"From ann Fri Jan  7 10:00:00 2022\n{HEAD}\nFrom here on it is built.\nFrom now on.\n\n"
    second = "From bo Fri Jan  7 11:00:00 2022\nSubject: Thanks\n\nThank you.\n"
    (tmp_path / "box.mbox").write_text(first + second)
    (tmp_path / "box-1.txt").write_text("Another one.")
    found = collect(tmp_path, max_mb=1)
    assert [source.path for source in found.sources] == ["box-1.txt", "box.mbox#1", "box.mbox#2"]
    assert found.sources[2].id == "box-2"
    assert len({source.id for source in found.sources}) == 3
    texts = [kept(read(source)) for source in found.sources[1:]]
    assert texts == [
        [("title", "The pier"), ("paragraph", "From here on it is built."), ("paragraph", "From now on.")],
        [("title", "Thanks"), ("paragraph", "Thank you.")],
    ]


def test_a_sidecar_of_a_mailbox_counts_for_each_message(tmp_path: Path) -> None:
    """As that of any file does."""
    (tmp_path / "box.mbox").write_text("From a\nSubject: One\n\nText.\n")
    (tmp_path / "box.yml").write_text("publisher: The list")
    (source,) = collect(tmp_path, max_mb=1).sources
    assert ("publisher", "sidecar") in [(d.field, d.origin) for d in read(source).declarations]
