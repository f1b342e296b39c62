"""Which happening a date or a sentence speaks of, by the parse: its kind, its words, whose it is, how it is told."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Literal

from generator.language.en.dates.chain import find_expressions
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
from generator.model import NAMED_KINDS, Block, Document, Ending, Mention, Span, Standing
from generator.text.rules import Chain, Rule
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
    rule: str = ""
    """How its date led to it; empty where it was asked for itself."""


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


_WORD = re.compile(r"[A-Za-z]+")
_THOSE_WHO_MEET = re.compile(r"\s+(?:between|with|among|of)\b")
"""What follows "the meeting" where those who meet are named."""


def find_nouns(text: str, span: Span) -> list[Span]:
    """The nouns in a span that name a happening."""
    nouns, words = load_set("event_nouns.txt"), _WORD.finditer(text, *span)
    return [Span(*word.span()) for word in words if not nouns.isdisjoint({word[0].lower(), _singular(word[0].lower())})]


def _singular(word: str) -> str:
    return word.removesuffix("s")


def names_those_who_meet(text: str, noun: Span) -> bool:
    """Whether behind a happening stands who meets: "the talks between"."""
    return bool(_THOSE_WHO_MEET.match(text, noun.end))


class Happenings:
    """The parse of one document, by place. Built once for all dates of it."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        blocks = [block.span for block in document.blocks if block.kind in NAMED_KINDS]
        self.trees: Trees = read_trees(document.text, blocks)
        self._mentions = mentions
        self._bodies = {m.span for m in mentions if m.type == "Organization"}

    def of_date(self, date: Span) -> Happening | None:
        """The happening that a date dates; None where the sentence names none beside it."""
        inside = self.trees.inside(date)
        top, is_described = self.trees.top(inside), False
        for at in () if top is None else islice(self.trees.ancestors(top), STEPS):
            found = next(
                ((rule.name, noun) for rule in HAPPENINGS if (noun := rule.find(self, at, inside)) is not None), None
            )
            if found:
                return self._happening(found[1], inside, found[0])
            # "The talks planned for May 5" are above the verb, those of "plans to hold talks on May 5" below it.
            if is_described or (self._is_verb(at) and self.trees.relation(at) not in _PLANS):
                return None
            # They "met Roe, who retired in 2019": what the clause describes is all that its date can date.
            is_described = self._is_verb(at)
        return None

    def of_noun(self, noun: Span) -> Happening | None:
        """The happening that a noun names."""
        at = self.trees.starting_at(noun.start)
        return self._happening(at, range(0), "") if at is not None and self.kind(at) else None

    def standing_at(self, words: Span) -> Standing:
        """How the text tells what is told of a date or a noun, by the predicate that it hangs on; a date within the
        words of a noun dates that noun: "the hurricane of 2017"."""
        top = self.trees.top(self.trees.inside(words))
        predicate = find_predicate(self.trees, top) if top is not None else None
        if top is None or predicate is None or predicate not in (top, self.trees.head(top)):
            return "asserted"
        return find_standing(self.trees, predicate)

    def hangs_before(self, date: Span, verb: Span) -> bool:
        """Whether a date before a verb hangs on another one before it: "founded in 1923, demanded"."""
        top = self.trees.top(self.trees.inside(date))
        if top is None or find_predicate(self.trees, top) != self.trees.head(top):
            return False
        return self.trees.start(self.trees.head(top)) < min(date.start, verb.start)

    def doer_behind(self, date: Span) -> Span | None:
        """The noun or name for which "who" is the subject over a date: "Arden, who followed Roe in 2019, left"."""
        top = self.trees.top(self.trees.inside(date))
        doer = self.trees.antecedent(top) if top is not None else None
        if top is None or doer is None:
            return None
        subjects = self.trees.subjects_of(self.trees.head(top))
        words = self.trees.having(doer, "flat") if any(self.trees.lower(word) == "who" for word in subjects) else None
        return None if words is None else self.trees.span_of([doer, *words])

    def kind(self, at: int) -> str:
        """The kind of happening that a token names; empty for any other word."""
        token, kind = self.trees.tokens[at], load_kinds().get(self.trees.lower(at), "")
        if token.span in self._bodies:
            # "Elected to Congress in 1996": the word alone is the name of a body.
            return ""
        return kind if token.pos in ("NOUN", "VERB", "PROPN") and token.relation not in ("compound", "amod") else ""

    def arguments(self, verb: int) -> list[int]:
        """The happenings that a verb has for its subject or object."""
        return [noun for noun in self.trees.having(verb, "nsubj", *_OBJECTS) if self.kind(noun)]

    def _is_verb(self, at: int) -> bool:
        return self.trees.tokens[at].pos in ("VERB", "AUX")

    def argument_of(self, at: int, date: range) -> int | None:
        """The only happening that the verb over a date has for its subject or object."""
        nouns = self.arguments(at) if self._is_verb(at) else []
        return nouns[0] if len(nouns) == 1 else None

    def led_to(self, at: int, date: range) -> int | None:
        """The only happening that the verb over a date leads to, before the date; where it has none of its own."""
        if not self._is_verb(at) or self.arguments(at):
            return None
        led = [below for below in self.trees.having(at, "xcomp") if self.trees.tokens[below].pos == "VERB"]
        if len(led) != 1:
            return None
        nouns = [led[0]] if self.kind(led[0]) else self.arguments(led[0])
        before = [noun for noun in nouns if date and noun < date.start]
        return before[0] if len(before) == 1 else None

    def _happening(self, at: int, date: range, rule: str) -> Happening:
        is_verb = self.trees.tokens[at].pos == "VERB"
        inside = self._clause(at, date) if is_verb else self._phrase(at, date)
        span, is_whole = self.trees.span_of(inside), inside[-1] - inside[0] + 1 == len(inside)
        told = self._ending(at)
        standing: Standing = "asserted" if told else find_happening_standing(self.trees, at)
        fact = told.kind if told and told.standing == "asserted" else None
        if standing == "denied" and self._is_called_off(at):
            standing, fact = "asserted", "cancelled"
        return Happening(
            kind=self.kind(at),
            title=span if is_whole and span.end - span.start <= LONGEST else None,
            hosts=() if is_verb else self._hosts(span, inside),
            standing=standing,
            end=fact,
            ending=None if fact else told,
            absent=None if told else self._absent(at),
            rule=rule,
        )

    def _hosts(self, span: Span, inside: Sequence[int]) -> tuple[Mention, ...]:
        """The names that begin with a word of a happening's phrase."""
        own = (mention for mention in self._mentions if span.holds(mention.span))
        return tuple(mention for mention in own if self.trees.starting_at(mention.span.start) in inside)

    def _phrase(self, at: int, date: range) -> list[int]:
        """The tokens of a noun's phrase in order, without article, date, clauses and other happenings."""
        found, waiting = [at], [at]
        while waiting:
            kept = [below for below in self.trees.children[waiting.pop()] if self._is_in_phrase(below, at, date)]
            found += kept
            waiting += kept
        return _together(sorted(found), at)

    def _is_in_phrase(self, below: int, noun: int, date: range) -> bool:
        """Whether a word that hangs in the phrase of a happening belongs to its name."""
        token = self.trees.tokens[below]
        is_aside = token.head == noun and (token.relation in _CLAUSES or token.relation == "case")
        is_other = token.relation == "conj" and self.kind(below)
        return not (below in date or is_aside or is_other)

    def _clause(self, at: int, date: range) -> list[int]:
        """The tokens from a verb's subject to its object, without the date."""
        found = [at]
        for below in self.trees.having(at, "nsubj", "obj", "aux"):
            if below not in date:
                found += [below, *self._phrase(below, date)]
        whole = range(min(found), max(found) + 1)
        return [at] if set(date) & set(whole) else list(whole)

    def _ending(self, at: int) -> Ending | None:
        """What the verb over a happening makes of it, with how that is told; None for other verbs."""
        verb, relation = self.trees.head(at), self.trees.relation(at)
        if verb == at:
            # A headline without a verb of its own: "Summit in Lima postponed".
            clauses = [word for word in self.trees.having(at, "acl") if self._find_end(word)]
            return self._told(clauses[0]) if len(clauses) == 1 and is_past(self.trees, clauses[0]) else None
        if relation == "nsubj" and self.trees.having(verb, "obj"):
            # "The march delayed the vote."
            return None
        is_object = relation == "obj" or is_object_of_particle(self.trees, at)
        return self._told(verb) if is_object or relation in _SUBJECTS else None

    def _told(self, verb: int) -> Ending | None:
        """What a verb makes of a happening, with how that is told."""
        kind = self._find_end(verb)
        kinds: dict[str, Literal["cancelled", "postponed"]] = {"cancelled": "cancelled", "postponed": "postponed"}
        return Ending(kinds[kind], find_standing(self.trees, verb, through=("deciding",))) if kind else None

    def _find_end(self, verb: int) -> str | None:
        """What a verb makes of a happening, with its particle if it has one."""
        word = self.trees.lower(verb)
        names = (word, *(f"{word}_{particle}" for particle in particles_of(self.trees, verb)))
        return next((end for name in reversed(names) if (end := load_endings().get(name))), None)

    def _is_called_off(self, at: int) -> bool:
        """Whether the text itself says that what was to be will not be, or was not: "there will be no debate", "the
        debate did not take place". Where there was no debate at all, none was called off."""
        verb = self.trees.head(at)
        words = {self.trees.lower(below) for below in self.trees.children[verb]}
        if self.trees.lower(verb) not in list_words("being held") or words & _LATER:
            return False
        if self.trees.lower(at).removesuffix("s") in load_set("sudden_events.txt"):
            return False
        determiners = self.trees.words_having(at, "det")
        if "no" in determiners:
            return find_own_standing(self.trees, verb) in ("planned", "denied") and bool(words & list_words("will"))
        is_subject = self.trees.relation(at) in _SUBJECTS and "the" in determiners
        told = find_own_standing(self.trees, verb), find_standing(self.trees, verb)
        return is_subject and told == ("denied", "denied")

    def _absent(self, at: int) -> Span | None:
        """The subject of a verb that is denied of a happening."""
        verb = self.trees.head(at)
        if self.trees.relation(at) != "obj" or self.trees.tokens[verb].pos != "VERB":
            return None
        if find_standing(self.trees, verb) != "denied":
            return None
        subjects = [word for top in self.trees.having(verb, *_SUBJECTS) for word in self.trees.descendants(top)]
        return self.trees.span_of(subjects) if subjects else None


def _together(found: Sequence[int], at: int) -> list[int]:
    """The run of neighbors around a token; a date or a clause between ends it."""
    inside = set(found)
    first = last = at
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return list(range(first, last + 1))


FindHappening = Callable[[Happenings, int, range], int | None]
"""(parse, a word over a date, the words of the date) -> the word that names the happening."""


def _named(happenings: Happenings, at: int, date: range) -> int | None:
    return at if happenings.kind(at) else None


def _try_rule(rule: Rule[FindHappening], text: str) -> Iterator[Span]:
    """The words of the happenings to which a rule leads from the dates of a sentence, at any step."""
    whole = Span(0, len(text))
    happenings = Happenings(Document("", "", "", text, (Block("paragraph", whole),)), ())
    for expression in find_expressions(text, whole):
        date = happenings.trees.inside(expression.span)
        top = happenings.trees.top(date)
        for at in () if top is None else islice(happenings.trees.ancestors(top), STEPS):
            if (noun := rule.find(happenings, at, date)) is not None:
                yield happenings.trees.tokens[noun].span


HAPPENINGS: Chain[FindHappening] = Chain(
    "happenings",
    (
        Rule(
            "word over the date",
            _named,
            yes=("The |meeting| on May 5 was long.", "The mayors |met| on Monday."),
            no=("They spoke of the dam on May 5.", "The rents fell in 2014."),
        ),
        Rule(
            "subject or object of the verb over the date",
            Happenings.argument_of,
            yes=("The council will hold a |vote| on May 5.", "The |summit| was held on Monday."),
            no=("The council will build a dam on May 5.", "The meeting on May 5 was long."),
        ),
        Rule(
            "what the verb over the date leads to",
            Happenings.led_to,
            yes=("The mayors avoided holding the |talks| on May 5.",),
            no=("The mayors avoided naming the dam on May 5.", "The mayors held the talks on May 5."),
        ),
    ),
    _try_rule,
)
"""How a date leads to the happening that it dates, asked at each step up the parse."""
