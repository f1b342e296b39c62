"""The happenings and the dates of one text, by their words, and the way from a date up the parse."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.language.en.events.kinds import load_class
from generator.language.en.events.standing import find_end
from generator.language.en.events.triggers import Trigger
from generator.language.en.polarity import list_words, particles_of
from generator.language.trees import SUBJECTS, Trees
from generator.model import DateMention, Span
from generator.text.edtf import bounds
from generator.text.quotes import Passage
from generator.text.spans import Spans

NEAR = 5
"""Words between a noun and the year that dates it."""
STEPS = 5
"""Steps up the parse from a date."""
OBJECTS = ("obj", "obl", "nsubj:pass")
ARGUMENTS = (*SUBJECTS, *OBJECTS, "iobj", "obl:unmarked", "conj")
DESCRIBING = ("acl", "acl:relcl")
ENDING = ("appos", "parataxis", *DESCRIBING)
OWN = ("compound", "amod", "nummod", "nmod:poss", "nmod:desc")
"""Relations of a date to the noun that it alone dates: "the 2019 budget"."""
BARRED = frozenset({"as", "since", "until", "till", "before", "after", "by", "following", "prior", "towards", "toward"})
"""Words behind which the day stands on which something is not, or not only."""
CUTTING = frozenset({"where", "according"})
"""Words behind a happening that begin something else, whose date is its own."""
COVERING = frozenset({"for"})
"""Words that lead to a year or month for which a plan or a budget is."""
AIMING = frozenset({"for", "until", "till", "to"})
"""Words that lead to the day for which something is set."""
COMING = frozenset(
    {"came", "comes", "come", "fell", "falls", "ended", "ends", "concluded", "concludes"}
    | {"lasted", "lasts", "erupted"}
)
"""More verbs that tell of a happening only that and when it is."""
ATTENDING = frozenset(
    {"attended", "attend", "attends", "joined", "join", "dispersed", "broke", "break", "disrupted", "addressed"}
    | {"watched", "witnessed", "hosted", "missed", "skipped", "boycotted", "stormed", "survived"}
)
"""Verbs of what is done at a happening to it: their day is its own."""
SEEING = frozenset({"saw", "sees", "marked", "marks", "brought", "brings", "witnessed"})
"""Verbs by which a day has a happening."""
SPEAKING = frozenset({"speaking", "addressing", "writing", "talking"})
"""Participles that tell of the same act of speech as their verb."""
ENDING_VERBS = frozenset({"ended", "ends", "end", "concluded", "lasted", "lasts"})
"""Of those the verbs whose day is not that of what lasts long."""
SUFFERING = frozenset({"suffered", "suffers", "suffer", "saw", "sees", "experienced", "endured"})
"""Verbs of those to whom it happens."""
GOING_WITH = frozenset({"by", "upon", "on", "thus", "thereby"})
"""Words before a participle that tells of the same act."""
HARMING = frozenset(
    {"struck", "hit", "killed", "injured", "wounded", "destroyed", "rocked", "swept", "damaged", "tore", "devastated"}
    | {"claimed", "left", "engulfed", "buried", "trapped", "flattened", "shook", "battered", "leveled", "levelled"}
    | {"ripped", "forced", "rattled", "jolted", "hammered", "lashed", "pounded", "sparked", "triggered", "gutted"}
    | {"razed", "flooded"}
)
"""Verbs of what disasters and attacks do."""
HURTING = frozenset(
    {"killed", "injured", "wounded", "hurt", "destroyed", "damaged", "gutted", "flattened", "shaken", "hit"}
)
"""Past participles of what is done by them."""
COME_FOR = frozenset({"wedding", "gathering", "match", "visit"})
"""Kinds for which people come on the day itself."""
STRIKING = frozenset({"attack", "accident", "disaster", "clash", "disease"})
"""Kinds that do it."""
INSIDE = frozenset({"in", "during", "at", "amid"})
"""Words that lead from a happening to another in which it is."""
PARTS_OF_TIME = frozenset(
    {"morning", "afternoon", "evening", "night", "noon", "midnight", "hours", "dawn", "dusk", "day", "days", "week"}
    | {
        "weekend",
        "month",
        "year",
        "beginning",
        "start",
        "end",
        "middle",
        "summer",
        "spring",
        "autumn",
        "fall",
        "winter",
    }
    | {"eve", "half", "quarter", "season"}
)
LASTING = frozenset({"war", "strike", "trial", "disease"})
"""Kinds that last longer than what is told to be in them."""


class Dated(NamedTuple):
    """The day of a happening."""

    date: int
    """Index into the dates of the text."""
    rule: str


@dataclass(frozen=True)
class Calendar:
    """The happenings and the dates of one text, by their words."""

    trees: Trees
    triggers: Sequence[Trigger]
    dates: Sequence[DateMention]
    published: str | None
    passages: Spans[Passage]

    @cached_property
    def by_word(self) -> Mapping[int, Trigger]:
        """The happening that each word tells; of two on one verb the first."""
        found: dict[int, Trigger] = {}
        for trigger in self.triggers:
            for word in (trigger.at, *trigger.words, trigger.head):
                found.setdefault(word, trigger)
        return found

    @cached_property
    def tops(self) -> Sequence[int | None]:
        """The word of each date by which it hangs on the rest."""
        return [self.trees.top(self.trees.inside(date.span)) for date in self.dates]

    @cached_property
    def by_head(self) -> Mapping[int, Sequence[int]]:
        """The words of the dates that hang on a word, in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for top in self.tops:
            if top is not None:
                found[self.trees.head(top)].append(top)
        return found

    def first(self, date: int) -> int:
        """The first word of a date, or the word that leads to it."""
        words, top = self.trees.inside(self.dates[date].span), self.tops[date]
        leading = self.trees.having(top, "case") if top is not None else []
        first: int = min([words.start, *leading])
        return first

    def is_near(self, date: Span, trigger: Trigger) -> bool:
        """Whether a date and a happening stand in the same quotation, or both in none."""
        return self.passages.at(date.start) == self.passages.at(self.trees.start(trigger.at))

    def is_cut(self, date: int, trigger: Trigger) -> bool:
        """Whether something else begins between the two: "a summit where on Monday they met"."""
        top = self.tops[date] or 0
        return any(self.trees.lower(word) in CUTTING for word in range(trigger.at + 1, top))


@dataclass(frozen=True)
class Step:
    """A word over a date, on the way up the parse."""

    calendar: Calendar
    date: int
    """Index into the dates of the text."""
    top: int
    """The word by which the date hangs on the rest."""
    at: int
    """The word that the way has come to."""

    @property
    def trees(self) -> Trees:
        """The parse."""
        return self.calendar.trees

    @cached_property
    def cases(self) -> frozenset[str]:
        """The words that lead to the date: "on", "since"."""
        return frozenset(self.trees.words_having(self.top, "case", "mark", "advmod"))

    @property
    def day(self) -> str | None:
        """The value of the date."""
        return self.calendar.dates[self.date].value

    @cached_property
    def is_carrier(self) -> bool:
        """Whether the word tells only that something is held, begins, is planned or moved."""
        return carries(self.trees, self.at)

    def triggers(self, *relations: str) -> list[Trigger]:
        """The happenings that hang on the word by some relations."""
        by_word = self.calendar.by_word
        nouns = [self._counted(noun) for noun in self.trees.having(self.at, *relations)]
        return [by_word[noun] for noun in nouns if noun in by_word and by_word[noun].at == noun]

    def _counted(self, noun: int) -> int:
        """The happening that a noun only counts: "two days of | talks"; else the noun."""
        trees = self.trees
        inner = trees.having(noun, "nmod") if trees.lower(noun) in load_class("=wrap") else []
        return next((word for word in inner if "of" in trees.words_having(word, "case")), noun)


def carries(trees: Trees, at: int) -> bool:
    """Whether a verb tells of a happening only that and when it is: "was held", "began", "scheduled for"."""
    is_outbreak = trees.lower(at) in ("broke", "breaks", "broken") and "out" in particles_of(trees, at)
    return is_outbreak or trees.lower(at) in list_words("being held", "beginning") | COMING or moves(trees, at)


def moves(trees: Trees, at: int) -> bool:
    """Whether a verb sets, moves or calls off the day of a happening: its own day may be another."""
    return find_end(trees, at) is not None or trees.lower(at) in list_words("planning", "bound")


def is_ahead(value: str | None, published: str | None) -> bool:
    """Whether a date lies wholly after the day of publication."""
    days, written = bounds(value or ""), bounds(published or "")
    return bool(days and written and days[0] > written[1])


def is_over(value: str | None, published: str | None) -> bool:
    """Whether a date lies wholly before the day of publication."""
    days, written = bounds(value or ""), bounds(published or "")
    return bool(days and written and days[1] < written[0])


def is_predicate(trees: Trees, at: int) -> bool:
    """Whether a word is a predicate, beyond which no date of its clause leads."""
    return trees.pos(at) in ("VERB", "AUX") or bool(trees.having(at, "cop"))
