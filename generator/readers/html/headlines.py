"""The headline of a page without what stands in the same element: a kicker over it, a label that is only read aloud."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

_HIDDEN = re.compile(
    r"(?:visually-?hidden|sr-only|screen-?reader|off-?screen|aural|a11y-hidden|invisible|hidden-?(?:dash|colon)|assistive)",
    re.IGNORECASE,
)
"""How pages class what is only read aloud."""
_KICKER = re.compile(
    r"(?:kicker|roof-?(?:line|title)?\b|over-?(?:line|title)\b|top-?(?:line|title)\b|eyebrow|dachzeile|spitzmarke|pre-?title|"
    r"title-?header|\btag-?line|title__topic|headline__topic|ober-?titel|sur-?titre|ante-?titulo|volanta|occhiello)",
    re.IGNORECASE,
)
"""How pages class the words over a headline."""
_SUB_HEADING = re.compile(r"sub-?(?:heading|title|line|head)", re.IGNORECASE)
"""How they class them too, where they stand first."""
_MARKS = re.compile(r"[\s:|/·•–—-]{1,5}")
_WORD = re.compile(r"\w+")
_LONGEST_KICKER = 8
_FEWEST = 2
"""Words that a headline keeps."""


class _Part(NamedTuple):
    text: str
    classes: str
    tag: str


def read_headline(element: Any, stated: Iterable[str] = ()) -> str:
    """The words of a heading, white space folded; kicker and labels only where the page states its title with them,
    and with the marks that it sets between them there."""
    parts = list(_parts(_unwrap(element)))
    hidden = [_HIDDEN.search(part.classes) is not None or _MARKS.fullmatch(part.text) is not None for part in parts]
    seen = [n for n, part in enumerate(parts) if not hidden[n]]
    left = [n for n in seen if not n or parts[n].tag != "small"]
    if len(left) > 1:
        first = parts[left[0]]
        is_kicker = _KICKER.search(first.classes) or _SUB_HEADING.search(first.classes)
        is_parted = bool(first.tag) and left[0] + 1 < len(parts) and _is_border(parts[left[0] + 1])
        is_apart = len(left) == len(parts) == 2 and _are_apart(*parts)
        left = left[1:] if is_kicker or is_parted or is_apart else left
    bare = _fold(" ".join(parts[n].text for n in left)).strip(" :|/")
    whole = _fold("".join(element.itertext()))
    # A word that is divided among elements: then the parts are letters, not lines.
    if len(left) == len(parts) or len(bare.split()) < _FEWEST or bare not in whole:
        return whole
    return next((said for title in stated if (said := _begin_of(title, whole))), bare)


def _are_apart(first: _Part, second: _Part) -> bool:
    """Whether a heading consists of two lines in elements of two classes: the short one over the other is a kicker."""
    are_classed = bool(first.classes.strip() and second.classes.strip())
    sizes = len(first.text.split()), len(second.text.split())
    return are_classed and first.classes != second.classes and sizes[0] <= _LONGEST_KICKER and sizes[1] > _FEWEST


def _begin_of(title: str, words: str) -> str:
    """The beginning of a title that has these words; empty where it has others."""
    wanted, found = _WORD.findall(words.casefold()), list(_WORD.finditer(title))
    if not wanted or [word[0].casefold() for word in found[: len(wanted)]] != wanted:
        return ""
    end = found[len(wanted) - 1].end()
    return _fold(title[:end] + title[end:].partition(" ")[0])


def _is_border(part: _Part) -> bool:
    """Whether a part is but a mark that is only read aloud or set by itself."""
    return bool(part.tag) and _MARKS.fullmatch(part.text) is not None


def _unwrap(element: Any) -> Any:
    """The innermost element that holds the whole heading."""
    while len(element) == 1 and not (element.text or "").strip() and not (element[0].tail or "").strip():
        element = element[0]
    return element


def _parts(element: Any) -> Iterator[_Part]:
    """The text and the children of an element, each as one part."""
    if (element.text or "").strip():
        yield _Part(element.text, "", "")
    for child in element:
        if isinstance(child.tag, str):
            text = "".join(child.itertext())
            if text.strip():
                yield _Part(text, f"{child.get('class') or ''} {child.get('id') or ''}", child.tag)
        if (child.tail or "").strip():
            yield _Part(child.tail, "", "")


def _fold(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())
