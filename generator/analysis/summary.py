"""A summary out of the document's own sentences: position, central words, names and the title's words decide.

Scores follow Luhn (The automatic creation of literature abstracts, 1958) and Edmundson (New methods in automatic
extracting, 1969); sentences that nearly repeat a chosen one are passed over as in maximal marginal relevance. What a
sentence leaves open, is no whole one or is a question speaks against it.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from functools import cache
from math import log2
from typing import NamedTuple

from generator.language.wording import BARRED, find_open_end, words_of
from generator.model import Analysis, Span
from generator.text.spans import Spans
from generator.text.wordlists import load_pairs, load_set

WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
SHORT, LONG = 6, 45
"""Words below which a sentence is a fragment, and above which it is too long to sum up."""
QUOTES = "\"'\u201c\u201d\u2018\u2019\u00ab\u00bb"
_GLUED = 15
"""Words of a lead that lacks its full stop; fewer are a line of something else."""


def find_fault(sentence: str, words: Sequence[str]) -> float:
    """How much speaks against a sentence out of its place. `words`: its content words."""
    tokens = [word.lower() for word in WORD.findall(sentence)]
    if not tokens:
        return 9.0
    found = find_open_end(sentence, tokens)
    if sentence.rstrip(QUOTES).endswith("?"):
        found += 1.0
    if sentence[0] in QUOTES:
        found += 0.5 + 0.7 * (sentence[-1] in QUOTES)
    if len(tokens) < SHORT or len(words) < 3:
        found += 2.0
    if len(tokens) > LONG:
        found += 0.4
    if not ends(sentence):
        found += 0.6
    return found


def ends(sentence: str) -> bool:
    """Whether a sentence ends with an end mark, closing marks aside."""
    return sentence.rstrip(QUOTES + ")]").endswith((".", "!", "?", "\u2026", "\u3002"))


def can_open(sentence: str, words: Sequence[str]) -> bool:
    """Whether a sentence can be the lead: it may be long or lack its full stop, but leaves nothing open."""
    tokens = [word.lower() for word in WORD.findall(sentence)]
    if len(tokens) < SHORT or len(words) < 3:
        return False
    is_whole = sentence[0] not in QUOTES and not sentence.rstrip(QUOTES).endswith("?")
    is_line = not ends(sentence) and (len(tokens) < _GLUED or sentence.isupper())
    return is_whole and not is_line and find_open_end(sentence, tokens) < 0.5


CANDIDATES = 200
"""Only the first sentences of a long text are considered."""
PER_SENTENCE = 3
"""A summary has at most one sentence for so many of the text, and one more."""
SAME = 0.6
"""Share of content words from which two sentences say nearly the same."""


COVERED = 0.35
"""What a word counts once a chosen sentence has it."""
SAME_BLOCK = 0.3
"""What a sentence loses when another one of its block is chosen."""


class Candidate(NamedTuple):
    """One sentence that a summary might hold."""

    number: int
    words: frozenset[str]
    """Content words, folded."""
    merit: float
    """What speaks for it whatever else is chosen."""
    block: int
    fault: float
    """What speaks against it."""


def choose_summary(analysis: Analysis, *, limit: int) -> tuple[int, ...]:
    """The indexes of the sentences that sum the document up: ascending, at most `limit`, the lead nearly always first.

    Few for a short text: one in three and one more; a text of one or two sentences is its own summary.
    """
    sentences = analysis.sentences[:CANDIDATES]
    room = min(limit, 1 + len(analysis.sentences) // PER_SENTENCE)
    if room <= 0 or len(sentences) <= min(2, limit):
        return tuple(range(len(sentences))) if room > 0 else ()
    words = [content_words(span.of(analysis.document.text)) for span in sentences]
    weights = weigh(words)
    left = judge(analysis, sentences, words)
    left = [candidate for candidate in left if candidate.fault < BARRED] or left
    chosen: list[Candidate] = []
    while left and len(chosen) < room:
        covered = frozenset().union(*(other.words for other in chosen))
        blocks = {other.block for other in chosen}
        best = max(left, key=lambda candidate: (gain(candidate, covered, blocks, weights), -candidate.number))
        chosen.append(best)
        left = [other for other in left if other is not best and not repeats(other, best)]
    return tuple(sorted(candidate.number for candidate in chosen))


def gain(candidate: Candidate, covered: Set[str], blocks: Set[int], weights: Mapping[str, float]) -> float:
    """What a sentence adds to those chosen, which cover some words and blocks: its merit and the central words that
    are new.
    """
    central = sorted(candidate.words & weights.keys())
    total = sum(weights[word] * (COVERED if word in covered else 1.0) for word in central)
    return candidate.merit + 2 * total / (len(candidate.words) + 4) - SAME_BLOCK * (candidate.block in blocks)


def judge(analysis: Analysis, sentences: Sequence[Span], words: Sequence[Sequence[str]]) -> list[Candidate]:
    """Every sentence with its content words and its merit: place, title, names, faults."""
    text = analysis.document.text
    names = names_by_sentence(analysis, sentences)
    title = content_words(title_of(analysis))
    said = [(span.of(text), found) for span, found in zip(sentences, words, strict=True)]
    faults = [find_fault(*sentence) for sentence in said]
    lead = next((index for index, sentence in enumerate(said) if can_open(*sentence)), 0)
    starts = [block.span.start for block in analysis.document.blocks]
    return [
        Candidate(
            index,
            frozenset(words[index]),
            position(index, lead) + 0.5 * share(words[index], title) + 0.12 * min(names[index], 4) - faults[index],
            bisect_right(starts, span.start),
            faults[index],
        )
        for index, span in enumerate(sentences)
    ]


def content_words(text: str) -> list[str]:
    """The words of a text without function words, in lower case, a plural s cut off."""
    dull = stop_words()
    words = (word.lower() for word in WORD.findall(text))
    return [word[:-1] if len(word) > 4 and word.endswith("s") else word for word in words if word not in dull]


@cache
def stop_words() -> frozenset[str]:
    """Function words and words of reporting."""
    return (
        load_set("sentence_openers.txt")
        | frozenset(load_pairs("function_words.txt")["en"].split())
        | set(words_of("words of reporting"))
    )


def weigh(sentences: Sequence[Sequence[str]]) -> Mapping[str, float]:
    """Each word's weight: the number of sentences that have it, on a scale that flattens; words of one sentence: 0."""
    counts = Counter(word for words in sentences for word in set(words))
    top = max(counts.values(), default=1)
    return {word: log2(count) / log2(top + 1) for word, count in counts.items() if count > 1}


def share(words: Sequence[str], title: Sequence[str]) -> float:
    """The share of the title's words that the sentence has."""
    return len(set(words) & set(title)) / len(set(title)) if title else 0.0


def title_of(analysis: Analysis) -> str:
    """The title where the source states one."""
    title = analysis.metadata.title
    return title.value or "" if title.status in ("stated", "override") else ""


def names_by_sentence(analysis: Analysis, sentences: Sequence[Span]) -> list[int]:
    """How many different entities that are named more than once each sentence names."""
    counts = Counter(mention.entity for mention in analysis.mentions)
    found: list[set[str]] = [set() for _ in sentences]
    shelf = Spans(sentences)
    for mention in analysis.mentions:
        at = shelf.index_at(mention.span.start)
        if at is not None and sentences[at].holds(mention.span) and counts[mention.entity] > 1:
            found[at].add(mention.entity)
    return [len(entities) for entities in found]


def position(index: int, lead: int) -> float:
    """What a sentence's place is worth: most for the lead, then less and less."""
    if index == lead:
        return 3.0
    return 0.9 / (1 + 0.35 * abs(index - lead))


def repeats(candidate: Candidate, other: Candidate) -> bool:
    """Whether a sentence says nearly the same words as another."""
    smaller = min(len(candidate.words), len(other.words))
    return smaller > 0 and len(candidate.words & other.words) / smaller >= SAME
