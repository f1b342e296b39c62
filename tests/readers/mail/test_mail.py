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


def test_a_signature_ends_where_a_program_goes_on() -> None:
    """What stands behind its next mark is not what the sender signed."""
    part = "-------------- next part --------------"
    found = document("a.eml", f"{HEAD}\nIt is built.\n\n-- \nAnn Lee\n-- \nPress office\n{part}\nAnd open.\n")
    assert kept(found)[1:] == [("paragraph", "It is built."), ("paragraph", "And open.")]
    footer = "_______________________________________________\nHarbour mailing list"
    found = document("a.eml", f"{HEAD}\nIt is built.\n\n-- \nAnn Lee\n-- \nPress office\n{footer}\n")
    assert cuts(found)[1:] == [
        ("signature", "-- \nAnn Lee\n-- \nPress office"),
        ("footer of the mailing list", footer),
    ]


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


OPENED = "Dear Ann,\n\nMinister Pavlo Hrynko has thanked Dana Simek.\n"
ENGLISH = "From: Olga\nSent: Monday, January 3, 2022\nTo: Ann\nSubject: Meeting\n"


def forwarded(subject: str, body: str, kind: str = "plain") -> list[tuple[str, str]]:
    """What is kept of a message below its subject."""
    head = HEAD.replace("The pier", subject)
    return kept(document("a.eml", f"{head}Content-Type: text/{kind}; charset=utf-8\n\n{body}"))[1:]


@pytest.mark.parametrize(
    ("subject", "opening"),
    [
        ("FW: Meeting", f"-----Original Message-----\n{ENGLISH}\n"),
        ("FW: Meeting", f"{ENGLISH}\n"),
        ("FW: Meeting", f"________________________________\n{ENGLISH}\n"),
        ("Fwd: Meeting", f"---------- Forwarded message ---------\n{ENGLISH}\n\n"),
        ("Meeting", f"---------- Forwarded message ---------\n{ENGLISH}\n\n"),
        ("Meeting", "-------- Forwarded Message --------\nSubject: \tMeeting\nDate: \tMonday\nFrom: \tOlga\n\n"),
        ("Meeting", f"----- Forwarded message from Olga <o@m.example> -----\n\n{ENGLISH}\n"),
        ("Fwd: Meeting", f"Begin forwarded message:\n\n{ENGLISH}\n"),
        ("[press] FW: Meeting", f"{ENGLISH}\n"),
        ("WG: Treffen", "Von: Olga\nGesendet: Montag, 3. Januar 2022\nAn: Ann\nBetreff: Treffen\n\n"),
        ("TR : Rencontre", "De\u00a0: Olga\nEnvoyé\u00a0: lundi\nÀ\u00a0: Ann\nObjet\u00a0: Rencontre\n\n"),
        ("TR: Rencontre", "De : Olga\nEnvoyé : lundi 3 janvier 2022\nÀ : Ann\nObjet : Rencontre\n\n"),
        ("RV: Cita", "De: Olga\nEnviado el: lunes, 3 de enero de 2022\nPara: Ann\nAsunto: Cita\n\n"),
        ("FW: Meeting", "*From:* Olga\n*Sent:* Monday\n*To:* Ann\n*Subject:* Meeting\n\n"),
        ("FW: FW: Meeting", f"{ENGLISH.replace('Meeting', 'FW: Meeting')}\n{ENGLISH}\n"),
        ("Fwd: Meeting", f"-- \nAnn Lee\nThe Desk\n\n---------- Forwarded message ----------\n{ENGLISH}\n"),
    ],
)
def test_what_is_forwarded_is_what_a_mail_is_about(subject: str, opening: str) -> None:
    """By the line that opens it or by the subject, in many languages; its headers and signatures are cut."""
    lines = [
        ("paragraph", line) for line in ("See below.", "Dear Ann,", "Minister Pavlo Hrynko has thanked Dana Simek.")
    ]
    assert forwarded(subject, f"See below.\n\n{opening}{OPENED}") == lines


@pytest.mark.parametrize("subject", ["Re: Meeting", "AW: Treffen", "RE: FW: Meeting", "Meeting", "Forward planning"])
@pytest.mark.parametrize("opening", ["-----Original Message-----\n", "________________________________\n", ""])
def test_what_a_reply_quotes_stays_cut(subject: str, opening: str) -> None:
    """Whatever the message that is answered was."""
    assert forwarded(subject, f"I agree.\n\n{opening}{ENGLISH}\n{OPENED}") == [("paragraph", "I agree.")]


def test_of_a_forwarded_thread_the_newest_message_counts() -> None:
    """What it answers has been said before."""
    answered = f"{ENGLISH.replace('Meeting', 'RE: Meeting')}\nHe will come.\n\n{ENGLISH}\nWill he come?\n"
    assert forwarded("FW: Meeting", answered) == [("paragraph", "He will come.")]


@pytest.mark.parametrize(
    "body",
    [
        "> Begin forwarded message:\n>\n> From: Olga\n> Subject: Meeting\n> Date: Monday\n>\n> He will come.\n",
        "Begin forwarded message:\n\n> From: Olga\n> Subject: Meeting\n> Date: Monday\n> \n> He will come.\n",
        "On Mon, Jan 3, 2022, Olga Savchuk wrote:\n> He will come.\n",
    ],
)
def test_marks_of_quotation_are_no_part_of_what_is_forwarded(body: str) -> None:
    """Some programs put them before each line."""
    assert forwarded("Fwd: Meeting", body) == [("paragraph", "He will come.")]


def test_after_the_end_of_what_is_forwarded_the_sender_goes_on() -> None:
    """Where the program marks the end."""
    end = "----- End forwarded message -----"
    body = f"----- Forwarded message from Olga -----\n\n{ENGLISH}\nHe will.\n\n{end}\n\nGood.\n"
    assert forwarded("Meeting", body) == [("paragraph", "He will."), ("paragraph", "Good.")]


@pytest.mark.parametrize(
    ("subject", "html", "expected"),
    [
        (
            "Fwd: A",
            "<div>---------- Forwarded message ---------<br>From: Olga<br>Date: Monday<br>Subject: A</div>",
            "He will.",
        ),
        ("FW: A", "<p><b>From:</b> Olga<br><b>Sent:</b> Monday<br><b>To:</b> Ann<br><b>Subject:</b> A</p>", "He will."),
        ("RE: A", "<p><b>From:</b> Olga<br><b>Sent:</b> Monday<br><b>To:</b> Ann<br><b>Subject:</b> A</p>", None),
        ("Fwd: A", "<div>Begin forwarded message:</div><div>From: Olga</div><div>Date: Monday</div>", "He will."),
    ],
)
def test_forwarded_html_is_read_alike(subject: str, html: str, expected: str | None) -> None:
    """The headers may stand in one block or in several, the text in a quotation."""
    for body in (f"{html}<p>He will.</p>", f"{html}<blockquote><div>He will.</div></blockquote>"):
        found = forwarded(subject, f"<p>See.</p>{body}", kind="html")
        assert found == [("paragraph", "See."), *([("paragraph", expected)] if expected else [])]


def test_the_headers_of_what_a_reply_quotes_are_quoted() -> None:
    """Only what is forwarded has headers of its own."""
    for subject, reason in (("RE: A", "quoted reply"), ("FW: A", "header of the message")):
        head = HEAD.replace("The pier", subject)
        html = f"<p>See.</p><p>{ENGLISH.strip().replace(chr(10), '<br>')}</p><p>He will.</p>"
        found = document("a.eml", f"{head}Content-Type: text/html; charset=utf-8\n\n{html}")
        assert (reason, ENGLISH.strip()) in cuts(found)


def test_an_attached_message_is_read() -> None:
    """With its subject as a heading; what else is attached is named."""
    inner = f"Content-Type: message/rfc822\n\n{HEAD.replace('The pier', 'Meeting')}\nHe will come.\n"
    image = 'Content-Type: image/png\nContent-Disposition: attachment; filename="a.png"\n\nx\n'
    body = f"--b\n\nSee the attached.\n--b\n{inner}--b\n{image}--b--\n"
    found = document("a.eml", f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n{body}")
    assert kept(found)[1:] == [
        ("paragraph", "See the attached."),
        ("heading", "Meeting"),
        ("paragraph", "He will come."),
    ]
    assert [problem.what for problem in found.problems] == ["attachments were not read: a.png"]


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("maya at quay.example (Maya Stone)", "Maya Stone"),
        ("maya at quay.example (=?utf-8?q?M=C3=A1ya?= Stone)", "Máya Stone"),
        ("maya at quay.example", "maya at quay.example"),
        ("maya@quay.example (Maya Stone)", "Maya Stone"),
        ('"Stone, Maya" <maya@quay.example>', "Stone, Maya"),
        ("\"'Maya Stone' via Harbour\" <harbour@lists.example>", "Maya Stone"),
        ("maya@quay.example", "maya@quay.example"),
    ],
)
def test_the_sender_is_named_as_archives_write_it(sender: str, name: str) -> None:
    """Without what a list adds; an address only where there is no name, and never made whole again."""
    assert stated(document("a.eml", f"From: {sender}\nSubject: A\n\nText.\n"))["authors"] == (name,)


@pytest.mark.parametrize(
    "added",
    [
        "-------------- next part --------------\nAn embedded message was scrubbed...\nFrom: Bo\nURL: <http://l.example/1.eml>\n",
        "-------------- next part --------------\nA non-text attachment was scrubbed...\nName: not available\n"
        "Type: text/x\nSize: 195 bytes\nDesc: a key\nURL: <http://l.example/1.bin>\n",
        "_______________________________________________\nHarbour mailing list\nHarbour@lists.example\n",
        "____________________________\nHarbour mailing list -- h@lists.example\nTo unsubscribe send an email to x\n",
        'You received this message because you are subscribed to the Google Groups "harbour" group.\n',
        "-- \nYou received this message because you are subscribed to the Google Groups.\n",
        "------------------------ Yahoo! Groups Sponsor --------------------~-->\nBuy now\n",
        "-----BEGIN PGP SIGNATURE-----\nVersion: x\n\nabc==\n-----END PGP SIGNATURE-----\n",
        "This e-mail and any attachments are confidential.\nIf it is not for you, delete it.\n",
        "Sent from my iPhone\n",
        "________________________________\nThis email has been scanned by the service.\n",
    ],
)
def test_what_programs_add_is_cut(added: str) -> None:
    """Notes of archives, footers of lists, armour, signatures."""
    found = document("a.eml", f"{HEAD}\nIt is built.\n\n{added}")
    assert kept(found) == [("title", "The pier"), ("paragraph", "It is built.")]


@pytest.mark.parametrize(
    "line",
    [
        "The mailing list of the harbour has nine members.",
        "To unsubscribe from the union is not easy, he said.",
        "This message was read in the town hall.",
        "From: here on it is built.",
        "Name: the pier.",
        "----------",
    ],
)
def test_text_that_speaks_of_such_things_stays(line: str) -> None:
    """A footer stands under a rule or says what only footers say."""
    assert kept(document("a.eml", f"{HEAD}\nIt is built.\n\n{line}\n"))[2:] == [("paragraph", line)]


def test_text_between_the_marks_of_pgp_is_read() -> None:
    """What is signed is text, also behind the note of an archive."""
    signed = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA1\n\nIt is built.\n-----BEGIN PGP SIGNATURE-----\n\nabc\n"
    signed += "-----END PGP SIGNATURE-----\n-------------- next part --------------\nAnd open.\n"
    assert kept(document("a.eml", f"{HEAD}\n{signed}"))[1:] == [
        ("paragraph", "It is built."),
        ("paragraph", "And open."),
    ]


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


def test_a_long_name_of_a_mailbox_leaves_room_for_the_number(tmp_path: Path) -> None:
    """In the address of each message."""
    (tmp_path / f"{'harbour-' * 12}.mbox").write_text("From a\nSubject: One\n\nText.\n")
    (source,) = collect(tmp_path, max_mb=1).sources
    assert source.id == f"{('harbour-' * 12)[:50]}-1".replace("--", "-")


def test_a_sidecar_of_a_mailbox_counts_for_each_message(tmp_path: Path) -> None:
    """As that of any file does."""
    (tmp_path / "box.mbox").write_text("From a\nSubject: One\n\nText.\n")
    (tmp_path / "box.yml").write_text("publisher: The list")
    (source,) = collect(tmp_path, max_mb=1).sources
    assert ("publisher", "sidecar") in [(d.field, d.origin) for d in read(source).declarations]
