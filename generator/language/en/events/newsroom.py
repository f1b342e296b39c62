"""The day that newsrooms mean where a report opens with what just happened and gives no day: that of publication."""

import re
from collections.abc import Callable, Iterator, Sequence

from generator.language.en.events.calendar import Calendar
from generator.language.en.events.days import read_calendar
from generator.language.en.events.triggers import Trigger
from generator.language.en.polarity import is_past
from generator.language.en.speech.words import load_verbs
from generator.language.trees import Trees
from generator.model import Span
from generator.text.rules import Chain, Rule

NEWSROOM = "newsroom: the first sentence of a dated report"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
TIMES = frozenset(
    {"ago", "since", "earlier", "recently", "previously", "once", "after", "before", "when", "while", "formerly"}
    | {"years", "decades", "months", "weeks", "days", "year", "decade", "month", "week", "day", "century", "history"}
    | {"until", "later", "last", "past", "originally", "long", "then", "ever", "often", "always", "every", "annual"}
)
"""Words that tell of another time, or of several."""
PERFECT = frozenset({"has", "have", "'s", "’s", "'ve", "’ve", "was", "were", "been", "being", "got"})
"""Auxiliaries of the past and the present perfect, active and passive."""
LIVES = frozenset({"birth"})
"""Kinds that stand at the head of a life as well as of a report."""


def assume_days(calendar: Calendar, sentences: Sequence[Span]) -> dict[Trigger, str]:
    """The day of publication, as uncertain EDTF, for the happenings with which a dated report opens."""
    published, first = calendar.published or "", next(iter(sentences), None)
    if first is None or not DAY.fullmatch(published) or has_time(calendar, first):
        return {}
    near = [trigger for trigger in calendar.triggers if first.holds(calendar.trees.tokens[trigger.at].span)]
    return {t: f"{published}~" for t in near if any(rule.find(calendar, t) for rule in OPENINGS)}


def has_time(calendar: Calendar, sentence: Span) -> bool:
    """Whether a sentence says in any way when something was."""
    trees = calendar.trees
    words = {trees.lower(word) for word in trees.inside(sentence)}
    return bool(words & TIMES) or any(date.span.overlaps(sentence) for date in calendar.dates)


def opens_report(calendar: Calendar, trigger: Trigger) -> bool:
    """Whether a happening is what the sentence tells, as just done: past or perfect, by its main verb."""
    trees, verb = calendar.trees, trigger.head
    is_told = trigger.form != "noun" and trigger.kind not in LIVES and is_main(trees, verb)
    is_quoted = calendar.passages.at(trees.start(trigger.at)) is not None
    auxiliaries = set(trees.words_having(verb, "aux", "aux:pass"))
    return is_told and not is_quoted and is_past(trees, verb) and auxiliaries <= PERFECT


def is_main(trees: Trees, verb: int) -> bool:
    """Whether a verb is the first of its sentence, is joined to it, or tells what is said by the one behind it."""
    relation, head = trees.relation(verb), trees.head(verb)
    if relation == "conj":
        return head != verb and is_main(trees, head)
    is_said = relation in ("ccomp", "parataxis") and verb < head and trees.lower(head) in load_verbs()
    return relation == "root" or (is_said and trees.relation(head) == "root")


Opens = Callable[[Calendar, Trigger], bool]
"""A rule: whether a happening of the first sentence is of the day of publication."""


def try_opening(rule: Rule[Opens], text: str) -> Iterator[Span]:
    """The happenings of a report of 1 May 2022 that are held to be of that day."""
    calendar = read_calendar(text, "2022-05-01")
    for trigger in assume_days(calendar, calendar.trees.reading.sentences):
        yield calendar.trees.tokens[trigger.at].span


OPENINGS: Chain[Opens] = Chain(
    "days of newsrooms",
    (
        Rule(
            NEWSROOM,
            opens_report,
            yes=(
                "The mayors of Lima and Cork |met| in Leeds.",
                "Police have |arrested| the mayor, officials said.",
                "The mayor |met| the board. He left. They met again.",
            ),
            no=(
                "The mayors will meet in Leeds.",
                "The mayors had met in Leeds.",
                "The mayors met in Leeds last year.",
                "The mayors met two years ago.",
                "The club said that the mayors met.",
                "The club, which met in Leeds, is old.",
                "“The mayors met in Leeds.”",
            ),
            reason="Editors' handbooks: a report tells of its day unless it says of which; the value stays uncertain.",
        ),
    ),
    try_opening,
)
"""Where the day of publication is assumed."""
