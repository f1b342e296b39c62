"""What stands before the article proper: its title, the standfirst and the byline."""

from collections.abc import Sequence
from dataclasses import replace

from generator.cleaning.body import Body, find_body
from generator.cleaning.chrome import is_of_page
from generator.cleaning.prose import content_words, count_words, is_headline, is_open, is_sentence
from generator.model import Block, Document, Span
from generator.text.bylines import find_byline, find_signature
from generator.text.opening_dates import find_opening_date

_FEW = 6
"""Up to so many open blocks before the article, the first that looks like a title is one."""
_SHARED, _SHARED_ON_PAGE = 2, 3
"""Words that a title has in common with the start of its article, at least; among menus more of them."""
_ENOUGH, _ENOUGH_SIGNED = 0.4, 0.2
"""A title shares so many of its words with the start of its article; fewer where author or day follow it."""
_SIGNED_WITHIN = 4
"""Author or day follow a title within so many blocks."""
_OF_SIGNED = 3.0
"""So many times as much weighs a line before the article that author or day follow."""
_CLOSE = 15
"""So near the article author or day are those of a title, and not of a story in a menu."""
_OF_TITLE = 0.2
"""A line over the best one is the title if it weighs so much of it; the best one is its standfirst then."""
_INTO = 4
"""Blocks at the start of what reads as the article among which its title may stand, if author or day follow."""

_MOST_ROUNDS = 20
"""Searches for bylines, each behind the last; an article has two or three."""


def label_bylines(document: Document) -> Document:
    """Label the lines before, in and directly behind the article that name its authors."""
    # A byline that is known moves the end of the article, and may show another one behind it.
    for _ in range(_MOST_ROUNDS):
        found = _find_bylines(document)
        if not found:
            break
        blocks = [replace(b, kind="byline") if n in found else b for n, b in enumerate(document.blocks)]
        document = replace(document, blocks=tuple(blocks))
    return document


def _find_bylines(document: Document) -> frozenset[int]:
    """The indexes of the blocks near the article that name authors and have no such label yet."""
    near = min(find_body(document).end + 2, len(document.blocks))
    return frozenset(n for n in range(near) if _is_byline(document.blocks[n], document.text))


def _is_byline(block: Block, text: str) -> bool:
    return is_open(block) and block.kind != "list_item" and find_byline(block.span.of(text)) is not None


def label_title(document: Document) -> Document:
    """Label the title, if the format did not: a headline before the article, never one inside it."""
    body = find_body(document)
    if body.start == body.end or any(block.kind == "title" for block in document.blocks):
        return document
    n = _choose_title(document, body)
    if n is None:
        return document
    blocks = list(document.blocks)
    blocks[n] = replace(blocks[n], kind="title")
    return replace(document, blocks=tuple(blocks))


def _choose_title(document: Document, body: Body) -> int | None:
    """The index of the title among the blocks before the article."""
    blocks = document.blocks
    texts = [block.span.of(document.text) for block in blocks[: body.start + _INTO]]
    ahead = [n for n, block in enumerate(blocks[: body.start]) if is_open(block) or block.kind == "heading"]
    candidates = [n for n in ahead if _may_be_title(blocks[n], texts[n])]
    is_page = len(ahead) > _FEW or any(map(is_of_page, blocks[: body.start]))
    signed = frozenset(n for n in range(len(texts)) if _is_signed(document, n)) if is_page else frozenset[int]()
    # A question, or a caption above the title, reads as prose: then the article seems to begin before its title.
    candidates += [n for n in sorted(signed) if n >= body.start and _may_be_title(blocks[n], texts[n])]
    if not candidates:
        return None
    least = _SHARED_ON_PAGE if is_page else _SHARED
    weights = {
        n: _weigh_signed(texts[n], document, body, least, is_signed=n in signed and 0 < body.start - n <= _CLOSE)
        for n in candidates
    }
    best = max(candidates, key=lambda n: weights[n])
    if not weights[best]:
        return candidates[0] if not is_page and len(candidates) <= 2 else None
    # Among the lines of a menu the title is the one that speaks of what the article speaks of; and a standfirst, which
    # does so too, stands directly behind its title. A path through the site ends with the title that follows it.
    while weights.get(best - 1, 0.0) >= _OF_TITLE * weights[best] and not texts[best - 1].endswith(texts[best]):
        best -= 1
    return best


def _is_signed(document: Document, n: int) -> bool:
    """Whether author or day follow the block closely, as they follow a title."""
    for block in document.blocks[n + 1 : n + 1 + _SIGNED_WITHIN]:
        text = block.span.of(document.text)
        if block.kind in ("byline", "dateline") or (is_open(block) and find_opening_date(text) is not None):
            return True
    return False


def _may_be_title(block: Block, text: str) -> bool:
    if block.kind not in ("paragraph", "quotation", "heading") or not is_headline(text) or find_signature(text):
        return False
    if is_sentence(text) and not text.endswith(("?", "!")):
        return False
    if text.startswith(("By ", "by ")) or "@" in text or "»" in text:
        return False
    if not (text[0].isalnum() or text[0] in "\"“'‘«¿¡$€£#["):
        return False
    return count_words(text) >= 3 or len(text) >= 12


def _weigh_signed(text: str, document: Document, body: Body, least: int, *, is_signed: bool) -> float:
    """The weight of a candidate; more where author or day follow it, which lets fewer common words count."""
    if not is_signed:
        return _weigh(text, document, body, least)
    return _OF_SIGNED * _weigh(text, document, body, 1, share=_ENOUGH_SIGNED) if count_words(text) >= 3 else 0.0


def _weigh(text: str, document: Document, body: Body, least: int, *, share: float = _ENOUGH) -> float:
    """How far `text` and the start of the article have the same words; 0 where they do not have enough of them."""
    words = content_words(text)
    start = document.blocks[body.start].span.start
    # A candidate inside these opening paragraphs does not speak for itself.
    common = words & content_words(document.text[start : start + 3000].replace(text, " "))
    if len(common) < least or len(common) < share * len(words):
        return 0.0
    return len(common) ** 2 / len(words)


def label_standfirst(document: Document) -> Document:
    """Label what sums the article up between title and first paragraph; a publisher's signature becomes a credit."""
    title = next((n for n, block in enumerate(document.blocks) if block.kind == "title"), None)
    body = find_body(document)
    if title is None or body.start == body.end:
        return document
    blocks: list[Block] = list(document.blocks[: title + 1])
    for n, block in enumerate(document.blocks[title + 1 :], title + 1):
        ahead = n <= body.start and all(b.kind != "standfirst" for b in blocks) and is_open(block)
        blocks += _split_standfirst(document, block, body, n) if ahead else [block]
    return replace(document, blocks=tuple(blocks))


def _split_standfirst(document: Document, block: Block, body: Body, n: int) -> Sequence[Block]:
    """The block as standfirst and signature, or as it is where it is neither."""
    text = block.span.of(document.text)
    tag = find_signature(text)
    summary = text[: tag.start()] if tag else text
    if count_words(summary) > 60 or block.kind != "paragraph":
        return [block]
    if tag is None and not (n < body.start and _sums_up(summary)) and not _repeated(summary, document, n):
        return [block]
    start, end = block.span
    parts = [replace(block, kind="standfirst", span=Span(start, start + len(summary)))]
    if tag is not None:
        lead = len(tag[0]) - len(tag[0].lstrip())
        parts.append(replace(block, kind="credit", span=Span(start + tag.start() + lead, end)))
    return [part for part in parts if part.span.start < part.span.end]


def _sums_up(text: str) -> bool:
    """Whether a line directly before the article is long enough for a standfirst."""
    return count_words(text) >= 7


def _repeated(text: str, document: Document, n: int) -> bool:
    """Whether a later paragraph says the same in the same words."""
    words = text.rstrip(" .…")
    if len(words) < 40:
        return False
    return any(words in document.text[block.span.start : block.span.end] for block in document.blocks[n + 1 :])
