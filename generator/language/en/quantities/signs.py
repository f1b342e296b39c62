"""The signs of money before a number: "$", "CDN$", "₹", "Rs.", "USD", "RM"."""

import re
from functools import cache
from typing import NamedTuple

from generator.language.en.quantities.words import load_signs, words_of

_LONGEST = 6
"""Characters of a sign with the space behind it."""


class Sign(NamedTuple):
    """A sign of money in a text."""

    start: int
    unit: str
    """As the program writes it; a sign before "$" that no list has stays as it stands."""
    is_loose: bool
    """Whether it is a letter that may be something else: "R20" is a road, "R20 million" an amount."""


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(load_signs(), key=len, reverse=True)
    listed = "|".join(re.escape(word) for word in words)
    return re.compile(
        rf"(?<![\w$])(?P<sign>{listed}|[A-Z][A-Za-z]{{0,2}}\$)[ \xa0]?\Z|(?P<alone>[$€£¥₹₦₱₩₽₴₺₪])[ \xa0]?\Z"
    )


def find_sign(text: str, number: int) -> Sign | None:
    """The sign of money right before the number that begins at a place."""
    match = _pattern().search(text, max(0, number - _LONGEST), number)
    if match is None:
        return None
    sign = match["sign"] or match["alone"]
    start = match.start("sign" if match["sign"] else "alone")
    return Sign(start, load_signs().get(sign, sign), sign in words_of("loose units"))


@cache
def written_on() -> str:
    """A pattern that holds behind a sign of letters to which a number may be written: "RM5,000", "Rs.500"."""
    lettered = sorted(sign for sign in load_signs() if sign[0].isalpha() and sign[-1] != "$")
    return "|".join(rf"(?-i:(?<=\b{re.escape(sign)}))" for sign in lettered)
