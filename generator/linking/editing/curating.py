"""All that the curator decided, put into the collection: who is who, who speaks, which role is none, what days mean.

Decisions name what they are about; a name that nobody has is a warning. They are looked up among the entities as the
rules alone give them, so that no decision depends on another, and taking one away brings back what was there before.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.curation import OVERRIDES, Curation, Override, Ref, SetDate, SetRole, SetSpeaker
from generator.linking.editing.joining import Joining, join, root, unite
from generator.linking.editing.rewriting import (
    Directory,
    Finish,
    Lookup,
    Place,
    Rewriting,
    find_keys,
    find_locals,
    finish_entity,
    join_finishes,
    make_directory,
    rewrite,
    sentence_of,
    suggest_name,
)
from generator.linking.identity.entities import Group, Key, Local, Naming, build_entity, group_entities
from generator.linking.places import find_metonyms
from generator.model import Analysis, Entity, EntityType, Evidence, PlaceReference, Problem, StatedRole
from generator.text.spans import Spans
from generator.text.unicode import Wanted, fold_line


@dataclass(frozen=True, slots=True)
class State:
    """All such decisions, by what they are about."""

    speakers: Mapping[Place, str | None]
    claimants: Mapping[Place, str | None]
    dropped: Mapping[Local, frozenset[str]]
    """Folded titles."""
    roles: Mapping[Local, tuple[StatedRole, ...]]
    """In the curator's wording."""
    dates: Mapping[Place, str | None]
    problems: tuple[Problem, ...]


@dataclass
class _Work:
    """The decisions while they are gathered; nothing outside sees it."""

    directory: Directory
    analyses: Mapping[str, Analysis]
    speakers: dict[Place, str | None] = field(default_factory=dict)
    claimants: dict[Place, str | None] = field(default_factory=dict)
    dropped: dict[Local, set[str]] = field(default_factory=dict)
    roles: dict[Local, list[StatedRole]] = field(default_factory=dict)
    dates: dict[Place, str | None] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def state(analyses: Sequence[Analysis], directory: Directory, overrides: Iterable[Override]) -> State:
    """Look up what each decision is about."""
    work = _Work(directory, {analysis.document.id: analysis for analysis in analyses})
    overrides = tuple(overrides)
    set_speakers(work, [o for o in overrides if isinstance(o, SetSpeaker)])
    for role in (o for o in overrides if isinstance(o, SetRole)):
        set_role(work, role)
    set_dates(work, [o for o in overrides if isinstance(o, SetDate)])
    dropped = {local: frozenset(titles) for local, titles in work.dropped.items()}
    roles = {local: tuple(found) for local, found in work.roles.items()}
    return State(work.speakers, work.claimants, dropped, roles, work.dates, tuple(work.problems))


def warn(line: int, what: str, cure: str) -> Problem:
    """A decision that cannot be carried out."""
    return Problem(f"{OVERRIDES}:{line}", what, cure)


def set_speakers(work: _Work, overrides: Sequence[SetSpeaker]) -> None:
    """Find the quotations and claims, and the speakers in their briefs."""
    if not overrides:
        return
    analyses = work.analyses.values()
    quotations = Lookup(analyses, lambda analysis: [said.span for said in analysis.quotations])
    claims = Lookup(analyses, lambda analysis: [said.span for said in analysis.claims])
    for override in overrides:
        found = quotations.find(override.words, override.brief)
        places, target = (found, work.speakers) if found else ([], work.claimants)
        places = places or claims.find(override.words, override.brief)
        if not places:
            what = f"no source has the quotation '{override.words[:80]}'" + _where(override.brief)
            work.problems.append(warn(override.line, what, "copy its words from the brief, or delete the entry"))
        for brief, at in places:
            speaker = find_speaker(work, override.speaker, brief)
            if override.speaker and speaker is None:
                what = f"'{override.speaker}' is not named in {brief}"
                work.problems.append(warn(override.line, what, "name somebody whom that brief names, or 'unknown'"))
            else:
                target[brief, at] = speaker


def find_speaker(work: _Work, speaker: Ref | None, brief: str) -> str | None:
    """The local entity that a reference means in one brief."""
    if speaker is None:
        return None
    keys = find_keys(work.directory, Ref(speaker.name, speaker.type, brief), forms=True)
    found = find_locals(work.directory, keys, brief)
    return found[0][1] if found else None


def set_role(work: _Work, override: SetRole) -> None:
    """Find the role of a person; drop it, and put the curator's words in its place."""
    keys = find_keys(work.directory, override.holder, forms=True)
    if not keys:
        what = f"nobody is called '{override.holder}'"
        work.problems.append(warn(override.line, what, suggest_name(work.directory, override.holder)))
        return
    title, is_found = fold_line(override.title).casefold(), False
    for local in find_locals(work.directory, keys, override.holder.brief):
        for entity in work.analyses[local[0]].entities:
            for role in entity.roles if entity.id == local[1] else ():
                if fold_line(role.title).casefold() == title:
                    is_found = True
                    work.dropped.setdefault(local, set()).add(title)
                    if override.instead:
                        instead = StatedRole(override.instead, Evidence(local[0], role.span), by_editor=True)
                        work.roles.setdefault(local, []).append(instead)
    if not is_found:
        what = f"'{override.holder}' has no role '{override.title[:80]}'"
        work.problems.append(warn(override.line, what, "copy its words from the page, or delete the entry"))


def set_dates(work: _Work, overrides: Sequence[SetDate]) -> None:
    """Find the date expressions."""
    if not overrides:
        return
    lookup = Lookup(work.analyses.values(), lambda analysis: [date.span for date in analysis.dates])
    for override in overrides:
        places = lookup.find(override.words, override.brief)
        if override.sentence:
            is_meant = _in_sentence(work, Wanted([override.sentence]))
            places = [place for place in places if is_meant(place)]
        if not places:
            what = f"no sentence has the date '{override.words[:80]}'" + _where(override.brief)
            work.problems.append(warn(override.line, what, "copy the words from the brief, or delete the entry"))
        work.dates.update(dict.fromkeys(places, override.value))


def _in_sentence(work: _Work, wanted: Wanted) -> Callable[[Place], bool]:
    def is_meant(place: Place) -> bool:
        analysis = work.analyses[place[0]]
        sentence = sentence_of(Spans(analysis.sentences), analysis.dates[place[1]].span)
        return fold_line(sentence.of(analysis.document.text)) in wanted

    return is_meant


def _where(brief: str | None) -> str:
    return f" in {brief}" if brief else ""


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


def build_curated(group: Group, entity_id: str, reference: PlaceReference | None, curated: Curated) -> Entity:
    """The entity as the site shows it, with what the atlas and the curator say of it."""
    entity = replace(
        build_entity(group, entity_id),
        is_partial=group.key.type == "Person" and bool(group.key.brief),
        metonyms=find_metonyms(group),
        reference=reference,
    )
    locals_ = [(member.analysis.document.id, member.entity.id) for member in group.members]
    roles = [role for local in locals_ for role in curated.roles.get(local, ())]
    if group.key not in curated.finishes and not roles:
        return entity
    return finish_entity(entity, curated.finishes.get(group.key, Finish()), roles)
