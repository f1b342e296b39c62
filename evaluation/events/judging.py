"""What is found in a sentence beside what a careful reader finds in it.

A found happening belongs to that of the reader with which it shares a word of the trigger, sooner to one of its kind.
An argument is right with its role (a quantity with its measure) and its head word or entity, where neither its words
nor those of the reader hold a clause more. A place that lies in a right place, and a number that is told as a quantity
and as what is counted, count neither way.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from evaluation.events.sentences import NEVER, NO_DAY, Case, Happening, Part, locate
from generator.model import TOLD, Analysis, Argument, LocalEvent

CLAUSE = re.compile(r"\b(?:who|whom|whose|which|that|where|when|while|after|before|because|if|although|said|says)\b")
HEAD_ENDS = re.compile(
    r",|\b(?:of|in|at|on|for|from|near|with|by|about|against|over|across|around|outside|under|between|beneath|"
    r"to(?! \d))\b"
)
STANDINGS = {"counterfactual": "denied"}
STATUSES = {"cancelled": "called off", "postponed": "postponed", "announced": "planned", "under way": "under way"}


class Verdict(NamedTuple):
    """What became of one happening of the reader, or (`wanted` is None) what was found where there is none."""

    wanted: Happening | None
    event: LocalEvent | None
    kind_right: bool = False
    missing: tuple[str, ...] = ()
    """Arguments that were not found."""
    stray: tuple[str, ...] = ()
    """Arguments that are none."""
    hits: int = 0
    """Arguments that are right."""
    day: str | None = None
    standing: str = ""
    within_right: bool | None = None

    @property
    def counts(self) -> bool:
        """Whether the happening is one that is missed where it is not found."""
        return self.wanted is not None and self.wanted.is_wanted

    @property
    def arguments_right(self) -> bool:
        """Whether all arguments are there and no other."""
        return not self.missing and not self.stray

    @property
    def has_day(self) -> bool:
        """Whether the sentence states a day."""
        return self.wanted is not None and not {NO_DAY, NEVER} & set(self.wanted.days)

    @property
    def day_right(self) -> bool:
        """Whether the day is one of the reader's; one that is assumed where none is stated does as well."""
        if self.wanted is None or self.event is None:
            return False
        days = self.wanted.days
        if self.day is None or (self.event.date is None and NO_DAY in days):
            return bool({NO_DAY, NEVER} & set(days))
        return self.day in days

    @property
    def day_wrong(self) -> bool:
        """Whether a day is given that is not the reader's."""
        return self.day is not None and not self.day_right

    @property
    def standing_right(self) -> bool:
        """Whether it is told as the reader understands it."""
        return self.wanted is not None and self.standing in self.wanted.standings

    @property
    def told_as_fact(self) -> bool:
        """Whether what did not happen is told as happened."""
        is_fact = self.standing in ("happened", "under way")
        return (
            is_fact
            and self.wanted is not None
            and not {"happened", "under way", "planned"} & set(self.wanted.standings)
        )


def judge(case: Case, analysis: Analysis) -> list[Verdict]:
    """What became of each happening of a sentence, then what was found beside them."""
    start = analysis.document.text.index(case.sentence)
    events = [event for event in analysis.events if event.kind is not None]
    pairs = pair(case, analysis, start, events)
    verdicts = [judge_event(wanted, event, analysis, start) for wanted, event in pairs]
    used = [id(event) for _, event in pairs]
    return verdicts + [Verdict(None, event) for event in events if id(event) not in used]


def pair(
    case: Case, analysis: Analysis, start: int, events: Sequence[LocalEvent]
) -> list[tuple[Happening, LocalEvent | None]]:
    """Each happening with what was found for it; those of the right kind choose first, then those that are missed."""
    chosen: dict[int, LocalEvent] = {}
    order = sorted(range(len(case.happenings)), key=lambda at: not case.happenings[at].is_wanted)
    for must_agree in (True, False):
        for at in order:
            wanted = case.happenings[at]
            free = [event for event in events if not any(event is other for other in chosen.values())]
            near = [event for event in free if shares_trigger(wanted, event, analysis, start)]
            fit = [event for event in near if event.kind in wanted.kinds or not must_agree]
            if fit and at not in chosen:
                chosen[at] = fit[0]
    return [(wanted, chosen.get(at)) for at, wanted in enumerate(case.happenings)]


def shares_trigger(wanted: Happening, event: LocalEvent, analysis: Analysis, start: int) -> bool:
    """Whether a found happening is told by a word of the reader's trigger."""
    text = analysis.document.text
    places = [place for words in wanted.triggers for place in locate(text, words, start)]
    return event.trigger is not None and any(overlaps(event.trigger, place) for place in places)


def judge_event(wanted: Happening, event: LocalEvent | None, analysis: Analysis, start: int) -> Verdict:
    """One happening with what was found for it."""
    if event is None:
        return Verdict(wanted, None)
    missing, stray, hits = judge_arguments(wanted.parts, event, analysis, start)
    return Verdict(
        wanted,
        event,
        event.kind in wanted.kinds,
        missing,
        stray,
        hits,
        tell_day(event, analysis),
        tell_standing(event),
        judge_within(wanted, event, analysis, start),
    )


def judge_within(wanted: Happening, event: LocalEvent, analysis: Analysis, start: int) -> bool | None:
    """Whether it hangs under the happening of which it was a part; None where it was part of none and is told so."""
    over = None if event.within is None else analysis.events[event.within]
    if wanted.within is None:
        return None if over is None else False
    places = locate(analysis.document.text, wanted.within, start)
    return over is not None and over.trigger is not None and any(overlaps(over.trigger, place) for place in places)


def judge_arguments(
    parts: Sequence[Part], event: LocalEvent, analysis: Analysis, start: int
) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """The arguments that are missing, those that are stray, and how many are right."""
    text = analysis.document.text
    left = list(event.arguments)
    missing: list[str] = []
    right: list[tuple[Part, Argument]] = []
    for part in sorted(parts, key=lambda part: not part.is_wanted):
        hit = next((one for one in left if is_right(part, one, analysis, start)), None)
        if hit is not None:
            left.remove(hit)
            right.append((part, hit))
        elif part.is_wanted:
            missing.append(f"{'/'.join(part.roles)}: {part.words[0]}")
    stray = [one for one in left if not any(repeats(one, part, hit, text, start) for part, hit in right)]
    told = tuple(f"{one.measure or one.role}: {one.span.of(text)}" for one in stray)
    return tuple(missing), told, sum(part.is_wanted for part, _ in right)


def repeats(one: Argument, part: Part, hit: Argument, text: str, start: int) -> bool:
    """Whether an argument says again what a right one says."""
    if one.role == hit.role == "place":
        return any(one.span.end <= end and first <= one.span.start for first, end in places_of(part, text, start))
    is_number = "quantity" in (one.role, hit.role)
    return is_number and overlaps(one.span, hit.span)


def places_of(part: Part, text: str, start: int) -> Iterator[tuple[int, int]]:
    """All places of the words of an argument."""
    for words in part.words:
        yield from locate(text, words, start)


def is_right(part: Part, found: Argument, analysis: Analysis, start: int) -> bool:
    """Whether an argument is the reader's: role, and head word or entity."""
    text = analysis.document.text
    name = (found.measure or found.role) if found.role == "quantity" else found.role
    if name not in part.roles and not (found.role == "quantity" and "quantity" in part.roles):
        return False
    mentions = [mention.span for mention in analysis.mentions if mention.entity == found.entity]
    for place in places_of(part, text, start):
        head = find_head(text, place)
        if found.entity is not None and any(overlaps(mention, head) for mention in mentions):
            return True
        if overlaps(found.span, place) and is_near(text, found, place):
            return True
    return False


def is_near(text: str, found: Argument, place: tuple[int, int]) -> bool:
    """Whether two runs of words have one head and neither holds a clause more."""
    head = find_head(text, (found.span.start, found.span.end))
    is_one = found.role == "quantity" or (overlaps(found.span, find_head(text, place)) and overlaps(head, place))
    before = sorted((found.span.start, place[0]))
    behind = sorted((found.span.end, place[1]))
    return is_one and not any(CLAUSE.search(text[first:last]) for first, last in (before, behind))


def find_head(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """The last word before the first preposition or comma; of a possessive without its ending."""
    first, last = place
    if end := HEAD_ENDS.search(text, first + 1, last):
        last = end.start()
    words = [match.span() for match in re.finditer(r"\w[\w-]*(?:\.\d+)?", text[first:last].removesuffix("'s"))]
    start, end_ = words[-1] if words else (0, last - first)
    return first + start, first + end_


def overlaps(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def tell_day(event: LocalEvent, analysis: Analysis) -> str | None:
    """The day of a happening, stated or assumed, without the hour and marks of doubt."""
    value = event.assumed if event.date is None else analysis.dates[event.date].value
    return None if value is None else re.sub(r"T[\d:Z+]+|[~?%]", "", value)


def tell_standing(event: LocalEvent) -> str:
    """How a happening is told, in the words of the sets."""
    if event.standing not in TOLD:
        return STANDINGS.get(event.standing, event.standing)
    told = STATUSES.get(event.status, "happened")
    return "planned" if event.standing == "planned" and told == "happened" else told
