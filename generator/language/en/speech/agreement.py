"""Where rules and parse differ on who speaks: the noun that the verb's subject really is, or nobody.

The rules look at what stands before the verb: in "researchers from Northgate and Westport reported" that is a town.
They stay in the right where the parse finds no subject, with pronouns, behind the verb, and for people beside a title.
"""

from dataclasses import replace

from generator.language.en.speech.parse import SAME, as_subject, subject_of
from generator.language.en.speech.subjects import Subject
from generator.language.en.speech.words import group
from generator.language.frames import Context, Frame
from generator.model import Span

_UNSAID = frozenset({"acl", "amod"})
"""Relations of a participle that only describes: "the numbers reported by the agency"."""


def agreed(context: Context, frame: Frame, subject: Subject, cue: Span, first: int) -> Subject | None:
    """The subject in front of a verb, as the rules find it or as the parse corrects it; None where nobody says it.

    `first` is the index of the first unit of the verb.
    """
    trees, verb = context.trees, context.trees.starting_at(cue.start)
    if verb is None or subject.kind in ("person", "thing") or subject.last > first:
        return subject
    who = subject_of(trees, verb)
    if who is None:
        describes = trees.relation(verb) in _UNSAID and frame.units[first].span.start == cue.start
        return None if subject.kind == "noun" and describes else subject
    place = frame.index_at(trees.start(who))
    if place is None or place >= first or subject.first - 1 <= place <= subject.last:
        return subject
    if _is_set_in(frame, subject, cue, first):
        return subject
    if any(who < other < verb for other in trees.having(who, "conj")):
        return subject
    return _corrected(context, frame, subject, who, place, first)


def _corrected(context: Context, frame: Frame, subject: Subject, who: int, place: int, first: int) -> Subject:
    """The subject by the parse, which names the word `who`, at the index `place` of the frame; the one of the rules
    where both may be meant.
    """
    if subject.kind == "name" and not _is_misled(context, frame, subject, who, place, first):
        return subject
    found = as_subject(context, frame, who)
    if found is None or found.last >= first:
        return replace(subject, kind="noun", entity=None)
    if found.kind == "name" and subject.first <= found.last <= subject.last and _is_joint(frame, subject):
        return subject
    return _whole(frame, found, first) if found.kind == "noun" else found


def _is_set_in(frame: Frame, subject: Subject, cue: Span, first: int) -> bool:
    """Whether subject and verb follow a comma as a clause of their own: "the data, the study says, are new"."""
    if frame.word(subject.first - 1) not in (",", "–", "—"):
        return False
    after, mention = frame.index_from(cue.end), frame.mention(subject.last)
    is_whole = frame.word(subject.first) in group("determiners") or (mention is not None and mention.type != "Place")
    explains = frame.kind(subject.first - 2) == "name"
    return frame.word(after) in (",", "–", "—") or (is_whole and not explains and subject.last + 1 == first)


def _is_joint(frame: Frame, subject: Subject) -> bool:
    """Whether the words of a subject join several: "Jane Roe and the mayor"."""
    return any(frame.word(at) in ("and", "or", "&") for at in range(subject.first, subject.last))


def _is_misled(context: Context, frame: Frame, subject: Subject, who: int, place: int, first: int) -> bool:
    """Whether the name before the verb is another than the one who speaks by the parse."""
    trees, name = context.trees, frame.mention(subject.last)
    if name is None or trees.pos(who) not in ("NOUN", "PROPN"):
        return False
    if name.type == "Person":
        return frame.is_person(place) and subject.last + 1 != first
    return not any(trees.head(i) == who and trees.relation(i) in SAME for i in trees.inside(subject.span))


def _whole(frame: Frame, noun: Subject, first: int) -> Subject:
    """The noun with what explains it, if all of that runs up to the verb without a mark."""
    between = range(noun.last + 1, first)
    if any(frame.kind(at) in ("mark", "quotation") for at in between):
        return noun
    return replace(noun, span=Span(noun.span.start, frame.units[first - 1].span.end), last=first - 1)
