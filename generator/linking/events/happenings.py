"""Events of the whole collection: what the sentences of one brief or more tell of the same day.

Two sentences tell of one event when they give the same day (or the same span of days) and
    in one brief        share a participant or a place below a country, on one day;
    in several briefs   share two participants that are not both countries, or such a place and a participant.
A sentence without a day is joined to an event by `undated` only; the day is then never called its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import get_args

from generator.linking.events.tellings import DAYS, Telling, join_undated
from generator.linking.identity.keys import Key
from generator.model import TOLD, Event, EventPart, EventStatus, Evidence, Standing
from generator.text.groups import Groups

MOST_PARTICIPANTS = 12
"""Of an event with more, only the first so many are compared."""


def group_tellings(tellings: Sequence[Telling], countries: frozenset[Key]) -> list[tuple[Telling, ...]]:
    """The tellings of each event, by brief and place in the text; the groups in the order of their first."""
    ordered = sorted(tellings, key=lambda telling: telling.part.evidence)
    groups, first = Groups(range(len(ordered))), dict[tuple[object, ...], int]()
    for at, telling in enumerate(ordered):
        for feature in list_features(telling, countries):
            groups.join(first.setdefault(feature, at), at)
    return join_undated([tuple(ordered[at] for at in group) for group in groups], countries)


def list_features(telling: Telling, countries: frozenset[Key]) -> Iterable[tuple[object, ...]]:
    """What makes one event of two tellings that have it both; nothing for a telling without a day."""
    if telling.day is None or not DAYS.fullmatch(telling.day):
        return
    brief, people = telling.part.evidence.brief, telling.participants[:MOST_PARTICIPANTS]
    local = telling.place if telling.place not in countries else None
    # Much happens in a week: whoever is named twice in one may be at two events.
    is_day = "/" not in telling.day
    if local and is_day:
        yield "brief", brief, telling.day, local
    for participant in people:
        if is_day:
            yield "brief", brief, telling.day, participant
        if local and participant != local:
            yield "place", telling.day, local, participant
    for pair in combinations(sorted(people), 2):
        if not countries.issuperset(pair):
            yield "pair", telling.day, *pair


def list_participants(group: Iterable[Telling]) -> tuple[Key, ...]:
    """The participants of an event, in the order of the tellings, each once."""
    return tuple(dict.fromkeys(key for telling in group for key in telling.participants))


def choose_place(group: Iterable[Telling]) -> Key | None:
    """The place that most tellings name; of equals the first by alphabet."""
    places = [telling.place for telling in group if telling.place]
    return min(places, key=lambda place: (-places.count(place), place), default=None)


def choose_day(group: Iterable[Telling]) -> str | None:
    """The date of an event as EDTF: its day where a telling gives one, else the days that one gives."""
    dates = [telling.day for telling in group if telling.day]
    return min(dates, key=lambda date: (len(date) != 10, dates.index(date)), default=None)


def choose_title(group: Sequence[Telling]) -> Evidence | None:
    """The words that name the event best: those that say whose it is, then those of a noun, then the first."""
    named = [telling for telling in group if telling.part.title]
    best = min(named, key=lambda t: (not t.hosts, t.day is None), default=None)
    return Evidence(best.part.evidence.brief, best.part.title) if best and best.part.title else None


def choose_standing(group: Sequence[Telling]) -> Standing:
    """How the telling tells the event that is surest of it."""
    return min((telling.part.standing for telling in group), key=get_args(Standing).index)


def choose_status(group: Sequence[Telling]) -> EventStatus:
    """Called off if a telling says so, else reported if one does; only by those that tell it most surely."""
    standing = choose_standing(group)
    stated = {part.status for part in (t.part for t in group) if standing not in TOLD or part.standing in TOLD}
    order: tuple[EventStatus, ...] = ("cancelled", "postponed", "reported", "announced")
    return next(status for status in order if status in stated)


def build_parts(group: Sequence[Telling], day: str | None) -> tuple[EventPart, ...]:
    """The tellings; those without a date of their own say which briefs give it."""
    briefs = tuple(sorted({t.part.evidence.brief for t in group if t.day == day}))
    if day is None:
        return tuple(telling.part for telling in group)
    return tuple(t.part if t.day else replace(t.part, rule=_known(t, day, briefs), known_from=briefs) for t in group)


def _known(telling: Telling, day: str, briefs: Sequence[str]) -> str:
    """Where the day of an event is known from that a sentence does not give."""
    if telling.part.evidence.brief in briefs:
        return f"{day} by another sentence of this brief; not stated here"
    return f"date known from {', '.join(briefs[:3])}: {day}; not stated here"


def word_id(group: Sequence[Telling], names: Mapping[Key, str]) -> str:
    """The address that an event asks for: its date, then its place or its first participants."""
    place = choose_place(group)
    keys = (place,) if place else list_participants(group)[:2]
    return " ".join((choose_day(group) or "undated", *(names[key] for key in keys)))


def build_event(group: Sequence[Telling], event_id: str, ids: Mapping[Key, str]) -> Event:
    """The event as the site shows it."""
    place, day = choose_place(group), choose_day(group)
    kinds = {telling.kind for telling in group if telling.kind}
    return Event(
        id=event_id,
        date=day,
        place=ids[place] if place else None,
        participants=tuple(ids[key] for key in list_participants(group)),
        parts=build_parts(group, day),
        title=choose_title(group),
        kind=min(kinds) if len(kinds) == 1 else None,
        status=choose_status(group),
        standing=choose_standing(group),
    )
