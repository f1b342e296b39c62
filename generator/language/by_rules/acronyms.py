"""Long forms that a text defines an acronym for: "Organization for Security ... (OSCE)".

After Schwartz and Hearst, A simple algorithm for identifying abbreviation definitions, PSB 2003, with whole initials.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.language.by_rules.lexicon import Token
from generator.text.names import IN_BRACKETS, SMALL

INNER_HYPHEN = re.compile(r"-(?=[a-z])")
"""A hyphen that opens no part of a word that gives a letter: "Co-operation"."""


class Definition(NamedTuple):
    """The words of a long form, by index; the last exclusive. `acronym` is the index of the acronym's word."""

    start: int
    end: int
    acronym: int


def find_definitions(text: str, tokens: Sequence[Token]) -> list[Definition]:
    """All long forms beside an acronym in brackets.

    Where the acronym has more letters than the words before it, words after the bracket may supply the rest:
    "Organization for Security and Cooperation (OSCE) in Europe" is one long form, brackets and all.
    """
    places = {token.start: index for index, token in enumerate(tokens)}
    found: list[Definition] = []
    if not tokens:
        return found
    for match in IN_BRACKETS.finditer(text, tokens[0].start, min(len(text), tokens[-1].end + 2)):
        index = places.get(match.start("acronym"))
        if index is None or index == 0:
            continue
        letters = [c for c in match["acronym"].upper() if c.isalnum()]
        start = match_left(tokens, index, letters)
        if start is not None:
            found.append(Definition(start, index, index))
        elif (wrapped := match_around(tokens, index, letters)) is not None:
            found.append(wrapped)
    return found


def letter_of(token: Token) -> str:
    """The letters a word gives to an acronym: the first of each part with a capital."""
    parts = INNER_HYPHEN.sub("", token.text).split("-")
    return "".join(part[0] for part in parts if part).upper()


def match_left(tokens: Sequence[Token], index: int, letters: Sequence[str]) -> int | None:
    """Where the long form begins that ends right before the word `index` and gives exactly `letters`."""
    rest, at = list(letters), index
    while rest and at > 0 and index - at < 2 * len(letters) + 4:
        at -= 1
        token = tokens[at]
        given = letter_of(token)
        may_give = bool(given) and (token.is_capitalized or token.text not in SMALL)
        if may_give and rest[-len(given) :] == list(given):
            del rest[-len(given) :]
        elif token.text not in SMALL:
            return None
        if rest and not (token.is_joined or token.gap.strip() in (",", "-", "&")):
            return None
    capitals = sum(token.is_capitalized for token in tokens[at:index])
    return at if not rest and 2 * capitals >= len(letters) and tokens[at].is_capitalized else None


def match_around(tokens: Sequence[Token], index: int, letters: Sequence[str]) -> Definition | None:
    """A long form that goes on after the bracket: "in Europe", "of Canada"."""
    end = index + 1
    while end < len(tokens) and tokens[end].text in SMALL and (tokens[end].gap == ") " or tokens[end].is_joined):
        end += 1
    has_small_word = index + 1 < end < len(tokens)
    if not has_small_word or not tokens[end].is_capitalized or not tokens[end].is_joined:
        return None
    tail = letter_of(tokens[end])
    if len(letters) <= len(tail) or "".join(letters[-len(tail) :]) != tail:
        return None
    start = match_left(tokens, index, letters[: -len(tail)])
    return None if start is None else Definition(start, end + 1, index)
