"""Which pieces of a page are its article: the passages that an extractor found, looked up in the page, and what belongs
to them by its place; what is outside of them is labelled, not dropped.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from generator.language.wording import find_byline
from generator.readers.html.boxes import find_boxes
from generator.readers.html.looks import (
    OUTSIDE,
    attribute,
    ends_sentence,
    is_bold_line,
    is_long,
    is_prose,
    points_elsewhere,
    squeeze,
)
from generator.readers.html.opening import Opening, find_summing, is_standfirst, label_opening
from generator.readers.html.visible import Seen
from generator.readers.pieces import Piece, cut

BESIDE_TITLE = "beside the title"
_LONG = 25
"""Characters without white space from which a passage is looked up by its words alone."""
_FEW = 4
"""Paragraphs that show how an article is laid out."""
_FEWEST_WORDS = 3
"""Words of a title behind a kicker in the same heading."""
_LETTERS = re.compile(r"[^\W_]+")
_REACH = 12
"""Pieces over the article that are looked at."""


def label_article(seen: Sequence[Seen], article: Sequence[str], opening: Opening) -> list[Piece]:
    """The pieces of the page; those outside of the article as boilerplate with a reason."""
    inside = _find_inside(seen, article)
    title = _find_title(seen, opening.title, max(inside, default=len(seen)))
    over = -1 if title is None else title
    inside -= {n for n in range(over) if n in inside and _repeats(seen[n].piece, opening.title)}
    first = min(inside - {title}, default=0)
    prose = next((n for n in sorted(inside) if is_prose(seen[n].piece) and n != title), first)
    boxes = find_boxes(seen, {n for n in inside if n > prose})
    inside -= boxes.keys()
    summing = find_summing(seen, title, prose)
    pieces: list[Piece] = []
    for index, item in enumerate(seen):
        if index == title:
            pieces += _split_title(item.piece, opening.title)
        elif index in inside:
            pieces += _label_inside(seen, index, opening, is_before=index < prose)
        elif not inside:
            pieces.append(cut(item.piece, item.region) if item.region else item.piece)
        elif over < index < prose and item.region is None:
            sums_up = title is not None and (index == summing or is_standfirst(item, opening))
            pieces += [item.piece._replace(kind="standfirst")] if sums_up else label_opening(item.piece, opening)
        else:
            pieces.append(cut(item.piece, boxes.get(index) or item.region or item.piece.reason or OUTSIDE))
    return pieces


def _label_inside(seen: Sequence[Seen], index: int, opening: Opening, *, is_before: bool) -> Iterable[Piece]:
    """A piece of the article: before its first paragraph perhaps standfirst, day or byline, behind it perhaps a line
    that is set as a heading."""
    piece = seen[index].piece
    if is_before:
        found = list(label_opening(piece, opening))
        return found if any(piece.kind != "boilerplate" for piece in found) else [piece]
    leads = index + 1 < len(seen) and is_bold_line(seen[index]) and is_long(seen[index + 1].piece)
    return [piece._replace(kind="heading") if leads and not find_byline(piece.text) else piece]


def _find_inside(seen: Sequence[Seen], article: Sequence[str]) -> set[int]:
    """Which of the pieces belong to the article."""
    passages, whole = set(article), article[0] if article else ""
    squeezed = [squeeze(item.piece.text) for item in seen]
    sure = {n for n, text in enumerate(squeezed) if len(text) >= _LONG and (text in passages or text in whole)}
    if not sure:
        return set()
    first, last = min(sure), max(sure)
    around = {id(seen[n].parent) for n in sure if seen[n].region is None}
    alike = _find_alike(seen, sure)
    for n in range(first, len(seen)):
        if seen[n].region is not None:
            continue
        short = n <= last and len(squeezed[n]) < _LONG and squeezed[n] in passages
        beside = n <= last and id(seen[n].parent) in around and is_prose(seen[n].piece)
        like = _class_of(seen[n]) in alike and seen[n].tag == "p"
        is_alike = like and is_long(seen[n].piece)
        if short or beside or is_alike:
            sure.add(n)
    sure |= set(_rows_beside(seen, sure)) | set(_lists_between(seen, sure)) | set(_goes_on(seen, sure))
    return sure | {n for n in range(first + 1, last) if n not in sure and _is_between(seen, sure, n)}


def _is_between(seen: Sequence[Seen], inside: set[int], n: int) -> bool:
    """Whether a sentence stands right between two pieces of the article, laid out as one of them."""
    if seen[n].region is not None or not {n - 1, n + 1} <= inside or not ends_sentence(seen[n].piece.text):
        return False
    return seen[n].tag == "p" or _class_of(seen[n]) in {_class_of(seen[n - 1]), _class_of(seen[n + 1])}


def _lists_between(seen: Sequence[Seen], inside: set[int]) -> Iterator[int]:
    """The items of lists of whole sentences right between two pieces of the article."""
    lists = groupby(range(len(seen)), key=lambda n: id(seen[n].parent) if seen[n].piece.kind == "list_item" else 0)
    for key, run in lists:
        items = list(run)
        is_between = key and items[0] - 1 in inside and items[-1] + 1 in inside
        are_free = is_between and all(seen[n].region is None and n not in inside for n in items)
        if are_free and all(is_prose(seen[n].piece) and not points_elsewhere(seen[n]) for n in items):
            yield from items


def _goes_on(seen: Sequence[Seen], inside: set[int]) -> Iterator[int]:
    """The long paragraphs that stand over the first and behind the last one of the article in the same element."""
    first, last = min(inside), max(inside)
    for near, order in ((first, range(first - 1, max(-1, first - _REACH), -1)), (last, range(last + 1, len(seen)))):
        if seen[near].tag == "p":
            beside = (n for n in order if seen[n].parent is seen[near].parent)
            yield from takewhile(lambda n: seen[n].tag == "p" and is_long(seen[n].piece), beside)


def _find_alike(seen: Sequence[Seen], sure: set[int]) -> set[tuple[str, str]]:
    """Tag and class of the elements that hold most paragraphs of the article: an article may be laid out in several."""
    count = Counter(_class_of(seen[n]) for n in sure if seen[n].tag == "p" and is_long(seen[n].piece))
    return {name for name, times in count.items() if name[1] and times >= max(_FEW, sum(count.values()) / 2)}


def _class_of(item: Seen) -> tuple[str, str]:
    return str(item.parent.tag) if item.parent is not None else "", attribute(item.parent, "class")


def _rows_beside(seen: Sequence[Seen], inside: set[int]) -> Iterator[int]:
    """The rows that stand together with rows of the article: one table is inside as a whole."""
    for is_row, run in groupby(range(len(seen)), key=lambda n: seen[n].piece.is_row and seen[n].region is None):
        rows = list(run)
        if is_row and not inside.isdisjoint(rows):
            yield from rows


def _find_title(seen: Sequence[Seen], title: str | None, before: int) -> int | None:
    """The headline: the heading that says the stated title, the last of the first level where lists of links repeat it;
    without a stated title, the only one of the first level."""
    wanted = _letters(title or "")
    headings = [n for n in range(min(before + 1, len(seen))) if seen[n].piece.kind == "heading"]
    same = [n for n in headings if wanted and _letters(seen[n].piece.text) == wanted]
    first = [n for n in headings if seen[n].tag == "h1" and seen[n].region is None]
    is_only = not same and len(first) == 1
    if is_only and (not wanted or _holds(seen[first[0]].piece.text, title or "")):
        return first[0]
    shown = [n for n in same if n in first]
    if same:
        return (shown or same)[-1]
    under = [n for n in headings if seen[n].region is None and seen[n].piece.text.endswith(title or "\n")]
    return under[0] if len(under) == 1 and len((title or "").split()) >= _FEWEST_WORDS else None


def _letters(text: str) -> str:
    """What two headlines have in common that set their marks differently."""
    return "".join(_LETTERS.findall(text.replace("\u00ad", "").casefold()))


def _holds(text: str, title: str) -> bool:
    """Whether a heading is the title with a kicker or a label beside it."""
    is_end = len(title.split()) >= _FEWEST_WORDS and text.endswith(title)
    return is_end or (len(title) >= _LONG and title in text)


def _repeats(piece: Piece, title: str | None) -> bool:
    """Whether a heading over the headline says the same: it links to this page."""
    return piece.kind == "heading" and _letters(piece.text) == _letters(title or "")


def _split_title(piece: Piece, title: str | None) -> Iterator[Piece]:
    """The title, parted from a kicker and labels in the same heading."""
    at = piece.text.find(title) if title and _holds(piece.text, title) else 0
    end = at + len(title) if title and _holds(piece.text, title) else len(piece.text)
    for text, is_title in ((piece.text[:at], False), (piece.text[at:end], True), (piece.text[end:], False)):
        if text.strip():
            part = piece._replace(text=text, code=piece.code if text == piece.text else ())
            yield part._replace(kind="title") if is_title else cut(part, BESIDE_TITLE)
