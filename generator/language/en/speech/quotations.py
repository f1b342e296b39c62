"""The quotations of a text, each with the one whose words it gives, by the sentence in which it stands."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from generator.language.en.speech.matching import follow_quotations, is_direct, is_label
from generator.language.en.speech.speakers import Speech, Voice
from generator.language.en.speech.untold import SIGNED
from generator.language.en.speech.words import act_of
from generator.language.frames import Context
from generator.model import Quotation
from generator.text.quotes import Passage

OVER = "parts of one quotation"
"""The rule by which the parts of a quotation that runs over paragraphs have one speaker."""


def read_quotations(context: Context, speeches: Sequence[Speech]) -> tuple[Quotation, ...]:
    """All quotations in order, without names in quotation marks."""
    found: dict[Passage, Quotation | None] = {
        passage: Quotation(passage.span, "fragment") for passage in context.passages
    }
    for speech, at, voice, rule in follow_quotations(context, speeches):
        passage = speech.frame.units[at].passage
        if passage:
            found[passage] = _read_quotation(context, speech, at, voice, rule)
    return tuple(quotation for quotation in found.values() if quotation)


def _read_quotation(context: Context, speech: Speech, at: int, voice: Voice | None, rule: str) -> Quotation | None:
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


def join_parts(
    context: Context, speeches: Sequence[Speech], quotations: tuple[Quotation, ...]
) -> tuple[Quotation, ...]:
    """The quotations; the parts of one that goes on over paragraphs have one speaker."""
    numbers, opened = list[int](), False
    for passage in context.passages:
        numbers.append(numbers[-1] if opened else len(numbers))
        opened = passage.goes_on
    joined: list[Quotation] = []
    for _, group_ in groupby(quotations, key=lambda part: numbers[context.passages.index_by(part.span.start)]):
        parts = list(group_)
        spoken = [part for part in parts if part.cue]
        told = spoken[0] if spoken and len({part.speaker for part in spoken}) == 1 else None
        joined += [_spoken_by(part, told) if told else part for part in parts]
    return tuple(joined)


def _spoken_by(part: Quotation, told: Quotation) -> Quotation:
    """The part with the speaker of the whole."""
    if part.cue:
        return part
    return replace(told, span=part.span, kind=part.kind, rule=f"{OVER}; {told.rule}")
