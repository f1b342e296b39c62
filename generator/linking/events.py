"""Events of the whole collection: what the sentences of one brief or more tell of the same day.

Two sentences tell of one event when they give the same day (or the same span of days) and
    in one brief        share a participant or a place below a country, on one day;
    in several briefs   share two participants that are not both countries, or such a place and a participant.
A sentence without a date, or with one that stayed open, is an event of its own.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.linking.keys import Key
from generator.model import Analysis, Event, EventPart, Evidence, LocalEvent

DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
"""EDTF of a day, or of an interval between two days."""
MOST_PARTICIPANTS = 12
"""Of an event with more, only the first so many are compared."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence's event, with its participants and place as keys of the collection."""

    part: EventPart
    day: str | None
    """EDTF."""
    participants: tuple[Key, ...]
    place: Key | None


def list_tellings(analysis: Analysis, keys: Mapping[tuple[str, str], Key]) -> list[Telling]:
    """The events of one document, in its order. An index that points nowhere costs that event."""
    return [
        tell(analysis, event, keys)
        for event in analysis.events
        if event.sentence < len(analysis.sentences) and (event.date is None or event.date < len(analysis.dates))
    ]


def tell(analysis: Analysis, event: LocalEvent, keys: Mapping[tuple[str, str], Key]) -> Telling:
    """One event of one document in the terms of the collection."""
    brief = analysis.document.id
    date = None if event.date is None else analysis.dates[event.date]
    part = EventPart(
        Evidence(brief, analysis.sentences[event.sentence]),
        Evidence(brief, date.span) if date else None,
        date.rule if date else None,
        event.status,
    )
    found = (keys.get((brief, entity)) for entity in event.participants)
    participants = tuple(dict.fromkeys(key for key in found if key))
    return Telling(part, date.value if date else None, participants, keys.get((brief, event.place or "")))


def group_tellings(tellings: Sequence[Telling], countries: frozenset[Key]) -> list[tuple[Telling, ...]]:
    """The tellings of each event, by brief and place in the text; the groups in the order of their first."""
    ordered = sorted(tellings, key=lambda telling: telling.part.evidence)
    parent = list(range(len(ordered)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = at = parent[parent[at]]
        return at

    first: dict[tuple[object, ...], int] = {}
    for at, telling in enumerate(ordered):
        for feature in list_features(telling, countries):
            one, other = sorted((root(first.setdefault(feature, at)), root(at)))
            parent[other] = one
    groups: dict[int, list[Telling]] = {}
    for at, telling in enumerate(ordered):
        groups.setdefault(root(at), []).append(telling)
    return [tuple(group) for group in groups.values()]


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


def word_id(group: Sequence[Telling], names: Mapping[Key, str]) -> str:
    """The address that an event asks for: its date, then its place or its first participants."""
    place = choose_place(group)
    keys = (place,) if place else list_participants(group)[:2]
    return " ".join((group[0].day or "undated", *(names[key] for key in keys)))


def build_event(group: Sequence[Telling], event_id: str, ids: Mapping[Key, str]) -> Event:
    """The event as the site shows it."""
    place = choose_place(group)
    return Event(
        id=event_id,
        date=group[0].day,
        place=ids[place] if place else None,
        participants=tuple(ids[key] for key in list_participants(group)),
        parts=tuple(telling.part for telling in group),
    )
