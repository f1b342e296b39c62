"""How a piece of a page looks: as a sentence, as a paragraph, as a line that is but a link."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from generator.model import BlockKind
from generator.readers.html.visible import Seen
from generator.readers.pieces import CELL_BORDER, Piece

OUTSIDE = "outside the article"
PROSE = 60
"""Characters of a passage that reads like one of an article."""
_PARAGRAPH = 100
"""Characters of a paragraph that no caption has."""
_BESIDE: frozenset[BlockKind] = frozenset({"heading", "caption", "quotation"})
_CLOSERS = "\"'”“’‘»«›‹)]}』」】♦■●◆▪*\u00a0 \n"
"""What may stand behind the last full stop: quotation marks of any language, brackets, the end mark of a magazine."""
_STOPS = ".!?…。！？؟۔।"
_REMARK = re.compile(r"\([^()\n]{1,40}\)\.?\Z")
"""A remark behind the last sentence: "(phy)"."""
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""A letter of a script that says in one what others say in some."""
_OF_DENSE = 1.5
_LONGEST_BOLD = 120
_KICKER = 9
"""Words that may stand before a link in a line that is but a link."""
_LINK_WORDS, _BARE_WORDS = 3, 6
"""Words of the links in such a line; in one that is nothing else, and no item of a list."""
_POINTERS = (">>", "»", "→", "▶", "►", "➤", "›", "☛", "⇒")
_BETWEEN = ' |·•,/()"“”„»«'
_LABEL_ENDS = (":", "?", "!", "|", "–", "-", "»", ">", "→", "+")
_AROUND = 3
"""Elements around a piece among which the link around it is looked for."""


def squeeze(text: str) -> str:
    """The text without white space, soft hyphens and cell borders: two tools set these differently."""
    return "".join(text.replace(CELL_BORDER, "").replace("\u00ad", "").split())


def attribute(element: Any, name: str) -> str:
    """What an element says of itself; nothing where there is none."""
    return (element.get(name) or "") if element is not None else ""


def width(text: str) -> float:
    """Characters, those of scripts without letters for more."""
    return len(text) + _OF_DENSE * len(_DENSE.findall(text))


def ends_sentence(text: str) -> bool:
    """Whether the last sentence is closed, a remark in brackets behind it aside."""
    last = text[-200:].rstrip(_CLOSERS)
    return last[-1:] in tuple(_STOPS) or _REMARK.sub("", text[-200:].rstrip()).rstrip(_CLOSERS)[-1:] in tuple(_STOPS)


def is_long(piece: Piece) -> bool:
    """Whether a piece is a paragraph of several lines that ends as a sentence does."""
    return width(piece.text) >= _PARAGRAPH and ends_sentence(piece.text)


def is_prose(piece: Piece) -> bool:
    """Whether a passage beside those of the article reads like one of them."""
    return piece.kind in _BESIDE or (width(piece.text) >= PROSE and ends_sentence(piece.text))


def is_bold_line(item: Seen) -> bool:
    """Whether a paragraph is one short line that is bold as a whole and no sentence: a heading by its looks."""
    element, text = item.element, item.piece.text.rstrip()
    is_line = item.piece.kind == "paragraph" and len(text) <= _LONGEST_BOLD
    if element is None or not is_line or ends_sentence(text):
        return False
    only = element[0] if len(element) == 1 else None
    is_whole = only is not None and only.tag in ("b", "strong") and not (only.tail or "").strip()
    return is_whole and not (element.text or "").strip() and not text.endswith((":", ","))


def points_elsewhere(item: Seen) -> bool:
    """Whether a line is but a link to another page, perhaps behind a few words that say so: "See also: ..."."""
    text = " ".join(item.piece.text.split())
    is_told = ends_sentence(text) and not text.rstrip(_CLOSERS).endswith(("?", "!"))
    links = [] if item.element is None or is_told else list(_links(item.element, text))
    is_bare = text in links and item.piece.kind != "list_item"
    if sum(len(words.split()) for words in links) < (_BARE_WORDS if is_bare else _LINK_WORDS):
        return False
    return text.startswith(_POINTERS) or _is_but_links(text, links)


def _is_but_links(text: str, links: Sequence[str]) -> bool:
    """Whether a line has nothing beside its links but a kicker before the first of them."""
    before, _, rest = text.partition(links[0])
    for words in links[1:]:
        rest = rest.replace(words, " ", 1)
    kicker = before.rstrip(_BETWEEN)
    is_kicker = len(kicker.split()) <= _KICKER and kicker.endswith(_LABEL_ENDS)
    return not rest.strip(_BETWEEN) and (is_kicker or not kicker.strip(_BETWEEN))


def _links(element: Any, text: str) -> Iterator[str]:
    """The words of the links in an element, or of the one around it."""
    around = next((e for e in islice(element.iterancestors(), _AROUND) if e.tag == "a"), None)
    links = element.iterfind(".//a[@href]") if around is None else [around]
    for link in [element] if element.tag == "a" else links:
        words = " ".join("".join(link.itertext()).split())
        if words and (around is None or len(words) <= 2 * len(text)):
            yield text if text in words else words
