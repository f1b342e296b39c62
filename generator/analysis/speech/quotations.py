"""What stands between quotation marks in the body, and who says it. Where the text leaves that open, nobody does.

A document is heard once: who says something in each sentence. Quotations, claims and events all read from it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.analysis.speech.turns import with_turns
from generator.language.en.speech.carrying import GOING_ON
from generator.language.en.speech.matching import read_quotations
from generator.language.en.speech.speakers import Speech, follow_speech
from generator.language.frames import Context, body_spans, read_context
from generator.language.packs import is_english
from generator.language.trees import read_trees
from generator.model import NAMED_KINDS, Document, LocalEntity, Mention, Problem, Quotation, Span
from generator.text.quotes import find_passages


@dataclass(frozen=True, slots=True)
class Hearing:
    """What a document tells of speaking, frame by frame."""

    context: Context
    speeches: tuple[Speech, ...]


def hear(
    document: Document,
    sentences: Sequence[Span],
    entities: Sequence[LocalEntity],
    mentions: Sequence[Mention],
    language: str = "und",
) -> Hearing:
    """Follow who speaks through the body, in English with the parse. Linear in the length of the text."""
    # The blocks in which names were looked for: the reading is kept and costs nothing more.
    spans = [block.span for block in document.blocks if block.kind in NAMED_KINDS]
    trees = read_trees(document.text, spans) if is_english(language) else None
    context = read_context(document, sentences, entities, mentions, trees)
    return Hearing(context, tuple(follow_speech(context)))


def find_quotations(hearing: Hearing) -> tuple[Quotation, ...]:
    """All quotations of the body, outermost ones only, in order, with the speaker where the text says so."""
    context, speeches = hearing.context, hearing.speeches
    quotations = read_quotations(context, speeches)
    for rule in GOING_ON:
        quotations = rule.find(context, speeches, quotations)
    return with_turns(context.document, context.mentions, quotations)


def find_unbalanced(document: Document) -> tuple[Problem, ...]:
    """A note for the first quotation mark without a partner in each paragraph of the body."""
    paragraphs = body_spans(document)
    starts = [paragraph.start for paragraph in paragraphs]
    strays = find_passages(document.text, paragraphs)[1]
    first: dict[int, int] = {}
    for stray in sorted(strays):
        first.setdefault(bisect_right(starts, stray), stray)
    return tuple(
        Problem(document.path, "unbalanced quotation mark", severity="note", span=Span(at, at + 1))
        for at in first.values()
    )
