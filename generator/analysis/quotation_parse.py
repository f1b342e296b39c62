"""The parse asked about speech: which word is the subject of a verb, and whom that word names."""

from bisect import bisect_left

from generator.analysis.quotation_frames import Article, Frame
from generator.analysis.quotation_subjects import Subject, pronoun_at
from generator.language.polarity import find_own_standing, is_habit, is_said
from generator.language.trees import Trees
from generator.model import Span
from generator.text.quotation_words import group

SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
SAME = frozenset({"appos", "flat", "compound", "nmod:desc"})
"""Relations of a name to the word that says what it is: "broadcaster PBS", "physicist John Wheeler"."""

HEARD = frozenset({"saying", "telling", "say", "tell"})
"""Forms behind who is heard: "recalled him | saying"."""
APART = frozenset({"to", "and", "that", "as", ",", ":", ".", '"', "\u201c", "\u201d"})
"""What stands between two sayings that are not one inside the other."""
NEAR = 8
"""Words between a verb of hearing and what was said."""


def subject_of(article: Article, index: int) -> int | None:
    """The index of the word that is the subject of a verb; that of the governing verb where it has none of its own."""
    for _ in range(4):
        token = article.tokens[index]
        own = [c for c in article.trees.children[index] if article.tokens[c].relation in SUBJECTS]
        if own:
            return own[0]
        if token.relation == "acl" and token.span.of(article.document.text).endswith("ing"):
            return token.head
        if token.head == index or token.relation not in ("conj", "advcl", "xcomp"):
            return None
        index = token.head
        if token.relation == "xcomp" and article.tokens[index].span.of(article.document.text) not in group("goes-on"):
            return None
        # "They went out to protest, repeating his words": a purpose is no denial.
        if _is_closed(article, index) or find_own_standing(article.trees, index) not in ("asserted", "reported"):
            return None
    return None


def is_unsaid(article: Article, index: int) -> bool:
    """Whether nobody says it by this verb: negated, possible, passive, a condition, or a verb of hearing."""
    return (
        _is_closed(article, index)
        or hears(article.trees, index)
        or not (is_said(article.trees, index) or is_habit(article.trees, index))
    )


def hears(trees: Trees, index: int) -> bool:
    """Whether a verb tells what somebody else was heard to say: "“...,” she recalled | Tom Arden saying"."""
    for inner in trees.having(index, "xcomp", "ccomp", "parataxis"):
        between = {trees.word(word).lower() for word in range(index + 1, inner)}
        if index + 1 < inner < index + NEAR and trees.word(inner) in HEARD and not between & APART:
            return True
    return False


def _is_closed(article: Article, index: int) -> bool:
    """Whether a verb is passive, a condition, or one of hearing."""
    trees = article.trees
    if trees.word(index).lower() in group("taking-in"):
        return True
    return any(
        trees.relation(child) in ("nsubj:pass", "aux:pass", "cop")
        or trees.word(child).lower() in ("if", "whether", "unless", "that")
        for child in trees.children[index]
    )


def as_subject(article: Article, frame: Frame, index: int) -> Subject | None:
    """The word of a parse, with the name or the noun phrase that it heads, as a subject of the frame.

    "Who" is the person whom its clause is about.
    """
    if article.tokens[index].span.of(article.document.text).lower() == "who":
        return _antecedent(article, frame, index)
    at = place_of(frame, article.tokens[index].span.start)
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
        for c in article.trees.children[index]
        if article.tokens[c].relation in ("det", "amod", "compound", "nmod:poss", "nummod")
    }
    for child in sorted(own, reverse=True):
        place = place_of(frame, article.tokens[child].span.start)
        if place is not None and at - 8 < place < first:
            first = place
    return Subject(Span(frame.tokens[first].span.start, frame.tokens[at].span.end), "noun", None, first, at)


def _antecedent(article: Article, frame: Frame, index: int) -> Subject | None:
    """The person for whom "who" stands; None for all who have no name."""
    verb = article.tokens[article.tokens[index].head]
    at = place_of(frame, article.tokens[verb.head].span.start) if verb.relation == "acl:relcl" else None
    if at is None or article.tokens[verb.head].span.of(article.document.text).lower() == "who":
        return None
    found = as_subject(article, frame, verb.head)
    mention = frame.tokens[found.last].mention if found and found.kind == "name" else None
    return found if mention and mention.type == "Person" else None


def _named_by(article: Article, frame: Frame, index: int) -> int | None:
    """The frame's index of the person whose title a word is: "American physicist John Wheeler"."""
    for child in article.trees.children[index]:
        if child > index and article.tokens[child].relation in SAME:
            at = place_of(frame, article.tokens[child].span.start)
            mention = frame.tokens[at].mention if at is not None else None
            if mention and mention.type == "Person":
                return at
    return None


def place_of(frame: Frame, start: int) -> int | None:
    """The index of the frame's token in which a place of the text lies."""
    at = bisect_left(frame.tokens, start + 1, key=lambda token: token.span.start) - 1
    return at if at >= 0 and frame.tokens[at].span.start <= start < frame.tokens[at].span.end else None
