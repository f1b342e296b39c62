"""Who says what in a French text: quotations with their speakers, and indirect speech. Where it is not plain, nobody.

Sentences are read as frames, in which a name is one token and a quotation is one token.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.language.fr.verbs import plain
from generator.language.fr.voices import VOICES, Reading, Running, Voice, entity_at, find_inverted, is_question, type_at
from generator.language.frames import Context, Frame, body_spans, frame_of, read_frames
from generator.model import Claim, Quotation, Span
from generator.text.quotes import Passage

_SENTENCE_MARKS = tuple(".?!…,")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_SIGNS = frozenset(
    [
        "je",
        "j'ai",
        "nous",
        "vous",
        "on",
        "il",
        "elle",
        "ils",
        "elles",
        "c'est",
        "ce",
        "est",
        "sont",
        "a",
        "ont",
        "était",
    ]
)
_DIALOGUE = re.compile(r"[—–-]\s(?P<words>[^«»]{2,400}?)(?P<end>[,?!…])\s(?=\w)")
"""A line of dialogue up to who says it: "— Demain matin, répondit Luc Roy." """
_SETTING = frozenset({"après", "avant", "lors", "pendant", "durant", "devant", "depuis"})
"""Words that tell when or where it was said."""
GOES_ON = "words that stand alone go on"
_MANY, _SOME = 8, 4
"""Quoted words that make a clause, without and with a sign of one."""


def _voices(reading: Reading) -> list[Voice]:
    """Who speaks in a frame, in order; a verb counts once."""
    kept: list[Voice] = []
    for rule in VOICES:
        kept += [voice for voice in rule.find(reading) if not any(voice.verb.overlaps(one.verb) for one in kept)]
    return sorted(kept, key=lambda voice: voice.first)


def read_speech(context: Context) -> tuple[tuple[Quotation, ...], tuple[Claim, ...]]:
    """All quotations of the body and all indirect speech with a claimant, in order; linear in the text's length."""
    running = Running()
    quotations: dict[Span, Quotation] = {}
    claims: list[Claim] = []
    for frame in read_frames(context):
        reading = Reading(context, frame, running)
        voices = _voices(reading)
        quotations |= _quotations(reading, voices)
        claim = None if frame.stands_alone else _claim(reading, voices)
        claims += [claim] if claim else []
        _remember(reading, voices)
    told = [quotations.get(passage.span, Quotation(passage.span, "fragment")) for passage in context.passages]
    kept = (one for one in told if one.cue or one.speaker or not _is_title(one.span.of(context.text)))
    return tuple(sorted([*kept, *_dialogue(context)], key=lambda one: one.span)), tuple(claims)


def _remember(reading: Reading, voices: Sequence[Voice]) -> None:
    """Note who spoke and who was named in a frame."""
    frame, running = reading.frame, reading.running
    names = [entity_at(frame, at) for at in range(len(frame.units)) if type_at(frame, at) == "Person"]
    running.named.setdefault(frame.paragraph, []).extend(name for name in names if name)
    speakers = [voice.subject.entity for voice in voices if voice.subject.entity]
    if speakers:
        running.entity, running.paragraph = speakers[-1], frame.paragraph
    elif voices or (names and not frame.stands_alone):
        running.entity = None


def _quotations(reading: Reading, voices: Sequence[Voice]) -> dict[Span, Quotation]:
    """The quotations of a frame by passage, with who says them where the frame or the paragraph tells."""
    frame, context = reading.frame, reading.context
    found = {}
    for at, token in enumerate(frame.units):
        if token.passage is None:
            continue
        span = token.passage.span
        voice = _inside(reading, token.passage) or _voice_of(frame, voices, at)
        is_direct = _is_clause(context, token.passage) or (voice is not None and frame.word(at - 1) == ":")
        quotation = Quotation(span, "direct" if is_direct else "fragment")
        if voice is not None:
            act = voice.cue.act if voice.cue else None
            quotation = replace(
                quotation,
                speaker=voice.subject.entity,
                speaker_span=voice.subject.span,
                cue=voice.verb,
                act=act,
                rule=voice.rule,
            )
        elif frame.stands_alone and reading.running.entity and reading.running.paragraph == frame.paragraph:
            quotation = replace(quotation, speaker=reading.running.entity, rule=GOES_ON)
        found[span] = quotation
    return found


def _voice_of(frame: Frame, voices: Sequence[Voice], at: int) -> Voice | None:
    """The voice whose words the quotation at a token gives: the one behind it, or the last before it in the clause."""
    behind = at + 2 if frame.word(at + 1) in (",", "-") else at + 1
    for voice in voices:
        if voice.first == behind and voice.rule in ("verb before the speaker", "according to"):
            return voice
    before = [voice for voice in voices if voice.last < at]
    if not before or any(frame.word(index) in (".", ";", "!", "?") for index in range(before[-1].last + 1, at)):
        return None
    return before[-1]


def _is_clause(context: Context, passage: Passage) -> bool:
    """Whether quoted words are a clause or more."""
    text = passage.span.of(context.text).strip()
    words = _WORD.findall(text)
    if not words or _is_title(text):
        return False
    if passage.goes_on or (text[0].isupper() and len(words) > 1):
        return True
    has_sign = any(plain(word) in _SIGNS for word in words)
    return len(words) >= _MANY or (len(words) >= _SOME and has_sign) or text[-1] in _SENTENCE_MARKS


def _is_title(text: str) -> bool:
    """Whether quoted words are a name in quotation marks: capitals, and no sign of a clause."""
    words = _WORD.findall(text)
    is_sentence = any(plain(word) in _SIGNS for word in words) or text.rstrip()[-1:] in ".?!…"
    return bool(words) and not is_sentence and words[0][0].isupper() and len(words) <= _SOME


def _inside(reading: Reading, passage: Passage) -> Voice | None:
    """Who speaks by words between commas inside the quotation: "Nous partirons, a dit Luc Roy, demain"."""
    context, span = reading.context, passage.span
    inner = frame_of(context, span, reading.frame.paragraph, quotes=False)
    voices = list(find_inverted(Reading(context, inner, reading.running)))
    return next((voice for voice in voices if inner.word(voice.first - 1) == "," and voice.subject.span), None)


def _dialogue(context: Context) -> Iterator[Quotation]:
    """Lines of dialogue that say who speaks: "— Demain matin, répondit Luc Roy"."""
    for number, block in enumerate(body_spans(context.document)):
        match = _DIALOGUE.match(context.text, *block)
        if not match:
            continue
        frame = frame_of(context, Span(match.end() - 2, block.end), number)
        voice = next(find_inverted(Reading(context, frame, Running())), None)
        if voice and voice.first <= 1:
            yield Quotation(
                Span(*match.span("words")),
                "direct",
                voice.subject.entity,
                voice.subject.span,
                voice.verb,
                act=voice.cue.act if voice.cue else None,
                rule=f"dialogue; {voice.rule}",
            )


def _claim(reading: Reading, voices: Sequence[Voice]) -> Claim | None:
    """The indirect speech of a frame that names who claims."""
    if is_question(reading.frame):
        return None
    for voice in voices:
        span = _content(reading, voice)
        if voice.subject.entity and span:
            act = voice.cue.act if voice.cue else None
            sentence = bisect_right(reading.context.sentences, voice.verb.start, key=lambda one: one.start) - 1
            return Claim(sentence, span, voice.subject.entity, voice.subject.span, voice.verb, act=act, rule=voice.rule)
    return None


def _content(reading: Reading, voice: Voice) -> Span | None:
    """What is claimed: behind "que", behind "selon X,", or before ", a déclaré X"; None where it is only quoted."""
    frame, count = reading.frame, len(reading.frame.units)
    after = voice.last + 1
    if voice.rule == "name and colon":
        return None
    if voice.rule == "speaker before the verb":
        word = plain(frame.word(after))
        if word == "que":
            return _slice(reading, after + 1, count)
        if word.startswith("qu'"):
            return _slice(reading, after, count, skip=len("qu'"))
        promised = voice.cue is not None and voice.cue.act in ("promises", "proposes")
        return _slice(reading, after + 1, count) if promised and word == "de" else None
    if "quotation" in (frame.kind(voice.first - 1), frame.kind(voice.first - 2)):
        return None
    if voice.first == 0:
        after = _behind_role(reading, after)
        return _slice(reading, after + 1, count) if frame.word(after) == "," else None
    if frame.word(after) == "," and not _is_setting(reading, voice, _behind_role(reading, after)):
        return _slice(reading, after + 1, count)
    return _slice(reading, 0, voice.first - 1 if frame.word(voice.first - 1) == "," else voice.first)


def _is_setting(reading: Reading, voice: Voice, comma: int) -> bool:
    """Whether behind verb and speaker stands only when it was said: "Le port rouvrira, a dit Luc, après le vote"."""
    frame = reading.frame
    behind = comma + 1 if frame.word(comma) == "," else comma
    while frame.kind(behind) == "name" and frame.word(behind + 1) == ",":
        behind += 2
    return frame.word(voice.first - 1) == "," and voice.first > 2 and plain(frame.word(behind)) in _SETTING


def _behind_role(reading: Reading, at: int) -> int:
    """The comma behind the role of whoever is named, where one begins at a comma: "Selon Luc Roy, maire de Pau, il"."""
    frame = reading.frame
    start = frame.units[at + 1].span.start if at + 1 < len(frame.units) else -1
    role = next((span for span in reading.context.roles.values() if span.start == start), None)
    behind = (i for i in range(at + 1, len(frame.units)) if role and frame.units[i].span.start >= role.end)
    return next(behind, at) if role else at


def _slice(reading: Reading, first: int, last: int, skip: int = 0) -> Span | None:
    """The words of tokens `first` to before `last`, without a last mark; None where they are but a quotation."""
    tokens = list(reading.frame.units[first:last])
    while tokens and tokens[-1].kind == "mark" and tokens[-1].text in ".,;:":
        tokens.pop()
    if not any(token.kind in ("word", "name") for token in tokens[1:] or tokens) or not tokens:
        return None
    if tokens[0].kind == "quotation" and not any(token.kind == "word" for token in tokens):
        return None
    return Span(tokens[0].span.start + skip, tokens[-1].span.end)
