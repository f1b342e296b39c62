"""The parse asked about speech: which word is the subject of a verb, and whom that word names.

Where rules and parse differ, the speaker is the noun that the verb's subject really is, or nobody: the rules look at
what stands before the verb, and in "researchers from Northgate and Westport reported" that is a town. They stay in the
right where the parse finds no subject, with pronouns, behind the verb, and for people beside a title.
"""

from dataclasses import replace

from generator.language.en.pages.leads import find_lead
from generator.language.en.polarity import find_own_standing, is_habit, is_said
from generator.language.en.speech.subjects import Subject, pronoun_at
from generator.language.en.speech.words import group
from generator.language.frames import Context, Frame
from generator.language.trees import Trees
from generator.model import Span

SUBJECTS = ("nsubj", "nsubj:outer")
"""Relations of the one who does what an active verb tells."""
SAME = ("appos", "flat", "compound", "nmod:desc")
"""Relations of a name to the word that says what it is: "broadcaster PBS", "physicist John Wheeler"."""
OWN = ("det", "amod", "compound", "nmod:poss", "nummod")
"""Relations of what belongs to a noun and stands before it."""
PASSIVE = ("nsubj:pass", "aux:pass", "cop")
"""Relations by which a predicate is seen not to be done by its subject."""
APART = frozenset({"to", "and", "that", "as", ",", ":", ".", '"', "\u201c", "\u201d"})
"""What stands between two sayings that are not one inside the other."""
NEAR = 8
"""Words between a verb of hearing and what was said, and between a noun and the first word of its phrase."""
_UNSAID = frozenset({"acl", "amod"})
"""Relations of a participle that only describes: "the numbers reported by the agency"."""
_STEPS = 4
"""Verbs over a verb that are asked for a subject."""


def subject_of(trees: Trees, index: int) -> int | None:
    """The index of the word that is the subject of a verb; that of the governing verb where it has none of its own."""
    for _ in range(_STEPS):
        own, relation, head = trees.having(index, *SUBJECTS), trees.relation(index), trees.head(index)
        if own:
            return own[0]
        if relation == "acl" and trees.word(index).endswith("ing"):
            return head
        if head == index or relation not in ("conj", "advcl", "xcomp"):
            return None
        index = head
        if relation == "xcomp" and trees.word(index) not in group("goes-on"):
            return None
        # "They went out to protest, repeating his words": a purpose is no denial.
        if is_closed(trees, index) or find_own_standing(trees, index) not in ("asserted", "reported"):
            return None
    return None


def is_unsaid(trees: Trees, index: int) -> bool:
    """Whether nobody says it by this verb: negated, possible, passive, a condition, or a verb of hearing."""
    return is_closed(trees, index) or hears(trees, index) or not (is_said(trees, index) or is_habit(trees, index))


def hears(trees: Trees, index: int) -> bool:
    """Whether a verb tells what somebody else was heard to say: "“...,” she recalled | Tom Arden saying"."""
    for inner in trees.having(index, "xcomp", "ccomp", "parataxis"):
        between = {trees.lower(word) for word in range(index + 1, inner)}
        if index + 1 < inner < index + NEAR and trees.word(inner) in group("heard") and not between & APART:
            return True
    return False


def is_closed(trees: Trees, index: int) -> bool:
    """Whether a verb is passive, a condition, or one of hearing."""
    if trees.lower(index) in group("taking-in") or trees.having(index, *PASSIVE):
        return True
    return any(trees.lower(child) in group("conditions") | {"that"} for child in trees.children[index])


def as_subject(context: Context, frame: Frame, index: int) -> Subject | None:
    """The word of a parse, with the name or the noun phrase that it heads, as a subject of the frame.

    "Who" is the person whom its clause is about.
    """
    trees = context.trees
    if trees.lower(index) == "who":
        return _antecedent(context, frame, index)
    at = frame.index_at(trees.start(index))
    if at is None or frame.kind(at) == "quotation":
        return None
    pronoun = pronoun_at(frame, at)
    if pronoun:
        return pronoun
    name = at if frame.kind(at) == "name" else _named_by(trees, frame, index)
    mention = frame.mention(name) if name is not None else None
    if mention and name is not None:
        return None if mention.type == "Event" else Subject(mention.span, "name", mention.entity, min(at, name), name)
    if trees.pos(index) not in ("NOUN", "PROPN"):
        return None
    first = at
    for child in reversed(trees.having(index, *OWN)):
        place = frame.index_at(trees.start(child))
        if place is not None and at - NEAR < place < first:
            first = place
    return Subject(frame.span_of(first, at), "noun", None, first, at)


def _antecedent(context: Context, frame: Frame, index: int) -> Subject | None:
    """The person for whom "who" stands; None for all who have no name."""
    noun = context.trees.antecedent(index)
    if noun is None or frame.index_at(context.trees.start(noun)) is None or context.trees.lower(noun) == "who":
        return None
    found = as_subject(context, frame, noun)
    return found if found and found.kind == "name" and frame.is_person(found.last) else None


def _named_by(trees: Trees, frame: Frame, index: int) -> int | None:
    """The frame's index of the person whose title a word is: "American physicist John Wheeler"."""
    for child in trees.having(index, *SAME):
        at = frame.index_at(trees.start(child)) if child > index else None
        if at is not None and frame.is_person(at):
            return at
    return None


def agreed(context: Context, frame: Frame, subject: Subject, cue: Span, first: int) -> Subject | None:
    """The subject in front of a verb, as the rules find it or as the parse corrects it; None where nobody says it.

    `first` is the index of the first unit of the verb.
    """
    trees, verb = context.trees, context.trees.starting_at(cue.start)
    if verb is None or subject.kind in ("person", "thing") or subject.last > first:
        return subject
    who = subject_of(trees, verb)
    lead = find_lead(context.text, frame.span.start)
    if who is not None and lead is not None and trees.start(who) < lead.end:
        # "LONDON, March 3 (GLOBE NEWSWIRE) -- Quay Systems Inc. said": the town only heads the report.
        return subject
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
