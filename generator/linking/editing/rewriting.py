"""What the curator decided, put into analyses (types, names that are none, speakers, roles, dates) and into entities.

Words of the source stay what they are. What a curator decides is marked: `by_editor`, an edit, or the rule of a date.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from generator.linking.identity.keys import Local
from generator.model import (
    Analysis,
    Claim,
    DateMention,
    Edit,
    Entity,
    EntityType,
    LocalEntity,
    LocalEvent,
    Quotation,
    Span,
    StatedRole,
)
from generator.text.spans import Spans
from generator.text.unicode import Wanted, fold_line

MERGED = "merged by the editor"
"""The rule of an entity that the curator made of several."""


@dataclass(frozen=True, slots=True)
class Finish:
    """What the curator says of one entity."""

    name: str | None = None
    description: str | None = None
    aliases: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    is_merged: bool = False


def join_finishes(one: Finish, other: Finish) -> Finish:
    """All that both say; the later name and description win."""
    return Finish(
        other.name or one.name,
        other.description or one.description,
        tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        tuple(dict.fromkeys((*one.links, *other.links))),
        tuple(dict.fromkeys((*one.edits, *other.edits))),
        one.is_merged or other.is_merged,
    )


def finish_entity(entity: Entity, finish: Finish, roles: Iterable[StatedRole]) -> Entity:
    """The entity with what the curator says of it; `roles` are in the curator's wording."""
    own = tuple(roles)
    rules = [MERGED] if finish.is_merged and MERGED not in (entity.rule or "") else []
    return replace(
        entity,
        aliases=tuple(dict.fromkeys(alias for alias in (*entity.aliases, *finish.aliases) if alias != entity.name)),
        roles=(*entity.roles, *own),
        rule="; ".join([*rules, entity.rule] if entity.rule else rules) or None,
        description=finish.description,
        links=finish.links,
        edits=(*finish.edits, *([Edit("a role corrected by the editor")] if own else [])),
    )


DATED, LEFT_OPEN = "set by the editor", "left open by the editor"
"""The rules of dates that a curator decided."""
Place = tuple[str, int]
"""A brief and an index in one of the lists of its analysis."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What changes in the analyses."""

    types: Mapping[Local, EntityType]
    hidden: frozenset[Local]
    speakers: Mapping[Place, str | None]
    """Of quotations."""
    claimants: Mapping[Place, str | None]
    """Of claims."""
    roles: Mapping[Local, frozenset[str]]
    """Folded titles that are dropped."""
    dates: Mapping[Place, str | None]


def rewrite(analysis: Analysis, changes: Rewriting) -> Analysis:
    """One analysis with the changes that concern it."""
    brief = analysis.document.id
    hidden = frozenset(local for owner, local in changes.hidden if owner == brief)
    entities = tuple(
        change_entity(entity, changes.types.get((brief, entity.id)), changes.roles.get((brief, entity.id), frozenset()))
        for entity in analysis.entities
        if entity.id not in hidden
    )
    types = {entity.id: entity.type for entity in entities}
    return replace(
        analysis,
        entities=entities,
        mentions=tuple(replace(m, type=types[m.entity]) for m in analysis.mentions if m.entity in types),
        quotations=tuple(change_quotation(said, (brief, at), changes) for at, said in enumerate(analysis.quotations)),
        claims=tuple(change_claim(said, (brief, at), changes) for at, said in enumerate(analysis.claims)),
        dates=tuple(
            change_date(date, changes.dates[brief, at]) if (brief, at) in changes.dates else date
            for at, date in enumerate(analysis.dates)
        ),
        events=tuple(change_event(event, hidden) for event in analysis.events),
    )


def change_quotation(said: Quotation, place: Place, changes: Rewriting) -> Quotation:
    """A quotation with the speaker whom the curator names, and without one who is hidden."""
    if place in changes.speakers:
        said = replace(said, speaker=changes.speakers[place], by_editor=True, rule=None, is_carried=False)
    if (place[0], said.speaker) in changes.hidden:
        return replace(said, speaker=None, rule=None, is_carried=False)
    return said


def change_claim(said: Claim, place: Place, changes: Rewriting) -> Claim:
    """A claim with the claimant whom the curator names, and without one who is hidden."""
    if place in changes.claimants:
        said = replace(said, claimant=changes.claimants[place], by_editor=True, rule=None)
    return replace(said, claimant=None, rule=None) if (place[0], said.claimant) in changes.hidden else said


def change_entity(entity: LocalEntity, kind: EntityType | None, dropped: frozenset[str]) -> LocalEntity:
    """An entity of another type, or with fewer roles."""
    roles = tuple(role for role in entity.roles if fold_line(role.title).casefold() not in dropped)
    return replace(entity, type=kind or entity.type, roles=roles)


def change_event(event: LocalEvent, hidden: frozenset[str]) -> LocalEvent:
    """An event without those that are hidden."""
    people = tuple(who for who in event.participants if who not in hidden)
    return replace(event, participants=people, place=None if event.place in hidden else event.place)


def change_date(date: DateMention, value: str | None) -> DateMention:
    """A date that a curator decided."""
    if value is None:
        return replace(date, value=None, rule=LEFT_OPEN, status="open")
    return replace(date, value=value, rule=DATED, status="resolved")


class Lookup:
    """Places by their words, as a curator copies them: white space folded, an ellipsis at the end for the rest."""

    def __init__(self, analyses: Iterable[Analysis], spans: Callable[[Analysis], Iterable[Span]]) -> None:
        self._places: dict[str, list[Place]] = {}
        for analysis in analyses:
            for at, span in enumerate(spans(analysis)):
                words = fold_line(span.of(analysis.document.text))
                self._places.setdefault(words, []).append((analysis.document.id, at))

    def find(self, words: str, brief: str | None) -> list[Place]:
        """The places that have these words, in one brief or in all."""
        wanted = Wanted([words])
        found = self._places.get(fold_line(words)) or [
            place for own, places in self._places.items() if own in wanted for place in places
        ]
        return [place for place in found if brief in (None, place[0])]


def sentence_of(sentences: Spans[Span], span: Span) -> Span:
    """The sentence that a span begins in, else the span."""
    return sentences.at(span.start) or span
