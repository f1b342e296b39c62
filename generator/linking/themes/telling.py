"""A theme in sentences of its briefs: those that hold most of what all of them share, none that says the same again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.linking.likeness.vectors import Field
from generator.linking.likeness.wording import WORD, trim_word
from generator.model import Analysis, Evidence

MOST_BRIEFS = 40
"""Of a large theme, briefs that are read, the newest first."""
NEWEST = 5
"""Briefs of which one has the lead."""
FIRST = 2
"""Sentences of each brief's summary that may tell the theme."""
MOST_SENTENCES = 5
FEWEST_WORDS, MOST_WORDS = 8, 60
"""Of a sentence that may tell it."""
MOST_OVERLAP = 0.4
"""Of the shorter sentence's words in the longer one: with more of them they say the same."""


class Told(NamedTuple):
    """A sentence that may tell a theme."""

    score: float
    rank: int
    """Of its brief, the newest first."""
    evidence: Evidence
    words: frozenset[str]


def tell_theme(
    briefs: Sequence[str], analyses: Mapping[str, Analysis], field: Field
) -> tuple[Evidence, tuple[Evidence, ...]]:
    """The lead and the summary of these briefs, newest first; each has a sentence.

    Raises ValueError where no brief has one.
    """
    weights = sum_words(briefs, field)
    told = [
        sentence
        for rank, brief in enumerate(briefs[:MOST_BRIEFS])
        for sentence in list_sentences(analyses[brief], rank, weights)
    ]
    lead = max((one for one in told if one.rank < NEWEST), key=by_worth, default=None) or max(told, key=by_worth)
    chosen = choose_different(lead, sorted(told, key=by_worth, reverse=True))
    return lead.evidence, tuple(one.evidence for one in sorted(chosen, key=lambda one: (-one.rank, one.evidence.span)))


def sum_words(briefs: Iterable[str], field: Field) -> Mapping[str, float]:
    """What each word weighs in all briefs together."""
    weights: defaultdict[str, float] = defaultdict(float)
    for brief in briefs:
        for feature, weight in field.vectors[brief].items():
            kind, word = field.features[feature]
            if kind == "wording":
                weights[word] += weight
    return weights


def list_sentences(analysis: Analysis, rank: int, weights: Mapping[str, float]) -> Iterable[Told]:
    """The first sentences of a brief's summary that are neither short nor long, else its first one, else the lead."""
    spans = [analysis.sentences[number] for number in analysis.summary] or list(analysis.sentences[:1])
    found = []
    for span in spans:
        words = [trim_word(word) for word in WORD.findall(span.of(analysis.document.text))]
        telling = frozenset(words) & weights.keys()
        score = sum(sorted(weights[word] for word in telling)) / (10 + len(words)) if words else 0.0
        found.append((len(words), Told(round(score, 9), rank, Evidence(analysis.document.id, span), telling)))
    fit = [told for length, told in found if FEWEST_WORDS <= length <= MOST_WORDS]
    return fit[:FIRST] or [told for _, told in found[:1]]


def by_worth(told: Told) -> tuple[float, int, str]:
    """Sorts the sentence that tells more behind, of equals that of the newer brief."""
    return told.score, -told.rank, told.evidence.brief


def choose_different(lead: Told, told: Iterable[Told]) -> list[Told]:
    """The lead and the best others that say something else, one of each brief before a second of any."""
    chosen, second = [lead], []
    for one in told:
        if any(overlap(one, other) > MOST_OVERLAP for other in chosen):
            continue
        if one.rank in {other.rank for other in chosen}:
            second.append(one)
        else:
            chosen.append(one)
        if len(chosen) == MOST_SENTENCES:
            return chosen
    for one in second:
        if len(chosen) < MOST_SENTENCES and all(overlap(one, other) <= MOST_OVERLAP for other in chosen):
            chosen.append(one)
    return chosen


def overlap(one: Told, other: Told) -> float:
    """The share of the words of the sentence with fewer that the other has too."""
    fewest = min(len(one.words), len(other.words))
    return len(one.words & other.words) / fewest if fewest else float(one.evidence == other.evidence)
