"""What a predicate says that a person is: "is", "became", "was elected", "who heads"; only what is told as a fact."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.analysis.role_phrases import find_phrase
from generator.language.polarity import find_own_standing, is_fact
from generator.language.trees import Trees
from generator.model import RoleForm
from generator.text.person_nouns import classify_person, is_plural_person
from generator.text.wordlists import load_sections

SUBJECTS = ("nsubj", "nsubj:pass")


class Stated(NamedTuple):
    """A role by its words."""

    words: range
    form: RoleForm
    noun: int


def is_role(trees: Trees, noun: int) -> bool:
    """Whether a word is a noun for a person."""
    return trees.tokens[noun].pos in ("NOUN", "PROPN", "ADJ") and classify_person(trees.word(noun)) is not None


def after(trees: Trees, name: range, people: frozenset[int]) -> Iterator[tuple[int, RoleForm]]:
    """The nouns that a verb with the name as its subject, or a clause on the name, gives it."""
    for word in name:
        if trees.relation(word) in SUBJECTS and len(trees.having(trees.head(word), *SUBJECTS)) == 1:
            for verb in with_conjuncts(trees, trees.head(word)):
                yield from predicated(trees, verb, "copula")
        yield from shared_predicate(trees, word, people)
        yield from turned(trees, word)
        for clause in trees.having(word, "acl"):
            yield from predicated(trees, clause, "relative")
    for clause in clauses(trees, name, people):
        yield from predicated(trees, clause, "relative")


def shared_predicate(trees: Trees, word: int, people: frozenset[int]) -> Iterator[tuple[int, RoleForm]]:
    """The plural that is said of a name joined to the subject: "X and Y are members"."""
    first = trees.head(word)
    if trees.relation(word) == "conj" and first in people and trees.relation(first) in SUBJECTS:
        for noun, form in predicated(trees, trees.head(first), "copula"):
            if is_plural_person(trees.word(noun)):
                yield noun, form


def turned(trees: Trees, word: int) -> Iterator[tuple[int, RoleForm]]:
    """The noun that is the subject of a name: "the president of Vestra is X"."""
    if not trees.having(word, "cop") or not is_fact(trees, word):
        return
    for noun in trees.having(word, "nsubj"):
        the = any(trees.word(det).lower() == "the" for det in trees.having(noun, "det"))
        if is_role(trees, noun) and (the or trees.having(noun, "nmod:poss")) and not is_plural_person(trees.word(noun)):
            yield noun, "copula"


def clauses(trees: Trees, name: range, people: frozenset[int]) -> Iterator[int]:
    """The predicates of the clauses with "who" that hang on a name; none behind another person's name, of whom they may
    speak: "X, the son of Y, who was president"."""
    for clause in (clause for word in name for clause in trees.having(word, "acl:relcl")):
        who = [word for word in trees.having(clause, *SUBJECTS) if trees.word(word).lower() == "who"]
        if who and people.isdisjoint(range(name[-1] + 1, who[0])):
            yield clause


def with_conjuncts(trees: Trees, verb: int) -> list[int]:
    """A predicate and those joined to it that have no subject of their own."""
    joined = [word for word in trees.having(verb, "conj") if not trees.having(word, *SUBJECTS)]
    return [verb, *(word for word in joined if trees.tokens[word].pos == "VERB")]


def predicated(trees: Trees, verb: int, form: RoleForm) -> Iterator[tuple[int, RoleForm]]:
    """The role that a predicate states, if it is stated as a fact."""
    if not is_fact(trees, verb):
        return
    word = trees.word(verb).lower()
    nouns: list[int] = []
    if trees.having(verb, "cop"):
        nouns = [] if trees.having(verb, "case") else [verb]
    elif word in verbs("becoming"):
        nouns = trees.having(verb, "xcomp", "obj")
    elif word in verbs("as"):
        nouns = [noun for noun in trees.having(verb, "obl") if is_as(trees, noun)]
    elif word in verbs("electing") and (trees.having(verb, "aux:pass") or trees.relation(verb) == "acl"):
        nouns = trees.having(verb, "xcomp", "obj")
        nouns += [noun for noun in trees.having(verb, "obl") if is_as(trees, noun)]
    yield from ((noun, form) for noun in nouns if is_role(trees, noun) and find_own_standing(trees, noun) == "asserted")


def is_as(trees: Trees, noun: int) -> bool:
    """Whether a complement begins with "as"."""
    return [trees.word(case).lower() for case in trees.having(noun, "case")] == ["as"]


def leading(trees: Trees, name: range, people: frozenset[int]) -> Iterator[Stated]:
    """ "who heads the ministry": the verb with what is led."""
    for verb in clauses(trees, name, people):
        led = trees.having(verb, "obj")
        if len(led) != 1 or not is_fact(trees, verb):
            continue
        if trees.word(verb).lower() in verbs("leading") and trees.word(led[0]).lower() in verbs("led"):
            words = find_phrase(trees, led[0])
            if words and verb < words[0]:
                yield Stated(range(verb, words[-1] + 1), "relative", verb)


@cache
def verbs(heading: str) -> frozenset[str]:
    """The words under one heading of `role_verbs.txt`."""
    return frozenset(dict(load_sections("role_verbs.txt"))[heading])
