"""How agencies end a dispatch: "Enditem", "(END)", the initials of the desk; on a line or behind the last sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from generator.cleaning.chrome import labelled
from generator.cleaning.prose import is_open
from generator.model import Block, Document, Span
from generator.text.leads import find_lead
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
