"""What is dated, in order, and what falls on each day: the ground of the timeline and the calendar."""

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.language.dates.nearness import is_within
from generator.model import TOLD, Brief, Event, EventPart, Library
from generator.rendering.readable import Day, first_day

DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)[~?%]?")
"""EDTF of one day."""
_INTERVAL = re.compile(r"(\d{4}-\d\d-\d\d)[~?%]?/(\d{4}-\d\d-\d\d)[~?%]?")
"""EDTF of a span of days."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with a date: an event, a sentence that tells of none, or the publication of a brief."""

    day: Day
    date: str
    """EDTF."""
    event: Event | None
    brief: Brief | None
    statement: int | None = None
    """Index into `Analysis.dated` of the brief, which then is not meant itself."""


def date_of(event: Event) -> str | None:
    """EDTF of an event: as a sentence states it, else as a rule of newsrooms gives it."""
    return event.date or event.assumed


def find_entries(library: Library, *, statements: bool = False) -> tuple[Entry, ...]:
    """All that is dated and told to have been or to be, oldest first; with the sentences that only state a date."""
    told = (event for event in library.events if event.standing in TOLD)
    entries = [Entry(day, date, e, None) for e in told if (date := date_of(e)) and (day := first_day(date))]
    for brief in library.briefs:
        if brief.duplicate_of is None:
            date = brief.analysis.metadata.published.value
            entries += [Entry(day, date, None, brief)] if date and (day := first_day(date)) else []
            entries += _statements(brief) if statements else []
    return tuple(sorted(entries, key=_order))


def _statements(brief: Brief) -> Iterator[Entry]:
    for at, stated in enumerate(brief.analysis.dated):
        date = brief.analysis.dates[stated.date].value
        if date and (day := first_day(date)):
            yield Entry(day, date, None, brief, at)


def _order(entry: Entry) -> tuple[int, int, int, str, str, int]:
    day = entry.day
    id_ = entry.event.id if entry.event else entry.brief.id if entry.brief else ""
    return day.year, day.month or 0, day.day or 0, entry.date, id_, -1 if entry.statement is None else entry.statement


def find_open(library: Library) -> tuple[tuple[Event, EventPart], ...]:
    """The events told to have been or to be whose date is written in the source and could not be placed."""
    told = (event for event in library.events if event.standing in TOLD and not date_of(event))
    return tuple((event, part) for event in told for part in event.parts if part.date)


def day_of(date: str) -> str | None:
    """The day (`2022-01-12`) that a date names or begins on; None where it is less exact or no day of the calendar."""
    match = DAY.match(date)
    if not match or not 1 <= int(match[2]) <= 12 or not int(match[1]):
        return None
    last = calendar.monthrange(int(match[1]), int(match[2]))[1]
    is_whole = DAY.fullmatch(date) or _INTERVAL.fullmatch(date)
    return match[0][:10] if is_whole and 1 <= int(match[3]) <= last else None


def interval_of(date: str) -> tuple[str, str] | None:
    """The first and last day of a span of days."""
    match = _INTERVAL.fullmatch(date)
    return (match[1], match[2]) if match and match[1] <= match[2] else None


def day_of_event(event: Event) -> str | None:
    """The day of an event, or its first; None too where it only means one unknown day of several: "next week"."""
    date = date_of(event)
    if not date or (interval_of(date) and any(is_within(part.rule) for part in event.parts)):
        return None
    return day_of(date)


def day_of_entry(entry: Entry) -> str | None:
    """The day under which an entry stands in the calendar; a sentence that tells of no event has none."""
    if entry.statement is not None:
        return None
    return day_of_event(entry.event) if entry.event else day_of(entry.date)


def by_day(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The entries of each day that has any, in order; a span of days under its first."""
    days: dict[str, list[Entry]] = {}
    for entry in entries:
        if day := day_of_entry(entry):
            days.setdefault(day, []).append(entry)
    return dict(sorted(days.items()))


def going_on(days: Mapping[str, list[Entry]]) -> dict[str, list[Entry]]:
    """For each day with entries, the spans of days that began earlier and last until then or longer."""
    found: dict[str, list[Entry]] = {}
    running: list[tuple[str, Entry]] = []
    for day, entries in days.items():
        running = [(last, entry) for last, entry in running if last >= day]
        if running:
            found[day] = [entry for _, entry in running[:_MOST_RUNNING]]
        spans = ((interval_of(entry.date), entry) for entry in entries)
        running += [(span[1], entry) for span, entry in spans if span and span[1] > day]
    return found


_MOST_RUNNING = 20
"""Spans of days that a day names beside its own."""
