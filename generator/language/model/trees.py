"""The network's heads made trees: one root to a sentence, no cycles, no arc across its border."""

from collections.abc import Sequence

from generator.language.model.labels import RELATIONS

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
