"""Lines between paragraphs: subheadings, captions, and lines without a word."""

import re
from dataclasses import replace

from generator.cleaning.prose import ends_sentence, is_headline, is_open, is_sentence
from generator.model import Block, Document

_MOST_WORDS = 16
_LONGEST_CAPTION = 400
_CREDITED = re.compile(r"\((?:AP Photo|Photo|Image|File photo|Getty|Reuters|AFP)[^()\n]{0,80}\)\.?\Z", re.IGNORECASE)


def label_captions(document: Document) -> Document:
    """Label the lines that name their photographer in brackets at the end."""
    blocks = [
        replace(block, kind="caption")
        if block.kind == "paragraph" and _is_caption(block.span.of(document.text))
        else block
        for block in document.blocks
    ]
    return replace(document, blocks=tuple(blocks))


def _is_caption(text: str) -> bool:
    return len(text) <= _LONGEST_CAPTION and _CREDITED.search(text, max(0, len(text) - 120)) is not None


def label_headings(document: Document) -> Document:
    """Label the headline-like lines that are followed by prose."""
    blocks = list(document.blocks)
    for n, block in enumerate(blocks):
        is_heading = block.kind == "paragraph" and _is_heading(block.span.of(document.text))
        if is_heading and _leads_to_prose(blocks, n, document.text):
            blocks[n] = replace(block, kind="heading")
    return replace(document, blocks=tuple(blocks))


def _is_heading(text: str) -> bool:
    """A short line with a capital, a digit or a quotation mark first, that is no sentence and no speech."""
    if not is_headline(text, most_words=_MOST_WORDS) or is_sentence(text) or ends_sentence(text):
        return text.endswith("?") and is_headline(text, most_words=_MOST_WORDS) and text[:1].isupper()
    return text[:1].isupper() or text[:1].isdigit() or text[:1] in "\"“'‘¿¡"


def _leads_to_prose(blocks: list[Block], n: int, text: str) -> bool:
    """Whether the next block that counts is prose."""
    for block in blocks[n + 1 : n + 4]:
        if block.kind in ("boilerplate", "caption", "credit", "byline", "dateline"):
            continue
        return is_open(block) and (
            block.kind != "paragraph" or is_sentence(block.span.of(text)) or len(block.span.of(text)) > 120
        )
    return False
