"""The network at work: windows of words in, findings about each word out. Only this module knows the runtime.

Deterministic on one machine: the batches of a text depend on the text alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from generator.language.en.model.decoding import NAME_TAGS
from generator.language.en.model.words import BREAK, NO_CASE, PAD, START, Window

MODEL = Path(__file__).parent / "data" / "model.onnx"
BATCH = 4
"""Windows read at once."""
Numbers = NDArray[np.int64]
Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text as the network takes them; lists of equal length."""

    pieces: Sequence[Sequence[int]]
    cases: Sequence[int]
    stops: Sequence[bool]
    """Whether a block ends after the word."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What the network says of each word of a text."""

    names: Scores
    """Log-chances, words x `NAME_TAGS`."""
    ends: Scores
    """The chance that a sentence ends after the word."""
    pos: Numbers
    """Indexes into `PARTS_OF_SPEECH`."""
    heads: Numbers
    """Indexes of words; a root is its own head. Not yet a tree."""
    relations: Numbers
    """Indexes into `RELATIONS`."""
    roots: Scores
    """How likely the word is a root; to compare within a sentence."""


@cache
def load_session(model: Path = MODEL, threads: int = 1) -> onnxruntime.InferenceSession:
    """The network, loaded once for each number of threads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


def build_row(words: Words, window: Window) -> tuple[list[int], list[int], list[int]]:
    """The pieces of a window, their letter case, and where each word begins."""
    ids, cases, first = [START], [NO_CASE], []
    for index in range(window.start, window.end):
        pieces = words.pieces[index]
        first.append(len(ids))
        ids += pieces
        cases += [words.cases[index]] * len(pieces)
        if words.stops[index] or index + 1 == window.end:
            ids.append(BREAK)
            cases.append(NO_CASE)
    return ids, cases, first


def pad(rows: Sequence[Sequence[int]]) -> Numbers:
    """Rows of unlike length as one array."""
    padded = np.full((len(rows), max(map(len, rows))), PAD, dtype=np.int64)
    for number, row in enumerate(rows):
        padded[number, : len(row)] = row
    return padded


def run_batches(
    words: Words, windows: Sequence[Window], session: onnxruntime.InferenceSession
) -> Iterator[tuple[Window, list[NDArray[np.generic]]]]:
    """Each window with the network's outputs for it, windows of like length together."""
    rows = [build_row(words, window) for window in windows]
    order = sorted(range(len(rows)), key=lambda number: -len(rows[number][0]))
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        stops = [[int(words.stops[index]) for index in range(windows[n].start, windows[n].end)] for n in batch]
        ids, cases, first = (pad([rows[number][part] for number in batch]) for part in range(3))
        outputs = session.run(None, {"ids": ids, "cases": cases, "first": first, "stops": pad(stops)})
        for place, number in enumerate(batch):
            yield windows[number], [output[place] for output in outputs]


def find_all(words: Words, windows: Sequence[Window], session: onnxruntime.InferenceSession) -> Findings:
    """What the network says of the words of a text; each word is judged by the window that owns it."""
    count = len(words.pieces)
    found = Findings(
        np.zeros((count, len(NAME_TAGS)), dtype=np.float32),
        np.zeros(count, dtype=np.float32),
        np.zeros(count, dtype=np.int64),
        np.zeros(count, dtype=np.int64),
        np.zeros(count, dtype=np.int64),
        np.zeros(count, dtype=np.float32),
    )
    for window, (names, ends, pos, arcs, heads, relations) in run_batches(words, windows, session):
        own, own_here = slice(window.own, window.end), slice(window.own - window.start, window.end - window.start)
        found.names[own] = names[own_here]
        found.ends[own] = ends[own_here]
        found.pos[own] = pos[own_here]
        found.heads[own] = heads[own_here] + window.start
        found.relations[own] = relations[own_here]
        found.roots[own] = np.diagonal(arcs)[own_here]
    return found
