"""A brief as a vector of unit length of its names, events and words; and who carries each of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import Literal, NamedTuple

from generator.linking.likeness.wording import WORD, Wording, trim_word, weigh_wording
from generator.model import Analysis, Entity, EntityType, Event

WEIGHTS: Mapping[EntityType, float] = {"Person": 1.3, "Event": 1.3, "Organization": 1.0, "Place": 0.8}
"""A shared person says more than a shared place."""
SLIGHT_WEIGHT = 0.4
"""Of countries and of media that are quoted: many briefs name them in passing."""
EVENT_WEIGHT = 2.0
"""Of a happening that several briefs tell of."""
RARE = 2
"""A name of so few briefs relates them by itself."""
MAIN, OFTEN = 0.5, 2
"""Share of how often the most frequent name of a brief stands there, and how often at least: it is about such names."""
THINGS_SHARE = 0.08
"""Share of names and events in the square of a vector's length; the words, those of names too, have the rest."""


class Feature(NamedTuple):
    """What two briefs can share."""

    kind: Literal["entity", "event", "wording"]
    id: str
    """`Entity.id`, `Event.id` or a word."""


Vector = dict[int, float]
"""Weights by the number of their feature."""


@dataclass(frozen=True, slots=True)
class Field:
    """All vectors, and the briefs that carry each feature."""

    features: Sequence[Feature]
    """By number."""
    vectors: Mapping[str, Vector]
    """By brief, in the order of their ids."""
    phrases: Mapping[str, Mapping[str, float]]
    """By brief: the phrases that others have too, with their rarity."""
    carriers: Sequence[Sequence[tuple[str, float]]]
    """The briefs with each feature, and the weight it has there; the newest of several versions of a text."""
    words: Mapping[int, frozenset[int]]
    """Of an entity: the words of its names."""
    names: frozenset[int]
    """The words that some name of the collection has."""
    slight: frozenset[int]
    """Countries and media that are quoted."""
    rare: frozenset[int]
    """Entities of few briefs that are no places, called by more than one word."""
    subjects: Mapping[str, frozenset[int]]
    """By brief the names that it has most often: it is about them."""
    versions: Mapping[str, str]
    """For each brief of which there is a newer version the newest."""


def build_field(
    analyses: Sequence[Analysis],
    entities: Sequence[Entity],
    events: Iterable[Event],
    slight: frozenset[str],
    versions: Mapping[str, str],
) -> Field:
    """The vectors of all briefs. `slight` are the ids of countries and media.

    A text counts once however many versions of it there are: forty copies of a wire's report make no word common.
    """
    analyses = sorted(analyses, key=lambda analysis: analysis.document.id)
    things = weigh_things(len(analyses) - len(versions), entities, events, (slight, versions))
    wordings = weigh_wording(analyses, versions)
    numbers: dict[Feature, int] = {}
    vectors = {
        analysis.document.id: number_vector(things[analysis.document.id], wording, numbers)
        for analysis, wording in zip(analyses, wordings, strict=True)
    }
    carriers: list[list[tuple[str, float]]] = [[] for _ in numbers]
    for brief, vector in vectors.items():
        for feature, weight in vector.items() if brief not in versions else ():
            carriers[feature].append((brief, weight))
    words = own_words(entities, numbers)
    return Field(
        features=list(numbers),
        vectors=vectors,
        phrases={analysis.document.id: found.phrases for analysis, found in zip(analyses, wordings, strict=True)},
        carriers=carriers,
        words=words,
        names=frozenset().union(*words.values()),
        slight=frozenset(number for feature, number in numbers.items() if feature.id in slight),
        rare=frozenset(find_rare(entities, numbers, carriers, slight)),
        subjects=find_subjects(entities, numbers, slight),
        versions=versions,
    )


def find_subjects(
    entities: Iterable[Entity], numbers: Mapping[Feature, int], slight: frozenset[str]
) -> defaultdict[str, frozenset[int]]:
    """What each brief is about: the names of no places that stand in it half as often as the one that does most."""
    counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for entity in entities:
        number = numbers.get(Feature("entity", entity.id))
        for brief, count in Counter(mention.brief for mention in entity.mentions).items():
            if number is not None and entity.type != "Place" and entity.id not in slight:
                counts[brief][number] = count
    found: defaultdict[str, frozenset[int]] = defaultdict(frozenset)
    for brief, named in counts.items():
        most = max(named.values())
        found[brief] = frozenset(number for number, count in named.items() if count >= max(OFTEN, MAIN * most))
    return found


def find_rare(
    entities: Iterable[Entity],
    numbers: Mapping[Feature, int],
    carriers: Sequence[Sequence[object]],
    slight: frozenset[str],
) -> Iterator[int]:
    """The names that relate by themselves, as hardly any brief has them."""
    for entity in entities:
        is_telling = entity.type != "Place" and " " in entity.name and entity.id not in slight
        if is_telling and len(carriers[number := numbers[Feature("entity", entity.id)]]) <= RARE:
            yield number


def weigh_things(
    total: int,
    entities: Iterable[Entity],
    events: Iterable[Event],
    known: tuple[frozenset[str], Mapping[str, str]],
) -> defaultdict[str, dict[Feature, float]]:
    """For each brief, of `total` texts, its names and its shared events, with their weights.

    `known` are the ids that say little, and the versions.
    """
    slight, versions = known
    things: defaultdict[str, dict[Feature, float]] = defaultdict(dict)
    for entity in entities:
        weight = SLIGHT_WEIGHT if entity.id in slight else WEIGHTS[entity.type]
        count = Counter(mention.brief for mention in entity.mentions)
        rarity = log(1 + total / len({versions.get(brief, brief) for brief in count}))
        for brief, mentions in count.items():
            things[brief][Feature("entity", entity.id)] = weight * rarity * (1 + log(mentions))
    for event in events:
        briefs = {part.evidence.brief for part in event.parts}
        texts = {versions.get(brief, brief) for brief in briefs}
        for brief in briefs if len(texts) > 1 else ():
            things[brief][Feature("event", event.id)] = EVENT_WEIGHT * log(1 + total / len(texts))
    return things


def number_vector(things: Mapping[Feature, float], wording: Wording, numbers: dict[Feature, int]) -> Vector:
    """The vector of one brief; new features get the next numbers."""
    length = sqrt(sum(weight * weight for weight in things.values())) or 1.0
    vector = {numbers.setdefault(thing, len(numbers)): w * sqrt(THINGS_SHARE) / length for thing, w in things.items()}
    for word, weight in wording.words.items():
        vector[numbers.setdefault(Feature("wording", word), len(numbers))] = weight * sqrt(1 - THINGS_SHARE)
    return vector


def own_words(entities: Iterable[Entity], numbers: Mapping[Feature, int]) -> dict[int, frozenset[int]]:
    """For each entity that is a feature the words of its names that are features."""
    owned = {}
    for entity in entities:
        feature = numbers.get(Feature("entity", entity.id))
        if feature is None:
            continue
        words = (trim_word(word) for name in (entity.name, *entity.aliases) for word in WORD.findall(name))
        found = (numbers.get(Feature("wording", word)) for word in words)
        owned[feature] = frozenset(number for number in found if number is not None)
    return owned
