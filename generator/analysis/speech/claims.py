"""Indirect speech: what somebody is said to have said, without quotation marks around it.

A claim is a slice of the sentence without the verb and the one who claims; one for each sentence. Whoever claims is
found as for quotations; a medium that reports is no claimant.
"""

import re
from bisect import bisect_right

from generator.analysis.speech.quotations import Hearing
from generator.language.en.speech.contents import find_content
from generator.language.en.speech.cues import SIGNED, UNTOLD
from generator.language.en.speech.speakers import Speech, Voice
from generator.language.en.speech.statements import Statement
from generator.language.en.speech.words import act_of, group
from generator.language.frames import Article, Frame
from generator.model import Claim, Span
from generator.text.wordlists import load_words

NO_CLAIM = frozenset({"ask", "asks", "asked", "asking"})
"""A question claims nothing."""


def find_claims(hearing: Hearing) -> tuple[Claim, ...]:
    """All claims of the body in order, at most one for each sentence. What is only quoted is no claim."""
    article = hearing.article
    hedge = hedge_pattern()
    claims = []
    for speech in hearing.speeches:
        claim = _claim(article, speech, hedge) if not speech.frame.stands_alone else None
        if claim:
            claims.append(claim)
    return tuple(claims)


def hedge_pattern() -> re.Pattern[str]:
    """Any of the phrases of hedges.txt as whole words."""
    phrases = sorted(load_words("hedges.txt"), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")\b", re.IGNORECASE)


def _claim(article: Article, speech: Speech, hedge: re.Pattern[str]) -> Claim | None:
    """The claim of one frame, if it makes one."""
    voice = _main_voice(article, speech)
    if voice is None:
        return _reported(article, speech, hedge)
    statement = voice.statement
    if statement.kind in (SIGNED, UNTOLD):
        return None
    if statement.cue.of(article.document.text) in NO_CLAIM or _is_own(speech.frame, statement):
        return None
    span = find_content(article, speech.frame, statement)
    if span is None:
        return None
    subject = statement.subject.span if statement.subject else None
    hedges = _hedges(article, speech.frame, hedge, span)
    act = act_of(statement.cue.of(article.document.text))
    return Claim(
        _sentence(article, statement.cue), span, voice.entity, subject, statement.cue, voice.via, hedges, act=act
    )


def _is_own(frame: Frame, statement: Statement) -> bool:
    """Whether the text itself speaks, as in an interview: "I told you that", "as you say"."""
    subject = statement.subject
    word = frame.word(subject.last).replace("’", "'").partition("'")[0] if subject else ""
    return word in group("speakers-of-the-text")


def _main_voice(article: Article, speech: Speech) -> Voice | None:
    """The voice of the whole sentence: one that ends it (", Smith said") before the first one in it."""
    if not speech.voices:
        return None
    last = speech.voices[-1]
    closing = [i for i in range(last.statement.last + 1, len(speech.frame.tokens)) if speech.frame.word(i) != "."]
    before = speech.frame.word(last.statement.first - 1)
    return last if not closing and before == "," and not last.statement.is_participle else speech.voices[0]


def _reported(article: Article, speech: Speech, hedge: re.Pattern[str]) -> Claim | None:
    """The claim of a sentence that only a medium reports: it has no claimant."""
    media = speech.told.medium
    if media is None:
        return None
    span = find_content(article, speech.frame, media)
    if span is None:
        return None
    hedges = _hedges(article, speech.frame, hedge, span)
    act = act_of(media.cue.of(article.document.text))
    return Claim(_sentence(article, media.cue), span, None, None, media.cue, speech.told.via, hedges, act=act)


def _hedges(article: Article, frame: Frame, hedge: re.Pattern[str], span: Span) -> tuple[Span, ...]:
    """The hedges of the frame outside quotations; the month of May is none."""
    text = article.document.text
    quoted = [token.span for token in frame.tokens if token.kind == "quotation"]
    names = [token.span for token in frame.tokens if token.kind == "name"]
    found = [Span(*match.span()) for match in hedge.finditer(text, frame.span.start, frame.span.end)]
    covered = quoted + names
    return tuple(s for s in found if s.of(text) != "May" and not any(c.overlaps(s) for c in covered))


def _sentence(article: Article, cue: Span) -> int:
    """The index of the sentence in which the verb stands."""
    return bisect_right(article.sentences, cue.start, key=lambda sentence: sentence.start) - 1
