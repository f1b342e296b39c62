"""Where two happenings of one clause share a date: joined verbs, a happening within another, "when"."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.language.en.events.calendar import GOING_WITH, INSIDE, LASTING, STRIKING, Calendar, Dated
from generator.language.en.events.days import find_days, read_calendar
from generator.language.en.events.triggers import Trigger
from generator.language.en.polarity import find_own_standing
from generator.language.en.speech.words import load_verbs
from generator.language.trees import SUBJECTS, Trees
from generator.model import Span
from generator.text.rules import Chain, Rule

FOLLOWING = frozenset({"after", "before"})
HOURS = frozenset({"hours", "hour", "minutes", "minute", "moments"})
"""Times so short that the day is one."""
CAUSING = frozenset({"triggered", "triggers", "caused", "causes", "sparked", "unleashed", "sparks"})
MEANWHILE = frozenset({"when", "as", "while"})
"""Words before a clause that tells what happened at the same time."""


@dataclass(frozen=True)
class Pair:
    """A happening without a date, and another of its sentence that has one."""

    calendar: Calendar
    bare: Trigger
    dated: Trigger
    date: int

    @property
    def trees(self) -> Trees:
        """The parse."""
        return self.calendar.trees

    @cached_property
    def at(self) -> int:
        """The word by which the date hangs."""
        return self.calendar.tops[self.date] or 0


Share = Callable[[Pair], bool]
"""A rule: whether the date holds for both."""


def by_joined_verb(pair: Pair) -> bool:
    """ "On Monday they arrested X and charged Y", "they arrested and charged X on Monday"."""
    trees, first, second = pair.trees, pair.dated.head, pair.bare.head
    is_joined = trees.relation(second) == "conj" and trees.head(second) == first
    is_one = is_joined and not trees.subjects_of(second) and "but" not in trees.words_having(second, "cc")
    is_around = pair.at < first or pair.at > second
    return is_one and is_around and find_own_standing(trees, first) == find_own_standing(trees, second)


def by_being_inside(pair: Pair) -> bool:
    """ "Killed in an attack on Monday"."""
    return _is_inside(pair.trees, pair.bare, pair.dated) or _is_inside(pair.trees, pair.dated, pair.bare)


def _is_inside(trees: Trees, outer: Trigger, inner: Trigger) -> bool:
    head, relation = trees.head(outer.at), trees.relation(outer.at)
    # "The death of two men in an attack on Monday".
    is_of_noun = relation == "nmod" and inner.form == "noun" and head == inner.at
    is_of_verb = head == inner.head or (trees.relation(head) == "conj" and trees.head(head) == inner.head)
    is_below = is_of_noun or (relation == "obl" and is_of_verb)
    if not is_below or outer.kind in LASTING:
        return False
    return bool(INSIDE & set(trees.words_having(outer.at, "case")))


def by_participle(pair: Pair) -> bool:
    """ "On Monday they took the port, killing nine"."""
    trees, verb = pair.trees, pair.bare.head
    is_behind = trees.relation(verb) == "advcl" and trees.lower(verb).endswith("ing") and verb > pair.at
    marks = set(trees.words_having(verb, "mark", "advmod"))
    if trees.lower(pair.dated.head) in load_verbs():
        # "Announced on Monday that it would close, cutting nine jobs".
        return False
    is_of_verb = trees.head(verb) in (pair.dated.head, _verb_of(trees, pair.dated))
    return is_behind and is_of_verb and marks <= GOING_WITH


def by_cause(pair: Pair) -> bool:
    """ "Heavy rain on Monday triggered a landslide"."""
    trees, verb = pair.trees, pair.trees.head(pair.bare.at)
    is_one = trees.relation(pair.bare.at) == "obj" and trees.relation(pair.dated.at) in SUBJECTS
    return is_one and pair.bare.kind in STRIKING and trees.lower(verb) in CAUSING and trees.head(pair.dated.at) == verb


def by_hours(pair: Pair) -> bool:
    """ "Hours after the vote on Monday, the minister resigned"."""
    trees, verb = pair.trees, _verb_of(pair.trees, pair.bare)
    other = pair.dated.at if pair.dated.form == "noun" else pair.dated.head
    if trees.head(other) != verb or not FOLLOWING & set(trees.words_having(other, "case", "mark")):
        return False
    times = [word for word in trees.children[other] if trees.lower(word) in HOURS and word < pair.dated.at]
    return bool(times) and not any(trees.word(number).isdigit() for number in trees.having(times[0], "nummod"))


def by_time(pair: Pair) -> bool:
    """ "Nine were arrested when police broke up a march on Monday"."""
    trees, one, other = pair.trees, _verb_of(pair.trees, pair.bare), _verb_of(pair.trees, pair.dated)
    return _is_when(trees, one, other) or _is_when(trees, other, one)


def _verb_of(trees: Trees, trigger: Trigger) -> int:
    """The verb of the clause of a happening, the first of those that are joined."""
    at = trigger.head
    if trigger.form == "noun" and trees.relation(at) in ("obj", "nsubj", "nsubj:pass"):
        at = trees.head(at)
    while trees.relation(at) == "conj" and trees.head(at) != at:
        at = trees.head(at)
    return at


def _is_when(trees: Trees, main: int, clause: int) -> bool:
    is_under = trees.relation(clause) == "advcl" and trees.head(clause) in (main, *trees.having(main, "conj"))
    return is_under and bool(MEANWHILE & set(trees.words_having(clause, "mark", "advmod")))


def attach_dates(calendar: Calendar) -> dict[Trigger, tuple[Dated, ...]]:
    """The dates of each happening that has any, in order."""
    own = find_days(calendar)
    shared = {t: find_shared(calendar, t, own) for t in calendar.triggers if t not in own}
    return {**{t: tuple(d) for t, d in own.items()}, **{t: (d,) for t, d in shared.items() if d}}


def find_shared(calendar: Calendar, bare: Trigger, own: Mapping[Trigger, Sequence[Dated]]) -> Dated | None:
    """The date that a happening without one shares with another of its clause."""
    for dated, dates in own.items():
        if len(dates) != 1 or not calendar.trees.is_one_sentence(bare.at, dated.at):
            continue
        pair = Pair(calendar, bare, dated, dates[0].date)
        name = next((rule.name for rule in SHARED if rule.find(pair)), None)
        if name and calendar.is_near(calendar.dates[pair.date].span, bare):
            return Dated(pair.date, name)
    return None


def try_share(rule: Rule[Share], text: str) -> Iterator[Span]:
    """The happenings to which a rule gives the date of another."""
    calendar = read_calendar(text, "2022-05-01")
    for trigger, dates in attach_dates(calendar).items():
        if any(dated.rule == rule.name for dated in dates):
            yield calendar.trees.tokens[trigger.at].span


SHARED: Chain[Share] = Chain(
    "days that two happenings share",
    (
        Rule(
            "verb joined to the one with the date",
            by_joined_verb,
            yes=("On Friday police arrested Tom Arden and |killed| a man.",),
            no=(
                "Police arrested Tom Arden on Friday and killed a man.",
                "On Friday police arrested Tom Arden, and rebels killed a man.",
            ),
        ),
        Rule(
            "within the happening with the date",
            by_being_inside,
            yes=(
                "Nine people were arrested during a |summit| on Friday.",
                "In a ruling issued on Friday, the court |struck| down the tax.",
                "The ministry confirmed on Wednesday the death of two soldiers in an |ambush| on Tuesday.",
            ),
            no=("Nine people were arrested after a summit on Friday.", "Nine people were killed in the war in 1943."),
        ),
        Rule(
            "participle behind the happening with the date",
            by_participle,
            yes=("On Friday police stormed the house, |arresting| nine people.",),
            no=(
                "On Friday police stormed the house after arresting nine people.",
                "On Friday police stormed the house that was shelled.",
            ),
        ),
        Rule(
            "brought about by the happening with the date",
            by_cause,
            yes=("The floods on Friday triggered a |landslide| in Leeds.",),
            no=("The floods on Friday followed a landslide in Leeds.",),
        ),
        Rule(
            "hours after the happening with the date",
            by_hours,
            yes=("Hours after the summit on Friday, the minister |resigned|.",),
            no=(
                "Days after the summit on Friday, the minister resigned.",
                "36 hours after the summit on Friday, the minister resigned.",
            ),
        ),
        Rule(
            "when the happening with the date was",
            by_time,
            yes=("Nine people were |arrested| when police broke up a march on Friday.",),
            no=("Nine people were arrested after police broke up a march on Friday.",),
        ),
    ),
    try_share,
)
"""Where two happenings of one clause share a date: the first rule that holds."""
