"""Dated events as a calendar file (RFC 5545): days and spans of days, whole-day, stamped from the data, not the clock.

A date that is less exact than a day stays out, and so do the days among which one unknown day is meant ("next week"): a
calendar would show them as a fact about days.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from generator.model import TOLD, Event, EventPart
from generator.rendering.addresses import HOME, href
from generator.rendering.catalog import Catalog, text_of, unit_of
from generator.rendering.days import day_of, day_of_event, interval_of
from generator.rendering.happenings import event_title
from generator.rendering.readable import shortened
from generator.rendering.views import door_of
from generator.text.addresses import slugify
from generator.text.unicode import one_line

_OCTETS = 75
"""A line of the file has at most so many, its end aside (RFC 5545, 3.1)."""
_SUMMARY_CHARS, _SENTENCE_CHARS, _PARTS = 140, 600, 20
_STATUS = (
    ("cancelled", "CANCELLED"),
    ("reported", "CONFIRMED"),
    ("under way", "CONFIRMED"),
    ("announced", "TENTATIVE"),
)
"""What a sentence says of an event and what a calendar calls it; the first that any sentence says counts."""


def write_calendar(catalog: Catalog, events: Iterable[Event]) -> bytes | None:
    """The events that have a day; None where none has."""
    found = [event for event in events if days_of(event)]
    if not found:
        return None
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Briefs//Dated events//EN", "CALSCALE:GREGORIAN"]
    for event in found:
        lines += _event(catalog, event)
    lines.append("END:VCALENDAR")
    return "".join(f"{fold(line)}\r\n" for line in lines).encode("utf-8", "replace")


def offer_calendar(
    catalog: Catalog, events: Sequence[Event], path: str
) -> tuple[tuple[str, Callable[[], bytes | None]], ...]:
    """The calendar file as a page offers it; nothing where no event has a day."""
    return ((path, partial(write_calendar, catalog, events)),) if any(map(days_of, events)) else ()


def days_of(event: Event) -> tuple[date, date] | None:
    """The first day of an event and the day after its last; None where its date is less exact or only that of
    publication, or where no sentence tells that it was or is to be."""
    first = day_of_event(event) if event.date else None
    if not first or event.standing not in TOLD:
        return None
    span = interval_of(event.date or "")
    try:
        last = date.fromisoformat(span[1] if span else first)
        return date.fromisoformat(first), last + timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def _event(catalog: Catalog, event: Event) -> Iterator[str]:
    start, end = days_of(event) or (date.min, date.min)
    place = catalog.entities.get(event.place or "")
    url = _url(catalog, event)
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@{slugify(catalog.settings.site_name)}.briefs"
    yield f"DTSTAMP:{_stamp(catalog, event, start):%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{start.isoformat().replace('-', '')}"
    yield f"DTEND;VALUE=DATE:{end.isoformat().replace('-', '')}"
    yield f"SUMMARY:{escape(shortened(one_line(event_title(catalog, event), 4 * _SUMMARY_CHARS), _SUMMARY_CHARS))}"
    yield f"DESCRIPTION:{escape(_description(catalog, event))}"
    if place:
        yield f"LOCATION:{escape(one_line(place.name, 200))}"
    is_hearsay = [part.standing == "reported" and not part.teller for part in event.parts]
    stated = {"hearsay" if own else str(part.status) for part, own in zip(event.parts, is_hearsay, strict=True)}
    yield f"STATUS:{next((called for status, called in _STATUS if status in stated), 'TENTATIVE')}"
    yield "TRANSP:TRANSPARENT"
    if url:
        yield f"URL:{url}"
    yield "END:VEVENT"


def _stamp(catalog: Catalog, event: Event, start: date) -> date:
    """The day of the newest brief that tells of it; the event's own where no brief has one."""
    published = (catalog.briefs[part.evidence.brief].analysis.metadata.published.value for part in event.parts)
    days = sorted(day for value in published if value and (day := day_of(value)))
    return date.fromisoformat(days[-1]) if days else start


def _words(catalog: Catalog, part: EventPart, limit: int) -> str:
    return shortened(one_line(text_of(catalog, part.evidence), 4 * limit), limit)


def _description(catalog: Catalog, event: Event) -> str:
    """Each sentence that tells of it, with where it stands and how the date was reached."""
    lines = []
    for part in event.parts[:_PARTS]:
        title = one_line(catalog.cards[part.evidence.brief].title, 200)
        door = door_of(catalog, unit_of(catalog.addresses, part.evidence))
        reached = f"{event.date} by another sentence; not stated here" if part.known_from else part.rule
        rule = f"; date: {one_line(reached, 200)}" if reached else ""
        lines.append(f"{_words(catalog, part, _SENTENCE_CHARS)}\n({title}, {door}{rule})")
    return "\n\n".join(lines)


def _url(catalog: Catalog, event: Event) -> str | None:
    """The page of the event, else the sentence, where the site says what its address is."""
    site, target = catalog.settings.site_url, catalog.addresses.events[event.id]
    if not site or catalog.style == "markdown":
        return None
    return f"{site.rstrip('/')}/{href(target, HOME, catalog.style)}"


def escape(text: str) -> str:
    """Text as a calendar file writes it (RFC 5545, 3.3.11)."""
    for mark, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(mark, written)
    return text


def fold(line: str) -> str:
    """A line cut into lines of at most 75 octets, each but the first after a space; no character is cut."""
    parts: list[str] = []
    part: list[str] = []
    size = 0
    for character in line:
        octets = len(character.encode("utf-8", "replace"))
        if size + octets > _OCTETS:
            parts.append("".join(part))
            part, size = [], 1
        part.append(character)
        size += octets
    return "\r\n ".join([*parts, "".join(part)])
