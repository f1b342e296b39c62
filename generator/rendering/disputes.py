"""The views of what opposes each other: both sides with their sentences, updates, and denials that stand alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import (
    Brief,
    Event,
    Evidence,
    Opposition,
    OppositionKind,
    Position,
    Revision,
    Side,
    Stance,
    StanceAct,
)
from generator.rendering.addresses import text_page
from generator.rendering.catalog import Catalog, text_of
from generator.rendering.happenings import event_title
from generator.rendering.markup import Markdown
from generator.rendering.readable import counted, shortened
from generator.rendering.views import (
    SENTENCE_CHARS,
    BriefLine,
    Link,
    SentenceLine,
    show_brief,
    show_link,
    show_sentence,
)

DISAGREES = "disagrees"
"""The rule of a stance that says nothing without what it is against."""
ROWS = 50
"""Oppositions, and denials that stand alone, of one brief."""
SHOWN = 12
"""Sentences of one side that are shown."""
ACTS: dict[StanceAct, str] = {"holds": "holds", "denies": "denies", "demands": "wants", "refuses": "refuses"}
KINDS: dict[OppositionKind, str] = {
    "denial": "said and denied",
    "refusal": "wanted and refused",
    "number": "different numbers",
    "date": "different days",
}
MEASURES = {"killed": "killed", "injured": "injured", "arrested": "arrested"}


@dataclass(frozen=True, slots=True)
class PositionLine:
    """Where one sentence says that somebody stands."""

    who: tuple[Link, ...]
    called: str | None
    """The words that name them there, where they are not their names; of those not known by name all that is known."""
    words: str
    """What is held, denied, demanded or refused."""
    sentence: SentenceLine
    brief: BriefLine
    is_here: bool
    """Whether the page is that of the brief, which need not be named then."""


@dataclass(frozen=True, slots=True)
class SideLine:
    """One side."""

    act: Markdown
    """`holds`, `denies`, `wants`, `refuses`; `tells` of a number or day."""
    positions: tuple[PositionLine, ...]
    more: int

    @property
    def own_first(self) -> tuple[PositionLine, ...]:
        """The positions, those of the brief whose page it is first."""
        return tuple(sorted(self.positions, key=lambda position: not position.is_here))


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """What opposes each other."""

    anchor: Markdown
    kind: Markdown
    """`said and denied`, `wanted and refused`, `different numbers`, `different days`."""
    is_position: bool
    """Whether it is of what people want, and not of what is so."""
    event: Link | None
    """The happening of which two numbers or days are told."""
    sides: tuple[SideLine, ...]
    briefs: Markdown
    rule: str
    is_by_editor: bool


@dataclass(frozen=True, slots=True)
class UpdateLine:
    """A number that later briefs tell otherwise, in the order of publication."""

    event: Link
    measure: Markdown
    positions: tuple[PositionLine, ...]


@dataclass(frozen=True, slots=True)
class DisputedLines:
    """What is disputed in a brief, or of an event."""

    disputes: tuple[DisputeLine, ...]
    """Facts before positions."""
    updates: tuple[UpdateLine, ...]
    denials: tuple[PositionLine, ...]
    """What is denied though nobody is found to say it."""


def show_disputed_in(catalog: Catalog, briefs: Iterable[Brief], here: str) -> DisputedLines:
    """What is disputed in some briefs, or by them: for the pages of briefs and themes."""
    told = list(briefs)
    return DisputedLines(
        tuple(show_dispute(catalog, one, here) for one in find_disputes(catalog, (brief.id for brief in told))[:ROWS]),
        (),
        tuple(show_position(catalog, one, here) for one in list_denials(catalog, told))[:ROWS],
    )


def show_disputed_of(catalog: Catalog, event: Event, here: str) -> DisputedLines:
    """What is told of an event that differs, and what is told anew later."""
    found = find_disputes(catalog, {part.evidence.brief for part in event.parts})
    return DisputedLines(
        tuple(show_dispute(catalog, one, here) for one in found if one.event == event.id),
        tuple(show_update(catalog, one, here) for one in catalog.library.revisions if one.event == event.id),
        (),
    )


def show_dispute(catalog: Catalog, opposition: Opposition, here: str) -> DisputeLine:
    """An opposition as a part of the page `here`."""
    event = catalog.events.get(opposition.event or "")
    return DisputeLine(
        anchor=Markdown(opposition.id),
        kind=Markdown(KINDS[opposition.kind]),
        is_position=opposition.kind == "refusal",
        event=show_event_link(catalog, event.id, here) if event else None,
        sides=tuple(show_side(catalog, opposition, side, here) for side in opposition.sides),
        briefs=counted(len(opposition.briefs), "brief"),
        rule=opposition.rule,
        is_by_editor=opposition.by_editor,
    )


def show_event_link(catalog: Catalog, event: str, here: str) -> Link:
    """The way to an event."""
    return show_link(event_title(catalog, catalog.events[event]), catalog.addresses.events[event], here)


def show_side(catalog: Catalog, opposition: Opposition, side: Side, here: str) -> SideLine:
    """One side with its first sentences."""
    act = "tells" if opposition.kind in ("number", "date") else ACTS[side.positions[0].act]
    shown = tuple(show_position(catalog, position, here) for position in side.positions[:SHOWN])
    return SideLine(Markdown(act), shown, max(0, len(side.positions) - SHOWN))


def show_position(catalog: Catalog, position: Position, here: str) -> PositionLine:
    """A position with the way to its sentence."""
    known = [catalog.entities[who] for who in position.holders if who in catalog.entities]
    called = text_of(catalog, position.holder) if position.holder else None
    is_named = bool(known) and all(any(n in (called or "") for n in (one.name, *one.aliases)) for one in known)
    return PositionLine(
        who=tuple(show_link(entity.name, catalog.addresses.entities[entity.id], here) for entity in known),
        called=shortened(called, SENTENCE_CHARS) if called and not is_named else None,
        words=shortened(text_of(catalog, position.words), SENTENCE_CHARS),
        sentence=show_sentence(catalog, position.evidence, here, [position.words.span]),
        brief=show_brief(catalog, position.evidence.brief, here),
        is_here=text_page(position.evidence.brief) == here,
    )


def show_update(catalog: Catalog, revision: Revision, here: str) -> UpdateLine:
    """A number that was told anew as a part of the page `here`."""
    return UpdateLine(
        show_event_link(catalog, revision.event, here),
        Markdown(MEASURES[revision.measure]),
        tuple(show_position(catalog, position, here) for position in revision.positions),
    )


def find_disputes(catalog: Catalog, briefs: Iterable[str]) -> list[Opposition]:
    """The oppositions of which one of some briefs tells, facts before positions: for pages of briefs and themes."""
    found = {one.id: one for brief in briefs for one in catalog.opposed.told_in.get(brief, ())}
    return order_disputes(sorted(found.values(), key=lambda one: (-len(one.briefs), one.id)))


def order_disputes(found: Iterable[Opposition]) -> list[Opposition]:
    """Some oppositions, facts before positions."""
    return sorted(found, key=lambda one: one.kind == "refusal")


def list_denials(catalog: Catalog, briefs: Iterable[Brief]) -> Iterator[Position]:
    """What somebody denies in some briefs though nobody else is found to say it, in the order of the briefs.

    Once where several say so in the same words, as versions of one report do.
    """
    told = set[tuple[object, str]]()
    for brief in briefs:
        for stance in brief.analysis.stances:
            is_alone = stance.act == "denies" and Evidence(brief.id, stance.span) not in catalog.opposed.words
            if is_alone and stance.holder and stance.rule != DISAGREES:
                position = as_position(catalog, brief, stance)
                who = position.holders or _fold(catalog, Evidence(brief.id, stance.holder))
                denied = (who, _fold(catalog, position.words))
                if denied not in told:
                    told.add(denied)
                    yield position


def _fold(catalog: Catalog, words: Evidence) -> str:
    return " ".join(text_of(catalog, words).casefold().split())


def as_position(catalog: Catalog, brief: Brief, stance: Stance) -> Position:
    """A stance of a brief in the terms of the collection."""
    known = catalog.known_as[brief.id]
    return Position(
        Evidence(brief.id, brief.analysis.sentences[stance.sentence]),
        Evidence(brief.id, stance.span),
        stance.act,
        Evidence(brief.id, stance.holder) if stance.holder else None,
        tuple(known[who] for who in stance.holders if who in known),
    )
