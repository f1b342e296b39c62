"""A number in its sentence, with what is known around it."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from generator.language.en.dates.chain import find_expressions
from generator.language.en.events.arguments.phrases import Names
from generator.language.en.inflection import irregular_plurals
from generator.language.en.names.chain import find_english_names
from generator.language.en.quantities.numbers import Number, find_numbers
from generator.language.en.quantities.signs import Sign, find_sign
from generator.language.en.quantities.words import words_of
from generator.language.trees import Trees, read_trees
from generator.model import Mention, Span
from generator.text.spans import Spans

_NEAR = frozenset({"amod", "compound", "nummod", "nmod:desc", "flat", "advmod", "nmod", "det", "goeswith"})
"""Relations of what may stand between a number and its noun to what it belongs to."""
_NOUNS = frozenset({"NOUN", "PROPN"})
_BETWEEN = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "VERB", "NUM", "X", "SYM", "PUNCT", "PRON"})
_MARKS = frozenset({",", '"', "“", "”", "(", ")", ";", ":"})
_NEAREST = 16
"""Words before and behind a number that can belong to it."""
_SINGULAR = ("ss", "us", "is")
"""Ends of nouns in -s that are no plurals."""


@dataclass(frozen=True)
class Case:
    """A number in its sentence."""

    trees: Trees
    names: Names
    dates: Spans[Span]
    number: Number
    measures: Collection[str] = ()
    """What a happening counts with it: `killed`."""
    _lower: dict[int, str] = field(default_factory=dict, compare=False)

    @property
    def text(self) -> str:
        """The whole text."""
        return self.trees.text

    @cached_property
    def first(self) -> int:
        """The first word of the number."""
        return max(0, self.trees.inside(Span(0, self.number.span.start + 1)).stop - 1)

    @cached_property
    def last(self) -> int:
        """The last word of the number."""
        return max(0, self.trees.inside(Span(0, self.number.span.end)).stop - 1)

    @cached_property
    def sign(self) -> Sign | None:
        """The sign of money before the number."""
        return find_sign(self.text, self.number.span.start)

    @cached_property
    def sentence(self) -> range:
        """The words of the sentence near the number."""
        trees, first = self.trees, self.first
        near = range(max(0, first - _NEAREST), min(len(trees.tokens), self.last + _NEAREST))
        own = trees.tokens[first].sentence
        inside = [index for index in near if trees.tokens[index].sentence == own]
        return range(inside[0], inside[-1] + 1)

    def word(self, index: int) -> str:
        """A word of the same sentence in lower case; empty outside it and far from the number."""
        known = self._lower.get(index)
        if known is None:
            known = self._lower[index] = self.trees.lower(index) if index in self.sentence else ""
        return known

    def behind(self, by: int = 1) -> str:
        """The word so many behind the number."""
        return self.word(self.last + by)

    def before(self, by: int = 1) -> str:
        """The word so many before the number."""
        return self.word(self.first - by)

    @property
    def is_compared(self) -> bool:
        """Whether a word right before it says "more than" or the like, as no word before a name or year does."""
        return self.before() in (
            "than",
            "least",
            "most",
            "some",
            "nearly",
            "almost",
            "about",
            "over",
            "to",
            "estimated",
        )

    @cached_property
    def noun(self) -> int | None:
        """The noun that the number stands before and counts; None where there is none or the parse says otherwise."""
        found = self._noun_behind()
        if found is None:
            return None
        heads = {self.trees.head(word) for word in range(self.first, self.last + 1)}
        is_said = found in heads or any(self.trees.head(head) == found for head in heads if head < found)
        return found if is_said or self.number.until is not None else None

    def _noun_behind(self) -> int | None:
        trees, at = self.trees, self.last + 1
        said = trees.head(self.last)
        if trees.relation(self.last) == "nummod" and at < said <= at + 2:
            # "126,000 confirmed cases": the parse may take the word between for a verb.
            at = said
        while self.word(at) and trees.relation(at) in _NEAR and at < trees.head(at) <= at + 6:
            at = trees.head(at)
        is_row = all(
            trees.pos(word) in _BETWEEN and trees.lower(word) not in _MARKS for word in range(self.last + 1, at)
        )
        return at if self.word(at) and trees.pos(at) in _NOUNS and is_row else None

    def is_plural(self, noun: int) -> bool:
        """Whether a noun is of several."""
        word = self.trees.lower(noun)
        if word in words_of("plurals") or word in irregular_plurals() or word.endswith(("men", "children", "people")):
            return True
        return word.endswith("s") and not word.endswith(_SINGULAR)


def list_cases(
    trees: Trees, mentions: Sequence[Mention], dates: Sequence[Span], within: Span, counted: Sequence[tuple[Span, str]]
) -> Iterator[Case]:
    """The numbers of a sentence; `counted`: what happenings count, with what each measures."""
    numbers = list(find_numbers(trees.text, within))
    if numbers:
        names, shelf = Names(trees, mentions), Spans(dates)
        for number in numbers:
            yield Case(trees, names, shelf, number, [name for span, name in counted if span.overlaps(number.span)])


@lru_cache(maxsize=4)
def read_cases(text: str) -> tuple[Case, ...]:
    """The numbers of a text of its own: how the rules are tried on their sentences."""
    whole = Span(0, len(text))
    mentions = [Mention(name.span, name.type, "") for name in find_english_names(text, [whole])]
    dates = [expression.span for expression in find_expressions(text, whole)]
    return tuple(list_cases(read_trees(text, [whole]), mentions, dates, whole, ()))


Refuse = Callable[[Case], bool]
"""Whether a number counts nothing."""
