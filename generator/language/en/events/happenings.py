"""Which happening a date or a sentence speaks of, by the parse: its kind, its words, whose it is, how it is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.language.en.model import Token
from generator.language.en.polarity import (
    find_happening_standing,
    find_own_standing,
    find_predicate,
    find_standing,
    is_object_of_particle,
    is_past,
    list_words,
    particles_of,
)
from generator.language.trees import Trees, read_trees
from generator.model import NAMED_KINDS, Document, Ending, Mention, Span, Standing
from generator.text.wordlists import load_sections, load_set

LONGEST = 110
"""Characters of the words that name a happening; longer ones are no title."""
STEPS = 3
"""Steps up the tree from a date to the happening that it dates."""
_PLANS = frozenset({"acl", "acl:relcl", "amod"})
"""Relations of a verb to the noun that it describes."""
_CLAUSES = frozenset({"acl:relcl", "acl", "advcl", "appos", "parataxis", "punct", "det", "cc"})
"""Relations of what stands in the phrase of a happening and is not its name."""
_OBJECTS = frozenset({"obj", "obl", "nsubj:pass"})
_SUBJECTS = ("nsubj", "nsubj:pass")
_LATER = frozenset({"until", "till", "before"})
"""Words behind which the day stands on which something is after all: "will not be held until"."""


@dataclass(frozen=True, slots=True)
class Happening:
    """A happening as a phrase or a clause names it."""

    kind: str
    title: Span | None
    """Its words, without an article and without the date; None where they are many."""
    hosts: tuple[Mention, ...]
    """The names in its own phrase: the Council in "the Council meeting"."""
    standing: Standing
    """How the text tells it."""
    end: Literal["cancelled", "postponed"] | None
    """What becomes of it, told as a fact."""
    ending: Ending | None
    """What is said to become of it, where that is no fact."""
    absent: Span | None
    """Who did not do what is told of it, and takes no part: those of "Neither X nor Y attended the meeting"."""


@cache
def load_kinds() -> Mapping[str, str]:
    """The kind of each noun and verb that names a happening, lower case."""
    nouns = {noun: noun for noun in load_set("event_nouns.txt")}
    nouns |= {noun + "s": noun for noun in nouns if not noun.endswith("s")}
    same = {word: kind for kind, words in load_sections("event_kinds.txt") for word in words}
    return nouns | {noun: same[own] for noun, own in nouns.items() if own in same} | same


@cache
def load_endings() -> Mapping[str, str]:
    """The verbs that end a happening before it is, with what they make of it."""
    return {word: end for end, words in load_sections("event_endings.txt") for word in words}


class Happenings:
    """The parse of one document, by place. Built once for all dates of it."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        blocks = [block.span for block in document.blocks if block.kind in NAMED_KINDS]
        self._trees: Trees = read_trees(document.text, blocks)
        self._mentions = mentions
        self._at = {start: at for at, start in enumerate(self._trees.starts)}
        self._bodies = {m.span for m in mentions if m.type == "Organization"}

    def of_date(self, date: Span) -> Happening | None:
        """The happening that a date dates; None where the sentence names none beside it."""
        inside = self._inside(date)
        top = self._trees.top(inside)
        if top is None:
            return None
        at = self._trees.head(top)
        for _ in range(STEPS):
            if at == top:
                return None
            if self._kind(at):
                return self._happening(at, inside)
            if self._token(at).pos in ("VERB", "AUX"):
                found = self._of_verb(at, inside)
                # "The talks planned for May 5" are above the verb, those of "plans to hold talks on May 5" below it.
                if found or self._token(at).relation not in _PLANS:
                    return found
            at, top = self._trees.head(at), at
        return None

    def of_noun(self, noun: Span) -> Happening | None:
        """The happening that a noun names."""
        at = self._at.get(noun.start)
        return self._happening(at, range(0)) if at is not None and self._kind(at) else None

    def standing_at(self, words: Span) -> Standing:
        """How the text tells what is told of a date or a noun, by the predicate that it hangs on; a date within the
        words of a noun dates that noun: "the hurricane of 2017"."""
        top = self._trees.top(self._inside(words))
        predicate = find_predicate(self._trees, top) if top is not None else None
        if top is None or predicate is None or predicate not in (top, self._trees.head(top)):
            return "asserted"
        return find_standing(self._trees, predicate)

    def _inside(self, span: Span) -> range:
        return self._trees.inside(span)

    def _of_verb(self, at: int, date: range) -> Happening | None:
        """The only happening that a verb has for its subject or object, or that the verb it leads to has before the
        date: "avoided holding the talks on May 5"."""
        nouns = self._arguments(at)
        led = [below for below in self._trees.having(at, "xcomp") if self._token(below).pos == "VERB"]
        if not nouns and len(led) == 1:
            nouns = [led[0]] if self._kind(led[0]) else self._arguments(led[0])
            nouns = [noun for noun in nouns if date and noun < date.start]
        return self._happening(nouns[0], date) if len(nouns) == 1 else None

    def _arguments(self, verb: int) -> list[int]:
        """The happenings that a verb has for its subject or object."""
        below = self._trees.having(verb, "nsubj", *_OBJECTS)
        return [noun for noun in below if self._kind(noun)]

    def _happening(self, at: int, date: range) -> Happening:
        kind, token = self._kind(at), self._token(at)
        inside = self._phrase(at, date) if token.pos != "VERB" else self._clause(at, date)
        start, end = self._token(inside[0]).span.start, self._token(inside[-1]).span.end
        whole = inside[-1] - inside[0] + 1 == len(inside)
        title = Span(start, end) if whole and end - start <= LONGEST else None
        span = Span(start, end)
        held = frozenset(inside)
        own = (m for m in self._mentions if span.holds(m.span) and self._at.get(m.span.start, -1) in held)
        hosts = tuple(own) if token.pos != "VERB" else ()
        told = self._ending(at)
        standing: Standing = "asserted" if told else find_happening_standing(self._trees, at)
        fact = told.kind if told and told.standing == "asserted" else None
        if standing == "denied" and self._is_called_off(at):
            standing, fact = "asserted", "cancelled"
        return Happening(kind, title, hosts, standing, fact, None if fact else told, None if told else self._absent(at))

    def _phrase(self, at: int, date: range) -> list[int]:
        """The tokens of a noun's phrase in order, without article, date, clauses and other happenings."""
        found, waiting = [at], [at]
        while waiting:
            for below in self._trees.children[waiting.pop()]:
                token = self._token(below)
                is_other = token.relation == "conj" and self._kind(below)
                if below in date or is_other or (token.relation in _CLAUSES and token.head == at):
                    continue
                if token.relation == "case" and token.head == at:
                    continue
                found.append(below)
                waiting.append(below)
        return self._together(sorted(found), at)

    def _clause(self, at: int, date: range) -> list[int]:
        """The tokens from a verb's subject to its object, without the date."""
        found = [at]
        for below in self._trees.children[at]:
            if self._token(below).relation in ("nsubj", "obj", "aux") and below not in date:
                found += [below, *self._phrase(below, date)]
        return list(range(min(found), max(found) + 1)) if not {*date} & {*range(min(found), max(found))} else [at]

    def _together(self, found: list[int], at: int) -> list[int]:
        """The run of neighbors around a token; a date or a clause between ends it."""
        inside = set(found)
        first = last = at
        while first - 1 in inside:
            first -= 1
        while last + 1 in inside:
            last += 1
        return list(range(first, last + 1))

    def _ending(self, at: int) -> Ending | None:
        """What the verb over a happening makes of it, with how that is told; None for other verbs."""
        verb, relation = self._trees.head(at), self._token(at).relation
        if verb == at:
            # A headline without a verb of its own: "Summit in Lima postponed".
            clauses = [word for word in self._trees.having(at, "acl") if self._find_end(word)]
            return self._told(clauses[0]) if len(clauses) == 1 and is_past(self._trees, clauses[0]) else None
        is_object = relation == "obj" or is_object_of_particle(self._trees, at)
        if not (is_object or relation in _SUBJECTS) or (relation == "nsubj" and self._trees.having(verb, "obj")):
            # "The march delayed the vote."
            return None
        return self._told(verb)

    def _told(self, verb: int) -> Ending | None:
        """What a verb makes of a happening, with how that is told."""
        kind = self._find_end(verb)
        kinds: dict[str, Literal["cancelled", "postponed"]] = {"cancelled": "cancelled", "postponed": "postponed"}
        return Ending(kinds[kind], find_standing(self._trees, verb, through=("deciding",))) if kind else None

    def _find_end(self, verb: int) -> str | None:
        """What a verb makes of a happening, with its particle if it has one."""
        word = self._word(verb)
        names = (word, *(f"{word}_{particle}" for particle in particles_of(self._trees, verb)))
        return next((end for name in reversed(names) if (end := load_endings().get(name))), None)

    def _is_called_off(self, at: int) -> bool:
        """Whether the text itself says that what was to be will not be, or was not: "there will be no debate", "the
        debate did not take place". Where there was no debate at all, none was called off."""
        verb = self._trees.head(at)
        words = {self._word(below) for below in self._trees.children[verb]}
        if self._word(verb) not in list_words("being held") or words & _LATER:
            return False
        if self._word(at).removesuffix("s") in load_set("sudden_events.txt"):
            return False
        if any(self._word(det) == "no" for det in self._trees.having(at, "det")):
            return find_own_standing(self._trees, verb) in ("planned", "denied") and bool(words & list_words("will"))
        is_subject = self._token(at).relation in _SUBJECTS and any(
            self._word(det) == "the" for det in self._trees.having(at, "det")
        )
        told = find_own_standing(self._trees, verb), find_standing(self._trees, verb)
        return is_subject and told == ("denied", "denied")

    def _absent(self, at: int) -> Span | None:
        """The subject of a verb that is denied of a happening."""
        verb, relation = self._trees.head(at), self._token(at).relation
        if relation != "obj" or self._token(verb).pos != "VERB":
            return None
        if find_standing(self._trees, verb) != "denied":
            return None
        subjects = [word for below in self._trees.having(verb, *_SUBJECTS) for word in self._below(below)]
        return Span(*self._ends(subjects)) if subjects else None

    def _below(self, at: int) -> Iterator[int]:
        """A word and all that hangs on it."""
        waiting = [at]
        while waiting:
            at = waiting.pop()
            yield at
            waiting += self._trees.children[at]

    def _ends(self, words: Sequence[int]) -> tuple[int, int]:
        return self._token(min(words)).span.start, self._token(max(words)).span.end

    def _kind(self, at: int) -> str:
        """The kind of happening that a token names; empty for any other word."""
        token, kind = self._token(at), load_kinds().get(self._word(at), "")
        if token.span in self._bodies:
            # "Elected to Congress in 1996": the word alone is the name of a body.
            return ""
        return kind if token.pos in ("NOUN", "VERB", "PROPN") and token.relation not in ("compound", "amod") else ""

    def _token(self, at: int) -> Token:
        return self._trees.tokens[at]

    def _word(self, at: int) -> str:
        return self._trees.word(at).lower()
