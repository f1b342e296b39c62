"""Whether what a written sentence puts between quotation marks is quoted so in the sentences that it names."""

import re
from collections.abc import Iterator, Sequence

from generator.summarizer.sources import Given, Quoted
from generator.summarizer.words import is_content, is_name, tokens_of

_PAIR = re.compile(
    r"“([^“”\"]*)”|\"([^“”\"]*)\"|«([^«»]*)»|„([^„“”]*)[“”]|(?<!\w)['‘]([^'‘’]*(?:['’]\w[^'‘’]*)*)['’](?!\w)"
)
"""Quoted words with their marks; single marks are apostrophes as well."""
_MARK = re.compile(r"[“”\"«»„]|(?<!\w)['‘](?=\w)")
"""A mark that opens or closes; an apostrophe inside or behind a word is none."""


def is_quoted(text: str, indexes: Sequence[int], given: Given) -> bool:
    """Whether each quotation stands verbatim between quotation marks in one sentence, and is not put into another's
    mouth."""
    rest = _PAIR.sub(" ", text)
    if _MARK.search(rest):
        return False
    names = {token for token in tokens_of(rest) if is_name(token) and is_content(token)}
    known = [quoted for index in indexes for quoted in given.quoted[index]]
    return all(any(_is_from(words, names, one) for one in known) for words in _words(text))


def _words(text: str) -> Iterator[str]:
    for match in _PAIR.finditer(text):
        yield " ".join(next(filter(None, match.groups()), "").split()).rstrip(".,;:!?…")


def _is_from(words: str, names: set[str], quoted: Quoted) -> bool:
    has_words = bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", quoted.words) is not None
    return has_words and (not names or not names.isdisjoint(quoted.speaker))
