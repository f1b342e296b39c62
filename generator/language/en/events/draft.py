"""The short sentence of a happening while it is put together: which words it has, and the runs that they make."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.language.en.events.arguments.phrases import (
    SEPARATE,
    Names,
    beside,
    conjuncts,
    is_time,
    phrase_of,
    words_of,
)
from generator.language.en.events.triggers import Trigger
from generator.language.trees import Trees
from generator.model import Span

LONGEST = 220
"""Characters of a clause that still reads as one."""
_MARKS = frozenset('"“”‘’«»()[]')


@dataclass
class Draft:
    """The words of a clause, as far as they are found."""

    trees: Trees
    trigger: Trigger
    names: Names
    words: set[int] = field(default_factory=set)
    whole: bool = True
    """Whether nothing was met that makes it none."""

    def add(self, words: Iterable[int]) -> None:
        """Takes words in."""
        self.words |= set(words)

    def add_noun(self, word: int, stop: frozenset[int] = frozenset()) -> None:
        """Takes in a noun with article, what belongs to it, and those that "and" joins to it."""
        trees = self.trees
        phrase = phrase_of(trees, self.names, word, stop)
        first = phrase[0]
        while first > 0 and trees.head(first - 1) in phrase and trees.relation(first - 1) in _OPENING:
            first -= 1
        if beside(trees, first - 1) in SEPARATE:
            # "Kenya's | Ann Bell": the name begins behind its owner.
            first = min(self.trees.descendants(trees.head(first - 1)), default=first)
        self.add((*range(first, phrase[0]), *phrase))
        if (named := self.names.behind_joined(word)) is not None:
            self.add(trees.inside(named.span))
        for other in trees.having(word, "conj", "appos"):
            is_named = trees.relation(other) == "appos" and self._is_name_of(word, other)
            is_verbal = any(trees.pos(between) == "VERB" for between in range(word + 1, other))
            is_joined = other in conjuncts(trees, word) and self._is_noun(other) and not is_verbal
            if is_joined:
                self.add(trees.having(other, "cc", "case"))
                self.add(below for cc in trees.having(other, "cc") for below in trees.having(cc, "fixed"))
                self.add(range(other - 1, other) if beside(trees, other - 1) in (",", "-") else ())
            if is_named or is_joined:
                self.add_noun(other, stop)

    def _is_noun(self, word: int) -> bool:
        """Whether a word is a noun and no predicate or time."""
        is_nominal = self.trees.pos(word) in ("NOUN", "PROPN", "PRON", "NUM", "SYM")
        return is_nominal and not self.trees.having(word, "nsubj", "cop") and not is_time(self.trees, word)

    def _is_name_of(self, word: int, other: int) -> bool:
        is_aside = beside(self.trees, other - 1) in (",", "(", "[")
        return other > word and self.names.at(other) is not None and not is_aside

    def add_part(self, word: int, cores: frozenset[int]) -> None:
        """Takes in a phrase with its preposition, and what it hangs on up to the words that are there."""
        trees, path = self.trees, [word]
        while path[-1] not in cores and path[-1] not in self.words:
            over = trees.head(path[-1])
            if over == path[-1] or len(path) > 4:
                return
            path.append(over)
        cases = {case for at in path for case in trees.words_having(at, "case")}
        if any(trees.pos(at) == "VERB" for at in path[1:-1]) or {"according", "per"} & cases:
            return
        for at in (at for at in path[:-1] if at == word or not is_time(trees, at)):
            self.add_noun(at, frozenset(trees.having(at, "acl", "acl:relcl")))
            self.add(case for case in trees.having(at, "case") if case < at or trees.pos(case) == "PART")
            self.add(below for case in trees.having(at, "case") for below in trees.having(case, "fixed"))
            first = self._first_of(at)
            is_cut = first > 0 and trees.relation(first - 1) == "case" and trees.head(first - 1) not in path
            self.add((first - 1,) if is_cut or self._is_listed(first) else ())

    def _is_listed(self, first: int) -> bool:
        """Whether a comma joins a word to the one before it: "Charlottesville|, Virginia"."""
        return beside(self.trees, first - 1) == "," and first - 2 in self.words

    def _first_of(self, at: int) -> int:
        """The first of the words in a row that end with one."""
        while at - 1 in self.words:
            at -= 1
        return at


_OPENING = frozenset({"det", "det:predet", "advmod", "nummod"})


def cut(draft: Draft) -> tuple[Span, ...]:
    """The runs of the words found, in order."""
    trees = draft.trees
    for mention in draft.names.starting_in(trees.reading.sentences[trees.tokens[draft.trigger.at].sentence]):
        own = trees.inside(mention.span)
        draft.add(own if not draft.words.isdisjoint(own) else ())
    words = sorted(word for word in draft.words if trees.word(word) not in _MARKS)
    # A comma behind a gap would stand apart.
    words = [word for word in words if trees.word(word) != "," or word - 1 in draft.words]
    while words and _is_loose(draft, words[-1]):
        words.pop()
    if not draft.whole or not words or _opens_badly(draft, words[0]):
        return ()
    runs: list[list[int]] = []
    for word in words:
        if runs and word == runs[-1][-1] + 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    spans = tuple(trees.span_of(run) for run in runs)
    return spans if sum(span.end - span.start + 1 for span in spans) <= LONGEST else ()


def _opens_badly(draft: Draft, word: int) -> bool:
    """Whether a noun phrase would begin with a preposition, a clause with its verb."""
    if draft.trigger.form != "noun" and draft.trees.pos(word) in ("VERB", "AUX", "SCONJ", "CCONJ"):
        return True
    if draft.trees.lower(word) in ("then", "per"):
        return True
    is_number = draft.trees.lower(word) in words_of("about a number")
    is_bad = draft.trees.pos(word) in ("ADP", "SCONJ", "CCONJ", "PUNCT") and not is_number
    return draft.trigger.form == "noun" and is_bad


def _is_loose(draft: Draft, word: int) -> bool:
    """Whether a word cannot end a clause: a sign, a preposition that is no particle, an adjective without its noun."""
    trees = draft.trees
    is_open = trees.pos(word) in ("PUNCT", "ADP", "CCONJ") and trees.relation(word) != "compound:prt"
    # "His resignation | effective Monday".
    is_cut = trees.relation(word) == "amod" and trees.head(word) > word and trees.head(word) not in draft.words
    return (is_open or is_cut) and word not in draft.trigger.words
