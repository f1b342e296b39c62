"""What stands between quotation marks in the body, and who says it. Where the text leaves that open, nobody does.

One document heard once: who says something in each sentence. Quotations, claims and events all read from it.

Which statement a quotation belongs to, and whether it is a clause or a phrase.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.analysis.speech.turns import with_turns
from generator.language.en.speech.carrying import carry_speakers
from generator.language.en.speech.cues import SIGNED
from generator.language.en.speech.speakers import Speech, Voice, follow_speech
from generator.language.en.speech.words import act_of, group
from generator.language.frames import Article, Frame, body_spans, read_article
from generator.language.packs import is_english
from generator.language.trees import read_trees
from generator.model import NAMED_KINDS, Document, LocalEntity, Mention, Problem, Quotation, Span
from generator.text.quotes import find_passages


@dataclass(frozen=True, slots=True)
class Hearing:
    """What a document tells of speaking, frame by frame."""

    article: Article
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
    article = read_article(document, sentences, entities, mentions, trees)
    return Hearing(article, tuple(follow_speech(article)))


_WORD = re.compile(r"\w+(?:['’]\w+)?")
_MANY = 8
"""Quoted words that make a clause even where no verb of it is known."""
_SOME = 4
"""Quoted words that make a clause if a pronoun or an auxiliary is among them."""
_BESIDE = 4
"""Tokens from a verb to what is said by it, where both stand beside each other: "called the plan ..."."""
_FULL_STOPS = frozenset(".;?!")


def match_voice(article: Article, speech: Speech, at: int) -> Voice | None:
    """The voice whose words the quotation at token index `at` of a frame gives; None where it is not plain."""
    after, before = _voice_after(speech, at), _voice_before(speech, at)
    if after and (at == 0 or _awaits_cue(article, speech.frame, at) or before is None):
        return after
    if before:
        return before
    entities = {voice.entity for voice in speech.voices}
    if len(entities) != 1:
        return None
    # "Smith called it “odd”; Miller said ...": a semicolon parts who speaks.
    only = speech.voices[-1]
    return None if any(speech.frame.word(i) == ";" for i in range(at, only.statement.first)) else only


def _awaits_cue(article: Article, frame: Frame, at: int) -> bool:
    """Whether the quotation ends as one does before "he said"."""
    passage = article.passages[frame.tokens[at].passage or 0]
    return passage.span.of(article.document.text).rstrip()[-1:] in tuple(",?!—–-…")


def _voice_after(speech: Speech, at: int) -> Voice | None:
    """The voice whose subject or verb begins right behind the quotation."""
    frame = speech.frame
    following = at + 2 if frame.word(at + 1) == "," else at + 1
    return next((v for v in speech.voices if v.statement.first == following), None)


def _voice_before(speech: Speech, at: int) -> Voice | None:
    """The last voice before the quotation within the same sentence."""
    voice = next((v for v in reversed(speech.voices) if v.statement.last < at), None)
    if voice is None:
        return None
    between = range(voice.statement.last + 1, at)
    return None if any(speech.frame.word(i) in _FULL_STOPS for i in between) else voice


def is_direct(article: Article, speech: Speech, at: int) -> bool:
    """Whether the quotation at token index `at` is a clause or more, not a phrase in somebody's sentence."""
    frame = speech.frame
    passage = article.passages[frame.tokens[at].passage or 0]
    text = passage.span.of(article.document.text).strip()
    words = _WORD.findall(text)
    if not words:
        return False
    if passage.goes_on or (frame.stands_alone and text[-1] in ".?!…"):
        return True
    if (text[-1] == "," or text[-1] in "?!—…") and _voice_after(speech, at):
        return True
    if text[0].isupper() and ((text[-1] in ".?!…" and len(words) > 1) or frame.word(at - 1) == ":"):
        return not _is_title(words) or bool(_voice_after(speech, at) or frame.word(at - 1) == ":")
    signs = group("clause-signs")
    has_sign = any(word.lower().replace("’", "'") in signs for word in words)
    return not _is_title(words) and (len(words) >= _MANY or (len(words) >= _SOME and has_sign))


def is_label(article: Article, speech: Speech, at: int, voice: Voice | None) -> bool:
    """Whether the quotation at token index `at` is only a name in quotation marks: a nickname, a title, a slogan.

    Words in capitals that make no clause and end as no sentence does, unless the one who uses them stands beside them.
    """
    frame = speech.frame
    text = article.passages[frame.tokens[at].passage or 0].span.of(article.document.text).strip()
    words = _WORD.findall(text)
    is_sentence = any(word.lower().replace("’", "'") in group("clause-signs") for word in words) or text[-1:] in "?!…"
    if is_sentence or not (_is_title(words) or (len(words) == 1 and words[0][0].isupper())):
        return False
    if voice is None:
        return True
    is_near = at - _BESIDE <= voice.statement.last < at
    return not is_near and voice is not _voice_after(speech, at)


def _is_title(words: list[str]) -> bool:
    """Whether the longer words are capitalized, as in the title of a book."""
    long = [word for word in words if len(word) > 3]
    return len(words) > 1 and bool(long) and all(not word[0].islower() for word in long)


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
    for parts_of in groups:
        given = [found.get(index, Quotation(article.passages[index].span, "fragment")) for index in parts_of]
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
