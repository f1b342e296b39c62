"""Who speaks in words that go on: in the parts of one quotation, and in a paragraph that is only a quotation.

Of such a paragraph it is the speaker of the one before, if nobody else is at hand: `DOUBTS` tell why it stays open.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.language.en.speech.matching import OVER, join_parts, read_quotations
from generator.language.en.speech.speakers import Hearing, Speech, follow_speech
from generator.language.en.speech.trying import read_frames_of
from generator.language.en.speech.words import group
from generator.language.frames import Context
from generator.model import Quotation, Span
from generator.text.rules import Chain, Rule
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
    said: Quotation | None
    """What he is quoted with; None where his words are told."""
    cue: Span | None
    spoken: _Paragraph
    before: _Paragraph | None
    """The paragraph before."""
    paragraph: _Paragraph
    """The last one in which he speaks."""
    steps: int = 0


@dataclass(frozen=True, slots=True)
class _Step:
    """A paragraph of quoted words behind somebody who spoke."""

    source: _Source
    paragraph: _Paragraph
    following: _Paragraph | None
    known: Mapping[str, int]
    """Where each entity is named first."""
    quotations: Sequence[Quotation]
    """All, as far as they are known."""

    @property
    def words(self) -> Span:
        """The first words of the paragraph."""
        return self.quotations[self.paragraph.said[0]].span


Doubt = Callable[[Context, _Step], bool]
GoOn = Callable[[Context, Sequence[Speech], tuple[Quotation, ...]], tuple[Quotation, ...]]


def carry_speakers(
    context: Context, speeches: Sequence[Speech], quotations: tuple[Quotation, ...]
) -> tuple[Quotation, ...]:
    """The quotations, with the speaker of the paragraph before for each that stands alone in its own."""
    return _carry(context, speeches, quotations, is_doubted)


def is_doubted(context: Context, step: _Step) -> bool:
    """Whether it stays open who speaks in a paragraph."""
    return any(rule.find(context, step) for rule in DOUBTS)


def _carry(
    context: Context, speeches: Sequence[Speech], quotations: Sequence[Quotation], doubts: Doubt
) -> tuple[Quotation, ...]:
    found = list(quotations)
    paragraphs, known = _paragraphs(context, speeches, quotations), _first_mentions(context)
    source: _Source | None = None
    before: _Paragraph | None = None
    for at, paragraph in enumerate(paragraphs):
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        if not paragraph.is_quoted or any(found[i].cue or found[i].speaker for i in paragraph.said):
            source = _source(context, paragraph, before, found)
        elif source and not doubts(context, _Step(source, paragraph, following, known, found)):
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
    """Who speaks last in a paragraph: who is quoted there, else the person of whom its last sentence tells it."""
    direct = [found[index] for index in paragraph.said if found[index].kind == "direct"]
    if direct:
        last = direct[-1]
        who = _Source(last.speaker, last.speaker_span, last, last.cue, paragraph, before, paragraph)
        return who if _has_speaker(context, last) else None
    voices = paragraph.speeches[-1].voices
    voice = voices[-1] if voices else None
    subject = voice.statement.subject if voice else None
    if voice is None or subject is None or context.types.get(voice.entity or "") != "Person":
        return None
    return _Source(voice.entity, subject.span, None, voice.statement.cue, paragraph, before, paragraph)


def _has_speaker(context: Context, quotation: Quotation) -> bool:
    """Whether it is known who speaks: an entity, or somebody named by a common noun."""
    if quotation.speaker:
        return True
    words = quotation.speaker_span.of(context.text).lower().split() if quotation.speaker_span else []
    closed = group("persons") | group("things") | group("others")
    return bool(words) and words[0] not in closed and not any(word in ("and", "or") for word in words)


def awaits_answer(context: Context, step: _Step) -> bool:
    """Whether what was said asks or answers, so that somebody else may speak next."""
    said, cue = step.source.said, step.source.cue
    is_question = said is not None and said.span.of(context.text).rstrip().endswith("?")
    return is_question or (cue is not None and cue.of(context.text).lower() in group("of-dialogue"))


def several_speak(context: Context, step: _Step) -> bool:
    """Whether more than one speaks in the paragraph before."""
    said = [step.quotations[index] for index in step.source.spoken.said]
    who = {(q.speaker, None if q.speaker else q.speaker_span) for q in said if q.cue or q.speaker}
    voices = {voice.entity for speech in step.source.spoken.speeches for voice in speech.voices}
    return len(who) > 1 or bool(voices - {step.source.speaker})


def another_is_named(context: Context, step: _Step) -> bool:
    """Whether another person is named behind the one who speaks."""
    source = step.source
    start = source.words.start if source.words else source.spoken.span.start
    named = context.unquoted.starting_in(Span(start, source.spoken.span.end))
    return any(mention.type == "Person" and mention.entity != source.speaker for mention in named)


def in_dialogue(context: Context, step: _Step) -> bool:
    """Whether two people speak in turn, in short paragraphs that are little but quotations."""
    before, spoken = step.source.before, step.source.spoken
    if before is None:
        return False
    said = [step.quotations[index] for index in before.said]
    speakers = {quotation.speaker for quotation in said if quotation.kind == "direct"}
    is_short = all(part.span.end - part.span.start <= _SHORT for part in (before, spoken))
    return bool(speakers - {step.source.speaker, None}) and is_short


def too_far(context: Context, step: _Step) -> bool:
    """Whether a paragraph stands in between, or too many were carried."""
    return step.source.paragraph.number != step.paragraph.number - 1 or step.source.steps >= _FURTHEST


def too_short(context: Context, step: _Step) -> bool:
    """Whether the words are so few that they may be an answer."""
    return len(step.words.of(context.text).split()) < _LEAST


def begins_as_reply(context: Context, step: _Step) -> bool:
    """Whether the words begin as an answer does."""
    return _REPLY.match(step.words.of(context.text).strip()) is not None


def below_heading(context: Context, step: _Step) -> bool:
    """Whether a heading stands between what was said before and the paragraph."""
    between = Span(step.source.paragraph.span.start, step.paragraph.span.start)
    return any(block.kind in ("heading", "title") for block in context.blocks.starting_in(between))


def printed_twice(context: Context, step: _Step) -> bool:
    """Whether the words are printed large beside the text."""
    span = step.paragraph.span
    near = context.text[max(0, span.start - _NEAR) : span.end + _NEAR]
    return near.count(step.words.of(context.text).strip()) > 1


def ascribed_next(context: Context, step: _Step) -> bool:
    """Whether the next paragraph tells whose the words were, or begins with somebody who was not named before."""
    if step.following is None:
        return False
    if _ASCRIBED.match(context.text, step.following.span.start):
        return True
    frame = step.following.speeches[0].frame
    mention = frame.mention(0)
    return mention is not None and frame.is_person(0) and step.known.get(mention.entity) == mention.span.start


def _read(text: str) -> tuple[Context, tuple[Speech, ...], tuple[Quotation, ...]]:
    context, _ = read_frames_of(text)
    speeches = tuple(follow_speech(context))
    return context, speeches, read_quotations(context, speeches)


def try_doubt(rule: Rule[Doubt], text: str) -> Iterator[Span]:
    """The words of which a rule leaves it open who says them. A line that begins with "# " is a heading."""
    context, speeches, quotations = _read(text)
    doubted: list[Span] = []

    def doubt(context: Context, step: _Step) -> bool:
        if rule.find(context, step):
            doubted.append(step.words)
        return is_doubted(context, step)

    _carry(context, speeches, join_parts(context, speeches, quotations), doubt)
    return iter(doubted)


def try_going_on(rule: Rule[GoOn], text: str) -> Iterator[Span]:
    """The words to which a rule gives their speaker."""
    context, speeches, quotations = _read(text)
    for other in GOING_ON:
        quotations = other.find(context, speeches, quotations)
    return (said.span for said in quotations if said.rule and said.rule.partition(";")[0] == rule.name)


_ROE = "“We have lost the port,” Jane Roe said on Monday.\n"
_MORE = "|It was a good port and nobody will build a new one.|"
_LONG = " and all that was built there over the years by those who came before us" * 3
_GUESTS = ("boats", "ships", "crews", "clerks", "farms", "guests")
_PARTS = tuple(f"“It was a good port for all of the {guests}.”\n" for guests in _GUESTS)
DOUBTS: Chain[Doubt] = Chain(
    "speech: doubts about who goes on",
    (
        Rule(
            "an answer may follow",
            awaits_answer,
            (
                f"“Where were you in the night?” Jane Roe said.\n“{_MORE}”",
                f"“We have lost the port,” Jane Roe replied.\n“{_MORE}”",
                f"Jane Roe asked whether the port was lost.\n“{_MORE}”",
            ),
            (f"{_ROE}“{_MORE}”",),
        ),
        Rule(
            "several speak",
            several_speak,
            (
                f"“We have lost it,” Max Poe said. “We lost a friend,” Jane Roe said.\n“{_MORE}”",
                f"Max Poe said the port was old. “We have lost it,” Jane Roe said.\n“{_MORE}”",
            ),
            (f"“We have lost the port,” Jane Roe said. “It was a good port.”\n“{_MORE}”",),
        ),
        Rule(
            "another is named",
            another_is_named,
            (
                f"“We have lost the port,” Jane Roe said to Max Poe.\n“{_MORE}”",
                f"“We have lost the port,” Jane Roe said. Max Poe left the hall.\n“{_MORE}”",
            ),
            (f"After Max Poe left, Jane Roe said: “We have lost the port.”\n“{_MORE}”",),
        ),
        Rule(
            "a dialogue",
            in_dialogue,
            (f"“We have lost the port,” Max Poe said.\n“That was not my fault,” Jane Roe said.\n“{_MORE}”",),
            (
                f"“We have lost the port,” Jane Roe said.\n“That was my fault,” Jane Roe said.\n“{_MORE}”",
                f"“We have lost the port{_LONG},” Max Poe said.\n“That was not my fault,” Jane Roe said.\n“{_MORE}”",
            ),
        ),
        Rule(
            "too far",
            too_far,
            (f"{_ROE}{''.join(_PARTS)}“{_MORE}”",),
            (f"{_ROE}{''.join(_PARTS[1:])}“{_MORE}”",),
        ),
        Rule(
            "too short",
            too_short,
            (f"{_ROE}“|Not at all.|”",),
            (f"{_ROE}“|We ran at once.|”", f"{_ROE}“{_MORE}”"),
        ),
        Rule(
            "it begins as a reply",
            begins_as_reply,
            (f"{_ROE}“|Yes, and nobody told us.|”", f"{_ROE}“|Why did nobody tell us?|”"),
            (f"{_ROE}“|Nobody told us of that.|”",),
        ),
        Rule(
            "a heading stands between",
            below_heading,
            (f"{_ROE}# A new port\n“{_MORE}”",),
            (f"# A new port\n{_ROE}“{_MORE}”",),
        ),
        Rule(
            "printed twice",
            printed_twice,
            (f"{_ROE}“{_MORE}”\nThe port is old.\nMax Poe said: “{_MORE.strip('|')}”",),
            (f"{_ROE}“{_MORE}”\nThe port is old.",),
        ),
        Rule(
            "ascribed in the next paragraph",
            ascribed_next,
            (f"{_ROE}“{_MORE}”\nThose were the words of Max Poe.", f"{_ROE}“{_MORE}”\nAnn Lee lives near the port."),
            (f"{_ROE}“{_MORE}”\nThe port was built in 1901.", f"{_ROE}“{_MORE}”\nJane Roe lives near the port."),
        ),
    ),
    try_doubt,
)
GOING_ON: Chain[GoOn] = Chain(
    "speech: words that go on",
    (
        Rule(
            OVER,
            join_parts,
            (
                "Jane Roe said: “One is bad.\n“|Two is worse.|\n“|Three is too much.|”",
                "“|One is bad.|\n“Two is worse,” said Jane Roe.",
            ),
            (
                "Jane Roe said: “One is bad.\n“|Two is worse.|\n“Three is too much,” Max Poe said.",
                "Jane Roe said: “One is bad.”\n“|Two is worse.|”",
            ),
            "Of two speakers each has his own part, and what stands between is nobody's.",
        ),
        Rule(
            RULE,
            carry_speakers,
            (
                f"{_ROE}“{_MORE}”",
                f"{_ROE}“|It was a good port for all.|”\n“{_MORE}”",
                f"Jane Roe said that the port was lost.\n“{_MORE}”",
                f"“We ran for our lives,” a witness said.\n“{_MORE}”",
            ),
            (
                f"“We have lost the port.”\n“{_MORE}”",
                f"They said: “We have lost the port.”\n“{_MORE}”",
                f"Jane Roe said that the port was lost.\nThe port is old.\n“{_MORE}”",
                f"Jane Roe said that the port was lost. It was built in 1901.\n“{_MORE}”",
                f"The Harbor Board said that the port was lost.\n“{_MORE}”",
            ),
        ),
    ),
    try_going_on,
)


def find_quotations(hearing: Hearing) -> tuple[Quotation, ...]:
    """All quotations of the body, outermost ones only, in order, with the speaker where the text says so."""
    context, speeches = hearing.context, hearing.speeches
    quotations = read_quotations(context, speeches)
    for rule in GOING_ON:
        quotations = rule.find(context, speeches, quotations)
    return quotations
