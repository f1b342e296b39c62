"""A long text as windows that the network can read: cut where sentences seem to end, each with some words of before.

The cost is linear in the length of the text. A word is judged by the window that owns it; the words before it that a
window repeats are context only.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 126
"""Pieces in a window, its start and end aside."""
CONTEXT = 8
"""Pieces of the words before that a window repeats, at most."""


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words: `start` to `end` are read, `own` to `end` are judged. Indexes into the words of the text."""

    start: int
    own: int
    end: int


def rank_break(word: str, following: str | None, *, is_block_end: bool) -> int:
    """How good it is to cut between two words: 3 between blocks, 2 after what seems a sentence, 1 after a sign, 0."""
    if is_block_end or following is None:
        return 3
    if word[-1] in ".!?…”\"’':;" and not following[0].islower() and (word[0] in ".!?…" or len(word) == 1):
        return 2
    return 0 if word[0].isalnum() else 1


def cut_windows(
    sizes: Sequence[int], breaks: Sequence[int], *, width: int = WIDTH, context: int = CONTEXT
) -> list[Window]:
    """The windows over words that take `sizes` pieces; `breaks[i]` ranks a cut after word i.

    A cut falls at the best rank in the last two fifths of the window, the later the better.
    """
    windows: list[Window] = []
    own = 0
    while own < len(sizes):
        start, used = own, 0
        while start > 0 and breaks[start - 1] < 3 and used + sizes[start - 1] <= context:
            start -= 1
            used += sizes[start]
        end, best, cut = own, -1, own + 1
        while end < len(sizes) and used + sizes[end] + (breaks[end] == 3) <= width:
            used += sizes[end] + (breaks[end] == 3)
            end += 1
            if used >= 0.6 * width and breaks[end - 1] >= best:
                best, cut = breaks[end - 1], end
        cut = len(sizes) if end == len(sizes) else cut
        windows.append(Window(start, own, cut))
        own = cut
    return windows
