"""Days and months: in figures, in words, from one to another, feasts; a month alone where the words around it say
that one is meant.
"""

import re

from generator.language.dates.expression import Expression, Kind
from generator.language.en.dates.calendar import (
    AT_EDGE,
    DAY,
    FEASTS,
    FIRST_DAY,
    FOUR_FIGURES,
    FULL_MONTHS,
    GAP,
    MONTH,
    MONTH_NAME,
    NOT_ON,
    OPENED,
    UP_TO,
    WEEKDAY,
    YEAR,
    Shape,
    is_range,
    month_of,
    number_of,
    shift_of,
    span_of,
    weekday_of,
)
from generator.model import Span
from generator.text.rules import Rule

_RANGE = re.compile(
    rf"\b(?P<opener>[Ff]rom|[Bb]etween){GAP}(?P<all>(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR}))?"
    rf"(?P<to>{UP_TO})(?P<month2>{MONTH})(?:{GAP}(?P<year2>{YEAR}))?)(?!{GAP}?\d)"
)
_OF_YEAR = re.compile(rf"{AT_EDGE}(?P<month>{MONTH}),?{GAP}(?:of{GAP})?(?P<year>{YEAR})")
_BEHIND_PREPOSITION = re.compile(
    r"\b(?i:(?P<shift>last|next|this)|in|since|until|till|by|during|early|late|mid|of|from|through|throughout)"
    rf"(?:{GAP}(?:early|late|mid)|-?)(?:{GAP}|-)(?P<all>(?P<month>{FULL_MONTHS}))(?![\w'’])(?!{GAP}?\d)"
)
_BEHIND_MONTH = re.compile(
    rf"\b(?:{FULL_MONTHS})(?:,|,?{GAP}(?:and|or)){GAP}(?P<all>(?P<month>{FULL_MONTHS}))(?![\w'’])(?!{GAP}?\d)"
)
_BEFORE_NOUN = re.compile(
    rf"\b(?i:the|its|his|her|their|this|a){GAP}(?P<all>(?P<month>{FULL_MONTHS}))(?={GAP}[a-z]{{3,}})"
    rf"(?!{GAP}(?:for|and|against|through|that|was|were|will|has|had|from|with)\b)"
)


def _range(match: re.Match[str]) -> Expression | None:
    if not is_range(match):
        return None
    month, month2, end_year = month_of(match) or 0, month_of(match, "month2") or 0, number_of(match, "year2")
    year = number_of(match, "year") or (end_year - (month > month2) if end_year else None)
    end = Expression(span_of(match), "month", end_year, month2)
    return Expression(span_of(match), "month", year, month, until=end)


def _month(match: re.Match[str]) -> Expression:
    return Expression(span_of(match), "month", number_of(match, "year"), month_of(match))


def _shifted(match: re.Match[str]) -> Expression:
    start = match.start("shift") if match["shift"] else match.start("all")
    return Expression(Span(start, match.end("all")), "month", month=month_of(match), shift=shift_of(match))


MONTH_RULES: tuple[Rule[Shape], ...] = (
    Rule(
        "range of months",
        Shape(_RANGE, _range, MONTH_NAME),
        yes=("from |March to May 2020|", "between |December and February|", "From |July 2019 through June 2020|"),
        no=("in March and May", "from March to May 12", "from June and July"),
    ),
    Rule(
        "month of a year",
        Shape(_OF_YEAR, _month, FOUR_FIGURES),
        yes=("in |December 2021|", "|Nov. 2020| was dry", "in |March of 2014|"),
        no=("In March 2,014 came.", "They march 2014 miles.", "March 2014-15"),
    ),
    Rule(
        "month behind a preposition",
        Shape(_BEHIND_PREPOSITION, _shifted, MONTH_NAME),
        yes=("in |December|", "|last December|", "in mid-|March|", "since early |June|"),
        no=("in December 24 hours", "the mayor of May's town", "in Sept"),
        reason="March, May and August are words and names as well; an abbreviation alone is too often something else.",
    ),
    Rule(
        "month behind another",
        Shape(_BEHIND_MONTH, _month, MONTH_NAME),
        yes=("in August or |September|", "June, |July| and August"),
        no=("August or Septembers", "June, July 4"),
    ),
    Rule(
        "month before a noun",
        Shape(_BEFORE_NOUN, _month, MONTH_NAME),
        yes=("the |October| meeting", "its |March| report"),
        no=("the March for Life", "the May was cold", "an October meeting in October", "the April 5 vote"),
    ),
)


_ISO = re.compile(rf"{AT_EDGE}(?P<iso>\d{{4}}-\d\d-\d\d)(?:T\d\d:\d\d[0-9:.,Z+-]{{0,20}})?(?![\w-])")
_NUMERIC = re.compile(rf"{AT_EDGE}(?P<a>\d{{1,2}})(?P<mark>[./])(?P<b>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}){NOT_ON}")
_YEAR_FIRST = re.compile(rf"{AT_EDGE}(?P<year>(?:19|20)\d\d)/(?P<month>\d\d)/(?P<day>\d\d){NOT_ON}")
_SHORT_NUMERIC = re.compile(rf"{AT_EDGE}(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/(?P<year>\d\d){NOT_ON}")
_ATTACKS = re.compile(
    rf"{AT_EDGE}(?:9/11(?![\w/])|(?P<all>Sept(?:ember|\.){GAP}11(?:th)?)(?=,?{GAP}(?:(?:terror|terrorist|suicide){GAP})?"
    r"(?:attack|hijack|plot|commission|victim)))"
)
_NEAR_YEAR = rf",?{GAP}(?:of{GAP}|in{GAP})?(?i:(?P<shift>this|last|next)){GAP}year"
_DAY_OF_NEAR_YEAR = re.compile(
    rf"{AT_EDGE}(?P<all>(?:the{GAP})?(?P<day>{FIRST_DAY})(?:(?P<to>{UP_TO})(?P<day2>{DAY}))?(?:{GAP}of)?{GAP}"
    rf"(?P<month>{MONTH}){_NEAR_YEAR})\b"
)
_MONTH_OF_NEAR_YEAR = re.compile(
    rf"{AT_EDGE}(?P<all>(?P<month>{MONTH})(?:{GAP}(?P<day>{FIRST_DAY})(?:(?P<to>{UP_TO})(?P<day2>{DAY}))?)?{_NEAR_YEAR})\b"
)
_MONTH_FIRST_RANGE = re.compile(
    rf"{AT_EDGE}{OPENED}(?P<all>(?P<month>{MONTH}){GAP}(?P<day>{FIRST_DAY})(?:,?{GAP}(?P<year>{YEAR}))?"
    rf"(?P<to>{UP_TO})(?:(?P<month2>{MONTH}){GAP})?(?P<day2>{DAY})(?:,?{GAP}(?P<year2>{YEAR}))?)"
)
_DAY_FIRST_RANGE = re.compile(
    rf"{AT_EDGE}{OPENED}(?P<all>(?P<day>{FIRST_DAY})(?:{GAP}(?P<month>{MONTH})(?:,?{GAP}(?P<year>{YEAR}))?)?"
    rf"(?P<to>{UP_TO})(?P<day2>{DAY}){GAP}(?P<month2>{MONTH})(?:,?{GAP}(?P<year2>{YEAR}))?)"
)
_MONTH_AND_DAY = re.compile(
    rf"{AT_EDGE}(?:(?P<weekday>{WEEKDAY}),?{GAP})?(?P<month>{MONTH}){GAP}(?P<day>{DAY})(?:,?{GAP}(?P<year>{YEAR}))?"
)
_DAY_AND_MONTH = re.compile(
    rf"{AT_EDGE}(?:(?P<weekday>{WEEKDAY}),?{GAP})?(?:the{GAP})?(?P<day>{DAY})(?:{GAP}of)?{GAP}"
    rf"(?P<month>{MONTH})(?:,?{GAP}(?P<year>{YEAR}))?"
)
_FEAST = re.compile(
    rf"\b(?i:(?P<shift>last|next|this)|on|since|until|till|by|before|after|at|for|around){GAP}(?P<all>(?P<feast>{'|'.join(FEASTS)}))"
    rf"(?:,?{GAP}(?P<year>{YEAR}))?(?![\w’'-]|{GAP}(?:[A-Z]|(?:sales?|shopping|gifts?|parties|trees?|season|holidays?)\b))"
)


def _iso(match: re.Match[str]) -> Expression:
    year, month, day = (int(part) for part in match["iso"].split("-"))
    return Expression(span_of(match), "day", year, month, day)


def _numeric(match: re.Match[str]) -> Expression:
    """With full stops the day comes first; with slashes it is clear only where one number cannot be a month."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    is_day_first = match["mark"] == "." or (a > 12 and b <= 12)
    if is_day_first or a == b:
        return Expression(span_of(match), "day", year, b, a)
    if b > 12 and a <= 12:
        return Expression(span_of(match), "day", year, a, b)
    return Expression(span_of(match), "unclear", year)


def _short_numeric(match: re.Match[str]) -> Expression | None:
    """Only what may be a day and a month in one of both orders."""
    a, b = int(match["a"]), int(match["b"])
    if not 1 <= min(a, b) <= 12 or max(a, b) > 31:
        return None
    return Expression(span_of(match), "unclear")


def _year_first(match: re.Match[str]) -> Expression:
    return Expression(span_of(match), "day", int(match["year"]), int(match["month"]), int(match["day"]))


def _attacks(match: re.Match[str]) -> Expression:
    return Expression(span_of(match), "day", 2001, 9, 11)


def _of_near_year(match: re.Match[str]) -> Expression:
    span, month, last = span_of(match), month_of(match), number_of(match, "day2")
    kind: Kind = "day" if match["day"] else "month"
    end = Expression(span, "day", None, month, last) if last else None
    return Expression(span, kind, None, month, number_of(match, "day"), shift=f"{shift_of(match)} year", until=end)


def _day_range(match: re.Match[str]) -> Expression | None:
    if not is_range(match):
        return None
    end_year = number_of(match, "year2")
    month, month2 = month_of(match) or month_of(match, "month2"), month_of(match, "month2") or month_of(match)
    end = Expression(span_of(match), "day", end_year, month2, number_of(match, "day2"))
    start_year = number_of(match, "year")
    if start_year is None and end_year is not None:
        # "December 30 - January 2, 2022" begins a year earlier.
        start_year = end_year - ((month or 0) > (month2 or 0))
    return Expression(span_of(match), "day", start_year, month, number_of(match, "day"), until=end)


def _day(match: re.Match[str]) -> Expression | None:
    if match["year"] is None and match.string[max(0, match.start() - 3) : match.start()].lower() == "in ":
        # In May 10 people died.
        return None
    year, day = number_of(match, "year"), number_of(match, "day")
    return Expression(span_of(match), "day", year, month_of(match), day, weekday_of(match))


def _feast(match: re.Match[str]) -> Expression:
    month, day = FEASTS[match["feast"]]
    end = match.end("year") if match["year"] else match.end("all")
    return Expression(Span(match.start("all"), end), "day", number_of(match, "year"), month, day)


DAY_RULES: tuple[Rule[Shape], ...] = (
    Rule(
        "year, month and day in figures",
        Shape(_ISO, _iso, FOUR_FIGURES),
        yes=("The dam broke on |2021-03-04|.", "Logged |2021-03-04T06:12:00Z| at the gate"),
        no=("Part 2021-03-04-b was late.", "The number is 12021-03-04."),
    ),
    Rule(
        "day, month and year in figures",
        Shape(_NUMERIC, _numeric, FOUR_FIGURES),
        yes=(
            "The dam broke on |4.3.2021|.",
            "It closed on |13/8/2007|, and on |8/13/2007| it burnt.",
            "Due |7/8/2007|.",
        ),
        no=("version 10.2.2014.1", "They won 4/3.2021 times."),
        reason="4/3/2021 is a date whose day cannot be told; 4.3.2021 is written where the day comes first.",
    ),
    Rule(
        "year first with slashes",
        Shape(_YEAR_FIRST, _year_first, FOUR_FIGURES),
        yes=("The dam broke on |2021/03/04|.",),
        no=("See /2021/03/04/dam.", "item 1821/03/04"),
        reason="In an address it is a path.",
    ),
    Rule(
        "short year in figures",
        Shape(_SHORT_NUMERIC, _short_numeric, re.compile(r"\d/\d")),
        yes=("The form of |7/8/07| is lost.",),
        no=("31/31/07", "a share of 0/14/07"),
        reason="Whatever it means, it is a date; it stays open.",
    ),
    Rule(
        "the attacks of 2001",
        Shape(_ATTACKS, _attacks, re.compile("11")),
        yes=("after |9/11|", "the |September 11| attacks", "the |Sept. 11|, terrorist plot"),
        no=("a ratio of 9/11/2", "He was born on September 11."),
    ),
    Rule(
        "day and month of a near year",
        Shape(_DAY_OF_NEAR_YEAR, _of_near_year, MONTH_NAME),
        yes=("It shut on |5 May of this year|.", "from |the 3rd to 5th of March last year|"),
        no=("It shut on 5 May, and this year too.", "15 of last year's teams"),
    ),
    Rule(
        "month of a near year",
        Shape(_MONTH_OF_NEAR_YEAR, _of_near_year, MONTH_NAME),
        yes=("in |January of this year|", "on |December 3 last year|", "|July 13 to 17 of last year|"),
        no=("In July they left; last year they stayed.", "the July yearbook"),
    ),
    Rule(
        "range that begins with a month",
        Shape(_MONTH_FIRST_RANGE, _day_range, MONTH_NAME),
        yes=(
            "from |January 8 to January 13|",
            "on |January 8-13|",
            "between |March 3 and April 5, 2020|",
            "|December 30 - January 2, 2022|",
        ),
        no=("on March 3 and April 5", "January 8-13%"),
        reason='"And" alone joins two days; only "between" makes a range of them.',
    ),
    Rule(
        "range that begins with a day",
        Shape(_DAY_FIRST_RANGE, _day_range, MONTH_NAME),
        yes=("|8–13 January 2020| in Lima", "from |30 January to 2 February|"),
        no=("3 March and 5 April", "lines 8-13 of January's log"),
    ),
    Rule(
        "month and day",
        Shape(_MONTH_AND_DAY, _day, MONTH_NAME),
        yes=("on |Thursday, January 6, 2022|", "|Sept. 11|, in rain", "|March 8th| in Cork"),
        no=("In May 10 people died.", "January 10% more", "may 5 march"),
    ),
    Rule(
        "day and month",
        Shape(_DAY_AND_MONTH, _day, MONTH_NAME),
        yes=("on |Monday, 10 January 2022|", "|the 6th of January|", "|20 March|"),
        no=("In 10 May marches nobody fell.", "33 March", "$20 March coupons"),
    ),
    Rule(
        "feast",
        Shape(_FEAST, _feast, re.compile("|".join(FEASTS))),
        yes=("They left on |Christmas Day|.", "on |Christmas Eve 2004|", "last |Halloween|"),
        no=("for Christmas sales", "Christmas Day lies behind us.", "after Christmas Island"),
        reason="Without a preposition it is as often a custom as a day.",
    ),
)
