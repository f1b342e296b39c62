"""The oppositions of a collection out of voices and numbers, and what is asked of the curator."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.linking.identity.forms import fold
from generator.linking.oppositions.dates import Dated, find_days
from generator.linking.oppositions.numbers import Told, find_numbers
from generator.linking.oppositions.pairing import OWNED, Pair, find_pairs
from generator.linking.oppositions.parties import Register, are_apart, make_scene
from generator.linking.oppositions.voices import Voice, list_voices
from generator.model import Analysis, Entity, Event, Evidence, Lineage, Opposition, Position, Revision, Side, StanceAct
from generator.text.addresses import slugify
from generator.text.groups import Groups

SIGNS = 8
"""Letters of the sum that ends an id."""


@dataclass(frozen=True, slots=True)
class Found:
    """What opposes each other, and what may."""

    sure: tuple[Opposition, ...] = ()
    likely: tuple[Opposition, ...] = ()
    """What only a person can decide."""
    revisions: tuple[Revision, ...] = ()


def find_oppositions(
    analyses: Sequence[Analysis],
    events: Sequence[Event],
    entities: Sequence[Entity],
    register: Register,
    related: Mapping[str, frozenset[str]],
    lineages: Sequence[Lineage] = (),
) -> Found:
    """All that opposes each other in the texts. The order of the analyses changes nothing."""
    ordered = sorted(analyses, key=lambda analysis: analysis.document.id)
    texts = {analysis.document.id: analysis for analysis in ordered}
    voices = [voice for analysis in ordered for voice in list_voices(analysis, register)]
    pairs = find_pairs(voices, related)
    told = list(find_numbers(events, {brief: make_scene(one, register) for brief, one in texts.items()}, lineages))
    sure = [*join_pairs(voices, [pair for pair in pairs if pair.is_sure], texts)]
    sure += [oppose_numbers(one, texts) for one in told if one.how == "opposed"]
    sure += [oppose_days(one, texts) for one in find_days(events, entities)]
    likely = [oppose(voices, [pair], texts) for pair in pairs if not pair.is_sure]
    likely += [oppose_numbers(one, texts) for one in told if one.how == "unknown"]
    revisions = [revise(one, texts) for one in told if one.how == "later"]
    return Found(
        tuple(sorted(sure, key=lambda one: (-len(one.briefs), one.id))),
        tuple(sorted(likely, key=lambda one: one.id)),
        tuple(sorted(revisions, key=lambda one: one.id)),
    )


def join_pairs(voices: Sequence[Voice], pairs: Sequence[Pair], texts: Mapping[str, Analysis]) -> Iterator[Opposition]:
    """The pairs that share a voice as one opposition."""
    groups = Groups[int]()
    for pair in pairs:
        groups.join(pair.held, pair.against)
    for one, other in find_companions(voices, pairs):
        groups.join(one, other)
    found: defaultdict[tuple[str, int], list[Pair]] = defaultdict(list)
    for pair in pairs:
        found[pair.kind, groups.find(pair.against)].append(pair)
    for together in found.values():
        yield oppose(voices, together, texts)


def find_companions(voices: Sequence[Voice], pairs: Iterable[Pair]) -> Iterator[tuple[int, int]]:
    """Refusals of one text that are of the same side: "the demands of Russia", by a country and by its envoy."""
    owned = sorted({pair.against for pair in pairs if pair.rule == OWNED and voices[pair.against].is_bare})
    for one, other in combinations(owned, 2):
        ours, theirs = voices[one], voices[other]
        is_same = ours.brief == theirs.brief and not ours.against.own.isdisjoint(theirs.against.own)
        if is_same and not are_apart(ours.who, theirs.who):
            yield one, other


def oppose(voices: Sequence[Voice], pairs: Sequence[Pair], texts: Mapping[str, Analysis]) -> Opposition:
    """Some pairs as one opposition."""
    first, second = list[Position](), list[Position]()
    for pair in pairs:
        held, against = voices[pair.held], voices[pair.against]
        if pair.held != pair.against:
            first.append(held.position)
        second.append(against.position)
    # Where he who demands is heard himself, the sentence that tells of the refusal is no proof of his own words.
    first = first or [name_owner(voices[pair.against]) for pair in pairs]
    named = [voices[number] for pair in pairs for number in (pair.held, pair.against)]
    sides = (make_side(first), make_side(second))
    entities = {who for voice in named for who in (*voice.who.ids, *voice.against.ids)}
    return Opposition(
        make_id(pairs[0].kind, sides, texts),
        pairs[0].kind,
        sides,
        None,
        tuple(sorted(entities)),
        "; ".join(dict.fromkeys(pair.rule for pair in pairs)),
    )


def name_owner(voice: Voice) -> Position:
    """Whose claim or demand it is that a sentence tells to be denied or refused, as a position of that sentence."""
    act: StanceAct = "holds" if voice.act == "denies" else "demands"
    return Position(voice.position.evidence, voice.position.words, act, voice.owner, voice.against.ids)


def make_side(positions: Iterable[Position]) -> Side:
    """Those who stand together."""
    ordered = sorted(set(positions), key=lambda position: (position.evidence, position.words))
    who = dict.fromkeys(entity for position in ordered for entity in position.holders)
    return Side(tuple(who), tuple(ordered))


def oppose_numbers(told: Told, texts: Mapping[str, Analysis]) -> Opposition:
    """Numbers that differ as one opposition."""
    sides = tuple(make_side(count.position for count in group) for group in told.groups)
    entities = {who for side in sides for who in side.who}
    return Opposition(make_id("number", sides, texts), "number", sides, told.event, tuple(sorted(entities)), told.rule)


def oppose_days(dated: Dated, texts: Mapping[str, Analysis]) -> Opposition:
    """Days that differ as one opposition."""
    sides = tuple(make_side(group) for group in dated.groups)
    id_ = make_id("date", sides, texts)
    return Opposition(id_, "date", sides, dated.event, (dated.person,), "another day for what happens once")


def revise(told: Told, texts: Mapping[str, Analysis]) -> Revision:
    """Numbers that were told one after the other."""
    firsts = tuple(min(group, key=lambda c: (c.published or "~", c.position.words)).position for group in told.groups)
    return Revision(
        make_id("later", [make_side([position]) for position in firsts], texts), told.event, told.measure, firsts
    )


def make_id(kind: str, sides: Sequence[Side], texts: Mapping[str, Analysis]) -> str:
    """An address made of the briefs and the words of all sides, and of nothing else."""
    places = [place for side in sides for position in side.positions for place in (position.evidence, position.words)]
    words = "\n".join(f"{place.brief} {word(place, texts)}" for place in places)
    lead = "-".join((slugify(side.who[0])[:20] if side.who else "") for side in sides[:2]).strip("-")
    sign = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:SIGNS]
    return "-".join(part for part in (kind, lead, sign) if part)


def word(place: Evidence, texts: Mapping[str, Analysis]) -> str:
    """The words of a place, folded."""
    return fold(place.span.of(texts[place.brief].document.text))
