"""Where the parse of a sentence states what a person is: titles, appositions, copulas, clauses with "who".

What a predicate says that a person is: "is", "became", "was elected", "who heads"; only what is told as a fact.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from generator.language.en.persons import classify_person, is_plural_person
from generator.language.en.polarity import find_own_standing, is_fact
from generator.language.en.roles.phrases import complete, find_phrase, find_phrase_before, is_aside
from generator.language.trees import Trees
from generator.model import RoleForm
from generator.text.wordlists import load_sections, load_set

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


CLIMBED = frozenset({"nmod", "conj", "appos", "nmod:poss", "compound", "flat"})
"""Relations by which a name may hang on the last word of the role before it."""
HUNG = frozenset({"appos", "flat", "compound"})
"""Relations by which a name hangs on the noun before it: "the painter X"."""
GAP = frozenset({",", "(", ")", ":", "-", "\u2013", '"', "\u201c", "\u201d"})
"""Signs between a role and the name it stands beside."""


def find_stated(trees: Trees, name: range, people: frozenset[int]) -> Iterator[Stated]:
    """What the parse says the person with this name is. `people` are the words of all persons' names."""
    top = trees.top(name)
    if top is None:
        return
    for noun, form in (
        *before(trees, name, top),
        *shared(trees, top, people),
        *beside(trees, name, people),
        *after(trees, name, people),
    ):
        words = find_phrase_before(trees, noun, name[0])
        words = complete(trees, words, name) if words else None
        if words and not set(words) & set(name) and trees.is_one_sentence(words[0], name[0]):
            yield Stated(words, form, noun)
    yield from leading(trees, name, people)


def before(trees: Trees, name: range, top: int) -> Iterator[tuple[int, RoleForm]]:
    """The nouns right before the name: "President X", "his father X", "the mayor of Y, X"."""
    titles = [word for word in trees.having(top, "nmod:desc", "compound", "amod") if word < name[0]]
    nouns = [word for word in titles if is_role(trees, word)]
    if nouns:
        yield nouns[-1], "title"
    elif is_right_before(trees, name[0]):
        yield name[0] - 1, "title"
    start = min([begin_of_title(trees, name[0]), *titles])
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
    is_inside = start > 1 and after < len(trees.tokens) and trees.is_one_sentence(start - 2, after)
    is_list = after + 1 < len(trees.tokens) and trees.word(after + 1).lower() in ("and", "or")
    return is_inside and not is_list and trees.word(start - 1) == "," and trees.word(after) == ","


def is_one_person(trees: Trees, noun: int, top: int) -> bool:
    """Whether a noun before a name in commas means one person not named before: "the mayor", "her lawyer", or without
    an article the subject that the name is too: "Company founder, X, said"."""
    if trees.relation(noun) == "appos" or is_plural_person(trees.word(noun)):
        return False
    openings = [trees.word(at).lower() for at in trees.having(noun, "det")]
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
    if last == name - 1 and last != noun and is_role(trees, last) and trees.relation(last) == "nmod":
        return trees.word(last).lower() in load_set("title_modifiers.txt") or not trees.word(last).islower()
    return all(trees.word(at) in GAP for at in range(last + 1, name))


def shared(trees: Trees, top: int, people: frozenset[int]) -> Iterator[tuple[int, RoleForm]]:
    """The plural before the first of several names: "senators X and Y"."""
    first = top
    while trees.relation(first) == "conj" and trees.head(first) in people and trees.head(first) < first:
        first = trees.head(first)
    if first == top:
        return
    for noun, form in before(trees, range(first, first + 1), first):
        if is_plural_person(trees.word(noun)):
            yield noun, form


def beside(trees: Trees, name: range, people: frozenset[int]) -> Iterator[tuple[int, RoleForm]]:
    """The nouns in apposition behind the name: those of this name or of one it is joined to, with no name between."""
    owners = {*name, *(trees.head(word) for word in name if trees.relation(word) == "conj")}
    for word in sorted(owners):
        for noun in trees.having(word, "appos"):
            if noun <= name[-1] or not is_role(trees, noun) or not is_closed(trees, noun):
                continue
            if find_own_standing(trees, noun) != "asserted":
                continue
            own = word in name or (word in people and trees.word(name[-1] + 1) == ",")
            if own and trees.word(noun - 1) != "[" and is_next(trees, name, noun, people):
                yield noun, "apposition"


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


def words_of_people(trees: Trees, names: Sequence[range]) -> frozenset[int]:
    """The words of all names."""
    return frozenset(word for name in names for word in name)
