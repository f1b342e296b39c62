"""The shapes in which English writes dates. Every pattern is bounded; none holds a repetition within a repetition."""

import re

from generator.text.calendar import MONTHS, WEEKDAYS

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

TRIGGER = re.compile(
    rf"\d{{4}}|\d[./]\d|{MONTH}|{WEEKDAY}|(?i:\b(?:today|yesterday|tomorrow|tonight|this|last|next)\b)"
)
"""What every date expression has; a sentence without it is not searched further."""

ISO = re.compile(rf"{AT_EDGE}(?P<iso>\d{{4}}-\d\d-\d\d)(?:T\d\d:\d\d[0-9:.,Z+-]{{0,20}})?(?![\w-])")
NUMERIC = re.compile(rf"{AT_EDGE}(?P<a>\d{{1,2}})(?P<mark>[./])(?P<b>\d{{1,2}})(?P=mark)(?P<year>\d{{4}})(?![\w./-])")
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
    r"\b(?i:(?P<word>today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening)))\b"
)
NEAR_PERIOD = re.compile(
    rf"(?<!the )(?<!of )\b(?i:(?P<part>earlier|later|early|late){GAP})?(?i:(?P<shift>this|last|next){GAP}"
    r"(?P<unit>weekend|week|month|year))\b(?!-)"
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
    r"(?!\s?(?:UTC|GMT|BST|[ECMPA][DS]?T\b|Z\b|hours|hrs|local))(?=['’]s\b|[^\w\s%'’]|['’](?!\w)|\s*$"
    r"|\s+(?:[A-Z(“\"‘]|(?:and|or|but|the|an?|in|on|at|by|to|of|for|from|with|without|when|while|who|which|that|as|it|he|she"
    r"|they|we|is|was|were|are|has|had|have|will|would|could|can|may|his|her|their|its|after|before|during|because|since"
    r"|where|there|this|these|not|also|over|under|through|until|due|despite|following|against|only|about|onwards?)\b))"
)
BARE_YEAR = re.compile(
    r"(?:\b(?i:in|since|by|until|till|before|after|during|from|of|for|through|throughout|early|late|mid|around|year"
    rf"|spring|summer|autumn|fall|winter|season)(?:{GAP}|-)|(?<=\())(?P<all>(?P<year>{YEAR})){_YEAR_MAY_PRECEDE}"
)
"""in 2014, since 2014, mid-2014, (2014); "in 2000 schools" is an amount."""
NAMED_YEAR = re.compile(
    rf"\b(?i:the|its|his|her|their|this|that){GAP}(?P<all>(?P<year>(?:19|20)\d\d))(?={GAP}(?:[A-Z]|[a-z]+(?<!s)\b))"
)
"""the 2016 election; "the 2000 troops" is an amount."""

NO_WEEKDAY = re.compile(
    r"(?:\b(?:Black|Good|Ash|Super|Holy|Palm|Easter|Bloody|Cyber|Maundy|Big|Shrove|Giving|Pancake)\s+$)"
)
"""Before a weekday that is part of the name of a feast or a custom."""
NO_WEEKDAY_AFTER = re.compile(r"\s+(?:Times|Mail|Mirror|Telegraph|Express|World|Herald|Post|Night|Island|Club)\b")
"""Behind a weekday that is part of the name of a paper or a show."""
