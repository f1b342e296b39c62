"""PDF: the text page by page in reading order, with running heads and page numbers labelled."""

import re
from collections.abc import Iterator, Sequence

import pypdfium2

from generator.readers.page_edges import find_edges
from generator.readers.paragraphs import Line, join_lines
from generator.readers.pieces import Extract, Piece, UnreadableError, cut, title_if_shown

_PASSWORD = "encrypted: it wants a password"
_LINE = re.compile(r"[^\r\n]+")
_HYPHENATED = re.compile("([^\\W\\d_]{1,40})[\ufffe\u0002]([^\\W\\d_]{1,40})")
"""A word that was divided at the end of a line: PDFium puts one of these marks for hyphen and line end."""
_COMPOUND = re.compile(r"[^\W\d_]{1,40}-[^\W\d_]{1,40}")
_BODY_SHARE = 1.15
"""Letters so much larger than those of most of the text make a heading."""
_BODY_PART = 0.25
"""Small print does not make a heading of everything else."""
_LONGEST_HEADING = 200


def extract_pdf(content: bytes) -> Extract:
    """The text of a PDF. Raises UnreadableError where it is encrypted, damaged or has no text."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error):
            raise UnreadableError(_PASSWORD, "save a copy without one") from error
        raise UnreadableError("it is damaged or no PDF", "open it in its own program and save it again") from error
    pages = [list(_read_lines(document, number)) for number in range(len(document))]
    if not any(pages):
        fault = "there is no text in this PDF: its pages are images"
        raise UnreadableError(fault, "run text recognition (OCR) over it first, for example with OCRmyPDF")
    pieces = _find_pieces(_join_words(pages))
    title = document.get_metadata_dict().get("Title")
    empty = [str(number) for number, lines in enumerate(pages, 1) if not lines]
    notes = (f"no text on page {', '.join(empty[:20])}: images only",) if empty else ()
    return Extract(tuple(pieces), tuple(title_if_shown(title, pieces)), notes)


def _read_lines(document: pypdfium2.PdfDocument, number: int) -> Iterator[Line]:
    """The lines of a page with their places."""
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return
    count = text_page.count_chars()
    text = text_page.get_text_range() if count else ""
    for match in _LINE.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            at = (start, start + len(words) // 2, start + len(words) - 1)
            yield _place(words, number + 1, [text_page.get_charbox(min(n, count - 1), loose=True) for n in at])
    text_page.close()
    page.close()


def _place(words: str, page: int, boxes: Sequence[tuple[float, float, float, float]]) -> Line:
    """A line from the places (left, bottom, right, top) of its first, middle and last character."""
    first, _, last = boxes
    left, right = min(first[0], last[0]), max(first[2], last[2])
    height = sorted(top - bottom for _, bottom, _, top in boxes)[1]
    return Line(words, page, left, right, first[3], min(first[1], last[1]), height)


def _join_words(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages with divided words made whole: with the hyphen, where the document has it inside a line."""
    compounds = {word for lines in pages for line in lines for word in _COMPOUND.findall(line.text)}

    def join(match: re.Match[str]) -> str:
        compound = f"{match[1]}-{match[2]}"
        kept = compound in compounds or not match[2].islower()
        return compound if kept else match[1] + match[2]

    return [[line._replace(text=_restore(_HYPHENATED.sub(join, line.text))) for line in lines] for lines in pages]


def _restore(text: str) -> str:
    """A hyphen for each mark that parts anything but words."""
    return text.replace("\ufffe", "-").replace("\u0002", "-")


def _find_pieces(pages: Sequence[Sequence[Line]]) -> list[Piece]:
    """The text as pieces; what stands at the edge of a page comes after the paragraph that runs over the page."""
    edges = find_edges(pages)
    body = _body_height([line for lines in pages for line in lines])
    pieces: list[Piece] = []
    for run in join_lines([line for lines in pages for line in lines if line not in edges]):
        pieces.append(_piece(run, body))
    for line, reason in edges.items():
        at = next((n for n, piece in enumerate(pieces) if (piece.page or 0) > line.page), len(pieces))
        pieces.insert(at, cut(Piece("paragraph", line.text, page=line.page), reason))
    return _mark_title(pieces, pages, body)


def _body_height(lines: Sequence[Line]) -> float:
    """The height of the letters of the text: the largest of those in which a good part of it is set."""
    weights: dict[float, int] = {}
    for line in lines:
        weights[round(line.height, 1)] = weights.get(round(line.height, 1), 0) + len(line.text)
    least = min(_BODY_PART * sum(weights.values()), max(weights.values()))
    return max(height for height, weight in weights.items() if weight >= least)


def _piece(run: Sequence[Line], body: float) -> Piece:
    text = "\n".join(line.text for line in run)
    if run[0].height > _BODY_SHARE * body and len(text) <= _LONGEST_HEADING:
        return Piece("heading", text, page=run[0].page)
    return Piece("list_item" if run[0].is_marked else "paragraph", text, page=run[0].page)


def _mark_title(pieces: list[Piece], pages: Sequence[Sequence[Line]], body: float) -> list[Piece]:
    """The first heading in the largest letters of the first page with text is the title."""
    first = next(lines for lines in pages if lines)
    largest = max(line.height for line in first)
    shown = next(line.text for line in first if line.height == largest)
    is_title = [piece.kind == "heading" and piece.text.startswith(shown) for piece in pieces]
    if largest <= _BODY_SHARE * body or True not in is_title[:5]:
        return pieces
    at = is_title.index(True)
    return [*pieces[:at], pieces[at]._replace(kind="title"), *pieces[at + 1 :]]
