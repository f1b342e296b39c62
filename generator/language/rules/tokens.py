"""Words with their places in the text."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from generator.model import Span
from generator.text.wordlists import load_pairs, load_set

WORD = re.compile(r"(?:[^\W\d_]\.){2,6}(?!\w)|[^\W_]+(?:['\u2019&\u2011-][^\W_]+)*")
"""U.S. with its full stops, or letters and digits with single inner apostrophes, hyphens and ampersands."""
POSSESSIVE = re.compile(r"['\u2019][sS]$")
LOWER_AFTER_HYPHEN = re.compile(r"((?!Co-)[^\W\d_a-z][^\W_]*)-([a-z]+)(?:-|$)")
"""British-sponsored: only the word before the hyphen is part of a name."""
FIRST_CAPITAL = re.compile(r"(?:[a-z]{1,3}['\u2019-])?[^\W\d_]")
"""The letter that shows a word's case; "al-" and "d'" before it do not count."""
SENTENCE_BREAK = re.compile(r"[.!?:;\u2026\u3002\u201c\u2018\"\u2022|\n]|^\W*['(\[]|--|\u2014")
"""What stands in a gap before a word that may be capitalized just because it comes first."""


class Token(NamedTuple):
    """One word. `text` is `document[start:end]`, without a possessive 's, with the full stop of an abbreviation."""

    start: int
    end: int
    text: str
    gap: str
    """The characters between the word before (its 's included) and this one; the first word has a line feed."""
    possessive: bool
    """Whether 's follows; `end` stands before it."""

    @property
    def is_capitalized(self) -> bool:
        """Whether the word begins with a capital, "al-" and the like aside."""
        match = FIRST_CAPITAL.match(self.text)
        return match is not None and (self.text[match.end() - 1].isupper() or self.text[0].isupper())

    @property
    def is_first(self) -> bool:
        """Whether a sentence, a quotation or a bracket may begin here."""
        return SENTENCE_BREAK.search(self.gap) is not None

    @property
    def is_joined(self) -> bool:
        """Whether only white space stands before it: one blank, or a line wrapped inside a block."""
        return self.gap.isspace() and len(self.gap) <= 3 and self.gap.count("\n") <= 1 and self.start > 0


def split_tokens(text: str, start: int, end: int) -> list[Token]:
    """The words of `text[start:end]`, in order."""
    tokens: list[Token] = []
    before = start
    for match in WORD.finditer(text, start, end):
        word, stop = match[0], match.end()
        if text[stop : stop + 1] in ("@", "_") or (match.start() > start and text[match.start() - 1] in "@#_"):
            continue
        if (cut := LOWER_AFTER_HYPHEN.match(word)) and cut[2] in load_set("common_words.txt"):
            word, stop = cut[1], match.start() + cut.end(1)
        possessive = POSSESSIVE.search(word) is not None and len(word) > 3
        last = stop - 2 if possessive else stop
        if not possessive and is_abbreviated(text, word, stop, end):
            stop = last = stop + 1
        gap = text[before : match.start()] if tokens else "\n"
        tokens.append(Token(match.start(), last, text[match.start() : last], gap, possessive))
        before = stop
    return tokens


def is_abbreviated(text: str, word: str, stop: int, end: int) -> bool:
    """Whether the full stop at `stop` belongs to the word: an initial ("R.") or a listed abbreviation."""
    if stop >= end or text[stop] != ".":
        return False
    kinds = load_pairs("abbreviations.txt")
    # "GOV. JANE ROE": a title in capitals.
    in_capitals = word.isupper() and kinds.get(f"{word.capitalize()}.") == "+"
    return (len(word) == 1 and word.isupper()) or f"{word}." in kinds or in_capitals


def span_of(tokens: Iterable[Token]) -> Span:
    """From the first of these words to the last."""
    words = list(tokens)
    return Span(words[0].start, words[-1].end)
