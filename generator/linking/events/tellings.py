"""What one sentence tells of an event, in the terms of the collection."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.language.wording import WEEKDAYS, is_of_many, read_count
from generator.linking.identity.entities import Key
from generator.linking.identity.forms import fold, list_plain
from generator.model import TOLD, Analysis, Argument, DateMention, EventPart, Evidence, LocalEvent, Span
from generator.text.edtf import Days, bounds

WORD = re.compile(r"[^\W\d_]{3,}")
"""Letters of a word that may say something."""
YEAR = 4
"""Characters of a year in EDTF."""
DEFINITE = re.compile(r"(?:\b(?:the|this|that|(?P<owner>his|her|its|their))|(?P<mark>['’]s?)) $", re.IGNORECASE)
"""What stands before "meeting" where the one just told of is meant."""


class Held(NamedTuple):
    """An argument with the entity of the collection."""

    argument: Argument
    key: Key | None
    words: str
    """Folded."""
    stems: frozenset[str]
    """Its words that say something, without the ending of a plural."""
    number: float | None
    """Of a quantity how many."""
    bodies: tuple[Key, ...] = ()
    """Of those who have a part without a name the bodies and places named with them: "the leaders of two countries"."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence's event, with its participants and places as keys of the collection."""

    part: EventPart
    at: int
    """Index into `Analysis.events`."""
    within: int | None
    """As of `LocalEvent`."""
    kind: str
    """Empty where there is none."""
    arguments: tuple[Held, ...]
    participants: tuple[Key, ...]
    places: tuple[Key, ...]
    clause: tuple[Span, ...]
    """As of `LocalEvent`."""
    day: str | None
    """EDTF that the sentence states."""
    assumed: str | None
    """As of `LocalEvent`."""
    weekday: int | None
    """The weekday of a date that stayed open; Monday is 0."""
    published: Days | None
    """The days on which its brief may have been published."""
    sentence: int
    words: str
    """Those that tell what happens, folded."""
    is_definite: bool
    """Whether its words begin as those of what is known: "the meeting", "his arrest"."""
    is_again: bool
    """Whether its words point back at an event: "the meeting", with no date before them."""
    is_owned: bool
    """Whether they say whose it is: "her meeting"."""
    is_of_year: bool
    """Whether it has no day of its own, and its sentence names a year: "as at the trial in 1998"."""
    is_many: bool
    """Whether its words speak of several happenings at once."""

    @property
    def brief(self) -> str:
        """The brief that tells it."""
        return self.part.evidence.brief

    @property
    def may_point_back(self) -> bool:
        """Whether it may be the event just told of: "the meeting", without a day."""
        return self.is_again and self.is_open and not self.is_many

    @property
    def is_open(self) -> bool:
        """Whether it says nothing of when, or a weekday only."""
        is_dated = self.day is not None or self.assumed is not None
        return not is_dated and (self.part.date is None or self.weekday is not None)


def list_tellings(analysis: Analysis, keys: Mapping[tuple[str, str], Key]) -> list[Telling]:
    """The events of one document that are told as having been or as to come, in its order.

    An index that points nowhere costs that event.
    """
    return [
        tell(analysis, at, keys)
        for at, event in enumerate(analysis.events)
        if event.standing in TOLD
        and event.sentence < len(analysis.sentences)
        and (event.date is None or event.date < len(analysis.dates))
    ]


def tell(analysis: Analysis, at: int, keys: Mapping[tuple[str, str], Key]) -> Telling:
    """One event of one document in the terms of the collection."""
    event, text = analysis.events[at], analysis.document.text
    date = None if event.date is None else analysis.dates[event.date]
    words = date.span.of(text).split() if date and date.value is None else ()
    trigger, definite = event.trigger.of(text) if event.trigger else "", find_definite(text, event)
    held = tuple(hold(analysis, argument, keys) for argument in event.arguments)
    where = (event.place, *(one.argument.entity for one in held if one.argument.role == "place"))
    return Telling(
        tell_part(analysis, at),
        at,
        event.within,
        event.kind or "",
        held,
        find_keys(analysis, event.participants, keys),
        find_keys(analysis, where, keys),
        event.clause,
        date.value if date else None,
        event.assumed,
        WEEKDAYS.get(words[-1].lower()) if words else None,
        bounds(analysis.metadata.published.value or ""),
        event.sentence,
        fold(trigger),
        bool(definite),
        bool(definite) and not tells_time(analysis, event),
        bool(definite and (definite["owner"] or definite["mark"])),
        date is None and tells_year(analysis, event),
        is_of_many(trigger),
    )


def find_definite(text: str, event: LocalEvent) -> re.Match[str] | None:
    """What stands before the word that tells it and says that it is known: "the", "her", "Boeing's"."""
    before = text[max(0, event.trigger.start - 9) : event.trigger.start] if event.trigger else ""
    return DEFINITE.search(" ".join(before.split()) + " ")


def find_keys(
    analysis: Analysis, entities: Iterable[str | None], keys: Mapping[tuple[str, str], Key]
) -> tuple[Key, ...]:
    """Entities of one document in the terms of the collection, each once."""
    found = (keys.get((analysis.document.id, entity or "")) for entity in entities)
    return tuple(dict.fromkeys(key for key in found if key))


def tells_year(analysis: Analysis, event: LocalEvent) -> bool:
    """Whether its sentence has a year that is no day of it."""
    return any(len(date.value or "") == YEAR for date in find_dates(analysis, analysis.sentences[event.sentence]))


def tells_time(analysis: Analysis, event: LocalEvent) -> bool:
    """Whether its sentence has a date before what happens: in "in 1998 the vote failed" it is that year's vote."""
    before = Span(analysis.sentences[event.sentence].start, event.trigger.start if event.trigger else 0)
    return bool(find_dates(analysis, before))


def find_dates(analysis: Analysis, span: Span) -> list[DateMention]:
    """The dates in a part of the text."""
    return [date for date in analysis.dates if span.holds(date.span)]


def tell_part(analysis: Analysis, at: int) -> EventPart:
    """The sentence as the event's page lists it."""
    brief, event = analysis.document.id, analysis.events[at]
    date = None if event.date is None else analysis.dates[event.date]
    return EventPart(
        Evidence(brief, analysis.sentences[event.sentence]),
        Evidence(brief, date.span) if date else None,
        date.rule if date else event.rule if event.assumed else None,
        event.status,
        standing=event.standing,
        ending=event.ending,
        event=at,
        teller=Evidence(brief, event.teller) if event.teller else None,
    )


def hold(analysis: Analysis, argument: Argument, keys: Mapping[tuple[str, str], Key]) -> Held:
    """An argument in the terms of the collection."""
    words = fold(argument.span.of(analysis.document.text))
    plain = list_plain(analysis.language)
    is_group = argument.entity is None and argument.role in ("agent", "partner")
    stems = frozenset(word.removesuffix("s") for word in WORD.findall(words) if word not in plain)
    return Held(
        argument,
        keys.get((analysis.document.id, argument.entity or "")),
        words,
        stems,
        read_count(words) if argument.role == "quantity" else None,
        tuple(find_bodies(analysis, argument.span, keys)) if is_group else (),
    )


def find_bodies(analysis: Analysis, span: Span, keys: Mapping[tuple[str, str], Key]) -> Iterator[Key]:
    """The bodies and places that are named in a part of the text."""
    first, last = (bisect_left(analysis.mentions, at, key=lambda m: m.span.start) for at in (span.start, span.end))
    for mention in analysis.mentions[first:last]:
        key = keys.get((analysis.document.id, mention.entity or "")) if span.holds(mention.span) else None
        if key and key.type in ("Organization", "Place"):
            yield key
