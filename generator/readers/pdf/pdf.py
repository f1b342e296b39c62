"""PDF: the text page by page in reading order, with running heads and page numbers labelled."""

import re
from collections.abc import Mapping, Sequence

import pypdfium2

from generator.readers.pdf.layout import find_edges, find_rows, order_lines
from generator.readers.pdf.lines import DIVIDED, Line, join_lines, read_lines
from generator.readers.pieces import Extract, Piece, UnreadableError, cut, make_rows, title_if_shown

_PASSWORD = "encrypted: it wants a password"
_HYPHENATED = re.compile("([^\\W\\d_]{1,40})[\ufffe\u0002]([^\\W\\d_]{1,40})")
"""A word that was divided at the end of a line: PDFium puts one of these marks for hyphen and line end."""
_COMPOUND = re.compile(r"[^\W\d_]{1,40}-[^\W\d_]{1,40}")
_BODY_SHARE = 1.15
"""Letters so much larger than those of most of the text make a heading."""
_BODY_PART = 0.25
"""Small print does not make a heading of everything else."""
_LONGEST_HEADING = 200
_OWN_LINES = 10
"""Lines from which a page has letters of its own; a title page has fewer."""
_MOST_BOLD = 0.3


def extract_pdf(content: bytes) -> Extract:
    """The text of a PDF. Raises UnreadableError where it is encrypted, damaged or has no text."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error):
            raise UnreadableError(_PASSWORD, "save a copy without one") from error
        raise UnreadableError("it is damaged or no PDF", "open it in its own program and save it again") from error
    pages = [list(read_lines(document, number)) for number in range(len(document))]
    if not any(pages):
        fault = "there is no text in this PDF: its pages are images"
        raise UnreadableError(fault, "run text recognition (OCR) over it first, for example with OCRmyPDF")
    pieces = _find_pieces(_join_words(pages))
    title = document.get_metadata_dict().get("Title")
    empty = [str(number) for number, lines in enumerate(pages, 1) if not lines]
    notes = (f"no text on page {', '.join(empty[:20])}: images only",) if empty else ()
    return Extract(tuple(pieces), tuple(title_if_shown(title, pieces)), notes)


def _join_words(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages with divided words made whole: with the hyphen, where the document has it inside a line."""
    hyphenated = (line.text for lines in pages for line in lines if "-" in line.text)
    compounds = {word for text in hyphenated for word in _COMPOUND.findall(text)}

    def join(match: re.Match[str]) -> str:
        compound = f"{match[1]}-{match[2]}"
        kept = compound in compounds or not match[2].islower()
        return compound if kept else match[1] + match[2]

    def mend(line: Line) -> Line:
        if DIVIDED.search(line.text) is None:
            return line
        columns = tuple(column._replace(text=_restore(column.text)) for column in line.columns)
        return line._replace(text=_restore(_HYPHENATED.sub(join, line.text)), columns=columns)

    return [[mend(line) for line in lines] for lines in pages]


def _restore(text: str) -> str:
    """A hyphen for each mark that parts anything but words."""
    return DIVIDED.sub("-", text)


def _find_pieces(pages: Sequence[Sequence[Line]]) -> list[Piece]:
    """The text as pieces; what stands at the edge of a page comes after the paragraph that runs over the page."""
    edges = find_edges(pages)
    bodies = _body_heights(pages)
    has_bold = _has_bold_headings(pages)
    pieces: list[Piece] = []
    ordered = [line for lines in pages for line in order_lines([line for line in lines if line not in edges])]
    for run, is_table in find_rows(ordered):
        if is_table:
            pieces += (row for line in run for row in make_rows([c.text for c in line.columns], page=line.page))
        else:
            pieces += (_piece(lines, bodies[lines[0].page], has_bold) for lines in join_lines(run))
    pieces += (cut(Piece("paragraph", line.text, page=line.page), reason) for line, reason in edges.items())
    # A stable sort: edges come behind what begins on their page.
    pieces.sort(key=lambda piece: piece.page or 0)
    return _mark_title(pieces, pages, bodies)


def _body_heights(pages: Sequence[Sequence[Line]]) -> Mapping[int, float]:
    """For each page with text the height of its letters: that of the whole, or its own where much is set larger."""
    whole = _body_height([line for lines in pages for line in lines])
    return {
        lines[0].page: max(whole, _body_height(lines)) if len(lines) >= _OWN_LINES else whole
        for lines in pages
        if lines
    }


def _has_bold_headings(pages: Sequence[Sequence[Line]]) -> bool:
    """Whether bold lines stand out: they are few."""
    size = sum(len(line.text) for lines in pages for line in lines)
    bold = sum(len(line.text) for lines in pages for line in lines if line.is_bold)
    return bold < _MOST_BOLD * size


def _body_height(lines: Sequence[Line]) -> float:
    """The height of the letters of the text: the largest of those in which a good part of it is set."""
    weights: dict[float, int] = {}
    for line in lines:
        weights[round(line.height, 1)] = weights.get(round(line.height, 1), 0) + len(line.text)
    least = min(_BODY_PART * sum(weights.values()), max(weights.values()))
    return max(height for height, weight in weights.items() if weight >= least)


def _piece(run: Sequence[Line], body: float, has_bold: bool) -> Piece:
    text = "\n".join(line.text for line in run)
    is_bold = (
        has_bold and all(line.is_bold for line in run) and ": " not in text and text[-1] not in ".,;" and len(run) <= 2
    )
    if (run[0].height > _BODY_SHARE * body or is_bold) and len(text) <= _LONGEST_HEADING:
        return Piece("heading", text, page=run[0].page)
    return Piece("list_item" if run[0].is_marked else "paragraph", text, page=run[0].page)


def _mark_title(pieces: list[Piece], pages: Sequence[Sequence[Line]], bodies: Mapping[int, float]) -> list[Piece]:
    """The first heading in the largest letters of the first page with text is the title."""
    first = next(lines for lines in pages if lines)
    largest = max(line.height for line in first)
    shown = next(line.text for line in first if line.height == largest)
    is_title = [piece.kind == "heading" and piece.text.startswith(shown) for piece in pieces]
    if largest <= _BODY_SHARE * bodies[first[0].page] or True not in is_title[:5]:
        return pieces
    at = is_title.index(True)
    return [*pieces[:at], pieces[at]._replace(kind="title"), *pieces[at + 1 :]]
