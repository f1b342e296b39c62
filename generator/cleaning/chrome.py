"""What a line looks like before anybody knows what it is, prose or a line of something else, and lines that are
chrome by their words.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from generator.cleaning.examples import ARTICLE, Cleaner, page
from generator.language.wording import find_chrome, list_reasons
from generator.model import Block, Document
from generator.text.rules import Rule

_CLOSERS = "\"'”“’‘»«)]}›‹』」】*♦■●"
_FULL_STOPS = ".!?…:;。！？؟।．"
_FOOTNOTE = re.compile(r"(?:\[\d{1,3}\])+$")
_LAST_REMARK = re.compile(r"[ \u00a0]*\([^()\n]{1,80}\)\.?[ \u00a0]*\Z")
"""A remark in brackets after the last sentence, such as a credit."""
_NO_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
"""Scripts that do not part words by spaces, or whose words are short."""
_WORD = re.compile(r"[^\W\d_][\w-]*")

SENTENCE_WORDS = 5
"""A line of fewer words is no sentence, whatever it ends with."""
KEPT = 512
"""Lines whose looks are kept: each step of the cleaning asks for those of all blocks."""


@lru_cache(maxsize=KEPT)
def count_words(text: str) -> int:
    """Words, about; two characters count for one where words are not parted by spaces."""
    return len(text.split()) + len(_NO_SPACES.findall(text)) // 2


@lru_cache(maxsize=KEPT)
def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, closing quotation marks and brackets aside."""
    last = _FOOTNOTE.sub("", text[-200:])
    return any(end[-1:] in _FULL_STOPS for end in (_bare(last), _bare(_LAST_REMARK.sub("", last))) if end)


def _bare(text: str) -> str:
    """The text without closing quotation marks, brackets and spaces at its end."""
    return text.rstrip(_CLOSERS + " \u00a0")


def is_truncated(text: str) -> bool:
    """Whether the text breaks off with an ellipsis, as teasers do."""
    return _bare(text).endswith(("…", "...", "[…]", "[...]"))


@lru_cache(maxsize=KEPT)
def is_sentence(text: str) -> bool:
    """Whether the text reads as prose: some words, closed by a full stop or its like."""
    return count_words(text) >= SENTENCE_WORDS and ends_sentence(text) and not is_truncated(text)


def is_headline(text: str, *, most_words: int = 30) -> bool:
    """Whether the text could be a headline: one short line that does not end as a sentence does."""
    words = count_words(text)
    if not 1 <= words <= most_words or len(text) > 220 or "\n" in text:
        return False
    return _bare(text)[-1:] not in {".", ":", ";", ","} and _WORD.search(text) is not None


@lru_cache(maxsize=KEPT)
def content_words(text: str) -> frozenset[str]:
    """The longer words of a text, lower case: enough to see whether two texts are about the same."""
    return frozenset(word.lower() for word in _WORD.findall(text) if len(word) > 3)


def is_open(block: Block) -> bool:
    """Whether nobody has said yet what the block is, beyond what its format shows."""
    return block.kind in ("paragraph", "list_item", "quotation")


_WEAK = frozenset({"site links"})
"""Reasons whose lines are plain words ("Education"): they need company to be chrome."""
NEUTRAL = frozenset(
    {"front matter", "code", "raw HTML", "no words", "reading time", "advertisement", "time stamp"}
    | {"page number", "running head or foot", "header of the message", "number of a note"}
    | {"repeated on the page", "link to another story", "list of other stories", "beside the title"}
    | {"address of the text", "tags of the note", "field of the note", "quoted reply", "signature"}
    | {"symbol of the document", "note on distribution", "embargo", "head of a statement of accounts"}
    | {"text recognition (OCR) is unsure of it", "notes to editors"}
    | {"footer of the mailing list", "signature of a program", "notice of the sender's house"}
)
"""Reasons that say nothing about whether a whole web page was saved: such lines stand inside articles too."""

_MANY_LINES = 3
_OUTSIDE = "outside the article"


def is_weak(reason: str) -> bool:
    """Whether lines of this reason need other chrome beside them to count."""
    return reason in _WEAK


def is_of_page(block: Block) -> bool:
    """Whether the block says that a whole web page was saved rather than an article."""
    return block.kind == "boilerplate" and block.reason not in NEUTRAL


def count_page_lines(blocks: Sequence[Block]) -> int:
    """The blocks that say by their own words, not by their place, that a whole web page was saved."""
    by_words = list_reasons()
    return sum(is_of_page(block) and block.reason in by_words for block in blocks)


def is_saved_page(blocks: Sequence[Block]) -> bool:
    """Whether so many lines are chrome by their words that a whole page was saved."""
    return count_page_lines(blocks) >= _MANY_LINES


def is_read_article(blocks: Sequence[Block]) -> bool:
    """Whether the reader of a page has said what is outside the article: it knows the article."""
    return any(block.reason == _OUTSIDE for block in blocks)


def label_chrome(document: Document) -> Document:
    """Label the lines that are chrome by their words; plain words only beside other chrome."""
    found = [find_chrome(block.span.of(document.text)) if is_open(block) else block.reason for block in document.blocks]
    return replace(
        document,
        blocks=tuple(
            replace(block, kind="boilerplate", reason=reason)
            if reason and is_open(block) and _counts(found, n)
            else block
            for n, (block, reason) in enumerate(zip(document.blocks, found, strict=True))
        ),
    )


def _counts(found: Sequence[str | None], n: int) -> bool:
    """Whether the reason of block `n` is strong, or two neighbors have one too."""
    if not is_weak(found[n] or ""):
        return True
    beside = [found[m] for m in (n - 2, n - 1, n + 1, n + 2) if 0 <= m < len(found)]
    return sum(reason is not None for reason in beside) >= 2


def labelled(block: Block, reason: str) -> Block:
    """The block as boilerplate."""
    return replace(block, kind="boilerplate", reason=reason)


CHROME: Rule[Cleaner] = Rule(
    "chrome by its words",
    label_chrome,
    yes=(page("|Share on Facebook|", *ARTICLE), page("|Home|", "|Sports|", "|Contact us|", *ARTICLE)),
    no=(page("Sports", *ARTICLE), page(*ARTICLE, "Share prices fell on Monday after the news.")),
    reason="Plain words that name a section count only beside other chrome.",
)
