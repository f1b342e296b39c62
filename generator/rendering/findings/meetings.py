"""Who met or will meet whom, where and when, as the sources tell it: meetings, visits and calls."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import TOLD, ArgumentRole, Brief, Event, EventPart
from generator.rendering.catalog import Catalog, places_of, telling, text_of
from generator.rendering.days import date_of
from generator.rendering.happenings import EventLine, group_happenings, show_event, show_happening
from generator.rendering.markup import Markdown
from generator.rendering.readable import shortened
from generator.rendering.views import Link, show_link

KINDS = frozenset({"meeting", "visit", "call"})
"""Kinds of happenings at which people come together."""
_SIDES: tuple[ArgumentRole, ...] = ("agent", "partner", "patient", "recipient")
"""Who takes part; at a visit the one who is visited too."""
_NAME_CHARS = 80
_MOST = 12
"""Of those who take part, shown in a line."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part: by name with a way to the page, else in the words of the source."""

    name: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting, visit or call."""

    who: tuple[Party, ...]
    """Who does it; where the text tells two sides, the first."""
    whom: tuple[Party, ...]
    """The other side."""
    joint: Markdown
    """What stands between the two: `met`, `to meet`, `visited`, `spoke with`, ..."""
    topic: str | None
    """What it is about, in the words of the source."""
    event: EventLine
    """The rest: when, how it stands, where, the way to the sentence."""


_JOINTS = {
    "meeting": ("met", "to meet"),
    "visit": ("visited", "to visit"),
    "call": ("spoke with", "to speak with"),
}
"""For each kind what joins the two sides where it is over, and where it is to come."""


def is_meeting(event: Event) -> bool:
    """Whether an event is a coming together that is told as having been or as to come, and of somebody by name or of
    two sides."""
    if event.kind not in KINDS or event.standing not in TOLD:
        return False
    sides = [one for one in event.arguments if one.role in _SIDES]
    return any(one.entity for one in sides) and (len(sides) > 1 or bool(event.date or event.assumed or event.places))


def list_meetings(catalog: Catalog) -> list[Event]:
    """The meetings of the collection, the newest first; those without a date last."""
    found = [event for event in catalog.library.events if is_meeting(event)]
    dated = [event for event in found if date_of(event)]
    return sorted(dated, key=lambda event: date_of(event) or "", reverse=True) + [e for e in found if not date_of(e)]


def show_meeting(catalog: Catalog, event: Event, here: str) -> MeetingLine:
    """A meeting of the collection as a line of the page `here`."""
    return _line(catalog, event, telling(event), show_event(catalog, event, here), here)


def meetings_of(catalog: Catalog, brief: Brief, here: str) -> Iterator[MeetingLine]:
    """The meetings of which a brief tells, in the order of its text, each once."""
    seen: set[str] = set()
    for group in group_happenings(brief.analysis.events):
        for at in group:
            told = catalog.event_told.get((brief.id, at))
            if told and told[0].id not in seen and is_meeting(told[0]):
                seen.add(told[0].id)
                yield _line(catalog, *told, show_happening(catalog, brief, [at], here), here)


def _line(catalog: Catalog, event: Event, part: EventPart, line: EventLine, here: str) -> MeetingLine:
    """Who stands on one side and who on the other; nobody on both."""
    who = _parties(catalog, event, _SIDES[:1], here)
    whom = {key: party for key, party in _parties(catalog, event, _SIDES[1:], here).items() if key not in who}
    first, second = list(who.values()), list(whom.values())
    if not first:
        first, second = second[:1], second[1:]
    over, ahead = _JOINTS[event.kind or "meeting"]
    is_ahead = part.status in ("announced", "postponed", "cancelled")
    topics = [one for one in event.arguments if one.role == "theme"]
    return MeetingLine(
        tuple(first[:_MOST]),
        tuple(second[:_MOST]),
        Markdown(ahead if is_ahead else over),
        shortened(text_of(catalog, topics[0].evidence[0]), _NAME_CHARS) if topics else None,
        line,
    )


def _parties(catalog: Catalog, event: Event, roles: Sequence[ArgumentRole], here: str) -> dict[str, Party]:
    """Those who have one of these parts, by the name that the collection has, each once by id or words."""
    found: dict[str, Party] = {}
    for one in event.arguments:
        if one.role in roles:
            known = catalog.entities.get(one.entity or "")
            words = " ".join(text_of(catalog, one.evidence[0]).split())
            name = known.name if known else shortened(words, _NAME_CHARS)
            link = show_link(name, catalog.addresses.entities[known.id], here) if known else None
            found.setdefault(known.id if known else f"words {words.casefold()}", Party(name, link))
    return found


def name_meeting_places(catalog: Catalog, event: Event) -> tuple[str, ...]:
    """The ids of the places of a meeting that the collection knows."""
    return tuple(place for place in dict.fromkeys(places_of(event)) if place in catalog.entities)
