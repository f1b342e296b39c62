"""Lines that pages put around articles, known by their words, and lines that part an article from what else a page
carries: comments, lists of sources, links.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from generator.language.en.pages.lines import Finder, ahead, try_lines, whole
from generator.model import Span
from generator.text.rules import Chain, Rule, rules_of_list
from generator.text.wordlists import load_sections

LISTS = ("list of sources", "related links")
"""Reasons to leave out the lists at the end, as the sections of `page_parts.txt` are called."""


@cache
def _headings() -> Mapping[str, str]:
    """What each heading stands over."""
    return {name: reason for reason, names in load_sections("page_parts.txt") if reason in LISTS for name in names}


@cache
def _link_openings() -> tuple[str, ...]:
    return dict(load_sections("page_parts.txt"))["links between paragraphs"]


def find_list(words: str) -> str | None:
    """The reason to leave out the list that a heading stands over: "Sources", "See also:"."""
    return _headings().get(words.strip(" :").lower())


def begins_link(words: str) -> bool:
    """Whether a line begins as links to other stories do that newspapers put between paragraphs."""
    return words.lower().startswith(_link_openings())


PARTS: Chain[Finder] = Chain(
    "parts of a page",
    (
        Rule(
            "heading of a list",
            lambda words: Span(0, len(words)) if find_list(words) else None,
            yes=("|Sources|", "|See also:|", "|EXTERNAL LINKS|"),
            no=("Sources of the river", "He saw it also", "Notes from Holm"),
        ),
        Rule(
            "link between paragraphs",
            lambda words: Span(0, len(words)) if begins_link(words) else None,
            yes=("|Also read: The pier is gone|", "|Watch the storm|", "|Related: ships leave Holm|"),
            no=("He also read the report", "Relatives came", "The watch is lost"),
        ),
        Rule(
            "name over a comment",
            whole(r"[^\n]{1,60} (?:says|wrote|writes|said on [^\n]{4,40}):?"),
            yes=("|reader12 says:|", "|Ann Lee wrote|", "|bo.ek said on 4 May 2021:|"),
            no=("says:", "Ann Lee said", "Ann Lee says that the pier is gone"),
        ),
        Rule(
            "word between parties",
            whole(r"[-–— ]{0,2}(?:v|vs|versus|against)\.?,?[-–— ]{0,2}", re.IGNORECASE),
            yes=("|v.|", "|- v -|", "|Versus|", "|against|"),
            no=("V. Roe", "against all odds", "5"),
        ),
        Rule(
            "beginning of a byline",
            ahead(r"[Bb]y "),
            yes=("|By |Ann Lee", "|by |the harbour"),
            no=("Bye now", "Nearby ships", "BY-LAWS CHANGE"),
        ),
        Rule(
            "question or answer",
            ahead(r"[QA]:"),
            yes=("|Q:| Is the pier gone?", "|A:| It is."),
            no=("Q and A", "A pier", "FAQ: the pier"),
        ),
    ),
    try_lines,
)
"""What is asked of a line, by name."""


def is_part(rule: str, words: str) -> bool:
    """Whether the rule of this name finds something in the words."""
    return PARTS[rule].find(words) is not None


_LONGEST, _LONGEST_NOTICE = 500, 700
"""A longer block is never cut for its words alone; a notice on cookies may be somewhat longer."""
_NOTICE = "cookies and privacy"
_LONGEST_BEGINNING = 300
"""Characters of a line that is told by how it begins."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*k?\b")
_EDGE = " \t\u00a0•|»›→←‹«–—*·…:>!<^#+▼▲▶►✕×✓↓↑@"
_SPACE = re.compile(r"\s+")
_AGO = re.compile(
    r"(?:(?:last )?(?:updated|published|posted)?:? ?)?(?:about |over )?(?:0|an?|one) ?"
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?)\.? ago"
    r"(?: at 0:0(?: ?[ap]\.?m\.?)?)?"
)
"""How long ago something was published, numbers as 0: "updated 0 hours ago"."""
_TIME = re.compile(r"0:0(?::0)? ?(?:[ap]\.?m\.?)?(?: ?(?:gmt|utc|ist|et|est|edt|pt|pst|bst|cet)(?:[+-]0)?)?(?: is)?")
"""A time of day, numbers as 0."""
_TAG_LIST = re.compile(r"(?:#[\w-]+[ ,]*){1,20}")
KEPT = 512
"""Lines whose reasons are kept: several steps of the cleaning ask."""


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


@cache
def _inner_pieces() -> tuple[str, ...]:
    """The longest piece of each phrase that may stand anywhere in a line: without one of them no pattern is asked."""
    phrases = (phrase for _, phrases in load_sections("chrome_lines.txt") for phrase in phrases)
    return tuple(dict.fromkeys(max(p.strip("*").split("*"), key=len) for p in phrases if p.startswith("*")))


def _to_regex(phrase: str) -> str:
    """The pattern of one phrase: a star is any run of characters, and a word ends where the phrase ends."""
    pieces = [re.escape(piece) for piece in phrase.strip("*").split("*")]
    first, last = phrase.strip("*")[0], phrase.strip("*")[-1]
    return (r"\b" if first.isalnum() else "") + "[^\n]{0,60}".join(pieces) + (r"\b" if last.isalnum() else "")


@lru_cache(maxsize=KEPT)
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
    found = begins.match(line) if len(text) <= _LONGEST_BEGINNING else None
    if not found and any(piece in line for piece in _inner_pieces()):
        found = holds.search(line)
    reason = reasons[int((found.lastgroup or "r0")[1:])] if found else None
    return reason if len(text) <= _LONGEST or reason == _NOTICE else None


def list_reasons() -> frozenset[str]:
    """The reasons that the words of a line can give, by the list."""
    return frozenset(_tables()[3])


def _try_reason(rule: Rule[str], text: str) -> Iterator[Span]:
    """The lines of a text that are chrome for the rule's reason."""
    for line in re.finditer(r"[^\n]+", text):
        if find_chrome(line[0]) == rule.find:
            yield Span(*line.span())


CHROME: Chain[str] = Chain(
    "chrome lines",
    (
        Rule("no words", "no words", yes=("|* * *|", "|12|", "|»|"), no=("12 ships", "No words")),
        Rule(
            "time stamp",
            "time stamp",
            yes=("|Updated 3 hours ago|", "|14:05 GMT|", "|about 2 days ago|"),
            no=("Three hours ago he left", "14:05 GMT is noon in Holm", "Updated on Monday"),
        ),
        Rule("tags", "tags", yes=("|#harbour #storm|", "|#Holm|"), no=("#harbour is open", "Number #3")),
        *rules_of_list("chrome_lines.txt"),
    ),
    _try_reason,
)
"""The reasons for which a line is chrome by its words."""
