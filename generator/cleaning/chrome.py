"""Lines that are chrome by their words, and what such lines say of the page that they stand on."""

from collections.abc import Sequence
from dataclasses import replace

from generator.cleaning.examples import ARTICLE, Cleaner, page
from generator.cleaning.prose import is_open
from generator.language.pages import find_chrome, list_reasons
from generator.model import Block, Document
from generator.text.rules import Rule

_WEAK = frozenset({"site links"})
"""Reasons whose lines are plain words ("Education"): they need company to be chrome."""
NEUTRAL = frozenset(
    {"front matter", "code", "raw HTML", "no words", "reading time", "advertisement", "time stamp"}
    | {"page number", "running head or foot", "header of the message", "number of a note"}
    | {"repeated on the page", "link to another story", "list of other stories", "beside the title"}
    | {"address of the text", "tags of the note", "field of the note", "quoted reply", "signature"}
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
