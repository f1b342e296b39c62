"""Which day belongs to which happening: a date dates what it hangs on, as far as the parse or a rule tells.

From each date the way goes up the parse, and at each word the rules of `DAYS` are asked. The way ends at a verb, at a
clause that only describes, and at the border of a quotation.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from generator.language.dates.expression import Dating
from generator.language.dates.finding import find_dates
from generator.language.en.dates.chain import find_expressions
from generator.language.en.dates.tense import read_verbs
from generator.language.en.events.calendar import (
    AIMING,
    ARGUMENTS,
    ATTENDING,
    BARRED,
    DESCRIBING,
    ENDING,
    HARMING,
    INSIDE,
    LASTING,
    OBJECTS,
    OWN,
    PARTS_OF_TIME,
    STEPS,
    STRIKING,
    Calendar,
    Dated,
    Step,
    carries,
    is_ahead,
    moves,
)
from generator.language.en.events.triggers import Trigger, find_triggers
from generator.language.en.polarity import (
    is_gerund_of,
    is_object_of_particle,
    is_past,
)
from generator.language.en.speech.words import load_verbs
from generator.language.trees import SUBJECTS, Trees, read_trees
from generator.model import Block, DateMention, Document, Mention, Span
from generator.text.quotes import Passage, find_passages
from generator.text.rules import Chain, Rule
from generator.text.spans import Spans

FindDated = Callable[[Step], Trigger | None]
"""A rule: the happening that a date dates; None where it does not say."""


def behind_a_noun(step: Step) -> Trigger | None:
    """ "Sentenced on Monday for a murder in 2017": a second date, right behind a noun."""
    trees, by_word = step.trees, step.calendar.by_word
    if trees.pos(step.at) != "VERB":
        return None
    heads = (step.at, *trees.subjects_of(step.at))
    others = [top for head in heads for top in step.calendar.by_head.get(head, ()) if top < step.top]
    if not others:
        return None
    for word in range(step.top - 1, max(*others, step.at), -1):
        if trees.pos(word) == "VERB":
            return None
        if word in by_word:
            return by_word[word] if by_word[word].form == "noun" else None
    return None


def over_the_date(step: Step) -> Trigger | None:
    """ "Met on Monday", "the meeting on Monday"."""
    return step.calendar.by_word.get(step.at)


def being(step: Step) -> Trigger | None:
    """ "The meeting is on Monday"."""
    is_predicate = step.at == step.top and bool(step.trees.having(step.top, "cop"))
    return _only(step.triggers(*SUBJECTS)) if is_predicate else None


def carried(step: Step) -> Trigger | None:
    """ "The talks began on Monday", "they planned the march for Monday"."""
    if not step.is_carrier:
        return None
    of_particle = [t for t in step.triggers("obl") if is_object_of_particle(step.trees, t.at)]
    found = _only([*step.triggers(*SUBJECTS, "obj"), *of_particle])
    if found is None or not moves(step.trees, step.at):
        return found
    # "The summit was postponed on Monday": on which day it was moved.
    is_aim = bool(step.cases & AIMING) or is_ahead(step.day, step.calendar.published)
    is_object = step.trees.relation(found.at) in ("obj", "obl") and found.at < step.top
    return found if is_aim or is_object else None


def struck(step: Step) -> Trigger | None:
    """ "An earthquake struck the town on Monday"."""
    is_harming = step.trees.lower(step.at) in HARMING
    return _only([t for t in step.triggers("nsubj") if t.kind in STRIKING]) if is_harming else None


def attended(step: Step) -> Trigger | None:
    """ "The mayor joined the march on Monday": right before the date."""
    if step.trees.lower(step.at) not in ATTENDING:
        return None
    return _only([t for t in step.triggers("obj") if t.form == "noun" and t.at < step.top])


def described(step: Step) -> Trigger | None:
    """ "The talks planned for Monday"."""
    is_described = step.is_carrier and step.trees.relation(step.at) in (*DESCRIBING, "amod")
    found = step.calendar.by_word.get(step.trees.head(step.at)) if is_described else None
    return found if found and found.at == step.trees.head(step.at) else None


def led_to(step: Step) -> Trigger | None:
    """ "They avoided postponing the talks on May 5": what the verb leads to."""
    led = [below for below in step.trees.having(step.at, "xcomp", "advcl") if step.at < below < step.top]
    led = [below for below in led if step.trees.relation(below) == "xcomp" or is_gerund_of(step.trees, below)]
    if len(led) != 1:
        return None
    below = Step(step.calendar, step.date, step.top, led[0])
    return step.calendar.by_word.get(led[0]) or carried(below) or occasion(below)


def occasion(step: Step) -> Trigger | None:
    """ "Nothing was agreed at the summit on Monday": what is done on a day at a happening is done on its day."""
    if not is_predicate(step.trees, step.at):
        return None
    found = [t for t in step.triggers("obl") if t.form == "noun" and t.kind not in LASTING]
    return _only([t for t in found if INSIDE & set(step.trees.words_having(t.at, "case"))])


def looking_ahead(step: Step) -> Trigger | None:
    """ "They called for talks on May 5": what was done is past, and the day to come."""
    if not (is_past(step.trees, step.at) and is_ahead(step.day, step.calendar.published)):
        return None
    return _only([found for found in step.triggers(*OBJECTS) if found.at < step.top])


def _only(found: Sequence[Trigger]) -> Trigger | None:
    return found[0] if len(found) == 1 else None


def try_day(rule: Rule[FindDated], text: str) -> Iterator[Span]:
    """The happenings that a rule dates in a text published on 1 May 2022, where it is the first to say."""
    calendar = read_calendar(text, "2022-05-01")
    for date in range(len(calendar.dates)):
        found = find_dated(calendar, date)
        if found and found[1] == rule.name:
            yield calendar.trees.tokens[found[0].at].span


def read_calendar(text: str, published: str | None) -> Calendar:
    """The happenings and dates of one paragraph, without names."""
    whole = Span(0, len(text))
    document = Document("", "", "", text, (Block("paragraph", whole),))
    dates = find_dates(document, [whole], published, Dating(find_expressions, read_verbs))
    return make_calendar(read_trees(text, [whole]), (), dates, published, find_passages(text, [whole])[0])


def make_calendar(
    trees: Trees,
    mentions: Sequence[Mention],
    dates: Sequence[DateMention],
    published: str | None,
    passages: Sequence[Passage],
) -> Calendar:
    """The happenings and dates of a text."""
    shelf = Spans(passages, lambda passage: passage.whole)
    days = Spans(dates)
    triggers = [t for t in find_triggers(trees, mentions) if not days.overlapping(trees.tokens[t.at].span)]
    return Calendar(trees, triggers, dates, published, shelf)


DAYS: Chain[FindDated] = Chain(
    "days of happenings",
    (
        Rule(
            "second date of a verb, behind a noun",
            behind_a_noun,
            yes=("The club on Monday honoured guests of the |summit| in 2017.",),
            no=(
                "The club honoured guests of the summit in 2017.",
                "The club met on Monday, and a man died on Friday.",
            ),
        ),
        Rule(
            "word over the date",
            over_the_date,
            yes=(
                "The |meeting| on April 5 was long.",
                "The mayors |met| on Friday.",
                "The 2019 |summit| was long.",
                "The board on Friday |met| the mayor.",
                "It was reported on Friday that the mayors had |met| on Monday.",
                "The mayors |met| on Monday, the club said on Friday.",
            ),
            no=(
                "They spoke of the dam on April 5.",
                "On Friday, the club said that the mayors had met.",
                "The mayors met before Friday.",
                "The club, built in 1923, met the mayor.",
                "The mayors met to talk of the 2019 budget.",
                "The club said on Friday: “The mayors met”.",
            ),
        ),
        Rule(
            "day on which it is",
            being,
            yes=("The |meeting| is on Friday.",),
            no=("The meeting is long.", "The dam is of 2014."),
        ),
        Rule(
            "subject or object of a verb of being held",
            carried,
            yes=("The |summit| is planned for May 5.", "NATO postponed the |summit| until May 5."),
            no=(
                "The mayors praised the talks on Friday.",
                "The dam was opened on Friday.",
                "On Friday NATO postponed the summit.",
            ),
        ),
        Rule(
            "subject of a verb of harm",
            struck,
            yes=("An |earthquake| hit the town on Friday.",),
            no=("An earthquake worried the town on Friday.", "The mayor hit the table on Friday."),
        ),
        Rule(
            "object of a verb of taking part",
            attended,
            yes=("Police dispersed the |march| on Friday.",),
            no=("The mayors praised the march on Friday.", "On Friday the mayors joined the club."),
        ),
        Rule(
            "described by a verb of being held",
            described,
            yes=("The |summit| scheduled for May 5 was postponed.",),
            no=("The summit praised on Friday is old news.",),
        ),
        Rule(
            "what the verb over the date leads to",
            led_to,
            yes=("NATO avoided postponing the |summit| in Geneva on May 5.",),
            no=("The mayors avoided naming the dam on May 5.",),
        ),
        Rule(
            "occasion of what the date dates",
            occasion,
            yes=("The mayor fell ill at the |summit| in Leeds on Friday.",),
            no=("The mayor fell ill after the summit on Friday.", "The club, at odds over the summit, sang on Friday."),
        ),
        Rule(
            "day to come of what was spoken of",
            looking_ahead,
            yes=("The mayors called for a |summit| on May 5.",),
            no=("The mayors called for a summit on April 5.", "The mayors called for dams on May 5."),
            reason="What is told as past was not on a day behind the day of publication.",
        ),
    ),
    try_day,
)
"""What a date dates, asked at each step up the parse."""


def find_days(calendar: Calendar) -> Mapping[Trigger, Sequence[Dated]]:
    """The happenings that a date dates, with their dates in order."""
    own: dict[Trigger, list[Dated]] = defaultdict(list)
    for date in range(len(calendar.dates)):
        found = find_dated(calendar, date)
        if found:
            own[found[0]].append(Dated(date, found[1]))
    return own


def find_dated(calendar: Calendar, date: int) -> tuple[Trigger, str] | None:
    """The happening that a date dates, with the rule that says so."""
    for step in find_way(calendar, date):
        for rule in DAYS:
            trigger = rule.find(step)
            if trigger and calendar.is_near(calendar.dates[date].span, trigger):
                return trigger, rule.name
    return None


def find_way(calendar: Calendar, date: int) -> Iterator[Step]:
    """The words over a date, the nearest first, as far as they may be what it dates."""
    at = top = calendar.tops[date]
    for _ in range(STEPS):
        if top is None or at is None:
            return
        step = Step(calendar, date, top, at)
        yield step
        at = None if is_last(step) else find_above(calendar.trees, at, top, calendar.by_word)


def is_last(step: Step) -> bool:
    """Whether a date dates nothing over the word that the way has come to."""
    if step.at == step.top:
        is_barred = bool(step.cases & BARRED) and not is_moved(step)
        return is_barred or is_predicate(step.trees, step.at)
    return is_predicate(step.trees, step.at) or is_alone(step.trees, step.top, step.at)


def is_predicate(trees: Trees, at: int) -> bool:
    """Whether a word is a predicate, beyond which no date of its clause leads."""
    return trees.pos(at) in ("VERB", "AUX") or bool(trees.having(at, "cop"))


def is_alone(trees: Trees, top: int, noun: int) -> bool:
    """Whether a date dates only the noun that it hangs on: "the 2019 budget", "the budget of 2019"."""
    if trees.head(top) != noun or trees.lower(noun) in PARTS_OF_TIME:
        return False
    return trees.relation(top) in OWN or bool({"of", "from"} & set(trees.words_having(top, "case")))


def is_moved(step: Step) -> bool:
    """Whether "until" gives the day on which something is after all: "postponed until", "not open until Monday"."""
    return carries(step.trees, step.trees.head(step.top)) and bool(step.cases & {"until", "till"})


def find_above(trees: Trees, at: int, top: int, triggers: Collection[int] = ()) -> int | None:
    """The word over another, where a date may date it; None where the way ends. `triggers`: words of happenings."""
    head, relation = trees.head(at), trees.relation(at)
    if head == at or relation in ENDING:
        return None
    is_below = relation in ARGUMENTS or (relation == "nmod" and head in triggers)
    if at != top and not is_below and trees.lower(at) not in PARTS_OF_TIME:
        return None
    # "They signed it on Monday, the mayor said on Tuesday" often hangs on "signed".
    return trees.head(head) if is_behind_saying(trees, head, top) else head


def is_behind_saying(trees: Trees, verb: int, date: int) -> bool:
    """Whether a date stands behind a verb of saying that stands behind what is said."""
    over = trees.head(verb)
    is_said = trees.relation(verb) in ("ccomp", "parataxis") and trees.lower(over) in load_verbs()
    return is_said and verb < over < date


def is_saying_day(trees: Trees, date: Span) -> bool:
    """Whether a date hangs on a verb of saying: "said on Monday"."""
    top = trees.top(trees.inside(date))
    if top is None:
        return False
    head = find_above(trees, top, top)
    return head is not None and trees.lower(head) in load_verbs()
