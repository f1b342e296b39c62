"""The words by which a text tells a happening: a verb, a noun, or a noun with the light verb that carries it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.language.en.events.kinds import Condition, Sense, load_class, load_table
from generator.language.trees import SUBJECTS, Trees, read_trees
from generator.model import Mention, Span
from generator.text.rules import Chain, Rule, rules_of_list


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word, or few, by which a sentence tells a happening."""

    at: int
    """The word that names it: the verb, or the noun; of "held talks" the noun."""
    kind: str
    words: tuple[int, ...]
    """All its words in order, with light verb and particle."""
    form: Literal["verb", "noun", "light"]
    head: int
    """The word on which its arguments hang: of "held talks" the verb, else the word that names it."""
    rule: str
    """The section of `kinds.txt` that it is of: "meeting: verb"."""


def find_triggers(trees: Trees, mentions: Sequence[Mention], within: Span | None = None) -> list[Trigger]:
    """The triggers of a text, or of a span of it, in order; of one happening one."""
    finder = Finder(trees, {mention.span: mention.type for mention in mentions})
    return finder.find(trees.inside(within) if within else range(len(trees.tokens)))


_INNER = frozenset({"compound", "amod", "flat", "nmod:desc", "fixed", "goeswith"})
"""Relations of a word that only describes another: "protest songs"."""
_OBJECTS = ("obj", "nsubj:pass")
_PREPOSITIONAL = ("obl", "nmod", "obl:agent", "advcl")


class Finder:
    """Looks through the words of one text."""

    def __init__(self, trees: Trees, names: dict[Span, str]) -> None:
        self.trees = trees
        self.table = load_table()
        self.types: dict[int, str] = {word: kind for span, kind in names.items() for word in trees.inside(span)}

    def find(self, words: range) -> list[Trigger]:
        """The triggers among some words, in order."""
        found: dict[int, Trigger] = {}
        taken: set[int] = set()
        for at in words:
            trigger = self._at(at) if at not in taken else None
            if trigger:
                taken |= set(trigger.words)
                for word in trigger.words:
                    found.pop(word, None)
                found[trigger.at] = trigger
        return [found[at] for at in sorted(found)]

    def _at(self, at: int) -> Trigger | None:
        """The trigger that a word is."""
        token = self.trees.tokens[at]
        if token.relation in _INNER or at in self.types:
            return None
        if token.pos == "VERB":
            return self._phrase(at) or self._verb(at)
        return self._noun(at) if token.pos in ("NOUN", "PROPN") else None

    def _phrase(self, at: int) -> Trigger | None:
        for sense in self.table.phrases.get(self.trees.lower(at), ()):
            words = self._along(at, sense.path)
            if words and self._holds(at, sense):
                return Trigger(words[-1], sense.kind, tuple(sorted((at, *words))), "light", at, sense.rule)
        return None

    def _along(self, at: int, path: tuple[str, ...]) -> list[int]:
        """The words of a phrase behind its verb: the noun, before it its preposition; none where they differ."""
        trees, (*case, noun) = self.trees, path
        for child in trees.children[at]:
            if trees.lower(child) == noun:
                cases = [word for word in trees.having(child, "case", "mark") if [trees.lower(word)] == case]
                if bool(case) == bool(cases):
                    return [*cases, child]
        return []

    def _verb(self, at: int) -> Trigger | None:
        for sense in self.table.verbs.get(self.trees.lower(at), ()):
            particles = self._particles(at, sense.particle)
            if bool(sense.particle) == bool(particles) and self._holds(at, sense):
                return Trigger(at, sense.kind, (at, *particles), "verb", at, sense.rule)
        return None

    def _particles(self, at: int, particle: str) -> list[int]:
        """The particle of a verb, as a word; none for a verb without one."""
        trees = self.trees
        near = trees.having(at, "compound:prt", "advmod", "obl") if particle else []
        return [word for word in near if trees.lower(word) == particle][:1]

    def _noun(self, at: int) -> Trigger | None:
        for sense in self.table.nouns.get(self.trees.lower(at), ()):
            if self._holds(at, sense):
                verb = self._carrier(at, sense.kind)
                if verb is not None:
                    words = (at, verb, *self._extra(verb))
                    return Trigger(at, sense.kind, tuple(sorted(words)), "light", verb, sense.rule)
                if self._is_told(at):
                    return Trigger(at, sense.kind, (at,), "noun", at, sense.rule)
        return None

    def _carrier(self, at: int, kind: str) -> int | None:
        """The light verb that carries a noun: "held" talks, the talks "took" place."""
        trees, verb, relation = self.trees, self.trees.head(at), self.trees.relation(at)
        if verb == at or trees.pos(verb) != "VERB":
            return None
        word = trees.lower(verb)
        if relation in SUBJECTS and word in load_class("@happening") and not trees.having(verb, "obj"):
            return verb
        if relation == "nsubj" and "place" in trees.words_having(verb, "obj") and self._along(verb, ("place",)):
            return verb
        if relation in _OBJECTS:
            for sense in self.table.carriers.get(word, ()):
                fits = bool(sense.particle) == bool(self._particles(verb, sense.particle))
                if sense.kind in (kind, "any") and fits:
                    return verb
        return None

    def _extra(self, verb: int) -> list[int]:
        """What belongs to a light verb: "out" of "carried out", "place" of "took place"."""
        trees = self.trees
        place = [word for word in trees.having(verb, "obj") if trees.lower(word) == "place"]
        return [*trees.having(verb, "compound:prt"), *place]

    def _is_told(self, at: int) -> bool:
        """Whether a noun stands for one happening, or some, and not for such happenings as a sort."""
        trees = self.trees
        if trees.having(at, "nmod:poss", "nummod"):
            return True
        return any(trees.lower(word) in load_class("@pointing") for word in trees.having(at, "det"))

    def _holds(self, at: int, sense: Sense) -> bool:
        return all(self._is_met(at, condition) for condition in sense.conditions)

    def _is_met(self, at: int, condition: Condition) -> bool:
        fillers = list(self._fillers(at, condition.slot))
        is_filled = bool(fillers) if "some" in condition.words else any(self._fits(f, condition) for f in fillers)
        return is_filled == condition.is_wanted

    def _fits(self, word: int, condition: Condition) -> bool:
        return self.trees.lower(word) in condition.words or self.types.get(word) in condition.types

    def _fillers(self, at: int, slot: str) -> Iterator[int]:
        """The words that stand in a slot beside a word."""
        trees = self.trees
        if slot == "object":
            yield from (self._meant(word) for word in trees.having(at, *_OBJECTS))
            if trees.relation(at) == "acl" and not trees.lower(at).endswith("ing"):
                yield trees.head(at)
        elif slot == "subject":
            yield from (self._meant(word) for word in trees.having(at, "nsubj"))
        elif slot == "passive":
            yield from trees.having(at, "aux:pass", "nsubj:pass")
        elif slot == "modifier":
            yield from trees.having(at, "compound", "amod", "nmod:poss", "nmod:desc")
        else:
            yield from (w for w in trees.having(at, *_PREPOSITIONAL) if slot in trees.words_having(w, "case"))

    def _meant(self, word: int) -> int:
        """A noun, or for "who" the noun that it stands for."""
        antecedent = self.trees.antecedent(word) if self.trees.pos(word) == "PRON" else None
        return word if antecedent is None else antecedent


def try_section(rule: Rule[str], text: str) -> Iterator[Span]:
    """The triggers that a section of the table finds in a sentence, from the first to the last of their words."""
    trees = read_trees(text, [Span(0, len(text))])
    names = [Mention(name.span, name.type, "") for name in trees.reading.names]
    for trigger in find_triggers(trees, names):
        if trigger.rule == rule.find or trigger.kind == rule.find:
            yield trees.span_of(trigger.words)


KINDS = Chain("kinds", rules_of_list("kinds.txt"), try_section)
"""The sections of `kinds.txt`, each with the happenings that its words tell, and with words that tell none."""
