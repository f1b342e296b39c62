"""Whether a verb with its subject tells of speaking: not where a light speaks, or somebody fumes at the guard.

The parse asked about speech: which word is the subject of a verb, and whom that word names.
"""

from bisect import bisect_left

from generator.language.en.polarity import find_own_standing, is_habit, is_said, list_words
from generator.language.en.speech.subjects import Subject, pronoun_at
from generator.language.en.speech.words import group
from generator.language.frames import Article, Frame
from generator.language.trees import Trees
from generator.model import Span
from generator.text.wordlists import load_set

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


FALSELY = frozenset({"falsely", "wrongly", "mistakenly", "erroneously", "incorrectly", "misleadingly"})
"""How somebody is quoted who did not say it."""
_REACH = 10
"""Tokens from a verb to the colon before what is said: "fumed at the end of a long day: “...”"."""


def is_speech(frame: Frame, kind: str, subject: Subject | None, first: int, last: int) -> bool:
    """Whether somebody says something by a verb of a kind that stands with its subject from `first` to `last`."""
    if subject and is_mute(frame, subject):
        return False
    if kind != "voice":
        return True
    # "Went on to say": the verb behind it is the cue.
    leads = frame.word(last) == "on" and frame.word(last + 1) == "to"
    return not leads and _is_voiced(frame, subject, first - 1, last + 1)


def is_told(article: Article, frame: Frame, cue: Span, subject: Subject | None) -> bool:
    """Whether it is told that somebody said it: neither nobody, nor one who did not, may have or will."""
    if subject and (_first_word(article, subject) in list_words("not", "nobody") or _is_nor(frame, subject)):
        return False
    if _is_falsely(frame, cue, subject):
        return False
    verb = article.word_at(cue.start)
    if verb is None:
        return True
    if hears(article.trees, verb):
        return False
    if article.trees.word(verb).endswith("ing") and article.trees.relation(verb) in ("advcl", "acl"):
        # "She will not come, saying that": the saying is done.
        return find_own_standing(article.trees, verb) in ("asserted", "reported")
    return is_said(article.trees, verb)


def _is_falsely(frame: Frame, cue: Span, subject: Subject | None) -> bool:
    """Whether somebody is told to be misquoted: "Roe was falsely quoted as | saying"."""
    start = subject.span.end if subject else cue.start
    return any(start <= token.span.start < cue.start and token.text in FALSELY for token in frame.tokens)


def _is_nor(frame: Frame, subject: Subject) -> bool:
    """Whether a subject is the second of "neither X nor Y", or who it was not: "it was not X who said"."""
    return frame.word(subject.first - 1) in ("nor", "not")


def _first_word(article: Article, subject: Subject) -> str:
    """The first word of a subject that is no name."""
    if subject.kind == "name":
        return ""
    return subject.span.of(article.document.text).partition(" ")[0].lower()


def _is_voiced(frame: Frame, subject: Subject | None, before: int, after: int) -> bool:
    """Whether what is said stands beside a verb that tells how somebody speaks: "“...,” Roe fumed"."""
    if frame.word(after) == "that":
        return subject is not None and subject.kind in ("name", "person")
    if "quotation" in (frame.kind(before), frame.kind(after)):
        return True
    if frame.word(before) == "," and frame.kind(before - 1) == "quotation":
        return True
    places = range(after, after + _REACH)
    return any(frame.word(at) in (",", ":") and frame.kind(at + 1) == "quotation" for at in places)


def is_mute(frame: Frame, subject: Subject) -> bool:
    """Whether a common noun is the name of a thing that says nothing: "the light", "a banner over the road"."""
    if subject.kind != "noun":
        return False
    head = subject.first
    while head < subject.last and frame.word(head + 1) not in group("prepositions") | group("relatives") | {","}:
        head += 1
    return frame.kind(head) == "word" and frame.word(head) in load_set("mute_nouns.txt")
