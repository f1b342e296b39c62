"""Lines that give the address of an article, and the day that the path of an address names.

>>> day_in_address("https://echo.example/2022/jul/18/pier-sold")
'2022-07-18'
"""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.language.en.dates.calendar import MONTHS, parse_date

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
