"""Walking the trees of a reading: what hangs on a word, which word a name hangs by, which words belong together."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.language.en.model import Reading, Token, read_text
from generator.model import Span


@dataclass(frozen=True)
class Trees:
    """The words of a text with the trees of its sentences; words are named by their index."""

    text: str
    reading: Reading

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words in order."""
        return self.reading.tokens

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each word those that hang on it, in order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                found[token.head].append(index)
        return tuple(tuple(words) for words in found)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each word begins in the text."""
        return tuple(token.span.start for token in self.tokens)

    def word(self, index: int) -> str:
        """A word as written."""
        return self.tokens[index].span.of(self.text)

    def head(self, index: int) -> int:
        """The word that a word hangs on; itself where it is the root."""
        return self.tokens[index].head

    def relation(self, index: int) -> str:
        """The relation of a word to its head."""
        return self.tokens[index].relation

    def having(self, index: int, *relations: str) -> list[int]:
        """The words that hang on a word by one of these relations."""
        return [child for child in self.children[index] if self.tokens[child].relation in relations]

    def inside(self, span: Span) -> range:
        """The words that lie in a span."""
        first = bisect_left(self.starts, span.start)
        return range(first, bisect_left(self.starts, span.end, lo=first))

    def top(self, words: range) -> int | None:
        """The word of a run by which the run hangs on the rest; None for an empty run. The first of several."""
        return next((word for word in words if self.head(word) not in words or self.head(word) == word), None)

    def is_one_sentence(self, first: int, last: int) -> bool:
        """Whether two words stand in one sentence."""
        return self.tokens[first].sentence == self.tokens[last].sentence


def read_trees(text: str, spans: Sequence[Span]) -> Trees:
    """The trees of the given blocks of an English text; kept for those who ask with the same blocks."""
    return _trees(text, tuple(spans))


@lru_cache(maxsize=2)
def _trees(text: str, spans: tuple[Span, ...]) -> Trees:
    return Trees(text, read_text(text, spans))
