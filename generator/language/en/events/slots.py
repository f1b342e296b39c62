"""What stands beside a word that may tell a happening, and whether it is what the table of kinds asks for."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from generator.language.en.events.brands import is_brand
from generator.language.en.events.kinds import Condition, Sense, Table, load_class, load_table
from generator.language.trees import SUBJECTS, Trees
from generator.model import Span

OBJECTS = ("obj", "nsubj:pass")
_MODIFIERS = ("compound", "amod", "nmod:poss", "nmod:desc", "nmod:unmarked")
_PREPOSITIONAL = ("obl", "nmod", "obl:agent", "advcl", "xcomp", "obj")
SOME = "some"
_BY_TIME = frozenset({"later", "earlier", "after", "before", "afterwards"})
"""Words behind a span of time that make a day of it."""


class Slots:
    """The words of one text with the names among them."""

    def __init__(self, trees: Trees, names: Mapping[Span, str]) -> None:
        self.trees = trees
        self._names = names
        self._own: Mapping[str, Callable[[int], Iterator[int]]] = {
            "object": self._objects,
            "subject": self._subjects,
            "passive": self._passives,
            "participle": lambda at: iter([trees.head(at)] if trees.relation(at) == "acl" else []),
            "modifier": lambda at: iter(trees.having(at, *_MODIFIERS)),
            "predicate": self._predicates,
            "becomes": self._becomes,
            "infinitive": lambda at: (word for word in trees.having(at, "xcomp") if self.is_infinitive(word)),
            "aim": lambda at: (word for word in trees.having(at, "advcl") if self.is_infinitive(word)),
            "counted": lambda at: iter(trees.having(at, "nummod")),
            "clause": lambda at: iter(trees.having(at, "ccomp")),
            "head": lambda at: iter([trees.head(at)]),
            "does": lambda at: iter([trees.head(at)] if trees.relation(at) in SUBJECTS else []),
        }

    @cached_property
    def types(self) -> dict[int, str]:
        """For each word of a name the type of the name."""
        return {word: kind for span, kind in self._names.items() for word in self.trees.inside(span)}

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        """All words of the text, in lower case: of missiles and airstrikes, a strike is an attack."""
        return frozenset(self.trees.lower(word) for word in range(len(self.trees.tokens)))

    @property
    def table(self) -> Table:
        """The words of all kinds."""
        return load_table()

    def holds(self, at: int, sense: Sense, *, is_carried: bool = False) -> bool:
        """Whether all that a sense asks for stands, or does not stand, beside a word."""
        return all(self._is_met(at, condition, is_carried) for condition in sense.conditions)

    def is_infinitive(self, at: int) -> bool:
        """Whether a verb stands behind "to"."""
        return "to" in self.trees.words_having(at, "mark")

    def counting(self, at: int) -> int:
        """The word that only counts a noun: the round of "a round of talks"; else the noun."""
        trees, head = self.trees, self.trees.head(at)
        is_counted = trees.relation(at) == "nmod" and "of" in trees.words_having(at, "case")
        return self.counting(head) if is_counted and trees.lower(head) in load_class("=wrap") else at

    def particles(self, at: int, particle: str) -> list[int]:
        """The particle of a verb, as a word; none for a verb without one."""
        trees = self.trees
        near = trees.having(at, "compound:prt", "advmod", "obl") if particle else []
        found = [word for word in near if trees.lower(word) == particle]
        is_next = at + 1 < len(trees.tokens) and trees.lower(at + 1) == particle
        if particle and not found and is_next:
            # The parse takes "out 600 workers" for a preposition and its noun; "in as president" for two prepositions.
            noun = trees.head(at + 1)
            second = trees.lower(at + 2) if at + 2 < len(trees.tokens) else ""
            # "Pulled out of the treaty": two prepositions of one noun.
            is_before_other = second in ("as", "of", "from", "to", "for") and trees.pos(at + 1) == "ADP"
            found = [at + 1] if trees.relation(noun) in OBJECTS or is_before_other else []
        return found[:1]

    def _is_met(self, at: int, condition: Condition, is_carried: bool) -> bool:
        if condition.slot == "carried":
            return is_carried == condition.is_wanted
        if condition.slot == "text":
            return bool(condition.words & self._vocabulary) == condition.is_wanted
        fillers = self._fillers(at, condition.slot, is_wanted=condition.is_wanted)
        is_any = SOME in condition.words
        return any(is_any or self._fits(filler, condition) for filler in fillers) == condition.is_wanted

    def _fits(self, word: int, condition: Condition) -> bool:
        kind, lower = self.types.get(word), self.trees.lower(word)
        if "Brand" in condition.types and is_brand(self.trees, self.types, word):
            return True
        if kind:
            own = "Human" if kind == "Person" else kind
            return kind in condition.types or own in condition.types or lower in condition.words
        if "Person" in condition.types and condition.is_wanted and self._is_counted_or_named(word):
            return True
        return lower in condition.words

    def _is_counted_or_named(self, word: int) -> bool:
        """Whether a word may stand for people: "41 were arrested"; a name that was not read as one."""
        trees = self.trees
        if trees.pos(word) == "NUM":
            return not trees.having(word, "compound", "case")
        return trees.pos(word) == "PROPN" and trees.word(word)[0].isupper()

    def _fillers(self, at: int, slot: str, *, is_wanted: bool) -> Iterator[int]:
        """The words that stand in a slot beside a word."""
        own = self._own.get(slot)
        if own:
            yield from own(at)
        else:
            trees = self.trees
            # "War broke out between the two."
            is_over = trees.relation(at) in SUBJECTS or (trees.relation(at) in OBJECTS and is_wanted)
            over = trees.having(trees.head(at), "obl") if is_over else []
            for word in [*trees.having(at, *_PREPOSITIONAL), *over]:
                if slot in trees.words_having(word, "case", "mark"):
                    yield word

    def _objects(self, at: int) -> Iterator[int]:
        """What is done something to, active or passive; the noun that a participle describes."""
        trees = self.trees
        # "Charged Ann Bell with wire fraud": the parse takes what stands behind "with" for a second object.
        found = [
            word
            for word in trees.having(at, *OBJECTS)
            if trees.relation(word) != "obj" or not (self._has_case(word) or self._is_span(word))
        ]
        if not found:
            # "Journalist Ann Bell was released", "impeached President Bell": the parse takes the title for the noun.
            is_passive = bool(trees.having(at, "aux:pass"))
            found = [word for word in trees.having(at, "nmod:desc") if (word < at) == is_passive]
        if not found and self._is_participle(at):
            found = [trees.head(at)]
        if not found and self._is_joined(at):
            found = trees.having(trees.head(at), "nsubj:pass")
        if not found and self._is_opening(at):
            found = trees.subjects_of(trees.head(at))
        yield from self._with_joined([self._meant(word) for word in found])

    def _has_case(self, word: int) -> bool:
        """Whether "with" or "by" stands before a word that is no number: it is no object then."""
        return self.trees.pos(word) != "NUM" and not {"with", "by"}.isdisjoint(self.trees.words_having(word, "case"))

    def _is_span(self, word: int) -> bool:
        """Whether a noun tells when: "released the next day", "freed a week later"."""
        near = {
            *self.trees.words_having(word, "amod", "det"),
            self.trees.lower(min(word + 1, len(self.trees.tokens) - 1)),
        }
        return self.trees.lower(word) in load_class("=span") and bool(near & (load_class("=which") | _BY_TIME))

    def _passives(self, at: int) -> Iterator[int]:
        """What shows that a verb is passive."""
        trees = self.trees
        yield from trees.having(at, "aux:pass", "nsubj:pass")
        if self._is_participle(at):
            yield trees.head(at)
        if self._is_joined(at):
            yield from trees.having(trees.head(at), "aux:pass")

    def _is_participle(self, at: int) -> bool:
        """Whether a verb describes to whom it was done: "the man arrested in Cork"."""
        trees = self.trees
        return trees.relation(at) == "acl" and not trees.lower(at).endswith("ing") and not self.is_infinitive(at)

    def _is_opening(self, at: int) -> bool:
        """Whether a verb tells what was done to the subject of another: "Arrested in Lima, he was taken to Cork"."""
        trees = self.trees
        is_other = trees.lower(at).endswith("ing") or trees.having(at, *SUBJECTS, "aux")
        return trees.relation(at) == "advcl" and not is_other and not self.is_infinitive(at)

    def _predicates(self, at: int) -> Iterator[int]:
        """What somebody is made; the parse may take it for the end of his name: "named Tom Arden | captain"."""
        trees = self.trees
        yield from trees.having(at, "xcomp", "obj", "nmod:desc", "appos")
        for name in trees.having(at, "obj"):
            yield from (word for word in trees.having(name, "flat") if trees.pos(word) == "NOUN")

    def _becomes(self, at: int) -> Iterator[int]:
        """What somebody becomes, without "the first to" do something."""
        trees = self.trees
        return (word for word in trees.having(at, "xcomp", "obj") if not trees.having(word, "acl", "acl:relcl"))

    def _is_joined(self, at: int) -> bool:
        """Whether a verb has its subject from the one before it: "was arrested and charged"."""
        trees = self.trees
        return trees.relation(at) in ("conj", "parataxis") and not trees.subjects_of(at)

    def _subjects(self, at: int) -> Iterator[int]:
        """Who or what does it: its own subject, or that of the verb that it hangs on."""
        trees = self.trees
        for _ in range(3):
            found = trees.having(at, *SUBJECTS)
            if found:
                is_passive = bool(trees.having(at, "nsubj:pass")) and bool(trees.having(at, "aux:pass"))
                yield from () if is_passive else self._with_joined([self._meant(word) for word in found])
                return
            if trees.relation(at) == "acl":
                yield trees.head(at)
                return
            if trees.relation(at) not in ("conj", "xcomp", "advcl") or trees.head(at) == at:
                return
            at = trees.head(at)

    def _with_joined(self, words: list[int]) -> Iterator[int]:
        """Words with those that are joined to them by "and"; "dozens of people" are people."""
        for word in words:
            yield word
            yield from self.trees.having(word, "conj")
            if self.trees.pos(word) == "NUM" or self.trees.lower(word) in load_class("=many"):
                yield from self.trees.having(word, "nmod")

    def _meant(self, word: int) -> int:
        """A noun, or for "who" the noun that it stands for."""
        antecedent = self.trees.antecedent(word) if self.trees.pos(word) == "PRON" else None
        return word if antecedent is None else antecedent
