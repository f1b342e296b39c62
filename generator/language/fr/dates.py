"""Date expressions as French writes them: "lundi 3 mars 2025", "du 3 au 5 juin", "il y a deux ans", "les années 1990".

Each says what its words say and no more. Days on which something happens by habit ("le lundi") are no dates.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from generator.language.dates.expression import Expression
from generator.language.fr.shapes import (
    AMOUNT,
    AT_EDGE,
    BEFORE_YEAR,
    COUNT,
    DAY,
    GAP,
    LAST,
    MONTH,
    MONTH_NAMES,
    NEXT,
    TRIGGER,
    UNIT,
    WEEKDAY,
    YEAR,
    Match,
    Shape,
    build_ago,
    build_century,
    build_day,
    build_day_range,
    build_decade,
    build_iso,
    build_month,
    build_month_range,
    build_near_day,
    build_near_period,
    build_neighbour,
    build_numeric,
    build_part,
    build_told,
    build_weekday,
    build_year,
    build_year_range,
)
from generator.model import Span
from generator.text.rules import Chain, Rule


def _rule(name: str, pattern: str, build: Callable[[Match], Expression | None], yes: str, no: str) -> Rule[Shape]:
    """A rule with its sentences, parted by " / "."""
    return Rule(name, Shape(re.compile(pattern), build), tuple(yes.split(" / ")), tuple(no.split(" / ")))


def try_date(rule: Rule[Shape], text: str) -> Iterable[Span]:
    """The dates that one rule sees in a sentence."""
    built = (rule.find.build(match) for match in rule.find.pattern.finditer(text))
    return [expression.span for expression in built if expression]


DATES = Chain(
    "French dates",
    (
        _rule(
            "ISO date",
            rf"{AT_EDGE}(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])",
            build_iso,
            "Publié le |2025-03-03| à Lille.",
            "Le dossier 2025-03-031 est clos.",
        ),
        _rule(
            "date in figures",
            rf"{AT_EDGE}(?P<a>3[01]|[12]\d|0?[1-9])(?P<mark>[./-])(?P<b>1[0-2]|0?[1-9])(?P=mark)(?P<year>(?:19|20)\d\d)(?![\w/-]|\.\d)",
            build_numeric,
            "Le contrat du |14/02/2024| a été rompu. / Réunion du |3.4.2025|.",
            "Le 14/02 au soir. / Version 3.14.2025 du logiciel.",
        ),
        _rule(
            "days from one to another",
            rf"(?:\b(?i:du|entre{GAP}le){GAP}(?:(?:{WEEKDAY}){GAP})?|{AT_EDGE})"
            rf"(?P<all>(?P<day>{DAY})(?:{GAP}(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR}))?)?"
            rf"(?:{GAP}(?:au|et{GAP}le){GAP}(?:(?:{WEEKDAY}){GAP})?|[ \u00a0]?[-–][ \u00a0]?)"
            rf"(?P<day2>{DAY}){GAP}(?P<month2>{MONTH})(?:{GAP}(?P<year2>{YEAR}))?)",
            build_day_range,
            "Le festival se tient du |3 au 5 juin|. / Du |30 mai au 2 juin 2024|, la route était fermée.",
            "Les 3 et 5 juin, il a plu. / Le 5 juin, il est parti.",
        ),
        _rule(
            "day of a month",
            rf"{AT_EDGE}(?:(?P<weekday>{WEEKDAY}),?{GAP}(?:le{GAP})?)?(?P<day>{DAY}){GAP}(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR})|{GAP}(?P<shift>{LAST}|{NEXT}))?",
            build_day,
            "Il est né le |1er mai 1950| à Namur. / Le procès s'ouvrira |mardi 4 mars|.",
            "Le 4 de la rue de Mars. / En mai, 12 personnes sont mortes.",
        ),
        _rule(
            "months from one to another",
            rf"\b(?i:de|entre){GAP}(?P<all>(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR}))?{GAP}(?:à|et){GAP}(?P<month2>{MONTH})(?:{GAP}(?P<year2>{YEAR}))?)",
            build_month_range,
            "De |mars à juin 2024|, les prix ont baissé.",
            "Entre Mars et Vénus. / En mars et en juin, il a neigé.",
        ),
        _rule(
            "month of a year",
            rf"{AT_EDGE}(?P<month>{MONTH}){GAP}(?P<year>{YEAR})",
            build_month,
            "Élu en |mars 2024|, il a démissionné.",
            "En mars, 2024 logements ont été vendus.",
        ),
        _rule(
            "month alone",
            rf"\b(?i:en|fin|début|mi|courant|depuis|dès|avant|jusqu[’']en|d[’']ici|mois{GAP}de|mois{GAP}d[’']|partir{GAP}de)(?:{GAP}|-|(?<=[’']))"
            rf"(?P<all>(?P<month>(?i:{'|'.join(MONTH_NAMES)}))(?:{GAP}(?P<shift>{LAST}|{NEXT}))?)(?![\w’'-])",
            build_month,
            "Il partira en |mai|. / Le pont a fermé en |janvier dernier|.",
            "Le Champ-de-Mars est plein. / La planète Mars brille.",
        ),
        _rule(
            "today and its neighbours",
            r"(?<![\w-])(?i:avant-hier|après-demain|aujourd[’']hui|hier(?:\ssoir)?|demain|ce\smatin|ce\ssoir|cet\saprès-midi|cette\snuit)(?![\w-])",
            build_near_day,
            "Il est arrivé |hier soir| à Dakar. / Le scrutin aura lieu |demain|.",
            "La journée d'avant fut longue. / Un lendemain difficile.",
        ),
        _rule(
            "weekday",
            rf"{AT_EDGE}(?<!\b[lL]e )(?<!\bles )(?<!\bdu )(?<!\bau )(?<!\bde )(?<!\bà )(?<!\bchaque )"
            rf"(?P<all>(?P<weekday>{WEEKDAY})(?:{GAP}(?P<shift>{LAST}|{NEXT}))?)(?!{GAP}(?:{DAY}{GAP}{MONTH}|saint\b|noir\b|gras\b))(?![\w’'-])",
            build_weekday,
            "Le maire a démissionné |lundi|. / Elle arrive |jeudi prochain| à Québec.",
            "Le musée ferme le lundi. / Il travaille du lundi au vendredi. / Le Vendredi saint est férié.",
        ),
        _rule(
            "last week, next year",
            rf"(?P<all>\b(?i:l[ae]{GAP}|l[’'])(?P<period>(?i:semaine|week-end|mois|année|an)){GAP}(?P<shift>{LAST}|{NEXT})\b"
            rf"|\b(?i:cette|ce){GAP}(?P<this>(?i:semaine|week-end|mois|année))(?:-ci)?\b(?!-là))",
            build_near_period,
            "Il rouvre |la semaine prochaine|. / |L'an prochain|, l'usine fermera. / |Cette année|, il a peu plu.",
            "La dernière semaine fut longue. / Cette année-là, il pleuvait.",
        ),
        _rule(
            "so long ago",
            rf"(?P<all>\b(?i:il{GAP}y{GAP}a){GAP}(?P<about>environ{GAP}|près{GAP}de{GAP}|plus{GAP}de{GAP}|presque{GAP}|quelque{GAP})?{COUNT}{GAP}{UNIT}\b)",
            build_ago,
            "Elle a quitté Tunis |il y a deux ans|. / |Il y a trois semaines|, le port fermait.",
            "Il y a deux maires à Lens. / Deux ans plus tard, il revint.",
        ),
        _rule(
            "so long after another date",
            rf"(?P<all>{COUNT}{GAP}{UNIT}{GAP}(?P<way>plus{GAP}tard|plus{GAP}tôt|auparavant|avant|après)\b)(?!{GAP}(?:le|la|les|l[’']|son|sa|ses|un|une)\b)",
            build_told,
            "|Deux ans plus tard|, il revint à Oran.",
            "Deux ans après la guerre, il revint. / Il y a deux ans, il revint.",
        ),
        _rule(
            "the day or year beside another date",
            rf"\b(?P<all>(?i:le{GAP}lendemain|le{GAP}même{GAP}jour|ce{GAP}jour-là|la{GAP}même{GAP}année|cette{GAP}année-là"
            rf"|l[’']année{GAP}suivante|l[’']année{GAP}précédente|le{GAP}mois{GAP}suivant|le{GAP}mois{GAP}précédent))\b(?!{GAP}(?:de|du|des|d[’'])\b)",
            build_neighbour,
            "|Le lendemain|, il a démenti. / Il est mort |l'année suivante|.",
            "Le lendemain de la fête, il dormait. / L'année scolaire a commencé.",
        ),
        _rule(
            "end of the year",
            rf"\b(?i:(?P<late>fin)|début|milieu){GAP}(?i:de{GAP}l[’']|du{GAP})(?P<all>(?P<unit>année|mois))\b",
            build_part,
            "Le pont rouvrira d'ici la fin de l'|année|.",
            "L'année fut longue.",
        ),
        _rule(
            "years from one to another",
            rf"(?:\b(?i:entre|de|en|période|mandat|saison){GAP}|(?<=\())(?P<all>(?P<year>(?:1[5-9]|20)\d\d)(?:{GAP}(?:et|à){GAP}|[-–/])(?P<year2>{YEAR}))",
            build_year_range,
            "Entre |1914 et 1918|, la ville a brûlé. / Maire de |2008 à 2014|, il enseigne.",
            "En 2008 et en 2014, il a gagné. / De 2014 à 2008, rien.",
        ),
        _rule(
            "decade",
            rf"\b(?i:années){GAP}(?P<all>(?P<year>(?:1[5-9]|20)\d0|[2-9]0))\b",
            build_decade,
            "Dans les années |1990|, l'usine tournait. / Un tube des années |80|.",
            "Il a passé 80 années en mer. / Les années 2000 ont commencé.",
        ),
        _rule(
            "century",
            r"\b(?P<all>(?P<number>[XVI]{2,5}|1\d|2[01])(?:e|ᵉ|ème)\s(?:siècles?))\b",
            build_century,
            "Une église du |XIXe siècle| a brûlé.",
            "Un siècle a passé. / Le 9e siècle est loin.",
        ),
        _rule(
            "year",
            rf"{BEFORE_YEAR}(?P<all>(?P<year>{YEAR}))(?![\w’'-]|{GAP}(?:et|à){GAP}(?:1[5-9]|20)\d\d){AMOUNT}",
            build_year,
            "En |2014|, la mine a fermé. / D'ici à |2030|, le parc doublera. / L'élection de |2022| fut serrée.",
            "Un prêt de 2022 euros. / Le 2014 est un bon vin. / Près de 2000 personnes ont défilé.",
        ),
    ),
    try_date,
)
"""The fullest shapes first: what they take, the others leave."""


def find_expressions(text: str, within: Span) -> tuple[Expression, ...]:
    """All date expressions in a stretch of French text, in order, not overlapping. Linear in its length."""
    words = within.of(text)
    if not TRIGGER.search(words):
        return ()
    kept: list[Expression] = []
    for rule in DATES:
        for match in rule.find.pattern.finditer(words):
            expression = rule.find.build(match)
            if expression and not any(expression.span.overlaps(other.span) for other in kept):
                kept.append(expression)
    return tuple(_moved(expression, within.start) for expression in sorted(kept, key=lambda one: one.span))


def _moved(expression: Expression, by: int) -> Expression:
    """The same expression, `by` characters further on."""
    until = _moved(expression.until, by) if expression.until else None
    return replace(expression, span=Span(expression.span.start + by, expression.span.end + by), until=until)


def as_in_canada(expressions: Iterable[Expression], text: str) -> tuple[Expression, ...]:
    """The expressions where figures with strokes may be month and day as well: 03/04/2025 is left open."""

    def read(one: Expression) -> Expression:
        written = one.span.of(text)
        is_open = "/" in written and one.kind == "day" and (one.day or 0) <= 12 and one.day != one.month
        return Expression(one.span, "unclear", one.year) if is_open else one

    return tuple(map(read, expressions))
