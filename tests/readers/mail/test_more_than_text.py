"""What a mail holds beside its text: attachments, the items of an alert; and who wrote what it passes on."""

import base64
import struct
from pathlib import Path

import pytest

from generator.errors import SourceError
from generator.model import Document
from generator.readers import Collection, collect, read
from generator.readers.mail.rtf_body import unpack
from tests.readers.mail.making import BODY, HEADERS, SUBJECT, outlook
from tests.readers.making import cuts, document, docx, kept, stated, word_paragraph

HEAD = "From: Ann Lee <ann@desk.example>\nDate: Fri, 07 Jan 2022 10:00:00 +0000\nSubject: The pier\n"
PIER = "The council has opened the pier of Westport."
REPORT = docx(word_paragraph("The harbour master has counted forty ships."))


def attached(*files: tuple[str, bytes]) -> str:
    """A mail with these files."""
    parts = [
        f'--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename="{name}"\n'
        f"Content-Transfer-Encoding: base64\n\n{base64.b64encode(content).decode()}\n"
        for name, content in files
    ]
    return f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\n{PIER}\n{''.join(parts)}--b--\n"


def gather(folder: Path, name: str, content: str | bytes) -> Collection:
    """What a folder with one file holds."""
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return collect(folder, max_mb=8)


def test_what_is_attached_and_can_be_read_is_a_source(tmp_path: Path) -> None:
    """With an address of its own, made of its file's name where it has no title; what nobody reads is named."""
    mail = attached(("report.docx", REPORT), ("note.txt", b"Nobody was hurt."), ("a.png", b"x"))
    found = gather(tmp_path, "a.eml", mail)
    assert found.problems == ()
    mine, note, report = found.sources
    assert (mine.path, mine.id) == ("a.eml", "a")
    assert note.id.startswith("note-txt-")
    assert report.path.startswith("a.eml#report-docx-")
    assert report.place == "attached: report.docx"
    assert [kept(read(source)) for source in (note, report)] == [
        [("paragraph", "Nobody was hurt.")],
        [("paragraph", "The harbour master has counted forty ships.")],
    ]
    assert [problem.what for problem in read(mine).problems] == ["attachments were not read: a.png"]


def test_an_attachment_that_is_broken_costs_itself(tmp_path: Path) -> None:
    """One line names it; the mail and its other attachments are read."""
    found = gather(tmp_path, "a.eml", attached(("report.docx", b"PK no archive"), ("note.txt", b"Nobody was hurt.")))
    assert [source.path.partition("-")[0] for source in found.sources] == ["a.eml", "a.eml#note"]
    (problem,) = found.problems
    assert problem.what == "attachment 'report.docx': it is damaged or not what its name says"


def test_what_is_attached_to_messages_of_a_mailbox(tmp_path: Path) -> None:
    """The messages keep their numbers; the same file sent twice counts once."""
    one = f"From ann Fri Jan  7 10:00:00 2022\n{attached(('note.txt', b'Nobody was hurt.'))}\n"
    found = gather(tmp_path, "box.mbox", one + one)
    assert [source.path.partition("-")[0] for source in found.sources] == ["box.mbox#1", "box.mbox#2", "box.mbox#note"]
    assert kept(read(found.sources[2])) == [("paragraph", "Nobody was hurt.")]


def test_a_table_that_is_attached_gives_its_rows(tmp_path: Path) -> None:
    """As in the folder of sources."""
    table = f"title,text,date\nOne,{PIER},2022-01-05\nTwo,Nobody was hurt.,2022-01-06\n"
    found = gather(tmp_path, "a.eml", attached(("rows.csv", table.encode())))
    assert [source.place for source in found.sources] == ["", "attached: rows.csv, row 2", "attached: rows.csv, row 3"]


def item(number: int, excerpt: str = "The town paid for it.") -> str:
    """An item of an alert."""
    url = f"https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://echo.example/{number}&amp;ct=ga"
    return (
        f'<tr itemscope itemtype="http://schema.org/Article"><td><a href="{url}" itemprop="url">'
        f'<span itemprop="name">The <b>pier</b> {number}</span></a><div itemprop="publisher" itemscope '
        f'itemtype="http://schema.org/Organization"><span itemprop="name">Echo</span></div>'
        f'<div itemprop="description">{excerpt}</div><a href="https://www.google.com/alerts">Flag</a></td></tr>'
    )


def alert(*items: str, sender: str = "Google Alerts <googlealerts-noreply@google.com>") -> str:
    """A mail with items."""
    page = f"<html><body><table>{''.join(items)}</table><p>Unsubscribe</p></body></html>"
    head = HEAD.replace("Ann Lee <ann@desk.example>", sender)
    return f"{head}Content-Type: text/html; charset=utf-8\n\n{page}\n"


def test_each_item_of_an_alert_is_a_source(tmp_path: Path) -> None:
    """With the page's own address; the day is that of the alert, so none is stated. It stays when items are added."""
    found = gather(tmp_path, "a.eml", alert(item(1), item(2), item(3, "")))
    one, two = found.sources
    assert found.problems == ()
    assert kept(read(one)) == [("title", "The pier 1"), ("paragraph", "The town paid for it.")]
    assert stated(read(two)) == {"title": ("The pier 2",), "publisher": ("Echo",), "url": ("https://echo.example/2",)}
    assert one.place == "item 1 of the alert of 2022-01-07"
    assert [p.what for p in read(one).problems] == ["only the excerpt that an alert gives; the page was not fetched"]
    more = gather(tmp_path, "a.eml", alert(item(4), item(2), item(1)))
    assert {source.id for source in found.sources} < {source.id for source in more.sources}


def test_alerts_in_a_mailbox(tmp_path: Path) -> None:
    """An item that two of them have counts once."""
    box = "".join(f"From g Fri Jan  7 10:00:00 2022\n{one}\n" for one in (alert(item(1)), alert(item(1), item(2))))
    found = gather(tmp_path, "box.mbox", box)
    assert [stated(read(source))["title"] for source in found.sources] == [("The pier 1",), ("The pier 2",)]


def test_a_mail_with_one_marked_article_stays_a_mail(tmp_path: Path) -> None:
    """It may be the article itself."""
    found = gather(tmp_path, "a.eml", alert(item(1), sender="The Echo <echo@echo.example>"))
    assert [source.path for source in found.sources] == ["a.eml"]


LONG = "Minister Pavlo Hrynko has thanked Dana Simek for her work in the harbour of Westport."


@pytest.mark.parametrize(
    ("head", "sender", "sent"),
    [
        (
            "From: Olga Savchuk [mailto:o@m.example]\nSent: Monday, January 3, 2022 6:12 PM\nTo: Ann",
            "Olga Savchuk",
            "Monday, January 3, 2022 6:12 PM",
        ),
        (
            "Von: Savchuk, Olga <o@m.example>\nGesendet: Montag, 3. Januar 2022 18:12\nAn: Ann",
            "Olga Savchuk",
            "Montag, 3. Januar 2022 18:12",
        ),
        (
            "De : Olga Savchuk\nEnvoyé : lundi 3 janvier 2022\nÀ : Ann\nObjet : Pont",
            "Olga Savchuk",
            "lundi 3 janvier 2022",
        ),
        ("*From:* Olga Savchuk <o@m.example>\n*Date:* 3 January 2022\n*To:* Ann", "Olga Savchuk", "3 January 2022"),
        ("From: <o@m.example>\nDate: 3 January 2022\nTo: Ann", "o@m.example", "3 January 2022"),
    ],
)
def test_of_what_is_forwarded_its_sender_is_the_author(head: str, sender: str, sent: str) -> None:
    """The day of the mail stays its own; that of the inner one is told in the words of the program."""
    found = document("a.eml", f"{HEAD.replace('The pier', 'FW: Pier')}\nSee below.\n\n{head}\n\n{LONG}\n")
    assert stated(found)["authors"] == (sender,)
    assert stated(found)["published"] == ("2022-01-07",)
    assert found.place == f"forwarded; written by {sender}, {sent}"


def test_of_what_is_forwarded_twice_the_longest_counts() -> None:
    """Who only passes it on has written little."""
    inner = (
        "---------- Forwarded message ---------\nFrom: {}\nDate: Monday, January 3, 2022\nSubject: Pier\nTo: Ann\n\n"
    )
    body = f"{inner.format('Bo Ek')}Please see.\n\n{inner.format('Olga Savchuk')}{LONG}\n"
    found = document("a.eml", f"{HEAD.replace('The pier', 'Fwd: Pier')}\n{body}")
    assert stated(found)["authors"] == ("Olga Savchuk",)


def test_who_writes_more_than_he_forwards_stays_the_author() -> None:
    """Then the mail is his."""
    inner = "---------- Forwarded message ---------\nFrom: Olga Savchuk\nDate: Monday\nTo: Ann\n\nHe will.\n"
    found = document("a.eml", f"{HEAD}\n{LONG}\n\n{inner}")
    assert (stated(found)["authors"], found.place) == (("Ann Lee",), "")


def message(values: dict[int, str]) -> Document:
    """A message of Outlook, read."""
    return document("a.msg", outlook(values))


def test_a_message_of_outlook_is_read_as_a_mail() -> None:
    """Headers, text, what is quoted."""
    found = message({HEADERS: HEAD.replace("\n", "\r\n"), SUBJECT: "The pier", BODY: f"{PIER}\r\n\r\n> And why?\r\n"})
    assert stated(found) == {"title": ("The pier",), "authors": ("Ann Lee",), "published": ("2022-01-07",)}
    assert kept(found) == [("title", "The pier"), ("paragraph", PIER)]
    assert ("quoted reply", "> And why?") in cuts(found)


HELLO = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)
"""The example of Microsoft's description of the form: "hello world"."""


def test_a_body_in_the_form_of_outlook_is_read() -> None:
    """Compressed or plain, where the message has no other; a text beside it counts more."""
    plain = rf"{{\rtf1\ansi\ansicpg1252 {PIER}\par}}".encode()
    packed = struct.pack("<IIII", len(plain) + 12, len(plain), 0x414C454D, 0) + plain
    assert unpack(HELLO) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert unpack(HELLO).startswith(unpack(HELLO[:30]) or b"nothing")
    for body, values in ((packed, {SUBJECT: "The pier"}), (HELLO, {SUBJECT: "The pier", BODY: PIER})):
        assert kept(document("a.msg", outlook(values, rtf=body))) == [("title", "The pier"), ("paragraph", PIER)]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "it is no message of Outlook"),
        (b"no message at all", "it is no message of Outlook"),
        (outlook({BODY: PIER})[:700], "it is damaged or not what its name says"),
        (outlook({SUBJECT: "The pier"}), "it has no text"),
        (outlook({SUBJECT: "The pier"}, rtf=b"\1" * 40), "it has no text"),
        (outlook({BODY: PIER}, "Folder"), "it is no message of Outlook"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\xff" * 4096, "it is damaged or not what its name says"),
    ],
)
def test_a_broken_message_of_outlook_is_told_in_a_line(tmp_path: Path, content: bytes, what: str) -> None:
    """It costs its file only."""
    (source,) = gather(tmp_path, "a.msg", content).sources
    with pytest.raises(SourceError) as caught:
        read(source)
    assert what in str(caught.value)
