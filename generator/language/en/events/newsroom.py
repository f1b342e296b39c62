"""The day that newsrooms mean where a report opens with what just happened and gives no day: that of publication."""

import re
from collections.abc import Callable, Iterator, Sequence

from generator.language.en.events.calendar import DESCRIBING, HARMING, Calendar, carries
from generator.language.en.events.days import read_calendar
from generator.language.en.events.triggers import Trigger
from generator.language.en.polarity import is_past
from generator.language.en.speech.words import load_verbs
from generator.language.trees import SUBJECTS, Trees
from generator.model import Span
from generator.text.rules import Chain, Rule

NEWSROOM = "newsroom: the first sentence of a dated report"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
YEAR = 4
"""Characters of the value of a year."""
TIMES = frozenset(
    {"ago", "since", "earlier", "recently", "previously", "once", "after", "before", "when", "while", "formerly"}
    | {"years", "decades", "months", "weeks", "days", "year", "decade", "month", "week", "day", "century", "history"}
    | {"until", "later", "last", "past", "originally", "long", "then", "ever", "often", "always", "every", "annual"}
)
"""Words that tell of another time, or of several."""
LEADING = frozenset({"after", "when"})
"""Of those the words that lead to what was right before."""
PERFECT = frozenset({"has", "have", "'s", "’s", "'ve", "’ve", "was", "were", "been", "being", "got"})
"""Auxiliaries of the past and the present perfect, active and passive."""
YOUTH = frozenset({"boy", "girl", "child", "teenager", "student", "woman", "man", "adult", "pupil"})
"""Words for what somebody was when something was."""
LIVES = frozenset({"birth"})
"""Kinds that stand at the head of a life as well as of a report."""


def assume_days(calendar: Calendar, sentences: Sequence[Span]) -> dict[Trigger, str]:
    """The day of publication, as uncertain EDTF, for the happenings with which a dated report opens."""
    published, lead = calendar.published or "", find_opening(calendar, sentences)
    if lead is None or not DAY.fullmatch(published):
        return {}
    near = [trigger for trigger in calendar.triggers if lead.holds(calendar.trees.tokens[trigger.at].span)]
    return {t: f"{published}~" for t in near if any(rule.find(calendar, t) for rule in OPENINGS)}


def find_opening(calendar: Calendar, sentences: Sequence[Span]) -> Span | None:
    """The sentence that tells the news: the first, or where that tells no happening and no day the second."""
    starts = [calendar.trees.tokens[trigger.at].span for trigger in calendar.triggers]
    for sentence in sentences[:2]:
        is_dated = any(date.span.overlaps(sentence) for date in calendar.dates)
        if is_dated or any(sentence.holds(start) for start in starts):
            return sentence
    return None


def has_time(calendar: Calendar, sentence: Span, verb: int) -> bool:
    """Whether the clause of a verb says in any way when it was, or its sentence gives a day. Of what only describes a
    noun a year alone does not count: "the mayor, elected in 2014, resigned"; of what is announced nothing does.
    """
    trees = calendar.trees
    words = {*_words_of_clause(trees, verb), *_words_of_clause(trees, _top_of(trees, verb))}
    content = {word for below in trees.having(verb, "ccomp", "xcomp") for word in trees.descendants(below)}
    dates = [date for date in calendar.dates if date.span.overlaps(sentence)]
    own = [date for date in dates if content.isdisjoint(trees.inside(date.span))]
    is_exact = any(len(date.value or "") != YEAR or words & set(trees.inside(date.span)) for date in own)
    return is_exact or any(trees.lower(word) in TIMES and not _opens_clause(trees, word) for word in words)


def _opens_clause(trees: Trees, word: int) -> bool:
    """Whether a word only leads to the clause of what was right before: "nine died | after a bus overturned"."""
    clause = trees.head(word)
    is_opening = trees.relation(word) in ("mark", "advmod") and trees.relation(clause) == "advcl" and word < clause
    return is_opening and trees.lower(word) in LEADING and is_past(trees, clause)


def _words_of_clause(trees: Trees, verb: int) -> Iterator[int]:
    waiting = [verb]
    while waiting:
        at = waiting.pop()
        yield at
        waiting += [below for below in trees.children[at] if trees.relation(below) not in (*DESCRIBING, "ccomp")]


def opens_report(calendar: Calendar, trigger: Trigger) -> bool:
    """Whether a happening is what the sentence tells, as just done: past or perfect, by its main verb."""
    trees, verb = calendar.trees, _told_by(calendar.trees, trigger)
    if verb is None or trigger.kind in LIVES or not is_main(trees, verb):
        return False
    is_quoted = calendar.passages.at(trees.start(trigger.at)) is not None
    auxiliaries = set(trees.words_having(verb, "aux", "aux:pass"))
    is_done = is_past(trees, verb) and auxiliaries <= PERFECT
    sentence = trees.reading.sentences[trees.tokens[verb].sentence]
    is_bare = not has_time(calendar, sentence, verb) and not is_of_a_life(trees, trigger, verb)
    return is_done and not is_quoted and is_bare


def is_of_a_life(trees: Trees, trigger: Trigger, verb: int) -> bool:
    """Whether a clause tells of a life, or of another age: "first met", "as a young woman she married", "born in Lima
    and married", "opened by the late queen", "became mayor at the age of thirty"; who dies does so at an age."""
    words = {trees.lower(word) for at in (verb, _top_of(trees, verb)) for word in _words_of_clause(trees, at)}
    is_at_age = "age" in words and trigger.kind != "death"
    if is_at_age or "born" in words or "first" in trees.words_having(verb, "advmod"):
        return True
    for word in (below for at in (verb, trigger.at) for below in trees.having(at, "obl", "obl:agent", "nsubj", "obj")):
        cases, noun = set(trees.words_having(word, "case")), trees.lower(word)
        is_then = (noun in YOUTH and "as" in cases) or (noun == "war" and "during" in cases)
        if is_then or "late" in trees.words_having(word, "amod"):
            return True
    return False


def _told_by(trees: Trees, trigger: Trigger) -> int | None:
    """The verb that tells a happening: its own, or that of harm or of being held of which it is the subject."""
    if trigger.form != "noun":
        return trigger.head
    over = trees.head(trigger.at)
    is_told = trees.lower(over) in HARMING or carries(trees, over)
    return over if is_told and trees.relation(trigger.at) in SUBJECTS else None


def _top_of(trees: Trees, verb: int) -> int:
    """The verb of the sentence: "on Monday he came and | resigned", "he resigned, police | said on Monday"."""
    while trees.head(verb) != verb and trees.relation(verb) in ("conj", "ccomp", "parataxis"):
        verb = trees.head(verb)
    return verb


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
                "The hall is old. The mayors |met| in it.",
                "A |fire| killed nine people in Leeds.",
                "The mayor, elected in 2014, has |resigned|.",
                "Nine people have |died| after a bus overturned near Cork.",
                "Acme has |announced| that it will open nine shops over the next four years.",
                "The mayor has |died| at the age of 81.",
            ),
            no=(
                "As a young woman she married the mayor of Lima.",
                "The mayor first met the author in Leeds.",
                "The mayor was born in Lima and married an author.",
                "The bridge was opened by the late queen.",
                "He became mayor at the age of thirty.",
                "Rebels seized the town during the civil war.",
                "The mayors will meet in Leeds.",
                "The mayors had met in Leeds.",
                "The mayors met in Leeds last year.",
                "The mayors met two years ago.",
                "Nine people died after a bus overturned last week.",
                "Police said the mayors met last week.",
                "On Monday the mayors met.",
                "The mayor, author of a study of May 17, met the board.",
                "The hall was built in 1923. The mayors met in it.",
                "A fire at the mill is feared.",
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
