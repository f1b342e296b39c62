"""What the words of an event say of it: how many there are, whether it is one, whether they name somebody."""

import re
from typing import NamedTuple

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {word: at for at, word in enumerate(_UNITS)} | {word: 10 * at for at, word in enumerate(_TENS, 2)}
_LARGE = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_MANY = re.compile(
    r"\b(?:meetings|summits|sessions|conferences|visits|trips|votes|rallies|marches|attacks|arrests|deaths|accidents)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:he|she|it|they|we|i|you|this|that|these|those|his|her|its|their|our|my|your|who|which|both|some|many|others?"
    r"|one|two|there|here)\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"(?:him|her|them|us|me|whom|(?:him|her|it)self|themselves|each other|one another)", re.IGNORECASE)
_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[a-z]+")

_NOT = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|den(?:y|ies|ied|ying)|false(?:ly)?|untrue)\b|n['’]t\b",
    re.IGNORECASE,
)
_LEAST = re.compile(r"\b(?:at least|more than|over|no fewer than|not less than|upwards of|above)\b", re.IGNORECASE)
_MOST = re.compile(r"\b(?:up to|at most|fewer than|less than|no more than|nearly|almost|under|below)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:about|around|some|roughly|approximately|an estimated|estimated|or so|circa|nearly|almost)\b", re.IGNORECASE
)
_PEOPLE = re.compile(
    r"(?:people|persons?|men and women|dead|deaths|fatalities|casualties|killed|lives|victims|bodies|injured|wounded"
    r"|hurt|arrests|arrested|detained)?",
    re.IGNORECASE,
)
_FEW = 20
"""Below this a round number is told exactly."""


class Range(NamedTuple):
    """The numbers that the words of one may mean, both ends included."""

    least: float
    most: float

    def may_be(self, other: "Range") -> bool:
        """Whether both may mean one number."""
        return self.least <= other.most and other.least <= self.most


def tells_not(words: str) -> bool:
    """Whether words deny something: "it never planned", "no plans"."""
    return bool(_NOT.search(words))


def read_range(before: str, words: str) -> Range | None:
    """What a number may mean, by its words and those right before it: "about 100 people" is one of 90 to 110.

    A round number from 20 on may stand for those that are rounded to it.

    >>> read_range("at least", "nine people"), read_range("", "120 people")
    (Range(least=9.0, most=inf), Range(least=115.0, most=125.0))
    """
    count, told = read_count(words), f"{before} {words}"
    if count is None:
        return None
    slack = 0.0
    if count >= _FEW:
        unit = 1.0
        while count % (unit * 10) == 0:
            unit *= 10
        slack = unit / 2 if unit > 1 else 0.0
    if _ABOUT.search(told):
        slack = max(slack, count / 10)
    least, most = count - slack, count + slack
    return Range(0.0 if _MOST.search(told) else least, float("inf") if _LEAST.search(told) else most)


def counts_all(words: str) -> bool:
    """Whether a number counts people as such, and no part of them: "nine people", "nine", not "nine soldiers"."""
    rest = _TOKEN.sub(
        lambda found: "" if read_count(found[0]) is not None or found[0] in _LARGE else found[0], words.lower()
    )
    for phrase in (_LEAST, _MOST, _ABOUT):
        rest = phrase.sub("", rest)
    return bool(_PEOPLE.fullmatch(" ".join(rest.replace("-", " ").replace(",", " ").split()).removeprefix("and ")))


def read_count(words: str) -> float | None:
    """The first number that is told exactly: of "at least 1,200 people" 1200; None of "dozens" and "many".

    >>> read_count("two million euros"), read_count("twenty-one people"), read_count("many people")
    (2000000.0, 21.0, None)
    """
    found: float | None = None
    for token in _TOKEN.findall(words.lower()):
        if token[0].isdigit() and found is None:
            found = float(token.replace(",", ""))
        elif token in _SMALL:
            found = (found or 0.0) + _SMALL[token]
        elif token in _LARGE and found is not None:
            found *= _LARGE[token]
        elif found is not None and token != "and":
            return found
    return found


def is_of_many(words: str) -> bool:
    """Whether words name several happenings at once: "the meetings"."""
    return bool(_MANY.search(words))


def is_pronoun(words: str) -> bool:
    """Whether words are one that stands for somebody or something: "they"."""
    return bool(_PRONOUN.fullmatch(words) or _OBJECT.fullmatch(words))


def begins_open(words: str) -> bool:
    """Whether the first word stands for somebody or something that was named before: "he", "this plan"."""
    return bool(_PRONOUN.match(words))
