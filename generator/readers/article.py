"""Which pieces of a web page are its article: the passages that an extractor found, looked up in the page as it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import BlockKind
from generator.readers.pieces import Piece, Stated, cut
from generator.readers.visible import CELL_BORDER, Seen
from generator.text.bylines import find_byline
from generator.text.datelines import find_date_line

OUTSIDE = "outside the article"
_LONG = 25
"""Characters without white space from which a passage is looked up by its words alone."""
_PROSE = 60
"""Characters of a passage that reads like one of an article."""
_BORDERS = " ,|•·/–—-\u00a0"
_BESIDE: frozenset[BlockKind] = frozenset({"heading", "caption", "quotation"})


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


def squeeze(text: str) -> str:
    """The text without white space and cell borders: two tools set these differently."""
    return "".join(text.replace(CELL_BORDER, "").split())


def label_article(seen: Sequence[Seen], article: Sequence[str], opening: Opening) -> list[Piece]:
    """The pieces of the page; those outside of the article as boilerplate with a reason."""
    inside = _find_inside(seen, article)
    title = _find_title(seen, opening.title, max(inside, default=len(seen)))
    first = min(inside - {title}, default=0)
    pieces: list[Piece] = []
    for index, item in enumerate(seen):
        if index == title:
            pieces.append(item.piece._replace(kind="title"))
        elif index in inside:
            pieces.append(item.piece)
        elif not inside:
            pieces.append(cut(item.piece, item.region) if item.region else item.piece)
        elif index < first and item.region is None and (title is None or index > title):
            pieces += _label_opening(item.piece, opening)
        else:
            pieces.append(cut(item.piece, item.region or OUTSIDE))
    return pieces


def _find_inside(seen: Sequence[Seen], article: Sequence[str]) -> set[int]:
    """Which of the pieces belong to the article."""
    passages, whole = set(article), article[0] if article else ""
    squeezed = [squeeze(item.piece.text) for item in seen]
    sure = {n for n, text in enumerate(squeezed) if len(text) >= _LONG and (text in passages or text in whole)}
    if not sure:
        return set()
    first, last = min(sure), max(sure)
    around = {id(seen[n].parent) for n in sure if seen[n].region is None}
    for n in range(first, last + 1):
        short = len(squeezed[n]) < _LONG and squeezed[n] in passages
        if short or (id(seen[n].parent) in around and seen[n].region is None and _is_prose(seen[n].piece)):
            sure.add(n)
    return sure


def _is_prose(piece: Piece) -> bool:
    """Whether a passage beside those of the article reads like one of them."""
    return piece.kind in _BESIDE or (len(piece.text) >= _PROSE and piece.text.rstrip("”\"’')")[-1:] in ".!?…")


def _find_title(seen: Sequence[Seen], title: str | None, before: int) -> int | None:
    """The headline: the heading that says the stated title; without a stated title, the only one of the first level."""
    wanted = squeeze(title or "").casefold()
    headings = [n for n in range(min(before + 1, len(seen))) if seen[n].piece.kind == "heading"]
    same = [n for n in headings if wanted and squeeze(seen[n].piece.text).casefold() == wanted]
    first = [n for n in headings if seen[n].tag == "h1" and seen[n].region is None]
    return same[-1] if same else first[0] if len(first) == 1 and not wanted else None


def _label_opening(piece: Piece, opening: Opening) -> Iterator[Piece]:
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
    elif author and find_date_line(rest):
        yield piece._replace(kind="byline", text=text[: -len(rest)])
        yield piece._replace(kind="dateline", text=rest)
    else:
        yield cut(piece, OUTSIDE)
