"""From what the network says of each word to names and trees: the likeliest row of tags in which every name has a
beginning (Viterbi), one root to a sentence, no cycles. The order of the labels is that of its outputs: a change
needs a new training.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.model import EntityType

NAME_TYPES: tuple[EntityType, ...] = ("Person", "Organization", "Place", "Event")
NAME_TAGS: tuple[str, ...] = ("O", *(f"{place}-{kind}" for kind in NAME_TYPES for place in "BI"))
"""`O`, then B- and I- of each type: a name of type k begins with tag 1 + 2k and goes on with tag 2 + 2k."""
PARTS_OF_SPEECH: tuple[str, ...] = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
)  # fmt: skip
"""Universal Dependencies, https://universaldependencies.org/u/pos/."""
RELATIONS: tuple[str, ...] = (
    "root", "punct", "case", "det", "nsubj", "amod", "nmod", "obl", "advmod", "obj", "conj", "compound", "cc", "mark",
    "aux", "cop", "nmod:poss", "advcl", "flat", "xcomp", "acl:relcl", "acl", "aux:pass", "nsubj:pass", "appos",
    "nummod", "ccomp", "parataxis", "dep", "nmod:unmarked", "obl:unmarked", "fixed", "expl", "compound:prt",
    "obl:agent", "discourse", "csubj", "iobj", "nmod:desc", "advcl:relcl", "reparandum", "nsubj:outer", "list",
    "det:predet", "cc:preconj", "vocative", "orphan", "dislocated", "csubj:pass", "goeswith", "csubj:outer",
)  # fmt: skip
"""Universal Dependencies with the subtypes of the English treebanks."""


NEVER = np.float32(-1e4)
TAGS = len(NAME_TAGS)
SURE = -0.05
"""The log-chance from which a word is surely no name."""


def build_steps() -> NDArray[np.float32]:
    """What it costs to go from a tag to the next: nothing, or too much: an I- follows only its own type."""
    steps = np.zeros((TAGS, TAGS), dtype=np.float32)
    for tag in range(2, TAGS, 2):
        steps[:, tag] = NEVER
        steps[tag - 1, tag] = steps[tag, tag] = 0
    return steps


STEPS = build_steps()


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name as a run of words, before the document is asked for its opinion."""

    start: int
    end: int
    chances: tuple[float, ...]
    """For each of `NAME_TYPES`, that the run is a name of it; they need not sum to 1."""
    kind: int
    """Index into `NAME_TYPES`."""
    rule: str = "model"
    """What found it or last changed its words or type: the network, or a rule of the document."""


def decode_tags(scores: NDArray[np.float32], stops: Sequence[bool]) -> list[int]:
    """The likeliest tags. Where the best tag of each word is allowed already, nothing is searched."""
    tags: list[int] = scores.argmax(axis=1).tolist()
    sure = (scores[:, 0] > SURE).tolist()
    start = 0
    for end in range(1, len(tags) + 1):
        # A run that ends at a sure "no name" or at the end of a block is decoded by itself.
        if stops[end - 1] or sure[end - 1] or end == len(tags):
            if not is_allowed(tags[start:end]):
                tags[start:end] = decode_run(scores[start:end])
            start = end
    return tags


def is_allowed(tags: Sequence[int]) -> bool:
    """Whether every I- follows its own type, in a run that nothing reaches into."""
    return all(tag % 2 or not tag or before in (tag, tag - 1) for before, tag in zip([0, *tags], tags, strict=False))


def decode_run(scores: NDArray[np.float32]) -> list[int]:
    """The likeliest allowed tags of a run that nothing reaches into."""
    best = scores[0] + np.where(np.arange(TAGS) % 2 == 0, NEVER, 0)
    best[0] = scores[0, 0]
    back = np.zeros(scores.shape, dtype=np.int64)
    for index in range(1, len(scores)):
        ways = best[:, None] + STEPS
        back[index] = ways.argmax(axis=0)
        best = ways.max(axis=0) + scores[index]
    tag = int(best.argmax())
    tags = [tag]
    for index in range(len(scores) - 1, 0, -1):
        tag = int(back[index, tag])
        tags.append(tag)
    return tags[::-1]


def find_runs(scores: NDArray[np.float32], stops: Sequence[bool]) -> list[FoundName]:
    """The names of a text, in order."""
    tags = decode_tags(scores, stops)
    names = []
    index = 0
    while index < len(tags):
        if tags[index] == 0:
            index += 1
            continue
        start, kind = index, (tags[index] - 1) // 2
        index += 1
        while index < len(tags) and tags[index] == 2 + 2 * kind:
            index += 1
        names.append(FoundName(start, index, weigh_types(scores[start:index]), kind))
    return names


def weigh_types(scores: NDArray[np.float32]) -> tuple[float, ...]:
    """The chance of each type, the mean over the words of a run."""
    chances = np.exp(scores).mean(axis=0)
    return tuple(float(chances[1 + 2 * kind] + chances[2 + 2 * kind]) for kind in range(len(NAME_TYPES)))


ROOT = RELATIONS.index("root")
LOOSE = RELATIONS.index("parataxis")


def build_tree(
    heads: Sequence[int], relations: Sequence[int], roots: Sequence[float], start: int, end: int
) -> tuple[list[int], list[int]]:
    """Heads and relations of the words `start` to `end`, one sentence. The likeliest root keeps its place; what else
    is a root, points out of the sentence or stands in a cycle hangs on it."""
    candidates = [word for word in range(start, end) if heads[word] == word] or range(start, end)
    root = max(candidates, key=lambda word: (roots[word], -word))
    tree = [
        root if not start <= heads[word] < end or heads[word] == word else heads[word] for word in range(start, end)
    ]
    tree[root - start] = root
    named = list(relations[start:end])
    break_cycles(tree, root, start)
    for word in range(start, end):
        if word == root:
            named[word - start] = ROOT
        elif named[word - start] == ROOT:
            named[word - start] = LOOSE
    return tree, named


def break_cycles(tree: list[int], root: int, start: int) -> None:
    """Hang one word of each cycle on the root, in place; linear, as each word is walked once."""
    safe = {root}
    for word in range(start, start + len(tree)):
        path: list[int] = []
        walked: set[int] = set()
        while word not in safe and word not in walked:
            walked.add(word)
            path.append(word)
            word = tree[word - start]
        if word not in safe:
            tree[word - start] = root
        safe.update(path)
