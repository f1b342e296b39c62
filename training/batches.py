"""Examples to batches of tensors, with letter case played with; equal seeds give equal batches."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from generator.language.en.model.words import BREAK, CAPITALIZED, INITIAL, LOWER, MIXED, NO_CASE, START, UPPER
from training.examples import UNKNOWN, Example, cut_example

ROOM = 2560
"""Pieces in a batch, padding counted."""
WEIGHTS = {"gmb": 0.5, "btc_g": 0.7}
"""What a set's names count for; 1 where nothing is said. GMB is partly machine-made."""
LETTERS = frozenset({LOWER, CAPITALIZED, UPPER, INITIAL, MIXED})


@dataclass(frozen=True, slots=True)
class Row:
    """A window as numbers; heads are indexes into the window, UNKNOWN outside it."""

    ids: list[int]
    cases: list[int]
    first: list[int]
    names: list[int]
    ends: list[int]
    sentences: list[int]
    pos: list[int]
    heads: list[int]
    relations: list[int]
    weight: float


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows as tensors, batch x pieces (`ids`, `cases`) and batch x words (the rest)."""

    ids: Tensor
    cases: Tensor
    first: Tensor
    names: Tensor
    ends: Tensor
    sentences: Tensor
    pos: Tensor
    heads: Tensor
    relations: Tensor
    weight: Tensor


def lower(cases: list[int], lengths: list[int], rng: random.Random) -> list[int]:
    """As if typed in haste."""
    return [LOWER if case in LETTERS else case for case in cases]


def shout(cases: list[int], lengths: list[int], rng: random.Random) -> list[int]:
    """As in a headline in capitals."""
    return [
        (UPPER if length > 1 else INITIAL) if case in LETTERS else case
        for case, length in zip(cases, lengths, strict=True)
    ]


def title(cases: list[int], lengths: list[int], rng: random.Random) -> list[int]:
    """As in a headline in title case; short words may stay small."""
    small = rng.random() < 0.6
    return [
        CAPITALIZED if case == LOWER and not (small and length <= 3) else case
        for case, length in zip(cases, lengths, strict=True)
    ]


PLAYS: tuple[tuple[float, Callable[[list[int], list[int], random.Random], list[int]]], ...] = (
    (0.04, lower), (0.05, shout), (0.06, title),
)  # fmt: skip
"""How often each change of case is made."""


MASK, MASKED = 103, 0.03
"""The piece that hides another, and how many are hidden: names must be known by their context too."""


def play(cases: list[int], lengths: list[int], rng: random.Random) -> list[int]:
    """The letter case of a window, changed now and then."""
    dice = rng.random()
    for share, change in PLAYS:
        if dice < share:
            return change(cases, lengths, rng)
        dice -= share
    return cases


def build_rows(example: Example, rng: random.Random, *, width: int, breaks: bool, plays: bool = True) -> Iterator[Row]:
    """The windows of an example. `breaks` says whether blocks are told apart by a break."""
    weight = WEIGHTS.get(example.source, 1.0)
    for window in cut_example(example, width):
        own = slice(window.own, window.end)
        cases = example.cases[own]
        if plays:
            cases = play(cases, [span.end - span.start for span in example.spans[own]], rng)
        ids, shapes, first = [START], [NO_CASE], []
        for index, case in zip(range(window.own, window.end), cases, strict=True):
            if breaks and index > window.own and example.blocks[index] != example.blocks[index - 1]:
                ids.append(BREAK)
                shapes.append(NO_CASE)
            first.append(len(ids))
            ids += [MASK if plays and rng.random() < MASKED else piece for piece in example.pieces[index]]
            shapes += [case] * len(example.pieces[index])
        heads = [head - window.own if window.own <= head < window.end else UNKNOWN for head in example.heads[own]]
        yield Row(
            [*ids, BREAK], [*shapes, NO_CASE], first, example.names[own], example.ends[own], example.sentences[own],
            example.pos[own], heads, example.relations[own], weight,
        )  # fmt: skip


def group_rows(rows: Sequence[Row], rng: random.Random) -> list[list[Row]]:
    """Rows of like length together, the groups in random order."""
    groups: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: len(row.ids) + 8 * rng.random()):
        longest = max(len(row.ids), len(groups[-1][-1].ids)) if groups else 0
        if not groups or (len(groups[-1]) + 1) * longest > ROOM:
            groups.append([])
        groups[-1].append(row)
    rng.shuffle(groups)
    return groups


def pad(rows: Sequence[Sequence[int]], filler: int) -> Tensor:
    """Rows of unlike length as one tensor."""
    width = max(map(len, rows))
    return torch.tensor([[*row, *[filler] * (width - len(row))] for row in rows])


def build_batch(rows: Sequence[Row]) -> Batch:
    """Rows as tensors."""
    return Batch(
        pad([row.ids for row in rows], 0),
        pad([row.cases for row in rows], 0),
        pad([row.first for row in rows], 0),
        pad([row.names for row in rows], UNKNOWN),
        pad([row.ends for row in rows], UNKNOWN),
        pad([row.sentences for row in rows], -1),
        pad([row.pos for row in rows], UNKNOWN),
        pad([row.heads for row in rows], UNKNOWN),
        pad([row.relations for row in rows], UNKNOWN),
        torch.tensor([row.weight for row in rows]),
    )
