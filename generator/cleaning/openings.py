"""What stands between title and article: the byline and the standfirst."""

from collections.abc import Sequence
from dataclasses import replace

from generator.cleaning.body import Body, find_body
from generator.cleaning.prose import count_words, is_open
from generator.model import Block, Document, Span
from generator.text.bylines import find_byline, find_signature

_WITHIN = 8
"""A standfirst stands so near its title, in blocks."""
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


def label_standfirst(document: Document) -> Document:
    """Label what sums the article up between title and first paragraph; a publisher's signature becomes a credit."""
    title = next((n for n, block in enumerate(document.blocks) if block.kind == "title"), None)
    body = find_body(document)
    if title is None or body.start == body.end:
        return document
    blocks: list[Block] = list(document.blocks[: title + 1])
    for n, block in enumerate(document.blocks[title + 1 :], title + 1):
        ahead = n <= min(body.start, title + _WITHIN) and all(b.kind != "standfirst" for b in blocks) and is_open(block)
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
