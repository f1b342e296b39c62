"""Cues that are no reporting verb: any verb that governs a quotation by the parse, and a name signed behind it.

Looked for only in frames whose reporting verbs tell of no speaker, and only where the quotation is set off as speech.
"""

from bisect import bisect_left
from collections.abc import Iterator

from generator.language.en.speech.parse import as_subject, is_mute, is_unsaid, place_of, subject_of
from generator.language.en.speech.statements import Statement
from generator.language.en.speech.subjects import Subject
from generator.language.en.speech.words import group, load_verbs
from generator.language.frames import Article, Frame
from generator.model import Span

UNTOLD = "other"
"""The kind of a statement whose verb is not known as a reporting verb."""
SIGNED = "signed"
"""The kind of a statement that a name behind a dash makes."""
_GOVERNED = frozenset({"ccomp", "parataxis", "obj", "dep", "appos", "xcomp", "root", "obl", "advcl", "conj", "nmod"})
_LEAST = 3
"""Words that a quotation has which an unknown verb may introduce."""


def find_cue(article: Article, frame: Frame) -> Statement | None:
    """The statement of the first quotation in a frame that has one."""
    for at, token in enumerate(frame.tokens):
        if token.kind == "quotation":
            found = _signature(frame, at) or _governor(article, frame, at)
            if found:
                return found
    return None


def _signature(frame: Frame, at: int) -> Statement | None:
    """The name behind a quotation with which the frame begins: "“...” — Jane Roe"."""
    dash = at + 1
    while frame.word(dash) in ("-", "–", "—") and frame.word(dash + 1) in ("-", "–", "—"):
        dash += 1
    if at > 0 or frame.word(dash) not in ("-", "–", "—") or frame.kind(dash + 1) != "name":
        return None
    if len(frame.tokens) > dash + 2 and frame.word(dash + 2) not in (",", "."):
        return None
    mention = frame.tokens[dash + 1].mention
    if mention is None or mention.type not in ("Person", "Organization"):
        return None
    subject = Subject(mention.span, "name", mention.entity, dash + 1, dash + 1)
    return Statement(frame.tokens[dash].span, SIGNED, subject, True, dash, dash + 1)


def _governor(article: Article, frame: Frame, at: int) -> Statement | None:
    """The statement of the verb that governs a quotation, if the quotation is set off and the verb has a subject."""
    passage = article.passages[frame.tokens[at].passage or 0]
    words = passage.span.of(article.document.text).split()
    is_before = frame.word(at + 1) != "" and words and words[-1][-1] in ",?!"
    is_set_off = frame.word(at - 1) in (",", ":") or bool(is_before) or _is_reporting(frame.word(at - 1))
    if len(words) < _LEAST or not is_set_off:
        return None
    for index in _outer_verbs(article, frame, passage.whole):
        verb = place_of(frame, article.tokens[index].span.start)
        who = subject_of(article, index) if verb is not None and not is_unsaid(article, index) else None
        subject = as_subject(article, frame, who) if who is not None else None
        if subject and verb is not None and not is_mute(frame, subject):
            first, last = min(verb, subject.first), max(verb, subject.last)
            if first <= at <= last:
                continue
            known = load_verbs().get(frame.word(verb))
            kind = known.kind if known else UNTOLD
            if not known and (frame.word(subject.last) in group("others") or _is_aside(article, index, subject)):
                # "I was like": in an interview the parse is not to be relied on.
                continue
            return Statement(article.tokens[index].span, kind, subject, subject.first > verb, first, last)
    return None


def _is_aside(article: Article, index: int, subject: Subject) -> bool:
    """Whether a verb of things tells only when or why: "as circumstances arose: “...”"."""
    return subject.kind == "noun" and any(article.tokens[c].relation == "mark" for c in article.trees.children[index])


def _is_reporting(word: str) -> bool:
    return word in load_verbs() or word in ("reading", "reads", "writing")


def _outer_verbs(article: Article, frame: Frame, whole: Span) -> Iterator[int]:
    """The verbs outside a quotation that a word in it depends on, or that depend on a word in it; nearest first."""
    tokens = article.tokens
    first = bisect_left(tokens, frame.span.start, key=lambda t: t.span.start)
    last = bisect_left(tokens, frame.span.end, key=lambda t: t.span.start)
    found: dict[int, int] = {}
    for index in range(first, last):
        head = tokens[index].head
        if not first <= head < last or tokens[index].relation not in _GOVERNED:
            continue
        inside, outside = whole.holds(tokens[index].span), whole.holds(tokens[head].span)
        if inside == outside:
            continue
        verb = head if inside else index
        if tokens[verb].pos == "VERB":
            found[verb] = abs(tokens[verb].span.start - whole.start)
        elif inside and tokens[head].pos in ("NOUN", "PROPN") and tokens[tokens[head].head].pos == "VERB":
            found[tokens[head].head] = abs(tokens[head].span.start - whole.start)
    yield from sorted((v for v in found if not whole.holds(tokens[v].span)), key=lambda v: found[v])
