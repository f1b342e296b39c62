"""Where rules and parse differ on who speaks: the noun that the verb's subject really is, or nobody.

The rules look at what stands before the verb: in "researchers from Northgate and Westport reported" that is a town.
They stay in the right where the parse finds no subject, with pronouns, behind the verb, and for people beside a title.
"""

from bisect import bisect_left
from dataclasses import replace

from generator.language.en.speech.parse import SAME, as_subject, place_of, subject_of
from generator.language.en.speech.subjects import Subject
from generator.language.en.speech.words import group
from generator.language.frames import Article, Frame
from generator.model import Span

_UNSAID = frozenset({"acl", "amod"})
"""Relations of a participle that only describes: "the numbers reported by the agency"."""


def agreed(article: Article, frame: Frame, subject: Subject, cue: Span, first: int) -> Subject | None:
    """The subject in front of a verb, as the rules find it or as the parse corrects it; None where nobody says it.

    `first` is the index of the first token of the verb.
    """
    verb = article.word_at(cue.start)
    if verb is None or subject.kind in ("person", "thing") or subject.last > first:
        return subject
    who = subject_of(article, verb)
    if who is None:
        describes = article.tokens[verb].relation in _UNSAID and frame.tokens[first].span.start == cue.start
        return None if subject.kind == "noun" and describes else subject
    place = place_of(frame, article.tokens[who].span.start)
    if place is None or place >= first or subject.first - 1 <= place <= subject.last:
        return subject
    if _is_set_in(frame, subject, cue, first):
        return subject
    if any(article.tokens[c].relation == "conj" and who < c < verb for c in article.trees.children[who]):
        return subject
    return _corrected(article, frame, subject, who, place, first)


def _corrected(article: Article, frame: Frame, subject: Subject, who: int, place: int, first: int) -> Subject:
    """The subject by the parse, which names the word `who`, at the index `place` of the frame; the one of the rules
    where both may be meant.
    """
    if subject.kind == "name" and not _is_misled(article, frame, subject, who, place, first):
        return subject
    found = as_subject(article, frame, who)
    if found is None or found.last >= first:
        return replace(subject, kind="noun", entity=None)
    if found.kind == "name" and subject.first <= found.last <= subject.last and _is_joint(frame, subject):
        return subject
    return _whole(frame, found, first) if found.kind == "noun" else found


def _is_set_in(frame: Frame, subject: Subject, cue: Span, first: int) -> bool:
    """Whether subject and verb follow a comma as a clause of their own: "the data, the study says, are new"."""
    if frame.word(subject.first - 1) not in (",", "–", "—"):
        return False
    after = bisect_left(frame.tokens, cue.end, key=lambda token: token.span.start)
    mention = frame.tokens[subject.last].mention
    is_whole = frame.word(subject.first) in group("determiners") or (mention is not None and mention.type != "Place")
    explains = frame.kind(subject.first - 2) == "name"
    return frame.word(after) in (",", "–", "—") or (is_whole and not explains and subject.last + 1 == first)


def _is_joint(frame: Frame, subject: Subject) -> bool:
    """Whether the words of a subject join several: "Jane Roe and the mayor"."""
    return any(frame.word(at) in ("and", "or", "&") for at in range(subject.first, subject.last))


def _is_misled(article: Article, frame: Frame, subject: Subject, who: int, place: int, first: int) -> bool:
    """Whether the name before the verb is another than the one who speaks by the parse."""
    mention = frame.tokens[place].mention
    name = frame.tokens[subject.last].mention
    if name is None or article.tokens[who].pos not in ("NOUN", "PROPN"):
        return False
    if name.type == "Person":
        return mention is not None and mention.type == "Person" and subject.last + 1 != first
    start = bisect_left(article.tokens, subject.span.start, key=lambda token: token.span.start)
    inside = range(start, bisect_left(article.tokens, subject.span.end, key=lambda token: token.span.start))
    return not any(article.tokens[i].head == who and article.tokens[i].relation in SAME for i in inside)


def _whole(frame: Frame, noun: Subject, first: int) -> Subject:
    """The noun with what explains it, if all of that runs up to the verb without a mark."""
    between = range(noun.last + 1, first)
    if any(frame.kind(at) == "mark" or frame.kind(at) == "quotation" for at in between):
        return noun
    return replace(noun, span=Span(noun.span.start, frame.tokens[first - 1].span.end), last=first - 1)
