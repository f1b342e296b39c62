"""Another number for one happening: at once by two sources, which opposes, or later, which is an update."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise, product
from typing import NamedTuple

from generator.language.wording import counts_all, read_range
from generator.linking.oppositions.parties import NOBODY, Named, Scene, are_apart
from generator.linking.oppositions.voices import name_holder
from generator.model import Analysis, Claim, Event, EventPart, Evidence, Lineage, Position

MEASURES = frozenset({"killed", "injured", "arrested"})
"""What is counted of people as such, so that two numbers are of the same."""
WIRE = "wire"
"""The kind of lineage that shares an agency, not words: its briefs may tell what each found out."""
DEATH = "death"
"""The kind of happening that is told beside another in one sentence."""
BEFORE = 24
"""Characters before a number in which "at least" stands."""


class Count(NamedTuple):
    """A number that one sentence tells of a happening."""

    brief: str
    least: float
    most: float
    published: str | None
    """Of its brief, a day or nothing."""
    who: Named
    """Who says so; nobody where the text itself does."""
    position: Position

    def may_be(self, other: "Count") -> bool:
        """Whether both may mean one number."""
        return self.least <= other.most and other.least <= self.most


class Told(NamedTuple):
    """Numbers of one happening that cannot all be right: at one time, one after the other, or nobody knows."""

    event: str
    measure: str
    groups: tuple[tuple[Count, ...], ...]
    """Those that may mean one number together."""
    how: str
    """`opposed`, `later` or `unknown`."""
    rule: str


def find_numbers(events: Iterable[Event], scenes: Mapping[str, Scene], lineages: Iterable[Lineage]) -> Iterator[Told]:
    """All numbers that differ, by event and measure. `lineages` tell which briefs have their words from each other."""
    origins: defaultdict[str, set[str]] = defaultdict(set)
    for lineage in lineages:
        for brief in lineage.briefs if lineage.kind != WIRE else ():
            origins[brief].add(lineage.id)
    for event in events:
        if len(event.parts) > 1:
            for measure, counts in sorted(list_counts(event, scenes).items()):
                yield from compare_counts(event.id, measure, counts, origins)


def list_counts(event: Event, scenes: Mapping[str, Scene]) -> dict[str, list[Count]]:
    """The numbers of people that an event's sentences tell, by what they measure.

    "Nine people were killed when a bus crashed" tells a death and an accident: its number is of both.
    """
    places: defaultdict[str, set[Evidence]] = defaultdict(set)
    for argument in event.arguments:
        places[argument.measure or ""] |= {*argument.evidence}
    for part in event.parts:
        for measure, place in list_deaths(scenes[part.evidence.brief].analysis, part):
            places[measure].add(place)
    found: dict[str, list[Count]] = {}
    for measure in sorted(places.keys() & MEASURES):
        counts = (read(place, scenes[place.brief]) for place in sorted(places[measure]))
        found[measure] = [count for count in counts if count]
    return found


def list_deaths(analysis: Analysis, part: EventPart) -> Iterator[tuple[str, Evidence]]:
    """The numbers of those who died in what a sentence tells, where it tells of one happening beside their death."""
    told = [one for one in analysis.events if analysis.sentences[one.sentence] == part.evidence.span]
    others = [one for one in told if one.kind != DEATH]
    for event in told if len(others) == 1 else ():
        for argument in event.arguments:
            if argument.measure:
                yield argument.measure, Evidence(part.evidence.brief, argument.span)


def read(place: Evidence, scene: Scene) -> Count | None:
    """A number of people as such with what it may mean; None of a part of them: "nine soldiers"."""
    analysis, text, words = scene.analysis, scene.text, place.span.of(scene.text)
    before = text[max(0, place.span.start - BEFORE) : place.span.start]
    told = read_range(before.rpartition(",")[2], words)
    sentence = next((span for span in analysis.sentences if span.holds(place.span)), None)
    if told is None or sentence is None or not counts_all(words):
        return None
    claim = next((claim for claim in analysis.claims if claim.span.holds(place.span)), None)
    who = name_claimant(scene, claim)
    position = Position(
        Evidence(place.brief, sentence),
        place,
        "holds",
        Evidence(place.brief, claim.claimant_span) if claim and claim.claimant_span else None,
        who.ids,
    )
    return Count(place.brief, told.least, told.most, analysis.metadata.published.value, who, position)


def name_claimant(scene: Scene, claim: Claim | None) -> Named:
    """Who claims it, if only by the words for him; nobody where the text itself tells it."""
    if claim is None or claim.claimant_span is None:
        return NOBODY
    return name_holder(scene, (claim.claimant,) if claim.claimant else (), claim.claimant_span)


def compare_counts(
    event: str, measure: str, counts: Sequence[Count], origins: Mapping[str, set[str]]
) -> Iterator[Told]:
    """What the numbers of one measure say together."""
    groups = group(counts)
    if len(groups) > 1 and (rule := claimed_apart(groups)):
        yield Told(event, measure, groups, "opposed", rule)
        return
    groups = leave_out_doubled(groups)
    days = [{count.published for count in one} for one in groups]
    if len(groups) < 2:
        return
    if any(None in one for one in days):
        yield Told(event, measure, groups, "unknown", "another number, and nobody knows which is newer")
    elif at_once := told_at_once(groups):
        if are_of_each_other(at_once, origins):
            yield Told(event, measure, at_once, "unknown", "another number, and nobody knows which is newer")
        else:
            yield Told(event, measure, at_once, "opposed", "another number on the same day")
    elif is_in_turn(groups):
        yield Told(event, measure, tuple(sorted(groups, key=first_day)), "later", "another number later")
    else:
        yield Told(event, measure, groups, "unknown", "an older number is told again later")


def leave_out_doubled(groups: Sequence[Sequence[Count]]) -> tuple[tuple[Count, ...], ...]:
    """The groups without sources that tell two numbers: these may be of two hours, or of two parts of it."""
    spread = Counter(brief for one in groups for brief in {count.brief for count in one})
    left = (tuple(count for count in one if spread[count.brief] == 1) for one in groups)
    return tuple(one for one in left if one)


def told_at_once(groups: Sequence[Sequence[Count]]) -> tuple[tuple[Count, ...], ...]:
    """What of the groups was told on the newest day that has numbers of two; empty where no day has."""
    for day in sorted({count.published or "" for one in groups for count in one}, reverse=True):
        of_day = [tuple(count for count in one if count.published == day) for one in groups]
        if sum(map(bool, of_day)) > 1:
            return tuple(filter(None, of_day))
    return ()


def are_of_each_other(groups: Sequence[Sequence[Count]], origins: Mapping[str, set[str]]) -> bool:
    """Whether any two of the groups have sources of one lineage."""
    held = [set[str]().union(*(origins.get(count.brief, ()) for count in one)) for one in groups]
    return all(one & other for one, other in combinations(held, 2))


def is_in_turn(groups: Sequence[Sequence[Count]]) -> bool:
    """Whether each number was told on days of its own, and none again once another one was told."""
    spans = sorted((min(days), max(days)) for one in groups if (days := [count.published or "" for count in one]))
    return all(one[1] < other[0] for one, other in pairwise(spans))


def first_day(counts: Sequence[Count]) -> tuple[str, Evidence]:
    """When a number was first told."""
    return min((count.published or "~", count.position.words) for count in counts)


def group(counts: Iterable[Count]) -> tuple[tuple[Count, ...], ...]:
    """The numbers that may be one together. One that may be of two groups, such as "at least nine", tells nothing."""
    groups: list[list[Count]] = []
    for count in sorted(counts, key=lambda count: (count.most - count.least, count.position.words)):
        fitting = [one for one in groups if any(count.may_be(other) for other in one)]
        if len(fitting) == 1:
            fitting[0].append(count)
        elif not fitting:
            groups.append([count])
    return tuple(tuple(sorted(one, key=lambda count: count.position.words)) for one in groups)


def claimed_apart(groups: Sequence[Sequence[Count]]) -> str | None:
    """The rule by which two numbers are told by two who each are named with theirs, in one text or on one day."""
    for ours, theirs in combinations(groups, 2):
        for count, other in product(ours, theirs):
            is_once = count.brief == other.brief or (count.published and count.published == other.published)
            are_named = count.who.own and other.who.own
            if is_once and are_named and are_apart(count.who, other.who):
                return "each says another number"
    return None
