"""What of a page is program code: blocks that are, and runs of a sentence, whose strings are nobody's words."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from generator.model import BlockKind, Span
from generator.readers.pieces import Piece, cut
from generator.text.wordlists import load_sections

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
