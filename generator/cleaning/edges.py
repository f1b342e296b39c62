"""Leave out what stands around the article: menus before it, links to other stories and notices after it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.cleaning.body import find_body
from generator.cleaning.chrome import count_page_lines, is_of_page, labelled
from generator.cleaning.prose import count_words, is_headline, is_open, is_sentence
from generator.model import Block, Document
from generator.text.calendar import FULL_DATE, MONTHS, WEEKDAYS

BEFORE = "before the start of the article"
AFTER = "after the end of the article"
AMONG = "among buttons and links"
_READ = "outside the article"
"""The reason of a page's reader: it says that it knows the article."""
_CHROME_IN_RUN = 2
"""So many lines that are chrome by their words make their neighbors chrome too."""
_SHORT = 15
_MANY_LINES = 8
"""So many lines before an article that are no sentences are a menu."""
_APPENDIX = {
    **dict.fromkeys(("sources", "references", "notes"), "list of sources"),
    **dict.fromkeys(
        ("related news", "related articles", "external links", "see also", "sister links"), "related links"
    ),
}
"""Headings under which an article only lists what it draws on, with the reason to leave the lists out."""
_OF_OTHER_STORIES = frozenset({"heading", "dateline", "byline", "caption"})
"""What belongs to other stories where it stands behind the article."""
_LONGEST_ENTRY = 300
OTHER_STORY = "link to another story"
_MANY_CHROME = 3
"""So many lines that are chrome by their words show that a whole page was saved."""
_LONG_CAPITALS = 5
"""Words of a line in capitals that is longer than a subheading."""
_KICKER = 3
_NUMBER = re.compile(r"\d")
_DATED = re.compile(rf"(?:{'|'.join([*MONTHS, *WEEKDAYS])})[a-z]{{0,6}}\b", re.IGNORECASE)
"""A line that begins with a month or a day."""


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
    # What only its place has cut is judged by its words, as before it was cut: cleaning twice changes nothing.
    is_cut_by_place = block.reason == AFTER
    if block.kind in ("boilerplate", "credit", "dateline") and not is_cut_by_place:
        return True
    if len(words) > _LONGEST_ENTRY or not (is_open(block) or block.kind == "heading" or is_cut_by_place):
        return False
    return not is_sentence(words) or FULL_DATE.search(words) is not None


def cut_edges(document: Document) -> Document:
    """Leave out what stands before and after the article, where it looks like a page around it.

    Behind the article the cut begins at the first line that is chrome by its words: what stands before that may be a
    list that belongs to the article.
    """
    body = find_body(document)
    if body.start == body.end:
        return document
    blocks = list(document.blocks)
    # What the reader of a page takes for its article is prose of it.
    is_known = any(block.reason == _READ for block in blocks)
    kept = [is_known and is_open(b) and is_sentence(b.span.of(document.text)) for b in blocks]
    title = next((n for n, block in enumerate(blocks) if block.kind == "title"), -1)
    if _is_page_top(blocks[: body.start], document.text):
        for n in range(body.start):
            if is_open(blocks[n]) and not (kept[n] and n > title):
                blocks[n] = labelled(blocks[n], BEFORE)
    chrome = (n for n in range(body.end, len(blocks)) if is_of_page(blocks[n]) and blocks[n].reason != AFTER)
    end = next(chrome, len(blocks))
    is_page = count_page_lines(blocks) >= _MANY_CHROME
    for n in range(body.end, len(blocks)):
        if n < end and not (is_page and _is_headline_of_another(blocks[n], document.text)):
            continue
        if (is_open(blocks[n]) and not kept[n]) or blocks[n].kind in _OF_OTHER_STORIES:
            blocks[n] = labelled(blocks[n], AFTER)
    return replace(document, blocks=tuple(blocks))


def _is_headline_of_another(block: Block, text: str) -> bool:
    """Whether a block behind the article is a line that names another story, on a page."""
    words = block.span.of(text)
    if block.kind != "paragraph" or words[0].isdigit() or _DATED.match(words):
        # A list of dates or numbers may belong to the article.
        return False
    return is_headline(words) and not is_sentence(words) and count_words(words) >= 3


def cut_links(document: Document) -> Document:
    """Leave out links to other stories inside an article on a page: lines in capitals, and kickers with headlines."""
    blocks, text = list(document.blocks), document.text
    if count_page_lines(blocks) < _MANY_CHROME:
        return document
    title = next((block.span.of(text) for block in blocks if block.kind == "title"), "")
    start = 0
    for n in range(len(blocks) + 1):
        if n < len(blocks) and _is_line(blocks[n], text) and blocks[n].kind == "paragraph":
            words = blocks[n].span.of(text)
            if words.isupper() and not title.isupper() and count_words(words) >= _LONG_CAPITALS:
                blocks[n] = labelled(blocks[n], OTHER_STORY)
            continue
        if _are_kickers([block.span.of(text) for block in blocks[start:n]]):
            blocks[start:n] = [labelled(block, OTHER_STORY) for block in blocks[start:n]]
        start = n + 1
    return replace(document, blocks=tuple(blocks))


def _are_kickers(lines: Sequence[str]) -> bool:
    """Whether lines come in pairs, a word or three over a headline, twice at least."""
    sizes = [count_words(line) for line in lines]
    pairs = sum(a <= _KICKER < 2 * _KICKER <= b for a, b in pairwise(sizes))
    return pairs >= 2 and 2 * pairs >= 0.75 * len(lines)


def _is_page_top(blocks: Sequence[Block], text: str) -> bool:
    """Whether the blocks before an article are the top of a web page: chrome by its words, or a long menu."""
    open_lines = (b.span.of(text) for b in blocks if is_open(b) and b.kind != "list_item")
    # A list with numbers may be the results that the article is about.
    lines = [words for words in open_lines if not is_sentence(words) and _NUMBER.search(words) is None]
    return any(map(is_of_page, blocks)) or len(lines) >= _MANY_LINES


def cut_runs(document: Document) -> Document:
    """Leave out the lines among buttons and links inside the article: names of topics, titles of other stories."""
    blocks = list(document.blocks)
    start = 0
    for n in range(len(blocks) + 1):
        if n < len(blocks) and _is_line(blocks[n], document.text):
            continue
        run = blocks[start:n]
        if sum(map(is_of_page, run)) >= _CHROME_IN_RUN and len(run) > _CHROME_IN_RUN:
            # The last line may be the heading of what follows.
            blocks[start : n - 1] = [labelled(b, AMONG) if is_open(b) else b for b in run[:-1]]
        start = n + 1
    return replace(document, blocks=tuple(blocks))


def _is_line(block: Block, text: str) -> bool:
    """Whether the block is a short line that is neither prose nor known to belong to the article."""
    if block.kind == "boilerplate":
        return True
    words = block.span.of(text)
    is_line = block.kind == "paragraph" and is_headline(words, most_words=_SHORT) and not is_sentence(words)
    # A program of dates is the article's.
    return is_line and not _DATED.match(words)
