"""Lines between paragraphs: subheadings, captions, and lines without a word."""

import re
from dataclasses import replace

from generator.cleaning.prose import ends_sentence, is_headline, is_open, is_sentence
from generator.model import Block, Document

_MOST_WORDS = 16
_LONGEST_CAPTION = 400
_CREDITED = re.compile(r"\((?:AP Photo|Photo|Image|File photo|Getty|Reuters|AFP)[^()\n]{0,80}\)\.?\Z", re.IGNORECASE)
_OWNED = re.compile(
    r"[^\n]{3,300}?(?:\b(?:Images?|Photos?|Pictures?|Photographs?|Photo credit|Image credit)|Credits?)(?: ?: ?|\.{3})"
    r"(?:©|\(c\))? ?[A-Z][^\n.:]{1,60}\.?"
)
"""A line that ends with the owner of the picture it stands under: "The harbour at night. Image: Ann Lee."."""
_SIGNED = re.compile(r"[\"“„«‘'][^\n\"”»]{15,400}[\"”»’'] ?(?:--?|–|—) ?[A-Z][^\n\"”»]{3,80}")
"""A line that is a quotation with the name of its speaker behind a dash."""
_OPENING = re.compile(
    r"(?:(?:image|media|photo|video) caption|file photo ?:|file ?(?:-|\u2013|\u2014) ?in this|in this [^\n]{4,40},? "
    r"(?:file|handout|provided|undated) (?:photo|image|picture)|(?:image|photo|picture) ?: ?(?=[A-Z][^\n]{40}))",
    re.IGNORECASE,
)
"""How captions begin."""


_AGENCY_END = re.compile(
    r"/ ?(?:AP|AFP|EPA|Reuters|Bloomberg|Shutterstock|Getty(?: Images)?)(?: (?:file|pool|images?|photos?))?\.?\Z",
    re.IGNORECASE,
)
"""How captions end that name photographer and agency: "The harbour at night.Ann Lee / Reuters file"."""


def label_captions(document: Document) -> Document:
    """Label the lines that name their photographer at the end, in brackets or behind "Image:"."""
    blocks = [
        replace(block, kind="caption")
        if block.kind == "paragraph" and _is_caption(block.span.of(document.text))
        else block
        for block in document.blocks
    ]
    return replace(document, blocks=tuple(blocks))


def _is_caption(text: str) -> bool:
    if len(text) > _LONGEST_CAPTION:
        return False
    if _AGENCY_END.search(text, max(0, len(text) - 40)) and len(text.split()) > 6:
        return True
    return bool(_CREDITED.search(text, max(0, len(text) - 120)) or _OWNED.fullmatch(text) or _OPENING.match(text))


def label_headings(document: Document) -> Document:
    """Label the headline-like lines that are followed by prose."""
    blocks = list(document.blocks)
    for n, block in enumerate(blocks):
        if block.kind == "paragraph" and _SIGNED.fullmatch(block.span.of(document.text)):
            blocks[n] = replace(block, kind="quotation")
            continue
        is_heading = block.kind == "paragraph" and _is_heading(block.span.of(document.text))
        if is_heading and _leads_to_prose(blocks, n, document.text):
            blocks[n] = replace(block, kind="heading")
    return replace(document, blocks=tuple(blocks))


def _is_heading(text: str) -> bool:
    """A short line with a capital, a digit or a quotation mark first, that is no sentence and no speech."""
    if not is_headline(text, most_words=_MOST_WORDS) or is_sentence(text) or ends_sentence(text):
        return text.endswith("?") and is_headline(text, most_words=_MOST_WORDS) and text[:1].isupper()
    return text[:1].isupper() or text[:1].isdigit() or text[:1] in "\"“'‘¿¡"


def _leads_to_prose(blocks: list[Block], n: int, text: str) -> bool:
    """Whether the next block that counts is prose."""
    for block in blocks[n + 1 : n + 4]:
        if block.kind in ("boilerplate", "caption", "credit", "byline", "dateline"):
            continue
        return is_open(block) and (
            block.kind != "paragraph" or is_sentence(block.span.of(text)) or len(block.span.of(text)) > 120
        )
    return False
