"""The sentences of a brief as they were sent, with what is quoted in them and by whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Analysis, Span
from generator.summarizer.words import tokens_of
from generator.text.quotes import find_passages
from generator.text.spans import Spans


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between quotation marks in a sentence."""

    words: str
    """On one line."""
    speaker: frozenset[str]
    """The words of the names of the one who says it; empty where nobody is known."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a written sentence is held against."""

    sentences: Sequence[str]
    quoted: Sequence[Sequence[Quoted]]
    """By sentence."""


def read_given(analysis: Analysis, sent: Sequence[str]) -> Given:
    """The sentences that were sent, of this analysis."""
    text = analysis.document.text
    shelf = Spans(list(enumerate(analysis.sentences[: len(sent)])), _span_of)
    quoted: list[list[Quoted]] = [[] for _ in sent]
    blocks = [block.span for block in analysis.document.blocks if block.is_body]
    for passage in find_passages(text, blocks)[0]:
        speaker = _name_speaker(analysis, passage.span.start, passage.span.end)
        for at, sentence in shelf.overlapping(passage.span):
            start, end = max(sentence.start, passage.span.start), min(sentence.end, passage.span.end)
            quoted[at].append(Quoted(" ".join(text[start:end].split()), speaker))
    return Given(sent, quoted)


def _span_of(numbered: tuple[int, Span]) -> Span:
    return numbered[1]


def _name_speaker(analysis: Analysis, start: int, end: int) -> frozenset[str]:
    """The words of all names that the text has for the one who says what stands here."""
    said = (one for one in analysis.quotations if one.span.start < end and start < one.span.end)
    speakers = {one.speaker for one in said if one.speaker}
    names = [one.span.of(analysis.document.text) for one in analysis.mentions if one.entity in speakers]
    return frozenset(token for name in names for token in tokens_of(name))
