"""The title of a judgment: the parties on lines of their own, with "v." between them."""

import re
from dataclasses import replace

from generator.cleaning.prose import count_words, is_open, is_sentence
from generator.model import Block, Document, Span

_VERSUS = re.compile(r"[-–— ]{0,2}(?:v|vs|versus|against)\.?,?[-–— ]{0,2}", re.IGNORECASE)
_WITHIN = 16
"""Blocks from the start among which the parties stand."""
_LONGEST = 20
"""Words of the line that names a party."""


def label_parties(document: Document) -> Document:
    """Join the lines of the parties to one block, which is the title, where the format gave none."""
    blocks, text = list(document.blocks), document.text
    if any(block.kind == "title" for block in blocks):
        return document
    for n in range(1, min(len(blocks) - 1, _WITHIN)):
        if _VERSUS.fullmatch(blocks[n].span.of(text)) and all(_is_party(blocks[m], text) for m in (n - 1, n + 1)):
            span = Span(blocks[n - 1].span.start, blocks[n + 1].span.end)
            blocks[n - 1 : n + 2] = [replace(blocks[n], kind="title", reason=None, span=span)]
            break
    return replace(document, blocks=tuple(blocks))


def _is_party(block: Block, text: str) -> bool:
    words = block.span.of(text)
    is_line = count_words(words) <= _LONGEST and not is_sentence(words) and words[:1].isupper()
    return (is_open(block) or block.kind == "heading") and is_line
