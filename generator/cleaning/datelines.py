"""Lines that say when the article was published: alone, or above the article with names beside the day.

Lines that only give the address of the text: they say where it is from, and are no title and no sentence.

The title of a judgment: the parties on lines of their own, with "v." between them.
"""

from dataclasses import replace
from itertools import takewhile

from generator.cleaning.body import find_body
from generator.cleaning.chrome import labelled
from generator.cleaning.prose import count_words, is_open, is_sentence
from generator.language.en.dates.datelines import find_date_line, find_opening_date
from generator.language.en.pages.address_lines import find_address_line
from generator.language.en.pages.parts import is_part
from generator.model import Block, Document, Span


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


REASON = "address of the text"
_MOST_ABOVE, _MOST_BELOW = 8, 3
"""Blocks from the start and from the end among which such a line stands."""


def label_addresses(document: Document) -> Document:
    """Leave out the addresses over the first sentence and under the last one."""
    blocks, text = list(document.blocks), document.text
    above = takewhile(lambda n: not is_sentence(blocks[n].span.of(text)), range(min(_MOST_ABOVE, len(blocks))))
    for n in [*above, *range(max(0, len(blocks) - _MOST_BELOW), len(blocks))]:
        if is_open(blocks[n]) and find_address_line(blocks[n].span.of(text)):
            blocks[n] = labelled(blocks[n], REASON)
    return replace(document, blocks=tuple(blocks))


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
        is_between = is_part("word between parties", blocks[n].span.of(text))
        if is_between and all(_is_party(blocks[m], text) for m in (n - 1, n + 1)):
            span = Span(blocks[n - 1].span.start, blocks[n + 1].span.end)
            blocks[n - 1 : n + 2] = [replace(blocks[n], kind="title", reason=None, span=span)]
            break
    return replace(document, blocks=tuple(blocks))


def _is_party(block: Block, text: str) -> bool:
    words = block.span.of(text)
    is_line = count_words(words) <= _LONGEST and not is_sentence(words) and words[:1].isupper()
    return (is_open(block) or block.kind == "heading") and is_line
