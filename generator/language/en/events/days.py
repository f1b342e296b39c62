"""Which day belongs to which happening: a date dates what it hangs on, as far as the parse or a rule tells.

From each date the way goes up the parse, and at each word the rules of `DAYS` are asked. The way ends at a verb, at a
clause that only describes, and at the border of a quotation.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.language.dates.expression import Dating
from generator.language.dates.finding import find_dates
from generator.language.en.dates.chain import find_expressions
from generator.language.en.dates.tense import read_verbs
from generator.language.en.events.attachments import (
    FindDated,
    attended,
    behind_a_noun,
    behind_its_subject,
    being,
    carried,
    cleft,
    described,
    going_on,
    in_a_place,
    is_of_birth,
    led_to,
    looking_ahead,
    meanwhile,
    occasion,
    of_agreeing,
    of_the_charge,
    over_the_date,
    right_behind,
    speaking,
    struck,
    suffered,
    that_saw_it,
)
from generator.language.en.events.calendar import (
    ARGUMENTS,
    BARRED,
    COVERING,
    ENDING,
    INSIDE,
    OWN,
    PARTS_OF_TIME,
    STEPS,
    Calendar,
    Dated,
    Step,
    carries,
    is_predicate,
)
from generator.language.en.events.kinds import load_table
from generator.language.en.events.triggers import Trigger, find_triggers
from generator.language.en.polarity import is_past
from generator.language.en.speech.words import load_verbs
from generator.language.trees import Trees, read_trees
from generator.model import Block, DateMention, Document, Mention, Span
from generator.text.quotes import Passage, find_passages
from generator.text.rules import Chain, Rule
from generator.text.spans import Spans

FOLLOWED = frozenset({"after", "before", "when", "because", "since", "although", "though", "until"})
"""Words that open a clause behind another."""
OCCASIONS = frozenset({"election", "vote", "meeting", "match", "attack", "clash", "accident", "trial", "gathering"})
"""Kinds of happenings at which something is done."""
MOVED = "subject or object of a verb of being held"


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
            "right behind a verb that describes",
            right_behind,
            yes=(
                "In an advisory |issued| late Sunday night, the Storm Centre raised the alarm.",
                "Police arrested the driver of a bus that |overturned| on Sunday.",
            ),
            no=("In an advisory issued by the mayor, the centre met the board on Friday.",),
        ),
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
            "behind what somebody is charged with",
            of_the_charge,
            yes=("Ann Bell was charged with murder over a |shooting| in Leeds on Friday.",),
            no=("Ann Bell was charged over a shooting on Friday.",),
        ),
        Rule(
            "day of agreeing to do it",
            of_agreeing,
            yes=("The mayors |voted| to sign the treaty on Friday.",),
            no=("The mayors voted to sign the treaty on May 5.", "The mayors began to sign treaties on Friday."),
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
                "The council celebrated the launch of the ferry on Friday.",
                "On Friday, the club said that the mayors had met.",
                "The mayors met before Friday.",
                "The mayors have met, according to the club on Friday.",
                "As of Friday, the mayors had met.",
                "The club, built in 1923, met the mayor.",
                "The mayors met to talk of the 2019 budget.",
                "The club said on Friday: “The mayors met”.",
                "The club said on Friday the mayors had met.",
                "The club said Friday it would meet the mayors.",
            ),
        ),
        Rule(
            "behind its subject",
            behind_its_subject,
            yes=("After |talks| with the union on Tuesday had failed, drivers went on strike on Wednesday.",),
            no=(
                "The talks with the union failed on Tuesday.",
                "The war on Tuesday had failed.",
                "The men of the summit on Tuesday had failed.",
            ),
        ),
        Rule(
            "speaking on it",
            speaking,
            yes=("The premier, speaking on Friday in Lima, |announced| a ban on plastic bags.",),
            no=("The premier, elected on Friday in Lima, announced a ban on plastic bags.",),
        ),
        Rule(
            "day that saw it",
            that_saw_it,
            yes=("April 3 saw the |opening| of the bridge.",),
            no=("April 3 saw the mayor.",),
        ),
        Rule(
            "day on which it is",
            being,
            yes=("The |meeting| is on Friday.",),
            no=("The meeting is long.", "The dam is of 2014."),
        ),
        Rule(
            "day on which it was that something happened",
            cleft,
            yes=("It was on Friday that the mayors |met| in Leeds.",),
            no=("It was clear on Friday that the mayors met in Leeds.",),
        ),
        Rule(
            MOVED,
            carried,
            yes=(
                "The |summit| is planned for May 5.",
                "NATO postponed the |summit| until May 5.",
            ),
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
            "object of a verb of suffering",
            suffered,
            yes=("On Friday the town suffered an |earthquake|.",),
            no=("On Friday the town feared an earthquake.", "On Friday the town saw the mayor."),
        ),
        Rule(
            "object of a verb of taking part",
            attended,
            yes=("Police dispersed the |march| on Friday.", "On Friday police dispersed the |march|."),
            no=("The mayors praised the march on Friday.", "On Friday the mayors joined the club."),
        ),
        Rule(
            "described by a verb of being held",
            described,
            yes=(
                "The |summit| scheduled for May 5 was postponed.",
                "The |launch| of the rocket, scheduled for May 5, was postponed.",
            ),
            no=("The summit praised on Friday is old news.", "The summit of mayors elected for May is old news."),
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
            yes=("The mayor sang at the |summit| in Leeds on Friday.",),
            no=("The mayor sang after the summit on Friday.", "The club, at odds over the summit, sang on Friday."),
        ),
        Rule(
            "month or year behind a noun with its place",
            in_a_place,
            yes=("The club sang of the |attack| in Leeds in 2017.",),
            no=("The club sang of the attack in Leeds on Friday.", "The club, burnt in the attack, was built in 1923."),
        ),
        Rule(
            "goes on from the verb over the date",
            going_on,
            yes=(
                "In 1979, rebels took the port, |killing| nine people.",
                "On Friday Roe came home and |resigned|.",
                "Lawmakers will debate and |vote| on the bill on May 18.",
            ),
            no=("Rebels took the port on Friday after killing nine people.", "Roe came home on Friday and resigned."),
        ),
        Rule(
            "when the verb with the date was",
            meanwhile,
            yes=("Violence broke out on Saturday when several thousand people |rallied| in Lorrin.",),
            no=("Violence broke out on Saturday after several thousand people rallied in Lorrin.",),
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
            is_near = trigger is not None and calendar.is_near(calendar.dates[date].span, trigger)
            is_apart = trigger is not None and (calendar.is_cut(date, trigger) or is_of_birth(step, trigger))
            if trigger and is_near and not is_apart:
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
        above = None if is_last(step) else find_above(calendar.trees, at, top, calendar.by_word)
        at = find_clause(calendar.trees, top, above) if at == top and above is not None else above


def find_clause(trees: Trees, date: int, verb: int) -> int:
    """The verb of the clause in which a date stands, where the parse hangs it on the verb over that: "reached a deal
    after Peru began the war | on Monday", "born in Lima | on June 23, 1941, she met the mayor"."""
    subjects = trees.subjects_of(verb)
    for clause in reversed(trees.having(verb, "advcl", "parataxis")):
        is_behind = verb < clause < date and not FOLLOWED.isdisjoint(trees.words_having(clause, "mark", "advmod"))
        is_aside = is_past(trees, clause) and not trees.subjects_of(clause)
        is_opening = is_aside and clause < date < min(subjects, default=-1)
        if is_opening or (is_behind and trees.subjects_of(clause)):
            return clause
    return verb


def is_last(step: Step) -> bool:
    """Whether a date dates nothing over the word that the way has come to."""
    if step.at == step.top:
        is_barred = (bool(step.cases & BARRED) and not is_moved(step)) or is_covered(step)
        return is_barred or is_predicate(step.trees, step.at)
    return is_predicate(step.trees, step.at) or is_alone(step.trees, step.top, step.at)


def is_alone(trees: Trees, top: int, noun: int) -> bool:
    """Whether a date dates only the noun that it hangs on: "the 2019 budget", "the budget of 2019"."""
    if trees.head(top) != noun or trees.lower(noun) in PARTS_OF_TIME:
        return False
    cases = set(trees.words_having(top, "case"))
    if trees.relation(noun) == "obl" and INSIDE & set(trees.words_having(noun, "case")) and is_occasion(trees, noun):
        # "In Sunday's runoff, Bell beat Poe".
        return False
    # "On Friday rebels left" is often read as "Friday rebels".
    is_described = trees.relation(top) in OWN and not cases & {"on", "in", "at"}
    return is_described or bool({"of", "from"} & cases)


def is_occasion(trees: Trees, noun: int) -> bool:
    """Whether a noun names a vote, a match, a meeting or the like, on whose day is what is done in it."""
    return any(sense.kind in OCCASIONS for sense in load_table().nouns.get(trees.lower(noun), ()))


def is_covered(step: Step) -> bool:
    """Whether a year or month is that for which something is: "unveiled its budget for 2023"."""
    is_long = len((step.day or "").rstrip("~")) <= len("2022-05")
    return is_long and bool(step.cases & COVERING) and not carries(step.trees, step.trees.head(step.top))


def is_moved(step: Step) -> bool:
    """Whether "until" gives the day on which something is after all: "postponed until", "not open until Monday"."""
    return carries(step.trees, step.trees.head(step.top)) and bool(step.cases & {"until", "till"})


def find_above(trees: Trees, at: int, top: int, triggers: Collection[int] = ()) -> int | None:
    """The word over another, where a date may date it; None where the way ends. `triggers`: words of happenings."""
    head, relation = trees.head(at), trees.relation(at)
    if head == at or relation in ENDING:
        return None
    if at != top and not (BARRED | {"despite", "according"}).isdisjoint(trees.words_having(at, "case")):
        # "Despite signs of recovery on Sunday, he died".
        return None
    is_below = relation in ARGUMENTS or (relation == "nmod" and head in triggers)
    if at != top and not is_below and trees.lower(at) not in PARTS_OF_TIME:
        return None
    # "They signed it on Monday, the mayor said on Tuesday" often hangs on "signed".
    return trees.head(head) if is_of_saying(trees, head, top) else head


def is_of_saying(trees: Trees, verb: int, date: int) -> bool:
    """Whether a date that hangs on what is said is that of saying: behind the verb of saying, or right before a content
    without "that": "said on Tuesday it would close"."""
    over = trees.head(verb)
    if trees.relation(verb) not in ("ccomp", "parataxis") or trees.lower(over) not in load_verbs():
        return False
    opening = [*trees.subjects_of(verb), *trees.having(verb, "mark")]
    is_between = bool(opening) and over < date < min(opening)
    return is_between or verb < over < date


def is_saying_day(trees: Trees, date: Span) -> bool:
    """Whether a date hangs on a verb of saying: "said on Monday"."""
    top = trees.top(trees.inside(date))
    if top is None:
        return False
    head = find_above(trees, top, top)
    return head is not None and trees.lower(head) in load_verbs()
