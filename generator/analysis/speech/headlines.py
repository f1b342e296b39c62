"""What a headline puts between quotation marks, held against the body: whether anybody is quoted as saying so.

Words are compared without case, marks and possessives. Nothing is mended: where the body has them otherwise, the
nearest place is given as evidence and the difference is shown.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Document, HeadlineQuotation, Quotation, Span
from generator.text.quotes import find_passages
from generator.text.wordlists import load_pairs

_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
"""A word with what a hyphen or full stop joins to it."""
_MOST = 4000
"""Sentences and quotations of the body that are searched."""
_SHARE = 0.6
"""Of the longer words of a headline's quotation, those that the nearest place has."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A quotation or a sentence of the body, as words."""

    span: Span
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    speaker: str | None
    is_quoted: bool


def check_headlines(
    document: Document, sentences: Sequence[Span], quotations: Sequence[Quotation], language: str
) -> tuple[HeadlineQuotation, ...]:
    """Each quotation of the title and the standfirst with where the body has its words, in order."""
    headlines = [block.span for block in document.blocks if block.kind in ("title", "standfirst")]
    passages = find_passages(document.text, headlines)[0] if headlines else ()
    if not passages:
        return ()
    places = [_place(document.text, q.span, q.speaker, is_quoted=True) for q in quotations[:_MOST]]
    places += [_place(document.text, span, None, is_quoted=False) for span in sentences[:_MOST]]
    return tuple(_check(document.text, passage.span, places, small_words(language)) for passage in passages)


def small_words(language: str) -> frozenset[str]:
    """The words that tell nothing of what is said, in English where the language has none listed."""
    listed = load_pairs("function_words.txt")
    return frozenset(listed.get(language.partition("-")[0], listed["en"]).split())


def _place(text: str, span: Span, speaker: str | None, *, is_quoted: bool) -> _Place:
    matches = list(_WORD.finditer(text, *span))
    words = tuple(match[0].casefold() for match in matches)
    return _Place(span, words, tuple(m.start() for m in matches), tuple(m.end() for m in matches), speaker, is_quoted)


def _check(text: str, span: Span, places: Sequence[_Place], small: frozenset[str]) -> HeadlineQuotation:
    """Where the body has the words of one quotation: said, only written, in part, or nowhere."""
    words = tuple(match[0].casefold() for match in _WORD.finditer(text, *span))
    for place in places:
        for at in _runs(place.words, words):
            evidence = Span(place.starts[at], place.ends[at + len(words) - 1])
            return HeadlineQuotation(span, "quoted" if place.is_quoted else "unquoted", evidence, place.speaker)
    long = {word for word in words if word not in small and len(word) > 1} or set(words)
    best = max(places, key=lambda place: (len(long & set(place.words)), place.is_quoted), default=None)
    if best is None or len(long) < 2 or len(long & set(best.words)) < _SHARE * len(long):
        return HeadlineQuotation(span, "not found")
    return HeadlineQuotation(span, "partly", best.span, best.speaker)


def _runs(words: tuple[str, ...], wanted: tuple[str, ...]) -> Iterator[int]:
    """The indexes at which `wanted` stands as a run."""
    if wanted and set(wanted) <= set(words):
        yield from (at for at in range(len(words)) if words[at : at + len(wanted)] == wanted)
