"""Values that say when: the day in a field of metadata, as programs and authors write it.

>>> read_day("Tue, 03 Nov 2020 09:15:00 GMT"), read_day("3. November 2020"), read_day("le 3 novembre 2020 à 9h15")
('2020-11-03', '2020-11-03', '2020-11-03')
"""

import re
from collections.abc import Callable, Iterator

from generator.language.dates.scripts import is_uncased, to_ascii_figures
from generator.language.en.dates.calendar import WEEKDAYS, parse_stated
from generator.language.en.dates.datelines import find_date_line, find_opening_date, read_figures, read_parts
from generator.model import Span
from generator.text.rules import Chain, Rule

_LONGEST_VALUE = 80
_TIME_BEHIND = (
    r"(?:[ ,T\u00a0]{1,3}(?:at |um |à |a las |alle |kl\.? )?\d{1,2}[:.h]?\d{0,2}(?::\d{2})?(?:\.\d{1,9})?"
    r"(?: ?[ap]\.?m\.?| ?Uhr)?"
    r"(?: ?(?:Z|[A-Z]{2,5}|[+-]\d{2}:?\d{2}|\([A-Z]{2,5}\)|[A-Z][a-z]{2,12}/[A-Z][A-Za-z_]{2,20})){0,2})?"
)
"""The time of day behind the day of a field, as programs and people of Europe write it."""
_VALUE_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}}){_TIME_BEHIND}"
)
_VALUE_EIGHT_DIGITS = re.compile(rf"(?P<year>\d{{4}})(?P<month>\d{{2}})(?P<day>\d{{2}}){_TIME_BEHIND}")
_VALUE_IN_FIGURES = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}){_TIME_BEHIND}")
_VALUE_IN_WORDS = re.compile(
    rf"(?:(?P<weekday>[^\W\d]{{2,12}})\.?,? )?(?:le |el |den |am |the |il )?"
    rf"(?P<day>\d{{1,2}})(?:\.|er|º|°|st|nd|rd|th)?"
    rf"(?: de| of)? (?P<month>[^\W\d]{{3,12}})\.?,?(?: de)? (?P<year>\d{{4}}){_TIME_BEHIND}",
    re.IGNORECASE,
)

_ReadValue = Callable[[str], str | None]


def _whole(pattern: re.Pattern[str], read: Callable[[re.Match[str]], str | None]) -> _ReadValue:
    """Reads a value that has one shape as a whole."""

    def read_value(text: str) -> str | None:
        match = pattern.fullmatch(text)
        return read(match) if match else None

    return read_value


def _read_line(text: str) -> str | None:
    line = find_date_line(text)
    return line.value if line else None


def _read_uncased(text: str) -> str | None:
    line = find_opening_date(text) if is_uncased(text) else None
    return line.value if line and line.label != "updated" else None


def _read_words(match: re.Match[str]) -> str | None:
    """The day in words; one whose English weekday stands before it was refused by the calendar already."""
    return None if (match["weekday"] or "").casefold() in WEEKDAYS else read_parts(match)


def _try_reader(rule: Rule[_ReadValue], text: str) -> Iterator[Span]:
    if rule.find(text):
        yield Span(0, len(text))


VALUES: Chain[_ReadValue] = Chain(
    "days of fields",
    (
        Rule(
            "EDTF or full date", parse_stated, yes=("2020-11", "3 November 2020"), no=("3. November 2020", "03/11/2020")
        ),
        Rule(
            "line with the hour",
            _read_line,
            yes=("Tue, 03 Nov 2020 09:15:00 GMT", "Updated: Nov. 3, 2020"),
            no=("Wed, 03 Nov 2020 09:15:00 GMT", "it was 3 Nov 2020"),
        ),
        Rule(
            "eight digits",
            _whole(_VALUE_EIGHT_DIGITS, read_parts),
            yes=("20201103", "20201103T0915", "20201103 09:15"),
            no=("20201303", "2020110"),
        ),
        Rule(
            "year first",
            _whole(_VALUE_YEAR_FIRST, read_parts),
            yes=("2020/11/3", "2020.11.03 9h15", "2020-11-03T09:15:00.000+01:00"),
            no=("2020/13/3", "2020-11/03"),
        ),
        Rule(
            "year at the end",
            _whole(_VALUE_IN_FIGURES, read_figures),
            yes=("25.11.2020", "25-11-2020 09:15", "11/11/2020"),
            no=("03/11/2020", "25.13.2020"),
        ),
        Rule(
            "month in words",
            _whole(_VALUE_IN_WORDS, _read_words),
            yes=("3. November 2020", "le 3 novembre 2020 à 9h15", "mardi 3 novembre 2020", "3 ноября 2020"),
            no=("3. Nebelung 2020", "Wednesday 3 November 2020", "3 novembre"),
        ),
        Rule(
            "script without capitals",
            _read_uncased,
            yes=("2020年11月3日 09:15", "الثلاثاء 3 نوفمبر 2020", "3 नवंबर 2020"),
            no=("11月3日", "3 نوفمبر", "آخر تحديث: 3 نوفمبر 2020", "3 November 2020"),
        ),
    ),
    _try_reader,
)
"""How programs and authors write the day in a field of metadata."""


_AROUND = " \t\"'“”<>\u00a0"
"""What stands around the value of a field."""
_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,60}\|)?([^\[\]|]{1,60})\]\]")
"""A value that is a link of a wiki."""


def read_day(value: str) -> str | None:
    """The day as EDTF; None where the value is no date or can be read in two ways."""
    text = to_ascii_figures(_LINK.sub(r"\1", value[: 4 * _LONGEST_VALUE]).strip(_AROUND))
    if len(text) > _LONGEST_VALUE:
        return None
    return next((day for rule in VALUES if (day := rule.find(text))), None)
