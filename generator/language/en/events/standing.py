"""How a text tells a happening: as a fact, as to come, as denied; and whether it goes on, is moved or called off."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.language.en.events.triggers import Trigger
from generator.language.en.polarity import (
    find_happening_standing,
    find_own_standing,
    find_predicate,
    find_standing,
    is_first,
    is_object_of_particle,
    is_past,
    list_words,
    particles_of,
)
from generator.language.trees import SUBJECTS, Trees
from generator.model import Ending, EventStatus, Standing
from generator.text.wordlists import load_sections

FAILING = frozenset({"failed", "fails", "collapsed", "foundered"})
LATER = frozenset({"until", "till", "before"})
"""Words behind which the day stands on which something is after all: "will not be held until"."""
SUDDEN = frozenset({"attack", "clash", "war", "accident", "disaster", "disease", "death", "discovery"})
"""Kinds that nobody announces, so that nobody calls them off."""
ANNOUNCED = frozenset({"meeting", "gathering", "match", "visit", "election", "trial", "wedding"})
"""Kinds that are announced before they are."""
LEADING = frozenset({"to", "at", "during", "in", "for", "before", "with"})
"""Words that lead to a happening at which, or before which, something is done."""
COMPARING = frozenset({"than", "like", "about", "against"})
"""Words before a verb in -ing that is thought of, and need not be done."""
LIKING = frozenset({"interested", "uninterested", "interest"})
USING = frozenset({"use", "uses", "used", "using"})
THEM = frozenset({"it", "them"})
SHOULD = frozenset({"should", "must", "ought"})
NOW = frozenset({"is", "are", "'s", "’s", "'re", "’re"})


@dataclass(frozen=True, slots=True)
class Told:
    """How a happening is told."""

    standing: Standing
    status: EventStatus | None = None
    """Cancelled, postponed, under way or to come, told as a fact; None where the text says nothing of it."""
    ending: Ending | None = None
    """Its being called off or moved, where that is no fact."""


def read_standing(trees: Trees, trigger: Trigger) -> Told:
    """How the text tells a happening."""
    ending = _ending(trees, trigger.at) if trigger.form != "verb" else None
    if ending:
        return Told("asserted", ending.kind) if ending.standing == "asserted" else Told("asserted", None, ending)
    standing = _standing(trees, trigger)
    if standing == "denied" and trigger.form != "verb" and _is_called_off(trees, trigger):
        return Told("asserted", "cancelled")
    if standing == "asserted" and trigger.form == "noun" and is_before(trees, trigger):
        return Told(standing, "announced")
    return Told(standing, "under way" if standing == "asserted" and is_under_way(trees, trigger) else None)


def _standing(trees: Trees, trigger: Trigger) -> Standing:
    if trigger.form == "noun":
        found = find_happening_standing(trees, trigger.at)
        # "The virus may have killed two": what a disease does is the happening.
        is_doing = trigger.kind == "disease" and trees.relation(trigger.at) == "nsubj" and found == "asserted"
        return find_standing(trees, trees.head(trigger.at)) if is_doing else found
    standing = find_standing(trees, trigger.head)
    if standing == "asserted" and any(is_left(trees, trigger.head) for is_left in (is_aim, is_thought, is_of_none)):
        return "possible"
    if standing == "denied" and is_told_not_to(trees, trigger.head):
        return "possible"
    if standing == "asserted" and trees.relation(trigger.head) == "acl":
        # "There were no candidates elected".
        standing = "denied" if "no" in trees.words_having(trees.head(trigger.head), "det") else standing
    if standing == "asserted" and "please" in (trees.lower(word) for word in trees.children[trigger.head]):
        return "demanded"
    if standing == "reported" and "to" in trees.words_having(trigger.head, "mark") and _is_finite(trees, trigger.head):
        # "Was reportedly to be published".
        return "planned"
    if trees.relation(trigger.head) == "acl" and _is_failed(trees, trees.head(trigger.head)):
        return "denied"
    is_carried = trigger.form == "light" and trees.pos(trigger.at) != "ADJ" and trees.lower(trigger.at) != "guilty"
    if is_carried and standing == "asserted" and trigger.at != trigger.head:
        return find_happening_standing(trees, trigger.at)
    return standing


def is_told_not_to(trees: Trees, verb: int) -> bool:
    """Whether somebody is only told not to do it: "was told not to sign it", "should not sign it"; he may have."""
    if SHOULD & set(trees.words_having(verb, "aux")):
        return True
    is_told = trees.relation(verb) in ("xcomp", "advcl", "ccomp") and "to" in trees.words_having(verb, "mark")
    return is_told and trees.lower(trees.head(verb)) in list_words("asking to", "demanding")


def is_aim(trees: Trees, verb: int) -> bool:
    """Whether a verb only says what a noun is for: "a coup to oust him"; who is the first to do something does it."""
    noun = trees.head(verb)
    is_to = "to" in trees.words_having(verb, "mark")
    if is_to and trees.relation(noun) == "acl:relcl" and trees.word(min(trees.having(verb, "mark")) - 1) == ",":
        # "They asked the mayor, who is backed by the club, to resign".
        return True
    if is_to and trees.relation(noun) == "acl" and trees.lower(trees.head(noun)) in list_words("chance", "planning"):
        # "The efforts being made to find the ship".
        return True
    is_led_to = trees.relation(verb) == "acl" and is_to
    # "One of the towns to vote against it".
    is_of_some = trees.relation(noun) == "nmod" and trees.pos(trees.head(noun)) == "NUM"
    return is_led_to and not (is_of_some or "among" in trees.words_having(noun, "case") or is_first(trees, noun))


def is_thought(trees: Trees, verb: int) -> bool:
    """Whether a verb in -ing is only thought of or compared: "his fascination with dying", "sooner than leaving"."""
    if not trees.lower(verb).endswith("ing") or trees.having(verb, "aux", *SUBJECTS):
        return False
    cases = set(trees.words_having(verb, "mark", "case"))
    is_of_noun = trees.relation(verb) in ("acl", "nmod") and trees.pos(trees.head(verb)) == "NOUN"
    is_liked = "in" in cases and trees.lower(trees.head(verb)) in LIKING
    is_use = is_liked or ("for" in cases and trees.lower(trees.head(verb)) in USING)
    return bool(cases & COMPARING) or is_use or (is_of_noun and "with" in cases)


def is_of_none(trees: Trees, verb: int) -> bool:
    """Whether a clause describes what is not there: "cannot find a firm that is publishing it"."""
    noun = trees.head(verb)
    is_some = not {"a", "an", "any"}.isdisjoint(trees.words_having(noun, "det"))
    if trees.relation(verb) != "acl:relcl" or trees.relation(noun) != "obj" or not is_some:
        return False
    return find_standing(trees, trees.head(noun)) == "denied"


def _is_finite(trees: Trees, verb: int) -> bool:
    return trees.relation(verb) in ("root", "ccomp", "conj", "parataxis") and bool(
        trees.having(verb, "aux", "aux:pass")
    )


def _is_failed(trees: Trees, noun: int) -> bool:
    """Whether what was to be done failed: "the bid to oust him failed"."""
    return trees.relation(noun) in SUBJECTS and trees.lower(trees.head(noun)) in FAILING


def is_before(trees: Trees, trigger: Trigger) -> bool:
    """Whether something is to be done at a happening or before it: "will lead the delegation to the meeting"."""
    at = trigger.at
    if trigger.kind not in ANNOUNCED:
        return False
    while trees.relation(at) == "nmod" and trees.words_having(at, "case") == ["of"]:
        at = trees.head(at)
    predicate = find_predicate(trees, trees.head(at))
    if predicate is None or find_standing(trees, predicate) != "planned":
        return False
    is_subject = trees.relation(at) == "nsubj" and trees.head(at) == predicate
    return is_subject or bool(LEADING & set(trees.words_having(at, "case")))


def is_under_way(trees: Trees, trigger: Trigger) -> bool:
    """Whether a happening goes on: "are meeting", "the strike continues"."""
    if trigger.form == "noun":
        verb = trees.head(trigger.at)
        if NOW & set(trees.words_having(trigger.at, "cop")) and {"in", "on"} & set(
            trees.words_having(trigger.at, "case")
        ):
            # "Is in talks", "are on strike".
            return True
        goes_on = trees.lower(verb) in load_words("under way") and trees.relation(trigger.at) in SUBJECTS
        return goes_on and not is_past(trees, verb)
    has_now = bool(NOW & set(trees.words_having(trigger.head, "aux")))
    return trees.lower(trigger.head).endswith("ing") and has_now


@cache
def load_words(section: str) -> frozenset[str]:
    """The words of a section of `event_endings.txt`."""
    return frozenset(dict(load_sections("event_endings.txt"))[section])


@cache
def load_endings() -> Mapping[str, Literal["cancelled", "postponed"]]:
    """The verbs that end a happening before it is, with what they make of it."""
    kinds: tuple[Literal["cancelled", "postponed"], ...] = ("cancelled", "postponed")
    return {word: kind for kind in kinds for word in load_words(kind)}


def _ending(trees: Trees, at: int) -> Ending | None:
    """What the verb over a happening makes of it, with how that is told; None for other verbs."""
    verb, relation = trees.head(at), trees.relation(at)
    for other in (
        trees.having(verb, "conj") if relation == "obj" and trees.lower(verb) in list_words("planning") else ()
    ):
        if find_end(trees, other) and not THEM.isdisjoint(trees.words_having(other, "obj")):
            # "Planned a trip, but cancelled it".
            return _told(trees, other)
    if verb == at:
        # A headline without a verb of its own: "Summit in Lima postponed".
        clauses = [word for word in trees.having(at, "acl") if find_end(trees, word)]
        return _told(trees, clauses[0]) if len(clauses) == 1 and is_past(trees, clauses[0]) else None
    if relation == "nsubj" and trees.having(verb, "obj"):
        # "The march delayed the vote."
        return None
    for clause in trees.having(at, "acl:relcl"):
        if find_end(trees, clause) and trees.having(clause, "nsubj:pass"):
            # "A trip to Lima, which was cancelled".
            return _told(trees, clause)
    is_object = relation == "obj" or is_object_of_particle(trees, at)
    return _told(trees, verb) if is_object or relation in SUBJECTS else None


def _told(trees: Trees, verb: int) -> Ending | None:
    """What a verb makes of a happening, with how that is told."""
    kind = find_end(trees, verb)
    return Ending(kind, find_standing(trees, verb, through=("deciding",))) if kind else None


def find_end(trees: Trees, verb: int) -> Literal["cancelled", "postponed"] | None:
    """What a verb makes of a happening, with its particle if it has one."""
    word = trees.lower(verb)
    names = (word, *(f"{word}_{particle}" for particle in particles_of(trees, verb)))
    return next((end for name in reversed(names) if (end := load_endings().get(name))), None)


def _is_called_off(trees: Trees, trigger: Trigger) -> bool:
    """Whether the text itself says that what was to be will not be, or was not: "there will be no debate", "the debate
    did not take place". Where there was no debate at all, none was called off."""
    at, verb = trigger.at, trees.head(trigger.at)
    words = {trees.lower(below) for below in trees.children[verb]}
    if trees.lower(verb) not in list_words("being held") or words & LATER:
        return False
    if trigger.kind in SUDDEN:
        return False
    determiners = trees.words_having(at, "det")
    if "no" in determiners:
        return find_own_standing(trees, verb) in ("planned", "denied") and bool(words & list_words("will"))
    is_subject = trees.relation(at) in SUBJECTS and "the" in determiners
    told = find_own_standing(trees, verb), find_standing(trees, verb)
    return is_subject and told == ("denied", "denied")
