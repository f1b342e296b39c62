"""ROUGE-1, -2 and -L as F, over lower-case words of letters and digits; no stemming, no stop words."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

WORDS = 60
"""Words of a summary that are compared."""
_WORD = re.compile(r"[a-z0-9]+")
Rouge = tuple[float, float, float]
"""ROUGE-1, ROUGE-2, ROUGE-L, each 0 to 1."""


def clip(text: str) -> str:
    """The first words of a text."""
    return " ".join(text.split()[:WORDS])


def best_rouge(candidate: str, references: Iterable[str]) -> Rouge:
    """Each measure by itself, against the reference that it fits best."""
    rows = [rouge(candidate, reference) for reference in references]
    one, two, longest = (max(column) for column in zip(*rows, strict=True))
    return one, two, longest


def rouge(candidate: str, reference: str) -> Rouge:
    """One text against one reference."""
    said, wanted = _WORD.findall(candidate.lower()), _WORD.findall(reference.lower())
    if not said or not wanted:
        return 0.0, 0.0, 0.0
    longest = 2 * _longest_common(said, wanted) / (len(said) + len(wanted))
    return _overlap(said, wanted, 1), _overlap(said, wanted, 2), longest


def _overlap(said: Sequence[str], wanted: Sequence[str], size: int) -> float:
    ours, theirs = _grams(said, size), _grams(wanted, size)
    total = sum(ours.values()) + sum(theirs.values())
    return 2 * sum((ours & theirs).values()) / total if total else 0.0


def _grams(words: Sequence[str], size: int) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(words[start:] for start in range(size)), strict=False))


def _longest_common(said: Sequence[str], wanted: Sequence[str]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(wanted) + 1)
    for word in said:
        before = 0
        for index, other in enumerate(wanted, 1):
            before, row[index] = row[index], before + 1 if word == other else max(row[index], row[index - 1])
    return row[-1]
