"""The words that tell that somebody says something: a reporting verb with its auxiliaries, or "according to".

Cues that are no reporting verb, any verb that governs a quotation by the parse, and a name signed behind it, are looked
for only in frames whose reporting verbs tell of no speaker, and only where the quotation is set off as speech.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.language.en.polarity import is_sign
from generator.language.en.speech.parse import as_subject, is_unsaid, subject_of
from generator.language.en.speech.subjects import Subject, is_mute
from generator.language.en.speech.trying import read_frames_of
from generator.language.en.speech.words import ReportingVerb, group, load_verbs
from generator.language.frames import MARK, QUOTATION, Context, Frame
from generator.language.trees import Trees
from generator.model import Span
from generator.text.rules import Chain, Rule

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


Find = Callable[[Context, Frame, int], Statement | None]

UNTOLD = "other"
"""The kind of a statement whose verb is not known as a reporting verb."""
SIGNED = "signed"
"""The kind of a statement that a name behind a dash makes."""
_GOVERNED = frozenset({"ccomp", "parataxis", "obj", "dep", "appos", "xcomp", "root", "obl", "advcl", "conj", "nmod"})
"""Relations by which quoted words hang on a verb, or a verb on them."""
_DASHES = ("-", "–", "—")
"""What stands before who signs."""
_LEAST = 3
"""Words that a quotation has which an unknown verb may introduce."""


def find_untold(context: Context, frame: Frame) -> Statement | None:
    """The statement of the first quotation in a frame that has one."""
    for at in range(len(frame.units)):
        if frame.kind(at) == "quotation":
            for rule in UNTOLD_CUES:
                statement = rule.find(context, frame, at)
                if statement:
                    return replace(statement, rule=rule.name)
    return None


def signed(context: Context, frame: Frame, at: int) -> Statement | None:
    """The name behind a dash behind a quotation with which the frame begins."""
    dash = at + 1
    while frame.reads(dash, _DASHES, _DASHES):
        dash += 1
    mention = frame.mention(dash + 1)
    if at > 0 or frame.word(dash) not in _DASHES or mention is None:
        return None
    is_end = len(frame.units) <= dash + 2 or frame.word(dash + 2) in (",", ".")
    if not is_end or mention.type not in ("Person", "Organization"):
        return None
    subject = Subject(mention.span, "name", mention.entity, dash + 1, dash + 1)
    return Statement(frame.units[dash].span, SIGNED, subject, True, dash, dash + 1)


def governed(context: Context, frame: Frame, at: int) -> Statement | None:
    """Any verb on which quoted words hang, if they are set off and the verb has a subject."""
    passage = frame.units[at].passage
    if passage is None or not _is_set_off(frame, at, passage.span.of(context.text).split()):
        return None
    for index in _outer_verbs(context.trees, frame, passage.whole):
        statement = _spoken_by(context, frame, index)
        # A verb around the quotation is no cue, but one behind it may be.
        if statement and not statement.first <= at <= statement.last and _is_sure(context, frame, index, statement):
            return statement
    return None


def _is_set_off(frame: Frame, at: int, words: list[str]) -> bool:
    """Whether quoted words are many enough, and stand apart as speech does."""
    if len(words) < _LEAST:
        return False
    is_before = frame.word(at + 1) != "" and words[-1][-1] in ",?!"
    return is_before or frame.word(at - 1) in (",", ":") or _is_reporting(frame.word(at - 1))


def _spoken_by(context: Context, frame: Frame, index: int) -> Statement | None:
    """What the subject of a verb says by it."""
    trees = context.trees
    verb = frame.index_at(trees.start(index))
    who = subject_of(trees, index) if verb is not None and not is_unsaid(trees, index) else None
    subject = as_subject(context, frame, who) if who is not None else None
    if subject is None or verb is None or is_mute(frame, subject):
        return None
    known = load_verbs().get(frame.word(verb))
    first, last = min(verb, subject.first), max(verb, subject.last)
    kind = known.kind if known else UNTOLD
    return Statement(trees.tokens[index].span, kind, subject, subject.first > verb, first, last)


def _is_sure(context: Context, frame: Frame, index: int, statement: Statement) -> bool:
    """Whether the parse is to be relied on: of an unknown verb not in an interview ("I was like"), nor where it tells
    of things only when or why: "as circumstances arose: “...”"."""
    subject = statement.subject
    if statement.kind != UNTOLD or subject is None:
        return True
    is_aside = subject.kind == "noun" and bool(context.trees.having(index, "mark"))
    return frame.word(subject.last) not in group("others") and not is_aside


def _is_reporting(word: str) -> bool:
    return word in load_verbs() or word in ("reading", "reads", "writing")


def _outer_verbs(trees: Trees, frame: Frame, whole: Span) -> list[int]:
    """The verbs outside a quotation that a word in it depends on, or that depend on a word in it; nearest first."""
    words = trees.inside(frame.span)
    found: dict[int, int] = {}
    for index in words:
        head = trees.head(index)
        if head not in words or trees.relation(index) not in _GOVERNED:
            continue
        inside, outside = whole.holds(trees.tokens[index].span), whole.holds(trees.tokens[head].span)
        if inside == outside:
            continue
        verb, over = head if inside else index, trees.head(head)
        if trees.pos(verb) == "VERB":
            found[verb] = abs(trees.start(verb) - whole.start)
        elif inside and trees.pos(head) in ("NOUN", "PROPN") and trees.pos(over) == "VERB":
            found[over] = abs(trees.start(head) - whole.start)
    return sorted((verb for verb in found if not whole.holds(trees.tokens[verb].span)), key=found.__getitem__)


def try_untold(rule: Rule[Find], text: str) -> Iterator[Span]:
    """Who says a quotation of a text by a rule."""
    context, frames = read_frames_of(text)
    for frame in frames:
        for at in range(len(frame.units)):
            statement = rule.find(context, frame, at) if frame.kind(at) == "quotation" else None
            if statement and statement.subject:
                yield statement.subject.span


UNTOLD_CUES: Chain[Find] = Chain(
    "speech: cues without a verb of saying",
    (
        Rule(
            "signed",
            signed,
            (
                "“We have been waiting for years.” — |Jane Roe|",
                "“We have been waiting for years.” -- |Jane Roe|, the mayor",
            ),
            (
                "“We will go.” Jane Roe left.",
                "“We will go” – Jane Roe left the hall.",
                "He called it “a bad deal for all” — Jane Roe.",
            ),
        ),
        Rule(
            "any verb by the parse",
            governed,
            (
                "The pier fell. “We all saw it coming for years,” sighed |Maria Lopez|.",
                "The harbor was closed. |The city| reasoned, “we cannot pay”.",
                "Everybody was late. Physicist |Maria Lopez| summarized it: “Nobody has read it.”",
            ),
            (
                "Maria Lopez heard the crowd, “we will not go home tonight”.",
                "Maria Lopez will argue, “we cannot pay for all of these repairs”.",
                "The city reasoned, “no money”.",
                "The city praised “the best of all plans” in May.",
                "The survey showed a habit that gulls slipped into as storms came: “These |gulls| are all new to us.”",
            ),
            "Two words may be any phrase; three that are set off are speech.",
        ),
    ),
    try_untold,
)
