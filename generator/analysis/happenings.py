"""Which happening a date or a sentence speaks of, by the parse: its kind, its own words and whose it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.language import Reading, Token, read_text
from generator.model import NAMED_KINDS, Document, Mention, Span
from generator.text.wordlists import load_sections, load_set

LONGEST = 110
"""Characters of the words that name a happening; longer ones are no title."""
STEPS = 3
"""Steps up the tree from a date to the happening that it dates."""
_PLANS = frozenset({"acl", "acl:relcl", "amod"})
_CLAUSES = frozenset({"acl:relcl", "acl", "advcl", "appos", "parataxis", "punct", "det", "cc"})
"""Relations of what stands in the phrase of a happening and is not its name."""
_OBJECTS = frozenset({"obj", "obl", "nsubj:pass"})
_UNSURE = frozenset({"may", "might", "could", "can", "would", "should", "not", "n't", "n’t", "never", "if", "almost"})


@dataclass(frozen=True, slots=True)
class Happening:
    """A happening as a phrase or a clause names it."""

    kind: str
    title: Span | None
    """Its words, without an article and without the date; None where they are many."""
    hosts: tuple[Mention, ...]
    """The names in its own phrase: the Council in "the Council meeting"."""
    end: Literal["cancelled", "postponed"] | None


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
        self._text = document.text
        self._reading: Reading = read_text(document.text, blocks)
        self._mentions = mentions
        self._at = {token.span.start: at for at, token in enumerate(self._reading.tokens)}
        self._below: dict[int, list[int]] = {}
        for at, token in enumerate(self._reading.tokens):
            if token.head != at:
                self._below.setdefault(token.head, []).append(at)

    def of_date(self, date: Span) -> Happening | None:
        """The happening that a date dates; None where the sentence names none beside it."""
        inside = [at for start in range(*date) if (at := self._at.get(start)) is not None]
        top = next((at for at in inside if self._token(at).head not in inside), None)
        if top is None:
            return None
        at = self._token(top).head
        for _ in range(STEPS):
            if at == top:
                return None
            if self._kind(at):
                return self._happening(at, frozenset(inside))
            if self._token(at).pos in ("VERB", "AUX") and self._token(at).relation not in _PLANS:
                return self._of_verb(at, frozenset(inside))
            at, top = self._token(at).head, at
        return None

    def of_noun(self, noun: Span) -> Happening | None:
        """The happening that a noun names."""
        at = self._at.get(noun.start)
        return self._happening(at, frozenset()) if at is not None and self._kind(at) else None

    def _of_verb(self, at: int, date: frozenset[int]) -> Happening | None:
        """The only happening that a verb has for its subject or object."""
        nouns = [
            below
            for below in self._below.get(at, ())
            if self._kind(below) and self._token(below).relation in _OBJECTS | {"nsubj"}
        ]
        return self._happening(nouns[0], date) if len(nouns) == 1 else None

    def _happening(self, at: int, date: frozenset[int]) -> Happening:
        kind, token = self._kind(at), self._token(at)
        inside = self._phrase(at, date) if token.pos != "VERB" else self._clause(at, date)
        start, end = self._token(inside[0]).span.start, self._token(inside[-1]).span.end
        whole = inside[-1] - inside[0] + 1 == len(inside)
        title = Span(start, end) if whole and end - start <= LONGEST else None
        span = Span(start, end)
        held = frozenset(inside)
        own = (m for m in self._mentions if span.holds(m.span) and self._at.get(m.span.start, -1) in held)
        return Happening(kind, title, tuple(own) if token.pos != "VERB" else (), self._end(at))

    def _phrase(self, at: int, date: frozenset[int]) -> list[int]:
        """The tokens of a noun's phrase in order, without article, date, clauses and other happenings."""
        found, waiting = [at], [at]
        while waiting:
            for below in self._below.get(waiting.pop(), ()):
                token = self._token(below)
                is_other = token.relation == "conj" and self._kind(below)
                if below in date or is_other or (token.relation in _CLAUSES and token.head == at):
                    continue
                if token.relation == "case" and token.head == at:
                    continue
                found.append(below)
                waiting.append(below)
        return self._together(sorted(found), at)

    def _clause(self, at: int, date: frozenset[int]) -> list[int]:
        """The tokens from a verb's subject to its object, without the date."""
        found = [at]
        for below in self._below.get(at, ()):
            if self._token(below).relation in ("nsubj", "obj", "aux") and below not in date:
                found += [below, *self._phrase(below, date)]
        return list(range(min(found), max(found) + 1)) if not date.intersection(range(min(found), max(found))) else [at]

    def _together(self, found: list[int], at: int) -> list[int]:
        """The run of neighbors around a token; a date or a clause between ends it."""
        inside = set(found)
        first = last = at
        while first - 1 in inside:
            first -= 1
        while last + 1 in inside:
            last += 1
        return list(range(first, last + 1))

    def _end(self, at: int) -> Literal["cancelled", "postponed"] | None:
        """Whether the verb over a happening calls it off; not where it is denied or only possible."""
        if any(self._word(below) == "no" and self._token(below).head == at for below in self._below.get(at, ())):
            # There will be no debate on October 15.
            return "cancelled"
        verb = self._token(at).head
        end = load_endings().get(self._word(verb))
        if end is None or self._token(at).relation not in ("obj", "nsubj:pass", "nsubj") or verb == at:
            return None
        if any(self._word(below) in _UNSURE for below in self._below.get(verb, ())):
            return None
        return "cancelled" if end == "cancelled" else "postponed"

    def _kind(self, at: int) -> str:
        """The kind of happening that a token names; empty for any other word."""
        token, kind = self._token(at), load_kinds().get(self._word(at), "")
        return kind if token.pos in ("NOUN", "VERB", "PROPN") and token.relation not in ("compound", "amod") else ""

    def _token(self, at: int) -> Token:
        return self._reading.tokens[at]

    def _word(self, at: int) -> str:
        return self._reading.tokens[at].span.of(self._text).lower()
