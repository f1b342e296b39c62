"""Briefs whose sentences tell of happenings, written with marks for what was found in them.

    "meeting: [agent Ann Bell] *met* [partner Tom Reed] in [place Leeds] on <2020-02-03 Monday>."

Before the colon stand the kind and, where they are not as usual, standing, status, "~" and a day that is assumed, "in"
and the number of the event of which it is a part. Braces stand around the short sentence. A date "<? Monday>" stayed
open. The words of an argument name an entity where `TYPES` has them; "[killed nine people]" is a quantity.
"""

import re
from typing import get_args

from generator.linking import link
from generator.model import (
    Analysis,
    Argument,
    ArgumentRole,
    Authors,
    Block,
    DateMention,
    Document,
    EntityType,
    Event,
    EventStatus,
    Field,
    Library,
    LocalEntity,
    LocalEvent,
    Mention,
    Metadata,
    Span,
    Standing,
)

TYPES: dict[str, EntityType] = {
    **dict.fromkeys(("Ann Bell", "Tom Reed", "Mira Vale", "Jo Lund", "Bell"), "Person"),
    **dict.fromkeys(("Wexby Guild", "AU-France Council", "AU"), "Organization"),
    **dict.fromkeys(("Brussels", "Nairobi", "Ostrava", "Wexby", "France", "Spain", "Belgium", "Kenya"), "Place"),
}
MARK = re.compile(r"\[(?P<role>\w+) (?P<words>[^\]]+)\]|\*(?P<trigger>[^*]+)\*|<(?P<day>\S+) (?P<date>[^>]+)>|[{}]")
MISSING = Field(None, "missing")


class _Reader:
    """One story while it is read."""

    def __init__(self, brief: str) -> None:
        self.brief = brief
        self.text = ""
        self.sentences: list[Span] = []
        self.mentions: list[Mention] = []
        self.dates: list[DateMention] = []
        self.events: list[LocalEvent] = []
        self.ids: dict[str, str] = {}

    def add(self, words: str) -> Span:
        self.text += words
        return Span(len(self.text) - len(words), len(self.text))

    def name(self, words: str, span: Span) -> str | None:
        if words not in TYPES:
            return None
        entity = self.ids.setdefault(words, f"e{len(self.ids) + 1}")
        self.mentions.append(Mention(span, TYPES[words], entity))
        return entity

    def read(self, told: str) -> None:
        head, _, words = told.partition(": ")
        arguments, trigger, date, braces, at, start = list[Argument](), None, None, list[int](), 0, len(self.text)
        for mark in MARK.finditer(words):
            self.add(words[at : mark.start()])
            at = mark.end()
            if mark["role"]:
                span = self.add(mark["words"])
                arguments.append(argue(mark["role"], span, self.name(mark["words"], span)))
            elif mark["trigger"]:
                trigger = self.add(mark["trigger"])
            elif mark["day"]:
                value = None if mark["day"] == "?" else mark["day"]
                status = "stated" if value else "open"
                self.dates.append(DateMention(self.add(mark["date"]), value, "a rule", status))  # type: ignore[arg-type]
                date = len(self.dates) - 1
            else:
                braces.append(len(self.text))
        self.add(words[at:])
        self.sentences.append(Span(start, len(self.text)))
        self.add(" ")
        self.tell(head.split(), trigger, tuple(arguments), date, (Span(*braces),) if braces else ())

    def tell(
        self,
        head: list[str],
        trigger: Span | None,
        arguments: tuple[Argument, ...],
        date: int | None,
        clause: tuple[Span, ...],
    ) -> None:
        kind, *said = head
        people = (a.entity for a in arguments if a.role in ("agent", "patient", "partner", "recipient"))
        places = (a.entity for a in arguments if a.role == "place")
        self.events.append(
            LocalEvent(
                sentence=len(self.sentences) - 1,
                date=date,
                participants=tuple(dict.fromkeys(filter(None, people))),
                place=next(filter(None, places), None),
                status=next((known for known in get_args(EventStatus) if known in said), "reported"),
                kind=kind,
                standing=next((known for known in get_args(Standing) if known in said), "asserted"),
                trigger=trigger,
                arguments=arguments,
                clause=clause,
                within=next((int(word[2:]) for word in said if word.startswith("in")), None),
                assumed=next((f"{word[1:]}~" for word in said if word.startswith("~")), None),
            )
        )


def argue(role: str, span: Span, entity: str | None) -> Argument:
    """An argument; what is no role is the measure of a quantity."""
    known = next((known for known in get_args(ArgumentRole) if known == role), None)
    return Argument(known or "quantity", span, entity, None if known else role)


def story(brief: str, *told: str, published: str | None = None) -> Analysis:
    """A brief that consists of these sentences."""
    reader = _Reader(brief)
    for sentence in told:
        reader.read(sentence)
    published_field = Field(published, "stated") if published else MISSING
    text = reader.text
    return Analysis(
        document=Document(f"{brief}.txt", brief, brief, text, (Block("paragraph", Span(0, len(text))),)),
        language="en",
        metadata=Metadata(MISSING, MISSING, published_field, Authors((), "missing"), MISSING),
        sentences=tuple(reader.sentences),
        mentions=tuple(reader.mentions),
        entities=tuple(LocalEntity(id_, TYPES[name], name, (), ()) for name, id_ in reader.ids.items()),
        dates=tuple(reader.dates),
        events=tuple(reader.events),
    )


def events_of(*stories: Analysis | str) -> tuple[Event, ...]:
    """The events of a collection; a sentence is a brief of its own."""
    return library_of(*stories).events


def library_of(*stories: Analysis | str) -> Library:
    """The collection; a sentence is a brief of its own."""
    return link([story(f"b{at}", told) if isinstance(told, str) else told for at, told in enumerate(stories)])


def are_one(*stories: Analysis | str) -> bool:
    """Whether all that is told is one event."""
    return len(events_of(*stories)) == 1
