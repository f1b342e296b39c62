"""Where the article stands among the lines of a page.

Each block scores by its length as prose or loses as a line of something else; the article is the run of blocks with
the greatest sum (J. Pasternack and D. Roth, Extracting article text from the web with maximum subsequence
segmentation, WWW 2009).
"""

import re
from typing import NamedTuple

from generator.cleaning.chrome import NEUTRAL, is_weak
from generator.cleaning.prose import content_words, count_words, ends_sentence, is_sentence
from generator.model import Block, Document, Span

_MOST = 400.0
"""A paragraph scores its length, up to this."""
_LINE = -25.0
"""A short line that is no sentence."""
_CHROME = -40.0
_OTHER_STORIES = -250.0
"""Chrome that stands after articles rather than in them."""
_END = -1500.0
"""Chrome after which no article goes on."""
_ENDING = {"related links": _OTHER_STORIES, "newsletter or subscription": -80.0, "site links": -60.0}
_FINAL = {"copyright": _END, "comments": _END, "about the author": _OTHER_STORIES}
_SOFT = ("also read", "read also", "read more", "also see", "also watch", "related:", "see also", "watch", "read:")
"""How links to other stories begin that newspapers put between paragraphs."""
_WIDEST_GAP = 12
"""Blocks that may stand between the paragraphs of one article."""
_PARAGRAPH_WORDS = 20
_LONG = 70
_SAME_SUBJECT = 0.45
"""A paragraph shares so many of its words with the rest of its article."""
_SHORT = 4
"""Blocks of a text that may be a headline, a day, a name and one paragraph."""
_INSIDE = re.compile(r"[.!?][\"”’]?\s+[\"“‘]?[A-ZÀ-Þ]")
"""Where a sentence ends inside a paragraph."""


class Body(NamedTuple):
    """The blocks of the article, as indexes; `end` is exclusive. Equal: no prose at all."""

    start: int
    end: int


def find_body(document: Document) -> Body:
    """The run of blocks that reads as the article."""
    best = Body(0, 0)
    best_sum = total = 0.0
    start = 0
    for n, block in enumerate(document.blocks):
        total += score(block, block.span.of(document.text))
        if total <= 0:
            total, start = 0.0, n + 1
        elif total >= best_sum:
            best_sum, best = total, Body(start, n + 1)
    return _extend(document, best) if best.start < best.end else _find_broken(document)


def _find_broken(document: Document) -> Body:
    """The one paragraph of a short text that breaks off in its last sentence; no block where there is none."""
    last = len(document.blocks)
    if not 2 <= last <= _SHORT or not _is_paragraph(document.blocks[-1], document.text):
        return Body(0, 0)
    whole = _INSIDE.search(document.text, *document.blocks[-1].span)
    return Body(last - 1, last) if whole else Body(0, 0)


def _extend(document: Document, body: Body) -> Body:
    """The body with the paragraphs beyond a gap that speak of the same: a box of links does not end an article."""
    if body == (0, len(document.blocks)):
        return body
    span = Span(document.blocks[body.start].span.start, document.blocks[body.end - 1].span.end)
    words = content_words(span.of(document.text))
    forward = range(body.end, len(document.blocks))
    backward = range(body.start - 1, -1, -1)
    last = _reach(document, forward, words)
    first = _reach(document, backward, words)
    end = body.end if last is None else last + 1
    # A long paragraph directly behind is the article's, even where it breaks off.
    while end < len(document.blocks) and _is_paragraph(document.blocks[end], document.text):
        end += 1
    return Body(body.start if first is None else first, end)


def _is_paragraph(block: Block, text: str) -> bool:
    return block.kind == "paragraph" and count_words(block.span.of(text)) >= _PARAGRAPH_WORDS


def _reach(document: Document, order: range, words: frozenset[str]) -> int | None:
    """The farthest block in this order that still belongs to an article with these words."""
    reached, gap = None, 0
    for n in order:
        block = document.blocks[n]
        text = block.span.of(document.text)
        if gap > _WIDEST_GAP or (block.kind == "boilerplate" and block.reason in _FINAL) or block.kind == "title":
            break
        gap += 1
        if block.kind == "paragraph" and len(text) >= _LONG and is_sentence(text):
            own = content_words(text)
            if len(own & words) >= _SAME_SUBJECT * len(own):
                reached, gap = n, 0
    return reached


def score(block: Block, text: str) -> float:
    """How much the block speaks for the article, in characters of prose; negative: against it."""
    if block.kind == "boilerplate":
        return _score_chrome(block.reason or "", text)
    if block.kind not in ("paragraph", "list_item", "quotation"):
        return 0.0
    if is_sentence(text):
        return min(_MOST, float(len(text)))
    if block.kind == "list_item" or count_words(text) > 30:
        return 0.0
    return _LINE if not (ends_sentence(text) and text[:1] in "\"“'‘") else 0.0


def _score_chrome(reason: str, text: str) -> float:
    if reason in NEUTRAL:
        return 0.0
    if reason in _FINAL:
        return _FINAL[reason]
    if reason == "related links" and text.lower().startswith(_SOFT):
        return _CHROME
    return _ENDING.get(reason, _CHROME if not is_weak(reason) else _LINE)
