"""The numbers that count nothing: years and dates, ages, times, ranks, scores, names, addresses, shares."""

import re
from collections.abc import Iterable

from generator.language.en.quantities.cases import Case, Refuse, read_cases
from generator.language.en.quantities.words import load_units, words_of
from generator.model import Span
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_set

_YEAR = re.compile(r"1[4-9]\d\d|20\d\d")
_SMALL = 13
"""Below it a number behind "the" says which ones, as a rule: "the two leaders"."""
_TIED_BEHIND = re.compile(r"[-–/:.’']\w|[-–](?: |$)|°")
"""Behind a number: it is a part of a word."""
_TIED_BEFORE = re.compile(r"[\w#@+/:.][-–]?$|\w[-–]$")
_SCORE = re.compile(r"\d{1,3} ?[-–] ?\d{1,3}")
_PHONE = re.compile(r"0\d|\d{1,5}[- \xa0\u202f]\d{3,}")


def _is_date(case: Case) -> bool:
    is_month = bool(case.behind()) and case.trees.word(case.last + 1) in load_set("calendar_words.txt")
    return is_month or bool(case.dates.overlapping(case.number.span))


def _is_year(case: Case) -> bool:
    """A number that may be a year, without a comma, is one unless it counts people or comes with "at least"."""
    if not _YEAR.fullmatch(case.number.span.of(case.text)):
        return False
    is_of_people = case.noun is not None and case.names.is_person(case.noun) and case.before() not in words_of("known")
    return not case.is_compared and not is_of_people


def _is_age(case: Case) -> bool:
    return case.before() in words_of("ages") or (case.before() == "of" and case.before(2) in ("age", "ages"))


def _is_hour(case: Case) -> bool:
    return case.behind() in words_of("hours") and not (case.behind() == "hours" and case.before() != "at")


def _is_part_of_word(case: Case) -> bool:
    """Tied to a word before or behind: "F-16", "a 27-member bloc", "5/6"."""
    start, end = case.number.span
    before, behind = case.text[max(0, start - 2) : start], case.text[end : end + 2]
    is_unit = case.text[end : end + 2] in ("°C", "°F")
    is_tied = case.sign is None and _TIED_BEFORE.search(before)
    return bool(is_tied or (_TIED_BEHIND.match(behind) and not is_unit))


def _is_name(case: Case) -> bool:
    """A part of a name, or of the name of a thing behind it: "Boeing 737", "Section 5", "Room 101"."""
    span = case.number.span
    if any(mention.span.start < span.end for mention in case.names.starting_in(Span(span.start, span.end))):
        return True
    named = case.names.at(case.first)
    if named is not None and named.span.overlaps(span):
        return True
    is_hung = case.trees.relation(case.first) == "flat" and case.trees.head(case.first) < case.first
    if case.text[span.start - 1 : span.start] in ("“", '"', "‘") and case.trees.word(case.last + 1)[:1].isupper():
        return True
    is_sign = case.sign is not None or not case.before().isalnum()
    return (is_hung and not is_sign) or (case.before() in words_of("labels") and not case.is_compared)


def _is_rank(case: Case) -> bool:
    """Which of many, not how many: "the first three", "the top 10 teams"."""
    return case.before() in words_of("which")


def _is_no_thing(case: Case) -> bool:
    """What is counted is a part or a way: "two thirds", "two ways"."""
    return case.behind() in words_of("no count")


def _is_known(case: Case) -> bool:
    """A small number behind "the" or "his": "the two leaders"."""
    is_small = case.number.value < _SMALL and case.number.until is None
    places = (case.before(), case.before(2) if case.before() == "other" else "")
    return is_small and not case.measures and any(word in words_of("known") for word in places if word)


def _is_share(case: Case) -> bool:
    """One of two numbers of which one is a part of the other: "one in five women", "two of the 12 members"."""
    is_counted = case.trees.pos(case.first - 1) == "ADP" if case.first else False
    of_number = is_counted and case.before() in words_of("shares") and _is_number(case, case.first - 2)
    out_of = case.before() == "of" and case.before(2) == "out"
    has_part = case.behind() in ("in", "out") and any(_is_number(case, case.last + by) for by in (2, 3))
    is_fraction = case.behind() == "of" and case.behind(2) in ("the", "these", "those", "its", "his", "her", "their")
    return of_number or out_of or has_part or is_fraction


def _is_number(case: Case, index: int) -> bool:
    return bool(case.word(index)) and case.trees.pos(index) == "NUM"


def _is_rate(case: Case) -> bool:
    """What is told of each so many: "14 cases per 100,000 people"."""
    words = [case.behind(by) for by in range(1, 5)]
    is_unit = "per" in words and any(tuple(words[:size]) in load_units("measures") for size in (2, 3))
    return "per" in words and not is_unit and case.sign is None


def _is_score(case: Case) -> bool:
    """Two numbers with a dash, or the one behind the dash."""
    start, end = case.number.span
    near = case.text[max(0, start - 5) : end + 5]
    joined = [match for match in _SCORE.finditer(near) if match.start() < end - max(0, start - 5)]
    return bool(joined) and (case.noun is None or not case.is_plural(case.noun)) and not _has_unit(case)


def _has_unit(case: Case) -> bool:
    return case.behind() in ("%", "percent", "per") or case.sign is not None


def _is_phone(case: Case) -> bool:
    """A number with a zero before it, or groups of digits."""
    start, end = case.number.span
    return bool(_PHONE.match(case.text[start : end + 6]) and case.text[start + 1 : start + 2] != ".")


def _is_address(case: Case) -> bool:
    """A house number: "10 Mill Street"."""
    street = [by for by in (2, 3, 4) if case.behind(by) in words_of("streets")]
    trees, at = case.trees, case.last + 1
    return bool(street) and all(trees.word(at + by)[:1].isupper() for by in range(street[0]))


def _is_span_of_time(case: Case) -> bool:
    """How long, how old or how often: "three hours", "two more times"."""
    if case.noun is not None and case.trees.lower(case.noun) in words_of("times"):
        return True
    return any(case.behind(by) in words_of("times") for by in (1, 2) if case.behind(1) != "of")


def _try(rule: Rule[Refuse], text: str) -> Iterable[Span]:
    return (case.number.span for case in read_cases(text) if rule.find(case))


NO_QUANTITIES: Chain[Refuse] = Chain(
    "numbers that count nothing",
    (
        Rule(
            "date",
            _is_date,
            yes=("She was born on |12| May |1961| in Lima.", "The talks began |two| weeks ago."),
            no=("She met 12 men on Monday.",),
        ),
        Rule(
            "year",
            _is_year,
            yes=("The |2012| elections were held in Peru.", "Peru held its |1998| games in Lima."),
            no=("At least 2000 houses burned down.", "The town sent 1500 soldiers.", "The town sold 2,012 houses."),
        ),
        Rule(
            "age",
            _is_age,
            yes=("Max Poe, aged |34|, was arrested.", "Children over the age of |12| may enter."),
            no=("Police arrested 34 men.",),
        ),
        Rule(
            "time of day",
            _is_hour,
            yes=("The market opened at |9| am on Monday.", "They left at |1400| GMT."),
            no=("They sold 9 houses.",),
        ),
        Rule(
            "no thing",
            _is_no_thing,
            yes=("There are |two| ways to do it.", "Some |two| thirds of the voters agreed."),
            no=("There are two houses.",),
        ),
        Rule(
            "part of a word",
            _is_part_of_word,
            yes=("The |27|-member bloc met.", "A |three|-day visit began.", "He found |5|/6 of it."),
            no=("The bloc has 27 members.", "It grew by 3.5%.", "It cost RM500 or Rs.900."),
        ),
        Rule(
            "name",
            _is_name,
            yes=(
                "Under Section |5| traders are exempt.",
                "Room |101| guests left.",
                "Flight |370| passengers died.",
                "The song “|99| Hens” was a hit.",
            ),
            no=("In Peru 126,000 houses burned down.", "It cost 5 dollars."),
        ),
        Rule(
            "rank",
            _is_rank,
            yes=(
                "The first |three| houses burned down.",
                "It is one of the top |10| teams.",
                "He meets every |10| men.",
            ),
            no=("Some 10 teams left.",),
        ),
        Rule(
            "known ones",
            _is_known,
            yes=("The |two| leaders met.", "His |three| sons left.", "These |ten| towns voted."),
            no=("The 27 states voted.", "Two leaders met.", "At least three sons left."),
        ),
        Rule(
            "share",
            _is_share,
            yes=(
                "|One| in |five| women agreed.",
                "|Nine| out of |10| voters agreed.",
                "|Two| of the houses burned down.",
            ),
            no=("Some 500 of them were women in 12 towns.", "Police arrested nine men."),
        ),
        Rule(
            "rate",
            _is_rate,
            yes=("There were |14| cases per 100,000 people.", "It fell to |5| deaths per million."),
            no=("There were 14 cases in Peru.", "It grew by 5 per cent.", "It ran at 60 miles per hour."),
        ),
        Rule(
            "score",
            _is_score,
            yes=("Leeds won |3|-|1| on Monday.", "It was a |2|–|1| win."),
            no=("It hurt 15-20 people.", "The tax is 3-5% of it."),
        ),
        Rule(
            "telephone number",
            _is_phone,
            yes=("Call |0800| for more.", "Call |555-1234| now."),
            no=("Some 800 people called.", "It grew by 0.5%."),
        ),
        Rule(
            "address",
            _is_address,
            yes=("He lives at |10| Mill Street in Leeds.", "It stands at |221| Old Mill Road."),
            no=("Some 10 Leeds streets were closed.", "Police closed 10 streets."),
        ),
        Rule(
            "span of time",
            _is_span_of_time,
            yes=("They spoke for |three| hours.", "He won |two| more times.", "She is |34| years old."),
            no=("They spoke to three men.", "It fell by three per cent."),
        ),
    ),
    _try,
)


def refuse(case: Case) -> str | None:
    """The rule by which a number counts nothing; None where it may count."""
    return next((rule.name for rule in NO_QUANTITIES if rule.find(case)), None)
