"""When and whence a page was saved, as the program that saved it writes into it."""

import datetime
import re
from typing import NamedTuple

from generator.text.addresses import is_web_address

_HEAD = 4096
_SINGLE_FILE = re.compile(
    r"<!--\s{0,9}Page saved with SingleFile\s{1,9}url: (?P<url>\S{1,2000})\s{1,9}"
    r"(?:saved date: (?P<time>[^\n]{10,80}))?"
)
_BROWSER = re.compile(r"<!-- saved from url=\(\d{4}\)(?P<url>\S{1,2000}) -->")
"""As Internet Explorer wrote it, and Chrome does."""
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_OF_SCRIPT = re.compile(r"[A-Z][a-z]{2} (?P<month>[A-Z][a-z]{2}) (?P<day>\d{2}) (?P<year>\d{4}) \d{2}:\d{2}:\d{2}")
"""As JavaScript writes a time: "Sat May 07 2022 13:05:54 GMT+0200 (Central European Summer Time)"."""


class Saved(NamedTuple):
    """Whence a page was saved, and when."""

    url: str = ""
    day: datetime.date | None = None


def find_saved(text: str) -> Saved:
    """What the program that saved a page wrote at its head."""
    head = text[:_HEAD]
    found = _SINGLE_FILE.search(head)
    if found is None:
        found = _BROWSER.search(head)
        return Saved(found["url"]) if found and is_web_address(found["url"]) else Saved()
    return Saved(found["url"] if is_web_address(found["url"]) else "", read_time(found["time"] or ""))


def read_time(value: str) -> datetime.date | None:
    """The day of a time as archives and scripts write it."""
    iso, written = _ISO.match(value.strip()), _OF_SCRIPT.match(value.strip())
    try:
        if iso:
            return datetime.date(int(iso[1]), int(iso[2]), int(iso[3]))
        if written and written["month"] in _MONTHS:
            return datetime.date(int(written["year"]), _MONTHS.index(written["month"]) + 1, int(written["day"]))
    except ValueError:
        return None
    return None


def name_day(day: datetime.date | None) -> str:
    """How a place names the day: "saved 2022-05-07"; empty where there is none."""
    return f"saved {day.isoformat()}" if day else ""
