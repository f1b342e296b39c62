"""Leave out what stands around the article: menus before it, links to other stories and notices after it."""

from collections.abc import Sequence
from dataclasses import replace

from generator.cleaning.body import find_body
from generator.cleaning.chrome import labelled
from generator.cleaning.prose import count_words, is_headline, is_open, is_sentence
from generator.model import Block, Document
from generator.text.calendar import FULL_DATE

BEFORE = "before the start of the article"
AFTER = "after the end of the article"
_MANY_LINES = 8
"""So many lines before an article that are no sentences are a menu."""
_APPENDIX = {
    **dict.fromkeys(("sources", "references", "notes"), "list of sources"),
    **dict.fromkeys(
        ("related news", "related articles", "external links", "see also", "sister links"), "related links"
    ),
}
"""Headings under which an article only lists what it draws on, with the reason to leave the lists out."""
_OF_PAGES = frozenset({"front matter", "code", "raw HTML", "no words", "reading time", "advertisement", "time stamp"})
"""Reasons that say nothing about whether a whole web page was saved."""
_LONGEST_ENTRY = 300


def cut_lists(document: Document) -> Document:
    """Leave out the links under a heading for links, and the lists of sources at the end."""
    blocks = list(document.blocks)
    _cut_appendix(blocks, document.text)
    under = False
    for n, block in enumerate(blocks):
        text = block.span.of(document.text)
        if block.kind == "boilerplate":
            under = block.reason == "related links" and count_words(text) <= 4
        elif under and is_open(block) and is_headline(text) and not is_sentence(text):
            blocks[n] = labelled(block, "related links")
        else:
            under = False
    return replace(document, blocks=tuple(blocks))


def _cut_appendix(blocks: list[Block], text: str) -> None:
    """Leave out the last sections, from a heading such as "Sources" on, where they are lists only."""
    end = len(blocks)
    for n in range(len(blocks) - 1, 0, -1):
        words = blocks[n].span.of(text)
        name = words.strip(" :").lower()
        if name in _APPENDIX:
            for m in range(n, end):
                if is_open(blocks[m]) or blocks[m].kind == "heading":
                    blocks[m] = labelled(blocks[m], _APPENDIX[name])
            end = n
        elif not _is_entry(blocks[n], words):
            return


def _is_entry(block: Block, words: str) -> bool:
    """Whether the block may stand in a list of sources or links: a line without a sentence, or with a full date."""
    if block.kind in ("boilerplate", "credit", "dateline"):
        return True
    if len(words) > _LONGEST_ENTRY or not (is_open(block) or block.kind == "heading"):
        return False
    return not is_sentence(words) or FULL_DATE.search(words) is not None


def cut_edges(document: Document) -> Document:
    """Leave out what stands before and after the article, where it looks like a page around it."""
    body = find_body(document)
    if body.start == body.end:
        return document
    blocks = list(document.blocks)
    for part, reason in ((range(body.start), BEFORE), (range(body.end, len(blocks)), AFTER)):
        if _is_page([blocks[n] for n in part], document.text, menus=reason == BEFORE):
            for n in part:
                if is_open(blocks[n]) or (blocks[n].kind == "heading" and reason == AFTER):
                    blocks[n] = labelled(blocks[n], reason)
    return replace(document, blocks=tuple(blocks))


def _is_page(blocks: Sequence[Block], text: str, *, menus: bool) -> bool:
    """Whether these blocks are what a web page has around its article."""
    if any(block.kind == "boilerplate" and block.reason not in _OF_PAGES for block in blocks):
        return True
    lines = [b for b in blocks if is_open(b) and b.kind != "list_item" and not is_sentence(b.span.of(text))]
    return menus and len(lines) >= _MANY_LINES
