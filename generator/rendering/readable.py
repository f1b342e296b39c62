"""Figures, counts and dates as people write them. All that leaves here is made of this program's own words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.rendering.markup import Markdown, md
from generator.text.edtf import EDTF

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")
"""One end of an EDTF value: year, month, day, doubt."""
_IN_HTML = re.compile(r"\d{4}(?:-\d{2}){0,2}")
"""The dates that an attribute of HTML can hold: a year, a month, a day."""
_DOUBT = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}


@dataclass(frozen=True, slots=True)
class When:
    """A date for a page."""

    words: Markdown
    """As people write it: `7 January 2022`."""
    datetime: Markdown
    """As HTML writes it, `2022-01-07`; empty for what HTML has no form of: a range, a doubt."""


@dataclass(frozen=True, slots=True)
class Day:
    """The beginning of a date: what it is sorted and grouped by."""

    year: int
    month: int | None = None
    day: int | None = None


def show_date(edtf: str | None) -> When | None:
    """Put a date into words; None for None. A value that is no EDTF is shown as it is."""
    if edtf is None:
        return None
    if not EDTF.fullmatch(edtf):
        return When(md(edtf), Markdown(""))
    return When(Markdown(date_in_words(edtf)), Markdown(edtf if _IN_HTML.fullmatch(edtf) else ""))


def mark_date(when: When) -> Markdown:
    """Write a date as an element of HTML: `<time>` where that can hold it."""
    if not when.datetime:
        return Markdown(f'<span class="briefs-when">{when.words}</span>')
    return Markdown(f'<time datetime="{when.datetime}">{when.words}</time>')


def date_in_words(edtf: str) -> str:
    """Put an EDTF value into words: `8–13 January 2022`; anything else comes back as it is.

    >>> date_in_words("2022-01-08/2022-01-13")
    '8–13 January 2022'
    >>> date_in_words("2021~")
    'about 2021'
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _part_in_words(edtf)
    if last in ("", ".."):
        return f"from {_part_in_words(first)}"
    return _interval_in_words(first, last)


def _part_in_words(part: str) -> str:
    match = _PART.fullmatch(part)
    if not match or not 1 <= int(match[2] or 1) <= 12:
        return part
    month = MONTHS[int(match[2]) - 1] if match[2] else None
    day = str(int(match[3])) if match[3] else None
    return _DOUBT[match[4]] + " ".join(word for word in (day, month, match[1]) if word)


def _interval_in_words(first: str, last: str) -> str:
    start, end = _part_in_words(first), _part_in_words(last)
    if start == end:
        return start
    if first[:8] == last[:8] and len(first) == len(last) == 10:
        return f"{int(first[8:])}–{end}"
    if first[:4] == last[:4] and len(first) == len(last) > 4:
        return f"{start.removesuffix(' ' + first[:4])} – {end}"
    if len(first) == len(last) == 4:
        return f"{start}–{end}"
    return f"{start} – {end}"


def first_day(edtf: str | None) -> Day | None:
    """Where a date begins; None where there is none or it is no EDTF."""
    match = _PART.match(edtf) if edtf else None
    if not match:
        return None
    month = int(match[2]) if match[2] else None
    if month is not None and not 1 <= month <= 12:
        return Day(int(match[1]))
    return Day(int(match[1]), month, int(match[3]) if match[3] else None)


def month_in_words(year: int, month: int | None) -> str:
    """Name a month of a year: `January 2022`; the year alone where there is no month."""
    return f"{MONTHS[month - 1]} {year:04d}" if month else f"{year:04d}"


def figure(number: int) -> Markdown:
    """Write a number with commas: `1,234`."""
    return Markdown(f"{number:,}")


def counted(number: int, noun: str, plural: str | None = None) -> Markdown:
    """Write a number with its noun: `1 brief`, `1,234 briefs`. The nouns are this program's own words."""
    return Markdown(f"{number:,} {noun if number == 1 else plural or noun + 's'}")


def listed(items: Sequence[str], last: str = "and") -> str:
    """Join words with commas and a last "and"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}" if items else ""


def shortened(text: str, limit: int) -> str:
    """Cut a text after a whole word, with an ellipsis, so that it has at most `limit` characters."""
    text = " ".join(text[: 4 * limit].split()) if len(text) > limit else text
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    at = cut.rfind(" ", limit // 2)
    return (cut[:at] if at > 0 else cut).rstrip(" ,;:") + "…"
