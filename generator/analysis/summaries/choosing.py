"""Which sentences sum a document up: the best by their merits, none that says what another one says, none left open.

Sentences that repeat what is chosen lose by it, as in maximal marginal relevance. One that begins with a pronoun is
chosen where the sentence before it is, or where it is certain whom the pronoun means.
"""

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from generator.analysis.summaries.merits import measure, weigh
from generator.analysis.summaries.referents import find_shown, resolve_openings
from generator.analysis.summaries.sentences import content_words, find_fault, tokens_of
from generator.language.wording import BARRED, DANGLING, find_open_end
from generator.model import Analysis, Referent, Span
from generator.text.quotes import find_passages
from generator.text.spans import Spans

CANDIDATES = 200
"""Only the first sentences of a long text are considered."""
LEAST = 3
"""Sentences of a summary where the text and the setting have as many."""
PER_SENTENCE = 3
"""Beyond that it has at most one sentence for so many of the text, and one more."""
SAME = 0.6
"""Share of content words from which two sentences say nearly the same."""
REPEATED = 1.1
"""What a sentence loses if all its content words are in the chosen ones."""
LEFT_OPEN = 2.0
"""What a sentence loses of which it is not told whom its pronoun means."""
LEADING = 1.0
"""What the lead has more than its measures give it."""


class Candidate(NamedTuple):
    """One sentence that a summary might hold."""

    number: int
    words: frozenset[str]
    """Content words, folded."""
    merit: float
    """What speaks for it whatever else is chosen, less what speaks against it."""
    is_open: bool
    """Whether it begins with a pronoun of which it is not certain whom it means."""
    fault: float
    """What speaks against it."""


def sum_up(analysis: Analysis, *, limit: int) -> tuple[tuple[int, ...], tuple[Referent, ...]]:
    """The sentences that sum the document up, and whom their pronouns and short names mean where that is certain.

    Indexes, ascending, at most `limit`, the lead nearly always first. Few for a short text: three, or one in three and
    one more; a text of one or two sentences is its own summary.
    """
    openings = resolve_openings(analysis, analysis.sentences[:CANDIDATES])
    chosen = choose_summary(analysis, limit=limit, openings=openings)
    return chosen, find_shown(analysis, chosen, openings)


def choose_summary(
    analysis: Analysis, *, limit: int, openings: Mapping[int, Referent | None] | None = None
) -> tuple[int, ...]:
    """The indexes alone. `openings`: what `resolve_openings` gives."""
    sentences = analysis.sentences[:CANDIDATES]
    room = min(limit, max(LEAST, 1 + len(analysis.sentences) // PER_SENTENCE))
    if room <= 0 or len(sentences) <= min(2, limit):
        return tuple(range(len(sentences))) if room > 0 else ()
    left = judge(analysis, sentences, openings or {})
    left = [candidate for candidate in left if candidate.fault < BARRED] or left
    chosen: list[Candidate] = []
    while left and len(chosen) < room:
        covered = frozenset().union(*(other.words for other in chosen))
        numbers = {other.number for other in chosen}
        best = max(left, key=lambda candidate: (gain(candidate, covered, numbers), -candidate.number))
        chosen.append(best)
        left = [other for other in left if other is not best and not repeats(other, best)]
    return tuple(sorted(candidate.number for candidate in chosen))


def gain(candidate: Candidate, covered: Set[str], chosen: Set[int]) -> float:
    """What a sentence adds to those chosen, which cover some words. A pronoun is told by the sentence right before."""
    repeated = len(candidate.words & covered) / (len(candidate.words) + 2)
    is_told = not candidate.is_open or candidate.number - 1 in chosen
    return candidate.merit - REPEATED * repeated - (0.0 if is_told else LEFT_OPEN)


def judge(analysis: Analysis, sentences: Sequence[Span], openings: Mapping[int, Referent | None]) -> list[Candidate]:
    """Every sentence with its content words, its merit and its faults."""
    text = analysis.document.text
    words = [content_words(span.of(text)) for span in sentences]
    halves = find_halves(analysis, sentences)
    found = []
    for index, (span, measures) in enumerate(zip(sentences, measure(analysis, sentences, words), strict=True)):
        sentence = span.of(text)
        begins_open = bool(words[index]) and find_open_end(sentence, tokens_of(sentence)) == DANGLING
        fault = find_fault(sentence, words[index]) - DANGLING * begins_open + BARRED * (index in halves)
        merit = weigh(measures) + LEADING * measures.lead - fault
        is_open = openings[index] is None if index in openings else begins_open
        found.append(Candidate(index, frozenset(words[index]), merit, is_open, fault))
    return found


def find_halves(analysis: Analysis, sentences: Sequence[Span]) -> set[int]:
    """The sentences that hold a part of a quotation whose other part stands in another one."""
    shelf, found = Spans(sentences), set[int]()
    blocks = [block.span for block in analysis.document.blocks if block.is_body]
    for passage in find_passages(analysis.document.text, blocks)[0]:
        first = shelf.index_at(passage.whole.start)
        if first is not None and (passage.goes_on or not sentences[first].holds(passage.whole)):
            last = shelf.index_at(passage.whole.end - 1)
            found |= set(range(first, (first if last is None else last) + 1))
    return found


def repeats(candidate: Candidate, other: Candidate) -> bool:
    """Whether a sentence says nearly the same words as another."""
    smaller = min(len(candidate.words), len(other.words))
    return smaller > 0 and len(candidate.words & other.words) / smaller >= SAME
