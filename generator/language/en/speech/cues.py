"""The words that tell that somebody says something: a reporting verb with its auxiliaries, or "according to"."""

from dataclasses import dataclass
from typing import Literal

from generator.language.en.polarity import is_sign
from generator.language.en.speech.subjects import Subject
from generator.language.en.speech.words import ReportingVerb, group, load_verbs
from generator.language.frames import MARK, QUOTATION, Frame
from generator.model import Span

QUOTED_REACH = 20
"""Units before "saying" within which "quoted" may stand: "quoted Roe, the former head of the port, as saying"."""
_TAKEN_REACH = 9
"""Units before "say" within which "took to" may stand: "took to the radio to say"."""
_ACCOUNTS = (("according", "to"), ("as", "per"), ("in", "the", "words", "of"))
"""Cues that are no verb and stand before whose account it is."""
Form = Literal["account", "quoting", "quoted", "led", "participle", "verb"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that may tell that somebody says something."""

    span: Span
    form: Form
    """`account`: "according to"; `quoting`: "quoted Roe as saying"; `quoted`: "was quoted as saying"; `led`: "went on
    to say"; `participle`: "saying" without an auxiliary; `verb`: any other form."""
    kind: str
    """The verb's class in reporting_verbs.txt, or `according`."""
    verb: ReportingVerb | None
    at: int
    """Index of the verb."""
    last: int
    """Index of its last word: "on" of "called on"."""
    first: int
    """Index where it begins with its auxiliaries."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One cue with its subject."""

    cue: Span
    kind: str
    """The verb's class in reporting_verbs.txt, or `according`."""
    subject: Subject | None
    is_inverted: bool
    """Whether the subject stands behind the verb."""
    first: int
    """Index of the first unit of subject and verb together."""
    last: int
    """Index of the last one."""
    is_participle: bool = False
    """", saying that": its subject is that of the statement before it."""
    rule: str = ""
    """The rule that found it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one frame tells of speaking."""

    statements: tuple[Statement, ...]
    via: str | None = None
    """The medium that is said to report it."""
    medium: Statement | None = None
    """The statement that says so; the medium may be unnamed."""


def read_cue(frame: Frame, at: int) -> Cue | None:
    """The cue whose verb, or first word, stands at an index; None where nobody says anything by it."""
    account = next((words for words in _ACCOUNTS if frame.reads(at, *words)), None)
    if account:
        last = at + len(account) - 1
        return Cue(frame.span_of(at, last), "account", "according", None, at, last, at)
    verb, last = _verb_at(frame, at)
    if verb is None or frame.units[at].is_capitalized or _goes_on(frame, at, last):
        return None
    first = _quoted_at(frame, at) if frame.reads_before(at + 1, "as", "saying") else _led_to(frame, at)
    start = None if first is None else _with_auxiliaries(frame, first, at)
    if start is None:
        return None
    return Cue(frame.span_of(at, last), _form(frame, at, start), verb.kind, verb, at, last, start)


def _verb_at(frame: Frame, at: int) -> tuple[ReportingVerb | None, int]:
    """The reporting verb that begins at an index, of one word or two, and the index of its last word."""
    verbs, word = load_verbs(), frame.word(at)
    pair = verbs.get(f"{word}_{frame.word(at + 1)}")
    return (pair, at + 1) if pair else (verbs.get(word), at)


def _goes_on(frame: Frame, at: int, last: int) -> bool:
    """Whether a verb tells only of going on: "continued to work"."""
    return frame.word(at).startswith("continu") and frame.word(last + 1) == "to"


def _form(frame: Frame, at: int, first: int) -> Form:
    """What form a verb has that begins with its auxiliaries at `first`."""
    if frame.reads_before(at + 1, "as", "saying"):
        return "quoting" if quoting_at(frame, at, first) is not None else "quoted"
    if frame.word(at - 1) == "to":
        return "led"
    return "participle" if frame.word(at).endswith("ing") and first == at else "verb"


def _quoted_at(frame: Frame, at: int) -> int | None:
    """The index where "was quoted" or "is on record" begins that leads to "as saying"; None where none does."""
    places = range(at - 2, max(-1, at - QUOTED_REACH), -1)
    first = next((place for place in places if frame.word(place) in group("quoting")), None)
    if first is None:
        return None
    first -= frame.word(first) == "record"
    return first - (frame.word(first) == "on" and frame.word(first - 1) in group("goes-on"))


def _with_auxiliaries(frame: Frame, first: int, at: int) -> int | None:
    """The index where a verb begins with its auxiliaries and adverbs.

    None where nobody says anything: "did not say", "will say", "to say", "was told".
    """
    is_quoted = frame.reads_before(at + 1, "as", "saying")
    while first > 0:
        word = frame.word(first - 1)
        if is_sign(word) or word in group("before-infinitives"):
            return None
        is_being = word in group("forms-of-be")
        if is_being and not is_quoted and not frame.word(at).endswith("ing"):
            return None
        is_aside = frame.reads_before(first, ",", group("interjected"), ",")
        if not (is_aside or is_being or word in group("auxiliaries") or _is_adverb(word)):
            break
        first -= 3 if is_aside else 1
    return max(first, 0)


def _led_to(frame: Frame, at: int) -> int:
    """The index of the verb that leads to one of saying: "went on to say", "took to Facebook to say"; else its own."""
    if frame.word(at - 1) != "to":
        return at
    is_coming_out = frame.reads_before(at, group("coming-out"), ("out", "forward"), "to")
    if is_coming_out or frame.reads_before(at, group("goes-on"), "on", "to"):
        return at - 3
    for first in range(at - 3, max(-1, at - _TAKEN_REACH), -1):
        if frame.reads(first, group("taking"), "to"):
            return first
        if frame.reads(first, MARK) or frame.reads(first, QUOTATION):
            break
    return at


def quoting_at(frame: Frame, saying: int, first: int) -> int | None:
    """The index of "quoted" in "the paper quoted Roe as saying"; None where Roe "was quoted as saying"."""
    at = next(i for i in range(saying - 2, first - 1, -1) if frame.word(i) in group("quoting"))
    is_passive = frame.word(at) == "record" or any(frame.word(i) in group("forms-of-be") for i in range(first, at))
    return None if is_passive or frame.word(at + 1) == "as" else at


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in group("no-adverbs")
