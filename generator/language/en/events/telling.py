"""What happens: each happening that a sentence of the body tells, with its day, who and what has a part in it, and how
it is told.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.language.en.events.arguments import find_arguments
from generator.language.en.events.calendar import Calendar, Dated, is_ahead, is_over
from generator.language.en.events.clause import tell_clause
from generator.language.en.events.days import MOVED, is_saying_day, make_calendar
from generator.language.en.events.newsroom import NEWSROOM, assume_days
from generator.language.en.events.sharing import attach_dates
from generator.language.en.events.standing import ANNOUNCED, Told, read_standing
from generator.language.en.events.tellers import Voices, find_teller, is_known_to_all
from generator.language.en.events.triggers import Trigger
from generator.language.en.events.within import find_within
from generator.language.en.pages.leads import find_lead
from generator.language.en.polarity import explain_standing, is_past
from generator.language.en.speech.speakers import Hearing
from generator.language.frames import Context
from generator.language.trees import SUBJECTS, Trees
from generator.language.world.places import find_country
from generator.model import Argument, DatedStatement, DateMention, EventStatus, LocalEvent, Span, Standing
from generator.text.edtf import bounds

ACTING = frozenset({"agent", "patient", "partner", "recipient"})
"""Roles of those who take part."""
IDLE: frozenset[Standing] = frozenset({"possible", "asked", "counterfactual", "conditional"})
"""How that is told which may never be."""
PRONOUNS = frozenset({"i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them", "what", "who"})
OWNERS = frozenset({"his", "her", "their", "its", "my", "our"})
ANYBODY = frozenset(
    {"you", "people", "somebody", "someone", "anybody", "anyone", "everybody", "everyone", "no one", "one"}
)
"""Words for nobody in particular."""
MOST_DAYS = 2
"""Days that one verb may have."""
PAST: frozenset[Standing] = frozenset({"asserted", "reported", "denied", "asked", "counterfactual"})
"""How that is told which does not look ahead by itself."""


@dataclass(frozen=True)
class Scene:
    """What is needed of the whole document."""

    context: Context
    calendar: Calendar

    @cached_property
    def sentences(self) -> Sequence[int | None]:
        """The sentence of the body in which each happening is told."""
        trees = self.calendar.trees
        return [self.context.sentences.index_at(trees.start(trigger.at)) for trigger in self.calendar.triggers]

    def takes_part(self, argument: Argument) -> bool:
        """Whether an argument is somebody who can act: a person, an organization or a country."""
        kind = self.context.types.get(argument.entity or "")
        if kind in ("Person", "Organization"):
            return argument.role in ACTING
        named = (mention.span.of(self.context.text) for mention in self.context.mentions.inside(argument.span))
        return kind == "Place" and argument.role in ACTING and any(find_country(name) for name in named)


def find_events(hearing: Hearing, dates: Sequence[DateMention], published: str | None) -> tuple[LocalEvent, ...]:
    """The happenings that the body tells, in order; one that has several days once for each."""
    scene = set_scene(hearing, dates, published)
    days, assumed = attach_dates(scene.calendar), assume_days(scene.calendar, scene.context.sentences)
    found: list[tuple[Trigger, LocalEvent]] = []
    voices = Voices(hearing)
    for trigger, sentence in zip(scene.calendar.triggers, scene.sentences, strict=True):
        if sentence is not None:
            told = read_standing(scene.calendar.trees, trigger)
            event = _tell(scene, trigger, sentence, told)
            own = [dated for dated in days.get(trigger, ()) if not is_open(scene.calendar, trigger, told, dated)]
            for dated in choose_days(scene.calendar, own, is_moved=told.status == "postponed") or (None,):
                dated_event = _at(scene, event, told, dated, assumed.get(trigger))
                found.append((trigger, name_teller(scene, voices, trigger, dated_event)))
    events = _with_parts(scene, found)
    return _without_empty(
        events, {at for at, (trigger, _) in enumerate(found) if trigger.form == "verb"}, hearing.context.text
    )


def _without_empty(events: Sequence[LocalEvent], verbs: Collection[int], text: str) -> tuple[LocalEvent, ...]:
    """Those that tell more than that there is a happening: "the vote", "such a trial" tell nothing alone. `verbs`:
    those told by a verb, whose short sentence says more."""
    wholes = {event.within for event in events}
    told = {at for at in verbs if events[at].clause}
    open_ = {at for at, event in enumerate(events) if is_idle(event, text) or is_vague(event, text)}
    full = [at for at, event in enumerate(events) if (at in told or tells_more(event)) and at not in open_]
    kept = [at for at in range(len(events)) if at in wholes or at in full]
    index = {at: new for new, at in enumerate(kept)}
    return tuple(
        replace(events[at], within=None if events[at].within is None else index[events[at].within or 0]) for at in kept
    )


def is_vague(event: LocalEvent, text: str) -> bool:
    """Whether something is told of nobody in particular, nowhere and on no day: "people got to vote"."""
    named = [one.span.of(text).lower() for one in event.arguments if one.role != "quantity" and not one.entity]
    is_named = any(one.entity for one in event.arguments) or event.date is not None or event.assumed is not None
    if (event.rule or "").startswith("birth: verb") and not is_named and not PRONOUNS.union(OWNERS) & set(named):
        # "All persons born in the state".
        return True
    return bool(named) and not is_named and all(words in ANYBODY for words in named)


def is_idle(event: LocalEvent, text: str) -> bool:
    """Whether something is only thought of, of nobody named, on no day: "you could publish it"."""
    is_told = any(one.entity or one.span.of(text).lower() not in PRONOUNS for one in event.arguments)
    return event.standing in IDLE and event.date is None and not is_told and not event.ending


def tells_more(event: LocalEvent) -> bool:
    """Whether a happening has a day, somebody or something with a part in it, a place, or an end."""
    is_ended = event.ending is not None or event.status in ("cancelled", "postponed")
    is_part = event.within is not None or is_ended
    return is_part or event.date is not None or event.assumed is not None or bool(event.arguments)


def set_scene(hearing: Hearing, dates: Sequence[DateMention], published: str | None) -> Scene:
    """The happenings and dates of a document."""
    context = hearing.context
    calendar = make_calendar(context.trees, context.mentions.things, dates, published, context.passages.things)
    return Scene(context, calendar)


def is_open(calendar: Calendar, trigger: Trigger, told: Told, dated: Dated) -> bool:
    """Whether it is open if something that is announced before it is was already, by a date that holds the day of
    publication too: "this year's election"."""
    days, written = bounds(calendar.dates[dated.date].value or ""), bounds(calendar.published or "")
    is_bare = trigger.form == "noun" and trigger.kind in ANNOUNCED and told == Told("asserted")
    if not (is_bare and days and written) or len(calendar.dates[dated.date].value or "") > len("2022-05"):
        return False
    trees, over = calendar.trees, calendar.trees.head(trigger.at)
    is_told = trees.relation(trigger.at) in SUBJECTS and is_past(trees, over)
    return days[0] <= written[1] and written[0] < days[1] and not is_told


def choose_days(calendar: Calendar, days: Sequence[Dated], *, is_moved: bool = False) -> tuple[Dated, ...]:
    """The days of a happening: all that are joined by "and", else the nearest of the most exact."""
    trees = calendar.trees
    tops = [calendar.tops[dated.date] or 0 for dated in days]
    if len(days) > 1 and all(trees.relation(top) == "conj" and trees.head(top) in tops for top in tops[1:]):
        return tuple(days)
    if len(days) > MOST_DAYS and len({dated.rule for dated in days}) == 1:
        # "Was declared in Peru on May 6, Chile on May 8, and Cuba on May 9": which day is whose is open.
        return ()
    values = {dated: calendar.dates[dated.date].value or "" for dated in days}
    # "The vote scheduled for Monday was moved to Friday": Friday; so is that of "planned for Monday, is now on Friday".
    is_set = {dated: trees.relation(trees.head(calendar.tops[dated.date] or 0)) == "acl" for dated in days}
    keys = {d: (is_set[d] and not is_moved, -len(values[d]), is_moved and d.rule != MOVED) for d in days}
    return tuple(sorted(days, key=keys.__getitem__)[:1])


def _tell(scene: Scene, trigger: Trigger, sentence: int, told: Told) -> LocalEvent:
    """A happening without its day."""
    trees, mentions = scene.calendar.trees, scene.context.mentions.inside(scene.context.sentences[sentence])
    arguments = find_arguments(trees, trigger, mentions)
    clause = tell_clause(trees, trigger, arguments, mentions)
    if not all(own.start < own.end and scene.context.sentences[sentence].holds(own) for own in clause):
        clause = ()
    places = [argument.entity for argument in arguments if argument.role == "place" and argument.entity]
    acting = dict.fromkeys(a.entity for a in arguments if a.entity and scene.takes_part(a))
    span = trees.span_of(trigger.words)
    return LocalEvent(
        sentence,
        None,
        participants=tuple(who for who in acting if who not in places[:1]),
        place=places[0] if places else None,
        kind=trigger.kind,
        standing=told.standing,
        ending=told.ending,
        rule="; ".join(rule for rule in (trigger.rule, explain(trees, trigger, told)) if rule),
        trigger=span,
        arguments=arguments,
        clause=clause,
    )


def explain(trees: Trees, trigger: Trigger, told: Told) -> str:
    """How a happening is told that is no fact, and by which rule: "threatened: word over it"."""
    if told.standing == "asserted":
        return ""
    rule = explain_standing(trees, trigger.head if trigger.form != "noun" else trigger.at)
    return f"{told.standing}: {rule}" if rule else told.standing


def _at(scene: Scene, event: LocalEvent, told: Told, dated: Dated | None, assumed: str | None) -> LocalEvent:
    """A happening on a day: announced where the text or the date itself looks ahead."""
    calendar = scene.calendar
    day = calendar.dates[dated.date].value if dated else None
    is_open = told.standing not in PAST and (told.standing == "planned" or not is_over(day, calendar.published))
    is_due = told.ending is not None and event.kind in ANNOUNCED and not is_over(day, calendar.published)
    is_to_come = is_open or is_due or is_ahead(day, calendar.published)
    status: EventStatus = "announced" if is_to_come else "reported"
    is_past = told.status == "announced" and is_over(day, calendar.published)
    if told.status and not is_past and not (told.status == "under way" and is_to_come):
        status = told.status
    is_assumed = dated is None and status == "reported" and told.standing == "asserted"
    rules = (event.rule, dated.rule if dated else NEWSROOM if assumed and is_assumed else "")
    return replace(
        event,
        date=dated.date if dated else None,
        assumed=assumed if is_assumed else None,
        status=status,
        rule="; ".join(rule for rule in rules if rule),
    )


def name_teller(scene: Scene, voices: Voices, trigger: Trigger, event: LocalEvent) -> LocalEvent:
    """A happening that is told as a fact, with who tells it where that is not the text itself."""
    trees = scene.calendar.trees
    is_plain = event.standing == "asserted" and event.ending is None and event.status in ("reported", "under way")
    measures = (argument.measure for argument in event.arguments)
    if not is_plain or is_known_to_all(trees, trigger.at, trigger.form, measures):
        return event
    found = find_teller(voices, trees.tokens[trigger.at].span)
    if found is None:
        return event
    own, *others = event.rule.split("; ")
    return replace(event, standing="reported", teller=found[0], rule="; ".join((own, f"reported: {found[1]}", *others)))


def _with_parts(scene: Scene, found: Sequence[tuple[Trigger, LocalEvent]]) -> tuple[LocalEvent, ...]:
    """The happenings, each with the one of which the text says that it was a part."""
    index: dict[Trigger, int] = {}
    for at, (trigger, _) in enumerate(found):
        index.setdefault(trigger, at)
    within = find_within(scene.calendar.trees, list(index))
    return tuple(
        replace(event, within=index[within[trigger]]) if trigger in within and within[trigger] in index else event
        for trigger, event in found
    )


def find_dated(
    hearing: Hearing, dates: Sequence[DateMention], published: str | None, events: Sequence[LocalEvent]
) -> tuple[DatedStatement, ...]:
    """The sentences that give a day on which no happening was found. The day of the report itself is none, nor is the
    day of saying in a sentence that tells more.
    """
    context = hearing.context
    told, sentences = {event.date for event in events}, {event.sentence for event in events}
    found: list[DatedStatement] = []
    for at, date in enumerate(dates):
        sentence = context.sentences.index_at(date.span.start)
        if at in told or date.value is None or sentence is None:
            continue
        is_of_report = date.value == (published or "")[:10] and is_in_lead(context, sentence, date.span)
        if not is_of_report and not (sentence in sentences and is_saying_day(context.trees, date.span)):
            found.append(DatedStatement(sentence, at))
    return tuple(found)


def is_in_lead(context: Context, sentence: int, date: Span) -> bool:
    """Whether a date stands in the head of a dispatch: "GENEVA, January 7, 2022 (Xinhua) --"."""
    lead = find_lead(context.text, context.sentences[sentence].start)
    return bool(lead and lead.date and lead.date.overlaps(date))
