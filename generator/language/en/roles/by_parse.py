"""Where the parse of a sentence states what a person is: titles, appositions, "is", "was elected", "who heads".

Each function gives the nouns, or the words, that one way of saying it ties to a name; of predicates only what is told
as a fact.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from generator.language.en.persons import classify_person, is_plural_person
from generator.language.en.polarity import find_own_standing, is_fact
from generator.language.en.roles.stated import (
    Finder,
    Person,
    Scene,
    Stated,
    complete,
    find_phrase,
    find_phrase_before,
    is_aside,
    state,
)
from generator.language.trees import Trees
from generator.model import RoleForm
from generator.text.wordlists import load_sections, load_set

SUBJECTS = ("nsubj", "nsubj:pass")
"""Relations of a person to the predicate that says what he is."""
CLIMBED = frozenset({"nmod", "conj", "appos", "nmod:poss", "compound", "flat"})
"""Relations by which a name may hang on the last word of the role before it."""
HUNG = frozenset({"appos", "flat", "compound"})
"""Relations by which a name hangs on the noun before it: "the painter X"."""
GAP = frozenset({",", "(", ")", ":", "-", "\u2013", '"', "\u201c", "\u201d"})
"""Signs between a role and the name it stands beside."""

Nouns = Iterator[tuple[int, RoleForm]]
"""The nouns of roles, each with the form in which it is stated."""


def by_noun(find: Callable[[Scene, Person], Nouns]) -> Finder:
    """The rule that finds the whole roles of some nouns."""

    def find_roles_of(scene: Scene, person: Person) -> Iterator[Stated]:
        nouns = find(scene, person) if person.top is not None else ()
        for noun, form in nouns:
            words = find_phrase_before(scene.trees, noun, person.words[0])
            words = complete(scene.trees, words, person.words) if words else None
            if words and is_apart(scene.trees, words, person.words):
                yield state_noun(scene, person, words, form, noun)

    return find_roles_of


def is_apart(trees: Trees, words: range, name: range) -> bool:
    """Whether a role and a name share a sentence and no word."""
    return not set(words) & set(name) and trees.is_one_sentence(words[0], name[0])


def state_noun(scene: Scene, person: Person, words: range, form: RoleForm, noun: int) -> Stated:
    """What words say of a person; of which kind it is tells their noun."""
    stated = state(scene, person, scene.trees.span_of(words), form)
    kind = classify_person(scene.trees.word(noun)) or stated.role.kind
    return stated._replace(role=replace(stated.role, kind=kind))


def is_role(trees: Trees, noun: int) -> bool:
    """Whether a word is a noun for a person."""
    return trees.tokens[noun].pos in ("NOUN", "PROPN", "ADJ") and classify_person(trees.word(noun)) is not None


def predicates(scene: Scene, person: Person) -> Nouns:
    """The nouns that a verb with the name as its subject gives it: "X became chairman"."""
    trees = scene.trees
    for word in person.words:
        if trees.relation(word) in SUBJECTS and len(trees.having(trees.head(word), *SUBJECTS)) == 1:
            for verb in with_conjuncts(trees, trees.head(word)):
                yield from predicated(trees, verb, "copula")


def of_joined_subjects(scene: Scene, person: Person) -> Nouns:
    """The plural that is said of a name joined to the subject: "X and Y are members"."""
    trees = scene.trees
    for word in person.words:
        first = trees.head(word)
        is_joined = trees.relation(word) == "conj" and first in scene.words
        if is_joined and trees.relation(first) in SUBJECTS:
            told = predicated(trees, trees.head(first), "copula")
            yield from ((noun, form) for noun, form in told if is_plural_person(trees.word(noun)))


def turned(scene: Scene, person: Person) -> Nouns:
    """The noun that is the subject of a name: "the president of Vestra is X"."""
    trees = scene.trees
    for word in person.words:
        if trees.having(word, "cop") and is_fact(trees, word):
            yield from ((noun, "copula") for noun in trees.having(word, "nsubj") if is_one_office(trees, noun))


def is_one_office(trees: Trees, noun: int) -> bool:
    """Whether a noun means one person of whom one knows which: "the president", "her lawyer"."""
    is_known = "the" in trees.words_having(noun, "det") or bool(trees.having(noun, "nmod:poss"))
    return is_known and is_role(trees, noun) and not is_plural_person(trees.word(noun))


def participles(scene: Scene, person: Person) -> Nouns:
    """The nouns that a participle on the name gives it: "X, elected mayor in May,"."""
    for word in person.words:
        for clause in scene.trees.having(word, "acl"):
            yield from predicated(scene.trees, clause, "relative")


def relatives(scene: Scene, person: Person) -> Nouns:
    """The nouns that a clause with "who" gives a name: "X, who served as mayor,"."""
    for clause in clauses(scene, person):
        yield from predicated(scene.trees, clause, "relative")


def clauses(scene: Scene, person: Person) -> Iterator[int]:
    """The predicates of the clauses with "who" that hang on a name; none behind another person's name, of whom they may
    speak: "X, the son of Y, who was president"."""
    trees = scene.trees
    for clause in (clause for word in person.words for clause in trees.having(word, "acl:relcl")):
        who = [word for word in trees.having(clause, *SUBJECTS) if trees.lower(word) == "who"]
        if who and scene.words.isdisjoint(range(person.words[-1] + 1, who[0])):
            yield clause


def with_conjuncts(trees: Trees, verb: int) -> list[int]:
    """A predicate and those joined to it that have no subject of their own."""
    joined = [word for word in trees.having(verb, "conj") if not trees.having(word, *SUBJECTS)]
    return [verb, *(word for word in joined if trees.tokens[word].pos == "VERB")]


def predicated(trees: Trees, verb: int, form: RoleForm) -> Nouns:
    """The role that a predicate states, if it is stated as a fact."""
    if is_fact(trees, verb):
        for noun in told_nouns(trees, verb):
            if is_role(trees, noun) and find_own_standing(trees, noun) == "asserted":
                yield noun, form


def told_nouns(trees: Trees, verb: int) -> list[int]:
    """The nouns that a predicate says its subject is: "is", "became", "served as", "was elected"."""
    word = trees.lower(verb)
    if trees.having(verb, "cop"):
        return [] if trees.having(verb, "case") else [verb]
    if word in verbs("becoming"):
        return trees.having(verb, "xcomp", "obj")
    behind_as = [noun for noun in trees.having(verb, "obl") if trees.words_having(noun, "case") == ["as"]]
    if word in verbs("as"):
        return behind_as
    is_elected = word in verbs("electing") and (trees.having(verb, "aux:pass") or trees.relation(verb) == "acl")
    return trees.having(verb, "xcomp", "obj") + behind_as if is_elected else []


def find_leading(scene: Scene, person: Person) -> Iterator[Stated]:
    """ "X, who | heads the ministry,": the verb with what is led."""
    trees = scene.trees
    for verb in clauses(scene, person) if person.top is not None else ():
        led = trees.having(verb, "obj")
        if len(led) != 1 or not is_fact(trees, verb):
            continue
        if trees.lower(verb) in verbs("leading") and trees.lower(led[0]) in verbs("led"):
            words = find_phrase(trees, led[0])
            if words and verb < words[0]:
                yield state_noun(scene, person, range(verb, words[-1] + 1), "relative", verb)


@cache
def verbs(heading: str) -> frozenset[str]:
    """The words under one heading of `role_verbs.txt`."""
    return frozenset(dict(load_sections("role_verbs.txt"))[heading])


def titles(scene: Scene, person: Person) -> Nouns:
    """The noun right before a name, or the last one that hangs on it: "President X", "his father X"."""
    nouns = [word for word in hung_before(scene.trees, person) if is_role(scene.trees, word)]
    if nouns:
        yield nouns[-1], "title"
    elif is_right_before(scene.trees, person.words[0]):
        yield person.words[0] - 1, "title"


def hung_before(trees: Trees, person: Person) -> list[int]:
    """The words before a name that hang on it."""
    assert person.top is not None
    return [word for word in trees.having(person.top, "nmod:desc", "compound", "amod") if word < person.words[0]]


def over_name(scene: Scene, person: Person) -> Nouns:
    """The noun before a name that the name hangs on, or explains between commas: "the mayor of Y, X,"."""
    trees, name, top = scene.trees, person.words, person.top
    assert top is not None
    start = min([begin_of_title(trees, name[0]), *hung_before(trees, person)])
    if trees.relation(top) in HUNG and trees.head(top) < top:
        reached = climb(trees, trees.head(top), name, start)
    else:
        reached = climb(trees, start - 2, name, start) if is_enclosed(trees, name, start) else None
        reached = reached if reached is not None and is_one_person(trees, reached, top) else None
    if reached is not None and not is_list_item(trees, reached, name[0]):
        yield reached, "title" if trees.word(name[0] - 1) not in GAP else "apposition"


def is_list_item(trees: Trees, noun: int, name: int) -> bool:
    """Whether a plural before a name is only the first of a list: "users, producer X, minister Y" says nothing of X."""
    words = find_phrase_before(trees, noun, name)
    is_apart = words is not None and trees.word(words[-1] + 1) == ","
    return is_apart and is_plural_person(trees.word(noun)) and not trees.having(noun, "det", "nummod", "nmod:poss")


def begin_of_title(trees: Trees, name: int) -> int:
    """Where the title right before a name begins; the name itself where there is none."""
    words = find_phrase_before(trees, name - 1, name) if is_right_before(trees, name) else None
    return words[0] if words else name


def climb(trees: Trees, at: int, name: range, start: int) -> int | None:
    """The first noun for a person, from a word on upwards, whose role ends right before the name; of several joined by
    "and" the first in the text."""
    reached = None
    for _ in range(6):
        if is_role(trees, at) and at not in name and touches(trees, at, start):
            reached = at
        if trees.head(at) == at or trees.relation(at) not in CLIMBED or is_aside(trees, at):
            break
        if reached is not None and trees.relation(at) != "conj":
            break
        at = trees.head(at)
    return reached


def is_enclosed(trees: Trees, name: range, start: int) -> bool:
    """Whether the name with its titles, from `start` on, stands between commas and in no list."""
    after = name[-1] + 1
    if start < 2 or after >= len(trees.tokens) or not trees.is_one_sentence(start - 2, after):
        return False
    is_list = after + 1 < len(trees.tokens) and trees.lower(after + 1) in ("and", "or")
    return not is_list and trees.word(start - 1) == trees.word(after) == ","


def is_one_person(trees: Trees, noun: int, top: int) -> bool:
    """Whether a noun before a name in commas means one person not named before: "the mayor", "her lawyer", or without
    an article the subject that the name is too: "Company founder, X, said"."""
    if trees.relation(noun) == "appos" or is_plural_person(trees.word(noun)):
        return False
    openings = trees.words_having(noun, "det")
    subjects = trees.relation(noun) in SUBJECTS and trees.relation(top) in SUBJECTS
    is_bare = not openings and subjects and trees.head(noun) == trees.head(top)
    return "the" in openings or bool(trees.having(noun, "nmod:poss")) or is_bare


def is_right_before(trees: Trees, name: int) -> bool:
    """Whether the word before a name is a noun for a person, whatever the parse says: "his wife X"."""
    noun = name - 1
    if noun < 0 or not trees.is_one_sentence(noun, name) or trees.tokens[noun].pos not in ("NOUN", "PROPN"):
        return False
    gap = trees.text[trees.tokens[noun].span.end : trees.tokens[name].span.start]
    return gap == " " and is_role(trees, noun) and trees.relation(noun) != "root"


def touches(trees: Trees, noun: int, name: int) -> bool:
    """Whether the role of this noun ends right before the name, which begins at `name` with its titles. In "the brother
    of actor X" it does not: what stands right before the name is the name's own."""
    words = find_phrase_before(trees, noun, name)
    if words is None or words[-1] >= name:
        return False
    last = words[-1]
    if last == name - 1 and last != noun and is_complement(trees, last):
        return trees.lower(last) in load_set("title_modifiers.txt") or not trees.word(last).islower()
    return all(trees.word(at) in GAP for at in range(last + 1, name))


def is_complement(trees: Trees, word: int) -> bool:
    """Whether a noun for a person is a complement of another noun."""
    return is_role(trees, word) and trees.relation(word) == "nmod"


def of_several(scene: Scene, person: Person) -> Nouns:
    """The plural before the first of several names: "senators X and Y"."""
    trees, first = scene.trees, person.top
    assert first is not None
    while trees.relation(first) == "conj" and trees.head(first) in scene.words and trees.head(first) < first:
        first = trees.head(first)
    if first != person.top:
        one = person._replace(words=range(first, first + 1), top=first)
        told = (*titles(scene, one), *over_name(scene, one))
        yield from ((noun, form) for noun, form in told if is_plural_person(trees.word(noun)))


def beside(scene: Scene, person: Person) -> Nouns:
    """The nouns in apposition behind the name: those of this name or of one it is joined to, with no name between."""
    trees, name = scene.trees, person.words
    owners = {*name, *(trees.head(word) for word in name if trees.relation(word) == "conj")}
    for word in sorted(owners):
        for noun in (noun for noun in trees.having(word, "appos") if is_apposition(trees, noun, name)):
            is_own = word in name or (word in scene.words and trees.word(name[-1] + 1) == ",")
            if is_own and is_next(trees, name, noun, scene.words):
                yield noun, "apposition"


def is_apposition(trees: Trees, noun: int, name: range) -> bool:
    """Whether a noun tells behind a name what somebody is."""
    if noun <= name[-1] or not is_role(trees, noun) or trees.word(noun - 1) == "[":
        return False
    return is_closed(trees, noun) and find_own_standing(trees, noun) == "asserted"


def is_next(trees: Trees, name: range, noun: int, people: frozenset[int]) -> bool:
    """Whether no other person is named between a name and a role, but in brackets; a plural is said of all."""
    words = find_phrase(trees, noun)
    between = range(name[-1] + 1, words[0] if words else noun)
    return people.isdisjoint(between) or trees.word(between[0]) == "(" or is_plural_person(trees.word(noun))


def is_closed(trees: Trees, noun: int) -> bool:
    """Whether an apposition may end where it does: "X, the Queen left" says nothing of X."""
    words = find_phrase(trees, noun)
    if words is None or not trees.having(noun, "det") or words[-1] + 1 == len(trees.tokens):
        return True
    return trees.tokens[words[-1] + 1].pos not in ("VERB", "AUX")
