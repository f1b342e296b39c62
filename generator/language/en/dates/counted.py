"""Days and times that are counted, weekdays, today and its neighbors, this week, two years ago, the following day; and
years: from one to another, seasons, decades, centuries, single years. A number that may be an amount is no year.
"""

import re

from generator.language.dates.expression import Expression, Kind
from generator.language.en.dates.calendar import (
    AT_EDGE,
    COUNT,
    COUNTS,
    DAY_NAME,
    FOUR_FIGURES,
    GAP,
    MONTH,
    UNIT_OF_TIME,
    UP_TO,
    WEEKDAY,
    YEAR,
    Shape,
    is_range,
    shift_of,
    span_of,
    weekday_of,
)
from generator.model import Span
from generator.text.rules import Rule

_WEEKDAYS = re.compile(
    rf"\b[Ff]rom{GAP}(?P<all>(?P<weekday>{WEEKDAY})(?:{GAP}(?:to|through|until|till){GAP}|[-–])(?P<weekday2>{WEEKDAY}))"
    r"(?!\w)"
)
_WEEKDAY = re.compile(
    rf"{AT_EDGE}(?P<all>(?i:(?P<shift>last|next|this|past|coming|previous|following){GAP})?(?P<weekday>{WEEKDAY}))"
    r"(?!\w)"
)
_FEAST_BEFORE = re.compile(
    r"(?:\b(?:Black|Good|Ash|Super|Holy|Palm|Easter|Bloody|Cyber|Maundy|Big|Shrove|Giving|Pancake)\s+$)"
)
"""Before a weekday that is part of the name of a feast or a custom."""
_PAPER_BEHIND = re.compile(r"\s+(?:Times|Mail|Mirror|Telegraph|Express|World|Herald|Post|Night|Island|Club)\b")
"""Behind a weekday that is part of the name of a paper or a show."""
_NEAR_DAY = re.compile(
    r"(?<![Tt]he )\b(?i:(?P<word>the day before yesterday|the day after tomorrow|today|yesterday|tomorrow|tonight"
    r"|last night|this (?:morning|afternoon|evening)))\b"
)
_NOWADAYS = re.compile(r"\b(?:is|are|am|[’'](?:re|s|m))\s$", re.IGNORECASE)
"""Before a "today" that is no day: where you are today."""
_NEAR_PERIOD = re.compile(
    rf"(?<!the )\b(?i:(?P<part>earlier|later|early|late){GAP})?(?i:(?P<shift>this|last|next){GAP}"
    r"(?P<unit>weekend|week|month|year))\b(?!-(?:long|old|end|over|on|round|to)\b)"
)
_AGO = re.compile(
    rf"\b(?i:(?P<about>about|around|nearly|almost|roughly|some|just|only|exactly|more{GAP}than|over|less{GAP}than|at{GAP}least){GAP})?"
    rf"(?P<all>{COUNT}{GAP}(?P<unit>day|week|month|year)s?{GAP}ago)\b"
)
_NEXT_TO_TOLD = re.compile(
    rf"\b(?P<all>(?i:(?:the{GAP})?(?P<which>same|that|following|previous|preceding){GAP}(?P<unit>day|month|year)"
    rf"|(?P<day>the{GAP}next{GAP}day)))\b(?!-)"
)
_FAR_FROM_TOLD = re.compile(
    rf"\b(?P<all>{COUNT}{GAP}(?P<unit>day|month|year)s?{GAP}(?P<step>later|earlier))\b"
    rf"(?!{GAP}than\b|,?{GAP}(?:on|in|at){GAP}(?:{MONTH}|the{GAP}\d|\d))"
)
_PART_OF = re.compile(
    rf"\b(?i:(?P<late>end|close|rest|remainder)|beginning|start|middle){GAP}of{GAP}(?P<all>the{GAP}(?P<unit>month|year))\b"
)
_EXACT = frozenset({"", "just", "only", "exactly"})
"""What stands before a count that is meant to the unit."""
_STEPS = {"same": 0, "that": 0, "following": 1, "previous": -1, "preceding": -1}
"""Units to go on from the date that the text told before."""
_PERIODS: dict[str, Kind] = {"month": "near month", "year": "near year", "week": "week", "weekend": "weekend"}


def _weekdays(match: re.Match[str]) -> Expression:
    until = Expression(span_of(match), "weekday", weekday=weekday_of(match, "weekday2"))
    return Expression(span_of(match), "weekday", weekday=weekday_of(match), until=until)


def _weekday(match: re.Match[str]) -> Expression | None:
    text, start = match.string, match.start("weekday")
    if _FEAST_BEFORE.search(text, max(0, start - 12), start) or _PAPER_BEHIND.match(text, match.end()):
        return None
    return Expression(span_of(match), "weekday", weekday=weekday_of(match), shift=shift_of(match))


def _near_day(match: re.Match[str]) -> Expression:
    word, start = match["word"].lower(), match.start()
    is_no_day = word == "today" and _NOWADAYS.search(match.string[max(0, start - 9) : start])
    return Expression(span_of(match), "nowadays" if is_no_day else "near day", shift=word)


def _near_period(match: re.Match[str]) -> Expression:
    shift = f"{match['part'] or ''} {match['shift']}".strip().lower()
    return Expression(span_of(match), _PERIODS[match["unit"].lower()], shift=shift)


def _count(words: str) -> int:
    """The number that a word or digits name."""
    return COUNTS.get(words.lower()) or int(words)


def _ago(match: re.Match[str]) -> Expression:
    count = _count(match["count"])
    # "Twenty years ago" is seldom meant to the year.
    is_rough = (match["about"] or "").lower() not in _EXACT or (count > 10 and count % 10 == 0)
    return Expression(span_of(match), "ago", shift=match["unit"], count=-count, is_rough=is_rough)


def _next_to_told(match: re.Match[str]) -> Expression:
    unit, count = ("day", 1) if match["day"] else (match["unit"].lower(), _STEPS[match["which"].lower()])
    return Expression(span_of(match), "told", shift=unit, count=count)


def _far_from_told(match: re.Match[str]) -> Expression:
    count = _count(match["count"]) * (-1 if match["step"] == "earlier" else 1)
    return Expression(span_of(match), "told", shift=match["unit"], count=count)


def _part_of(match: re.Match[str]) -> Expression:
    return Expression(span_of(match), "part", shift=match["unit"].lower(), count=1 if match["late"] else 0)


COUNTED_RULES: tuple[Rule[Shape], ...] = (
    Rule(
        "range of weekdays",
        Shape(_WEEKDAYS, _weekdays, DAY_NAME),
        yes=("open from |Monday to Friday|", "From |Tuesday-Thursday|"),
        no=("on Monday and Friday", "from Mondays to Fridays"),
    ),
    Rule(
        "weekday",
        Shape(_WEEKDAY, _weekday, DAY_NAME),
        yes=("They met on |Thursday|.", "|last Monday|", "the |following Sunday|"),
        no=("on Mondays", "Black Friday sales", "the Sunday Times", "Good Friday"),
    ),
    Rule(
        "today and its neighbors",
        Shape(_NEAR_DAY, _near_day),
        yes=("It rains |today|.", "|the day before yesterday|", "|this morning| in Cork"),
        no=("todays", "the morning", "nowadays", "on the last night of the fair"),
    ),
    Rule(
        "this week, month or year",
        Shape(_NEAR_PERIOD, _near_period, UNIT_OF_TIME),
        yes=("|this week|", "|earlier this month|", "|last weekend|", "|next year|"),
        no=("the last week was long", "over the last year", "this year-long strike", "each week"),
        reason='"The last week" is a length of time.',
    ),
    Rule(
        "ago",
        Shape(_AGO, _ago, re.compile("ago")),
        yes=("|two days ago|", "about |three years ago|", "|a week ago|", "|900 years ago|"),
        no=("a few days ago", "long ago", "2000 years ago"),
    ),
    Rule(
        "next to a told date",
        Shape(_NEXT_TO_TOLD, _next_to_told, UNIT_OF_TIME),
        yes=("|the same day|", "|the following year|", "|that month|", "|the next day|"),
        no=("that day-long march", "the other day", "the next year"),
    ),
    Rule(
        "far from a told date",
        Shape(_FAR_FROM_TOLD, _far_from_told, re.compile("later|earlier")),
        yes=("|two months later|", "|a year earlier|, in Lima"),
        no=(
            "three days later than planned",
            "two weeks later",
            "two days later, on March 4",
            "two days after the vote",
        ),
        reason="Where the day itself follows, it is the date.",
    ),
    Rule(
        "part of a month or year",
        Shape(_PART_OF, _part_of, UNIT_OF_TIME),
        yes=("by the end of |the year|", "At the beginning of |the month|"),
        no=("the end of the week", "the end of the yearbook", "most of the year"),
    ),
)


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
        Shape(_FISCAL, _fiscal, FOUR_FIGURES),
        yes=("in |fiscal 2008|", "|financial year 2019|", "for |FY 2021|"),
        no=("the fiscal year", "fiscal 2008-09", "in 2008"),
        reason="It may begin in another year, so it has no value.",
    ),
    Rule(
        "season",
        Shape(_SEASON, _season, FOUR_FIGURES),
        yes=("the |2025-26| season", "the |1999/00| school year"),
        no=("section 2014-15", "the 2025-27 season", "2014-15 teams"),
    ),
    Rule(
        "range of years",
        Shape(_RANGE, _range, FOUR_FIGURES),
        yes=(
            *("from |2014 to 2016|", "the mayor (|1998–2004|)", "between |1990 and 1995|"),
            *(f"{word} |2014-2016|" for word in ("In", "in", "Of", "of", "During", "during", "Since", "since")),
        ),
        no=("from 1998-1990", "in 1990 and 1995", "of 2000 to 2100 seats"),
    ),
    Rule(
        "decade",
        Shape(_DECADE, _decade, re.compile("0['’]?s")),
        yes=("the late |1980s|", "in the |80s|", "the |1950’s|"),
        no=("the 2000s", "in the 80s houses", "the 1985s"),
    ),
    Rule(
        "century",
        Shape(_CENTURY, _century, re.compile("century")),
        yes=("the |19th century|", "a |20th-century| mill"),
        no=("the 45th century", "the 2nd century", "the 19th hole"),
    ),
    Rule(
        "year behind a preposition",
        Shape(_BEHIND_PREPOSITION, _year, FOUR_FIGURES),
        yes=("in |2014|", "since |1998|, when it closed", "mid-|2014|", "the mayor (|2014|)"),
        no=("in 2000 schools", "at noon (1800 UTC)", "of 2014 metres", "2014 people"),
    ),
    Rule(
        "year before a small word",
        Shape(_BEFORE_WORD, _year, FOUR_FIGURES),
        yes=("It flies in |2009| out of London.",),
        no=("in 2000 out of London", "in 2009 homes", "in 2009 more"),
        reason="A round number before a noun is an amount.",
    ),
    Rule(
        "list of years",
        Shape(_LISTED, _year, FOUR_FIGURES),
        yes=("in 1996, |2000| and |2004|.", "1998 or |1999|"),
        no=("96, 2000 men", "1996, 2000 men"),
    ),
    Rule(
        "year before a noun",
        Shape(_BEFORE_NOUN, _year, FOUR_FIGURES),
        yes=("the |2016| election", "a failed |2003| deal", "the party's |1998| congress"),
        no=("the 2000 troops", "its roughly 2000 stores", "the 1500 meter race", "the 2014 people"),
    ),
    Rule(
        "year as a subject",
        Shape(_SUBJECT, _year, FOUR_FIGURES),
        yes=("|2008| was dry.", "It rained. |2009| saw more rain."),
        no=("Some 2008 was dry.", "2008 people came."),
    ),
    Rule(
        "edition",
        Shape(_EDITION, _year, FOUR_FIGURES),
        yes=("the World Cup |2010|", "Expo |2015| closes"),
        no=("the World Cup 2010-b", "the Cup 20101"),
    ),
)
