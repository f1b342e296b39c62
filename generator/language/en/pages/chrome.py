"""Lines that pages put around articles, known by their words: share buttons, menus, notices, links to other stories."""

import re
from collections.abc import Iterator
from functools import cache

from generator.model import Span
from generator.text.rules import Chain, Rule, rules_of_list
from generator.text.wordlists import load_sections

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
