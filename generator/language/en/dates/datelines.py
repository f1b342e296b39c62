"""Lines that say when, and nothing else.

The day of publication in a line above an article that says more than the day: who wrote it, a section, the hour.

>>> find_opening_date("Ann Lee, Town Reporter | Updated: March 4, 2021 6:12 am").value
'2021-03-04'

The day that a field of metadata gives, however its program or its author writes days.

>>> read_day("Tue, 03 Nov 2020 09:15:00 GMT"), read_day("3. November 2020"), read_day("le 3 novembre 2020 à 9h15")
('2020-11-03', '2020-11-03', '2020-11-03')

A day in figures counts only where day and month cannot change places.
"""

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.language.en.dates.calendar import FULL_DATE, WEEKDAYS, date_of, parse_date, parse_stated
from generator.text.wordlists import load_pairs, load_sections, load_set

_LABEL = re.compile(
    r"(?P<updated>(?:last |date )?(?:updated|modified|update)(?: date)?)(?![^\W\d_])|"
    r"(?:first |originally )?(?:published|posted|created|issued|released|date(?: published| posted)?|"
    r"publish date|publication date|post date|time)\b",
    re.IGNORECASE,
)
"""What introduces a date line."""
_TIME = re.compile(
    r"[ \t\u00a0,|\u2022\u00b7/@\u2013-]*(?:at )?\(?(?:\d{1,2}(?:[:.h]\d{2}){0,2}[ \t\u00a0]?(?:[ap]\.?m\.?)?(?: ?hrs)?"
    r"[ \t\u00a0]?(?:\(?(?:GMT|UTC|IST|E[SD]?T|P[SD]?T|C[SD]?T|M[SD]?T|BST|CES?T|GST|SGT|HKT|JST|AE[SD]T)\)?)?"
    r"(?:[+-]\d{1,2}:?\d{0,2})?)?\)?[ \t\u00a0.]*",
    re.IGNORECASE,
)
"""The time of day after a date."""
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})? ?(?:[ap]\.?m\.?)?(?: ?(?:GMT|UTC|IST|E[SD]?T|BST))?,? ", re.IGNORECASE
)
"""The time of day before a date."""
_LONGEST = 120
_AFTER_LABEL = re.compile(r"(?: on| at| by)?[ \t\u00a0]*[:|\u2013-]?[ \t\u00a0]*")
_MARKS = "|•·\u00a0 \t"


class DateLine(NamedTuple):
    """A line that is a date and nothing else."""

    value: str
    """EDTF."""
    start: int
    end: int
    """Where the date stands in the line."""
    label: str | None
    """`published` or `updated`, where a word before the date says so."""


def find_date_line(text: str) -> DateLine | None:
    """The date of a line that is one full date, perhaps introduced and with a time; None for any other line."""
    if len(text) > _LONGEST:
        return None
    at = len(text) - len(text.lstrip(_MARKS))
    label = _LABEL.match(text, at)
    if label:
        after = _AFTER_LABEL.match(text, label.end())
        at = after.end() if after else label.end()
    clock = _CLOCK.match(text, at)
    date = FULL_DATE.match(text, clock.end() if clock else at)
    value = date_of(date) if date else None
    if date is None or value is None or not _TIME.fullmatch(text.rstrip(_MARKS), date.end()):
        return None
    kind = None if label is None else "updated" if label["updated"] else "published"
    return DateLine(value, date.start(), date.end(), kind)


_LONGEST_OPENING_DATES = 200
_MOST_WORDS = 6
"""Words between two borders that can be a name, an office or a section."""
_HOUR = r"(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?(?:,? ?[A-Z]{2,4})?[^\w\n]{1,4})?"
"""The time of day, where it stands before the day."""
_UPDATED = re.compile(
    rf"\b(?:updated|modified|update|edited|aktualisiert|actualis[ée]e?|mis à jour|actualizado|aggiornato)(?![^\W\d_])"
    rf"[^\w\n]{{0,4}}(?:on|at|am|le|el|il)?[^\w\n]{{0,3}}{_HOUR}\Z",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    rf"\b(?:published|posted|created|issued|released|veröffentlicht|publiziert|publiée?|publicado|pubblicato)(?![^\W\d_])"
    rf"[^\w\n]{{0,4}}(?:on|at|by|am|le|el|il)?[^\w\n]{{0,3}}{_HOUR}\Z",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(
    r"(?:registered|registriert|joined|member since|mitglied seit|born|geboren|died|erscheinungs(?:datum|termin)|since|"
    r"(?:release|event|due|closing|expiry|start|end|sale) date|when|deadline|expires|valid until|founded|termin)"
    r"\W{0,4}\Z",
    re.IGNORECASE,
)
"""What stands before the day of something else than of publication."""
_BEFORE = 45
"""Characters before a day in which the word stands that says what it is the day of."""
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?![\d/.-])")
"""A day in figures; it counts only where no other reading of it is a day."""
_YEAR_FIRST = re.compile(r"(?<![\d/.-])(\d{4})([/.])(\d{2})\2(\d{2})(?![\d/.-])")
_SHORT_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})(/)(\d{1,2})/(\d{2})(?=,?(?: at)? \d{1,2}:\d{2})")
"""A day in figures with two of the year, before the time of day."""
_GLUED = re.compile(r"\b(?:19|20)\d{2}(?=\d{1,2}:\d{2})")
"""A year to which the time of day is glued: "Nov 20 20194:29 AM"."""
_UPDATED_AT = re.compile(r"[^\w\n]{1,5}updated(?: at)?:? (?=\d{1,2}[:.]?\d{2}\b)", re.IGNORECASE)
"""What follows a day that is that of a change: "November 8, 2013 -- Updated 0203 GMT"."""
_AGO = re.compile(
    r"(?:(?:last )?updated:? )?(?:\d{1,2}|an?|one) (?:minute|min|hour|hr|day|week)s? ago\b", re.IGNORECASE
)
"""How long ago something was changed or printed: it takes nothing from the day beside it."""
_ZONE = re.compile(r"\b(?:[A-Z]{2,4}T|GMT|UTC|[ap]\.m\.?)(?![\w])")
_OF_CHANGE = frozenset({"updated", "update", "last", "modified", "edited"})
_PARTS = re.compile(r"[|•·/–—\-,:;\n()\[\]@]+|\.\s|\.\Z")
_WORD = re.compile(r"[^\W\d_][\w.’'&-]*")


def find_opening_date(text: str) -> DateLine | None:
    """The one day of publication that the line gives beside names and such words as "posted" and "min read"."""
    if len(text) > _LONGEST_OPENING_DATES or "(@" in text:
        # A post that is shown in the article: "— Ann Lee (@annlee) May 5, 2021".
        return None
    text = _AGO.sub(lambda match: " " * len(match[0]), text)
    dates = list(_find_days(text))
    found = [date for date in dates if date.label != "updated"] or dates
    if len({date.value for date in found}) != 1 or not _is_opening(text, dates):
        return None
    return next((date for date in found if date.label), found[0])


def _find_days(text: str) -> Iterator[DateLine]:
    """Every day in the line, with the word before it that says what it is the day of."""
    matches = [(match, date_of(match)) for match in FULL_DATE.finditer(text)]
    for pattern in (_NUMERIC, _SHORT_FIGURES):
        matches += [(match, read_figures(match)) for match in pattern.finditer(text)]
    matches += [(match, parse_date(f"{match[1]}-{match[3]}-{match[4]}")) for match in _YEAR_FIRST.finditer(text)]
    matches += [(match, _read_written(match)) for match in _foreign().finditer(text)]
    for glued in _GLUED.finditer(text):
        matches += [(match, date_of(match)) for match in FULL_DATE.finditer(text, 0, glued.end())]
    for match, value in matches:
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        is_change = _UPDATED.search(before) or (len(matches) == 1 and _UPDATED_AT.match(text, match.end()))
        label = "updated" if is_change else "published" if _PUBLISHED.search(before) else None
        if value is not None and _OTHER_LABEL.search(before) is None:
            yield DateLine(value, match.start(), match.end(), label)


def read_figures(match: re.Match[str]) -> str | None:
    """The day that figures name; none where day and month could change places."""
    first, second, year = int(match[1]), int(match[3]), int(match[4]) + (2000 if len(match[4]) == 2 else 0)
    readings = {(first, second), (second, first)}
    days = {(day, month) for day, month in readings if 1 <= month <= 12}
    try:
        return datetime.date(year, *reversed(days.pop())).isoformat() if len(days) == 1 else None
    except ValueError:
        return None


@cache
def _foreign() -> re.Pattern[str]:
    """A day with the month in one of the languages of `months.txt`: "3. März 2021", "3 de marzo de 2021"."""
    names = "|".join(sorted(load_pairs("months.txt"), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.])(?P<day>\d{{1,2}})(?:\.|er|º)?[ \u00a0](?:de |di )?(?P<month>{names})\.?,?[ \u00a0](?:de |del )?"
        r"(?P<year>(?:19|20)\d{2})(?!\w)",
        re.IGNORECASE,
    )


def _read_written(match: re.Match[str]) -> str | None:
    month = int(load_pairs("months.txt")[match["month"].lower()])
    return parse_date(f"{match['year']}-{month:02d}-{int(match['day']):02d}")


def _is_opening(text: str, dates: list[DateLine]) -> bool:
    """Whether what stands beside the days are names, offices and words of a line above an article only."""
    at, rest = 0, []
    for date in sorted(dates, key=lambda date: date.start):
        rest.append(text[at : date.start])
        at = date.end
    known = load_set("opening_words.txt") | WEEKDAYS.keys() | _OF_CHANGE
    for part in _PARTS.split(_ZONE.sub(" ", " | ".join([*rest, text[at:]]))):
        words = [word for word in _WORD.findall(part) if word.lower().strip(".") not in known]
        if len(words) > _MOST_WORDS or not all(word[0].isupper() for word in words):
            return False
    return True


_LONGEST_WRITTEN_DAYS = 80
_AROUND = " \t\"'“”<>\u00a0"
_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,60}\|)?([^\[\]|]{1,60})\]\]")
_TIME_WRITTEN_DAYS = (
    r"(?:[ ,T\u00a0]{1,3}(?:at |um |à |a las |alle |kl\.? )?\d{1,2}[:.h]?\d{0,2}(?::\d{2})?(?:\.\d{1,9})?"
    r"(?: ?[ap]\.?m\.?| ?Uhr)?"
    r"(?: ?(?:Z|[A-Z]{2,5}|[+-]\d{2}:?\d{2}|\([A-Z]{2,5}\)|[A-Z][a-z]{2,12}/[A-Z][A-Za-z_]{2,20})){0,2})?"
)
"""The time of day behind a day."""
_YEAR_FIRST_WRITTEN_DAYS = re.compile(
    rf"(?P<year>\d{{4}})(?P<mark>[-/.]?)(?P<month>\d{{2}})(?P=mark)(?P<day>\d{{2}}){_TIME_WRITTEN_DAYS}"
)
_LOOSE_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}}){_TIME_WRITTEN_DAYS}"
)
_FIGURES = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}){_TIME_WRITTEN_DAYS}")
_WRITTEN = re.compile(
    rf"(?:(?P<weekday>[^\W\d]{{2,12}})\.?,? )?(?:le |el |den |am |the |il )?"
    rf"(?P<day>\d{{1,2}})(?:\.|er|º|°|st|nd|rd|th)?"
    rf"(?: de| of)? (?P<month>[^\W\d]{{3,12}})\.?,?(?: de)? (?P<year>\d{{4}}){_TIME_WRITTEN_DAYS}",
    re.IGNORECASE,
)
"""A day written out in a language of Europe."""


@cache
def _months() -> dict[str, int]:
    """The number of a month by its name in any of these languages."""
    return {name: number for number, (_, names) in enumerate(load_sections("month_names.txt"), 1) for name in names}


def read_day(value: str) -> str | None:
    """The day as EDTF; None where the value is no date or can be read in two ways."""
    text = _LINK.sub(r"\1", value[: 4 * _LONGEST_WRITTEN_DAYS]).strip(_AROUND)
    if len(text) > _LONGEST_WRITTEN_DAYS:
        return None
    line = find_date_line(text)
    return (
        parse_stated(text) or (line.value if line else None) or _read_figures(text) or _read_written_written_days(text)
    )


def _read_figures(text: str) -> str | None:
    first = _YEAR_FIRST_WRITTEN_DAYS.fullmatch(text) or _LOOSE_YEAR_FIRST.fullmatch(text)
    if first is not None:
        return parse_stated(f"{first['year']}-{int(first['month']):02}-{int(first['day']):02}")
    last = _FIGURES.fullmatch(text)
    return read_figures(last) if last else None


def _read_written_written_days(text: str) -> str | None:
    match = _WRITTEN.fullmatch(text)
    month = _months().get(match["month"].casefold()) if match else None
    if match and (match["weekday"] or "").casefold() in WEEKDAYS:
        return None  # an English date that the calendar refused
    return parse_stated(f"{match['year']}-{month:02}-{int(match['day']):02}") if match and month else None
