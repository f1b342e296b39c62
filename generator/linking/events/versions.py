"""What versions of one text tell in nearly the same sentence: one happening, whatever else was changed in it.

The sentences of each version are laid into rows, those that share most words first. A row alone joins nothing: what is
told must be of one kind, by the same words or as the only one of its kind there.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.linking.events.accounts import make_family
from generator.linking.events.tellings import Telling
from generator.model import Analysis, Lineage, LineageKind

LEAST: Mapping[LineageKind, float] = {"version": 0.5, "wording": 0.8}
"""Of the words of two sentences that say the same, the share that both have, by what their texts have in common."""
WORD = re.compile(r"\w+")
Place = tuple[str, int]
"""A brief and the number of a sentence."""


def pair_versions(
    tellings: Sequence[Telling], analyses: Iterable[Analysis], lineages: Iterable[Lineage]
) -> list[tuple[int, int]]:
    """The tellings, by their numbers, that two versions tell in one sentence."""
    texts = {analysis.document.id: analysis for analysis in analyses}
    told: defaultdict[Place, list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        told[telling.brief, telling.sentence].append(number)
    found: list[tuple[int, int]] = []
    for lineage in lineages:
        if lineage.kind in LEAST:
            known = [texts[brief] for brief in lineage.briefs if brief in texts]
            for row in lay_rows(known, LEAST[lineage.kind]):
                found += chain_told(tellings, [told[place] for place in row if place in told])
    return found


def chain_told(tellings: Sequence[Telling], row: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """What the sentences of a row tell, each with the nearest before it that tells the same."""
    for at, other in enumerate(row):
        pairs = (list(pair_told(tellings, one, other)) for one in reversed(row[:at]))
        yield from next(filter(None, pairs), ())


def lay_rows(analyses: Iterable[Analysis], least: float) -> list[list[Place]]:
    """The sentences that say the same, at most one of each text, in the order of the texts."""
    rows: list[list[Place]] = []
    words: list[frozenset[str]] = []
    shelf: defaultdict[str, list[int]] = defaultdict(list)
    for analysis in analyses:
        sentences = [read_words(span.of(analysis.document.text)) for span in analysis.sentences]
        places = choose_rows(sentences, words, shelf, least)
        for at, sentence in enumerate(sentences):
            row = places.get(at)
            if row is None:
                row = len(rows)
                rows.append([])
                words.append(sentence)
                for word in sentence:
                    shelf[word].append(row)
            rows[row].append((analysis.document.id, at))
    return rows


def read_words(text: str) -> frozenset[str]:
    """The words of a sentence, in lower case."""
    return frozenset(WORD.findall(text.casefold()))


def choose_rows(
    sentences: Sequence[frozenset[str]],
    words: Sequence[frozenset[str]],
    shelf: Mapping[str, Sequence[int]],
    least: float,
) -> dict[int, int]:
    """For the sentences of one text the rows they belong to, the likest first; each row takes one."""
    found = []
    for at, sentence in enumerate(sentences):
        shared = Counter(row for word in sentence for row in shelf.get(word, ()))
        for row, count in shared.items():
            share = count / (len(sentence) + len(words[row]) - count)
            if share >= least:
                found.append((-share, at, row))
    places: dict[int, int] = {}
    taken = set[int]()
    for _, at, row in sorted(found):
        if at not in places and row not in taken:
            places[at] = row
            taken.add(row)
    return places


def pair_told(tellings: Sequence[Telling], one: Sequence[int], other: Sequence[int]) -> Iterator[tuple[int, int]]:
    """What two sentences that say the same both tell: by the same words, else the only one of a kind in either."""
    left, right = (Counter(make_family(tellings[number].kind) for number in numbers) for numbers in (one, other))
    for first in one:
        family, words = make_family(tellings[first].kind), tellings[first].words
        fits = [number for number in other if make_family(tellings[number].kind) == family]
        same = [number for number in fits if tellings[number].words == words]
        is_only = left[family] == right[family] == 1
        if len(same) == 1 or (fits and is_only):
            yield first, (same or fits)[0]
