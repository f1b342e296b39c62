"""Lines that only say when the article was published."""

from dataclasses import replace

from generator.cleaning.prose import is_open
from generator.model import Block, Document
from generator.text.datelines import find_date_line


def label_datelines(document: Document) -> Document:
    """Label the blocks that are a date and nothing else, perhaps with "Published" before and a time after it."""
    return replace(document, blocks=tuple(_label(block, block.span.of(document.text)) for block in document.blocks))


def _label(block: Block, text: str) -> Block:
    if not is_open(block) or block.kind == "list_item" or find_date_line(text) is None:
        return block
    return replace(block, kind="dateline")
