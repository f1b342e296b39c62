"""The words by which a text tells a happening: a verb, a noun, or a noun with the light verb that carries it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.language.en.events.kinds import Sense, list_words, load_class
from generator.language.en.events.slots import OBJECTS, Slots
from generator.language.en.events.told import Told
from generator.language.trees import SUBJECTS, Trees, read_trees
from generator.model import Mention, Span
from generator.text.rules import Chain, Rule, rules_of_list

_INNER = frozenset({"compound", "amod", "flat", "nmod:desc", "fixed", "goeswith", "nmod:poss"})
"""Relations of a word that only describes another: "protest songs"."""
_DESCRIBING = frozenset({"nsubj", "nsubj:pass", "obj", "nmod"})
"""Relations by which a noun says again what its verb, or the noun over it, tells."""


_WITHIN = frozenset({"million", "billion", "bankruptcy", "insolvency"})


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
    finder = _Finder(trees, {mention.span: mention.type for mention in mentions})
    return finder.find(trees.inside(within) if within else range(len(trees.tokens)))


class _Finder:
    """Looks through the words of one text."""

    def __init__(self, trees: Trees, names: Mapping[Span, str]) -> None:
        self.trees = trees
        self.slots = Slots(trees, names)
        self.told = Told(self.slots)
        self.table = self.slots.table
        self.events = {word for span, kind in names.items() if kind == "Event" for word in trees.inside(span)}

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
        told = {at: found[at] for at in sorted(found) if not self._is_outcome(found[at], found)}
        return [trigger for trigger in told.values() if not self._says_again(trigger, told)]

    def _at(self, at: int) -> Trigger | None:
        """The trigger that a word is."""
        token = self.trees.tokens[at]
        if token.pos == "PROPN" and self.trees.lower(at) in load_class("=storm"):
            return self._named_storm(at)
        is_listed = self.trees.lower(at) in list_words()
        if not is_listed or token.pos not in ("VERB", "NOUN", "PROPN"):
            return None
        if token.relation in _INNER or at in self.slots.types:
            return None
        if token.pos == "VERB" and not self._is_noun(at):
            return self._phrase(at) or self._verb(at)
        return self._noun(at)

    def _named_storm(self, at: int) -> Trigger | None:
        """A storm with a name of its own, where something is told of it: "Hurricane Ida hit the coast"."""
        trees = self.trees
        top = trees.head(at) if trees.relation(at) == "compound" else at
        if at and at - 1 in self.slots.types and at in self.slots.types:
            # "The National Hurricane Center".
            return None
        is_named = top != at or bool(trees.having(at, "flat", "appos"))
        if not is_named or trees.relation(top) not in SUBJECTS or trees.pos(trees.head(top)) != "VERB":
            return None
        return Trigger(top, "disaster", (at, top) if top != at else (at,), "noun", top, "disaster: noun")

    def _is_noun(self, at: int) -> bool:
        """Whether a form in -ing, read as a verb, is a noun: "the signing of the treaty"."""
        trees = self.trees
        if trees.lower(at) not in self.table.nouns or trees.having(at, "obj", "aux"):
            return False
        by = (word for word in trees.having(at, "obl", "obl:agent") if "by" in trees.words_having(word, "case"))
        return bool(trees.having(at, "det", "nmod:poss", "nmod")) or any(by) or trees.relation(at) in SUBJECTS

    def _phrase(self, at: int) -> Trigger | None:
        for sense in self.table.phrases.get(self.trees.lower(at), ()):
            words = self._along(at, sense.path)
            if words and self.slots.holds(at, sense) and self.told.is_told_verb(at):
                return Trigger(words[-1], sense.kind, tuple(sorted((at, *words))), "light", at, sense.rule)
        return None

    def _along(self, at: int, path: tuple[str, ...]) -> list[int]:
        """The words of a phrase behind its verb: the last, before it its preposition; none where they differ."""
        trees, (*case, last) = self.trees, path
        for child in trees.children[at]:
            if trees.lower(child) == last.lstrip("=") or self._is_within(child, last):
                cases = [word for word in trees.having(child, "case") if [trees.lower(word)] == case]
                is_other = trees.relation(child) in ("nsubj", "conj") or (last[0] == "=" and trees.having(child, "det"))
                if bool(case) == bool(cases) and not is_other:
                    return [*cases, child]
        return []

    def _is_within(self, child: int, last: str) -> bool:
        """Whether the last word of a phrase only describes its noun: "40 million euros", "bankruptcy protection"."""
        relation = "nummod" if self.trees.relation(child) == "obj" else "compound"
        return last in _WITHIN and last in self.trees.words_having(child, relation)

    def _verb(self, at: int) -> Trigger | None:
        senses = self.table.verbs.get(self.trees.lower(at), ())
        if not senses or not self.told.is_told_verb(at):
            return None
        for sense in senses:
            particles = self.slots.particles(at, sense.particle)
            if self._has_its_particle(at, sense) and self.slots.holds(at, sense):
                return Trigger(at, sense.kind, (at, *particles), "verb", at, sense.rule)
        return None

    def _has_its_particle(self, at: int, sense: Sense) -> bool:
        """Whether a verb has the particle that a sense asks for, and no other: "died", not "died down"."""
        if sense.particle:
            return bool(self.slots.particles(at, sense.particle))
        return not self._is_turned(at) or self.trees.lower(at) in load_class("=loose")

    def _is_turned(self, at: int) -> bool:
        """Whether a particle makes another verb of a verb: "held back"."""
        trees = self.trees
        return bool(trees.having(at, "compound:prt")) or "back" in trees.words_having(at, "advmod")

    def _noun(self, at: int) -> Trigger | None:
        senses = self.table.nouns.get(self.trees.lower(at), ())
        if not senses or self._is_name(at):
            return None
        for sense in senses:
            verb = self._carrier(at, sense.kind)
            if not self.slots.holds(at, sense, is_carried=verb is not None):
                continue
            if verb is not None and self.told.is_carried_told(at, verb):
                words = tuple(sorted((at, verb, *self._extra(verb))))
                return Trigger(at, sense.kind, words, "light", verb, sense.rule)
            if verb is None and self.told.is_told_noun(at):
                return Trigger(at, sense.kind, (at,), "noun", at, sense.rule)
        return None

    def _is_name(self, at: int) -> bool:
        """Whether a word is written as a part of a name: "the Assembly"."""
        is_inside = at > 0 and self.trees.is_one_sentence(at - 1, at) and not self.told.is_headline(at)
        return is_inside and self.trees.word(at)[0].isupper()

    def _carrier(self, at: int, kind: str) -> int | None:
        """The light verb that carries a noun: "held" talks, the talks "took" place, talks "held" in Lima."""
        trees = self.trees
        at = self.slots.counting(at)
        verb, relation = trees.head(at), trees.relation(at)
        if relation in SUBJECTS and self._is_happening(verb):
            return verb
        if relation in OBJECTS and self._carries(verb, kind):
            return verb
        described = (word for word in trees.having(at, "acl") if not self.slots.is_infinitive(word))
        return next((word for word in described if self._carries(word, kind) and not trees.having(word, "obj")), None)

    def _is_happening(self, verb: int) -> bool:
        trees = self.trees
        if trees.lower(verb) not in load_class("=happening") or self._is_turned(verb):
            return False
        objects = trees.words_having(verb, "obj")
        return not objects or ("place" in objects and trees.lower(verb).startswith("t"))

    def _carries(self, verb: int, kind: str) -> bool:
        """Whether a verb is a light verb of a kind."""
        senses = self.table.carriers.get(self.trees.lower(verb), ())
        return any(sense.kind in (kind, "any") and self._has_its_particle(verb, sense) for sense in senses)

    def _extra(self, verb: int) -> list[int]:
        """What belongs to a light verb: "out" of "carried out", "place" of "took place"."""
        trees = self.trees
        place = [word for word in trees.having(verb, "obj") if trees.lower(word) == "place"]
        return [*trees.having(verb, "compound:prt"), *place]

    def _is_outcome(self, trigger: Trigger, found: Mapping[int, Trigger]) -> bool:
        """Whether a killing is only what came of another trigger: "the storm killed nine", "hit it, killing nine"."""
        trees = self.trees
        if not trees.lower(trigger.at).startswith("kill") or trigger.form != "verb":
            return False
        over = trees.head(trigger.at)
        # "The attack was in the mosque, killing nine".
        is_of_clause = trees.relation(trigger.at) == "acl" and bool(trees.having(over, "cop"))
        verbs = [trigger.at, over] if self._is_beside(trigger.at) or is_of_clause else [trigger.at]
        causes = [word for verb in verbs for word in trees.having(verb, "nsubj", "obl", "obl:agent")]
        return any(word in found for word in [*causes, *verbs[1:]])

    def _says_again(self, trigger: Trigger, found: Mapping[int, Trigger]) -> bool:
        """Whether a trigger only tells again what that over it does: "the signing of the treaty"."""
        head = self.trees.head(trigger.head)
        verbs = (other for other in found.values() if other.head == head and other.form == "light")
        over = found.get(head, next(verbs, None)) if head != trigger.head else None
        is_visit = trigger.kind == "visit" and self.trees.relation(trigger.head) == "obl"
        is_below = trigger.form == "noun" and (self.trees.relation(trigger.head) in _DESCRIBING or is_visit)
        return over is not None and over.kind == trigger.kind and (is_below or self._is_beside(trigger.at))

    def _is_beside(self, at: int) -> bool:
        """Whether a verb in -ing tells more of the verb before it."""
        return self.trees.relation(at) == "advcl" and self.trees.lower(at).endswith("ing")


@lru_cache(maxsize=16)
def _find_all(text: str) -> tuple[Trees, tuple[Trigger, ...]]:
    """All triggers of a sentence, which each section of the table is asked for in turn."""
    trees = read_trees(text, [Span(0, len(text))])
    names = [Mention(name.span, name.type, "") for name in trees.reading.names]
    return trees, tuple(find_triggers(trees, names))


def try_section(rule: Rule[str], text: str) -> Iterator[Span]:
    """The triggers that a section of the table finds in a sentence, as runs of their words."""
    trees, triggers = _find_all(text)
    for trigger in triggers:
        if rule.find == trigger.rule or rule.find.partition(":")[0] == trigger.kind:
            yield from trees.runs_of(trigger.words)


KINDS = Chain("kinds", rules_of_list("kinds.txt"), try_section)
"""The sections of `kinds.txt`, each with the happenings that its words tell, and with words that tell none."""
