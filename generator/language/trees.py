"""Walking the trees of a reading: what hangs on a word, which word a name hangs by, which words belong together."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from generator.language.en.model import Reading, Token, read_text
from generator.model import Span

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer", bound=Hashable)

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
"""Relations of a noun to the predicate whose subject it is."""
RELATIVE = "acl:relcl"
"""Relation of a relative clause, by its verb, to the noun that it describes."""


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
    def relations(self) -> tuple[str, ...]:
        """The relation of each word to its head."""
        return tuple(token.relation for token in self.tokens)

    @cached_property
    def held(self) -> tuple[frozenset[str], ...]:
        """For each word the relations of those that hang on it."""
        known: dict[tuple[frozenset[str], str], frozenset[str]] = {}
        found = [frozenset[str]()] * len(self.tokens)
        for index, token in enumerate(self.tokens):
            if token.head != index:
                more = (found[token.head], token.relation)
                found[token.head] = known[more] if more in known else known.setdefault(more, more[0] | {more[1]})
        return tuple(found)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words as written."""
        text = self.text
        return tuple(text[start:end] for start, end in (token.span for token in self.tokens))

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(word.lower() for word in self.words)

    @cached_property
    def answers(self) -> dict[Hashable, Any]:
        """What was asked of these trees, see `asked_once`."""
        return {}

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each word begins in the text."""
        return tuple(token.span.start for token in self.tokens)

    def word(self, index: int) -> str:
        """A word as written."""
        return self.words[index]

    def lower(self, index: int) -> str:
        """A word in lower case."""
        return self.lowered[index]

    def starting_at(self, place: int) -> int | None:
        """The word that begins at a place of the text; None where none does."""
        at = bisect_left(self.starts, place)
        return at if at < len(self.starts) and self.starts[at] == place else None

    def span_of(self, words: Iterable[int]) -> Span:
        """From the first to the last of some words."""
        inside = sorted(words)
        return Span(self.tokens[inside[0]].span.start, self.tokens[inside[-1]].span.end)

    def runs_of(self, words: Iterable[int]) -> Iterator[Span]:
        """The runs that some words make, those that are neighbors together."""
        run: list[int] = []
        for word in sorted(words):
            if run and word != run[-1] + 1:
                yield self.span_of(run)
                run = []
            run.append(word)
        if run:
            yield self.span_of(run)

    def head(self, index: int) -> int:
        """The word that a word hangs on; itself where it is the root."""
        return self.reading.tokens[index].head

    def relation(self, index: int) -> str:
        """The relation of a word to its head."""
        return self.relations[index]

    def pos(self, index: int) -> str:
        """The part of speech of a word."""
        return self.tokens[index].pos

    def start(self, index: int) -> int:
        """Where a word begins in the text."""
        return self.tokens[index].span.start

    def having(self, index: int, *relations: str) -> list[int]:
        """The words that hang on a word by one of these relations."""
        if self.held[index].isdisjoint(relations):
            return []
        kinds = self.relations
        return [child for child in self.children[index] if kinds[child] in relations]

    def words_having(self, index: int, *relations: str) -> list[str]:
        """Those words themselves, in lower case."""
        return [self.lower(child) for child in self.having(index, *relations)]

    def descendants(self, index: int) -> Iterator[int]:
        """A word and all that hangs on it, in no order."""
        waiting = [index]
        while waiting:
            at = waiting.pop()
            yield at
            waiting += self.children[at]

    def ancestors(self, index: int) -> Iterator[int]:
        """The words over a word, the nearest first, up to the root of its sentence."""
        while (head := self.head(index)) != index:
            yield head
            index = head

    def subjects_of(self, index: int) -> list[int]:
        """The words that are the subject of a predicate, active or passive."""
        return self.having(index, *SUBJECTS)

    def antecedent(self, index: int) -> int | None:
        """The noun for which "who" or "which" stands as a part of its clause; None where the clause describes none."""
        verb = self.head(index)
        return self.head(verb) if self.relation(verb) == RELATIVE else None

    def inside(self, span: Span) -> range:
        """The words that lie in a span."""
        first = bisect_left(self.starts, span.start)
        return range(first, bisect_left(self.starts, span.end, lo=first))

    def top(self, words: range) -> int | None:
        """The word of a run by which the run hangs on the rest; None for an empty run. The first of several."""
        return next((word for word in words if self.head(word) not in words or self.head(word) == word), None)

    def first_of_sentence(self, index: int) -> int:
        """The first word of the sentence of a word."""
        while index > 0 and self.is_one_sentence(index - 1, index):
            index -= 1
        return index

    def is_one_sentence(self, first: int, last: int) -> bool:
        """Whether two words stand in one sentence."""
        return self.tokens[first].sentence == self.tokens[last].sentence


def asked_once(
    find: Callable[Concatenate[Trees, Asked], Answer],
) -> Callable[Concatenate[Trees, Asked], Answer]:
    """A function of trees and words, the answer of which is kept with the trees."""

    @wraps(find)
    def asked(trees: Trees, /, *args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        answers, key = trees.answers, (find, args, *kwargs.items())
        if key not in answers:
            answers[key] = find(trees, *args, **kwargs)
        answer: Answer = answers[key]
        return answer

    return asked


def read_trees(text: str, spans: Sequence[Span]) -> Trees:
    """The trees of the given blocks of an English text; kept for those who ask with the same blocks."""
    return _trees(text, tuple(spans))


@lru_cache(maxsize=2)
def _trees(text: str, spans: tuple[Span, ...]) -> Trees:
    return give_predicates_back(join_names(give_subjects_back(Trees(text, read_text(text, spans)))))


_STRAY = ("nmod:desc", "appos", "dep")
"""Relations by which the parse may hang a subject on the verb of saying behind its own verb."""


def give_subjects_back(trees: Trees) -> Trees:
    """The trees with each phrase before a finite verb as its subject that the parse has hung on the verb of saying
    over it: "Deputy Minister of Trade Ann Bell was arrested on Monday, the police said"."""
    tokens = list(trees.tokens)
    for verb, token in enumerate(tokens):
        auxiliaries = trees.having(verb, "aux", "aux:pass") if token.relation == "ccomp" and token.pos == "VERB" else ()
        if not auxiliaries or trees.subjects_of(verb):
            continue
        for stray in trees.having(token.head, *_STRAY):
            if stray < verb and max(trees.descendants(stray)) + 1 == min(auxiliaries):
                relation = "nsubj:pass" if trees.having(verb, "aux:pass") else "nsubj"
                tokens[stray] = tokens[stray]._replace(head=verb, relation=relation)
    return (
        trees if tokens == list(trees.tokens) else replace(trees, reading=replace(trees.reading, tokens=tuple(tokens)))
    )


def join_names(trees: Trees) -> Trees:
    """The trees with a name right behind the noun that says what it names as one with it, where the parse gives a verb
    both for a subject: "the wrestler Tom Arden died"."""
    tokens = list(trees.tokens)
    for at, token in enumerate(tokens[1:], 1):
        before = tokens[at - 1]
        is_twofold = token.head == before.head and token.relation == before.relation and token.relation in SUBJECTS
        if is_twofold and token.pos == "PROPN" and before.pos == "NOUN":
            tokens[at] = token._replace(head=at - 1, relation="appos")
    return (
        trees if tokens == list(trees.tokens) else replace(trees, reading=replace(trees.reading, tokens=tuple(tokens)))
    )


def give_predicates_back(trees: Trees) -> Trees:
    """The trees with the verb of a sentence over its subject, where the parse takes it for a participle that describes
    a noun without a verb: "The club's board named Tom Arden captain."."""
    tokens = list(trees.tokens)
    for noun, token in enumerate(tokens):
        if token.relation != "root" or token.pos not in ("NOUN", "PROPN") or trees.having(noun, "cop", *SUBJECTS):
            continue
        verbs = [word for word in trees.having(noun, "acl") if _is_predicate(trees, noun, word)]
        if len(verbs) == 1 and trees.reading.sentences[token.sentence].of(trees.text).rstrip().endswith("."):
            tokens[noun] = token._replace(head=verbs[0], relation="nsubj")
            tokens[verbs[0]] = tokens[verbs[0]]._replace(head=verbs[0], relation="root")
    return (
        trees if tokens == list(trees.tokens) else replace(trees, reading=replace(trees.reading, tokens=tuple(tokens)))
    )


def _is_predicate(trees: Trees, noun: int, verb: int) -> bool:
    """Whether a participle right behind a noun is an active verb: it has an object, and no mark."""
    is_bare = not trees.having(verb, "mark", "aux", "aux:pass", "case", *SUBJECTS)
    is_past = trees.pos(verb) == "VERB" and trees.lower(verb).endswith("ed")
    return verb == noun + 1 and is_past and is_bare and bool(trees.having(verb, "obj"))
