"""What an extractor finds in a file, before it has its place in a text: plain values that cross a process border.
Rows of tables are shown but are no sentences; program code quotes nobody; archives are opened only where what they
unpack to is bounded.
"""

import io
import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from lxml import etree

from generator.model import Block, BlockKind, Span
from generator.text.wordlists import load_sections

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
"""Controls and half characters, which no text of a page holds and no JSON carries."""


class Piece(NamedTuple):
    """One block before it has its place in the text."""

    kind: BlockKind
    text: str
    reason: str | None = None
    """Why it is boilerplate; None for every other kind."""
    page: int | None = None
    code: tuple[Span, ...] = ()
    """`Document.code`, by places in this text."""
    is_row: bool = False
    certainty: int | None = None
    """`Block.certainty`."""


class Stated(NamedTuple):
    """A piece of metadata as the file's own data states it, not yet checked."""

    field: str
    """A field of `Declaration`."""
    values: tuple[str, ...]
    rule: str = ""
    """The rule that chose it, where the file states several."""


@dataclass(frozen=True, slots=True)
class Extract:
    """All that an extractor finds in one file."""

    pieces: tuple[Piece, ...]
    """In reading order."""
    stated: tuple[Stated, ...] = ()
    """What stands later in the tuple counts more."""
    notes: tuple[str, ...] = ()
    """What was not read, for a person."""
    parts: tuple["Extract", ...] = ()
    """The sources in a file that holds several; then it has no pieces of its own."""
    place: str = ""
    """Where in its file a part stands: "row 17"."""
    scanned: tuple[int, ...] = ()
    """The numbers of pages that are images only, which are still to be read."""


class UnreadableError(Exception):
    """A file that its format's extractor cannot read. `fault` and `cure` are for a person."""

    def __init__(self, fault: str, cure: str, *, late: bool = False) -> None:
        super().__init__(f"{fault}; {cure}")
        self.fault = fault
        self.cure = cure
        self.late = late
        """Whether it only took too long."""


NO_OCR = (
    "install Tesseract, which reads scans (apt install tesseract-ocr, brew install tesseract, or its installer for "
    "Windows), and build again; or make a PDF with a layer of text of it"
)
"""What to do about scans where no program reads them."""


def tell_scanned(extract: Extract) -> Extract:
    """What was found in a file whose scanned pages nobody reads, with a note on them. Raises UnreadableError where it
    has no other page."""
    if not extract.scanned:
        return extract
    if not extract.pieces:
        raise UnreadableError("there is no text in it: it is a scan or a picture", NO_OCR)
    note = f"no text on page {list_numbers(extract.scanned)}: images only; {NO_OCR}"
    return replace(extract, notes=(*extract.notes, note), scanned=())


def list_numbers(numbers: Sequence[int]) -> str:
    """Numbers for a person, the first twenty of them."""
    return ", ".join(map(str, numbers[:20])) + (" …" if len(numbers) > 20 else "")


def fit(text: str) -> str:
    """The text with U+FFFD for what is no text; two halves in a row are one character."""
    if _UNFIT.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _UNFIT.sub("\ufffd", text)


def cut(piece: Piece, reason: str) -> Piece:
    """The piece as boilerplate."""
    return piece._replace(kind="boilerplate", reason=reason)


class Layout(NamedTuple):
    """Pieces in their places."""

    text: str
    blocks: tuple[Block, ...]
    code: tuple[Span, ...]
    """`Document.code`."""


def lay_out(pieces: Iterable[Piece]) -> Layout:
    """The text of all pieces with a blank line between two, and what points into it."""
    texts, blocks, code, at = [], [], list[Span](), 0
    for piece in pieces:
        text = _BLANK_LINES.sub("\n", piece.text.strip())
        if text:
            place = Span(at, at + len(text))
            is_row, certainty = piece.is_row, piece.certainty
            blocks.append(Block(piece.kind, place, piece.reason, piece.page, is_row, certainty=certainty))
            texts.append(text)
            code += [Span(at + start, at + end) for start, end in piece.code if text == piece.text]
            at += len(text) + 2
    return Layout("\n\n".join(texts) + "\n", tuple(blocks), tuple(code))


def title_if_shown(title: str | None, pieces: Sequence[Piece], *, among: int = 12) -> list[Stated]:
    """The title that a document's properties give, if one of its first lines shows the same.

    Properties are often left over from another document; a line that the reader sees confirms them.
    """
    wanted = "".join((title or "").split()).casefold()
    shown = (("".join(piece.text.split()).casefold(), piece.text) for piece in pieces[:among])
    found = next((text for squeezed, text in shown if len(wanted) > 3 and squeezed == wanted), None)
    return [Stated("title", (" ".join(found.split()),))] if found else []


CELL_BORDER = " | "
_PROSE_WORDS = 10
"""A cell with fewer words is a value, whatever it ends with."""
_FULL_STOP = re.compile(r"(?:[^\W\d_]{2}|[\d\"”’»)\]%])[.!?…。！？।؟][\"”’»)\]]{0,3}\Z")
"""The end of a sentence; "U.S." may as well end a name."""
_NO_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
"""Scripts that do not part words by spaces: two characters count for a word."""


class Cell(NamedTuple):
    """A piece with the cell of a table that it stands in."""

    piece: Piece
    cell: int | None
    """Tells the cell from the others; None: it stands in no table."""


def is_prose(text: str) -> bool:
    """Whether the text of a cell reads as a sentence or more."""
    words = len(text.split()) + len(_NO_SPACES.findall(text)) // 2
    return words >= _PROSE_WORDS and _FULL_STOP.search(text.rstrip()) is not None


def make_rows(cells: Iterable[str], *, page: int | None = None) -> Iterator[Piece]:
    """The pieces of one row: what stands beside each other in one, each cell of prose as a paragraph."""
    beside: list[str] = []
    for cell in cells:
        if is_prose(cell):
            yield from _row(beside, page)
            yield Piece("paragraph", cell, page=page)
            beside = []
        elif cell.strip():
            beside.append(cell.strip())
    yield from _row(beside, page)


def _row(cells: Sequence[str], page: int | None) -> Iterator[Piece]:
    if cells:
        yield Piece("list_item", CELL_BORDER.join(cells), page=page, is_row=True)


def label_rows(cells: Sequence[Cell]) -> Iterator[Piece]:
    """The pieces; the short lines of a cell without prose as parts of a row."""
    prose = {item.cell for item in cells if item.cell is not None and is_prose(item.piece.text)}
    for piece, cell in cells:
        is_line = piece.kind in ("paragraph", "list_item") and cell is not None
        yield piece._replace(is_row=True) if is_line and cell not in prose else piece


REASON = "code"
OPEN, CLOSE = "\x01", "\x02"
"""Stand around inline code until the spaces of its block have been folded."""
INLINE = frozenset(dict(load_sections("html_elements.txt"))["code"])
_MARKED = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
_STRING = re.compile("[“”\"„«»‘’'‚‹›「」『』]")
_CLASS = re.compile(r"(?:^|[\s_-])(?:code|source-?code|highlight|hljs|brush|prettyprint|syntax|console)\b")
"""How pages call an element that shows code."""
_SIGN = re.compile(r"[{}\[\]()<>=;\\&$@^~]|(?<=\w)[._:/]+(?=\w)|(?<= )[+*%|](?= )|:$", re.MULTILINE)
"""What programs are full of; a name with dots or bars inside it counts once."""
_CODE_SIGNS = 0.045
"""Signs in each character that is no white space, from which a text reads as code; prose has less than a third."""
_MOST_OF_PAGE = 0.6
_PROSE: frozenset[BlockKind] = frozenset({"paragraph", "list_item", "quotation"})
"""Blocks that can be code; a heading or caption that is written like code stays one."""


class Part(NamedTuple):
    """A piece with what its page says of it."""

    piece: Piece
    preformatted: int | None
    """Tells the element `pre` that holds it from the others; None: it is in none."""
    is_marked: bool
    """Whether all its words stand in elements for code, or its element is called so."""


def find_marked(text: str) -> tuple[str, tuple[Span, ...], bool]:
    """The text without the marks, the inline code in it that holds quotation marks, and whether all of it is code."""
    if OPEN not in text:
        return text.replace(CLOSE, ""), (), False
    parts, spans = list[str](), []
    at = length = 0
    rest = ""
    for match in _MARKED.finditer(text):
        before = text[at : match.start()].replace(OPEN, "").replace(CLOSE, "")
        rest += before
        parts += before, match[1]
        length += len(before) + len(match[1])
        if _STRING.search(match[1]):
            spans.append(Span(length - len(match[1]), length))
        at = match.end()
    after = text[at:].replace(OPEN, "").replace(CLOSE, "")
    return "".join([*parts, after]), tuple(spans), not (rest + after).strip(" \n.,:;|")


def is_called_code(classes: str | None) -> bool:
    """Whether a `class` says that its element shows code."""
    return classes is not None and _CLASS.search(classes[:300].lower()) is not None


def reads_as_code(text: str) -> bool:
    """Whether a text has the signs of a program, not of prose."""
    size = len("".join(text.split()))
    return len(_SIGN.findall(text)) > _CODE_SIGNS * size


def label_code(parts: Sequence[Part]) -> list[Piece]:
    """The pieces; those that are code as boilerplate.

    Preformatted text is code where the page marks it so or it reads so. A page that stands in such elements as a whole
    is a letter, a report or a poem unless it reads as code.
    """
    texts: defaultdict[int, list[str]] = defaultdict(list)
    for part in parts:
        if part.preformatted is not None:
            texts[part.preformatted].append(part.piece.text)
    held = "\n".join(text for own in texts.values() for text in own)
    is_text = len(held) > _MOST_OF_PAGE * sum(len(part.piece.text) for part in parts) and not reads_as_code(held)
    code = {key for key, own in texts.items() if not is_text and reads_as_code("\n".join(own))}
    return [cut(p.piece, REASON) if _is_code(p, code, is_text) else p.piece for p in parts]


def _is_code(part: Part, code: set[int], is_text: bool) -> bool:
    if part.piece.kind not in _PROSE or (part.preformatted is not None and is_text):
        return False
    if part.preformatted is None:
        # An item such as "json()" says as little as any other name.
        return part.is_marked and bool(part.piece.code)
    return part.is_marked or part.preformatted in code


MOST_BYTES = 200 * 1024 * 1024
"""What an archive may unpack to, as its directory declares it; reading stops at what is declared."""
MOST_MEMBERS = 20_000
_SMALLER = "save its text as a .txt file, or take it out"
_ENCRYPTED = 0x1
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, KeyError)
"""What reading a damaged archive raises."""


def open_archive(content: bytes) -> zipfile.ZipFile:
    """The archive. Raises UnreadableError where it is damaged, encrypted or too large."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except BROKEN as error:
        raise UnreadableError("it is damaged or not what its name says", "save it again in its program") from error
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise UnreadableError(f"more than {MOST_MEMBERS:,} files in it", _SMALLER)
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise UnreadableError(f"it unpacks to more than {MOST_BYTES >> 20} MiB", _SMALLER)
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise UnreadableError("encrypted: it wants a password", "save a copy without one")
    return archive


def read_member(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of one member; None where there is none of this name. Raises UnreadableError."""
    try:
        with archive.open(name) as member:
            return member.read(MOST_BYTES)
    except KeyError:
        return None
    except BROKEN as error:
        raise UnreadableError(f"'{name}' in it is damaged", "save it again in its program") from error


def parse_xml(content: bytes) -> Any:
    """The root of an XML document, without entities of its own and without a network. Raises UnreadableError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("its XML is damaged", "save it again in its program") from error
    if root is None:
        raise UnreadableError("its XML is damaged", "save it again in its program")
    return root


def texts_of(root: Any, name: str) -> list[str]:
    """The texts of all elements with this local name, each on one line; empty ones are left out."""
    found = (" ".join("".join(element.itertext()).split()) for element in root.iterfind(f".//{{*}}{name}"))
    return [text for text in found if text]
