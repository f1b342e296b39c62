"""What a brief is about, as a vector of unit length: its names and events, and its rare words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt
from typing import Literal, NamedTuple

from generator.linking.wording import weigh_wording
from generator.model import Analysis, Entity, EntityType, Event

WEIGHTS: Mapping[EntityType, float] = {"Person": 1.3, "Event": 1.3, "Organization": 1.0, "Place": 0.8}
"""A shared person says more than a shared place."""
SLIGHT_WEIGHT = 0.4
"""Of countries and of media that are quoted: many briefs name them in passing."""
EVENT_WEIGHT = 2.0
"""Of a happening that several briefs tell of."""
WORDING_SHARE = 0.3
"""Share of the wording in the square of a vector's length; names and events have the rest."""


class Feature(NamedTuple):
    """What two briefs can share."""

    kind: Literal["entity", "event", "wording"]
    id: str
    """`Entity.id`, `Event.id` or the words."""


Vector = dict[Feature, float]


def build_vectors(
    analyses: Sequence[Analysis], entities: Iterable[Entity], events: Iterable[Event], slight: frozenset[str]
) -> dict[str, Vector]:
    """The vector of each brief, by its id. `slight` are the ids of countries and media."""
    things: defaultdict[str, Vector] = defaultdict(dict)
    for entity in entities:
        weight = SLIGHT_WEIGHT if entity.id in slight else WEIGHTS[entity.type]
        count = Counter(mention.brief for mention in entity.mentions)
        rarity = log(1 + len(analyses) / len(count))
        for brief, mentions in count.items():
            things[brief][Feature("entity", entity.id)] = weight * rarity * (1 + log(mentions))
    for event in events:
        briefs = {part.evidence.brief for part in event.parts}
        for brief in briefs if len(briefs) > 1 else ():
            things[brief][Feature("event", event.id)] = EVENT_WEIGHT * log(1 + len(analyses) / len(briefs))
    vectors = {}
    for analysis, terms in zip(analyses, weigh_wording(analyses), strict=True):
        wording = {Feature("wording", term): weight for term, weight in terms.items()}
        parts = scale(things[analysis.document.id], 1 - WORDING_SHARE), scale(wording, WORDING_SHARE)
        vectors[analysis.document.id] = parts[0] | parts[1]
    return vectors


def scale(vector: Vector, square: float) -> Vector:
    """The vector stretched to a length whose square is `square`; an empty one stays empty."""
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {feature: weight * sqrt(square) / length for feature, weight in vector.items()}
