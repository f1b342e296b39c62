"""Days and times that are counted: weekdays, today and its neighbors, this week, two years ago, the following day."""

import re

from generator.language.dates.expression import Expression, Kind
from generator.language.en.dates.calendar import COUNTS
from generator.language.en.dates.parts import AT_EDGE, COUNT, GAP, MONTH, WEEKDAY, Shape, shift_of, span_of, weekday_of
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
    r"\b(?i:(?P<word>the day before yesterday|the day after tomorrow|today|yesterday|tomorrow|tonight|last night"
    r"|this (?:morning|afternoon|evening)))\b"
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
        Shape(_WEEKDAYS, _weekdays),
        yes=("open from |Monday to Friday|", "From |Tuesday-Thursday|"),
        no=("on Monday and Friday", "from Mondays to Fridays"),
    ),
    Rule(
        "weekday",
        Shape(_WEEKDAY, _weekday),
        yes=("They met on |Thursday|.", "|last Monday|", "the |following Sunday|"),
        no=("on Mondays", "Black Friday sales", "the Sunday Times", "Good Friday"),
    ),
    Rule(
        "today and its neighbors",
        Shape(_NEAR_DAY, _near_day),
        yes=("It rains |today|.", "|the day before yesterday|", "|this morning| in Cork"),
        no=("todays", "the morning", "nowadays"),
    ),
    Rule(
        "this week, month or year",
        Shape(_NEAR_PERIOD, _near_period),
        yes=("|this week|", "|earlier this month|", "|last weekend|", "|next year|"),
        no=("the last week was long", "over the last year", "this year-long strike", "each week"),
        reason='"The last week" is a length of time.',
    ),
    Rule(
        "ago",
        Shape(_AGO, _ago),
        yes=("|two days ago|", "about |three years ago|", "|a week ago|", "|900 years ago|"),
        no=("a few days ago", "long ago", "2000 years ago"),
    ),
    Rule(
        "next to a told date",
        Shape(_NEXT_TO_TOLD, _next_to_told),
        yes=("|the same day|", "|the following year|", "|that month|", "|the next day|"),
        no=("that day-long march", "the other day", "the next year"),
    ),
    Rule(
        "far from a told date",
        Shape(_FAR_FROM_TOLD, _far_from_told),
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
        Shape(_PART_OF, _part_of),
        yes=("by the end of |the year|", "At the beginning of |the month|"),
        no=("the end of the week", "the end of the yearbook", "most of the year"),
    ),
)
