"""The shapes in which English writes dates. Every pattern is bounded; none holds a repetition within a repetition."""

import re

from generator.language.en.dates.calendar import COUNTS, FEASTS, MONTHS, WEEKDAYS

FULL_MONTHS = "|".join(name.title() for name in MONTHS if len(name) > 4 or name in ("may", "june", "july"))
MONTH = "(?:" + FULL_MONTHS + "|" + "|".join(n.title() + r"\b\.?" for n in MONTHS if len(n) < 5 and n != "may") + ")"
"""With a capital only: may, march and august are words as well."""
WEEKDAY = "(?:" + "|".join(name.title() for name in WEEKDAYS if name.endswith("day")) + ")"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d|-\d)"
FIRST_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d)"
"""The first day of a range: a hyphen and a digit may follow."""
YEAR = r"(?:1[5-9]|20)\d\d(?![\w%]|[.,:/]\d|[-–]\w)"
GAP = r"[ \u00a0\n]{1,2}"
UP_TO = rf"(?:{GAP}(?:to|through|until|till|and){GAP}|[ \u00a0]?[-–—][ \u00a0]?)"
OPENED = rf"(?:(?P<opener>[Ff]rom|[Bb]etween|[Ff]or){GAP})?"
AT_EDGE = r"(?<![\w$€£#./-])"
"""No date begins inside a word, a number or a path."""
NOT_ON = r"(?![\w/-]|\.\d)"
"""Behind numbers that go on no further."""

TRIGGER = re.compile(
    rf"\d{{4}}|\d[./]\d|\d0s|century|{MONTH}|{WEEKDAY}|{'|'.join(FEASTS)}"
    r"|(?i:\b(?:today|yesterday|tomorrow|tonight|this|last|next|ago|(?:days?|weeks?|months?|year)\b)\b)"
)
"""What every date expression has; a sentence without it is not searched further."""

ISO = re.compile(rf"{AT_EDGE}(?P<iso>\d{{4}}-\d\d-\d\d)(?:T\d\d:\d\d[0-9:.,Z+-]{{0,20}})?(?![\w-])")
NUMERIC = re.compile(rf"{AT_EDGE}(?P<a>\d{{1,2}})(?P<mark>[./])(?P<b>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}){NOT_ON}")
YEAR_FIRST = re.compile(rf"{AT_EDGE}(?P<year>(?:19|20)\d\d)/(?P<month>\d\d)/(?P<day>\d\d){NOT_ON}")
SHORT_NUMERIC = re.compile(rf"{AT_EDGE}(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/(?P<year>\d\d){NOT_ON}")
"""7/8/07: a date, though not one that can be told."""
ATTACKS = re.compile(
    rf"{AT_EDGE}(?:9/11(?![\w/])|(?P<all>Sept(?:ember|\.){GAP}11(?:th)?)(?=,?{GAP}(?:(?:terror|terrorist|suicide){GAP})?"
    r"(?:attack|hijack|plot|commission|victim)))"
)
"""9/11, the September 11 attacks: those of 2001."""
FEAST = re.compile(
    rf"\b(?i:(?P<shift>last|next|this)|on|since|until|till|by|before|after|at|for|around){GAP}(?P<all>(?P<feast>{'|'.join(FEASTS)}))"
    rf"(?:,?{GAP}(?P<year>{YEAR}))?(?![\w’'-]|{GAP}(?:[A-Z]|(?:sales?|shopping|gifts?|parties|trees?|season|holidays?)\b))"
)
"""on Christmas Day, last Halloween; "Christmas sales" are on no day."""
DAY_RANGES = (
    re.compile(
        rf"{AT_EDGE}{OPENED}(?P<all>(?P<month>{MONTH}){GAP}(?P<day>{FIRST_DAY})(?:,?{GAP}(?P<year>{YEAR}))?"
        rf"(?P<to>{UP_TO})(?:(?P<month2>{MONTH}){GAP})?(?P<day2>{DAY})(?:,?{GAP}(?P<year2>{YEAR}))?)"
    ),
    re.compile(
        rf"{AT_EDGE}{OPENED}(?P<all>(?P<day>{FIRST_DAY})(?:{GAP}(?P<month>{MONTH})(?:,?{GAP}(?P<year>{YEAR}))?)?"
        rf"(?P<to>{UP_TO})(?P<day2>{DAY}){GAP}(?P<month2>{MONTH})(?:,?{GAP}(?P<year2>{YEAR}))?)"
    ),
)
"""January 8 to January 13; January 8-13; 8-13 January 2022; 30 January to 2 February."""
DAYS = (
    re.compile(
        rf"{AT_EDGE}(?:(?P<weekday>{WEEKDAY}),?{GAP})?(?P<month>{MONTH}){GAP}(?P<day>{DAY})(?:,?{GAP}(?P<year>{YEAR}))?"
    ),
    re.compile(
        rf"{AT_EDGE}(?:(?P<weekday>{WEEKDAY}),?{GAP})?(?:the{GAP})?(?P<day>{DAY})(?:{GAP}of)?{GAP}"
        rf"(?P<month>{MONTH})(?:,?{GAP}(?P<year>{YEAR}))?"
    ),
)
"""Thursday, January 6, 2022; January 6; 6 January; the 6th of January."""
MONTH_RANGE = re.compile(
    rf"\b(?P<opener>[Ff]rom|[Bb]etween){GAP}(?P<all>(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR}))?"
    rf"(?P<to>{UP_TO})(?P<month2>{MONTH})(?:{GAP}(?P<year2>{YEAR}))?)(?!{GAP}?\d)"
)
MONTH_OF_YEAR = re.compile(rf"{AT_EDGE}(?P<month>{MONTH}),?{GAP}(?:of{GAP})?(?P<year>{YEAR})")
_OF_NEAR_YEAR = rf",?{GAP}(?:of{GAP}|in{GAP})?(?i:(?P<shift>this|last|next)){GAP}year"
OF_NEAR_YEAR = (
    re.compile(
        rf"{AT_EDGE}(?P<all>(?:the{GAP})?(?P<day>{FIRST_DAY})(?:(?P<to>{UP_TO})(?P<day2>{DAY}))?(?:{GAP}of)?{GAP}"
        rf"(?P<month>{MONTH}){_OF_NEAR_YEAR})\b"
    ),
    re.compile(
        rf"{AT_EDGE}(?P<all>(?P<month>{MONTH})(?:{GAP}(?P<day>{FIRST_DAY})(?:(?P<to>{UP_TO})(?P<day2>{DAY}))?)?{_OF_NEAR_YEAR})\b"
    ),
)
"""January of this year; December 3 last year; 13 to 17 July of last year."""
MONTH_AFTER_MONTH = re.compile(
    rf"\b(?:{FULL_MONTHS})(?:,|,?{GAP}(?:and|or)){GAP}(?P<all>(?P<month>{FULL_MONTHS}))(?![\w'’])(?!{GAP}?\d)"
)
"""August or September."""
MONTH_BEFORE_NOUN = re.compile(
    rf"\b(?i:the|its|his|her|their|this|a){GAP}(?P<all>(?P<month>{FULL_MONTHS}))(?={GAP}[a-z]{{3,}})"
    rf"(?!{GAP}(?:for|and|against|through|that|was|were|will|has|had|from|with)\b)"
)
"""the October meeting; "the March for Life" is no month."""
BARE_MONTH = re.compile(
    r"\b(?i:(?P<shift>last|next|this)|in|since|until|till|by|during|early|late|mid|of|from|through|throughout)"
    rf"(?:{GAP}(?:early|late|mid)|-?)(?:{GAP}|-)(?P<all>(?P<month>{FULL_MONTHS}))(?![\w'’])(?!{GAP}?\d)"
)
"""in December; last December; mid-December. The month's full name only."""
BARE_WEEKDAY = re.compile(
    rf"{AT_EDGE}(?P<all>(?i:(?P<shift>last|next|this|past|coming|previous|following){GAP})?(?P<weekday>{WEEKDAY}))"
    r"(?!\w)"
)
WEEKDAY_RANGE = re.compile(
    rf"\b[Ff]rom{GAP}(?P<all>(?P<weekday>{WEEKDAY})(?:{GAP}(?:to|through|until|till){GAP}|[-–])(?P<weekday2>{WEEKDAY}))"
    r"(?!\w)"
)
NEAR_DAY = re.compile(
    r"\b(?i:(?P<word>the day before yesterday|the day after tomorrow|today|yesterday|tomorrow|tonight|last night"
    r"|this (?:morning|afternoon|evening)))\b"
)
NEAR_PERIOD = re.compile(
    rf"(?<!the )\b(?i:(?P<part>earlier|later|early|late){GAP})?(?i:(?P<shift>this|last|next){GAP}"
    r"(?P<unit>weekend|week|month|year))\b(?!-(?:long|old|end|over|on|round|to)\b)"
)
"""this week, earlier this week, next month; "the last week" is a length of time, no date."""
SEASON = re.compile(
    rf"{AT_EDGE}(?P<all>(?P<year>(?:19|20)\d\d)[-–/](?P<year2>\d\d))(?![\w/-])"
    rf"(?={GAP}(?i:season|fiscal|financial|school|academic|budget))"
)
"""2025-26 where a season, a school year or a fiscal year is meant."""
YEAR_RANGE = re.compile(
    r"(?:\b(?P<opener>[Ff]rom|[Bb]etween|[Ii]n|[Oo]f|[Dd]uring|[Ss]ince)\s|\()"
    rf"(?P<all>(?P<year>(?:1[5-9]|20)\d\d)(?P<to>{UP_TO})(?P<year2>{YEAR}))"
)
_YEAR_MAY_PRECEDE = (
    rf"(?!\s?(?:UTC|GMT|BST|[ECMPA][DS]?T\b|Z\b|hours|hrs|local|{WEEKDAY}\b))"
    r"(?=['’]s\b|[^\w\s%'’]|['’](?!\w)|\s*$"
    r"|\s+(?:[A-Z(“\"‘]|(?:and|or|but|the|an?|in|on|at|by|to|of|for|from|with|without|when|while|who|which|that|as|it|he|she"
    r"|they|we|is|was|were|are|has|had|have|will|would|could|can|may|his|her|their|its|after|before|during|because|since"
    r"|where|there|this|these|not|also|over|under|through|until|due|despite|following|against|only|about|onwards?)\b))"
)
_AMOUNT = (
    r"(?!\s(?:people|men|women|children|police|staff|metres?|meters?|miles?|foot|feet|km|kg|seat|seater|tons?|tonnes?"
    r"|dollars?|euros?|pounds?|hours?|days?|years?|percent|per|dead|others?|more|million|billion)\b)"
)
PLAIN_YEAR = re.compile(
    rf"\b(?i:in|since|by|until|till|during|from){GAP}(?P<all>(?P<year>(?:1[5-9]|20)(?!00)\d\d))(?=\s[a-z]+(?<!s)\b){_AMOUNT}"
)
"""to fly in 2009 out of London; a round number before a noun is an amount."""
YEAR_LIST = re.compile(
    r"(?:(?<=\b(?:19|20)\d\d,\s)|(?<=\b(?:19|20)\d\d\sand\s)|(?<=\b(?:19|20)\d\d,\sand\s)|(?<=\b(?:19|20)\d\d\sor\s)"
    r"|(?<=\b(?:19|20)\d\d\sto\s))(?P<all>(?P<year>(?:19|20)\d\d))(?=[,.;)]|\s(?:and|or)\s(?:19|20)\d\d|\s*$)"
)
"""The later years of "in 1996, 2000 and 2004"."""
SUBJECT_YEAR = re.compile(
    rf"(?:^|[.;:]{GAP})(?P<all>(?P<year>(?:19|20)\d\d))(?={GAP}(?:was|is|has|saw|will|marked|marks)\b)"
)
"""2008 was a good year."""
EDITION = re.compile(
    rf"\b(?:Conference|Cup|Games|Olympics|Expo|Euro|Eurovision|Festival|Summit|Championships?|Forum|Congress|Awards|Open|Prix|WWDC"
    rf"|CES|Agenda|Vision|Contest){GAP}(?P<all>(?P<year>(?:19|20)\d\d))(?!\w|[.,]\d|-)"
)
"""World Cup 2010."""
FISCAL = re.compile(
    rf"\b(?P<all>(?i:fiscal|financial)(?:{GAP}|-)(?:(?i:year){GAP})?(?P<year>{YEAR})|FY ?(?P<year2>(?:19|20)\d\d))"
)
DECADE = re.compile(
    rf"{AT_EDGE}(?P<all>(?P<year>(?:1[5-9]|20)\d0)['’]?s)\b|\bthe{GAP}['’]?(?P<short>[2-9]0)s\b(?!{GAP}[a-z]+s\b)"
)
"""the 1980s, the 80s."""
CENTURY = re.compile(rf"\b(?P<all>(?P<number>\d\d)(?:st|nd|rd|th)(?:{GAP}|-)century)\b")
BARE_YEAR = re.compile(
    r"(?:\b(?i:in|since|by|until|till|before|after|during|from|of|for|through|throughout|early|late|mid|around|year"
    rf"|spring|summer|autumn|fall|winter|season)(?:{GAP}|-)|(?<=\())(?P<all>(?P<year>{YEAR})){_YEAR_MAY_PRECEDE}"
)
"""in 2014, since 2014, mid-2014, (2014); "in 2000 schools" is an amount."""
NAMED_YEAR = re.compile(
    rf"(?:\b(?i:the|its|his|her|their|this|that|a|an|our)|\w['’]s?){GAP}(?:(?P<all>(?P<year>(?:19|20)\d\d))"
    rf"|[a-z]+{GAP}(?P<all2>(?P<year2>(?:19|20)(?!00)\d\d)))(?={GAP}(?:[A-Z]|[a-z]+(?:(?<!s)|(?<=ss))\b)){_AMOUNT}"
)
"""the 2016 election, a failed 2003 deal; "the 2000 troops" is an amount."""
_UNIT = "(?P<unit>day|week|month|year)"
AGO = re.compile(
    rf"\b(?i:(?P<about>about|around|nearly|almost|roughly|some|just|only|exactly|more{GAP}than|over|less{GAP}than|at{GAP}least){GAP})?"
    rf"(?P<all>(?P<count>(?i:{'|'.join(COUNTS)})|\d{{1,3}}){GAP}{_UNIT}s?{GAP}ago)\b"
)
"""two days ago, a year ago."""
FROM_TOLD = re.compile(
    rf"\b(?P<all>(?i:(?:the{GAP})?(?P<which>same|that|following|previous|preceding){GAP}(?P<unit>day|month|year)"
    rf"|(?P<day>the{GAP}next{GAP}day)))\b(?!-)"
    rf"|\b(?P<all2>(?:(?P<count>(?i:{'|'.join(COUNTS)})|\d{{1,3}}){GAP})(?P<unit2>day|month|year)s?{GAP}"
    rf"(?P<step>later|earlier))\b(?!{GAP}than\b|,?{GAP}(?:on|in|at){GAP}(?:{MONTH}|the{GAP}\d|\d))"
)
"""the same day, the following year, two months later: counted from another date of the text."""
PART_OF = re.compile(
    rf"\b(?i:(?P<late>end|close|rest|remainder)|beginning|start|middle){GAP}of{GAP}(?P<all>the{GAP}(?P<unit>month|year))\b"
)
"""the end of the year: of that of writing, where the text tells of no other."""

NO_WEEKDAY = re.compile(
    r"(?:\b(?:Black|Good|Ash|Super|Holy|Palm|Easter|Bloody|Cyber|Maundy|Big|Shrove|Giving|Pancake)\s+$)"
)
"""Before a weekday that is part of the name of a feast or a custom."""
NO_WEEKDAY_AFTER = re.compile(r"\s+(?:Times|Mail|Mirror|Telegraph|Express|World|Herald|Post|Night|Island|Club)\b")
"""Behind a weekday that is part of the name of a paper or a show."""
