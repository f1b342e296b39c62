"""Events of the whole collection: what the sentences of one brief or more tell of the same day.

Each sentence is put into the terms of the collection first. Two sentences tell of one event when they give the same day
(or the same span of days) and
    in one brief        share a participant or a place below a country, on one day;
    in several briefs   share two participants that are not both countries, or such a place and a participant.
A sentence that gives no day, or only a week, is joined to a dated event by `undated` only; the day is then never called
its own.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations
from typing import get_args

from generator.language.wording import WEEKDAYS
from generator.linking.identity.entities import Key
from generator.model import TOLD, Analysis, Event, EventPart, EventStatus, Evidence, LocalEvent, Standing
from generator.text.edtf import Days, bounds
from generator.text.groups import Groups

DAY = re.compile(r"\d{4}-\d\d-\d\d")
DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
"""EDTF of a day, or of an interval between two days."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence's event, with its participants and place as keys of the collection."""

    part: EventPart
    day: str | None
    """EDTF."""
    participants: tuple[Key, ...]
    place: Key | None
    kind: str | None = None
    hosts: tuple[Key, ...] = ()
    sentence: int = 0
    words: str = ""
    """Those that name it."""
    is_definite: bool = False
    """Whether "the" stands before them."""
    weekday: int | None = None
    """The weekday of a date that stayed open; Monday is 0."""
    published: Days | None = None
    """The days on which its brief may have been published."""

    @property
    def is_day(self) -> bool:
        """Whether it gives one day."""
        return bool(self.day and DAY.fullmatch(self.day))

    @property
    def is_week(self) -> bool:
        """Whether it gives several days in a row."""
        return bool(self.day and not self.is_day and DAYS.fullmatch(self.day))

    @property
    def is_undated(self) -> bool:
        """Whether it says nothing of when, or a weekday only."""
        return self.day is None and (self.part.date is None or self.weekday is not None)


def list_tellings(analysis: Analysis, keys: Mapping[tuple[str, str], Key]) -> list[Telling]:
    """The events of one document, in its order. An index that points nowhere costs that event."""
    return [
        tell(analysis, at, event, keys)
        for at, event in enumerate(analysis.events)
        if event.sentence < len(analysis.sentences) and (event.date is None or event.date < len(analysis.dates))
    ]


def tell(analysis: Analysis, at: int, event: LocalEvent, keys: Mapping[tuple[str, str], Key]) -> Telling:
    """One event of one document, by its index, in the terms of the collection."""
    brief, text = analysis.document.id, analysis.document.text
    date = None if event.date is None else analysis.dates[event.date]
    title = event.title
    words = date.span.of(text).split() if date and date.value is None else ()
    where, when = Evidence(brief, analysis.sentences[event.sentence]), Evidence(brief, date.span) if date else None
    rule = date.rule if date else None
    part = EventPart(where, when, rule, event.status, title, standing=event.standing, ending=event.ending, event=at)

    def find(entities: Iterable[str]) -> tuple[Key, ...]:
        found = (keys.get((brief, entity)) for entity in entities)
        return tuple(dict.fromkeys(key for key in found if key))

    return Telling(
        part,
        date.value if date else None,
        find(event.participants),
        keys.get((brief, event.place or "")),
        event.kind,
        find(event.hosts),
        event.sentence,
        title.of(text) if title else "",
        bool(title) and text[: title.start if title else 0].rstrip()[-4:].lower().strip() == "the",
        WEEKDAYS.get(words[-1].lower()) if words else None,
        bounds(analysis.metadata.published.value or ""),
    )


MOST_RIVALS = 40
"""Events of one kind, place and participant among which none is looked for any more."""
LONGEST_WINDOW = timedelta(days=7)
BEFORE, AFTER = timedelta(days=14), timedelta(days=92)
"""How long before its publication a report may speak of what was, and how far an announcement looks ahead."""
SAME_TALK = 2
"""Sentences within which "the meeting" is the one just told of."""
_MANY = re.compile(
    r"\b(?:meetings|summits|sessions|conferences|visits|trips|votes|rallies|marches|attacks)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Tellings that are already known to speak of one event."""

    tellings: tuple[Telling, ...]
    day: str | None
    """EDTF of its one day."""
    places: frozenset[Key]
    """Below a country."""
    participants: frozenset[Key]


def make_cluster(tellings: Sequence[Telling], countries: frozenset[Key]) -> Cluster:
    """What the tellings of one event say together."""
    days = {telling.day for telling in tellings if telling.is_day}
    return Cluster(
        tuple(tellings),
        next(iter(days)) if len(days) == 1 else None,
        frozenset(t.place for t in tellings if t.place and t.place not in countries),
        frozenset(key for t in tellings for key in (*t.participants, *t.hosts)),
    )


def merge(groups: Sequence[tuple[Telling, ...]], into: Mapping[int, int]) -> list[tuple[Telling, ...]]:
    """The groups with some of them put into others, by index."""
    merged = Groups(range(len(groups)))
    for at, other in into.items():
        merged.join(at, other)
    found = ([telling for at in indexes for telling in groups[at]] for indexes in merged)
    return [tuple(sorted(tellings, key=lambda telling: telling.part.evidence)) for tellings in found]


def join_by_body(groups: Sequence[tuple[Telling, ...]], countries: frozenset[Key]) -> list[tuple[Telling, ...]]:
    """Undated sentences with the one dated event of their brief that is of the same kind and the same body."""
    dated: dict[tuple[str, str, Key], set[int]] = defaultdict(set)
    for at, group in enumerate(groups):
        for telling in group:
            if telling.day:
                for feature in _bodies(telling, countries):
                    dated[feature].add(at)
    into = {}
    for at, group in enumerate(groups):
        if len(group) == 1 and group[0].is_undated and not _is_many(group[0]):
            fits = {one for feature in _bodies(group[0], countries) for one in dated.get(feature, ())}
            if len(fits) == 1 and _agree(make_cluster(group, countries), make_cluster(groups[min(fits)], countries)):
                into[at] = min(fits)
    return merge(groups, into)


def _bodies(telling: Telling, countries: frozenset[Key]) -> Iterable[tuple[str, str, Key]]:
    """The bodies whose happening it is, with brief and kind."""
    for host in telling.hosts:
        if telling.kind and host.type == "Organization" and host not in countries:
            yield telling.part.evidence.brief, telling.kind, host


def _agree(one: Cluster, other: Cluster) -> bool:
    """Whether the places of two clusters are no different ones."""
    return not one.places or not other.places or not one.places.isdisjoint(other.places)


def join_again(groups: Sequence[tuple[Telling, ...]], countries: frozenset[Key]) -> list[tuple[Telling, ...]]:
    """Undated sentences that say "the meeting" one after the other."""
    into: dict[int, int] = {}
    last: dict[tuple[str, str], tuple[int, int]] = {}
    for at, group in enumerate(groups):
        telling = group[0]
        is_named = telling.is_undated and telling.is_definite and not _is_many(telling)
        if len(group) > 1 or not is_named or telling.kind is None:
            continue
        where = telling.part.evidence.brief, telling.kind
        before, number = last.get(where, (-1, -9))
        if before >= 0 and telling.sentence - number <= SAME_TALK:
            one, other = make_cluster(group, countries), make_cluster(groups[before], countries)
            if _agree(one, other) and any(key not in countries for key in one.participants & other.participants):
                into[at] = before
        last[where] = at, telling.sentence
    return merge(groups, into)


def _is_many(telling: Telling) -> bool:
    """Whether it speaks of several happenings at once."""
    return bool(_MANY.search(telling.words))


def join_by_place(groups: Sequence[tuple[Telling, ...]], countries: frozenset[Key]) -> list[tuple[Telling, ...]]:
    """Undated sentences, and those that give a week, with the one dated event of the collection that fits."""
    clusters = [make_cluster(group, countries) for group in groups]
    dated: dict[tuple[str, Key, Key], list[int]] = defaultdict(list)
    for at, cluster in enumerate(clusters):
        if cluster.day:
            for feature in _scenes(cluster, countries):
                dated[feature].append(at)
    into = {}
    for at, cluster in enumerate(clusters):
        if cluster.day or not all(telling.is_undated or telling.is_week for telling in cluster.tellings):
            continue
        rivals = [dated.get(feature, []) for feature in _scenes(cluster, countries)]
        if any(len(found) > MOST_RIVALS for found in rivals):
            continue
        fits = [one for one in sorted(set().union(*rivals)) if is_same(cluster, clusters[one], countries)]
        if len(fits) == 1:
            into[at] = fits[0]
    return merge(groups, into)


def _scenes(cluster: Cluster, countries: frozenset[Key]) -> set[tuple[str, Key, Key]]:
    """Kind, place and one participant that is no country: what two clusters of one event have in common."""
    kinds = {telling.kind for telling in cluster.tellings if telling.kind}
    people = cluster.participants - countries - cluster.places
    return {(kind, place, key) for kind in kinds for place in cluster.places for key in people}


def is_same(undated: Cluster, dated: Cluster, countries: frozenset[Key]) -> bool:
    """Whether two clusters with a scene in common speak of one event."""
    common = [key for key in undated.participants if _is_in(key, dated.participants)]
    common += [key for key in dated.participants - set(common) if _is_in(key, undated.participants)]
    needed = 2 if any(telling.is_week for telling in undated.tellings) else 3
    day = bounds(dated.day or "")
    return len(common) >= needed and day is not None and all(allows(telling, day) for telling in undated.tellings)


def _is_in(key: Key, others: frozenset[Key]) -> bool:
    """Whether an entity is among others, or a member that one of them is called after."""
    if key in others:
        return True
    return key.type != "Person" and any(
        other.type == "Organization" and f" {key.name} " in f" {other.name.replace('-', ' ')} " for other in others
    )


def allows(telling: Telling, day: Days) -> bool:
    """Whether a sentence that gives no day may speak of this one."""
    date = day[0]
    if telling.weekday is not None and date.weekday() != telling.weekday:
        return False
    if telling.is_week:
        week = bounds(telling.day or "")
        return week is not None and week[0] <= date <= week[1] and week[1] - week[0] < LONGEST_WINDOW
    if telling.published is None:
        return True
    first, last = telling.published
    if telling.part.status == "reported":
        return first - BEFORE <= date <= last
    return first <= date <= last + AFTER


Join = Callable[[Sequence[tuple[Telling, ...]], frozenset[Key]], list[tuple[Telling, ...]]]
JOINS: Sequence[Join] = (join_by_body, join_again, join_by_place)
"""In this order: each sees the events that those before it joined."""


def join_undated(groups: Sequence[Sequence[Telling]], countries: frozenset[Key]) -> list[tuple[Telling, ...]]:
    """The groups with those joined that speak of one event; each keeps the order of its tellings."""
    found = [tuple(group) for group in groups]
    for join in JOINS:
        found = join(found, countries)
    return found


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
