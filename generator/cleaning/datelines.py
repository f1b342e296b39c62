"""Lines that say when the article was published: alone, or above the article with names beside the day."""

from dataclasses import replace

from generator.cleaning.body import find_body
from generator.cleaning.prose import is_open
from generator.model import Block, Document
from generator.text.datelines import find_date_line
from generator.text.opening_dates import find_opening_date


def label_datelines(document: Document) -> Document:
    """Label the blocks that are a date and nothing else, perhaps with "Published" before and a time after it."""
    return replace(document, blocks=tuple(_label(block, block.span.of(document.text)) for block in document.blocks))


def _label(block: Block, text: str) -> Block:
    if not is_open(block) or block.kind == "list_item" or find_date_line(text) is None:
        return block
    return replace(block, kind="dateline")


def label_opening_dates(document: Document) -> Document:
    """Label the lines between title and article that give the day of publication among names."""
    blocks, text = list(document.blocks), document.text
    title = next((n for n, block in enumerate(blocks) if block.kind == "title"), None)
    for n in range(title + 1, find_body(document).start) if title is not None else ():
        if is_open(blocks[n]) and blocks[n].kind != "list_item" and find_opening_date(blocks[n].span.of(text)):
            blocks[n] = replace(blocks[n], kind="dateline")
    return replace(document, blocks=tuple(blocks))
