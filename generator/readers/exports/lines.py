"""The lines of a file in the order in which a reader sees them, for looking for marks: without what makes reading a
page or a Word document slow, so that a thousand articles take seconds.
"""

import re
from collections.abc import Iterator
from typing import Any

from striprtf.striprtf import rtf_to_text

from generator.readers.html.page import decode_html, parse_html
from generator.readers.html.visible import find_seen
from generator.readers.office.documents import DOCUMENT
from generator.readers.office.packages import refuse_declarations
from generator.readers.pieces import Piece, UnreadableError, open_archive, parse_xml, read_member
from generator.readers.plain.text import find_blocks
from generator.text.decoding import UndecodableError, decode

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t"}
_RTF_PART = re.compile(
    r"\\u-?\d{1,6} ?[^\\{}\r\n]?|"
    r"\\[a-z]{1,32}-?\d{0,10} ?|\\'[0-9a-fA-F]{2}|\\.|(?P<run>[^\\{}\r\n\x80-\U0010ffff]{4,})"
)
"""A control of Rich Text, with the letter that stands in for a character; or a run of letters that mean themselves."""
_FIRST_PRIVATE, _MOST_RUNS = 0xF0000, 65_000
_RULE = "_" * 60
"""How a line across the page is written in plain text."""


def lines_of_text(content: bytes) -> list[Piece]:
    """The lines of a plain text; wrapped ones joined. Raises UnreadableError."""
    try:
        text = decode(content).text
    except UndecodableError as error:
        raise UnreadableError(error.fault, error.cure) from error
    return [Piece(block.kind, block.span.of(text)) for block in find_blocks(text)]


def lines_of_rtf(content: bytes) -> list[Piece]:
    """The lines of a Rich Text file."""
    folded, runs = _fold_runs(content.decode("cp1252", "replace"))
    found: str = rtf_to_text(folded, errors="replace")  # type: ignore[no-untyped-call]
    text = found.translate(runs)
    return [Piece("paragraph", line.strip(" \t|")) for line in text.splitlines() if line.strip(" \t|")]


def _fold_runs(text: str) -> tuple[str, dict[int, str]]:
    """The file with one private character for each run of plain letters, and the runs by their characters: the library
    takes a step for each character, which is minutes for a thousand articles.
    """
    runs: dict[int, str] = {}

    def fold(match: re.Match[str]) -> str:
        if match["run"] is None or len(runs) == _MOST_RUNS:
            return match[0]
        sign = _FIRST_PRIVATE + len(runs)
        runs[sign] = match["run"]
        return chr(sign)

    return _RTF_PART.sub(fold, text), runs


def lines_of_page(content: bytes) -> list[Piece]:
    """The visible lines of a page; what it calls a headline is one."""
    tree = parse_html(decode_html(content))
    for element in list(tree.iter("span", "b", "hr")):
        if element.tag == "hr":
            element.tag, element.text = "p", _RULE
        elif "headline" in (element.get("class") or "").lower():
            element.tag = "h1"
    return [seen.piece for seen in find_seen(tree)]


def lines_of_docx(content: bytes) -> list[Piece]:
    """The paragraphs of a Word document. Raises UnreadableError."""
    document = read_member(open_archive(content), DOCUMENT)
    if document is None:
        raise UnreadableError("it is no Word document", "save it again in its program")
    refuse_declarations(document)
    return [piece for paragraph in parse_xml(document).iter(f"{_W}p") if (piece := _paragraph(paragraph)).text]


def _paragraph(paragraph: Any) -> Piece:
    is_cell = next(paragraph.iterancestors(f"{_W}tc"), None) is not None
    return Piece("paragraph", "".join(_texts(paragraph)).strip(), is_row=is_cell)


def _texts(paragraph: Any) -> Iterator[str]:
    """The texts of a paragraph, without those of paragraphs in a box inside it, which come by themselves."""
    for element in paragraph.iter(f"{_W}t", *_SIGNS):
        around = next(element.iterancestors(f"{_W}p", _FALLBACK), None)
        if around is paragraph:
            yield _SIGNS.get(element.tag) or element.text or ""
