"""What stands between quotation marks in the body, and who says it. Where the text leaves that open, nobody does.

A document is heard once: who says something in each sentence. Quotations, claims and events all read from it.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.analysis.speech.turns import with_turns
from generator.language.en.speech.carrying import carry_speakers
from generator.language.en.speech.matching import follow_quotations, is_direct, is_label
from generator.language.en.speech.speakers import Speech, Voice, follow_speech
from generator.language.en.speech.untold import SIGNED
from generator.language.en.speech.words import act_of
from generator.language.frames import Context, body_spans, read_context
from generator.language.packs import is_english
from generator.language.trees import read_trees
from generator.model import NAMED_KINDS, Document, LocalEntity, Mention, Problem, Quotation, Span
from generator.text.quotes import Passage, find_passages

OVER_PARAGRAPHS = "words that go on over paragraphs"
"""The rule by which the parts of one quotation have one speaker."""


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
    context = hearing.context
    found: dict[Passage, Quotation | None] = {}
    for speech, at, voice, rule in follow_quotations(context, hearing.speeches):
        passage = speech.frame.units[at].passage
        if passage:
            found[passage] = _quotation(context, speech, at, voice, rule)
    carried = carry_speakers(context, hearing.speeches, _joined(context, found))
    return with_turns(context.document, context.mentions, carried)


def _quotation(context: Context, speech: Speech, at: int, voice: Voice | None, rule: str) -> Quotation | None:
    """The quotation at an index of a frame; None for a name in quotation marks."""
    passage, is_alone = speech.frame.units[at].passage, speech.frame.stands_alone
    assert passage is not None
    quotation = Quotation(passage.span, "direct" if is_direct(context, speech, at) else "fragment")
    if quotation.kind == "fragment" and not is_alone and is_label(context, speech, at, voice):
        return None
    if voice is None:
        return quotation
    subject = voice.statement.subject
    cue = None if voice.statement.kind == SIGNED else voice.statement.cue
    return replace(
        quotation,
        speaker=voice.entity,
        speaker_span=subject.span if subject else None,
        cue=cue,
        via=voice.via,
        act=act_of(cue.of(context.text)) if cue else None,
        rule=f"{rule}; {voice.rule}",
    )


def _joined(context: Context, found: Mapping[Passage, Quotation | None]) -> tuple[Quotation, ...]:
    """All quotations in order; the parts of one that goes on over paragraphs have one speaker."""
    groups: list[list[Passage]] = []
    goes_on = False
    for passage in context.passages:
        if goes_on:
            groups[-1].append(passage)
        else:
            groups.append([passage])
        goes_on = passage.goes_on
    joined = []
    for parts_of in groups:
        given = [found.get(passage, Quotation(passage.span, "fragment")) for passage in parts_of]
        parts = [part for part in given if part]
        spoken = [part for part in parts if part.cue]
        told = spoken[0] if spoken and len({part.speaker for part in spoken}) == 1 else None
        joined += [_spoken_by(part, told) if told else part for part in parts]
    return tuple(joined)


def _spoken_by(part: Quotation, told: Quotation) -> Quotation:
    """The part with the speaker of the whole."""
    if part.cue:
        return part
    return replace(told, span=part.span, kind=part.kind, rule=f"{OVER_PARAGRAPHS}; {told.rule}")


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
