"""Which briefs share wording, and how much: runs of four words that stand in both outside quotations and questions.

Exact, as sets of numbers that are sorted once: of 10,000 briefs that takes seconds and finds a short text inside a long
one, which a sketch for likeness (MinHash) does not. What people are quoted with is left out: two reporters who heard
one speech share it; and what an interviewer asks, who asks many the same.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from generator.model import Analysis
from generator.text.edtf import bounds
from generator.text.memo import remembered
from generator.text.spans import Spans

WORD = re.compile(r"[^\W_]+")
LENGTH = 4
"""Words of a run."""
REACH = 16
"""Briefs after it, among all that have a run, with which a brief is compared by it: all of them up to 17 briefs."""
LEAST_RUNS = 12
"""Shared runs from which two briefs are looked at."""
MOST_WORDS = 5_000
"""Words of one body that are looked at."""
BACKGROUND_BRIEFS, BACKGROUND_DAYS = 3, 7
"""Wording of so many briefs, published over more days than these, is background and no sign of one report."""
UNKNOWN = 0
"""The day of a brief that states none."""
_ASKS = ("?", "？", "؟")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)

Numbers = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a body outside its quotations."""

    runs: Numbers
    """For each word a number for the run of words that begins with it; 0 where none does."""
    sentences: NDArray[np.int32]
    """For each word the index of its sentence."""
    day: int
    """Of publication, counted from the year 1; `UNKNOWN` where none is stated."""

    @property
    def size(self) -> int:
        """How many words."""
        return len(self.runs)


@remembered
def read_wording(analysis: Analysis) -> Wording:
    """The words of a body, as numbers."""
    codes, sentences, pieces = list[int](), list[int](), list[int]()
    for piece, (sentence, words) in enumerate(_list_pieces(analysis)):
        found = [_code(word.casefold()) for word in WORD.findall(words)]
        codes += found
        sentences += [sentence] * len(found)
        pieces += [piece] * len(found)
        if len(codes) > MOST_WORDS:
            break
    published = bounds(analysis.metadata.published.value or "")
    day = published[0].toordinal() if published else UNKNOWN
    return Wording(_join_runs(codes, pieces), np.array(sentences, dtype=np.int32), day)


def _list_pieces(analysis: Analysis) -> Iterator[tuple[int, str]]:
    """The sentences without what they quote, each piece with the index of its sentence."""
    text, quoted = analysis.document.text, Spans(said.span for said in analysis.quotations)
    for index, sentence in enumerate(analysis.sentences):
        if text[sentence.start : sentence.end].endswith(_ASKS):
            continue
        at = sentence.start
        for span in quoted.overlapping(sentence):
            yield index, text[at : max(at, span.start)]
            at = max(at, span.end)
        yield index, text[at : max(at, sentence.end)]


@lru_cache(maxsize=1 << 18)
def _code(word: str) -> int:
    """A number for a word, the same in every run of the program."""
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _join_runs(codes: Sequence[int], pieces: Sequence[int]) -> Numbers:
    words, of = np.array(codes, dtype=np.uint64), np.array(pieces, dtype=np.int32)
    runs = np.zeros(len(words), dtype=np.uint64)
    count = len(words) - LENGTH + 1
    if count > 0:
        joined = np.zeros(count, dtype=np.uint64)
        for place in range(LENGTH):
            joined = joined * _FACTOR + words[place : place + count]
        runs[:count] = np.where(of[:count] == of[LENGTH - 1 :], joined, 0)
    return runs


@dataclass(frozen=True, slots=True)
class Field:
    """The runs of all bodies, each run of a body once, sorted by run; of equals by body."""

    runs: Numbers
    briefs: NDArray[np.int64]
    """The index of the body that has it."""


def lay_out(wordings: Sequence[Wording]) -> Field:
    """The runs of all bodies in one field."""
    own = [np.unique(wording.runs[wording.runs != 0]) for wording in wordings]
    runs = np.concatenate([*own, np.empty(0, dtype=np.uint64)])
    briefs = np.repeat(np.arange(len(own), dtype=np.int64), [len(numbers) for numbers in own])
    order = np.argsort(runs, kind="stable")
    return Field(runs[order], briefs[order])


def find_pairs(field: Field, size: int) -> list[tuple[int, int]]:
    """The pairs of indexes, the lower one first, of `size` bodies that share enough runs to be looked at."""
    shared = [np.empty(0, dtype=np.int64)]
    for distance in range(1, REACH + 1):
        same = np.flatnonzero(field.runs[distance:] == field.runs[: max(0, len(field.runs) - distance)])
        shared.append(field.briefs[same] * size + field.briefs[same + distance])
    pairs, counts = np.unique(np.concatenate(shared), return_counts=True)
    return [divmod(int(pair), size) for pair in pairs[counts >= LEAST_RUNS]]


def find_background(field: Field, wordings: Sequence[Wording]) -> Numbers:
    """The runs that several briefs of different weeks have."""
    known = np.array([wording.day for wording in wordings], dtype=np.int64)[field.briefs]
    runs, days = field.runs[known != UNKNOWN], known[known != UNKNOWN]
    first = np.flatnonzero(np.concatenate([runs[:1] == runs[:1], runs[1:] != runs[:-1]]))
    counts = np.diff(np.append(first, len(runs)))
    if not len(first):
        return np.empty(0, dtype=np.uint64)
    spread = np.maximum.reduceat(days, first) - np.minimum.reduceat(days, first)
    found: Numbers = runs[first[(counts >= BACKGROUND_BRIEFS) & (spread > BACKGROUND_DAYS)]]
    return found


@dataclass(frozen=True, slots=True)
class Overlap:
    """What one body shares with another."""

    words: int
    """That stand in a shared run."""
    share: float
    """Of all its words outside quotations, 0 to 1."""
    sentences: tuple[int, ...]
    """The sentences most words of which are shared, by how many those are, the longest first."""


def measure_overlap(one: Wording, other: Wording, background: Numbers) -> Overlap:
    """How much of `one` stands in `other`, without the background."""
    runs = np.setdiff1d(other.runs[other.runs != 0], background, assume_unique=False)
    begins = np.isin(one.runs, runs)
    shared = begins.copy()
    for place in range(1, LENGTH):
        shared[place:] |= begins[: max(0, len(begins) - place)]
    words = int(shared.sum())
    last = int(one.sentences[-1]) + 1 if one.size else 0
    covered, whole = (np.bincount(one.sentences, weights, last) for weights in (shared, None))
    most = sorted(np.flatnonzero(covered * 2 > whole).tolist(), key=lambda index: (-covered[index], index))
    return Overlap(words, words / one.size if one.size else 0.0, tuple(most))
