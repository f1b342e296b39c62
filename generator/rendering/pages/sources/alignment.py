"""Two texts side by side: which sentence stands beside which, and which words differ."""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.model import Span

MOST_SENTENCES = 200
"""Of either text; what is beyond is not compared."""
LEAST_LIKE, LEAST_MOVED = 0.4, 0.7
"""The share of their words that two sentences share: to stand side by side; to be one sentence at another place."""
_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"\w+|\s+|[^\w\s]")


class Beside(NamedTuple):
    """A row: a sentence of either text by its index, or of one only."""

    left: int | None
    right: int | None
    elsewhere: int | None = None
    """Of a sentence of one text, the sentence of the other one that says the same at another place."""


def align(left: Sequence[str], right: Sequence[str]) -> list[Beside]:
    """The rows of two texts, given as their sentences, in the order of both."""
    words = [[_words_of(text) for text in side[:MOST_SENTENCES]] for side in (left, right)]
    like = [[_likeness(one, other) for other in words[1]] for one in words[0]]
    rows = list(_walk(like, len(words[0]), len(words[1])))
    return [_find_elsewhere(row, rows, like) for row in rows]


def _words_of(text: str) -> frozenset[str]:
    """The words; of a text without any the text itself."""
    return frozenset(_WORD.findall(text.casefold())) or frozenset({text})


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the words that both have, of equals 1."""
    return 2 * len(one & other) / (len(one) + len(other))


def _walk(like: Sequence[Sequence[float]], height: int, width: int) -> Iterator[Beside]:
    """The rows by which the sum of likeness is greatest; of what stands in one text only, the left one first."""
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for row in range(height - 1, -1, -1):
        for column in range(width - 1, -1, -1):
            gain = like[row][column]
            together = best[row + 1][column + 1] + gain if gain >= LEAST_LIKE else 0.0
            best[row][column] = max(best[row + 1][column], best[row][column + 1], together)
    row = column = 0
    while row < height and column < width:
        gain = like[row][column]
        if gain >= LEAST_LIKE and best[row][column] == best[row + 1][column + 1] + gain:
            yield Beside(row, column)
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            yield Beside(row, None)
            row += 1
        else:
            yield Beside(None, column)
            column += 1
    yield from (Beside(rest, None) for rest in range(row, height))
    yield from (Beside(None, rest) for rest in range(column, width))


def _find_elsewhere(row: Beside, rows: Sequence[Beside], like: Sequence[Sequence[float]]) -> Beside:
    if row.left is not None and row.right is None:
        free = [other.right for other in rows if other.left is None and other.right is not None]
        return row._replace(elsewhere=_best(free, lambda at: like[row.left or 0][at]))
    if row.right is not None and row.left is None:
        free = [other.left for other in rows if other.right is None and other.left is not None]
        return row._replace(elsewhere=_best(free, lambda at: like[at][row.right or 0]))
    return row


def _best(free: Sequence[int], like: Callable[[int], float]) -> int | None:
    best = max(free, key=lambda at: (like(at), -at), default=None)
    return best if best is not None and like(best) >= LEAST_MOVED else None


def find_differences(left: str, right: str) -> tuple[list[Span], list[Span]]:
    """What of either text the other one does not have, as spans of whole words and marks; spaces do not count."""
    pieces = [[Span(*match.span()) for match in _PIECE.finditer(text)] for text in (left, right)]
    words = [[_plain(span.of(text)) for span in found] for text, found in zip((left, right), pieces, strict=True)]
    changes = SequenceMatcher(None, words[0], words[1], autojunk=False).get_opcodes()
    gone = [pieces[0][a:b] for kind, a, b, _, _ in changes if kind in ("replace", "delete")]
    come = [pieces[1][c:d] for kind, _, _, c, d in changes if kind in ("replace", "insert")]
    return _join(gone, left), _join(come, right)


def _plain(piece: str) -> str:
    return " " if piece.isspace() else piece


def _join(runs: Sequence[Sequence[Span]], text: str) -> list[Span]:
    """Each run as one span without the spaces at its ends."""
    whole = [Span(run[0].start, run[-1].end) for run in runs if run]
    words = [(span, span.of(text)) for span in whole]
    return [
        Span(span.start + len(shown) - len(shown.lstrip()), span.end - len(shown) + len(shown.rstrip()))
        for span, shown in words
        if shown.strip()
    ]
