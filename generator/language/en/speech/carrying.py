"""Who speaks in a paragraph that is only a quotation: the speaker of the paragraph before, if nobody else is at hand.

It stays open in a dialogue, behind a question or a heading, where another person was named since, and where the words
are printed a second time or ascribed in the next paragraph.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.language.en.speech.speakers import Speech
from generator.language.en.speech.words import group
from generator.language.frames import Context
from generator.model import Mention, Quotation, Span
from generator.text.spans import Spans

RULE = "the speaker of the paragraph before"
_FURTHEST = 6
"""Paragraphs over which a speaker is carried on."""
_LEAST = 4
"""Words that a quotation has which goes on with what was said; a shorter one may be an answer."""
_SHORT = 200
"""Characters of a paragraph in a dialogue, at most."""
_NEAR = 6000
"""Characters on either side in which the same words are looked for."""
_REPLY = re.compile(r"(?:yes|no|yeah|nope|well|okay|ok|and you|but you|why|what|how|who)\b", re.IGNORECASE)
"""How an answer begins."""
_ASCRIBED = re.compile(r"(?:Those|These|That|This|Such|So|The words)\s+(?:were|was|are|is|said|says|came|come)\b")
"""How a paragraph begins that tells whose the words before it were."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """One paragraph with what is said in it."""

    number: int
    span: Span
    speeches: tuple[Speech, ...]
    said: tuple[int, ...]
    """Indexes of its quotations."""

    @property
    def is_quoted(self) -> bool:
        """Whether it is nothing but quoted words."""
        return bool(self.said) and all(speech.frame.stands_alone for speech in self.speeches)


@dataclass(frozen=True, slots=True)
class _Source:
    """Who speaks last in a paragraph."""

    speaker: str | None
    words: Span | None
    """The words that name him."""
    paragraph: _Paragraph
    steps: int = 0


def carry_speakers(
    context: Context, speeches: Sequence[Speech], quotations: tuple[Quotation, ...]
) -> tuple[Quotation, ...]:
    """The quotations, with the speaker of the paragraph before for each that stands alone in its own."""
    found = list(quotations)
    paragraphs = _paragraphs(context, speeches, quotations)
    known = _first_mentions(context)
    source: _Source | None = None
    before: _Paragraph | None = None
    for at, paragraph in enumerate(paragraphs):
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        if not paragraph.is_quoted or any(found[i].cue or found[i].speaker for i in paragraph.said):
            source = _source(context, paragraph, before, found)
        elif source and _goes_on(context, source, paragraph, following, known, quotations):
            for index in paragraph.said:
                found[index] = replace(
                    found[index], speaker=source.speaker, speaker_span=source.words, rule=RULE, is_carried=True
                )
            source = replace(source, paragraph=paragraph, steps=source.steps + 1)
        else:
            source = None
        before = paragraph
    return tuple(found)


def _paragraphs(context: Context, speeches: Sequence[Speech], quotations: Sequence[Quotation]) -> list[_Paragraph]:
    """The paragraphs of the body in which there are sentences."""
    numbered = Spans(enumerate(quotations), lambda numbered: numbered[1].span)
    paragraphs = []
    for number, group_ in groupby(speeches, key=lambda speech: speech.frame.paragraph):
        own = tuple(group_)
        span = Span(own[0].frame.span.start, own[-1].frame.span.end)
        said = tuple(index for index, _ in numbered.starting_in(span))
        paragraphs.append(_Paragraph(number, span, own, said))
    return paragraphs


def _first_mentions(context: Context) -> Mapping[str, int]:
    """Where each entity is named first."""
    return {mention.entity: mention.span.start for mention in reversed(context.mentions)}


def _source(
    context: Context, paragraph: _Paragraph, before: _Paragraph | None, found: Sequence[Quotation]
) -> _Source | None:
    """Who speaks in a paragraph, if it is one and nobody else is at hand at its end."""
    direct = [found[index] for index in paragraph.said if found[index].kind == "direct"]
    last = direct[-1] if direct else None
    source = _quoted(context, paragraph, last) if last else _indirect(context, paragraph)
    if source is None:
        return None
    said = [found[index] for index in paragraph.said]
    who = {(q.speaker, None if q.speaker else q.speaker_span) for q in said if q.cue or q.speaker}
    voices = {voice.entity for speech in paragraph.speeches for voice in speech.voices}
    if len(who) > 1 or voices - {source.speaker}:
        return None
    start = source.words.start if source.words else paragraph.span.start
    others = {m.entity for m in _persons(context, Span(start, paragraph.span.end))} - {source.speaker}
    if others or (before and _is_dialogue(before, paragraph, source, found)):
        return None
    return source


def _quoted(context: Context, paragraph: _Paragraph, last: Quotation) -> _Source | None:
    """Who is quoted last in a paragraph, unless somebody else may answer next."""
    text = context.text
    cue = last.cue.of(text).lower() if last.cue else ""
    asks = last.span.of(text).rstrip().endswith("?") or cue in group("of-dialogue")
    return None if asks or not _has_speaker(context, last) else _Source(last.speaker, last.speaker_span, paragraph)


def _indirect(context: Context, paragraph: _Paragraph) -> _Source | None:
    """The person of whom the last sentence of a paragraph tells what he said."""
    voices = paragraph.speeches[-1].voices
    voice = voices[-1] if voices else None
    if voice is None or context.types.get(voice.entity or "") != "Person" or voice.statement.subject is None:
        return None
    if voice.statement.cue.of(context.text).lower() in group("of-dialogue"):
        return None
    return _Source(voice.entity, voice.statement.subject.span, paragraph)


def _has_speaker(context: Context, quotation: Quotation) -> bool:
    """Whether it is known who speaks: an entity, or somebody named by a common noun."""
    if quotation.speaker:
        return True
    words = quotation.speaker_span.of(context.text).lower().split() if quotation.speaker_span else []
    closed = group("persons") | group("things") | group("others")
    return bool(words) and words[0] not in closed and not any(word in ("and", "or") for word in words)


def _persons(context: Context, span: Span) -> list[Mention]:
    """The people named in a span outside quotations."""
    return [mention for mention in context.unquoted.starting_in(span) if mention.type == "Person"]


def _is_dialogue(before: _Paragraph, paragraph: _Paragraph, last: _Source, found: Sequence[Quotation]) -> bool:
    """Whether two people speak in turn, in short paragraphs that are little but quotations."""
    speakers = {found[index].speaker for index in before.said if found[index].kind == "direct"}
    is_short = all(part.span.end - part.span.start <= _SHORT for part in (before, paragraph))
    return bool(speakers - {last.speaker, None}) and is_short


def _goes_on(
    context: Context,
    source: _Source,
    paragraph: _Paragraph,
    following: _Paragraph | None,
    known: Mapping[str, int],
    quotations: Sequence[Quotation],
) -> bool:
    """Whether a paragraph of quoted words goes on with what the one right before it said."""
    if source.paragraph.number != paragraph.number - 1 or source.steps >= _FURTHEST:
        return False
    text = context.text
    words = quotations[paragraph.said[0]].span.of(text).strip()
    if len(words.split()) < _LEAST or _REPLY.match(words) or _is_below_heading(context, source, paragraph):
        return False
    near = text[max(0, paragraph.span.start - _NEAR) : paragraph.span.end + _NEAR]
    if near.count(words) > 1:
        # Printed large beside the text.
        return False
    return following is None or not _is_ascribed(context, following, known)


def _is_below_heading(context: Context, source: _Source, paragraph: _Paragraph) -> bool:
    """Whether a heading stands between what was said before and the paragraph."""
    between = Span(source.paragraph.span.start, paragraph.span.start)
    return any(block.kind in ("heading", "title") for block in context.blocks.starting_in(between))


def _is_ascribed(context: Context, following: _Paragraph, known: Mapping[str, int]) -> bool:
    """Whether the next paragraph tells whose the words were, or begins with somebody who was not named before."""
    if _ASCRIBED.match(context.text, following.span.start):
        return True
    mention = following.speeches[0].frame.mention(0)
    return mention is not None and mention.type == "Person" and known.get(mention.entity) == mention.span.start
