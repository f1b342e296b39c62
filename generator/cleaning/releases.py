"""What stands behind the text of a press release: legal notices, whom to ask, who sent it out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from generator.cleaning.chrome import labelled
from generator.cleaning.prose import count_words, is_headline, is_open, is_sentence
from generator.model import Block, Document
from generator.text.leads import find_lead
from generator.text.wordlists import load_sections

LEGAL = "legal notice"
CONTACT = "contact of a press release"
TAIL = "tail of a press release"
_FORWARD = re.compile(r"\bforward[- ]looking (?:statements?|information)\b", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:(?:contains?|includes?|constitutes?|considered|are|made|be|means?)\b[^.]{0,80}forward[- ]looking|"
    r"within the meaning of|Private Securities Litigation|Section 27A|Section 21E|actual (?:results|events)|"
    r"risks and uncertainties|undertakes? no (?:obligation|duty)|(?:no|any) obligation to update|"
    r"applicable (?:law|securities)|you are cautioned|readers are cautioned|undue reliance)",
    re.IGNORECASE,
)
"""What only a notice says beside "forward-looking statements"."""
_LEGAL_HEADING = re.compile(
    r"\W{0,3}(?:(?:caution(?:ary)?|special|important) (?:note|statements?|language|notice|information)?[^.\n]{0,70}|"
    r"(?:note|notice|information|statement|disclosure)s? (?:regarding|about|concerning|on) [^.\n]{0,60}|"
    r"forward[- ]looking (?:statements?|information)[^.\n]{0,50}|safe harbou?r[^.\n]{0,90}|legal (?:notice|disclaimer)|"
    r"disclaimers?|disclosures?)\W{0,3}",
    re.IGNORECASE,
)
"""The heading of a notice; it counts only where a notice follows."""
_CONTACT_HEADING = re.compile(
    r"\W{0,3}(?:for (?:more|further|additional) information,? (?:please )?contact|"
    r"(?:(?:media|press|investors?|company|corporate|public|pr|ir|news|analysts?)[ /&,]{1,3}(?:and )?){0,4}"
    r"(?:contacts?|inquiries|enquiries|relations|relations contacts?)(?: (?:information|details|person))?)\W{0,3}",
    re.IGNORECASE,
)
_REACHED = re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}\.\w|\+?\(?\d[\d()\u00a0 ./-]{6,18}\d|https?://|www\.\w")
"""An address of mail or of a page, or a number to call."""
_CONTACT_LINE = re.compile(
    r"(?:for (?:more|further|additional) information|(?:media|press|investor)?s? ?(?:contacts?|inquiries|enquiries))\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"SOURCE:? [A-Z][^\n]{1,120}|Source: [A-Z][\w.&,’' -]{1,80}\.?|FOR IMMEDIATE RELEASE:?|"
    r"View (?:the )?(?:original|source) (?:content|version)[^\n]{0,300}|"
    r"(?:Logo|Photo|Image|Video|Related (?:Images|Links|Files))s? ?[-:–] ?https?://\S{3,300}|"
    r"To view the source version[^\n]{0,300}",
)
"""Lines that the press wires add."""
_LATE = 0.4
"""The contacts begin in this part of the blocks, at the earliest."""
_FEWEST_SIGNS = 2
"""Signs of a notice in a text that nothing else shows to be a press release."""
_SENT, _LAST = 4, 6
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
        if _SOURCE.fullmatch(words) and (n < _SENT or n >= len(blocks) - _LAST) and (n or words.isupper()):
            blocks[n] = labelled(block, TAIL)
        elif n > first and _is_notice(words, signs):
            blocks[n] = labelled(block, LEGAL)
        elif n > first and _LEGAL_HEADING.fullmatch(words) and is_headline(words):
            _cut_notice(blocks, n, text, signs)
    _cut_contacts(blocks, int(len(blocks) * _LATE), text)
    return replace(document, blocks=tuple(blocks))


def _is_release(document: Document) -> bool:
    """Whether a press wire sent the text out: at its head, or in its last lines."""
    blocks, text = document.blocks, document.text
    leads = (find_lead(text, block.span.start) for block in blocks[:_LAST] if is_open(block))
    agencies = {lead.agency.of(text) for lead in leads if lead and lead.agency}
    ends = [*blocks[:_SENT], *blocks[-_LAST:]]
    return not agencies.isdisjoint(_wires()) or any(_SOURCE.fullmatch(block.span.of(text)) for block in ends)


@cache
def _wires() -> frozenset[str]:
    return frozenset(load_sections("wires_agencies.txt")[2][1])


def _is_notice(words: str, signs: int) -> bool:
    """Whether a paragraph warns of forward-looking statements, as lawyers do."""
    if not is_sentence(words) or _FORWARD.search(words) is None:
        return False
    return len({match[0].lower() for match in _SAYS.finditer(words)}) >= signs


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
        if _CONTACT_LINE.match(words) and _REACHED.search(words) and count_words(words) <= 40:
            blocks[n] = labelled(blocks[n], CONTACT)
        elif _CONTACT_HEADING.fullmatch(words):
            end = _find_end(blocks, n + 1, text)
            if any(_REACHED.search(block.span.of(text)) for block in blocks[n:end]):
                for m in range(n, end):
                    blocks[m] = labelled(blocks[m], CONTACT) if is_open(blocks[m]) else blocks[m]


def _find_end(blocks: Sequence[Block], start: int, text: str) -> int:
    """Where the lines of a contact end: before a paragraph of prose, unless it can be reached."""
    for n in range(start, len(blocks)):
        words = blocks[n].span.of(text)
        if blocks[n].kind == "heading" or (is_open(blocks[n]) and is_sentence(words) and not _REACHED.search(words)):
            return n
    return len(blocks)
