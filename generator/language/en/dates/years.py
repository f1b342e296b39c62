"""Years: from one to another, seasons, decades, centuries, and single years; a number that may be an amount is none."""

import re

from generator.language.dates.expression import Expression
from generator.language.en.dates.parts import AT_EDGE, GAP, UP_TO, WEEKDAY, YEAR, Shape, is_range, span_of
from generator.model import Span
from generator.text.rules import Rule

_FISCAL = re.compile(
    rf"\b(?P<all>(?i:fiscal|financial)(?:{GAP}|-)(?:(?i:year){GAP})?(?P<year>{YEAR})|FY ?(?P<year2>(?:19|20)\d\d))"
)
_SEASON = re.compile(
    rf"{AT_EDGE}(?P<all>(?P<year>(?:19|20)\d\d)[-–/](?P<year2>\d\d))(?![\w/-])"
    rf"(?={GAP}(?i:season|fiscal|financial|school|academic|budget))"
)
_RANGE = re.compile(
    r"(?:\b(?P<opener>[Ff]rom|[Bb]etween|[Ii]n|[Oo]f|[Dd]uring|[Ss]ince)\s|\()"
    rf"(?P<all>(?P<year>(?:1[5-9]|20)\d\d)(?P<to>{UP_TO})(?P<year2>{YEAR}))"
)
_DECADE = re.compile(
    rf"{AT_EDGE}(?P<all>(?P<year>(?:1[5-9]|20)\d0)['’]?s)\b|\bthe{GAP}['’]?(?P<short>[2-9]0)s\b(?!{GAP}[a-z]+s\b)"
)
_CENTURY = re.compile(rf"\b(?P<all>(?P<number>\d\d)(?:st|nd|rd|th)(?:{GAP}|-)century)\b")
_MAY_FOLLOW_YEAR = (
    rf"(?!\s?(?:UTC|GMT|BST|[ECMPA][DS]?T\b|Z\b|hours|hrs|local|{WEEKDAY}\b))"
    r"(?=['’]s\b|[^\w\s%'’]|['’](?!\w)|\s*$"
    r"|\s+(?:[A-Z(“\"‘]|(?:and|or|but|the|an?|in|on|at|by|to|of|for|from|with|without|when|while|who|which|that|as|it|he|she"
    r"|they|we|is|was|were|are|has|had|have|will|would|could|can|may|his|her|their|its|after|before|during|because|since"
    r"|where|there|this|these|not|also|over|under|through|until|due|despite|following|against|only|about|onwards?)\b))"
)
"""What stands behind a number that is a year, and no time of day or amount."""
_NO_AMOUNT = (
    r"(?!\s(?:people|men|women|children|police|staff|metres?|meters?|miles?|foot|feet|km|kg|seat|seater|tons?|tonnes?"
    r"|dollars?|euros?|pounds?|hours?|days?|years?|percent|per|dead|others?|more|million|billion)\b)"
)
_BEHIND_PREPOSITION = re.compile(
    r"(?:\b(?i:in|since|by|until|till|before|after|during|from|of|for|through|throughout|early|late|mid|around|year"
    rf"|spring|summer|autumn|fall|winter|season)(?:{GAP}|-)|(?<=\())(?P<all>(?P<year>{YEAR})){_MAY_FOLLOW_YEAR}"
)
_BEFORE_WORD = re.compile(
    rf"\b(?i:in|since|by|until|till|during|from){GAP}(?P<all>(?P<year>(?:1[5-9]|20)(?!00)\d\d))(?=\s[a-z]+(?<!s)\b){_NO_AMOUNT}"
)
_LISTED = re.compile(
    r"(?:(?<=\b(?:19|20)\d\d,\s)|(?<=\b(?:19|20)\d\d\sand\s)|(?<=\b(?:19|20)\d\d,\sand\s)|(?<=\b(?:19|20)\d\d\sor\s)"
    r"|(?<=\b(?:19|20)\d\d\sto\s))(?P<all>(?P<year>(?:19|20)\d\d))(?=[,.;)]|\s(?:and|or)\s(?:19|20)\d\d|\s*$)"
)
_BEFORE_NOUN = re.compile(
    rf"(?:\b(?i:the|its|his|her|their|this|that|a|an|our)|\w['’]s?){GAP}(?:(?P<year>(?:19|20)\d\d)"
    rf"|[a-z]+{GAP}(?P<year2>(?:19|20)(?!00)\d\d))(?={GAP}(?:[A-Z]|[a-z]+(?:(?<!s)|(?<=ss))\b)){_NO_AMOUNT}"
)
_SUBJECT = re.compile(
    rf"(?:^|[.;:]{GAP})(?P<all>(?P<year>(?:19|20)\d\d))(?={GAP}(?:was|is|has|saw|will|marked|marks)\b)"
)
_EDITION = re.compile(
    rf"\b(?:Conference|Cup|Games|Olympics|Expo|Euro|Eurovision|Festival|Summit|Championships?|Forum|Congress|Awards|Open|Prix|WWDC"
    rf"|CES|Agenda|Vision|Contest){GAP}(?P<all>(?P<year>(?:19|20)\d\d))(?!\w|[.,]\d|-)"
)


def _years(span: Span, first: int, last: int) -> Expression:
    """All years from one to another."""
    return Expression(span, "year", first, until=Expression(span, "year", last))


def _fiscal(match: re.Match[str]) -> Expression:
    return Expression(span_of(match), "fiscal")


def _season(match: re.Match[str]) -> Expression | None:
    year, ending = int(match["year"]), int(match["year2"])
    return _years(span_of(match), year, year + 1) if (year + 1) % 100 == ending else None


def _range(match: re.Match[str]) -> Expression | None:
    year, year2 = int(match["year"]), int(match["year2"])
    return _years(span_of(match), year, year2) if year < year2 and is_range(match) else None


def _decade(match: re.Match[str]) -> Expression | None:
    """The 2000s may be ten years or a hundred."""
    year = int(match["year"]) if match["year"] else 1900 + int(match["short"])
    span = span_of(match) if match["all"] else Span(match.start("short"), match.end())
    return _years(span, year, year + 9) if year % 100 else None


def _century(match: re.Match[str]) -> Expression | None:
    number = int(match["number"])
    first = number * 100 - 99
    return _years(span_of(match), first, first + 99) if 10 <= number <= 21 else None


def _year(match: re.Match[str]) -> Expression:
    """The year alone, whatever stands around it."""
    group = "year" if match["year"] else "year2"
    return Expression(Span(*match.span(group)), "year", int(match[group]))


YEAR_RULES: tuple[Rule[Shape], ...] = (
    Rule(
        "fiscal year",
        Shape(_FISCAL, _fiscal),
        yes=("in |fiscal 2008|", "|financial year 2019|", "for |FY 2021|"),
        no=("the fiscal year", "fiscal 2008-09", "in 2008"),
        reason="It may begin in another year, so it has no value.",
    ),
    Rule(
        "season",
        Shape(_SEASON, _season),
        yes=("the |2025-26| season", "the |1999/00| school year"),
        no=("section 2014-15", "the 2025-27 season", "2014-15 teams"),
    ),
    Rule(
        "range of years",
        Shape(_RANGE, _range),
        yes=("from |2014 to 2016|", "the mayor (|1998–2004|)", "between |1990 and 1995|"),
        no=("from 1998-1990", "in 1990 and 1995", "of 2000 to 2100 seats"),
    ),
    Rule(
        "decade",
        Shape(_DECADE, _decade),
        yes=("the late |1980s|", "in the |80s|", "the |1950’s|"),
        no=("the 2000s", "in the 80s houses", "the 1985s"),
    ),
    Rule(
        "century",
        Shape(_CENTURY, _century),
        yes=("the |19th century|", "a |20th-century| mill"),
        no=("the 45th century", "the 2nd century", "the 19th hole"),
    ),
    Rule(
        "year behind a preposition",
        Shape(_BEHIND_PREPOSITION, _year),
        yes=("in |2014|", "since |1998|, when it closed", "mid-|2014|", "the mayor (|2014|)"),
        no=("in 2000 schools", "at noon (1800 UTC)", "of 2014 metres", "2014 people"),
    ),
    Rule(
        "year before a small word",
        Shape(_BEFORE_WORD, _year),
        yes=("It flies in |2009| out of London.",),
        no=("in 2000 out of London", "in 2009 homes", "in 2009 more"),
        reason="A round number before a noun is an amount.",
    ),
    Rule(
        "list of years",
        Shape(_LISTED, _year),
        yes=("in 1996, |2000| and |2004|.", "1998 or |1999|"),
        no=("96, 2000 men", "1996, 2000 men"),
    ),
    Rule(
        "year before a noun",
        Shape(_BEFORE_NOUN, _year),
        yes=("the |2016| election", "a failed |2003| deal", "the party's |1998| congress"),
        no=("the 2000 troops", "its roughly 2000 stores", "the 1500 meter race", "the 2014 people"),
    ),
    Rule(
        "year as a subject",
        Shape(_SUBJECT, _year),
        yes=("|2008| was dry.", "It rained. |2009| saw more rain."),
        no=("Some 2008 was dry.", "2008 people came."),
    ),
    Rule(
        "edition",
        Shape(_EDITION, _year),
        yes=("the World Cup |2010|", "Expo |2015| closes"),
        no=("the World Cup 2010-b", "the Cup 20101"),
    ),
)
