"""One sentence by itself: its content words, what speaks against it, whether it can be the lead."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from generator.language.wording import find_open_end, words_of
from generator.text.wordlists import load_pairs, load_set

WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
SHORT = 6
"""Words below which a sentence is a fragment."""
QUOTES = "\"'\u201c\u201d\u2018\u2019\u00ab\u00bb"
_GLUED = 15
"""Words of a lead that lacks its full stop; fewer are a line of something else."""


@lru_cache(maxsize=1000)
def tokens_of(sentence: str) -> tuple[str, ...]:
    """Its words in lower case; kept, as each measure of a sentence asks for them."""
    return tuple(word.lower() for word in WORD.findall(sentence))


def content_words(text: str) -> list[str]:
    """The words of a text without function words, in lower case, a plural s cut off."""
    dull = stop_words()
    words = (word for word in tokens_of(text) if word not in dull)
    return [word[:-1] if len(word) > 4 and word.endswith("s") else word for word in words]


@cache
def stop_words() -> frozenset[str]:
    """Function words and words of reporting."""
    return (
        load_set("sentence_openers.txt")
        | frozenset(load_pairs("function_words.txt")["en"].split())
        | set(words_of("words of reporting"))
    )


def find_fault(sentence: str, words: Sequence[str]) -> float:
    """How much speaks against a sentence out of its place. `words`: its content words."""
    tokens = tokens_of(sentence)
    if not tokens:
        return 9.0
    found = find_open_end(sentence, tokens)
    if sentence[0] in QUOTES and sentence[-1] in QUOTES:
        found += 1.2
    if len(tokens) < SHORT or len(words) < 3:
        found += 2.0
    if sentence.endswith(":"):
        found += 1.0
    if not ends(sentence):
        found += 0.6
    return found


def ends(sentence: str) -> bool:
    """Whether a sentence ends with an end mark, closing marks aside."""
    return sentence.rstrip(QUOTES + ")]").endswith((".", "!", "?", "\u2026", "\u3002"))


def can_open(sentence: str, words: Sequence[str]) -> bool:
    """Whether a sentence can be the lead: it may be long or lack its full stop, but leaves nothing open."""
    tokens = tokens_of(sentence)
    if len(tokens) < SHORT or len(words) < 3:
        return False
    is_whole = sentence[0] not in QUOTES and not sentence.rstrip(QUOTES).endswith(("?", ":"))
    is_line = not ends(sentence) and (len(tokens) < _GLUED or sentence.isupper())
    return is_whole and not is_line and find_open_end(sentence, tokens) < 0.5
