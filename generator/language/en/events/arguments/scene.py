"""A happening in its sentence, and what a rule finds beside it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from generator.language.en.events.arguments.frames import Frame, find_frame
from generator.language.en.events.arguments.phrases import Names, case_of, is_time, words_of
from generator.language.en.events.kinds import load_class
from generator.language.en.events.triggers import Trigger
from generator.language.en.inflection import plural
from generator.language.trees import SUBJECTS, Trees

STRIKING = frozenset({"accident", "disaster", "disease", "death", "attack", "clash"})
"""Kinds that a thing may bring about: a storm, a bus, a bomb."""
_ACTORS = ("@person", "@crowd", "@workforce", "@armed", "@body", "@court", "@parliament", "@state", "@side", "@team")
"""Classes of nouns of those who can act."""


@cache
def _load_actors() -> frozenset[str]:
    return frozenset().union(*map(load_class, _ACTORS)) | words_of("actors") | {plural(w) for w in words_of("actors")}


def _is_doer(noun: str) -> bool:
    has_end = noun.endswith(tuple(words_of("doing"))) and noun not in words_of("no doers")
    return has_end or noun in _load_actors()


class Slot(NamedTuple):
    """A word at a place beside a happening."""

    name: str
    """As in `frames.txt`; "place" for where it is, "quantity" for how many, with the measure behind a colon."""
    word: int


@dataclass(frozen=True)
class Scene:
    """A happening in its sentence."""

    trees: Trees
    trigger: Trigger
    names: Names

    @cached_property
    def own(self) -> frozenset[int]:
        """The words of the trigger."""
        return frozenset(self.trigger.words)

    @cached_property
    def frame(self) -> Frame:
        """Who has which part."""
        trees = self.trees
        return find_frame(self.trigger.kind, (trees.lower(word) for word in self.trigger.words))

    @property
    def verb(self) -> int | None:
        """The verb that tells it; None where a noun alone does."""
        return None if self.trigger.form == "noun" else self.trigger.head

    @property
    def noun(self) -> int | None:
        """The noun that names it; None where a verb does."""
        return None if self.trigger.form == "verb" else self.trigger.at

    def is_subject_of(self, verbs: frozenset[str]) -> bool:
        """Whether the noun is the subject of one of some verbs: "fighting broke out"."""
        noun, trees = self.noun, self.trees
        return noun is not None and trees.relation(noun) in SUBJECTS and trees.lower(trees.head(noun)) in verbs

    @property
    def is_text(self) -> bool:
        """Whether the noun is a text to which something is done: "signed a treaty"."""
        return self.trigger.form == "light" and self.trees.lower(self.trigger.head) in words_of("signing")

    @cached_property
    def is_noun_subject(self) -> bool:
        """Whether the noun is the subject of its verb: "talks were held"."""
        return self.noun is not None and self.trees.relation(self.noun) in SUBJECTS

    def can_be_part(self, word: int, slot: str) -> bool:
        """Whether a word is not of the trigger, and more than a time or a jail."""
        if slot == "text":
            return True
        return (
            word not in self.own and not is_time(self.trees, word) and self.trees.lower(word) not in words_of("jails")
        )

    def can_act(self, word: int) -> bool:
        """Whether a word is of somebody who can do something: a name, a pronoun, people, a body; of what strikes, a
        thing."""
        trees = self.trees
        inner = [below for below in trees.having(word, "nmod") if case_of(trees, below) == "of"]
        if trees.lower(word) in words_of("no themes") and not self._is_named(word):
            return False
        if inner and trees.lower(word) in load_class("=many") | words_of("shares"):
            return self.can_act(inner[0])
        if self._is_named(word) or self.names.is_person(word) or trees.pos(word) in ("PRON", "NUM"):
            return True
        return self.trigger.kind in STRIKING or _is_doer(trees.lower(word))

    def can_take_side(self, word: int) -> bool:
        """Whether a word is of somebody who can be one of two sides."""
        trees = self.trees
        if self._is_named(word) or self.names.is_person(word) or trees.pos(word) == "PRON":
            return True
        return trees.pos(word) == "NUM" or _is_doer(trees.lower(word)) or trees.pos(word) == "ADJ"

    def _is_named(self, word: int) -> bool:
        mention = self.names.meant(word)
        return mention.type not in ("Event", "Work") if mention else self.trees.pos(word) == "PROPN"

    def is_where(self, word: int) -> bool:
        """Whether a word names a place, or a thing that is one."""
        is_site = self.trees.lower(word) in words_of("sites") and word not in self.own
        return self.names.is_place(word) or is_site

    @property
    def heads(self) -> tuple[int, ...]:
        """The words on which its parts hang."""
        return tuple(dict.fromkeys((self.trigger.head, self.trigger.at)))


Find = Callable[[Scene], Iterator[Slot]]
