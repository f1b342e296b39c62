"""Which briefs touch the same people and events. A brief is a vector of unit length of its names, events and rare
words; the score of two is the product of their vectors, the reasons are its terms.
"""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice
from math import log, sqrt
from typing import Literal, NamedTuple

from generator.linking.identity.forms import list_plain
from generator.model import Analysis, Entity, EntityType, Event, Reason, Related
from generator.text.memo import remembered

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
"""A run of letters, perhaps with one apostrophe inside."""
ADJACENT = frozenset({" ", "-", "\n"})
"""What may stand between the two words of a pair."""
MOST_WORDS = 5000
"""Words of one body that are looked at: more would compare a book with a note."""
MOST_TERMS = 40
"""Terms kept for one brief, the rarest first."""
SHORTEST = 4
"""Letters of a word that is a term."""


def weigh_wording(analyses: Sequence[Analysis]) -> list[dict[str, float]]:
    """For each brief its rarest terms that another brief has too, with their rarity, log(1 + briefs / briefs with it).

    A term is a word or two words that follow each other, in lower case. A term of more than half of the briefs is left
    out (of three briefs or fewer: of none).
    """
    terms: dict[str, int] = {}
    found = [array("I", [terms.setdefault(t, len(terms)) for t in list_terms(a)]) for a in analyses]
    spread = Counter(number for numbers in found for number in numbers)
    names = list(terms)
    most = max(3, len(analyses) // 2)
    weights = []
    for numbers in found:
        shared = ((spread[n], names[n]) for n in numbers if 2 <= spread[n] <= most)
        weights.append({term: log(1 + len(analyses) / n) for n, term in sorted(shared)[:MOST_TERMS]})
    return weights


@remembered
def list_terms(analysis: Analysis) -> list[str]:
    """The words and pairs of words of the body that say something of the subject, each once."""
    plain = list_plain(analysis.language)
    text, terms = analysis.document.text, dict[str, None]()
    left, end = "", -1
    for match in islice(list_words(analysis), MOST_WORDS):
        word = match.group().lower().removesuffix("'s").removesuffix("’s")
        telling = len(word) >= SHORTEST and word not in plain
        if telling:
            terms[word] = None
            if left and text[end : match.start()] in ADJACENT:
                terms[f"{left} {word}"] = None
        left, end = (word if telling else ""), match.end()
    return list(terms)


def list_words(analysis: Analysis) -> Iterator[re.Match[str]]:
    """The words of the body outside its names, one after the other; names count for themselves."""
    names = iter([mention.span for mention in analysis.mentions])
    name = next(names, None)
    for span in analysis.sentences:
        for match in WORD.finditer(analysis.document.text, span.start, span.end):
            while name and name.end <= match.start():
                name = next(names, None)
            if not name or match.end() <= name.start:
                yield match


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
    """Names for the entities; date, kind, and place or participants, for the events."""
    names = {entity.id: entity.name for entity in entities}
    labels = {Feature("entity", entity): name for entity, name in names.items()}
    for event in events:
        where = [event.place] if event.place else event.participants[:2]
        words = [event.date or event.assumed or "undated", event.kind, *(names[entity] for entity in where)]
        labels[Feature("event", event.id)] = ", ".join(filter(None, words))
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
