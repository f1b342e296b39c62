"""Lines that only give the address of the text: they say where it is from, and are no title and no sentence."""

from dataclasses import replace
from itertools import takewhile

from generator.cleaning.chrome import labelled
from generator.cleaning.prose import is_open, is_sentence
from generator.model import Document
from generator.text.address_lines import find_address_line

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
