"""What stands behind a text: end marks of agencies; notices, contacts and lines of the wire of a press release."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.cleaning.chrome import count_words, is_headline, is_open, is_sentence, labelled
from generator.cleaning.examples import ARTICLE, HEADLINE, STORY, Cleaner, page
from generator.language.pages import (
    find_end,
    find_end_line,
    find_lead,
    is_forward,
    is_release_line,
    is_tail,
    list_agencies,
    list_wires,
)
from generator.model import Block, Document, Span
from generator.text.rules import Rule

END = "end mark of the agency"
_LAST = 6
"""Blocks from the end among which a line can be an end mark."""
_HEAD = 500
"""Characters from the beginning in which an agency is named."""


def label_endings(document: Document) -> Document:
    """Leave out end marks, and split them off where they stick to the last sentence of a paragraph."""
    blocks, text = document.blocks, document.text
    last = len(blocks) - _LAST
    is_wire = _is_wire(document)
    parts: list[Block] = []
    for n, block in enumerate(blocks):
        parts += _label(block, text, is_last=n >= last and n > 0, is_wire=is_wire)
    return replace(document, blocks=tuple(parts))


def _is_wire(document: Document) -> bool:
    """Whether the text says that an agency wrote it: at its head, or in a credit."""
    if any(block.kind == "credit" for block in document.blocks):
        return True
    leads = (find_lead(document.text, block.span.start) for block in document.blocks[:6] if block.kind == "paragraph")
    return any(lead is not None and lead.agency is not None for lead in leads)


def _label(block: Block, text: str, *, is_last: bool, is_wire: bool) -> Iterator[Block]:
    words = block.span.of(text)
    if not is_open(block):
        is_named = is_last and is_wire and block.kind == "credit"
        yield labelled(block, END) if is_named and is_tail(words, text[:_HEAD]) else block
        return
    if is_last and (rule := find_end_line(words, is_wire=is_wire)):
        ended = replace(block, kind="credit") if words in list_agencies() else labelled(block, END)
        yield replace(ended, rule=rule)
    elif mark := find_end(words):
        start, end = block.span
        yield replace(block, span=Span(start, start + len(words[: mark.start].rstrip())))
        yield labelled(replace(block, span=Span(start + mark.start, end)), END)
    else:
        yield block


LEGAL = "legal notice"
CONTACT = "contact of a press release"
TAIL = "tail of a press release"
_LATE = 0.4
"""The contacts begin in this part of the blocks, at the earliest."""
_CONTACT_WORDS = 40
"""A line that says whom to ask and how is no longer."""
_FEWEST_SIGNS = 2
"""Signs of a notice in a text that nothing else shows to be a press release."""
_SENT, _LAST_LINES = 4, 6
"""Blocks from the start and the end where a line of the wire may stand."""


def cut_release(document: Document) -> Document:
    """Leave out the legal notices, the contacts and the lines of the wire around a press release."""
    blocks, text = list(document.blocks), document.text
    first = next((n for n, block in enumerate(blocks) if is_open(block) and is_sentence(block.span.of(text))), 0)
    signs = 1 if _is_release(document) else _FEWEST_SIGNS
    for n, block in enumerate(blocks):
        words = block.span.of(text)
        if not (is_open(block) or block.kind == "heading"):
            continue
        if _may_be_of_wire(n, words, len(blocks)) and is_release_line("line of the wire", words):
            blocks[n] = labelled(block, TAIL)
        elif n > first and _is_notice(words, signs):
            blocks[n] = labelled(block, LEGAL)
        elif n > first and is_release_line("heading of a legal notice", words) and is_headline(words):
            _cut_notice(blocks, n, text, signs)
    _cut_contacts(blocks, int(len(blocks) * _LATE), text)
    return replace(document, blocks=tuple(blocks))


def _may_be_of_wire(n: int, words: str, size: int) -> bool:
    """Whether a line of the wire may stand at this place; as the first line only in capitals."""
    is_at_edge = n < _SENT or n >= size - _LAST_LINES
    return is_at_edge and (n > 0 or words.isupper())


def _is_release(document: Document) -> bool:
    """Whether a press wire sent the text out: at its head, or in its last lines."""
    blocks, text = document.blocks, document.text
    leads = (find_lead(text, block.span.start) for block in blocks[:_LAST_LINES] if is_open(block))
    agencies = {lead.agency.of(text) for lead in leads if lead and lead.agency}
    ends = [*blocks[:_SENT], *blocks[-_LAST_LINES:]]
    return not agencies.isdisjoint(list_wires()) or any(
        is_release_line("line of the wire", block.span.of(text)) for block in ends
    )


def _is_notice(words: str, signs: int) -> bool:
    """Whether a paragraph warns of forward-looking statements, as lawyers do."""
    return is_sentence(words) and is_forward(words, signs)


def _cut_notice(blocks: list[Block], start: int, text: str, signs: int) -> None:
    """Leave out a heading over a notice, and all paragraphs up to the next line that is none."""
    if start + 1 == len(blocks) or not _is_notice(blocks[start + 1].span.of(text), signs):
        return
    blocks[start] = labelled(blocks[start], LEGAL)
    for n in range(start + 1, len(blocks)):
        if not is_open(blocks[n]) or not is_sentence(blocks[n].span.of(text)):
            return
        blocks[n] = labelled(blocks[n], LEGAL)


def _cut_contacts(blocks: list[Block], late: int, text: str) -> None:
    """Leave out who can be asked: lines under a heading, of which one can be reached, or one line that says all."""
    for n in range(max(late, 1), len(blocks)):
        words = blocks[n].span.of(text)
        if not is_open(blocks[n]):
            continue
        is_whole = count_words(words) <= _CONTACT_WORDS and _can_be_reached(words)
        if is_whole and is_release_line("line of a contact", words):
            blocks[n] = labelled(blocks[n], CONTACT)
        elif is_release_line("heading of a contact", words):
            end = _find_end(blocks, n + 1, text)
            if any(_can_be_reached(block.span.of(text)) for block in blocks[n:end]):
                for m in range(n, end):
                    blocks[m] = labelled(blocks[m], CONTACT) if is_open(blocks[m]) else blocks[m]


def _find_end(blocks: Sequence[Block], start: int, text: str) -> int:
    """Where the lines of a contact end: before a paragraph of prose, unless it can be reached."""
    for n in range(start, len(blocks)):
        words = blocks[n].span.of(text)
        is_prose = is_open(blocks[n]) and is_sentence(words)
        if blocks[n].kind == "heading" or (is_prose and not _can_be_reached(words)):
            return n
    return len(blocks)


def _can_be_reached(words: str) -> bool:
    """Whether words hold an address of mail or of a page, or a number to call."""
    return is_release_line("address or number", words)


ENDINGS: Rule[Cleaner] = Rule(
    "end marks of agencies",
    label_endings,
    yes=(page(*ARTICLE, "The pilots said so. |PTI KLM RST|"), page(*ARTICLE, "|Enditem|"), page(*ARTICLE, "|- 30 -|")),
    no=(page("Enditem", *ARTICLE), page(*ARTICLE, "The END was near, he said."), page(*ARTICLE, "abc/de/fg")),
    reason="Initials in small letters count only where the text says that an agency wrote it.",
)
RELEASES: Rule[Cleaner] = Rule(
    "tail of a press release",
    cut_release,
    yes=(
        page(
            *(HEADLINE, "HOLM, Feb. 14, 2022 /PRNewswire/ -- Quay Systems said today that it sold more cranes.", STORY),
            *("|Media Contact:|", "|Bo Ek|", "|+44 20 5555 0100|", "|SOURCE Quay Systems, Inc.|"),
        ),
        page(
            *(*ARTICLE, "|Legal Notice|"),
            "|These are forward-looking statements under Section 27A; actual results may differ.|",
        ),
    ),
    no=(
        page(*ARTICLE, "Forward-looking statements hold risks and uncertainties, the judge said."),
        page(*ARTICLE, "Contact", "The last contact with the ship was at noon, the pilot said."),
    ),
)
