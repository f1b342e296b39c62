"""Indirect speech: what somebody is said to have said, without quotation marks around it.

A claim is a slice of the sentence without the verb and the one who claims; one for each sentence. Whoever claims is
found as for quotations; a medium that reports is no claimant.
"""

import re

from generator.analysis.speech.quotations import Hearing
from generator.language.en.speech.contents import find_content
from generator.language.en.speech.cues import Statement
from generator.language.en.speech.speakers import Speech, Voice
from generator.language.en.speech.untold import SIGNED, UNTOLD
from generator.language.en.speech.words import act_of, group
from generator.language.frames import Context, Frame
from generator.model import Claim, Span


def find_claims(hearing: Hearing) -> tuple[Claim, ...]:
    """All claims of the body in order, at most one for each sentence. What is only quoted is no claim."""
    context = hearing.context
    hedge = hedge_pattern()
    claims = []
    for speech in hearing.speeches:
        claim = _claim(context, speech, hedge) if not speech.frame.stands_alone else None
        if claim:
            claims.append(claim)
    return tuple(claims)


def hedge_pattern() -> re.Pattern[str]:
    """Any of the hedges as whole words."""
    phrases = sorted(group("hedges"), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")\b", re.IGNORECASE)


def _claim(context: Context, speech: Speech, hedge: re.Pattern[str]) -> Claim | None:
    """The claim of one frame, if it makes one."""
    voice = _main_voice(context, speech)
    if voice is None:
        return _reported(context, speech, hedge)
    statement = voice.statement
    if statement.kind in (SIGNED, UNTOLD):
        return None
    if statement.cue.of(context.text) in group("questions") or _is_own(speech.frame, statement):
        return None
    span = find_content(context, speech.frame, statement)
    if span is None:
        return None
    subject = statement.subject.span if statement.subject else None
    hedges = _hedges(context, speech.frame, hedge, span)
    act = act_of(statement.cue.of(context.text))
    return Claim(
        _sentence(context, statement.cue),
        span,
        voice.entity,
        subject,
        statement.cue,
        voice.via,
        hedges,
        act=act,
        rule=voice.rule,
    )


def _is_own(frame: Frame, statement: Statement) -> bool:
    """Whether the text itself speaks, as in an interview: "I told you that", "as you say"."""
    subject = statement.subject
    word = frame.word(subject.last).replace("’", "'").partition("'")[0] if subject else ""
    return word in group("speakers-of-the-text")


def _main_voice(context: Context, speech: Speech) -> Voice | None:
    """The voice of the whole sentence: one that ends it (", Smith said") before the first one in it."""
    if not speech.voices:
        return None
    last = speech.voices[-1]
    closing = [i for i in range(last.statement.last + 1, len(speech.frame.units)) if speech.frame.word(i) != "."]
    before = speech.frame.word(last.statement.first - 1)
    return last if not closing and before == "," and not last.statement.is_participle else speech.voices[0]


def _reported(context: Context, speech: Speech, hedge: re.Pattern[str]) -> Claim | None:
    """The claim of a sentence that only a medium reports: it has no claimant."""
    media = speech.told.medium
    if media is None:
        return None
    span = find_content(context, speech.frame, media)
    if span is None:
        return None
    hedges = _hedges(context, speech.frame, hedge, span)
    act = act_of(media.cue.of(context.text))
    return Claim(
        _sentence(context, media.cue), span, None, None, media.cue, speech.told.via, hedges, act=act, rule=media.rule
    )


def _hedges(context: Context, frame: Frame, hedge: re.Pattern[str], span: Span) -> tuple[Span, ...]:
    """The hedges of the frame outside quotations; the month of May is none."""
    text = context.text
    quoted = [unit.span for unit in frame.units if unit.kind == "quotation"]
    names = [unit.span for unit in frame.units if unit.kind == "name"]
    found = [Span(*match.span()) for match in hedge.finditer(text, frame.span.start, frame.span.end)]
    covered = quoted + names
    return tuple(s for s in found if s.of(text) != "May" and not any(c.overlaps(s) for c in covered))


def _sentence(context: Context, cue: Span) -> int:
    """The index of the sentence in which the verb stands."""
    return context.sentences.index_by(cue.start)
