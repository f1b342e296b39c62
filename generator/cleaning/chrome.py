"""Lines that pages put around articles, known by their words: share buttons, menus, notices, links to other stories."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from generator.cleaning.prose import is_open
from generator.model import Block, Document
from generator.text.wordlists import load_sections

_LONGEST, _LONGEST_NOTICE = 500, 700
"""A longer block is never cut for its words alone; a notice on cookies may be somewhat longer."""
_NOTICE = "cookies and privacy"
_LONGEST_BEGINNING = 300
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*k?\b")
_EDGE = " \t\u00a0•|»›→←‹«–—*·…:>!<^#+▼▲▶►✕×✓↓↑@"
_SPACE = re.compile(r"\s+")
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
_AGO = re.compile(
    r"(?:(?:last )?(?:updated|published|posted)?:? ?)?(?:about |over )?(?:0|an?|one) ?"
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?)\.? ago"
    r"(?: at 0:0(?: ?[ap]\.?m\.?)?)?"
)
_TIME = re.compile(r"0:0(?::0)? ?(?:[ap]\.?m\.?)?(?: ?(?:gmt|utc|ist|et|est|edt|pt|pst|bst|cet)(?:[+-]0)?)?(?: is)?")
_TAG_LIST = re.compile(r"(?:#[\w-]+[ ,]*){1,20}")


def normalize(text: str) -> str:
    """The text as the list has its phrases: lower case, straight apostrophes, no marks at the ends, numbers as 0."""
    line = _SPACE.sub(" ", text.lower().replace("’", "'").replace("‘", "'"))
    return _NUMBER.sub("0", line.strip(_EDGE)).strip(_EDGE)


@cache
def _tables() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str], tuple[str, ...]]:
    """Whole lines with their reasons; how lines begin; what stands in them; the reasons by group."""
    whole: dict[str, str] = {}
    begins: list[str] = []
    holds: list[str] = []
    reasons = []
    for number, (reason, phrases) in enumerate(load_sections("chrome_lines.txt")):
        reasons.append(reason)
        whole |= {phrase.strip(_EDGE) or phrase: reason for phrase in phrases if "*" not in phrase}
        starts = [_to_regex(p) for p in phrases if "*" in p and not p.startswith("*")]
        parts = [_to_regex(p) for p in phrases if p.startswith("*")]
        begins += [f"(?P<r{number}>{'|'.join(starts)})"] if starts else []
        holds += [f"(?P<r{number}>{'|'.join(parts)})"] if parts else []
    return whole, re.compile("|".join(begins)), re.compile("|".join(holds)), tuple(reasons)


def _to_regex(phrase: str) -> str:
    """The pattern of one phrase: a star is any run of characters, and a word ends where the phrase ends."""
    pieces = [re.escape(piece) for piece in phrase.strip("*").split("*")]
    first, last = phrase.strip("*")[0], phrase.strip("*")[-1]
    return (r"\b" if first.isalnum() else "") + "[^\n]{0,60}".join(pieces) + (r"\b" if last.isalnum() else "")


def find_chrome(text: str) -> str | None:
    """Why a block with this text is chrome, judged by its words alone; None where they do not say so."""
    if len(text) > _LONGEST_NOTICE:
        return None
    line = normalize(text)
    whole, begins, holds, reasons = _tables()
    if not line or line == "0":
        return "no words"
    known = whole.get(line) or whole.get(line.rstrip("."))
    if known:
        return known
    if _AGO.fullmatch(line) or _TIME.fullmatch(line):
        return "time stamp"
    if _TAG_LIST.fullmatch(text.strip()) and text.strip().startswith("#"):
        return "tags"
    found = (begins.match(line) if len(text) <= _LONGEST_BEGINNING else None) or holds.search(line)
    reason = reasons[int((found.lastgroup or "r0")[1:])] if found else None
    return reason if len(text) <= _LONGEST or reason == _NOTICE else None


def is_weak(reason: str) -> bool:
    """Whether lines of this reason need other chrome beside them to count."""
    return reason in _WEAK


def is_of_page(block: Block) -> bool:
    """Whether the block says that a whole web page was saved rather than an article."""
    return block.kind == "boilerplate" and block.reason not in NEUTRAL


def count_page_lines(blocks: Sequence[Block]) -> int:
    """The blocks that say by their own words, not by their place, that a whole web page was saved."""
    by_words = frozenset(_tables()[3])
    return sum(is_of_page(block) and block.reason in by_words for block in blocks)


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
