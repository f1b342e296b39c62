"""A theme in sentences of its briefs: those that hold most of what all of them share, none that says the same again."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.language.wording import leans
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
LEANING, LATE, STOCK = 0.25, 0.8, 0.25
"""What a sentence is worth that is hardly understood alone, that is none of its text's first, that other texts have."""
OPENING = 2
"""The first sentences of a text: news begins with what is new."""
MOST_READ = 40
"""Sentences of a text among which what recurs is looked for."""
STOCK_SHARE, STOCK_BRIEFS = 0.6, 2
"""Of the words of two sentences that say the same, and in how many other texts: what recurs is background."""
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
    found = [
        sentence
        for rank, brief in enumerate(briefs[:MOST_BRIEFS])
        for sentence in list_sentences(analyses[brief], rank, weights)
    ]
    recurring = find_recurring([analyses[brief] for brief in briefs[:MOST_BRIEFS]])
    told = [one._replace(score=one.score * (STOCK if one.evidence in recurring else 1)) for one in found]
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
    found = []
    for number in analysis.summary or range(min(1, len(analysis.sentences))):
        span = analysis.sentences[number]
        text = span.of(analysis.document.text)
        words = [trim_word(word) for word in WORD.findall(text)]
        telling = frozenset(words) & weights.keys()
        score = sum(sorted(weights[word] for word in telling)) / (10 + len(words)) if words else 0.0
        score *= (LEANING if leans(text) else 1) * (LATE if number >= OPENING else 1)
        found.append((len(words), Told(round(score, 9), rank, Evidence(analysis.document.id, span), telling)))
    fit = [told for length, told in found if FEWEST_WORDS <= length <= MOST_WORDS]
    return fit[:FIRST] or [told for _, told in found[:1]]


def find_recurring(analyses: Iterable[Analysis]) -> frozenset[Evidence]:
    """The sentences that several other texts have too, or nearly: background."""
    found = [
        (Evidence(one.document.id, span), frozenset(map(trim_word, WORD.findall(span.of(one.document.text)))))
        for one in analyses
        for span in one.sentences[:MOST_READ]
    ]
    shelf: defaultdict[str, list[int]] = defaultdict(list)
    for at, (_, words) in enumerate(found):
        for word in words:
            shelf[word].append(at)
    return frozenset(place for place, words in found if len(list_same(place, words, found, shelf)) >= STOCK_BRIEFS)


def list_same(
    place: Evidence,
    words: frozenset[str],
    found: Sequence[tuple[Evidence, frozenset[str]]],
    shelf: Mapping[str, Sequence[int]],
) -> set[str]:
    """The other briefs that have a sentence of nearly the same words."""
    shared = Counter(at for word in words for at in shelf[word])
    return {
        found[at][0].brief
        for at, count in shared.items()
        if count >= STOCK_SHARE * (len(words) + len(found[at][1]) - count) and found[at][0].brief != place.brief
    }


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
