"""The parts of French dates, and what each way to write them means: one function for each shape."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from generator.language.dates.expression import Expression, Kind
from generator.model import Span

Match = re.Match[str]
MONTH_NAMES = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
MONTHS: Mapping[str, int] = {
    **{name: number for number, name in enumerate(MONTH_NAMES, 1)},
    "fevrier": 2,
    "aout": 8,
    "decembre": 12,
    "janv": 1,
    "févr": 2,
    "avr": 4,
    "juil": 7,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "déc": 12,
}
"""Names and abbreviations of months, lower case, without a full stop: 1 to 12."""
WEEKDAYS: Mapping[str, int] = {
    name: number
    for number, name in enumerate(("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"))
}
COUNTS: Mapping[str, int] = {
    "un": 1,
    "une": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "onze": 11,
    "douze": 12,
    "quinze": 15,
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
}
UNITS: Mapping[str, str] = {"jour": "day", "semaine": "week", "mois": "month", "an": "year", "année": "year"}

GAP = r"[ \u00a0\u202f\n]{1,2}"
MONTH = "(?i:" + "|".join(name if len(name) > 4 or name in MONTH_NAMES else rf"{name}\b\.?" for name in MONTHS) + r")\b"
WEEKDAY = "(?i:" + "|".join(WEEKDAYS) + r")\b"
DAY = r"(?:1er|1ᵉʳ|3[01]|[12]\d|0?[1-9])(?![\w%]|[.,:/]\d)"
YEAR = r"(?:1[5-9]|20)\d\d(?![\w%]|[.,:/]\d)"
AT_EDGE = r"(?<![\w$€£#./-])"
UNIT = "(?P<unit>jour|semaine|mois|année|an)s?"
COUNT = rf"(?P<count>(?i:{'|'.join(COUNTS)})|\d{{1,3}})"
AMOUNT = (
    r"(?!\s(?:personnes|hommes|femmes|enfants|habitants|euros|dollars|francs|milliards?|millions?|tonnes|mètres|km|kilomètres"
    r"|hectares|salariés|emplois|soldats|policiers|logements|élèves|morts|blessés|ans|jours|heures|pages|mots|places|voix)\b)"
)
"""What a number counts, behind what may look like a year."""
SEASON = r"(?:l[’']été|l[’']hiver|l[’']automne|(?:le|du|au)\sprintemps|été|hiver|automne|printemps)"
BEFORE_YEAR = (
    r"(?:(?:\b(?i:en|depuis|dès|avant|après|pour|vers|fin|début|mi|courant|jusqu[’']en|d[’']ici(?:\sà)?|partir\sde|rentrée"
    r"|année|années|saison|exercice|millésime|de|du|en\sjuin|coupe\sdu\smonde|jeux|euro|tournoi|législatives"
    r"|présidentielle|municipales|européennes)"
    rf"|{SEASON})(?:{GAP}(?:de{GAP})?|-)|(?<=\())"
)
LAST, NEXT = r"derni(?:er|ère)|passée?", r"prochaine?|qui\svient"
"""Behind what they shift: lundi dernier, l'année prochaine."""
TRIGGER = re.compile(
    rf"\d{{4}}|\d[./]\d|siècle|années|{MONTH}|{WEEKDAY}|(?i:hier|demain|aujourd|semaine|mois|week-end|lendemain|veille)"
    r"|\b(?i:ans?|année|ce\s(?:matin|soir)|cet\saprès|cette\snuit|jours?)\b"
)
"""What every date expression has; a sentence without it is not searched further."""


class Shape(NamedTuple):
    """A way to write dates. The group `all`, where there is one, is the expression."""

    pattern: re.Pattern[str]
    build: Callable[[Match], Expression | None]


def _span(match: Match) -> Span:
    return Span(*match.span("all" if "all" in match.re.groupindex else 0))


def _day_of(words: str | None) -> int | None:
    return int(re.sub(r"\D", "", words)) if words else None


def _year_of(words: str | None) -> int | None:
    return int(words) if words else None


def _month_of(words: str | None) -> int | None:
    return MONTHS[words.rstrip(".").lower()] if words else None


def _shift_of(words: str | None) -> str:
    """`last`, `next` or nothing, of "dernier", "prochaine"."""
    if not words:
        return ""
    return "last" if words.lower().startswith(("derni", "pass")) else "next"


def build_iso(match: Match) -> Expression:
    return Expression(_span(match), "day", int(match["year"]), int(match["month"]), int(match["day"]))


def build_numeric(match: Match) -> Expression:
    """Day, month, year, as France, Belgium, Switzerland and Africa write."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    kind: Kind = "day" if b <= 12 else "unclear"
    return Expression(_span(match), kind, year, b, a)


def build_day(match: Match) -> Expression:
    weekday = WEEKDAYS[match["weekday"].lower()] if match["weekday"] else None
    year = _year_of(match["year"])
    shift = "" if year else _shift_of(match["shift"])
    found = Expression(_span(match), "day", year, _month_of(match["month"]), _day_of(match["day"]), weekday)
    # "Le 3 mars dernier" is the latest one, not that of last year: the tense of the words around it says as much.
    return found if not shift else replace(found, span=Span(found.span.start, match.start("shift")))


def build_day_range(match: Match) -> Expression:
    month2, year2 = _month_of(match["month2"]), _year_of(match["year2"])
    month = _month_of(match["month"]) or month2
    end = Expression(_span(match), "day", year2, month2, _day_of(match["day2"]))
    year = _year_of(match["year"])
    if year is None and year2 is not None:
        year = year2 - ((month or 0) > (month2 or 0))
    return Expression(_span(match), "day", year, month, _day_of(match["day"]), until=end)


def build_month(match: Match) -> Expression:
    groups = match.re.groupindex
    year = _year_of(match["year"]) if "year" in groups else None
    shift = _shift_of(match["shift"]) if "shift" in groups else ""
    return Expression(_span(match), "month", year, _month_of(match["month"]), shift=shift)


def build_month_range(match: Match) -> Expression:
    month, month2, year2 = _month_of(match["month"]) or 0, _month_of(match["month2"]) or 0, _year_of(match["year2"])
    year = _year_of(match["year"]) or (year2 - (month > month2) if year2 else None)
    return Expression(_span(match), "month", year, month, until=Expression(_span(match), "month", year2, month2))


def build_weekday(match: Match) -> Expression:
    return Expression(
        _span(match), "weekday", weekday=WEEKDAYS[match["weekday"].lower()], shift=_shift_of(match["shift"])
    )


NEAR_DAYS: Mapping[str, str] = {
    "aujourd'hui": "today",
    "hier": "yesterday",
    "demain": "tomorrow",
    "avant-hier": "the day before yesterday",
    "après-demain": "the day after tomorrow",
    "hier soir": "last night",
    "ce matin": "this morning",
    "ce soir": "tonight",
    "cet après-midi": "this afternoon",
    "cette nuit": "tonight",
}


def build_near_day(match: Match) -> Expression:
    word = re.sub(r"\s+", " ", match[0].lower().replace("’", "'"))
    return Expression(_span(match), "near day", shift=NEAR_DAYS[word])


PERIODS: Mapping[str, Kind] = {
    "semaine": "week",
    "week-end": "weekend",
    "mois": "near month",
    "an": "near year",
    "année": "near year",
}


def build_near_period(match: Match) -> Expression:
    shift = "this" if match["this"] else _shift_of(match["shift"])
    return Expression(_span(match), PERIODS[(match["this"] or match["period"]).lower()], shift=shift)


def _number(words: str) -> int:
    return COUNTS.get(words.lower()) or int(words)


def build_ago(match: Match) -> Expression:
    count = _number(match["count"])
    is_rough = bool(match["about"]) or (count > 10 and count % 10 == 0)
    return Expression(_span(match), "ago", shift=UNITS[match["unit"].lower()], count=-count, is_rough=is_rough)


def build_told(match: Match) -> Expression:
    later = match["way"].lower() in ("plus tard", "après")
    return Expression(
        _span(match), "told", shift=UNITS[match["unit"].lower()], count=_number(match["count"]) * (1 if later else -1)
    )


NEIGHBOURS: Mapping[str, tuple[str, int]] = {
    "le lendemain": ("day", 1),
    "le même jour": ("day", 0),
    "ce jour-là": ("day", 0),
    "la même année": ("year", 0),
    "cette année-là": ("year", 0),
    "l'année suivante": ("year", 1),
    "l'année précédente": ("year", -1),
    "le mois suivant": ("month", 1),
    "le mois précédent": ("month", -1),
}


def build_neighbour(match: Match) -> Expression:
    unit, count = NEIGHBOURS[re.sub(r"\s+", " ", match["all"].lower().replace("’", "'"))]
    return Expression(_span(match), "told", shift=unit, count=count)


def build_part(match: Match) -> Expression:
    unit = UNITS[match["unit"].lower()]
    return Expression(_span(match), "part", shift=unit, count=1 if match["late"] else 0)


def build_year(match: Match) -> Expression:
    return Expression(_span(match), "year", int(match["year"]))


def build_year_range(match: Match) -> Expression | None:
    year, year2 = int(match["year"]), int(match["year2"])
    if not year < year2 < 2100:
        return None
    return Expression(_span(match), "year", year, until=Expression(_span(match), "year", year2))


def build_decade(match: Match) -> Expression | None:
    year = int(match["year"]) if len(match["year"]) == 4 else 1900 + int(match["year"])
    if year % 100 == 0:
        return None
    return Expression(_span(match), "year", year, until=Expression(_span(match), "year", year + 9))


ROMAN: Mapping[str, int] = {"XVI": 16, "XVII": 17, "XVIII": 18, "XIX": 19, "XX": 20, "XXI": 21}


def build_century(match: Match) -> Expression | None:
    number = ROMAN.get(match["number"].upper()) or int(re.sub(r"\D", "", match["number"]) or 0)
    if not 10 <= number <= 21:
        return None
    first = number * 100 - 99
    return Expression(_span(match), "year", first, until=Expression(_span(match), "year", first + 99))
