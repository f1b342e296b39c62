"""The persons, organizations, places and events of the whole collection, out of those of each document."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.linking.identity.forms import fold, fold_organization, split_initials
from generator.linking.identity.keys import SAME_NAME, Key, Naming
from generator.model import Analysis, Entity, Evidence, LocalEntity, StatedRole
from generator.text.names import IN_BRACKETS, is_acronym


@dataclass(frozen=True, slots=True)
class Member:
    """One document's entity with its mentions' words."""

    analysis: Analysis
    entity: LocalEntity
    rule: str
    mentions: tuple[Evidence, ...]
    """In the order of the text."""
    forms: tuple[str, ...]
    """The words of each mention, white space folded."""


@dataclass(frozen=True, slots=True)
class Group:
    """All that is held for one entity; `members` newest brief first, then by brief and local id."""

    key: Key
    name: str
    members: tuple[Member, ...]


def group_entities(
    analyses: Sequence[Analysis], namings: Mapping[tuple[str, str], Naming], repeated: Iterable[str]
) -> dict[Key, Group]:
    """The entities of all briefs by key. Those of `repeated` briefs count only where nobody else names the entity.

    `analyses` are newest first. An entity without a mention is left out.
    """
    repeated = frozenset(repeated)
    members: dict[Key, list[Member]] = {}
    for analysis in analyses:
        for member in list_members(analysis, namings):
            members.setdefault(namings[analysis.document.id, member.entity.id].key, []).append(member)
    groups: dict[Key, Group] = {}
    for key, found in members.items():
        kept = tuple(m for m in found if m.analysis.document.id not in repeated) or tuple(found)
        groups[key] = Group(key, choose_name(key, kept), kept)
    return groups


def list_members(analysis: Analysis, namings: Mapping[tuple[str, str], Naming]) -> list[Member]:
    """The entities of one document that are mentioned in it."""
    brief, text = analysis.document.id, analysis.document.text
    spans: dict[str, list[Evidence]] = {entity.id: [] for entity in analysis.entities}
    for mention in analysis.mentions:
        if mention.entity in spans:
            spans[mention.entity].append(Evidence(brief, mention.span))
    return [
        Member(
            analysis,
            entity,
            namings[brief, entity.id].rule,
            tuple(spans[entity.id]),
            tuple(" ".join(evidence.span.of(text).split()) for evidence in spans[entity.id]),
        )
        for entity in analysis.entities
        if spans[entity.id]
    ]


def choose_name(key: Key, members: Iterable[Member]) -> str:
    """The most frequent full form among the mentions; of equals the longest, then the first by alphabet."""
    count = Counter(form for member in members for form in member.forms)

    def rank(form: str) -> tuple[bool, bool, bool, int, int, str]:
        folded = split_initials(form)[0] if key.type == "Person" else fold_organization(form)
        partial = key.name not in (folded, fold(form))
        return partial, is_acronym(form), bool(IN_BRACKETS.search(form)), -count[form], -len(form), form

    return min(count, key=rank)


def build_entity(group: Group, entity_id: str) -> Entity:
    """The entity as the site shows it."""
    members = group.members
    count = Counter(form for member in members for form in member.forms)
    count.update(dict.fromkeys((" ".join(a.split()) for m in members for a in m.entity.aliases), 0))
    aliases = sorted(count.keys() - {group.name}, key=lambda form: (-count[form], form))
    roles = [
        StatedRole(role.title, Evidence(member.analysis.document.id, role.span))
        for member in members
        for role in sorted(member.entity.roles, key=lambda role: role.span)
        if role.kind == "role"
    ]
    mentions = tuple(evidence for member in members for evidence in member.mentions)
    return Entity(entity_id, group.key.type, group.name, tuple(aliases), tuple(roles), mentions, explain(members))


def explain(members: Sequence[Member]) -> str | None:
    """Why mentions of several briefs are one entity; None for one brief."""
    if len({member.analysis.document.id for member in members}) < 2:
        return None
    if len({member.entity.name.casefold() for member in members}) == 1:
        return SAME_NAME
    # The wider rule says it all: the other members have the same full name without it.
    wider = sorted({member.rule for member in members} - {SAME_NAME})
    return "; ".join(wider) or f"{SAME_NAME}, spelling aside"
