"""A text with the people whose roles are looked for in it, and a role as somebody is told to have it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from generator.language.en.model import Reading, read_text
from generator.language.en.persons import classify_person
from generator.language.pack import is_english
from generator.language.people.honorifics import find_honored_start
from generator.language.trees import Trees, read_trees
from generator.model import Mention, Role, RoleForm, RoleKind, Span
from generator.text.spans import Spans
from generator.text.wordlists import load_sections


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
