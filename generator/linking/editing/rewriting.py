"""Whom a curator means, and analyses with what he decided of them put in: types, names that are none, speakers,
roles.
"""

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from generator.curation import Ref
from generator.linking.identity.entities import Group, Key, Local, Naming
from generator.linking.identity.forms import fold
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


@dataclass(frozen=True, slots=True)
class Directory:
    """The entities of the collection by name, before any decision."""

    groups: Mapping[Key, Group]
    locals: Mapping[Key, tuple[Local, ...]]
    """Those of repeated briefs too."""
    briefs: Mapping[Key, frozenset[str]]
    """The briefs that have them."""
    by_name: Mapping[str, tuple[Key, ...]]
    """By the folded name that stands for the entity."""
    by_form: Mapping[str, tuple[Key, ...]]
    """By any other form that occurs, folded."""


def make_directory(groups: Mapping[Key, Group], namings: Mapping[Local, Naming]) -> Directory:
    """Put the entities in order."""
    locals_: defaultdict[Key, list[Local]] = defaultdict(list)
    for local, naming in namings.items():
        if naming.key in groups:
            locals_[naming.key].append(local)
    by_name: defaultdict[str, list[Key]] = defaultdict(list)
    by_form: defaultdict[str, list[Key]] = defaultdict(list)
    for key in sorted(groups):
        by_name[fold(groups[key].name)].append(key)
        for form in sorted({fold(form) for member in groups[key].members for form in member.forms}):
            by_form[form].append(key)
    return Directory(
        groups,
        {key: tuple(sorted(found)) for key, found in locals_.items()},
        {key: frozenset(brief for brief, _ in found) for key, found in locals_.items()},
        {name: tuple(keys) for name, keys in by_name.items()},
        {form: tuple(keys) for form, keys in by_form.items()},
    )


def find_keys(directory: Directory, ref: Ref, *, forms: bool = False) -> tuple[Key, ...]:
    """The entities that a reference means; with `forms` those too that are called so somewhere, if nobody else is."""
    for table in (directory.by_name, directory.by_form)[: 1 + forms]:
        keys = tuple(key for key in table.get(fold(ref.name), ()) if fits(directory, key, ref))
        if keys:
            return keys
    return ()


def fits(directory: Directory, key: Key, ref: Ref) -> bool:
    """Whether an entity is of the type and in the brief that a reference names."""
    if ref.type and key.type != ref.type:
        return False
    return not ref.brief or ref.brief in directory.briefs[key]


def find_locals(directory: Directory, keys: Iterable[Key], brief: str | None) -> tuple[Local, ...]:
    """All that is held for these entities, in one brief or in all."""
    return tuple(local for key in keys for local in directory.locals[key] if brief in (None, local[0]))


def refer(directory: Directory, key: Key, brief: str | None = None) -> str:
    """The shortest reference that means this entity, in this brief if one is given, and nobody else."""
    name, first = directory.groups[key].name, directory.locals[key][0][0]
    for ref in (Ref(name, key.type, brief), Ref(name, key.type, brief or key.brief or first)):
        if find_keys(directory, ref) == (key,):
            return str(ref)
    return str(Ref(name, key.type, brief or key.brief or first))


def suggest_name(directory: Directory, ref: Ref) -> str:
    """What to do about a name that nobody has: the one most like it."""
    words = set(fold(ref.name).split())
    near = [
        directory.groups[keys[0]].name
        for name, keys in directory.by_name.items()
        if name[:3] == fold(ref.name)[:3] or not words.isdisjoint(name.split())
    ]
    found = difflib.get_close_matches(ref.name, sorted(near), n=1)
    return f"did you mean '{found[0]}'?" if found else "copy the name from its page, or delete the entry"


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
    return replace(
        event,
        participants=tuple(who for who in event.participants if who not in hidden),
        place=None if event.place in hidden else event.place,
        arguments=tuple(replace(a, entity=None) if a.entity in hidden else a for a in event.arguments),
    )


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
