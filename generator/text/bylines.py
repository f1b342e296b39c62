"""Lines in which an article says who wrote or published it."""

import re
from functools import cache
from typing import NamedTuple

from generator.text.calendar import FULL_DATE, MONTHS, WEEKDAYS
from generator.text.wordlists import load_words

_LONGEST = 200
_SIGNATURE = re.compile(
    r"[ \u00a0]*(?:…|\.{2,4})[.…]{0,3}[ \u00a0]?"
    r"(?:reports|writes|says|reported by|writes for|a report by|a report from)[ \u00a0]+(?P<name>[A-Z][^\n.…]{1,60})\Z",
    re.IGNORECASE,
)
"""How some papers sign a standfirst: "... against the plan….reports Westport Daily"."""

_NAME_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*"
_PARTICLE = r"(?:(?:de|del|della|van|von|der|den|bin|ibn|al|el|la|le|da|dos|di|du)[ -])?"
_NAME = rf"{_NAME_WORD}(?:[ \u00a0]{_PARTICLE}{_NAME_WORD}){{0,4}}"
_NAMES = rf"{_NAME}(?:(?:, and | and | & | ?, ){_NAME}){{0,5}}"
_SAID = (
    r"(?i:(?:written |words |story |reported |text |article |posted |published |a report )?by|authors?|writer|reporter)"
    r"[: \u00a0]{1,3}"
)
_BETWEEN = re.compile(r", and | and | & | ?, ")
_BEFORE_DATE = re.compile(r"[ \u00a0,|•·/–—-]*(?:\bon|\bpublished|\bposted)?[: \u00a0]*\Z", re.IGNORECASE)
_AFTER_DATE = re.compile(r"[ \u00a0,|•·/@–—-]*(?:at )?[\d:.]{0,8} ?(?:[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?\.?", re.IGNORECASE)
_NO_NAMES = frozenset({"the", "a", "an", "this", "our", "my", "using", "clicking", "all"})


class Byline(NamedTuple):
    """What a byline says, with the places of the words in it."""

    names: tuple[tuple[int, int], ...]
    """Where each author's name stands."""
    date: re.Match[str] | None
    """The `FULL_DATE` that stands after the names, if one does."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A line that names authors (groups `names`, `signed`), and an office at the end of a name."""
    roles = "|".join(re.escape(role) for role in sorted(load_words("byline_roles.txt"), key=len, reverse=True))
    title = rf"(?i:(?:the |a |our )?(?:[\w.'’&-]+ ){{0,4}}(?:{roles})(?: [\w.'’&, -]{{0,60}})?)"
    place = r",? (?:in|for|of|at) [A-Z][^\n]{1,50}|, [A-Z][\w .&'’-]{1,40}| \| [^\n|]{1,60}"
    after = rf"(?:(?:, | \| | [\u2013\u2014-] |\n){title}|{place})"
    signed = rf"{_NAME}, (?i:(?:[\w.'’&-]+ ){{0,3}}(?:{roles}))"
    line = re.compile(rf"(?:{_SAID}(?P<names>{_NAMES}){after}?|(?P<signed>{signed}))[.]?")
    return line, re.compile(rf"(?:,? and|,)? (?:(?:senior|chief) )?(?:{roles})s?\Z", re.IGNORECASE)


def find_byline(text: str) -> Byline | None:
    """What a line says about its authors; None for a line that is no byline."""
    if len(text) > _LONGEST:
        return None
    date = next((d for d in FULL_DATE.finditer(text) if _AFTER_DATE.fullmatch(text, d.end())), None)
    before = _BEFORE_DATE.search(text[: date.start()]) if date else None
    line, office = _patterns()
    lead = len(text) - len(text.lstrip("|•·–— "))
    match = line.fullmatch(text, lead, before.start() if before else len(text))
    if match is None:
        return None
    start, end = (
        match.span("names") if match["names"] else (match.start("signed"), text.index(",", match.start("signed")))
    )
    role = office.search(text[start:end])
    spans = tuple(_split_names(text, start, start + role.start() if role else end))
    first = text[start:end].split()[0].lower().strip(",")
    return None if first in MONTHS or first in WEEKDAYS or first in _NO_NAMES else Byline(spans, date)


def _split_names(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the single names of a list of names stand."""
    spans = []
    for between in _BETWEEN.finditer(text, start, end):
        spans.append((start, between.start()))
        start = between.end()
    spans.append((start, end))
    return spans if _is_list(text, spans) else spans[:1]


def _is_list(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether the parts are all people: what follows a bare comma may as well be an office or its holder's house.

    Authors are listed with "and" before the last one, and each with two words or more.
    """
    joined = text[spans[-2][1] : spans[-1][0]] if len(spans) > 1 else "and"
    return ("and" in joined or "&" in joined) and (
        len(spans) < 3 or all(" " in text[slice(*span)].replace("\u00a0", " ") for span in spans)
    )


def find_signature(text: str) -> re.Match[str] | None:
    """A publisher's signature at the end of the text ("….reports Westport Daily"), with the group `name`."""
    return _SIGNATURE.search(text, max(0, len(text) - 100))
