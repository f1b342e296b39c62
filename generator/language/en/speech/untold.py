"""Cues that are no reporting verb: any verb that governs a quotation by the parse, and a name signed behind it.

Looked for only in frames whose reporting verbs tell of no speaker, and only where the quotation is set off as speech.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.language.en.speech.cues import Statement
from generator.language.en.speech.parse import as_subject, is_unsaid, subject_of
from generator.language.en.speech.subjects import Subject, is_mute
from generator.language.en.speech.trying import read_frames_of
from generator.language.en.speech.words import group, load_verbs
from generator.language.frames import Context, Frame
from generator.language.trees import Trees
from generator.model import Span
from generator.text.rules import Chain, Rule

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
