"""How reports open: the place, the day and the agency before the first sentence; and lines that give the address of
an article, with the day in its path.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.language.en.dates.calendar import MONTHS, WEEKDAYS, parse_date
from generator.language.en.pages.media import any_of, list_all
from generator.model import Span

_LONGEST = 2_100
_LABEL = (
    r"(?P<label>(?:original |full |web |page )?(?:source|url|link|address|article|permalink|original)(?: url| link)?"
    r"|(?:retrieved|accessed|taken) from|available at|quelle|lien|enlace|fuente|fonte)"
)
_LINE = re.compile(
    rf"\W{{0,3}}?(?:{_LABEL}[ \t]{{0,3}}(?::|(?<=from)|(?<=at))[ \t]{{0,3}})?"
    r"[<(\[]?(?P<url>(?:https?://|www\.)[^\s<>\"]{3,1900}?)[>)\]]?"
    r"(?:,? (?:\(?(?:accessed|retrieved)|on) [^\n]{4,40})?[.]?",
    re.IGNORECASE,
)
_SEGMENT = re.compile(
    r"/(?:(?P<year>(?:19|20)\d{2})/(?P<month>\d{1,2}|[a-z]{3,9})/(?P<day>\d{1,2})"
    r"|(?P<iso>(?:19|20)\d{2}[-_.]\d{2}[-_.]\d{2})|(?P<figures>(?:19|20)\d{6}))(?=[/_.-]|\Z)",
    re.IGNORECASE,
)
"""Where a path names a day: at the head of a part of it."""
_OTHER_DAYS = frozenset(
    {"agenda", "calendar", "deadline", "deadlines", "event", "events", "evenements", "eventos", "fixtures"}
    | {"programme", "schedule", "termine", "veranstaltungen", "whats-on"}
)
"""Parts of a path that are followed by the day of something else."""


_SECTION = re.compile(
    r"(?:section|category|categories|filed under|filed in|posted in|published in|rubric)[ \t]{0,3}:?[ \t]{1,3}"
    r"(?P<name>[A-Z][\w&’'/-]{1,30}(?: (?:(?:and|of|the|&) )?[A-Z][\w&’'/-]{1,30}){0,3})",
)
"""A line that names the section of the article, from its second letter on: the first may be a capital."""
_LONGEST_SECTION = 200


class AddressLine(NamedTuple):
    """A line that is an address and nothing else."""

    url: str
    start: int
    end: int
    """Where the address stands in the line."""
    label: str | None
    """What introduces it, lower case."""


def find_address_line(text: str) -> AddressLine | None:
    """The address in a line that has nothing else in it but perhaps a word before it ("Source: https://...")."""
    match = _LINE.fullmatch(text) if len(text) <= _LONGEST and "\n" not in text else None
    if match is None:
        return None
    return AddressLine(match["url"], *match.span("url"), match["label"].lower() if match["label"] else None)


def find_section_line(words: str) -> Span | None:
    """The name of the section in a line that says nothing else ("Filed under World News")."""
    match = _SECTION.fullmatch(words[:1].lower() + words[1:]) if len(words) < _LONGEST_SECTION else None
    return _span(match, "name") if match else None


def day_in_address(url: str) -> str | None:
    """The one day that the path of an address names as that of its page."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    days = set()
    for match in _SEGMENT.finditer(path):
        parts = path[: match.start()].lower().split("/")
        if not _OTHER_DAYS & set(parts):
            days.add(_day_of(match))
    return days.pop() if len(days) == 1 else None


def _day_of(match: re.Match[str]) -> str | None:
    """The day; None where there is no such day."""
    if match["iso"]:
        return parse_date(re.sub(r"[_.]", "-", match["iso"]))
    if match["figures"]:
        digits = match["figures"]
        return parse_date(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")
    month = MONTHS.get(match["month"].lower()) or (int(match["month"]) if match["month"].isdigit() else 0)
    return parse_date(f"{match['year']}-{month:02}-{int(match['day']):02}")


_LONGEST_LEAD = 180
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_NAME_WORD = r"[A-ZÀ-ÖØ-Þ](?:[\w.'’/]|-(?![-\s]))*"
_PLACE = rf"(?P<place>{_NAME_WORD}(?:[ ,\u00a0]{{1,2}}{_NAME_WORD}){{0,5}}?(?:[ ]\[[A-Z][a-z]{{2,20}}\])?)"
_DATE = (
    rf"(?:(?i:{_WEEKDAY})\.?,?[ ])?(?P<date>(?:(?i:{_MONTH})\.?[ \u00a0]\d{{1,2}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?[ \u00a0](?i:{_MONTH})\.?)(?:,?[ \u00a0]\d{{4}})?)(?!\w)"
)
_DASH = r"(?:[–—―]|--|-(?=[ \u00a0(]))"
_GAP = r"[ \u00a0]{0,2}"
_NAME = r"(?P<agency>[^()\[\]/\n]{2,40}?)"
_ENCLOSED = rf"(?:[(\[]{_NAME}[)\]]|/{_GAP}(?P<slashed>[^()\[\]/\n]{{2,40}}?){_GAP}/)"

_HEAD = rf"(?:{_PLACE}{_GAP}[,:]?{_GAP})??(?:{_DATE}[.,:]?{_GAP})?(?:{_DASH}{_GAP})?"
_CLOSED = re.compile(rf"{_HEAD}(?:{_ENCLOSED})?{_GAP}(?:\.?{_DASH}|(?<=/)[:.]|(?<=\))\.(?=[ \u00a0])|(?<=\)):){_GAP}")
"""Place, day and agency before a dash or its like: "GENEVA, Jan. 7 (Xinhua) --", "MOSCOW, June 21. /TASS/."."""
_OPEN = re.compile(rf"{_HEAD}{_ENCLOSED}{_GAP}(?=[^\W\d_a-z]|[\"“'‘«])")
"""No mark behind the agency: "Taipei, Jan. 5 (CNA) The"."""
_DAY_ONLY = re.compile(rf"{_PLACE}{_GAP},?{_GAP}{_DATE}\.[ \u00a0]{{1,2}}(?=[^\W\d_a-z]|[\"“'‘«])")
"""No agency at all: "BAKU, Azerbaijan, January 5. The"."""
_COMMA = re.compile(rf"{_PLACE},?{_GAP}(?:{_DATE}[.,]?{_GAP})?(?:(?<=[,.] )|(?<=[–—-] )){_NAME}{_GAP}{_DASH}{_GAP}")
"""An agency without marks: "ACCRA, Jan. 5, GNA -"."""
_SLASHES = re.compile(
    rf"{_PLACE}{_GAP}(?:/|{_DASH}){_GAP}{_NAME}{_GAP}(?:/|{_DASH}){_GAP}{_DATE}{_GAP}(?:/|{_DASH}){_GAP}"
)
"""A press wire between its marks: "HOUSTON, TX / ACCESS Newswire / May 5, 2025 /"."""
_INSIDE = re.compile(rf"{_PLACE}{_GAP}{_DASH}{_GAP}\({_NAME}{_GAP}{_DASH}{_GAP}{_DATE}\){_GAP}{_DASH}{_GAP}")
"""The day in the brackets of the wire: "Vancouver--(Newsfile Corp. - October 26, 2023) -"."""
_FIRST = re.compile(rf"\({_NAME}\){_GAP}{_DASH}?{_GAP}{_PLACE},{_GAP}{_DATE}{_GAP}{_DASH}{_GAP}")
"""The agency before the place: "(ANSA) - ROME, JAN 5 -"."""
_BEFORE_DAY = re.compile(rf"{_PLACE}{_GAP},?{_GAP}\({_NAME}\){_GAP}{_DATE}{_GAP}{_DASH}{_GAP}")
"""The agency before the day: "Boston, MA (PRWEB) October 26, 2023 --"."""
_AFTER_WIRE = re.compile(rf"{_PLACE}{_GAP}{_DASH}{_GAP}\({_NAME}\){_GAP}{_DASH}{_GAP}{_DATE}{_GAP}{_DASH}{_GAP}")
"""The day behind the wire: "MILLBROOK, Ohio--(BUSINESS WIRE)--March 4, 2021--"."""
_HINT = re.compile(r"[(\[/–—―]|-(?=[ \u00a0(-])|\d\. ")
"""What one of the forms has at least; most paragraphs have nothing of it."""
_FORMS = (_FIRST, _INSIDE, _SLASHES, _BEFORE_DAY, _AFTER_WIRE, _CLOSED, _OPEN, _COMMA, _DAY_ONLY)


KEPT = 512
"""Places whose leads are kept: cleaning, sentences, credits and dates ask for those of the same blocks."""


class Lead(NamedTuple):
    """What a report opens with, and where it ends."""

    place: Span | None
    date: Span | None
    agency: Span | None
    end: int
    """Where the first sentence begins."""


@lru_cache(maxsize=KEPT)
def find_lead(text: str, start: int = 0) -> Lead | None:
    """Place, date and agency at the start of a report; only with a date or a known agency it is sure to be that."""
    if not text[start : start + 1] or not (text[start].isupper() or text[start] in "([/" or text[start].isdigit()):
        return None
    if _HINT.search(text, start, start + _LONGEST_LEAD) is None:
        return None
    for form in _FORMS:
        match = form.match(text, start, start + _LONGEST_LEAD)
        if match and _is_lead(match):
            groups = match.groupdict()
            agency = "agency" if groups.get("agency") else "slashed"
            return Lead(_span(match, "place"), _span(match, "date"), _span(match, agency), match.end())
    return None


def _span(match: re.Match[str], group: str) -> Span | None:
    return Span(*match.span(group)) if match.groupdict().get(group) else None


def _is_lead(match: re.Match[str]) -> bool:
    """Whether the parts prove the form: without a dash the agency must be known by all its words."""
    found = match.groupdict()
    agency = found.get("agency") or found.get("slashed")
    if match.re is _DAY_ONLY:
        return _is_town(found["place"])
    if match.re in (_OPEN, _COMMA):
        is_sure = match.re is _COMMA or bool(found["date"]) or _is_town(found["place"] or "")
        return is_sure and _agencies().fullmatch(agency or "") is not None
    if agency is None:
        return bool(found["date"])
    return _agencies().search(agency) is not None


def _is_town(place: str) -> bool:
    """Whether a place is written in capitals, as towns at the head of dispatches are."""
    word = re.split(r"[ ,\u00a0]", place)[0].strip(".")
    return len(word) > 2 and word.isupper()


@cache
def _agencies() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(list_all())})(?!\w)")
