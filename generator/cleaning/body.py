"""Where the article stands among the lines of a page, and what stands around it: menus, other stories, notices.

Each block scores by its length as prose or loses as a line of something else; the article is the run of blocks with
the greatest sum (J. Pasternack and D. Roth, Extracting article text from the web with maximum subsequence
segmentation, WWW 2009).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from generator.cleaning.chrome import (
    NEUTRAL,
    content_words,
    count_words,
    ends_sentence,
    is_headline,
    is_of_page,
    is_open,
    is_read_article,
    is_saved_page,
    is_sentence,
    is_weak,
    labelled,
)
from generator.cleaning.examples import ARTICLE, FURNITURE, LEAD, THANKS, Cleaner, page
from generator.language.wording import FULL_DATE, MONTHS, WEEKDAYS, begins_link, find_list
from generator.model import Block, Document, Span
from generator.text.memo import keeping_last
from generator.text.rules import Rule

_MOST = 400.0
"""A paragraph scores its length, up to this."""
_LINE = -25.0
"""A short line that is no sentence."""
_CHROME = -40.0
_OTHER_STORIES = -250.0
"""Chrome that stands after articles rather than in them."""
_END = -1500.0
"""Chrome after which no article goes on."""
_ENDING = {"related links": _OTHER_STORIES, "newsletter or subscription": -80.0, "site links": -60.0}
_FINAL = {"copyright": _END, "comments": _END, "about the author": _OTHER_STORIES}
_WIDEST_GAP = 12
"""Blocks that may stand between the paragraphs of one article."""
_PARAGRAPH_WORDS = 20
_LONG = 70
_SAME_SUBJECT = 0.45
"""A paragraph shares so many of its words with the rest of its article."""
_SHORT = 4
"""Blocks of a text that may be a headline, a day, a name and one paragraph."""
_INSIDE = re.compile(r"[.!?][\"”’]?\s+[\"“‘]?[A-ZÀ-Þ]")
"""Where a sentence ends inside a paragraph."""


class Body(NamedTuple):
    """The blocks of the article, as indexes; `end` is exclusive. Equal: no prose at all."""

    start: int
    end: int


@keeping_last
def find_body(document: Document) -> Body:
    """The run of blocks that reads as the article."""
    best = Body(0, 0)
    best_sum = total = 0.0
    start = 0
    for n, block in enumerate(document.blocks):
        total += score(block, block.span.of(document.text))
        if total <= 0:
            total, start = 0.0, n + 1
        elif total >= best_sum:
            best_sum, best = total, Body(start, n + 1)
    return _extend(document, best) if best.start < best.end else _find_broken(document)


def _find_broken(document: Document) -> Body:
    """The one paragraph of a short text that breaks off in its last sentence; no block where there is none."""
    last = len(document.blocks)
    if not 2 <= last <= _SHORT or not _is_paragraph(document.blocks[-1], document.text):
        return Body(0, 0)
    whole = _INSIDE.search(document.text, *document.blocks[-1].span)
    return Body(last - 1, last) if whole else Body(0, 0)


def _extend(document: Document, body: Body) -> Body:
    """The body with the paragraphs beyond a gap that speak of the same: a box of links does not end an article."""
    if body == (0, len(document.blocks)):
        return body
    span = Span(document.blocks[body.start].span.start, document.blocks[body.end - 1].span.end)
    words = content_words(span.of(document.text))
    forward = range(body.end, len(document.blocks))
    backward = range(body.start - 1, -1, -1)
    last = _reach(document, forward, words)
    first = _reach(document, backward, words)
    end = body.end if last is None else last + 1
    # A long paragraph directly behind is the article's, even where it breaks off.
    while end < len(document.blocks) and _is_paragraph(document.blocks[end], document.text):
        end += 1
    return Body(body.start if first is None else first, end)


def _is_paragraph(block: Block, text: str) -> bool:
    return block.kind == "paragraph" and count_words(block.span.of(text)) >= _PARAGRAPH_WORDS


def _reach(document: Document, order: range, words: frozenset[str]) -> int | None:
    """The farthest block in this order that still belongs to an article with these words."""
    reached, gap = None, 0
    for n in order:
        block = document.blocks[n]
        text = block.span.of(document.text)
        is_final = block.kind == "boilerplate" and block.reason in _FINAL
        if gap > _WIDEST_GAP or is_final or block.kind == "title":
            break
        gap += 1
        if block.kind == "paragraph" and len(text) >= _LONG and is_sentence(text):
            own = content_words(text)
            if len(own & words) >= _SAME_SUBJECT * len(own):
                reached, gap = n, 0
    return reached


def score(block: Block, text: str) -> float:
    """How much the block speaks for the article, in characters of prose; negative: against it."""
    if block.kind == "boilerplate":
        return _score_chrome(block.reason or "", text)
    if block.kind not in ("paragraph", "list_item", "quotation"):
        return 0.0
    if is_sentence(text):
        return min(_MOST, float(len(text)))
    if block.kind == "list_item" or count_words(text) > 30:
        return 0.0
    return _LINE if not (ends_sentence(text) and text[:1] in "\"“'‘") else 0.0


def _score_chrome(reason: str, text: str) -> float:
    if reason in NEUTRAL:
        return 0.0
    if reason in _FINAL:
        return _FINAL[reason]
    if reason == "related links" and begins_link(text):
        return _CHROME
    return _ENDING.get(reason, _CHROME if not is_weak(reason) else _LINE)


BEFORE = "before the start of the article"
AFTER = "after the end of the article"
AMONG = "among buttons and links"
_CHROME_IN_RUN = 2
"""So many lines that are chrome by their words make their neighbors chrome too."""
_SHORT_EDGES = 15
_MANY_LINES = 8
"""So many lines before an article that are no sentences are a menu."""
_OF_OTHER_STORIES = frozenset({"heading", "dateline", "byline", "caption"})
"""What belongs to other stories where it stands behind the article."""
_LONGEST_ENTRY = 300
OTHER_STORY = "link to another story"
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
        elif under and is_open(block) and _is_bare_headline(text):
            blocks[n] = labelled(block, "related links")
        else:
            under = False
    return replace(document, blocks=tuple(blocks))


def _is_bare_headline(text: str) -> bool:
    """Whether a line is the headline of something and no sentence."""
    return is_headline(text) and not is_sentence(text)


def _cut_appendix(blocks: list[Block], text: str) -> None:
    """Leave out the last sections, from a heading such as "Sources" on, where they are lists only."""
    end = len(blocks)
    for n in range(len(blocks) - 1, 0, -1):
        words = blocks[n].span.of(text)
        reason = find_list(words)
        if reason:
            for m in range(n, end):
                if is_open(blocks[m]) or blocks[m].kind == "heading":
                    blocks[m] = labelled(blocks[m], reason)
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
    is_known = is_read_article(blocks)
    kept = [is_known and is_open(b) and is_sentence(b.span.of(document.text)) for b in blocks]
    title = next((n for n, block in enumerate(blocks) if block.kind == "title"), -1)
    if _is_page_top(blocks[: body.start], document.text):
        for n in range(body.start):
            if is_open(blocks[n]) and not (kept[n] and n > title):
                blocks[n] = labelled(blocks[n], BEFORE)
    chrome = (n for n in range(body.end, len(blocks)) if is_of_page(blocks[n]) and blocks[n].reason != AFTER)
    end = next(chrome, len(blocks))
    is_page = is_saved_page(blocks)
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
    if not is_saved_page(blocks):
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
    is_line = block.kind == "paragraph" and is_headline(words, most_words=_SHORT_EDGES) and not is_sentence(words)
    # A program of dates is the article's.
    return is_line and not _DATED.match(words)


_MORE = "The council of Westport said that the harbour and both piers had been repaired after the storm in December."
_LONG_LINE = "Storm and sea and ships and piers and what the fishermen of both towns make of all of them now"

LISTS: Rule[Cleaner] = Rule(
    "links and sources under a heading",
    cut_lists,
    yes=(
        page(*ARTICLE, "|Sources|", "|Westport Daily, 3 May 2021|", "|Harbour board, report of the year|"),
        page("Related articles", "|Baker wins a prize|", "|School gets a roof|", LEAD),
        page(*ARTICLE, "|Sources|", "|Westport Daily, 3 May 2021|", "© 2021 Westport Daily"),
    ),
    no=(page(*ARTICLE, "Sources", LEAD), page(*ARTICLE, "The sources of the river", "Holm and Hull")),
)
EDGES: Rule[Cleaner] = Rule(
    "before and after the article",
    cut_edges,
    yes=(
        page("|Bread|", "Share on Facebook", *ARTICLE),
        page(*ARTICLE, "Subscribe to our newsletter", "|Good bread|"),
    ),
    no=(page("Bread", *ARTICLE), page(*ARTICLE, "Good bread"), page(*ARTICLE, "Related articles", _MORE)),
    reason="Without chrome beside it, a line at the edge of a text is the writer’s.",
)
RUNS: Rule[Cleaner] = Rule(
    "among buttons and links",
    cut_runs,
    yes=(page(*ARTICLE, "Share on Facebook", "|Storm and sea|", "Tweet", "Ships", _MORE),),
    no=(
        page(*ARTICLE, "Share on Facebook", "Storm and sea", _MORE),
        page(*ARTICLE, "Storm", "Sea", "Ships", _MORE),
        page(*ARTICLE, "Share on Facebook", _LONG_LINE, "Tweet", "Ships", _MORE),
    ),
    reason="The last line of a run may be the heading of what follows.",
)
LINKS: Rule[Cleaner] = Rule(
    "links inside the article",
    cut_links,
    yes=(
        page(*FURNITURE, *ARTICLE[:3], "|BAKER FROM WESTPORT WINS A PRIZE FOR BREAD|", THANKS),
        page(
            *(*FURNITURE, *ARTICLE, "|GOOD BREAD|", "|Baker wins a prize for bread from seaweed|"),
            *("|ROOF OFF|", "|School gets a roof after one long wet autumn|", _MORE),
        ),
        page(
            *(*FURNITURE, *ARTICLE, "|OLD AND GOOD|", "|Baker wins prize for new bread|"),
            *("|ROOF OFF|", "|School gets roof after wet autumn|", _MORE),
        ),
    ),
    no=(
        page(*FURNITURE, *ARTICLE[:3], "THE STORM", THANKS),
        page(*ARTICLE[:3], "BAKER FROM WESTPORT WINS A PRIZE FOR BREAD", THANKS),
    ),
)
