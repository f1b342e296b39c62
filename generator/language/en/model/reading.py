"""A text read: words, sentences, names and parse, each with its span. The whole of what the model says.

reading = read_text(text, [Span(0, len(text))])

The network reads windows of words. Only this module knows its runtime. Deterministic on one machine: the batches of a
text depend on the text alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from generator.language.by_rules.lexicon import is_people
from generator.language.en.model import Reading, Token
from generator.language.en.model.consistency import Text, agree
from generator.language.en.model.decoding import (
    NAME_TAGS,
    NAME_TYPES,
    PARTS_OF_SPEECH,
    RELATIONS,
    FoundName,
    build_tree,
    find_runs,
)
from generator.language.en.model.evidence import weigh
from generator.language.en.model.words import (
    BREAK,
    NO_CASE,
    PAD,
    START,
    Window,
    cut_windows,
    find_case,
    find_pieces,
    find_tokens,
    rank_break,
)
from generator.language.name import Name
from generator.model import Span

MODEL = Path(__file__).parent / "data" / "model.onnx"
BATCH = 4
"""Windows read at once."""
_NEVER = -30.0
"""The log-chance of what is not."""
Numbers = NDArray[np.int64]
Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text as the network takes them; lists of equal length."""

    pieces: Sequence[Sequence[int]]
    cases: Sequence[int]
    stops: Sequence[bool]
    """Whether a block ends after the word."""
    silent: Sequence[bool]
    """Whether it has no letter and no digit: where all words of a window are so, there is nothing to read."""


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


_LOADING = Lock()


def load_session(model: Path = MODEL, threads: int = 1) -> onnxruntime.InferenceSession:
    """The network, loaded once for each number of threads; who asks while it is loaded waits for it."""
    with _LOADING:
        return _load_session(model, threads)


@cache
def _load_session(model: Path, threads: int) -> onnxruntime.InferenceSession:
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
        np.full((count, len(NAME_TAGS)), _NEVER, dtype=np.float32),
        np.zeros(count, dtype=np.float32),
        np.full(count, PARTS_OF_SPEECH.index("PUNCT"), dtype=np.int64),
        np.arange(count, dtype=np.int64),
        np.zeros(count, dtype=np.int64),
        np.zeros(count, dtype=np.float32),
    )
    found.names[:, NAME_TAGS.index("O")] = 0
    spoken = [window for window in windows if not all(words.silent[window.start : window.end])]
    for window, (names, ends, pos, arcs, heads, relations) in run_batches(words, spoken, session):
        own, own_here = slice(window.own, window.end), slice(window.own - window.start, window.end - window.start)
        found.names[own] = names[own_here]
        found.ends[own] = ends[own_here]
        found.pos[own] = pos[own_here]
        found.heads[own] = heads[own_here] + window.start
        found.relations[own] = relations[own_here]
        found.roots[own] = np.diagonal(arcs)[own_here]
    return found


KEPT = 8
"""Readings kept: sentences and names of one text are asked for one after the other."""
SURE_END = 0.5
NO_END = frozenset({"'s", "’s", "'", "’", "of", "the", "for", "and", "in", "at", "on", "to"})
"""Words and signs, case-folded, that end no name."""


def read_text(
    text: str, spans: Sequence[Span], *, threads: int = 1, model: Path = MODEL, consistent: bool = True
) -> Reading:
    """What the model says of `spans`, the blocks of `text`, in order. No sentence and no name crosses a block.

    `consistent` lets the document have its say on names. Costs are linear in the text's length.
    """
    return _read(text, tuple(spans), threads, model, consistent)


@lru_cache(maxsize=KEPT)
def _read(text: str, spans: tuple[Span, ...], threads: int, model: Path, consistent: bool) -> Reading:
    blocks = [found for found in find_tokens(text, spans) if found]
    tokens = [span for block in blocks for span in block]
    if not tokens:
        return Reading((), (), ())
    stops = [place + 1 == len(block) for block in blocks for place in range(len(block))]
    words = [span.of(text) for span in tokens]
    pieces, cases = find_pieces(words), [find_case(word) for word in words]
    breaks = [
        rank_break(word, following, is_block_end=stop)
        for word, following, stop in zip(words, [*words[1:], None], stops, strict=True)
    ]
    windows = cut_windows([len(found) for found in pieces], breaks)
    silent = [not any(map(str.isalnum, word)) for word in words]
    findings = find_all(Words(pieces, cases, stops, silent), windows, load_session(model, threads))
    runs = find_runs(findings.names, stops)
    ends = find_ends(findings, stops, runs)
    if consistent:
        openings = [True, *ends[:-1]]
        runs = agree(weigh(runs, words), Text([word.casefold() for word in words], cases, openings))
    return Reading(
        tuple(build_tokens(findings, tokens, ends)),
        tuple(build_sentences(tokens, ends)),
        tuple(name for run in runs if (name := build_name(run, text, tokens))),
    )


def find_ends(findings: Findings, stops: Sequence[bool], names: Sequence[FoundName]) -> list[bool]:
    """Whether a sentence ends after each word. None ends inside a name, but where a block does."""
    ends = [stop or bool(chance > SURE_END) for stop, chance in zip(stops, findings.ends, strict=True)]
    for name in names:
        for index in range(name.start, name.end - 1):
            ends[index] = stops[index]
    return ends


def build_sentences(tokens: Sequence[Span], ends: Sequence[bool]) -> list[Span]:
    """The sentences, without white space at either end."""
    sentences, start = [], 0
    for index, is_end in enumerate(ends):
        if is_end:
            sentences.append(Span(tokens[start].start, tokens[index].end))
            start = index + 1
    return sentences


def build_tokens(findings: Findings, spans: Sequence[Span], ends: Sequence[bool]) -> list[Token]:
    """The words, with a tree to each sentence."""
    heads, relations, roots = findings.heads.tolist(), findings.relations.tolist(), findings.roots.tolist()
    parts = findings.pos.tolist()
    tokens: list[Token] = []
    start = sentence = 0
    for index, is_end in enumerate(ends):
        if is_end:
            tree, named = build_tree(heads, relations, roots, start, index + 1)
            tokens += [
                Token(spans[word], PARTS_OF_SPEECH[parts[word]], head, RELATIONS[relation], sentence)
                for word, head, relation in zip(range(start, index + 1), tree, named, strict=True)
            ]
            start, sentence = index + 1, sentence + 1
    return tokens


def build_name(run: FoundName, text: str, tokens: Sequence[Span]) -> Name | None:
    """The name with its span, without a leading article or a possessive; None for a demonym.

    A name that the network cuts short ("Supreme Court of the") ends with its last word that can end one.
    """
    start, end = run.start, run.end
    while start < end - 1 and tokens[start].of(text).casefold() in ("the", "a", "an"):
        start += 1
    while start < end - 1 and tokens[end - 1].of(text).casefold() in NO_END:
        end -= 1
    span = Span(tokens[start].start, tokens[end - 1].end)
    kind = NAME_TYPES[run.kind]
    if kind != "Person" and _is_people(span.of(text)):
        return None
    return Name(span, kind, run.rule)


def _is_people(word: str) -> bool:
    """Whether this is an adjective or a people, also in capitals: "RUSSIAN"."""
    return is_people(word.title() if word.isupper() else word)
