"""What a theme is called: by the names that most of its briefs have and few others; without one, by such words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.linking.likeness.vectors import Field
from generator.linking.likeness.wording import WORD, trim_word
from generator.model import Evidence

MOST_NAMES = 3
LEAST_TELLING = 0.35
"""Of a name that calls a theme; the first stands whatever it is where no word tells more."""


@dataclass(frozen=True, slots=True)
class Namer:
    """What names of themes are made of."""

    field: Field
    labels: Mapping[str, str]
    """What entities are called, by id."""
    media: frozenset[str]
    """Ids of entities that call no theme."""
    mentions: Mapping[str, Sequence[Evidence]]
    """Where entities are named, by id."""
    titles: Mapping[str, str]
    """By brief."""

    def introduces(self, full: str, short: str) -> bool:
        """Whether a brief names one before the other, as it names in full whom it goes on to call by a part of that."""
        first, second = ({place.brief: place.span for place in reversed(self.mentions[who])} for who in (full, short))
        return any(first[brief] < second[brief] for brief in first.keys() & second.keys())


class Label(NamedTuple):
    """A name or word that may call a theme."""

    telling: float
    """How well it tells these briefs from others: the harmonic mean of the share of them that have it and the share of
    those that have it that are among them (the F of a search for it), less where it is named in passing."""
    text: str
    entity: str | None
    """`Entity.id`; None: it is a word."""


def name_theme(briefs: Sequence[str], namer: Namer) -> str:
    """The name of these briefs."""
    return join_labels(rank_labels(briefs, namer), briefs, namer)


def name_strand(briefs: Sequence[str], theme: Sequence[str], namer: Namer) -> str:
    """The name of a part of a theme: by what tells it from the theme's other briefs."""
    around = Counter(feature for brief in theme for feature in namer.field.vectors[brief])
    return join_labels(rank_labels(briefs, namer, around), briefs, namer)


def join_labels(labels: Sequence[Label], briefs: Iterable[str], namer: Namer) -> str:
    """The first labels that say different things, names in full.

    Words only where no name tells enough, those first that a title has: it says what the text is about.
    """
    names = [label for label in labels if label.entity and label.telling >= LEAST_TELLING]
    chosen: list[str] = []
    taken: set[str] = set()
    titles = [read_words(namer.titles.get(brief, "")) for brief in briefs]
    titled = [label for label in labels if any(read_words(label.text) <= title for title in titles)]
    for label in names or titled or labels:
        words = read_words(label.text)
        if taken.isdisjoint(words):
            full = find_full(label, names, namer)
            chosen.append(full.text)
            taken |= words | read_words(full.text)
    return ", ".join(chosen[:MOST_NAMES])


def read_words(text: str) -> frozenset[str]:
    """The words of a name as they are compared."""
    return frozenset(trim_word(word) for word in WORD.findall(text))


def find_full(label: Label, names: Iterable[Label], namer: Namer) -> Label:
    """The one name that has all words of a name and more, and by which its bearer is introduced, else the name itself.

    "Nordlys Energi" of "Nordlys"; but no product's name, which a text calls after its maker.
    """
    if label.entity is None:
        return label
    words = read_words(label.text)
    fuller = [name for name in names if words < read_words(name.text) and name.entity]
    full = fuller[0] if len(fuller) == 1 else label
    return full if namer.introduces(full.entity or "", label.entity) else label


def rank_labels(briefs: Sequence[str], namer: Namer, around: Mapping[int, int] | None = None) -> list[Label]:
    """All that two of the briefs have or more, the most telling first. `around` counts who has each."""
    found = list_labels(briefs, namer, around)
    return sorted(found, key=lambda label: (-label.telling, label.text, label.entity or ""))


def list_labels(briefs: Sequence[str], namer: Namer, around: Mapping[int, int] | None) -> Iterator[Label]:
    """What calls these briefs; media and happenings left out, words of names belong to the names."""
    field = namer.field
    for feature, ranks in weigh_inside(briefs, field).items():
        kind, key = field.features[feature]
        outside = around[feature] if around else len(field.carriers[feature])
        telling = round(2 * sum(sorted(ranks)) / (len(briefs) + outside), 6)
        if len(ranks) > 1 and kind == "entity" and key not in namer.media:
            yield Label(telling, namer.labels[key], key)
        elif len(ranks) > 1 and kind == "wording" and feature not in field.names:
            yield Label(telling, key, None)


def weigh_inside(briefs: Sequence[str], field: Field) -> Mapping[int, Sequence[float]]:
    """For each feature how much the briefs that have it make of it: from a half to 1."""
    found: defaultdict[int, list[float]] = defaultdict(list)
    for brief in briefs:
        vector = field.vectors[brief]
        most: defaultdict[str, float] = defaultdict(float)
        for feature, weight in vector.items():
            kind = field.features[feature].kind
            most[kind] = max(most[kind], weight)
        for feature, weight in vector.items():
            found[feature].append(0.5 + 0.5 * weight / most[field.features[feature].kind])
    return found


def rank_entities(briefs: Sequence[str], namer: Namer) -> list[str]:
    """The entities that two of the briefs name or more, the most telling first."""
    return [label.entity for label in rank_labels(briefs, namer) if label.entity]
