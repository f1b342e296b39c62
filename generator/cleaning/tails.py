"""Parts of a page that read like prose but speak of something else: behind the article, parted from it by lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from generator.cleaning.body import find_body
from generator.cleaning.chrome import count_page_lines, is_of_page, labelled
from generator.cleaning.prose import content_words, is_headline, is_open, is_sentence
from generator.model import Block, Document

TAIL = "speaks of something else"
_READ = "outside the article"
"""The reason of a page's reader: it says that it knows the article, by more than its words."""
_MANY_CHROME = 3
"""So many lines that are chrome by their words show that a whole page was saved."""
_GAP = 4
"""So many lines in a row part what is behind them from the article."""
_LONG_GAP = 8
_MOST_OF_PROSE, _MOST_BEHIND_LONG_GAP = 0.2, 0.6
"""No larger part of all prose is left out."""
_MOST_GAPS = 20
"""Gaps that are looked at: each costs a walk over the page."""
_SAME_SUBJECT = 0.4
"""What shares so many of its words with the article goes on with it."""


def cut_tails(document: Document) -> Document:
    """Leave out what stands behind a run of lines at the end of a saved page and speaks of other things."""
    blocks, text = list(document.blocks), document.text
    body = find_body(document)
    if count_page_lines(blocks) < _MANY_CHROME or body.start == body.end or any(b.reason == _READ for b in blocks):
        return document
    end = next((n for n in range(body.end, len(blocks)) if is_of_page(blocks[n])), len(blocks))
    for gap in islice(_find_gaps(blocks[:end], body.start, text), _MOST_GAPS):
        if _is_foreign(blocks[body.start : gap.start], blocks[gap.stop : end], text):
            for n in range(gap.start, end):
                if is_open(blocks[n]) or blocks[n].kind == "heading":
                    blocks[n] = labelled(blocks[n], TAIL)
            break
    return replace(document, blocks=tuple(blocks))


def _find_gaps(blocks: Sequence[Block], start: int, text: str) -> Iterator[range]:
    """The runs of lines that are long enough for the prose behind them, in order."""
    sizes = [block.span.end - block.span.start if _is_prose(block, text) else 0 for block in blocks[start:]]
    behind, total = sum(sizes), sum(sizes)
    first = start
    for n in range(start, len(blocks) + 1):
        if n < len(blocks) and _is_line(blocks[n], text):
            continue
        most = _MOST_BEHIND_LONG_GAP if n - first >= _LONG_GAP else _MOST_OF_PROSE
        if n - first >= _GAP and behind <= most * total:
            yield range(first, n)
        behind -= sizes[n - start] if n < len(blocks) else 0
        first = n + 1


def _is_line(block: Block, text: str) -> bool:
    if block.kind == "boilerplate":
        return True
    words = block.span.of(text)
    # Questions and answers are told apart by their letters.
    is_said = words.startswith(("Q:", "A:"))
    return block.kind in ("paragraph", "heading") and is_headline(words) and not is_sentence(words) and not is_said


def _is_prose(block: Block, text: str) -> bool:
    return is_open(block) and is_sentence(block.span.of(text))


def _is_foreign(before: Sequence[Block], behind: Sequence[Block], text: str) -> bool:
    """Whether what is behind has few words in common with what is before, and less of it is running prose."""
    known, new = _words_of(before, text), _words_of(behind, text)
    return len(new & known) < _SAME_SUBJECT * len(new) and _count_running(before, text) > _count_running(behind, text)


def _words_of(blocks: Sequence[Block], text: str) -> frozenset[str]:
    """The content words of all prose."""
    return frozenset(w for block in blocks if _is_prose(block, text) for w in content_words(block.span.of(text)))


def _count_running(blocks: Sequence[Block], text: str) -> int:
    """The characters of the paragraphs that follow directly on another one: teasers stand alone."""
    prose = [_is_prose(block, text) for block in blocks]
    following = (block for block, (one, two) in zip(blocks[1:], pairwise(prose), strict=True) if one and two)
    return sum(block.span.end - block.span.start for block in following)
