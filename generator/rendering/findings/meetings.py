"""Who met or will meet whom, where and when, as the sources tell it: meetings, visits and calls."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.language.wording import is_pronoun
from generator.model import TOLD, ArgumentRole, Brief, Event, EventArgument, EventPart, Evidence, LocalEvent
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
_HEARING = "meeting: hearing"
"""The rule of what a house or court holds, at which nobody meets another."""
_JOINED = "and"
"""Stands in the words of two who meet: "the leaders of Peru and Chile"."""
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


def is_meeting(catalog: Catalog, event: Event) -> bool:
    """Whether an event is a coming together that is told as having been or as to come, of two sides that one sentence
    names, one of them by name."""
    if event.kind not in KINDS or event.standing not in TOLD:
        return False
    sides = _sides(catalog, event)
    return any(one.entity for one in event.arguments if not sides.isdisjoint(one.evidence))


def _sides(catalog: Catalog, event: Event) -> frozenset[Evidence]:
    """The words of those who take part, of the sentences that tell both sides."""
    found = set[Evidence]()
    for part in event.parts:
        brief, at = part.evidence.brief, part.event
        analysis = catalog.briefs[brief].analysis
        if at is not None and _has_both_sides(analysis.events[at], analysis.document.text):
            told = analysis.events[at].arguments
            found.update(Evidence(brief, one.span) for one in told if one.role in _SIDES)
    return frozenset(found)


def _has_both_sides(local: LocalEvent, text: str) -> bool:
    """Whether a sentence says who comes to whom: "talks between Peru and Chile", not "meetings with Peru and Chile",
    which are those of somebody else, nor a hearing; of a visit who comes, and where to."""
    named = [one for one in local.arguments if one.entity or not is_pronoun(one.span.of(text))]
    doers = [one for one in named if one.role == "agent"]
    if not doers or _HEARING in local.rule:
        return False
    if local.kind == "visit":
        return any(one.role == "place" or one.role in _SIDES[1:] for one in named)
    apart = [one for one in named if one.role in _SIDES and not one.span.overlaps(doers[0].span)]
    return bool(apart) or (doers[0].entity is None and _JOINED in doers[0].span.of(text).split())


def list_meetings(catalog: Catalog) -> list[Event]:
    """The meetings of the collection, the newest first; those without a date last."""
    found = [event for event in catalog.library.events if is_meeting(catalog, event)]
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
            if told and told[0].id not in seen and is_meeting(catalog, told[0]):
                seen.add(told[0].id)
                yield _line(catalog, *told, show_happening(catalog, brief, [at], here), here)


def _line(catalog: Catalog, event: Event, part: EventPart, line: EventLine, here: str) -> MeetingLine:
    """Who stands on one side and who on the other; nobody on both."""
    sides = _sides(catalog, event)
    told = [one for one in event.arguments if not sides.isdisjoint(one.evidence)]
    who = _parties(catalog, told, _SIDES[:1], here)
    whom = {key: party for key, party in _parties(catalog, told, _SIDES[1:], here).items() if key not in who}
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


def _parties(
    catalog: Catalog, arguments: Iterable[EventArgument], roles: Sequence[ArgumentRole], here: str
) -> dict[str, Party]:
    """Those who have one of these parts, by the name that the collection has, each once by id or words."""
    found: dict[str, Party] = {}
    for one in arguments:
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
