"""The day that a field of metadata gives, however its program or its author writes days.

>>> read_day("Tue, 03 Nov 2020 09:15:00 GMT"), read_day("3. November 2020"), read_day("le 3 novembre 2020 à 9h15")
('2020-11-03', '2020-11-03', '2020-11-03')

A day in figures counts only where day and month cannot change places.
"""

import re
from functools import cache

from generator.text.calendar import WEEKDAYS, parse_edtf
from generator.text.datelines import find_date_line
from generator.text.opening_dates import read_figures
from generator.text.wordlists import load_sections

_LONGEST = 80
_AROUND = " \t\"'“”<>\u00a0"
_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,60}\|)?([^\[\]|]{1,60})\]\]")
_TIME = (
    r"(?:[ ,T\u00a0]{1,3}(?:at |um |à |a las |alle |kl\.? )?\d{1,2}[:.h]?\d{0,2}(?::\d{2})?(?:\.\d{1,9})?"
    r"(?: ?[ap]\.?m\.?| ?Uhr)?"
    r"(?: ?(?:Z|[A-Z]{2,5}|[+-]\d{2}:?\d{2}|\([A-Z]{2,5}\)|[A-Z][a-z]{2,12}/[A-Z][A-Za-z_]{2,20})){0,2})?"
)
"""The time of day behind a day."""
_YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}})(?P<mark>[-/.]?)(?P<month>\d{{2}})(?P=mark)(?P<day>\d{{2}}){_TIME}")
_LOOSE_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}}){_TIME}"
)
_FIGURES = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}){_TIME}")
_WRITTEN = re.compile(
    rf"(?:(?P<weekday>[^\W\d]{{2,12}})\.?,? )?(?:le |el |den |am |the |il )?"
    rf"(?P<day>\d{{1,2}})(?:\.|er|º|°|st|nd|rd|th)?"
    rf"(?: de| of)? (?P<month>[^\W\d]{{3,12}})\.?,?(?: de)? (?P<year>\d{{4}}){_TIME}",
    re.IGNORECASE,
)
"""A day written out in a language of Europe."""


@cache
def _months() -> dict[str, int]:
    """The number of a month by its name in any of these languages."""
    return {name: number for number, (_, names) in enumerate(load_sections("month_names.txt"), 1) for name in names}


def read_day(value: str) -> str | None:
    """The day as EDTF; None where the value is no date or can be read in two ways."""
    text = _LINK.sub(r"\1", value[: 4 * _LONGEST]).strip(_AROUND)
    if len(text) > _LONGEST:
        return None
    line = find_date_line(text)
    return parse_edtf(text) or (line.value if line else None) or _read_figures(text) or _read_written(text)


def _read_figures(text: str) -> str | None:
    first = _YEAR_FIRST.fullmatch(text) or _LOOSE_YEAR_FIRST.fullmatch(text)
    if first is not None:
        return parse_edtf(f"{first['year']}-{int(first['month']):02}-{int(first['day']):02}")
    last = _FIGURES.fullmatch(text)
    return read_figures(last) if last else None


def _read_written(text: str) -> str | None:
    match = _WRITTEN.fullmatch(text)
    month = _months().get(match["month"].casefold()) if match else None
    if match and (match["weekday"] or "").casefold() in WEEKDAYS:
        return None  # an English date that the calendar refused
    return parse_edtf(f"{match['year']}-{month:02}-{int(match['day']):02}") if match and month else None
