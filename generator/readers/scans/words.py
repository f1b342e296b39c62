"""What Tesseract says of a page, made paragraphs: its table of words (TSV) with their places and its certainty of each.

A paragraph of which it is unsure stays in the text as cut; nothing is left out of a sentence or mended in it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import mean, median
from typing import NamedTuple

from generator.model import BlockKind
from generator.readers.pieces import Piece, cut

LEAST_CERTAIN = 70
"""Per cent of certainty, over the words of a page, below which nothing of it is read: photographs have 50 to 55, clean
scans 88 to 95."""
LEAST_WORDS = 5
_LEAST_OF_PARAGRAPH = 60
_WORD = "5"
"""The level of the rows that are words."""
_COLUMNS = 12
_HEADING = 1.35
"""Letters so much higher than most make a heading."""
_LONGEST_HEADING = 200
_MOST_OFTEN = 3
"""Pages on which a line at the edge comes again that is furniture."""
_EDGES = 2
_NUMBER = re.compile(r"(?:page |p\. ?|[-–—] ?)?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?(?: ?[-–—])?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_DIVIDED = re.compile(r"([^\W\d_]{1,40})-\n([^\W\d_]{1,40})")
"""A word that is divided at the end of a line."""
_COMPOUND = re.compile(r"[^\W\d_]{1,40}-[^\W\d_]{1,40}")
_END = re.compile(r"[.!?…][\"”’»)\]]{0,2}(?=\s|\Z)")
_LETTER = re.compile(r"[^\W\d_]{2}")
_BULLETS = frozenset("¢©®«»*•·°¢§oe")
"""What the program takes the bullet of an item for."""
_BULLET = "•"
_LEAST_ITEMS = 2


class Word(NamedTuple):
    """A word of an image."""

    text: str
    certainty: float
    """In per cent, as the program tells it."""
    top: int
    bottom: int


class Paragraph(NamedTuple):
    """Words that belong together, line by line."""

    page: int
    lines: tuple[tuple[Word, ...], ...]

    @property
    def words(self) -> list[Word]:
        """All words in order."""
        return [word for line in self.lines for word in line]

    @property
    def text(self) -> str:
        """The words, a line each."""
        return "\n".join(" ".join(word.text for word in line) for line in self.lines)

    @property
    def height(self) -> float:
        """Of a usual line, in dots."""
        return median(max(w.bottom for w in line) - min(w.top for w in line) for line in self.lines)


class Page(NamedTuple):
    """What stands on one page."""

    number: int
    paragraphs: tuple[Paragraph, ...]

    @property
    def words(self) -> list[Word]:
        """All words in order."""
        return [word for paragraph in self.paragraphs for word in paragraph.words]


def certainty_of(words: Sequence[Word]) -> int:
    """The mean certainty of words, in whole per cent; 0 of none."""
    return int(mean(word.certainty for word in words)) if words else 0


def parse_page(table: bytes, number: int) -> Page:
    """A page from the program's table; rows that are none are left out."""
    rows = (row.split("\t") for row in table.decode("utf-8", "replace").splitlines())
    placed = [(tuple(row[1:5]), word) for row in rows if (word := _read_word(row))]
    paragraphs = list[Paragraph]()
    for _, group in groupby(placed, lambda item: item[0][:3]):
        lines = groupby(group, lambda item: item[0][3])
        paragraphs.append(Paragraph(number, tuple(tuple(word for _, word in line) for _, line in lines)))
    return Page(number, tuple(_part_items(paragraphs)))


def _part_items(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs; where several lines of a page begin with what looks like a bullet, each begins an item."""
    lines = [line for paragraph in paragraphs for line in paragraph.lines]
    if sum(map(_is_item, lines)) < _LEAST_ITEMS:
        yield from paragraphs
        return
    for paragraph in paragraphs:
        run = list[tuple[Word, ...]]()
        for line in paragraph.lines:
            if _is_item(line):
                yield from [paragraph._replace(lines=tuple(run))] if run else []
                run, line = [], (line[0]._replace(text=_BULLET), *line[1:])
            run.append(line)
        yield paragraph._replace(lines=tuple(run))


def _is_item(line: Sequence[Word]) -> bool:
    """Whether a line begins with a sign that stands for a bullet, and then with a capital."""
    return len(line) > 1 and line[0].text in _BULLETS and line[1].text[:1].isupper()


def _read_word(row: Sequence[str]) -> Word | None:
    """The word of a row; None for a row of something else."""
    if len(row) != _COLUMNS or row[0] != _WORD or not row[11].strip():
        return None
    try:
        top, height, certainty = int(row[7]), int(row[9]), float(row[10])
    except ValueError:
        return None
    return Word(row[11].strip(), min(100.0, max(0.0, certainty)), top, top + height)


def find_pieces(pages: Sequence[Page]) -> list[Piece]:
    """The paragraphs of pages as pieces, each with its page and how sure the program is of it."""
    body = _usual_height(pages)
    furniture = _find_furniture(pages)
    made = list[Piece]()
    for paragraph in (paragraph for page in pages for paragraph in page.paragraphs):
        certainty = certainty_of(paragraph.words)
        piece = Piece(_kind_of(paragraph, body), paragraph.text, page=paragraph.page, certainty=certainty)
        reason = furniture.get(piece.text) or _doubt(certainty)
        made.append(cut(piece, reason) if reason else _mark_row(piece))
    compounds = {word for piece in made for word in _COMPOUND.findall(piece.text)}
    joined = list(_join_pages([piece._replace(text=_join_words(piece.text, compounds)) for piece in made]))
    return _mark_title(joined)


def _usual_height(pages: Sequence[Page]) -> float:
    """The height of the lines in which most words stand."""
    heights = [paragraph.height for page in pages for paragraph in page.paragraphs for _ in paragraph.words]
    return median(heights) if heights else 0.0


def _find_furniture(pages: Sequence[Page]) -> dict[str, str]:
    """Why a paragraph at the edge of a page is none of the text, by its words: a number, or it comes again."""
    edges = [p for page in pages for p in {*page.paragraphs[:_EDGES], *page.paragraphs[-_EDGES:]}]
    often = Counter(_DIGITS.sub("#", text) for text in (p.text for p in edges if len(p.lines) == 1))
    found = {p.text: "running head or foot" for p in edges if often[_DIGITS.sub("#", p.text)] >= _MOST_OFTEN}
    return found | {p.text: "page number" for p in edges if _NUMBER.fullmatch(p.text)}


def _doubt(certainty: int) -> str | None:
    return "text recognition (OCR) is unsure of it" if certainty < _LEAST_OF_PARAGRAPH else None


def _kind_of(paragraph: Paragraph, body: float) -> BlockKind:
    """Higher letters make a heading, if there are few of them; a bullet makes an item."""
    if paragraph.text.startswith(_BULLET):
        return "list_item"
    is_short = len(paragraph.text) <= _LONGEST_HEADING and not paragraph.text.endswith((".", ",", ";"))
    return "heading" if is_short and paragraph.height > _HEADING * body else "paragraph"


def _mark_row(piece: Piece) -> Piece:
    """A paragraph of figures is a row of a table."""
    words = piece.text.split()
    is_row = piece.kind == "paragraph" and 2 * sum(_LETTER.search(word) is None for word in words) > len(words)
    return piece._replace(kind="list_item", is_row=True) if is_row else piece


def _join_words(text: str, compounds: set[str]) -> str:
    """The text with divided words made whole: with the hyphen, where the document has it inside a line."""

    def join(match: re.Match[str]) -> str:
        compound = f"{match[1]}-{match[2]}"
        return compound if compound in compounds or not match[2].islower() else match[1] + match[2]

    return _DIVIDED.sub(join, text)


def _join_pages(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces; a sentence that runs over a page ends the paragraph on which it begins; furniture comes behind."""
    last: Piece | None = None
    waiting = list[Piece]()
    for piece in pieces:
        if piece.kind == "boilerplate" and last is not None:
            waiting.append(piece)
            continue
        if last is not None and _goes_on(last, piece):
            tail, rest = _divide(piece.text)
            last = last._replace(text=f"{last.text}\n{tail}")
            if not rest:
                continue
            piece = piece._replace(text=rest)
        if last is not None:
            yield last
        yield from waiting
        last, waiting = piece, []
    yield from [last] if last is not None else []
    yield from waiting


def _goes_on(last: Piece, piece: Piece) -> bool:
    """Whether a sentence of the page before ends in this paragraph."""
    is_text = last.kind == piece.kind == "paragraph" and last.page != piece.page
    return is_text and _END.search(last.text[-4:]) is None and piece.text[:1].islower()


def _divide(text: str) -> tuple[str, str]:
    """The end of the sentence with which a text begins, and what comes behind it."""
    end = _END.search(text)
    return (text[: end.end()], text[end.end() :].strip()) if end else (text, "")


def _mark_title(pieces: list[Piece]) -> list[Piece]:
    """A heading at the head of the first page is the title."""
    kept = [n for n, piece in enumerate(pieces) if piece.kind != "boilerplate"]
    if not kept or pieces[kept[0]].kind != "heading":
        return pieces
    return [piece._replace(kind="title") if n == kept[0] else piece for n, piece in enumerate(pieces)]
