"""What else a page carries below and beside its article, though it reads like prose.

Readers' comments, lists of other stories with teasers, and parts behind the article that speak of something else.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from generator.cleaning.body import find_body
from generator.cleaning.chrome import (
    content_words,
    count_words,
    is_headline,
    is_of_page,
    is_open,
    is_read_article,
    is_saved_page,
    is_sentence,
    is_truncated,
    labelled,
)
from generator.cleaning.examples import ARTICLE, FURNITURE, LEAD, TEASERS, Cleaner, page
from generator.language.wording import FULL_DATE, is_part, normalize
from generator.model import Block, Document
from generator.text.rules import Rule

COMMENTS = "comments"
STORIES = "list of other stories"
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_SIGNS = 2
"""So many lines of one kind over comments make a thread."""
_LINE_WORDS = 12
_MOMENT = 60
"""Characters of a line that only says when a comment was written."""
_HEADLINE_WORDS = 4
"""Words of a line that is a headline where it stands twice."""
_TEASER = 330
"""A teaser is no longer, in characters."""
_ITEMS, _FEWEST = 3, 2
"""Teasers of a list; two are enough where each headline stands twice."""
_MOST_OF_PROSE = 0.5
"""A list that holds more than this part of all prose is the article."""
_SAME_SUBJECT = 0.5
_DATED = 4
"""So many headlines with a date under each are a list."""
_BETWEEN_UNITS = 2
"""Lines between the date under one of them and the date under the next, at most: word and headline."""
_OF_ITEM = frozenset({"dateline", "byline"})


def label_comments(document: Document) -> Document:
    """Label what readers wrote below the article, from the first name on: names over texts, with date and time.

    Without a sign of comments (a heading, "Reply", "X says:") dated entries are the article's: a live report.
    """
    blocks, text = list(document.blocks), document.text
    _label_thread(blocks, text)
    document = replace(document, blocks=tuple(blocks))
    begin = _find_prose(document)
    heads = [n for n in range(begin, len(blocks)) if _is_comment_head(blocks, n, text)]
    says = [n for n in heads if is_part("name over a comment", blocks[n - 1].span.of(text))]
    has_sign = any(b.kind == "boilerplate" and b.reason == COMMENTS for b in blocks)
    if len(heads) < _SIGNS or not (has_sign or len(says) >= _SIGNS):
        return document
    for n in range(heads[0] - 1, len(blocks)):
        if blocks[n].kind != "boilerplate":
            blocks[n] = labelled(blocks[n], COMMENTS)
    return replace(document, blocks=tuple(blocks))


def _label_thread(blocks: list[Block], text: str) -> None:
    """Label what stands between lines that recur under comments: "Reply", "Rating: 3 votes"."""
    under = [(n, normalize(b.span.of(text))) for n, b in enumerate(blocks) if b.reason == COMMENTS]
    count = Counter(line for _, line in under)
    recurring = [n for n, line in under if count[line] >= _ITEMS]
    for n in range(recurring[0], recurring[-1]) if recurring else ():
        if blocks[n].kind != "boilerplate":
            blocks[n] = labelled(blocks[n], COMMENTS)


def _find_prose(document: Document) -> int:
    """The index behind the second paragraph of prose; past the end where there are fewer."""
    prose = [n for n, b in enumerate(document.blocks) if is_open(b) and is_sentence(b.span.of(document.text))]
    return prose[1] + 1 if len(prose) > 1 else len(document.blocks)


def _is_comment_head(blocks: Sequence[Block], n: int, text: str) -> bool:
    """Whether a block is a date with a time under a name."""
    words = blocks[n].span.of(text)
    is_moment = len(words) <= _MOMENT and _CLOCK.search(words) is not None and FULL_DATE.search(words) is not None
    name = blocks[n - 1].span.of(text) if n and is_moment else ""
    return 0 < count_words(name) <= _LINE_WORDS and not is_sentence(name)


def cut_stories(document: Document) -> Document:
    """Leave out lists of other stories: headline and teaser in turn, with dates, authors or sections that recur."""
    blocks, text = list(document.blocks), document.text
    most = _MOST_OF_PROSE * _count_prose(blocks, text)
    between = _find_middle(blocks)
    for run in list(_find_runs(blocks, text, _words_of_article(document))):
        teasers = _find_teasers(blocks, run, text)
        is_too_large = sum(_length(blocks[n]) for n in teasers) > most
        # Without two there is nothing to go by; and more than half of all prose is the article itself.
        if len(teasers) < _FEWEST or is_too_large:
            continue
        is_between = between.start < run.start and between.stop > run.stop
        if _is_list([blocks[n] for n in run], text, count=len(teasers), is_between=is_between):
            _cut(blocks, range(run.start, teasers[-1] + 1))
    return replace(document, blocks=tuple(blocks))


def _find_middle(blocks: Sequence[Block]) -> range:
    """From the first to the last long paragraph: between them an article has its own parts, each under a heading."""
    long = [n for n, block in enumerate(blocks) if is_open(block) and _length(block) > _TEASER]
    return range(long[0], long[-1] + 1) if long else range(0)


def _find_teasers(blocks: Sequence[Block], run: range, text: str) -> list[int]:
    """The teasers of a run, without the first paragraph of an article below the list."""
    found = [n for n in run if n > run.start and _is_teaser(blocks[n], text)]
    ends_in_teaser = bool(found) and found[-1] == run.stop - 1
    is_before_prose = run.stop < len(blocks) and _is_prose(blocks[run.stop], text)
    return found[:-1] if ends_in_teaser and is_before_prose else found


def _cut(blocks: list[Block], places: range) -> None:
    for n in places:
        if blocks[n].kind not in ("boilerplate", "title"):
            blocks[n] = labelled(blocks[n], STORIES)


def _length(block: Block) -> int:
    return block.span.end - block.span.start


def _count_prose(blocks: Sequence[Block], text: str) -> int:
    """The characters of all prose."""
    return sum(_length(block) for block in blocks if _is_prose(block, text))


def _words_of_article(document: Document) -> frozenset[str]:
    """The words of the paragraphs that follow one another."""
    prose = [_is_prose(block, document.text) for block in document.blocks]
    inside = [
        p and (before or after) for before, p, after in zip([False, *prose], prose, [*prose[1:], False], strict=False)
    ]
    texts = (b.span.of(document.text) for b, among in zip(document.blocks, inside, strict=True) if among)
    return frozenset(word for text in texts for word in content_words(text))


def _is_prose(block: Block, text: str) -> bool:
    return is_open(block) and is_sentence(block.span.of(text))


def _find_runs(blocks: Sequence[Block], text: str, own: frozenset[str]) -> Iterator[range]:
    """Runs of lines and single short sentences about other things, each opened by a line."""
    start: int | None = None
    for n, block in enumerate(blocks):
        is_teaser = _is_teaser(block, text)
        if is_teaser:
            is_single = n == 0 or not _is_teaser(blocks[n - 1], text)
            goes_on = start is not None and is_single and not _is_about(block, text, own)
        else:
            goes_on = _is_line(block, text)
        if goes_on:
            start = n if start is None else start
        elif start is not None:
            yield range(start, n)
            start = None
    if start is not None:
        yield range(start, len(blocks))


def _is_line(block: Block, text: str) -> bool:
    """Whether the block is a short line without a sentence, or known not to be prose."""
    if block.kind == "paragraph":
        words = block.span.of(text)
        return len(words) <= 200 and not is_sentence(words) and not is_truncated(words)
    return block.kind in ("boilerplate", "heading", "caption", "credit", "dateline", "byline")


def _is_teaser(block: Block, text: str) -> bool:
    if block.kind != "paragraph" or block.span.end - block.span.start > _TEASER:
        return False
    words = block.span.of(text)
    return is_sentence(words) or (is_truncated(words) and count_words(words) > _LINE_WORDS)


def _is_about(block: Block, text: str, own: frozenset[str]) -> bool:
    """Whether a block speaks of what the article speaks of."""
    words = content_words(block.span.of(text))
    return len(words & own) >= _SAME_SUBJECT * len(words)


def _is_list(run: Sequence[Block], text: str, *, count: int, is_between: bool) -> bool:
    """Whether dates, authors, one section, kickers in capitals or broken-off teasers come again and again in a run.

    `count`: how many teasers the run has.
    """
    lines = [block for block in run if not _is_teaser(block, text)]
    least = max(_ITEMS, count // 2)
    clocks = sum(b.kind in _OF_ITEM and _CLOCK.search(b.span.of(text)) is not None for b in lines)
    if clocks > count // 2:
        # The entries of a live report have the time of day.
        return False
    dated = sum(b.kind in _OF_ITEM for b in lines) - clocks
    if is_between or dated >= least:
        return dated >= least
    same = Counter(b.span.of(text) for b in lines if b.kind != "boilerplate" and not b.span.of(text).endswith(":"))
    twins = sum(times > 1 for words, times in same.items() if count_words(words) >= _HEADLINE_WORDS)
    if count < _ITEMS:
        return twins >= count
    kickers = sum(b.span.of(text).isupper() for b in lines) if len(lines) >= 2 * count else 0
    truncated = sum(is_truncated(b.span.of(text)) for b in run if _is_teaser(b, text))
    return max(2 * twins, truncated, kickers, *same.values(), 0) >= least


def cut_dated_headlines(document: Document) -> Document:
    """Leave out headlines with a date under each, perhaps with a word over each, that follow one another."""
    blocks, text = list(document.blocks), document.text
    units: list[range] = []
    for n, block in enumerate(document.blocks):
        is_unit = block.kind == "dateline" and n > 0 and _is_other_headline(blocks[n - 1], text)
        is_far = bool(units) and n - units[-1].stop > _BETWEEN_UNITS
        if _is_prose(block, text) or (is_unit and is_far):
            _cut_units(blocks, units)
            units = []
        if is_unit:
            units.append(range(n - 1, n + 1))
    _cut_units(blocks, units)
    return replace(document, blocks=tuple(blocks))


def _is_other_headline(block: Block, text: str) -> bool:
    words = block.span.of(text)
    is_line = is_open(block) or block.kind == "boilerplate"
    return is_line and count_words(words) >= 3 and not is_sentence(words)


def _cut_units(blocks: list[Block], units: Sequence[range]) -> None:
    if len(units) >= _DATED:
        for n in range(units[0].start, units[-1].stop):
            blocks[n] = labelled(blocks[n], STORIES)


TAIL = "speaks of something else"
_GAP = 4
"""So many lines in a row part what is behind them from the article."""
_LONG_GAP = 8
_MOST_BEHIND, _MOST_BEHIND_LONG_GAP = 0.2, 0.6
"""No larger part of all prose is left out."""
_GAPS_LIMIT = 20
"""Gaps that are looked at: each costs a walk over the page."""
_SHARED = 0.4
"""What shares so many of its words with the article goes on with it."""


def cut_tails(document: Document) -> Document:
    """Leave out what stands behind a run of lines at the end of a saved page and speaks of other things."""
    blocks, text = list(document.blocks), document.text
    body = find_body(document)
    if body.start == body.end or not is_saved_page(blocks) or is_read_article(blocks):
        return document
    end = next((n for n in range(body.end, len(blocks)) if is_of_page(blocks[n])), len(blocks))
    gaps = islice(_find_gaps(blocks[:end], body.start, text), _GAPS_LIMIT)
    foreign = (gap for gap in gaps if _is_foreign(blocks[body.start : gap.start], blocks[gap.stop : end], text))
    if (gap := next(foreign, None)) is not None:
        for n in range(gap.start, end):
            if is_open(blocks[n]) or blocks[n].kind == "heading":
                blocks[n] = labelled(blocks[n], TAIL)
    return replace(document, blocks=tuple(blocks))


def _find_gaps(blocks: Sequence[Block], start: int, text: str) -> Iterator[range]:
    """The runs of lines that are long enough for the prose behind them, in order."""
    sizes = [block.span.end - block.span.start if _is_prose(block, text) else 0 for block in blocks[start:]]
    behind, total = sum(sizes), sum(sizes)
    first = start
    for n in range(start, len(blocks) + 1):
        if n < len(blocks) and _may_part(blocks[n], text):
            continue
        most = _MOST_BEHIND_LONG_GAP if n - first >= _LONG_GAP else _MOST_BEHIND
        if n - first >= _GAP and behind <= most * total:
            yield range(first, n)
        behind -= sizes[n - start] if n < len(blocks) else 0
        first = n + 1


def _may_part(block: Block, text: str) -> bool:
    if block.kind == "boilerplate":
        return True
    words = block.span.of(text)
    # Questions and answers are told apart by their letters.
    is_said = is_part("question or answer", words)
    return block.kind in ("paragraph", "heading") and is_headline(words) and not is_sentence(words) and not is_said


def _is_foreign(before: Sequence[Block], behind: Sequence[Block], text: str) -> bool:
    """Whether what is behind has few words in common with what is before, and less of it is running prose."""
    known, new = _words_of(before, text), _words_of(behind, text)
    is_new = len(new & known) < _SHARED * len(new)
    return is_new and _count_running(before, text) > _count_running(behind, text)


def _words_of(blocks: Sequence[Block], text: str) -> frozenset[str]:
    """The content words of all prose."""
    return frozenset(w for block in blocks if _is_prose(block, text) for w in content_words(block.span.of(text)))


def _count_running(blocks: Sequence[Block], text: str) -> int:
    """The characters of the paragraphs that follow directly on another one: teasers stand alone."""
    prose = [_is_prose(block, text) for block in blocks]
    following = (block for block, (one, two) in zip(blocks[1:], pairwise(prose), strict=True) if one and two)
    return sum(block.span.end - block.span.start for block in following)


COMMENTS_BELOW: Rule[Cleaner] = Rule(
    "comments of readers",
    label_comments,
    yes=(
        page(*ARTICLE, *(f"|reader{n} says:|\n|May {n}, 2021 at 6:3{n} am|\n|I like {n}.|" for n in range(1, 4))),
        page(
            *(*ARTICLE, "Leave a comment", "|Ann|", "|May 1, 2021 at 6:31 am|", "|Nice.|"),
            *("|Bo|", "|May 2, 2021 at 6:32 am|"),
        ),
    ),
    no=(
        page(*ARTICLE, *(f"Westport\nMay 1, 2021 at 6:3{n} am\nShip number {n} has left." for n in range(1, 4))),
        page(*ARTICLE, "Ann says:", "May 1, 2021 at 6:31 am", "I like it."),
    ),
    reason="Without a sign of comments dated entries are the article’s: a live report.",
)
OTHER_STORIES: Rule[Cleaner] = Rule(
    "lists of other stories",
    cut_stories,
    yes=(
        page(*ARTICLE, *(f"|May 3, 2021|\n|{title}|\n|{teaser}|" for title, teaser in TEASERS)),
        page(*ARTICLE, *(f"|Our town|\n|{title}|\n|{teaser}|" for title, teaser in TEASERS)),
        page(*ARTICLE, *(f"|{title} for bread|\n|{title} for bread|\n|{teaser}|" for title, teaser in TEASERS[:2])),
    ),
    no=(
        page(*ARTICLE, *(line for pair in TEASERS for line in pair)),
        page(*ARTICLE, *(f"14:0{n} May 3, 2021\n{title}\n{teaser}" for n, (title, teaser) in enumerate(TEASERS))),
    ),
    reason="Subheadings over short paragraphs, none of them recurring, belong to an article.",
)
DATED_HEADLINES: Rule[Cleaner] = Rule(
    "headlines with dates",
    cut_dated_headlines,
    yes=(page(*ARTICLE, *(f"|Baker wins prize number {n}|\n|May {n}, 2021|" for n in range(1, 5))),),
    no=(page(*ARTICLE, *(f"Baker wins prize number {n}\nMay {n}, 2021" for n in range(1, 4))),),
)
_LINKS = ("Baker wins a prize in Hull", "Ann Lee", "School gets a roof", "Tom Reed")
TAILS: Rule[Cleaner] = Rule(
    "parts about something else",
    cut_tails,
    yes=(page(FURNITURE[0], *ARTICLE, *(f"|{line}|" for line in (*_LINKS, TEASERS[0][1])), *FURNITURE[1:]),),
    no=(page(*ARTICLE, *_LINKS, TEASERS[0][1]), page(FURNITURE[0], *ARTICLE, *_LINKS, LEAD, *FURNITURE[1:])),
    reason="Only on a saved page, behind a run of lines, and less of it than of the article.",
)
