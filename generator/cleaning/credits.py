"""Credits: to wire services, for photographs, and who reported; also where they stick to the last sentence."""

from collections.abc import Iterator
from dataclasses import replace

from generator.cleaning.prose import count_words, is_open
from generator.language.en.pages.credits import find_credit, find_credit_at_end, is_image
from generator.model import Block, Document, Span

_CREDIT_WORDS = 12
"""With more words "Photo: ..." tells what the picture shows rather than whose it is."""


def label_credits(document: Document) -> Document:
    """Label the blocks that are credits, and split off those at the end of a paragraph."""
    blocks = (part for block in document.blocks for part in _label(block, document.text))
    return replace(document, blocks=tuple(blocks))


def _label(block: Block, text: str) -> Iterator[Block]:
    if not is_open(block):
        yield block
        return
    words = block.span.of(text)
    if rule := find_credit(words):
        is_caption = count_words(words) > _CREDIT_WORDS and is_image(words)
        yield replace(block, kind="caption" if is_caption else "credit", rule=rule)
        return
    found = find_credit_at_end(words)
    if found is None:
        yield block
        return
    rule, credit = found
    start, end = block.span
    # What is left of the block may end in another credit: "... he said. (ANI) (Photo: Twitter)".
    yield from _label(replace(block, span=Span(start, start + len(words[: credit.start].rstrip()))), text)
    yield replace(block, kind="credit", span=Span(start + credit.start, end), rule=rule)
