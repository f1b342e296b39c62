"""Cues that are no reporting verb: any verb that governs a quotation by the parse, and a name signed behind it.

Looked for only in frames whose reporting verbs tell of no speaker, and only where the quotation is set off as speech.
"""

from bisect import bisect_left
from collections.abc import Iterator

from generator.analysis.quotation_frames import Article, Frame
from generator.analysis.quotation_statements import Statement
from generator.analysis.quotation_subjects import Subject, pronoun_at
from generator.model import Span
from generator.text.quotation_words import group, load_verbs

UNTOLD = "other"
"""The kind of a statement whose verb is not known as a reporting verb."""
SIGNED = "signed"
"""The kind of a statement that a name behind a dash makes."""
_GOVERNED = frozenset({"ccomp", "parataxis", "obj", "dep", "appos", "xcomp", "root", "obl", "advcl", "conj", "nmod"})
_SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
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
        verb = _place(frame, article.tokens[index].span.start)
        who = _subject_of(article, index) if verb is not None and not _is_unsaid(article, index) else None
        subject = _as_subject(article, frame, who) if who is not None else None
        if subject and verb is not None:
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
    return subject.kind == "noun" and any(article.tokens[c].relation == "mark" for c in _children(article, index))


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


def _children(article: Article, index: int) -> Iterator[int]:
    """The words near a word that depend on it."""
    for other in range(max(0, index - 60), min(len(article.tokens), index + 60)):
        if article.tokens[other].head == index and other != index:
            yield other


def _subject_of(article: Article, index: int) -> int | None:
    """The index of the word that is the subject of a verb; that of the governing verb where it has none of its own."""
    for _ in range(4):
        token = article.tokens[index]
        own = [c for c in _children(article, index) if article.tokens[c].relation in _SUBJECTS]
        if own:
            return own[0]
        if token.relation == "acl" and token.span.of(article.document.text).endswith("ing"):
            return token.head
        if token.head == index or token.relation not in ("conj", "advcl", "xcomp"):
            return None
        index = token.head
        if token.relation == "xcomp" and article.tokens[index].span.of(article.document.text) not in group("goes-on"):
            return None
        if _is_unsaid(article, index):
            return None
    return None


def _is_unsaid(article: Article, index: int) -> bool:
    """Whether nobody says it by this verb: negated, possible, passive, a condition, or a verb of hearing."""
    text = article.document.text
    if article.tokens[index].span.of(text).lower() in group("taking-in"):
        return True
    for child in _children(article, index):
        token, word = article.tokens[child], article.tokens[child].span.of(text).lower()
        if token.relation in ("nsubj:pass", "aux:pass", "cop") or word in ("if", "whether", "unless", "that"):
            return True
        if token.relation in ("aux", "advmod", "mark") and word in group("blocking") - {"would"} and word != "to":
            return True
    return False


def _as_subject(article: Article, frame: Frame, index: int) -> Subject | None:
    """The word of a parse, with the name or the noun phrase that it heads, as a subject of the frame."""
    at = _place(frame, article.tokens[index].span.start)
    if at is None or frame.kind(at) == "quotation":
        return None
    pronoun = pronoun_at(frame, at)
    if pronoun:
        return pronoun
    name = at if frame.kind(at) == "name" else _named_by(article, frame, index)
    mention = frame.tokens[name].mention if name is not None else None
    if mention and name is not None:
        return None if mention.type == "Event" else Subject(mention.span, "name", mention.entity, min(at, name), name)
    if article.tokens[index].pos not in ("NOUN", "PROPN"):
        return None
    first = at
    own = {
        c
        for c in _children(article, index)
        if article.tokens[c].relation in ("det", "amod", "compound", "nmod:poss", "nummod")
    }
    for child in sorted(own, reverse=True):
        place = _place(frame, article.tokens[child].span.start)
        if place is not None and at - 8 < place < first:
            first = place
    return Subject(Span(frame.tokens[first].span.start, frame.tokens[at].span.end), "noun", None, first, at)


def _named_by(article: Article, frame: Frame, index: int) -> int | None:
    """The frame's index of the person whose title a word is: "American physicist John Wheeler"."""
    for child in _children(article, index):
        if child > index and article.tokens[child].relation in ("flat", "appos", "compound", "nmod:desc"):
            at = _place(frame, article.tokens[child].span.start)
            mention = frame.tokens[at].mention if at is not None else None
            if mention and mention.type == "Person":
                return at
    return None


def _place(frame: Frame, start: int) -> int | None:
    """The index of the frame's token in which a place of the text lies."""
    at = bisect_left(frame.tokens, start + 1, key=lambda token: token.span.start) - 1
    return at if at >= 0 and frame.tokens[at].span.start <= start < frame.tokens[at].span.end else None
