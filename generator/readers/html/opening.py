"""What stands between the headline of a page and its article: standfirst, day and authors; all else is outside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.language.wording import FULL_DATE, date_of, find_byline, find_chrome, find_date_line, find_opening_date
from generator.readers.html.looks import OUTSIDE, PROSE, attribute, ends_sentence, squeeze
from generator.readers.html.visible import Seen
from generator.readers.pieces import Piece, Stated, cut
from generator.text.wordlists import load_set

_STANDFIRST = re.compile(
    r"(?:stand-?first|\blead\b|-lead\b|__lead\b|vorspann|\bintro|__intro|-intro|abstract|\bdek\b|-dek\b|__dek\b|sub-?(?:title|headline)|"
    r"excerpt|teaser-?text|article-?summary|entradilla|chapo|chapeau|sommario|ingress)",
    re.IGNORECASE,
)
"""How pages class what sums an article up under its headline."""
_SAME_WORDS = 0.6
_SUMMING, _LONGEST_SUMMING, _SHORT_LABEL = 45, 500, 25
"""Characters of a line that sums an article up, at least and at most, and of a label over it."""
_SHORTEST_CLASSED = 25
"""Characters of a line that is classed as one that sums up."""
_REACH, _FAR = 2, 5
"""Pieces under the headline that are looked at; so many where a whole sentence stands in a paragraph."""
_NO_SUMMING = re.compile(
    r"photo|picture by|copyright|©|®|\bfoto\b|getty|reuters|\(AP\b|\bimage[s:]|[Bb]ild:| \| |\d{1,2}[:h]\d{2}|https?:|"
    r"newsletter|subscri|abonn|cookie|facebook|whats\s?app",
    re.IGNORECASE,
)
"""What says that a line is of a picture, or calls upon the reader."""
_TEXT_TAGS = frozenset({"p", "div", "h2", "h3", "span", "section", "strong"})
_BORDERS = " ,|•·/–—-\u00a0"
_LONGEST_LINE = 120
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Opening:
    """What the page states about the lines above its article."""

    title: str | None
    authors: tuple[str, ...]
    description: str | None

    @classmethod
    def of(cls, stated: Sequence[Stated], description: str | None) -> "Opening":
        """From the stated metadata."""
        values = {item.field: item.values for item in stated}
        return cls(values.get("title", (None,))[0], values.get("authors", ()), description)


def label_opening(piece: Piece, opening: Opening) -> Iterator[Piece]:
    """A piece between the headline and the article: standfirst, date and authors belong to it, all else does not."""
    text = piece.text
    author = next((name for name in opening.authors if text.startswith(name)), None)
    rest = text[len(author) :].lstrip(_BORDERS) if author else ""
    if squeeze(text) == squeeze(opening.description or ""):
        yield piece._replace(kind="standfirst")
    elif find_date_line(text):
        yield piece._replace(kind="dateline")
    elif find_byline(text) or (author and not rest):
        yield piece._replace(kind="byline")
    elif (date := _find_date(text, opening.authors)) is not None:
        yield _beside_date(piece, text[: date.start()])
        yield piece._replace(kind="dateline", text=date[0], code=())
        yield _beside_date(piece, text[date.end() :])
    elif (line := find_opening_date(text)) is not None and line.label != "updated":
        yield piece._replace(kind="dateline")
    else:
        yield cut(piece, OUTSIDE)


def is_standfirst(item: Seen, opening: Opening) -> bool:
    """Whether a piece between headline and article sums it up, by its class or in the words of the description."""
    text = item.piece.text
    if item.piece.kind not in ("paragraph", "heading") or not ends_sentence(text) or text.endswith(("...", "…")):
        return False
    own, said = set(_WORD.findall(text.casefold())), set(_WORD.findall((opening.description or "").casefold()))
    if len(text) >= PROSE and said and len(own & said) >= _SAME_WORDS * min(len(own), len(said)):
        return True
    names = (item.classes or "", attribute(item.parent, "class"))
    return len(text) >= _SHORTEST_CLASSED and any(_STANDFIRST.search(name) for name in names)


def find_summing(seen: Sequence[Seen], title: int | None, prose: int) -> int | None:
    """The piece right under the headline that sums the article up: labels, a day or a picture may stand between."""
    under = range(title + 1, min(title + _FAR + 1, prose)) if title is not None else ()
    for n in under:
        is_near = n <= (title or 0) + _REACH
        if _sums_up(seen[n], seen[n - 1], is_near=is_near):
            return n
        if not (_is_line_between(seen[n].piece.text) or _is_of_picture(seen[n])):
            return None
    return None


def _sums_up(item: Seen, before: Seen, *, is_near: bool) -> bool:
    """Whether a piece sums an article up: a sentence, or a line that belongs to the headline by its place."""
    text, kind = item.piece.text, item.piece.kind
    is_text = item.region is None and kind in ("paragraph", "heading") and item.tag in _TEXT_TAGS
    is_line = is_text and _SUMMING <= len(text) <= _LONGEST_SUMMING and not _is_line_between(text)
    if not is_line or _NO_SUMMING.search(text) or find_chrome(text) is not None:
        return False
    is_sentence = len(text) >= PROSE and ends_sentence(text)
    is_at_headline = item.tag in ("h2", "p") or item.parent is before.parent
    return (is_sentence or is_at_headline) if is_near else is_sentence and item.tag == "p"


def _is_of_picture(item: Seen) -> bool:
    """Whether a piece is the caption or the credit of a picture."""
    return item.piece.kind == "caption" or _NO_SUMMING.search(item.piece.text) is not None


def _is_line_between(text: str) -> bool:
    """Whether a line between headline and standfirst is a label, a day or a byline."""
    is_short = len(text) <= _SHORT_LABEL
    return is_short or bool(find_byline(text) or find_date_line(text) or find_opening_date(text))


def _find_date(text: str, authors: Sequence[str]) -> re.Match[str] | None:
    """The only date of a line in which besides it stand the authors and such words as "posted" and "min read"."""
    dates = list(FULL_DATE.finditer(text)) if len(text) <= _LONGEST_LINE else []
    if len(dates) != 1 or date_of(dates[0]) is None:
        return None
    parts = text[: dates[0].start()].strip(_BORDERS), text[dates[0].end() :].strip(_BORDERS)
    unknown = " ".join(part for part in parts if not find_byline(part)).lower()
    known = load_set("opening_words.txt") | set(_WORD.findall(" ".join(authors).lower()))
    return dates[0] if known.issuperset(_WORD.findall(unknown)) else None


def _beside_date(piece: Piece, text: str) -> Piece:
    """What stands before or after the date: who wrote it, or nothing that matters."""
    words = text.strip(_BORDERS)
    if find_byline(words):
        return piece._replace(kind="byline", text=words, code=())
    return cut(piece._replace(text=text, code=()), OUTSIDE)
