"""What one sentence of one brief tells of an event, in the terms of the collection."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.language.pages import WEEKDAYS
from generator.linking.identity.keys import Key
from generator.model import Analysis, EventPart, Evidence, LocalEvent
from generator.text.edtf import Days, bounds

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
        tell(analysis, event, keys)
        for event in analysis.events
        if event.sentence < len(analysis.sentences) and (event.date is None or event.date < len(analysis.dates))
    ]


def tell(analysis: Analysis, event: LocalEvent, keys: Mapping[tuple[str, str], Key]) -> Telling:
    """One event of one document in the terms of the collection."""
    brief, text = analysis.document.id, analysis.document.text
    date = None if event.date is None else analysis.dates[event.date]
    title = event.title
    words = date.span.of(text).split() if date and date.value is None else ()
    where, when = Evidence(brief, analysis.sentences[event.sentence]), Evidence(brief, date.span) if date else None
    rule = date.rule if date else None
    part = EventPart(where, when, rule, event.status, title, standing=event.standing, ending=event.ending)

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
