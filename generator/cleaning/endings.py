"""How agencies end a dispatch: "Enditem", "(END)", the initials of the desk; on a line or behind the last sentence.

What stands behind the text of a press release: legal notices, whom to ask, who sent it out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from generator.cleaning.chrome import labelled
from generator.cleaning.prose import count_words, is_headline, is_open, is_sentence
from generator.language.en.pages.leads import find_lead
from generator.model import Block, Document, Span
from generator.text.wordlists import load_sections

END = "end mark of the agency"
_LAST = 6
"""Blocks from the end among which a line can be an end mark."""
_WINDOW = 80
_HEAD = 500
"""Characters from the beginning in which an agency is named."""
_AFTER_SENTENCE = r"(?<=[.!?…\"”’'»)])[ \t\u00a0\n]{1,3}"
_MARK = (
    r"(?:Enditems?|\((?:END|End|end)\)(?: ?[a-z]{1,4}(?:[./][a-z]{1,4}){0,3})?|[-–—/]{1,2} ?END ?[-–—/]{1,2}|"
    r"\(?NAN\)? ?\(?www\.nannews\.ng\)?|--SPA|(?:WAM|SUNA|SABA)(?:/[A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20})?){1,3})"
)
"""What stands behind a last sentence and can be nothing else."""
_LINE = (
    rf"{_MARK}|[-–—]{{0,2}} ?(?:ENDS?|Ends) ?[-–—]{{0,2}}|#(?: ?#){{2,4}}|[-–—] ?(?:30|ends|end) ?[-–—]|={{3,20}}|"
    r"\d{1,2}[:.]\d{2} (?i:local time)(?: \d{1,2}[:.]\d{2} GMT)?|"
    r"[-–—]{1,2} ?[A-Z]{2,7}|[\w.+-]{1,30}@[\w-]{1,30}(?:\.[\w-]{1,20}){1,3}"
)
"""A line of its own that ends a dispatch or a release: a mark, an agency behind a dash, the address of the desk."""
_SLASHED = re.compile(r"[a-z]{2,5}(?:[/-][a-z]{2,5}){1,5}")
"""The writer and the desk in small letters: "abc/de/fg". Only behind an agency's text."""


@cache
def _desk() -> str:
    """The pattern of an agency with the initials of its desk: "PTI ABC DE"."""
    names = "|".join(sorted(name for name in _agencies() if name.isupper() and len(name) <= 5))
    return rf"[-–—]{{0,2}}(?:{names})(?: ?[ /](?:[A-Z]{{2,4}}|[a-z]{{2,3}})){{1,6}}"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An end mark as a line, and behind the last sentence of a paragraph."""
    line = re.compile(rf"{_LINE}|{_desk()}")
    return line, re.compile(rf"{_AFTER_SENTENCE}(?P<mark>{_MARK}|{_desk()})[. ]{{0,2}}\Z")


@cache
def _agencies() -> frozenset[str]:
    return frozenset(name for _, group in load_sections("wires_agencies.txt")[:2] for name in group)


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


def _is_tail(words: str, head: str) -> bool:
    """Whether a line is but an agency behind a dash that the head names too: "-- BERNAMA" under "(Bernama)"."""
    name = words.lstrip("-–— ")
    return name != words and name in _agencies() and f"({name.lower()})" in head.lower()


def _label(block: Block, text: str, *, is_last: bool, is_wire: bool) -> Iterator[Block]:
    words = block.span.of(text)
    if is_last and is_wire and block.kind == "credit" and _is_tail(words, text[:_HEAD]):
        yield labelled(block, END)
    elif not is_open(block):
        yield block
    elif is_last and (
        _patterns()[0].fullmatch(words) or (is_wire and (_SLASHED.fullmatch(words) or words in _agencies()))
    ):
        yield replace(block, kind="credit") if words in _agencies() else labelled(block, END)
    elif found := _patterns()[1].search(words, max(0, len(words) - _WINDOW)):
        start, end = block.span
        yield replace(block, span=Span(start, start + len(words[: found.start("mark")].rstrip())))
        yield labelled(replace(block, span=Span(start + found.start("mark"), end)), END)
    else:
        yield block


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
_SENT, _LAST_RELEASES = 4, 6
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
        if _SOURCE.fullmatch(words) and (n < _SENT or n >= len(blocks) - _LAST_RELEASES) and (n or words.isupper()):
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
    leads = (find_lead(text, block.span.start) for block in blocks[:_LAST_RELEASES] if is_open(block))
    agencies = {lead.agency.of(text) for lead in leads if lead and lead.agency}
    ends = [*blocks[:_SENT], *blocks[-_LAST_RELEASES:]]
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
