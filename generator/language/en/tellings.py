"""What the words of an event say of it: how many there are, whether it is one, whether they name somebody."""

import re

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
