"""Which briefs touch the same people and events: shared names, events and rare words, the rare ones weighing most.

The score of two briefs is the product of their vectors (cosine similarity); the reasons are the terms of that product.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import NamedTuple

from generator.linking.vectors import Feature, Vector, build_vectors
from generator.model import Analysis, Entity, Event, Reason, Related

COMMON = 100
"""A feature of more briefs than this finds no candidates; it still counts between briefs that others find."""
CANDIDATES = 25
"""Briefs that are looked at closely, for each brief."""
LEAST_SCORE = 0.05
MOST_REASONS = 12
MOST_PHRASES = 3
"""Shared words in the one reason that names words."""
FEW_BRIEFS = 10
"""Up to this size of a collection any shared name tells something; above, see `weigh_telling`."""
ENOUGH, PLACE_POINTS, PHRASE_POINTS = 6, 4, 2
"""What two briefs share must be worth so many points: a name or an event is enough, a place or a phrase is not."""


class Telling(NamedTuple):
    """How far a shared entity or event makes two briefs related."""

    most: int
    """In how many briefs it may be."""
    points: int


@dataclass(frozen=True, slots=True)
class Field:
    """All vectors, and the briefs that carry each feature."""

    vectors: Mapping[str, Vector]
    carriers: Mapping[Feature, Sequence[tuple[str, float]]]
    """With the weight it has there."""
    labels: Mapping[Feature, str]
    """Of entities and events, for a person to read."""
    telling: Mapping[Feature, Telling]
    """Of entities and events."""


def find_related(
    analyses: Sequence[Analysis],
    entities: Sequence[Entity],
    events: Sequence[Event],
    *,
    countries: frozenset[str],
    media: frozenset[str],
    limit: int,
) -> dict[str, tuple[Related, ...]]:
    """At most `limit` related briefs for each brief, best first, of equals by id.

    `countries` and `media` are ids of entities.
    """
    analyses = sorted(analyses, key=lambda analysis: analysis.document.id)
    vectors = build_vectors(analyses, entities, events, countries | media)
    carriers: defaultdict[Feature, list[tuple[str, float]]] = defaultdict(list)
    for brief, vector in vectors.items():
        for feature, weight in vector.items():
            carriers[feature].append((brief, weight))
    telling = weigh_telling(entities, events, media, len(analyses))
    field = Field(vectors, carriers, label_features(entities, events), telling)
    return {brief: rank_related(brief, field, limit) for brief in vectors}


def label_features(entities: Iterable[Entity], events: Iterable[Event]) -> dict[Feature, str]:
    """Names for the entities; date and place, or date and participants, for the events."""
    names = {entity.id: entity.name for entity in entities}
    labels = {Feature("entity", entity): name for entity, name in names.items()}
    for event in events:
        where = [event.place] if event.place else event.participants[:2]
        words = [event.date or "undated", *(names[entity] for entity in where)]
        labels[Feature("event", event.id)] = ", ".join(words)
    return labels


def weigh_telling(
    entities: Iterable[Entity], events: Iterable[Event], media: frozenset[str], total: int
) -> dict[Feature, Telling]:
    """How far each entity and event makes two of `total` briefs related.

    In a large collection: a place does in a twentieth of the briefs and with a shared phrase or another place, a medium
    never, any other entity in a third of them.
    """
    telling = {Feature("event", event.id): Telling(total, ENOUGH) for event in events}
    for entity in entities:
        share, points = (20, PLACE_POINTS) if entity.type == "Place" else (3, ENOUGH)
        most = 0 if entity.id in media else max(2, total // share)
        telling[Feature("entity", entity.id)] = Telling(total, ENOUGH) if total <= FEW_BRIEFS else Telling(most, points)
    return telling


def rank_related(brief: str, field: Field, limit: int) -> tuple[Related, ...]:
    """The briefs related to one, best first."""
    found = []
    for other in find_candidates(brief, field):
        shared = multiply(field.vectors[brief], field.vectors[other])
        score = round(min(1.0, sum(sorted(shared.values()))), 3)
        if score >= LEAST_SCORE and has_telling(shared, field):
            found.append((-score, other, shared))
    best = sorted(found, key=lambda row: row[:2])[:limit]
    return tuple(Related(other, -negative, list_reasons(shared, field.labels)) for negative, other, shared in best)


def find_candidates(brief: str, field: Field) -> list[str]:
    """The briefs that share most by their less common features, at most `CANDIDATES`."""
    score: defaultdict[str, float] = defaultdict(float)
    for feature, weight in field.vectors[brief].items():
        carriers = field.carriers[feature]
        if 1 < len(carriers) <= COMMON:
            for other, there in carriers:
                score[other] += weight * there
    score.pop(brief, None)
    least = min(nlargest(CANDIDATES, score.values()), default=0.0)
    best = [other for other, value in score.items() if value >= least]
    return sorted(best, key=lambda other: (-round(score[other], 9), other))[:CANDIDATES]


def multiply(one: Vector, other: Vector) -> Vector:
    """The product of two vectors, term by term."""
    return {feature: one[feature] * other[feature] for feature in one.keys() & other.keys()}


def has_telling(shared: Iterable[Feature], field: Field) -> bool:
    """Whether what two briefs share is more than names that much of the collection shares, or than a few words."""
    points = 0
    for feature in shared:
        if feature.kind == "wording":
            points += PHRASE_POINTS * (" " in feature.id)
        elif len(field.carriers[feature]) <= field.telling[feature].most:
            points += field.telling[feature].points
    return points >= ENOUGH


def list_reasons(shared: Vector, labels: Mapping[Feature, str]) -> tuple[Reason, ...]:
    """Why, strongest first; the shared words are one reason together, as strong as those named."""
    ordered = sorted(shared, key=lambda feature: (-round(shared[feature], 9), feature))
    phrases = choose_phrases([feature.id for feature in ordered if feature.kind == "wording"])
    weight = sum(shared[Feature("wording", phrase)] for phrase in phrases)
    reasons = [
        (shared[feature], Reason(feature.kind, labels[feature], feature.id))
        for feature in ordered
        if feature.kind != "wording"
    ]
    if phrases:
        reasons.append((weight, Reason("wording", ", ".join(phrases))))
    reasons.sort(key=lambda pair: -round(pair[0], 9))
    return tuple(reason for _, reason in reasons[:MOST_REASONS])


def choose_phrases(terms: Sequence[str]) -> list[str]:
    """The first few pairs of words; without one, the first few words, where there are as many."""
    pairs = [term for term in terms if " " in term]
    return pairs[:MOST_PHRASES] if pairs or len(terms) < MOST_PHRASES else list(terms[:MOST_PHRASES])
