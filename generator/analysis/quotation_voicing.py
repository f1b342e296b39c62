"""Whether a verb with its subject tells of speaking: not where a light speaks, or somebody fumes at the guard."""

from generator.analysis.quotation_frames import Article, Frame
from generator.analysis.quotation_parse import hears
from generator.analysis.quotation_subjects import Subject
from generator.language.polarity import find_own_standing, is_said, list_words
from generator.model import Span
from generator.text.quotation_words import group
from generator.text.wordlists import load_set

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
