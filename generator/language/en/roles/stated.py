"""A text with the people whose roles are looked for in it, and a role as somebody is told to have it: its noun and, by
the parse, the words around it, "chief financial officer and treasurer at the Foundation". Articles, relative clauses
and what says when ("since 2005") stay outside.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from generator.language.en.model import Reading, read_text
from generator.language.en.persons import classify_person, is_plural_person
from generator.language.pack import is_english
from generator.language.people.honorifics import find_honored_start
from generator.language.trees import Trees, read_trees
from generator.model import Mention, Role, RoleForm, RoleKind, Span
from generator.text.spans import Spans
from generator.text.wordlists import load_sections, load_set


class Stated(NamedTuple):
    """A role with the person it is stated of."""

    role: Role
    entity: str
    name: Span
    """Where the person is named."""


class Person(NamedTuple):
    """A person as named at one place, with what is his of the text around."""

    mention: Mention
    """The name with its honorifics, so that a role ends before these: "minister | Dr X"."""
    before: int
    """Where the person before ends, or the block begins."""
    after: int
    """Where the next person begins, or the block ends."""
    block: Span
    words: range
    """The words of the name in the parse."""
    top: int | None
    """The word by which the name hangs on the rest of its sentence; None without a parse."""


@dataclass(frozen=True)
class Scene:
    """A text with its names and its parse."""

    text: str
    trees: Trees
    """Without words where no model reads the language."""
    mentions: Spans[Mention]
    """All names, those of people from their honorifics on."""
    mentioned: Spans[Mention]
    """The people among them."""
    people: tuple[Person, ...]
    words: frozenset[int]
    """The words of all people's names."""


Finder = Callable[[Scene, Person], Iterable[Stated]]
"""A rule: the roles that somebody is told to have at one place."""


def set_scene(text: str, blocks: Sequence[Span], mentions: Sequence[Mention], language: str = "en") -> Scene:
    """The scene of a text. `mentions` are in order, `blocks` those in which names are looked for."""
    wider = with_honorifics(text, mentions)
    people = [mention for mention in wider if mention.type == "Person"]
    is_parsed = is_english(language) and bool(people)
    trees = read_trees(text, blocks) if is_parsed else Trees(text, Reading((), (), ()))
    placed = tuple(place_people(trees, blocks, people))
    words = frozenset(word for person in placed for word in person.words)
    return Scene(text, trees, Spans(wider), Spans(people), placed, words)


def with_honorifics(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those of people from their honorifics on."""
    wider, end = [], 0
    for mention in mentions:
        start = find_honored_start(text, end, mention.span.start) if mention.type == "Person" else mention.span.start
        wider.append(replace(mention, span=Span(start, mention.span.end)))
        end = mention.span.end
    return wider


def place_people(trees: Trees, blocks: Sequence[Span], people: Sequence[Mention]) -> Iterator[Person]:
    """Each person with what is his of the text around."""
    at = 0
    for number, mention in enumerate(people):
        while at + 1 < len(blocks) and blocks[at].end < mention.span.end:
            at += 1
        block, words = blocks[at], trees.inside(mention.span)
        before = max([block.start, *(one.span.end for one in people[number - 1 : number])])
        after = min([block.end, *(one.span.start for one in people[number + 1 : number + 2])])
        yield Person(mention, before, after, block, words, trees.top(words))


def state(scene: Scene, person: Person, span: Span, form: RoleForm) -> Stated:
    """What these words say of a person."""
    title = span.of(scene.text)
    kinds = [classify_person(word) for word in title.split()]
    kind: RoleKind = "address" if kinds[-1:] == ["address"] and len(kinds) == 1 else "role"
    return Stated(Role(title, span, form, kind), person.mention.entity, person.mention.span)


def with_span(text: str, stated: Stated, span: Span) -> Stated:
    """The same with other words of the text."""
    return stated._replace(role=replace(stated.role, span=span, title=span.of(text)))


@cache
def list_role_words(*headings: str) -> frozenset[str]:
    """The words of some sections of `role_words.txt`."""
    sections = dict(load_sections("role_words.txt"))
    return frozenset(word for heading in headings for word in sections[heading])


def try_scene(text: str) -> Scene:
    """The scene of a text by itself, each line a block, names as the model reads them."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Span(at, at + len(line)))
        at += len(line) + 1
    names = read_text(text, blocks).names
    return set_scene(text, blocks, [Mention(name.span, name.type, name.span.of(text)) for name in names])


LONGEST = 32
"""Words of a role, at most; a longer one is a parse gone wrong."""
BEFORE = frozenset({"amod", "compound", "nmod:poss", "nummod", "flat", "nmod:desc", "nmod", "nmod:unmarked", "advmod"})
"""What may stand before the noun."""
BEHIND = frozenset({"nmod", "flat", "fixed", "compound", "nummod", "conj", "amod", "appos"})
"""What may stand behind it."""
INSIDE = BEFORE | BEHIND | {"case", "det", "cc", "punct", "goeswith", "obl:unmarked"}
"""What may stand inside its complements."""
TIED = frozenset({"compound", "amod", "nmod:poss", "det", "nummod", "case"})
"""Relations that hold a word to what comes behind it."""


def find_phrase(trees: Trees, noun: int) -> range | None:
    """The words of the role whose noun is given; None where it is too long."""
    words = set(collect(trees, noun))
    first = last = noun
    while first - 1 in words or joins(trees, words, first - 1, -1):
        first -= 1
    while last + 1 in words or joins(trees, words, last + 1, 1):
        last += 1
    first, last = trim(trees, noun, first, last)
    return range(first, last + 1) if last - first < LONGEST else None


def find_phrase_before(trees: Trees, noun: int, name: int) -> range | None:
    """The words of a role before a name that hangs on its noun, or behind a comma on its complement, as if it were part
    of it: "writers | Tom Arden", "mayor of Lima |, Tom Arden".
    """
    words = find_phrase(trees, noun)
    if words is None or not noun < name <= words[-1]:
        return words
    if trees.head(name) != noun and trees.word(name - 1) != ",":
        return words
    last = name - 1
    while last > noun and trees.tokens[last].pos == "PUNCT":
        last -= 1
    return range(words[0], last + 1)


def collect(trees: Trees, noun: int) -> Iterator[int]:
    """The noun and all that belongs to it, in no order."""
    waiting = [noun]
    while waiting:
        at = waiting.pop()
        yield at
        allowed = INSIDE if at != noun else BEFORE
        for child in trees.children[at]:
            fits = trees.relation(child) in (BEHIND if at == noun and child > noun else allowed)
            if fits and belongs(trees, noun, at, child):
                waiting.append(child)


def belongs(trees: Trees, noun: int, head: int, child: int) -> bool:
    """Whether a word that hangs on `head` is part of the role."""
    relation = trees.relation(child)
    if trees.tokens[child].pos in ("VERB", "AUX") and relation in ("conj", "nmod"):
        return False
    if relation in ("nmod", "nmod:unmarked") and child > head:
        return not is_aside(trees, child)
    if relation == "conj" and any(trees.word(cc) == "but" for cc in trees.having(child, "cc")):
        return False
    if relation == "conj":
        return (head != noun or is_own_conjunct(trees, child)) and not trees.having(child, "nsubj", "cop")
    if relation == "appos":
        opened = any(trees.word(sign) in "([" for sign in trees.having(child, "punct"))
        return child > head and opened and not trees.word(child).isdigit()
    if head == noun and relation == "advmod":
        return trees.lower(child) in load_set("title_modifiers.txt")
    return not (head == noun and relation == "nmod:poss" and is_pronoun(trees, noun, child))


def is_own_conjunct(trees: Trees, child: int) -> bool:
    """Whether a noun joined by "and" names one more role of the same person, no name and none with an article."""
    if classify_person(trees.word(child)) is None:
        return False
    return not trees.having(child, "flat") and not any(
        trees.lower(det) in ("the", "his", "her") for det in trees.having(child, "det", "nmod:poss")
    )


def is_pronoun(trees: Trees, noun: int, owner: int) -> bool:
    """Whether an owner is a pronoun that says nothing without its text; beside "father" it does."""
    return trees.tokens[owner].pos == "PRON" and classify_person(trees.word(noun)) != "relation"


def is_aside(trees: Trees, word: int) -> bool:
    """Whether a complement tells when, or what else there is."""
    if any(trees.lower(case) in list_role_words("times", "asides") for case in trees.having(word, "case")):
        return True
    return trees.tokens[word].pos == "NUM" or trees.word(word) in load_set("calendar_words.txt")


def joins(trees: Trees, words: set[int], at: int, step: int) -> bool:
    """Whether a sign or an "and" stands between two words of the role."""
    if not 0 <= at < len(trees.tokens) or trees.tokens[at].pos not in ("PUNCT", "CCONJ", "SYM", "PART"):
        return False
    return at + step in words or (trees.tokens[at].pos == "PUNCT" and at + 2 * step in words and trees.word(at) == ",")


def trim(trees: Trees, noun: int, first: int, last: int) -> tuple[int, int]:
    """The first and last word without articles before and loose ends behind; an open bracket is left out."""
    while first < noun and (trees.lower(first) in list_role_words("openings") or trees.tokens[first].pos == "PUNCT"):
        first += 1
    opened = [at for at in range(noun, last + 1) if trees.word(at) in "(["]
    closed = [at for at in range(noun, last + 2) if at < len(trees.tokens) and trees.word(at) in ")]"]
    if len(opened) == len(closed) and closed:
        last = max(last, closed[-1])
    elif opened or closed:
        last = min(opened + closed) - 1
    while last > noun and is_loose(trees, last):
        last -= 1
    return first, last


def is_loose(trees: Trees, word: int) -> bool:
    """Whether a word or sign ends no role."""
    is_sign = trees.tokens[word].pos == "PUNCT" and trees.word(word) not in ")]."
    return is_sign or trees.lower(word) in list_role_words("trailing")


def complete(trees: Trees, words: range, name: range) -> range | None:
    """The words with those at either end that the parse ties to them; None where it ties them to what is too far."""
    if not words:
        return None
    first, last = words[0], words[-1]
    while first > 0 and first - 1 not in name and is_tied(trees, first - 1, range(first, last + 1)):
        first -= 1
    for _ in range(2):
        ahead = [trees.head(at) for at in range(first, last + 1) if trees.relation(at) in TIED and at >= words[0]]
        beyond = max((head for head in ahead if head > last and head not in name), default=last)
        if beyond > last + 3 or any(at in name for at in range(last + 1, beyond + 1)):
            return None
        last = beyond
    return range(first, last + 1)


def is_tied(trees: Trees, at: int, words: range) -> bool:
    """Whether the word before a role belongs to it: "prosecutor | general", "PG&E President and | chief"."""
    start = trees.tokens[words[0]].span.start
    if trees.text[trees.tokens[at].span.end : start].strip(" ") or trees.tokens[at].pos in ("PUNCT", "DET", "PRON"):
        return is_hyphen(trees, at) and trees.head(at - 1) in words
    if trees.lower(at) == "and":
        return at > 0 and is_sole(trees, at - 1)
    if trees.lower(words[0]) == "and":
        return True
    return trees.relation(at) in ("compound", "amod", "nmod:desc", "nummod") and trees.head(at) in words


def is_hyphen(trees: Trees, at: int) -> bool:
    """Whether a sign joins the word before it with the one behind it."""
    span = trees.tokens[at].span
    return (
        span.of(trees.text) in ("-", "\u2010", "\u2011")
        and not trees.text[span.end : span.end + 1].isspace()
        and at > 0
    )


def is_sole(trees: Trees, noun: int) -> bool:
    """Whether a noun before "and" is a role without an article: "the mayor and President X" are two people."""
    if classify_person(trees.word(noun)) != "role" or is_plural_person(trees.word(noun)):
        return False
    return not trees.having(noun, "det", "nmod:poss", "case")
