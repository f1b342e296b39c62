"""What stands at the edge of the pages and is no part of the text: running heads and feet, page numbers."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from generator.readers.paragraphs import Line

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
        elif line.page in full and on_pages[key] >= least and key.strip("#") and not _NUMBER.fullmatch(line.text):
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
