"""What stands between quotation marks in the body, and who says it. Where the text leaves that open, nobody does."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace

from generator.analysis.hearing import Hearing
from generator.analysis.quotation_carrying import carry_speakers
from generator.analysis.quotation_cues import SIGNED
from generator.analysis.quotation_frames import Article, body_spans
from generator.analysis.quotation_matching import is_direct, is_label, match_voice
from generator.analysis.speakers import Speech, Voice
from generator.analysis.turns import with_turns
from generator.model import Document, Problem, Quotation, Span
from generator.text.quotation_words import act_of
from generator.text.quotes import find_passages


def find_quotations(hearing: Hearing) -> tuple[Quotation, ...]:
    """All quotations of the body, outermost ones only, in order, with the speaker where the text says so."""
    article = hearing.article
    found: dict[int, Quotation | None] = {}
    running: Voice | None = None
    paragraph = -1
    introduced = False
    for speech in hearing.speeches:
        if speech.frame.paragraph != paragraph and not introduced:
            running = None
        paragraph = speech.frame.paragraph
        for at, token in enumerate(speech.frame.tokens):
            if token.passage is not None:
                found[token.passage] = _quotation(article, speech, at, running)
        running = _still_running(speech, running)
        introduced = bool(speech.voices) and speech.frame.word(len(speech.frame.tokens) - 1) in (":", ",")
    carried = carry_speakers(article, hearing.speeches, _joined(article, found))
    return with_turns(article.document, article.mentions, carried)


def _quotation(article: Article, speech: Speech, at: int, running: Voice | None) -> Quotation | None:
    """The quotation at token index `at`; one that stands alone goes on with what was said before it.

    None for a name in quotation marks.
    """
    token = speech.frame.tokens[at]
    assert token.passage is not None
    span = article.passages[token.passage].span
    quotation = Quotation(span, "direct" if is_direct(article, speech, at) else "fragment")
    voice = running if speech.frame.stands_alone else match_voice(article, speech, at)
    if quotation.kind == "fragment" and not speech.frame.stands_alone and is_label(article, speech, at, voice):
        return None
    if voice is None:
        return quotation
    subject = voice.statement.subject
    cue = None if voice.statement.kind == SIGNED else voice.statement.cue
    subject_span = subject.span if subject else None
    act = act_of(cue.of(article.document.text)) if cue else None
    return replace(quotation, speaker=voice.entity, speaker_span=subject_span, cue=cue, via=voice.via, act=act)


def _still_running(speech: Speech, running: Voice | None) -> Voice | None:
    """Who goes on speaking in a quotation that stands alone in the next sentence."""
    if speech.frame.stands_alone:
        return running
    entities = {voice.entity for voice in speech.voices}
    return speech.voices[-1] if len(entities) == 1 else None


def _joined(article: Article, found: Mapping[int, Quotation | None]) -> tuple[Quotation, ...]:
    """All quotations in order; the parts of one that goes on over paragraphs have one speaker."""
    groups: list[list[int]] = []
    goes_on = False
    for index, passage in enumerate(article.passages):
        if goes_on:
            groups[-1].append(index)
        else:
            groups.append([index])
        goes_on = passage.goes_on
    joined = []
    for group in groups:
        given = [found.get(index, Quotation(article.passages[index].span, "fragment")) for index in group]
        parts = [part for part in given if part]
        spoken = [part for part in parts if part.cue]
        told = spoken[0] if spoken and len({part.speaker for part in spoken}) == 1 else None
        joined += [_spoken_by(part, told) if told else part for part in parts]
    return tuple(joined)


def _spoken_by(part: Quotation, told: Quotation) -> Quotation:
    """The part with the speaker of the whole."""
    if part.cue:
        return part
    return replace(part, speaker=told.speaker, speaker_span=told.speaker_span, cue=told.cue, via=told.via, act=told.act)


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
