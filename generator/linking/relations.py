"""Which briefs are related, and why: rare names, events and wording that both have. One famous name relates nothing."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.linking.likeness.pairs import Pair, multiply, weigh_names
from generator.linking.likeness.vectors import Field, Vector
from generator.model import Analysis, Entity, Event, Reason, Related
from generator.text.clauses import join_clause


class Bar(NamedTuple):
    """What two briefs must have in common."""

    score: float
    rest: float
    """Without the name that gives most: a giant of technology in both, and little else, relates no two briefs."""
    others: int = 3
    """So many words, or another name, beside it: two notes of a line with a word in common are not related."""


NAMED = Bar(0.14, 0.08)
UNNAMED = Bar(0.2, 0.08)
"""Of two without a name in common but countries and media: two fires or two elections are told in the same words."""
RARE = Bar(0.12, 0.055, 0)
"""Of two that share a name which hardly any other brief has."""
SUBJECT = Bar(0.09, 0.035)
"""Of two that are about one name, as a firm or a trial."""
WORD_STOCK, PHRASE_STOCK = (15, 0.1), (10, 0.05)
"""How many texts, or which share of all, have a word or phrase at most that is a reason: "prime minister" is none."""
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
        if is_related(brief, pair, shared, phrases, field):
            ranked = rank_phrases(phrases, field.phrases[brief], field)
            if reasons := list_reasons(shared, ranked, field, labels):
                found.append(Related(pair.brief, round(pair.score, 3), reasons))
    return found


def is_related(brief: str, pair: Pair, shared: Vector, phrases: Iterable[str], field: Field) -> bool:
    """Whether two briefs are alike beyond one name, or tell of one event."""
    kinds = {field.features[feature].kind for feature in shared}
    if len(field.vectors) <= FEW_BRIEFS:
        return bool(phrases) or not kinds <= {"wording"}
    bars = [NAMED if pair.is_named else UNNAMED]
    bars += [RARE] if any(feature in field.rare for feature in shared) else []
    bars += [] if field.subjects[brief].isdisjoint(field.subjects[pair.brief]) else [SUBJECT]
    return "event" in kinds or any(is_alike(pair, bar) for bar in bars)


def is_alike(pair: Pair, bar: Bar) -> bool:
    """Whether enough is shared, and enough of it beyond one name."""
    return pair.score >= bar.score and pair.rest >= bar.rest and pair.others >= bar.others


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
    """The first few shared phrases; without one, the few words that give most, names and stock words aside."""
    if phrases:
        return list(phrases[:MOST_PHRASES])
    most = count_stock(field, *WORD_STOCK)
    ordered = sorted(
        (-round(weight, 9), field.features[feature].id)
        for feature, weight in words.items()
        if feature not in field.names and len(field.carriers[feature]) <= most
    )
    return [word for _, word in ordered[:MOST_PHRASES]]


def rank_phrases(phrases: Iterable[str], rarity: Mapping[str, float], field: Field) -> list[str]:
    """Shared phrases, the rarest first, without those that so many texts have."""
    least = 1 / count_stock(field, *PHRASE_STOCK)
    telling = [phrase for phrase in phrases if rarity[phrase] >= least]
    return sorted(telling, key=lambda phrase: (-rarity[phrase], phrase))


def count_stock(field: Field, least: int, share: float) -> float:
    """Texts that have a word or phrase, with more of which it is a stock one."""
    return max(least, share * (len(field.vectors) - len(field.versions)))
