"""Files of a small collection that no editor writes: made here, so that a difference of them can be read."""

from tests.readers.making import docx, epub, odt, pdf, word_paragraph

_HEAD = "Yard of Norby stops work"
_LINES = (
    "The yard of Norby stopped all work on Wednesday, its owner Rolf Hale",
    "said. Two hundred workers were sent home; none of them had been paid since the be-",
    'ginning of May. "We have no money," Hale told the Echo.',
    "The council will meet on 24 June 2022. Mayor Laura Kemp did not wish to com-",
    "ment.",
)
_SECOND = (
    'Union leader Paul Keane called the owner "a pirate". The union asks the minister,',
    "Robert Kranz, to buy the yard.",
)
_MESSAGES = (
    (
        "Ole Berg <berg@harbour.example>",
        "Wed, 22 Jun 2022 08:00:00 +0100",
        "Yard",
        "The yard of Norby has stopped work.",
    ),
    (
        "Laura Kemp <kemp@council.example>",
        "Wed, 22 Jun 2022 09:00:00 +0100",
        "Re: Yard",
        "Who told you that?\n\n> The yard of Norby has stopped work.",
    ),
    (
        "Ole Berg <berg@harbour.example>",
        "Wed, 22 Jun 2022 10:00:00 +0100",
        "Re: Yard",
        "Its owner, Rolf Hale, said so.\n\n-- \nOle Berg\nHarbour Master",
    ),
)


def make_files() -> dict[str, bytes]:
    """The files by name: pages in print, an office's texts, an e-book and a mailbox."""
    return {
        "yard.pdf": _make_pages(),
        "yard.docx": _make_letter(),
        "yard.odt": _make_text(),
        "yard.epub": _make_book(),
        "yard.mbox": "\n".join(_make_message(*message) for message in _MESSAGES).encode(),
        "yard.rtf": (
            rf"{{\rtf1\ansi\b {_HEAD}\b0\par\par Rolf Hale, owner of the yard of Norby, said "
            r"\ldblquote no\rdblquote .\par}"
        ).encode(),
        "yard.url": b"[InternetShortcut]\r\nURL=https://www.echo.example/2022/06/22/yard\r\n",
    }


def _make_pages() -> bytes:
    """Two pages with a running head, a number, a headline over the text, and two columns on the second."""
    first = [
        (60, 770, 9, "WESTPORT ECHO"),
        (520, 770, 9, "22 June 2022"),
        (60, 720, 20, f"**{_HEAD}"),
        (60, 695, 9, "By Iris Vale"),
    ]
    first += [(60, 660 - 14 * at, 11, line) for at, line in enumerate(_LINES)]
    first += [(60, 560, 13, "**What the union says")]
    first += [(60, 540 - 14 * at, 11, line) for at, line in enumerate(_SECOND)]
    first += [(60, 470, 8, "1 Minutes of the council, 21 June 2022."), (300, 30, 9, "1")]
    left = ["The ferry was to be", "ready in October, said", "Harbour Master Ole Berg.", "Nobody believes it now."]
    right = ['"I will swim," said the', "mayor. Her deputy, Ben", "Ode, will not. He never", "learned it, he says."]
    second = [(60, 770, 9, "WESTPORT ECHO"), (520, 770, 9, "22 June 2022"), (300, 30, 9, "2")]
    second += [(60, 700 - 14 * at, 11, line) for at, line in enumerate(left)]
    second += [(330, 700 - 14 * at, 11, line) for at, line in enumerate(right)]
    second += [
        (60, 600, 11, "- Stones: 12"),
        (60, 585, 11, "- Wood: 9"),
        (60, 555, 11, "Boats"),
        (200, 555, 11, "2021"),
        (300, 555, 11, "98"),
    ]
    return pdf([first, second], title=_HEAD)


def _make_letter() -> bytes:
    numbered = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = "".join(
        row.format(word_paragraph(left), word_paragraph(right)) for left, right in (("Year", "Boats"), ("2021", "98"))
    )
    note = '<w:p><w:r><w:t>Kemp said so.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    changed = (
        '<w:p><w:r><w:t xml:space="preserve">The yard will </w:t></w:r>'
        "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>soon </w:t></w:r></w:ins><w:r><w:t>open.</w:t></w:r></w:p>"
    )
    body = (
        word_paragraph(_HEAD, "Title")
        + word_paragraph("A letter of the owner", "Subtitle")
        + word_paragraph("To the council", "Heading1")
        + word_paragraph("Norby, 22 June 2022")
        + word_paragraph("We stop all work today, said Rolf Hale, owner of the yard.")
        + numbered.format("Stones are dear.")
        + numbered.format("Wood is dearer.")
        + word_paragraph("“No money, no ship,” says Hale.", "Quote")
        + f"<w:tbl>{table}</w:tbl>"
        + note
        + changed
    )
    return docx(body, properties="<dc:title>Letter</dc:title><dc:creator>Rolf Hale</dc:creator>")


def _make_text() -> bytes:
    body = (
        f'<text:h text:outline-level="1">{_HEAD}</text:h><text:p>Rolf Hale<text:line-break/>22 June 2022</text:p>'
        "<text:p>Hale, the owner, said<text:s/>that the yard of Norby had closed.</text:p>"
        "<text:list><text:list-item><text:p>Stones</text:p></text:list-item></text:list>"
    )
    return odt(f"<office:body><office:text>{body}</office:text></office:body>")


def _make_book() -> bytes:
    nav = '<nav><ol><li><a href="c1.xhtml">One</a></li><li><a href="c2.xhtml">Two</a></li></ol></nav>'
    one = "<h1>One: the yard</h1><p>Rolf Hale built his first ship in 1989. “It leaked,” he said.</p>"
    two = (
        "<h1>Two: the ferry</h1><p>In June 2022 the yard of Norby closed. Ole Berg wept.</p>"
        "<aside>A note of the printer.</aside>"
    )
    package = (
        "<dc:title>Ships of Norby</dc:title><dc:creator>Iris Vale</dc:creator>"
        "<dc:publisher>Hale Press</dc:publisher><dc:date>2023-01-05</dc:date><dc:language>en</dc:language>"
    )
    return epub([nav, one, two], package)


def _make_message(sender: str, date: str, subject: str, words: str) -> str:
    head = f"From: {sender}\nTo: news@echo.example\nDate: {date}\nSubject: {subject}"
    return f"From berg@harbour.example Wed Jun 22 08:00:00 2022\n{head}\n\n{words}\n"
