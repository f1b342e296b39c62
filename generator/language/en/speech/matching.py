"""Whose words a quotation gives, of those who speak around it, and whether they are a clause, a phrase or only a name.

`MATCHES` are asked in order; the first that finds a voice is right. `read_quotations` gives all quotations of a text.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from generator.language.en.speech.cues import SIGNED
from generator.language.en.speech.speakers import Speech, Voice, follow_speech
from generator.language.en.speech.trying import read_frames_of
from generator.language.en.speech.words import act_of, group
from generator.language.frames import Context, Frame
from generator.model import Quotation, Span
from generator.text.quotes import Passage
from generator.text.rules import Chain, Rule

Find = Callable[[Context, Speech, int, Voice | None], Voice | None]
OVER = "parts of one quotation"
"""The rule by which the parts of a quotation that runs over paragraphs have one speaker."""
_WORD = re.compile(r"\w+(?:['’]\w+)?")
"""A word with what an apostrophe joins to it."""
_MANY = 8
"""Quoted words that make a clause even where no verb of it is known."""
_SOME = 4
"""Quoted words that make a clause if a pronoun or an auxiliary is among them."""
_BESIDE = 4
"""Units from a verb to what is said by it, where both stand beside each other: "called the plan ..."."""
_FULL_STOPS = frozenset(".;?!")
"""Marks that end a sentence or part who speaks."""
_ENDS = tuple(".?!…")
"""How a quoted sentence ends."""
_AWAITING = tuple(",?!—–-…")
"""How words end before "he said"."""


def match_voice(context: Context, speech: Speech, at: int, running: Voice | None) -> tuple[Voice | None, str]:
    """The voice whose words the quotation at an index of a frame gives, with the rule; None where it is not plain."""
    for rule in MATCHES:
        voice = rule.find(context, speech, at, running)
        if voice:
            return voice, rule.name
    return None, ""


def goes_on(context: Context, speech: Speech, at: int, running: Voice | None) -> Voice | None:
    """Who spoke in the sentence before one that is nothing but a quotation."""
    return running if speech.frame.stands_alone else None


def behind(context: Context, speech: Speech, at: int, running: Voice | None) -> Voice | None:
    """The voice right behind the quotation, where the quotation opens the sentence or ends as one does before a cue."""
    after = None if speech.frame.stands_alone else voice_after(speech, at)
    return after if after and (at == 0 or _awaits_cue(context, speech.frame, at)) else None


def before(context: Context, speech: Speech, at: int, running: Voice | None) -> Voice | None:
    """The last voice before the quotation, with no end of a sentence in between."""
    voice = next((v for v in reversed(speech.voices) if v.statement.last < at), None)
    if voice is None:
        return None
    between = range(voice.statement.last + 1, at)
    return None if any(speech.frame.word(i) in _FULL_STOPS for i in between) else voice


def behind_a_phrase(context: Context, speech: Speech, at: int, running: Voice | None) -> Voice | None:
    """The voice right behind a quotation that has none before it."""
    return voice_after(speech, at)


def only_voice(context: Context, speech: Speech, at: int, running: Voice | None) -> Voice | None:
    """The only one who speaks in the sentence."""
    if len({voice.entity for voice in speech.voices}) != 1:
        return None
    # "Smith called it “odd”; Miller said ...": a semicolon parts who speaks.
    only = speech.voices[-1]
    return None if any(speech.frame.word(i) == ";" for i in range(at, only.statement.first)) else only


def _awaits_cue(context: Context, frame: Frame, at: int) -> bool:
    """Whether the quotation ends as one does before "he said"."""
    return quoted_words(context, frame, at)[-1:] in _AWAITING


def quoted_words(context: Context, frame: Frame, at: int) -> str:
    """What stands between the marks of the quotation at an index."""
    passage = frame.units[at].passage
    return passage.span.of(context.text).strip() if passage else ""


def voice_after(speech: Speech, at: int) -> Voice | None:
    """The voice whose subject or verb begins right behind the quotation."""
    following = at + 2 if speech.frame.word(at + 1) == "," else at + 1
    return next((v for v in speech.voices if v.statement.first == following), None)


def is_direct(context: Context, speech: Speech, at: int) -> bool:
    """Whether the quotation at an index is a clause or more, not a phrase in somebody's sentence."""
    frame, text = speech.frame, quoted_words(context, speech.frame, at)
    words = _WORD.findall(text)
    if not words:
        return False
    is_ended, is_led = text[-1] in _ENDS, frame.word(at - 1) == ":"
    if _stays_open(frame, at) or (frame.stands_alone and is_ended):
        return True
    is_told = bool(voice_after(speech, at))
    if is_told and text[-1] in ",?!—…":
        return True
    is_sentence = is_ended and len(words) > 1
    if text[0].isupper() and (is_led or is_sentence):
        return is_led or is_told or not _is_title(words)
    least = _SOME if _is_clause(words) else _MANY
    return len(words) >= least and not _is_title(words)


def _stays_open(frame: Frame, at: int) -> bool:
    """Whether the paragraph ends inside the quotation."""
    passage = frame.units[at].passage
    return passage is not None and passage.goes_on


def is_label(context: Context, speech: Speech, at: int, voice: Voice | None) -> bool:
    """Whether the quotation at an index is only a name in quotation marks: a nickname, a title, a slogan.

    Words in capitals that make no clause and end as no sentence does, unless the one who uses them stands beside them.
    """
    text = quoted_words(context, speech.frame, at)
    words = _WORD.findall(text)
    is_named = _is_title(words) or (len(words) == 1 and words[0][0].isupper())
    if not is_named or _is_clause(words) or text[-1:] in "?!…":
        return False
    if voice is None:
        return True
    is_near = at - _BESIDE <= voice.statement.last < at
    return not is_near and voice is not voice_after(speech, at)


def _is_clause(words: Sequence[str]) -> bool:
    """Whether a pronoun or an auxiliary shows that words are a clause."""
    return any(word.lower().replace("’", "'") in group("clause-signs") for word in words)


def _is_title(words: Sequence[str]) -> bool:
    """Whether the longer words are capitalized, as in the title of a book."""
    long = [word for word in words if len(word) > 3]
    return len(words) > 1 and bool(long) and all(not word[0].islower() for word in long)


def still_running(speech: Speech, running: Voice | None) -> Voice | None:
    """Who goes on speaking in a quotation that stands alone in the next sentence."""
    if speech.frame.stands_alone:
        return running
    entities = {voice.entity for voice in speech.voices}
    return speech.voices[-1] if len(entities) == 1 else None


def follow_quotations(context: Context, speeches: Sequence[Speech]) -> Iterator[tuple[Speech, int, Voice | None, str]]:
    """Every quotation of every frame, by its index there, with the voice whose words it gives, and the rule."""
    running: Voice | None = None
    paragraph = -1
    is_introduced = False
    for speech in speeches:
        if speech.frame.paragraph != paragraph and not is_introduced:
            running = None
        paragraph = speech.frame.paragraph
        for at, unit in enumerate(speech.frame.units):
            if unit.passage is not None:
                yield speech, at, *match_voice(context, speech, at, running)
        running = still_running(speech, running)
        is_introduced = bool(speech.voices) and speech.frame.word(len(speech.frame.units) - 1) in (":", ",")


def try_match(rule: Rule[Find], text: str) -> Iterator[Span]:
    """The words that name who says each quotation of a text that a rule gives to somebody."""
    context, _ = read_frames_of(text)
    for _, _, voice, name in follow_quotations(context, tuple(follow_speech(context))):
        if voice and name == rule.name and voice.statement.subject:
            yield voice.statement.subject.span


MATCHES: Chain[Find] = Chain(
    "speech: whose words",
    (
        Rule(
            "words that go on",
            goes_on,
            (
                "“We will go,” |Jane Roe| said. “We will not come back.”",
                "In the end |Jane Roe| said:\n“We will go there and stay.”",
            ),
            (
                "Jane Roe left. Max Poe stayed. “We will go.”",
                "Jane Roe said no.\n“We will go there and stay.”",
                "“We will go,” Jane Roe said; “no,” Max Poe said. “We will not come back.”",
            ),
        ),
        Rule(
            "cue behind the words",
            behind,
            ("“We will go,” |Jane Roe| said.", "“We will go”, said |Jane Roe|.", "It is “odd?” asked |Jane Roe|."),
            ("Jane Roe said: “We will go.”", "The plan is “odd” for us, Jane Roe said."),
        ),
        Rule(
            "cue before the words",
            before,
            (
                "|Jane Roe| said: “We will go.”",
                "|Jane Roe| said it was “odd”, and Max Poe said no.",
                "“We will go,” |Jane Roe| said, “and we will stay.”",
            ),
            ("“We will go,” Jane Roe said.", "Jane Roe said no; the “odd” plan failed."),
        ),
        Rule(
            "cue behind a phrase",
            behind_a_phrase,
            ("The plan is “odd” |Jane Roe| said.",),
            ("Jane Roe said it is “odd”.", "The plan is “odd” for us, Jane Roe said."),
        ),
        Rule(
            "only voice of the sentence",
            only_voice,
            ("The plan is “odd” for us, |Jane Roe| said.",),
            ("The plan is “odd” for us; Jane Roe said no.", "The ‘fair answer’ never came."),
        ),
    ),
    try_match,
)


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
