"""All that the curator decided, put into the collection.

Decisions name what they are about; a name that nobody has is a warning. They are looked up among the entities as the
rules alone give them, so that no decision depends on another, and taking one away brings back what was there before.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.curation import OVERRIDES, Curation
from generator.linking.editing.joining import Joining, join, root, unite
from generator.linking.editing.rewriting import (
    Directory,
    Finish,
    Rewriting,
    finish_entity,
    join_finishes,
    make_directory,
    rewrite,
)
from generator.linking.editing.stating import state
from generator.linking.identity.entities import Group, build_entity, group_entities
from generator.linking.identity.keys import Key, Local, Naming
from generator.linking.places import find_metonyms, find_reference
from generator.model import Analysis, Entity, EntityType, Problem, StatedRole


@dataclass(frozen=True, slots=True)
class Curated:
    """A collection with all decisions put in."""

    read: Sequence[Analysis]
    """As they were before."""
    analyses: Sequence[Analysis]
    namings: Mapping[Local, Naming]
    base: Mapping[Local, Naming]
    """As the rules give them."""
    directory: Directory
    """The entities as the rules give them."""
    finishes: Mapping[Key, Finish]
    roles: Mapping[Local, tuple[StatedRole, ...]]
    """In the curator's wording."""
    apart: frozenset[frozenset[Key]]
    """Pairs that are not the same."""
    kept: frozenset[Local]
    """Names that are right as they are."""
    problems: tuple[Problem, ...]


def curate(
    analyses: Sequence[Analysis], namings: Mapping[Local, Naming], duplicates: Mapping[str, str], curation: Curation
) -> Curated:
    """The collection with the decisions put in. Without decisions all stays as it is."""
    groups = group_entities(analyses, namings, duplicates)
    directory = make_directory(groups, namings)
    named = {local: naming.key for local, naming in namings.items() if naming.key in groups}
    work = join(directory, named, curation.overrides, curation.words)
    stated = state(analyses, directory, curation.overrides)
    types = settle_keys(work)
    changes = Rewriting(types, frozenset(work.hidden), stated.speakers, stated.claimants, stated.dropped, stated.dates)
    settled = {
        local: Naming(work.keys.get(local, naming.key), work.rules.get(local, naming.rule))
        for local, naming in namings.items()
    }
    return Curated(
        analyses,
        [rewrite(analysis, changes) for analysis in analyses] if curation.overrides else analyses,
        settled,
        namings,
        directory,
        gather_finishes(work),
        stated.roles,
        frozenset(frozenset((root(work, one), root(work, other))) for _, one, other in work.apart),
        frozenset(work.kept),
        (*work.problems, *find_contradictions(work), *stated.problems),
    )


def settle_keys(work: Joining) -> dict[Local, EntityType]:
    """Give each local entity its last key; the types of those that change theirs."""
    finishes, spread = gather_finishes(work), dict[Key, set[str]]()
    for local, own in work.keys.items():
        spread.setdefault(root(work, own), set()).add(local[0])
    for key in sorted(finishes.keys() & spread.keys()):
        # What was joined across briefs belongs to none of them any more.
        plain = Key(key.type, key.name)
        is_joined = len(spread[key]) > 1 and finishes[key].is_merged
        if key.brief and is_joined and plain not in spread:
            unite(work, plain, key)
    types = {}
    for local, key in work.keys.items():
        work.keys[local] = root(work, key)
        if work.keys[local].type != work.base[local].type:
            types[local] = work.keys[local].type
    return types


def gather_finishes(work: Joining) -> dict[Key, Finish]:
    """What is said of each entity in the end."""
    found: dict[Key, Finish] = {}
    for key, finish in work.finishes.items():
        last = root(work, key)
        found[last] = join_finishes(found.get(last, Finish()), finish)
    return found


def find_contradictions(work: Joining) -> Iterator[Problem]:
    """Those that one entry holds apart and another makes one."""
    for line in dict.fromkeys(line for line, one, other in work.apart if root(work, one) == root(work, other)):
        yield Problem(f"{OVERRIDES}:{line}", "another entry makes these one", "delete one of the two")


def group_curated(curated: Curated, duplicates: Mapping[str, str]) -> Mapping[Key, Group]:
    """The entities, with the names that the curator gives them."""
    if curated.namings == curated.base and curated.analyses is curated.read:
        groups = curated.directory.groups
    else:
        groups = group_entities(curated.analyses, curated.namings, duplicates)
    names = {key: finish.name for key, finish in curated.finishes.items()}
    return {key: replace(group, name=names.get(key) or group.name) for key, group in groups.items()}


def build_curated(group: Group, entity_id: str, curated: Curated) -> Entity:
    """The entity as the site shows it, with what the curator says of it."""
    entity = replace(
        build_entity(group, entity_id),
        is_partial=group.key.type == "Person" and bool(group.key.brief),
        metonyms=find_metonyms(group),
        reference=find_reference(group),
    )
    locals_ = [(member.analysis.document.id, member.entity.id) for member in group.members]
    roles = [role for local in locals_ for role in curated.roles.get(local, ())]
    if group.key not in curated.finishes and not roles:
        return entity
    return finish_entity(entity, curated.finishes.get(group.key, Finish()), roles)
