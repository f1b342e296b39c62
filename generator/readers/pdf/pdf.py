"""PDF: the text page by page in reading order, with running heads and page numbers labelled.

Running heads and feet and page numbers stand at the edge; a table is lines that wide gaps part into columns. Most
programs draw a page as it is read, and nothing tells columns better. Forms and slides are drawn in any order; their
lines are sorted by cutting the page at its white space (G. Nagy and S. Seth, Hierarchical representation of optically
scanned documents, ICPR 1984).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

import pypdfium2

from generator.readers.pdf.lines import DIVIDED, Line, join_lines, read_lines
from generator.readers.pieces import Extract, Piece, UnreadableError, cut, make_rows, title_if_shown

_MANY = 3
"""A line of so many columns makes a table with any other line that has some."""
_SAME_PLACE = 0.5


def find_rows(lines: Sequence[Line]) -> Iterator[tuple[list[Line], bool]]:
    """The lines in runs: those of text, and (True) those of tables."""
    found = [_is_row(lines, n) for n in range(len(lines))]
    for is_table, run in groupby(range(len(lines)), found.__getitem__):
        yield [lines[n] for n in run], is_table


def _is_row(lines: Sequence[Line], n: int) -> bool:
    """Whether a line is one of a table: beside another with many columns, or with one at the same place."""
    line = lines[n]
    beside = [lines[m] for m in (n - 1, n + 1) if 0 <= m < len(lines) and lines[m].page == line.page]
    return bool(line.columns) and any(_fit(line, other) for other in beside if other.columns)


def _fit(line: Line, other: Line) -> bool:
    """Whether two lines with columns may be rows of one table."""
    if max(len(line.columns), len(other.columns)) >= _MANY:
        return True
    places = [column.left for column in other.columns[1:]]
    return any(abs(column.left - left) < _SAME_PLACE * line.height for column in line.columns[1:] for left in places)


_JUMPS_LIMIT = 50
"""Jumps of a page that are looked at: each is held against all lines before it."""
_LEAST = 2
"""So many lines that stand above one before them show that the page was not drawn as it is read."""
_SIDE_LINES, _SIDE_LENGTH = 3, 20
"""Lines of a column of text, and their mean length; a column of a table has shorter ones."""
_DEEPEST = 40


def order_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines of one page in the order in which they are read."""
    return list(lines) if _count_misplaced(lines) < _LEAST else _cut(lines, _DEEPEST)


def _count_misplaced(lines: Sequence[Line]) -> int:
    """The lines drawn after one that stands below them in the same column; the first jumps only."""
    jumps = [n for n in range(1, len(lines)) if lines[n].bottom >= lines[n - 1].top - 0.3 * lines[n].height]
    return sum(any(_is_below(line, lines[n]) for line in lines[:n]) for n in jumps[:_JUMPS_LIMIT])


def _is_below(line: Line, other: Line) -> bool:
    """Whether a line stands below another and under some of its words."""
    return line.top <= other.bottom + 0.3 * other.height and line.left < other.right and other.left < line.right


def _cut(lines: Sequence[Line], depth: int) -> list[Line]:
    """Columns of text one after the other, else what stands over the widest gap before what stands under it."""
    by_height = sorted(lines, key=lambda line: (-line.top, line.left))
    if len(lines) < 2 or not depth:
        return by_height
    sides = _split_columns(lines)
    if sides:
        return _cut(sides[0], depth - 1) + _cut(sides[1], depth - 1)
    gap, at = 0.0, 0
    floor = by_height[0].bottom
    for n, line in enumerate(by_height[1:], 1):
        if floor - line.top > gap:
            gap, at = floor - line.top, n
        floor = min(floor, line.bottom)
    return _cut(by_height[:at], depth - 1) + _cut(by_height[at:], depth - 1) if at else by_height


def _split_columns(lines: Sequence[Line]) -> tuple[list[Line], list[Line]] | None:
    """The lines left and right of a gutter that runs through all of them, if both are columns of text."""
    by_left = sorted(lines, key=lambda line: line.left)
    reach = by_left[0].right
    for before, after in pairwise(by_left):
        reach = max(reach, before.right)
        if after.left - reach > 0.5 * after.height:
            at = by_left.index(after)
            sides = by_left[:at], by_left[at:]
            if all(_is_column(side) for side in sides):
                return sides
    return None


def _is_column(lines: Sequence[Line]) -> bool:
    return len(lines) >= _SIDE_LINES and sum(len(line.text) for line in lines) >= _SIDE_LENGTH * len(lines)


_EDGE_LINES = 2
"""Lines at the top and at the bottom of a page that may be furniture."""
_MOST_WORDS = 14
"""In a line that stands at the edge of each page; sentences have more."""
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[\[(–—-]?\s?(?:(?P<word>page|p\.|seite|página|pagina|pág\.)\s?)?(?P<number>\d{1,4})"
    r"(?:\s?(?:of|/|von|de|di|sur)\s?\d{1,4})?\s?[\])–—-]?",
    re.IGNORECASE,
)
HEAD, NUMBER = "running head or foot", "page number"


def find_edges(pages: Sequence[Sequence[Line]]) -> Mapping[Line, str]:
    """The furniture of all pages, in order, each line with the reason."""
    edges = {line: _key(line) for lines in pages for line in _edge_lines(lines) if not _is_running_text(line.text)}
    on_pages = Counter(key for key, _ in {(key, line.page) for line, key in edges.items()})
    least = 2 if len(pages) <= 3 else 3
    numbers = _find_numbers(edges) | {line for lines in pages for line in _stands_alone(lines)}
    found = {}
    # What is all that a page says is no furniture.
    full = {line.page for lines in pages for line in lines if line not in edges}
    for line, key in edges.items():
        if line in numbers:
            found[line] = NUMBER
            continue
        has_words = bool(key.strip("#")) and not _NUMBER.fullmatch(line.text)
        if has_words and line.page in full and on_pages[key] >= least:
            found[line] = HEAD
    return found


def _edge_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines at the top and at the bottom of a page; fewer of a page that has hardly more."""
    by_height = sorted(lines, key=lambda line: -line.top)
    count = _EDGE_LINES if len(lines) > 2 * _EDGE_LINES else 1
    return by_height[:count] + by_height[count:][-count:]


def _is_running_text(text: str) -> bool:
    """Whether a line looks like one of a paragraph."""
    return len(text.split()) > _MOST_WORDS or (text[:1].islower() and " " in text)


def _stands_alone(lines: Sequence[Line]) -> list[Line]:
    """A number below everything else on the page, with white space above it."""
    lowest = sorted(lines, key=lambda line: line.top)[:2]
    if len(lines) < 3 or not lowest[0].text.isdecimal() or len(lowest[0].text) > 4:
        return []
    return lowest[:1] if lowest[1].bottom - lowest[0].top > lowest[0].height else []


def _key(line: Line) -> str:
    """What running heads have in common from page to page: all but the numbers."""
    return _DIGITS.sub("#", "".join(line.text.split()).casefold())


def _find_numbers(edges: Mapping[Line, str]) -> set[Line]:
    """The lines that count the pages: their number grows with the page, or they say that they are one."""
    matches = {line: match for line in edges if (match := _NUMBER.fullmatch(line.text))}
    steps = Counter(int(match["number"]) - line.page for line, match in matches.items())
    return {
        line
        for line, match in matches.items()
        if match["word"] or int(match["number"]) == line.page or steps[int(match["number"]) - line.page] > 1
    }


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
    """The text of a PDF, and which pages have none. Raises UnreadableError where it is encrypted or damaged."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error):
            raise UnreadableError(_PASSWORD, "save a copy without one") from error
        raise UnreadableError("it is damaged or no PDF", "open it in its own program and save it again") from error
    pages = [list(read_lines(document, number)) for number in range(len(document))]
    scanned = tuple(number for number, lines in enumerate(pages, 1) if not lines)
    if not any(pages):
        return Extract((), scanned=scanned)
    pieces = _find_pieces(_join_words(pages))
    title = document.get_metadata_dict().get("Title")
    return Extract(tuple(pieces), tuple(title_if_shown(title, pieces)), scanned=scanned)


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
