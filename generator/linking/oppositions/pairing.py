"""Which voices oppose each other, and why: each pair by a named rule; what is only likely is doubted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.linking.oppositions.parties import Named, are_apart
from generator.linking.oppositions.voices import Voice, touches
from generator.model import OppositionKind

BEFORE = 2
"""Sentences before a denial or refusal in which that stands which "the allegations" or "the offer" means."""
FAR = 4
"""The same where it says whose they are, or where what stands there is an accusation."""
NEAR = 5
"""Sentences around a refusal in which the demand is looked for that has only one word in common with it."""
ACCUSING = frozenset({"accuses", "blames", "holds what a clause says", "whose claim it is"})
"""Rules of stances by which somebody says what another may deny."""
OWNED = "whose demand is refused"
"""The rule by which one sentence tells of a demand and its refusal."""
SHARE = 0.5
"""Of the fewer words of two voices so many must be the same."""
MOST_SHARING = 60
"""Voices that have a word in common; a word that more have tells nothing."""


class Pair(NamedTuple):
    """Two voices that oppose each other, by their numbers."""

    kind: OppositionKind
    held: int
    """Who holds or demands; that of `against` itself where one sentence tells both."""
    against: int
    """Who denies or refuses."""
    rule: str
    is_sure: bool


class Shelf:
    """The voices of the collection by brief, and by the words that they share."""

    def __init__(self, voices: Sequence[Voice]) -> None:
        self.voices = voices
        self.by_brief: defaultdict[str, list[int]] = defaultdict(list)
        self.by_stem: defaultdict[str, list[int]] = defaultdict(list)
        for number, voice in enumerate(voices):
            self.by_brief[voice.brief].append(number)
            if voice.act in ("holds", "demands"):
                for stem in voice.stems:
                    self.by_stem[stem].append(number)

    def before(self, at: int, act: str, reach: int) -> Iterator[int]:
        """The voices of an act that stand before a voice in its brief, the nearest first."""
        voice = self.voices[at]
        cue = voice.cue.start if voice.cue else voice.at.start
        for number in reversed(self.by_brief[voice.brief]):
            other = self.voices[number]
            is_before = other.at.start < cue and voice.sentence - other.sentence <= reach
            if is_before and other.act == act and other.sentence <= voice.sentence:
                yield number

    def sharing(self, at: int, act: str) -> Iterator[int]:
        """The voices of an act, of any brief, that share a word with a voice, each once."""
        found = set[int]()
        for stem in self.voices[at].stems:
            if len(self.by_stem[stem]) <= MOST_SHARING:
                found |= set(self.by_stem[stem])
        return (number for number in sorted(found) if self.voices[number].act == act)


def find_pairs(voices: Sequence[Voice], related: Mapping[str, frozenset[str]]) -> list[Pair]:
    """All pairs, in the order of the voices. `related` are the briefs that are related to each."""
    shelf, found = Shelf(voices), list[Pair]()
    for at, voice in enumerate(voices):
        if voice.act == "denies":
            found += pair_denial(shelf, at)
        elif voice.act == "refuses":
            found += pair_refusal(shelf, at, related)
    return found


def pair_denial(shelf: Shelf, at: int) -> Iterator[Pair]:
    """What somebody holds that a voice denies."""
    denial = shelf.voices[at]
    near = next(beside_denial(shelf, at), None)
    if near:
        yield near
    is_owned = denial.rule == "denies a claim" and bool(denial.against.own) and are_apart(denial.who, denial.against)
    if is_owned and (near is None or not denial.is_bare):
        yield Pair("denial", at, at, "whose claim is denied", True)
    if denial.is_bare:
        yield from () if near or is_owned else doubt_denial(shelf, at)
        return
    for number in shelf.sharing(at, "holds"):
        held = shelf.voices[number]
        if are_opposed(denial, held) and (near is None or number != near.held):
            share, count = compare(denial, held)
            knows = not denial.who.all.isdisjoint(held.against.own | held.against.behind)
            is_enough = share >= SHARE and (count >= 2 or (count == 1 and knows))
            if is_enough and touches(denial.who, held):
                yield Pair("denial", number, at, "the same words", True)
            elif share >= SHARE and count >= 2 and is_about_same(denial, held):
                yield Pair("denial", number, at, "likely the same words", False)


def beside_denial(shelf: Shelf, at: int) -> Iterator[Pair]:
    """What is held right before a denial that it means."""
    denial = shelf.voices[at]
    for number in shelf.before(at, "holds", FAR):
        held = shelf.voices[number]
        if not are_apart(denial.who, held.who):
            continue
        is_one = held.sentence == denial.sentence
        if is_one and denial.rule == "which is denied" and overlap(held, denial):
            yield Pair("denial", number, at, "which is denied", True)
        elif held.is_denying and not denial.is_denying:
            continue
        elif is_one and denial.rule == "denies a claim" and touches(denial.who, held):
            yield Pair("denial", number, at, "denied in one sentence", True)
        elif denial.is_bare and points_at(denial, held):
            yield Pair("denial", number, at, "denied right behind", True)


def doubt_denial(shelf: Shelf, at: int) -> Iterator[Pair]:
    """What "the allegations" may mean that nobody denies by name: what another accuses somebody of right before."""
    denial = shelf.voices[at]
    for number in shelf.before(at, "holds", BEFORE):
        held = shelf.voices[number]
        if are_apart(denial.who, held.who) and not held.is_denying and denial.rule != "disagrees":
            yield Pair("denial", number, at, "likely denied right behind", False)
            return


def points_at(denial: Voice, held: Voice) -> bool:
    """Whether "the allegations" of a denial are what was held before it."""
    distance, accuses = denial.sentence - held.sentence, held.rule in ACCUSING
    if denial.against.own:
        return not are_apart(denial.against, held.who)
    if denial.rule == "disagrees":
        return distance <= 1
    if denial.rule == "denies, with no word for what":
        return distance <= 1 and touches(denial.who, held)
    if denial.is_anonymous and not denial.who.behind:
        # "The company denied the allegations", behind "Ann Bell accused Halden Motors of fraud".
        return held.rule in ("accuses", "blames") and distance <= 1
    return (distance <= BEFORE or accuses) and touches(denial.who, held)


def overlap(held: Voice, denial: Voice) -> bool:
    """Whether what is denied are the words that are held."""
    first, last = max(held.at.start, denial.at.start), min(held.at.end, denial.at.end)
    return last - first >= 0.7 * (denial.at.end - denial.at.start)


def are_opposed(one: Voice, other: Voice) -> bool:
    """Whether two voices may oppose each other: of two, both or neither of whom says that something is not so."""
    is_self = one.brief == other.brief and one.at.overlaps(other.at)
    return are_apart(one.who, other.who) and one.is_denying == other.is_denying and not is_self


def compare(one: Voice, other: Voice) -> tuple[float, int]:
    """Which share of the fewer words of two voices is the same, and how many words."""
    shared = len(one.stems & other.stems)
    fewer = min(len(one.stems), len(other.stems))
    return (shared / fewer if fewer else 0.0), shared


def is_about_same(one: Voice, other: Voice) -> bool:
    """Whether two voices name somebody in common."""
    return not one.named.own.isdisjoint(other.named.own)


def pair_refusal(shelf: Shelf, at: int, related: Mapping[str, frozenset[str]]) -> Iterator[Pair]:
    """What somebody demands that a voice refuses."""
    refusal = shelf.voices[at]
    if refusal.against.own and are_apart(refusal.who, refusal.against):
        yield from pair_owned(shelf, at, related)
        return
    if refusal.is_bare:
        for number in shelf.before(at, "demands", BEFORE):
            demand = shelf.voices[number]
            is_next = refusal.sentence - demand.sentence == 1 and not refusal.who.own.isdisjoint(demand.around.own)
            if are_apart(refusal.who, demand.who) and (is_next or touches(refusal.who, demand)):
                yield Pair("refusal", number, at, "refused right behind", True)
                return
    for number in shelf.sharing(at, "demands") if not refusal.is_bare else ():
        demand = shelf.voices[number]
        share, count = compare(refusal, demand)
        is_near = demand.brief == refusal.brief and abs(demand.sentence - refusal.sentence) <= NEAR
        if not are_apart(refusal.who, demand.who) or share < SHARE:
            continue
        asked = not refusal.who.all.isdisjoint(demand.against.all)
        if asked and (count >= 2 or is_near):
            yield Pair("refusal", number, at, "the same is demanded", True)
        elif count >= 2 and touches(refusal.who, demand):
            yield Pair("refusal", number, at, "likely the same is demanded", False)


def pair_owned(shelf: Shelf, at: int, related: Mapping[str, frozenset[str]]) -> Iterator[Pair]:
    """A refusal that says whose demand it refuses: the sentence tells both; with it what he demands of the same."""
    refusal = shelf.voices[at]
    yield Pair("refusal", at, at, OWNED, True)
    briefs = [refusal.brief, *sorted(related.get(refusal.brief, ()))]
    for number in (number for brief in briefs for number in shelf.by_brief.get(brief, ())):
        demand = shelf.voices[number]
        if demand.act != "demands" or are_apart(demand.who, refusal.against):
            continue
        is_whole = refusal.is_bare or compare(refusal, demand)[1] > 0
        if is_whole and touches_own(refusal.who, demand) and are_apart(demand.who, refusal.who):
            yield Pair("refusal", number, at, "demanded of those who refuse", True)


def touches_own(who: Named, demand: Voice) -> bool:
    """Whether something is demanded of somebody himself."""
    return not who.own.isdisjoint(demand.named.own)


def list_related(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Which briefs are related to each, both ways."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return {brief: frozenset(others) for brief, others in found.items()}
