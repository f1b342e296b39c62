"""Which briefs are related, and why: rare names, events and wording that both have. One famous name relates nothing."""

from collections.abc import Iterable, Mapping, Sequence

from generator.linking.likeness.pairs import Pair, multiply, weigh_names
from generator.linking.likeness.vectors import Field, Vector
from generator.model import Analysis, Entity, Event, Reason, Related
from generator.text.clauses import join_clause

LEAST_SCORE = 0.105
LEAST_REST = 0.055
"""Without the name that gives most: a giant of technology in both, and little else, relates no two briefs."""
LEAST_OTHERS = 3
"""So many words, or another name, beside it: two notes of a line with a word in common are not related."""
FEW_BRIEFS = 10
"""In so small a collection rarity says little: there any shared name, event or phrase relates."""
SLIGHT = 0.02
"""A reason that gives less than this share of a score is not told, unless nothing gives more."""
MOST_REASONS = 8
MOST_PHRASES = 3
"""Shared phrases or words in the one reason that names wording."""


def find_related(
    field: Field, pairs: Mapping[str, Sequence[Pair]], labels: Mapping[str, str], *, limit: int
) -> dict[str, tuple[Related, ...]]:
    """At most `limit` related briefs for each brief, best first, of equals by id.

    `labels` say what entities and events are called, by id.
    """
    return {brief: tuple(relate(brief, found, field, labels)[:limit]) for brief, found in pairs.items()}


def relate(brief: str, pairs: Iterable[Pair], field: Field, labels: Mapping[str, str]) -> list[Related]:
    """The briefs related to one, best first."""
    found = []
    for pair in pairs:
        shared = multiply(field.vectors[brief], field.vectors[pair.brief])
        phrases = field.phrases[brief].keys() & field.phrases[pair.brief].keys()
        if is_related(pair, shared, phrases, field):
            ranked = sorted(phrases, key=lambda phrase: (-field.phrases[brief][phrase], phrase))
            found.append(Related(pair.brief, round(pair.score, 3), list_reasons(shared, ranked, field, labels)))
    return found


def is_related(pair: Pair, shared: Vector, phrases: Iterable[str], field: Field) -> bool:
    """Whether two briefs are alike beyond one name, tell of one event, or share a name that hardly any other has."""
    kinds = {field.features[feature].kind for feature in shared}
    if len(field.vectors) <= FEW_BRIEFS:
        return bool(phrases) or not kinds <= {"wording"}
    return "event" in kinds or is_alike(pair) or any(feature in field.rare for feature in shared)


def is_alike(pair: Pair) -> bool:
    """Whether enough is shared, and enough of it beyond one name."""
    return pair.score >= LEAST_SCORE and pair.rest >= LEAST_REST and pair.others >= LEAST_OTHERS


def label_all(analyses: Iterable[Analysis], entities: Iterable[Entity], events: Iterable[Event]) -> dict[str, str]:
    """Names for the entities; the clause for the events, or date, kind, and place or participants."""
    texts = {analysis.document.id: analysis.document.text for analysis in analyses}
    names = {entity.id: entity.name for entity in entities}
    return names | {event.id: label_event(event, texts, names) for event in events}


def label_event(event: Event, texts: Mapping[str, str], names: Mapping[str, str]) -> str:
    """What an event is called."""
    if event.clause:
        return join_clause(texts[event.clause[0].brief], [evidence.span for evidence in event.clause])
    where = [event.place] if event.place else event.participants[:2]
    words = [event.date or event.assumed or "undated", event.kind, *(names[entity] for entity in where)]
    return ", ".join(filter(None, words))


def list_reasons(shared: Vector, phrases: Sequence[str], field: Field, labels: Mapping[str, str]) -> tuple[Reason, ...]:
    """Why: events first, then by what each gives, names with their words; all other words are one reason."""
    names = weigh_names(shared, field.words)
    weighed = [(weight, make_reason(feature, field, labels)) for feature, weight in names.items()]
    covered = frozenset().union(names, *(field.words[feature] for feature in names))
    words = {feature: weight for feature, weight in shared.items() if feature not in covered}
    for feature in [feature for feature in words if field.features[feature].kind == "event"]:
        weighed.append((words.pop(feature), make_reason(feature, field, labels)))
    if told := choose_words(words, phrases, field):
        weighed.append((sum(sorted(words.values())), Reason("wording", ", ".join(told))))
    weighed.sort(key=lambda pair: (pair[1].kind != "event", -round(pair[0], 9), pair[1].kind, pair[1].label))
    least = SLIGHT * sum(sorted(shared.values()))
    return tuple(reason for at, (weight, reason) in enumerate(weighed[:MOST_REASONS]) if not at or weight >= least)


def make_reason(feature: int, field: Field, labels: Mapping[str, str]) -> Reason:
    """A shared entity or event as a reason."""
    kind, key = field.features[feature]
    return Reason(kind, labels[key], key)


def choose_words(words: Vector, phrases: Sequence[str], field: Field) -> list[str]:
    """The first few shared phrases; without one, the few words that give most, names aside."""
    if phrases:
        return list(phrases[:MOST_PHRASES])
    ordered = sorted(
        (-round(weight, 9), field.features[feature].id)
        for feature, weight in words.items()
        if feature not in field.names
    )
    return [word for _, word in ordered[:MOST_PHRASES]]
