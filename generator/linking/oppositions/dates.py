"""Another day for what happens to somebody once: a death, a birth."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from generator.model import Entity, Event, Position
from generator.text.edtf import bounds

ONCE = frozenset({"death", "birth"})
"""Kinds of happenings of which one person has one."""


class Dated(NamedTuple):
    """Days of one happening that cannot both be right."""

    person: str
    """`Entity.id`."""
    event: str
    groups: tuple[tuple[Position, ...], ...]
    """The sentences of each day, those of the earlier one first."""


def find_days(events: Iterable[Event], entities: Iterable[Entity]) -> Iterator[Dated]:
    """The deaths and births of one person that two briefs put on different days."""
    persons = {entity.id for entity in entities if entity.type == "Person" and not entity.is_partial}
    found: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        who = {argument.entity for argument in event.arguments if argument.role in ("agent", "patient")} & persons
        is_told = event.standing == "asserted" or any(part.teller for part in event.parts)
        is_once = event.kind in ONCE and is_day(event.date)
        if is_once and is_told and len(who) == 1:
            found[event.kind or "", min(person for person in who if person)].append(event)
    for (_, person), same in sorted(found.items()):
        days = sort_days(same)
        if len(days) > 1 and all(are_of_others(one, other) for one, other in combinations(days.values(), 2)):
            yield Dated(person, min(event.id for event in same), tuple(days.values()))


def is_day(date: str | None) -> bool:
    """Whether a date is one day, told without doubt."""
    days = bounds(date or "")
    return days is not None and days[0] == days[1] and not (date or "").endswith(("~", "?", "%"))


def sort_days(events: Iterable[Event]) -> Mapping[str, tuple[Position, ...]]:
    """The sentences that state each day themselves."""
    found: defaultdict[str, list[Position]] = defaultdict(list)
    for event in events:
        found[event.date or ""] += [
            Position(part.evidence, part.date) for part in event.parts if part.date and not part.known_from
        ]
    return {day: tuple(found[day]) for day in sorted(found) if found[day]}


def are_of_others(one: Iterable[Position], other: Iterable[Position]) -> bool:
    """Whether two days are told by different briefs: one brief knows which of its people it means."""
    return {p.evidence.brief for p in one}.isdisjoint({p.evidence.brief for p in other})
