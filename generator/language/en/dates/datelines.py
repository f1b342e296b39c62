"""Lines above an article that say when, and nothing else.

>>> find_opening_date("Ann Lee, Town Reporter | Updated: March 4, 2021 6:12 am").value
'2021-03-04'

A day in figures counts only where day and month cannot change places.
"""

import datetime
import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from generator.language.dates.scripts import (
    EAST_ASIAN_DAY,
    is_uncased,
    may_stand_beside,
    read_east_asian,
    to_ascii_figures,
)
from generator.language.en.dates.calendar import FULL_DATE, WEEKDAYS, date_of, parse_stated
from generator.model import Span
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_sections, load_set

_LONGEST_LINE, _LONGEST_OPENING = 120, 200
"""Characters of a line that is a date, and of a line above an article."""
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
_AFTER_LABEL = re.compile(r"(?: on| at| by)?[ \t\u00a0]*[:|\u2013-]?[ \t\u00a0]*")
_MARKS = "|•·\u00a0 \t"


_LABEL_LINE = re.compile(
    r"\W{0,3}(?:(?P<updated>(?:last |date )?(?:updated|modified)(?: on| at)?)"
    r"|(?:first )?(?:published|posted)(?: on| at)?|publish(?:ed)? date|publication date|date published)\W{0,3}",
    re.IGNORECASE,
)
"""A line that only says what the day on the next line is the day of."""
_HOUR_OF_DAY = re.compile(r"\d[:.]\d{2}\b(?![.]\d)|\d ?[ap]\.?m\b", re.IGNORECASE)
_ENTRY = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?\b", re.IGNORECASE)
"""How an entry of a live report begins."""


class DateLine(NamedTuple):
    """A line that is a date and nothing else."""

    value: str
    """EDTF."""
    start: int
    end: int
    """Where the date stands in the line."""
    label: str | None
    """`published` or `updated`, where a word before the date says so."""


def read_label(line: str) -> str | None:
    """What a line says of the day on the next one, and nothing else: `published`, `updated` or nothing."""
    label = _LABEL_LINE.fullmatch(line)
    return None if label is None else "updated" if label["updated"] else "published"


def tells_hour(words: str) -> bool:
    """Whether the time of day stands in a line."""
    return _HOUR_OF_DAY.search(words) is not None


def begins_entry(words: str) -> bool:
    """Whether a paragraph begins with the time of day, as an entry of a live report does."""
    return _ENTRY.match(words) is not None


def find_date_line(text: str) -> DateLine | None:
    """The date of a line that is one full date, perhaps introduced and with a time; None for any other line."""
    if len(text) > _LONGEST_LINE:
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


_FIGURES = r"(\d{1,2})([/.])(\d{1,2})\2(\d{4})"
"""A day in figures, the year at the end."""
_IN_FIGURES = re.compile(rf"(?<![\d/.-]){_FIGURES}(?![\d/.-])")
_FRENCH_FIGURES = re.compile(
    rf"(?:(?<=\ble )|(?<=\bLe )){_FIGURES}(?![\d/.-])|"
    r"(?<![\d/.-])(\d{1,2})([/.])(\d{1,2})\6(\d{4})(?=,? à \d{1,2} ?h)"
)
_DOTTED = re.compile(
    r"(?<![\d/.-])(\d{1,2})\.(\d{1,2})\.((?:19|20)?\d{2})(?![\d/.-])"
    r"(?=[\s,|–-]{1,4}(?:um |o |kl\.? )?(?:[01]?\d|2[0-3])[:.][0-5]\d(?! ?[ap]\.?m)|,? (?:\| )?Lesezeit)",
    re.IGNORECASE,
)
"""A day with full stops before the hour of a clock of 24 hours, as Europe writes it: the day stands first."""
_SHORT_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})(/)(\d{1,2})/(\d{2})(?=,?(?: at)? \d{1,2}:\d{2})")
_YEAR_FIRST = re.compile(r"(?<![\d/.-])(?P<year>\d{4})(?P<mark>[/.])(?P<month>\d{2})(?P=mark)(?P<day>\d{2})(?![\d/.-])")
_GLUED = re.compile(r"\b(?:19|20)\d{2}(?=\d{1,2}:\d{2})")


@cache
def _months() -> dict[str, int]:
    """The number of a month by its names in the languages that the list tells."""
    return {name: number for number, (_, names) in enumerate(load_sections("month_names.txt"), 1) for name in names}


@cache
def _in_words() -> re.Pattern[str]:
    """A day with its month in words, in any of these languages."""
    names = "|".join(sorted(_months(), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.])(?P<day>\d{{1,2}})(?:\.|er|º)?[ \u00a0](?:de |di |من )?(?P<month>{names})(?: ?/ ?(?:{names}))?"
        r"\.?[,،]?[ \u00a0](?:de |del )?(?P<year>(?:19|20)\d{2})(?:(?!\w)|(?=г\b))",
        re.IGNORECASE,
    )


def read_parts(match: re.Match[str]) -> str | None:
    """The day whose year, month and day are groups; none where the month has no name or the calendar no such day."""
    words = match["month"]
    month = int(words) if words.isdecimal() else _months().get(words.casefold(), 0)
    return parse_stated(f"{match['year']}-{month:02}-{int(match['day']):02}")


def read_figures(match: re.Match[str]) -> str | None:
    """The day that figures name; none where day and month could change places."""
    first, second, year = int(match[1]), int(match[3]), int(match[4]) + (2000 if len(match[4]) == 2 else 0)
    readings = {(first, second), (second, first)}
    days = {(day, month) for day, month in readings if 1 <= month <= 12}
    try:
        return datetime.date(year, *reversed(days.pop())).isoformat() if len(days) == 1 else None
    except ValueError:
        return None


def _read_day_first(match: re.Match[str]) -> str | None:
    """The day that figures name, day before month."""
    day, _, month, year = match.groups()[:4] if match[1] else match.groups()[4:]
    return parse_stated(f"{year}-{int(month):02}-{int(day):02}")


def _read_dotted(match: re.Match[str]) -> str | None:
    """The day that figures with full stops name, day before month."""
    day, month, year = match.groups()
    return parse_stated(f"{year if len(year) == 4 else '20' + year}-{int(month):02}-{int(day):02}")


class _Day(NamedTuple):
    """A day in a line."""

    span: Span
    value: str | None
    """EDTF; None where it is none, or could be two."""


_FindDays = Callable[[str], Iterator[_Day]]
_Read = Callable[[re.Match[str]], str | None]


def _by(pattern: re.Pattern[str], read: _Read) -> _FindDays:
    """Finds the days of one shape."""
    return lambda text: (_Day(Span(*match.span()), read(match)) for match in pattern.finditer(text))


def _find_in_words(text: str) -> Iterator[_Day]:
    return _by(_in_words(), read_parts)(text)


def _find_glued(text: str) -> Iterator[_Day]:
    for glued in _GLUED.finditer(text):
        for match in FULL_DATE.finditer(text, 0, glued.end()):
            yield _Day(Span(*match.span()), date_of(match))


def _try_finder(rule: Rule[_FindDays], text: str) -> Iterator[Span]:
    return (day.span for day in rule.find(text) if day.value)


LINE_DAYS: Chain[_FindDays] = Chain(
    "days in lines",
    (
        Rule(
            "full date",
            _by(FULL_DATE, date_of),
            yes=("Ann Lee, |Thursday, 4 March 2021|, 06:12 GMT", "|2021-03-04T06:12:00Z|", "On |March 4th, 2021|"),
            no=("Friday, 4 March 2021", "February 30, 2021", "March 2021"),
            reason="A weekday that is not that of the day makes it none.",
        ),
        Rule(
            "day in figures",
            _by(_IN_FIGURES, read_figures),
            yes=("|24/03/2021|", "am |24.3.2021| um 9", "|04/04/2021|"),
            no=("04/03/2021", "24/13/2021", "1/24/03/2021"),
        ),
        Rule(
            "short year before the hour",
            _by(_SHORT_FIGURES, read_figures),
            yes=("|24/03/21| 10:15", "|3/24/21|, at 10:15"),
            no=("24/03/21", "04/03/21 10:15"),
        ),
        Rule(
            "day first in figures, as French writes it",
            _by(_FRENCH_FIGURES, _read_day_first),
            yes=("Le |6/02/2024| à 18h32", "publié le |06/02/2024|", "|6/02/2024| à 18h32"),
            no=("6/02/2024", "le 31/02/2024", "am 6/02/2024", "6/02/2024 at 18:32"),
            reason="Only French has the article before and the letter in the hour; there the day stands first.",
        ),
        Rule(
            "day first before the hour, as Europe writes it",
            _by(_DOTTED, _read_dotted),
            yes=("|05.01.2025|, 15:23", "Do |25.04.24| – 14:07 Uhr", "|06.01.2026|, Lesezeit 5 Min."),
            no=("05.01.2025", "05.01.2025 3:23 PM", "31.02.2025, 15:23", "05.01.2025, 45:23"),
            reason="Only pages of America put the month first, and those have clocks of 12 hours.",
        ),
        Rule(
            "year first in figures",
            _by(_YEAR_FIRST, read_parts),
            yes=("|2021/03/24| Cork",),
            no=("/2021/03/24/", "2021/13/24"),
        ),
        Rule(
            "month in words",
            _find_in_words,
            yes=(
                "Dienstag, |29. Januar 2019|",
                "Publié le |9 juin 2019|",
                "|17 de febrero de 2020|",
                "|24 апреля 2024|, 10:15",
                "الأربعاء |24 نيسان/أبريل 2024|",
                "|24 अप्रैल 2024| को",
            ),
            no=("30. Februar 2019", "29. Jabba 2019", "29 in Januar 2019", "24 من رمضان 1445"),
        ),
        Rule(
            "year, month and day of East Asia",
            _by(EAST_ASIAN_DAY, read_east_asian),
            yes=("|2024年4月24日| 08:15", "|二〇二四年四月二十四日|", "|令和6年4月24日|", "|2024년 4월 24일| 10:15"),
            no=("2024年4月", "2024年13月24日", "4月24日"),
        ),
        Rule(
            "year glued to the hour",
            _find_glued,
            yes=("|Nov 20 2019|4:29 AM",),
            no=("Nov 20 2019 4:29 AM", "Nov 31 20194:29 AM"),
        ),
    ),
    _try_finder,
)
"""How the day stands in a line above an article; two ways may find the same day."""


_MOST_WORDS = 6
"""Words between two borders that can be a name, an office or a section."""
_HOUR = r"(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?(?:,? ?[A-Z]{2,4})?[^\w\n]{1,4})?"
"""The time of day, where it stands before the day."""
_UPDATED = re.compile(
    r"(?:\b(?:updated|modified|update|edited|aktualisiert|actualis[ée]e?|mis à jour|actualizado|atualizado|aggiornato|"
    r"обновлено|изменено)(?![^\W\d_])|(?:آخر )?تحديث|تم التحديث|अपडेटेड|अपडेट|更新(?:时间|時間|日期)?)"
    rf"[^\w\n]{{0,4}}(?:on|at|am|le|el|il|em|в|في)?[^\w\n]{{0,3}}{_HOUR}\Z",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"(?:\b(?:published|posted|created|issued|released|veröffentlicht|publiziert|publiée?|publicado|pubblicato|"
    r"опубликовано|дата публикации)(?![^\W\d_])|(?:تاريخ )?(?:ال)?نشر|نُشر|प्रकाशित|发布(?:时间|日期)?|"
    r"發布(?:時間|日期)?|発表日|公開日)"
    rf"[^\w\n]{{0,4}}(?:on|at|by|am|le|el|il|em|в|في)?[^\w\n]{{0,3}}{_HOUR}\Z",
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
_UPDATED_AT = re.compile(r"[^\w\n]{1,5}updated(?: at)?:? (?=\d{1,2}[:.]?\d{2}\b)", re.IGNORECASE)
"""What follows a day that is that of a change: "November 8, 2013 -- Updated 0203 GMT"."""
_AGO = re.compile(
    r"(?:(?:last )?updated:? )?(?:\d{1,2}|an?|one) (?:minute|min|hour|hr|day|week)s? ago\b", re.IGNORECASE
)
"""How long ago something was changed or printed: it takes nothing from the day beside it."""
_ZONE = re.compile(r"\b(?:[A-Z]{2,4}T|UTC|[ap]\.m\.?)(?![\w])|\b\d{1,2} ?h ?(?:\d{2})?\b")
_OF_CHANGE = frozenset({"updated", "update", "last", "modified", "edited"})
KEPT = 512
"""Lines whose days are kept: several steps of the cleaning ask for those of the same lines."""
_PARTS = re.compile(r"[|•·/–—\-,:;\n()\[\]@]+|\.\s|\.\Z")
_WORD = re.compile(r"[^\W\d_][\w.’'&-]*")


@lru_cache(maxsize=KEPT)
def find_opening_date(text: str) -> DateLine | None:
    """The one day of publication that the line gives beside names and such words as "posted" and "min read"."""
    if len(text) > _LONGEST_OPENING or "(@" in text:
        # A post that is shown in the article: "— Ann Lee (@annlee) May 5, 2021".
        return None
    text = _AGO.sub(lambda match: " " * len(match[0]), to_ascii_figures(text))
    dates = list(_find_days(text))
    found = [date for date in dates if date.label != "updated"] or dates
    if len({date.value for date in found}) != 1 or not _is_opening(text, dates):
        return None
    return next((date for date in found if date.label), found[0])


def _find_days(text: str) -> Iterator[DateLine]:
    """Every day in the line, with the word before it that says what it is the day of."""
    days = [day for rule in LINE_DAYS for day in rule.find(text)]
    is_alone = len({day.span.start for day in days}) == 1
    for (start, end), value in days:
        before = text[max(0, start - _BEFORE) : start]
        is_change = _UPDATED.search(before) or (is_alone and _UPDATED_AT.match(text, end))
        label = "updated" if is_change else "published" if _PUBLISHED.search(before) else None
        if value is not None and _OTHER_LABEL.search(before) is None:
            yield DateLine(value, start, end, label)


def _is_opening(text: str, dates: list[DateLine]) -> bool:
    """Whether what stands beside the days are names, offices and words of a line above an article only."""
    at, rest = 0, []
    for date in sorted(dates, key=lambda date: date.start):
        rest.append(text[at : date.start])
        at = date.end
    if is_uncased(text):
        return may_stand_beside(text)
    known = load_set("opening_words.txt") | WEEKDAYS.keys() | _OF_CHANGE
    for part in _PARTS.split(_ZONE.sub(" ", " | ".join([*rest, text[at:]]))):
        words = [word for word in _WORD.findall(part) if word.lower().strip(".") not in known]
        if len(words) > _MOST_WORDS or not all(word[0].isupper() for word in words):
            return False
    return True
