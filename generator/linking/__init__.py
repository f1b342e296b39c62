"""From the analyses of single documents to one library. Plain calls; the order of the analyses changes nothing. The
garbage collector rests meanwhile: it would look through all analyses again and again in vain.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from generator.curation import Curation
from generator.faults import Faults
from generator.language.world.places import country_names
from generator.linking.duplicates import find_duplicates, find_origins, list_media, newest_first
from generator.linking.editing.curating import Curated, build_curated, curate, group_curated
from generator.linking.editing.doubts import find_doubts
from generator.linking.editing.events import ask_events, decide_events
from generator.linking.editing.oppositions import tell_oppositions
from generator.linking.events.accounts import Atlas
from generator.linking.events.bodies import find_members, list_acronyms
from generator.linking.events.building import Built, build_event, find_wholes, word_id
from generator.linking.events.joining import Grouping, group_tellings
from generator.linking.events.tellings import Telling, list_tellings
from generator.linking.events.versions import pair_versions
from generator.linking.identity.entities import Group, Key, name_entities
from generator.linking.identity.forms import fold
from generator.linking.identity.resolving import resolve
from generator.linking.likeness.pairs import Pair, find_pairs
from generator.linking.likeness.vectors import Field, build_field
from generator.linking.lineages.agreements import find_agreements
from generator.linking.lineages.tracing import find_lineages, list_versions
from generator.linking.oppositions.parties import Register
from generator.linking.places import find_reference
from generator.linking.relations import find_related, label_all
from generator.linking.themes.building import Known, find_themes
from generator.linking.themes.naming import Namer
from generator.model import (
    Analysis,
    Brief,
    Doubt,
    Entity,
    Event,
    Library,
    Lineage,
    PlaceReference,
    Problem,
    Related,
    Theme,
)
from generator.text.addresses import unique_slugs
from generator.text.origins import count_origins, trace_origins


@contextmanager
def paused_collector() -> Iterator[None]:
    """Keep the collector of cycles from running inside; it comes back as it was, whatever happens.

    The model's values are frozen and hold no cycles, so nothing waits to be collected. With 10,000 briefs the collector
    took 17 of 61 seconds of linking, and a larger share the more briefs there were.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


NOTHING = Curation()
"""No decision."""


@paused_collector()
def link(
    analyses: Sequence[Analysis],
    problems: Sequence[Problem] = (),
    *,
    related_briefs: int = 5,
    curation: Curation = NOTHING,
) -> Library:
    """Join all analyses into one library. Their document ids must be unique.

    `problems` are those of files that could not be analysed; at most `related_briefs` briefs are related to each.
    `curation` is what the curator decided. What is told beside the rest (copies, decisions, what is related, questions)
    may fail by itself.
    """
    library, faults = join(analyses, problems, related_briefs, curation), Faults("all sources")
    agreements = faults.attempt("what briefs agree on is missing", (), find_agreements, library)
    return replace(library, agreements=agreements, problems=gather_problems((), (*library.problems, *faults.found)))


def join(analyses: Sequence[Analysis], problems: Sequence[Problem], related_briefs: int, curation: Curation) -> Library:
    """All but what needs the whole library, as `link` says it."""
    faults, analyses = Faults("all sources"), newest_first(analyses)
    duplicates, lineages = repeats = find_repeats(analyses, faults)
    curated = decide(analyses, duplicates, curation, faults)
    analyses, namings = curated.analyses, curated.namings
    originals = [analysis for analysis in analyses if analysis.document.id not in duplicates]
    groups = group_curated(curated, duplicates)
    keys = {local: naming.key for local, naming in namings.items() if naming.key in groups}
    references = {key: find_reference(group) for key, group in groups.items() if key.type == "Place"}
    happenings = tell_happenings(originals, keys, make_atlas(groups, references), (curation, lineages), faults)
    ids, event_ids = choose_ids(groups, happenings)
    entities = [build_curated(group, ids[key], references.get(key), curated) for key, group in groups.items()]
    events = corroborate(build_events(happenings, ids, event_ids), analyses, repeats, faults)
    slight = Slight(name_countries(happenings.atlas, ids), find_media(entities, analyses), list_versions(lineages))
    ties = tie_briefs(originals, entities, events, slight, related_briefs, faults)
    known = (entities, events, Register(keys, ids, references, happenings.atlas), ties.related, lineages)
    opposed = tell_oppositions(originals, known, curation.overrides, faults)
    ask = partial(find_doubts, analyses, groups, curated, repeated=duplicates, more=happenings.doubts + opposed.doubts)
    doubts = faults.attempt("questions to decide are missing", (), ask)
    told = (*problems, *curation.problems, *curated.problems, *happenings.problems, *opposed.problems, *faults.found)
    return Library(
        briefs=build_briefs(analyses, repeats, ties.related, {local: ids[key] for local, key in keys.items()}),
        entities=tuple(sorted(entities, key=lambda entity: entity.id)),
        events=tuple(sorted(events, key=by_date)),
        oppositions=opposed.found.sure,
        revisions=opposed.found.revisions,
        problems=gather_problems(analyses, told),
        doubts=doubts,
        lineages=lineages,
        themes=ties.themes,
    )


Repeats = tuple[Mapping[str, str], tuple[Lineage, ...]]
"""The original of each brief that repeats a text, and what else is of one origin."""


def find_repeats(analyses: Sequence[Analysis], faults: Faults) -> Repeats:
    """Which briefs repeat another, and which are of one origin."""
    duplicates = faults.attempt("copies of one text are counted each", {}, find_duplicates, analyses)
    lineages = faults.attempt("shared origins are missing", (), find_lineages, analyses, duplicates)
    return duplicates, lineages


@dataclass(frozen=True, slots=True)
class Happenings:
    """The events of the collection before they have their addresses."""

    tellings: Sequence[Telling]
    grouping: Grouping
    texts: Mapping[str, str]
    """By brief."""
    atlas: Atlas
    doubts: tuple[Doubt, ...]
    problems: tuple[Problem, ...]
    """Decisions on events that cannot be carried out."""

    @property
    def groups(self) -> Sequence[Sequence[Telling]]:
        """The tellings of each event."""
        return [[self.tellings[number] for number in group] for group in self.grouping.groups]


def tell_happenings(
    analyses: Sequence[Analysis],
    keys: Mapping[tuple[str, str], Key],
    atlas: Atlas,
    known: tuple[Curation, Sequence[Lineage]],
    faults: Faults,
) -> Happenings:
    """What happened once, by the rules, by what the curator decided and by which texts are versions of one."""
    curation, lineages = known
    tellings = sorted(gather_tellings(analyses, keys, faults), key=lambda telling: (telling.part.evidence, telling.at))
    texts = {analysis.document.id: analysis.document.text for analysis in analyses}
    decisions, problems = decide_events(tellings, texts, curation.overrides)
    lost = "versions of one text tell their events each"
    versions = faults.attempt(lost, [], pair_versions, tellings, analyses, lineages)
    grouping = group_tellings(tellings, atlas, decisions, versions)
    return Happenings(tellings, grouping, texts, atlas, ask_events(tellings, grouping, texts), problems)


def name_countries(atlas: Atlas, ids: Mapping[Key, str]) -> frozenset[str]:
    """The ids of the countries of the collection."""
    return frozenset(ids[key] for key in atlas.countries & ids.keys())


def build_events(happenings: Happenings, ids: Mapping[Key, str], event_ids: Sequence[str]) -> list[Event]:
    """The events with their addresses, those that are part of another with its address."""
    wholes = find_wholes(happenings.tellings, happenings.grouping.groups)
    built = Built(ids, happenings.texts, happenings.atlas)
    return [
        build_event(group, event_ids[at], event_ids[wholes[at]] if at in wholes else None, built)
        for at, group in enumerate(happenings.groups)
    ]


def make_atlas(groups: Mapping[Key, Group], references: Mapping[Key, PlaceReference | None]) -> Atlas:
    """What is known of the places and bodies of the collection."""
    countries = frozenset(Key("Place", fold(name)) for name in country_names())
    codes = {key: reference.code for key, reference in references.items() if reference}
    return Atlas(countries, codes, find_members(groups, countries))


def decide(analyses: Sequence[Analysis], duplicates: Mapping[str, str], curation: Curation, faults: Faults) -> Curated:
    """Who is who, by the rules and by what the curator decided; by the rules alone where that fails."""
    namings = resolve(analyses, name_entities(analyses, duplicates), duplicates)
    lost = "what the editor decided is not used"
    decided = faults.attempt(lost, None, curate, analyses, namings, duplicates, curation)
    return decided or curate(analyses, namings, duplicates, NOTHING)


def gather_tellings(analyses: Iterable[Analysis], keys: Mapping[tuple[str, str], Key], faults: Faults) -> list[Telling]:
    """The events of all documents; a document whose events cannot be told has none."""
    found: list[Telling] = []
    for analysis in analyses:
        lost = f"the events of {analysis.document.path} are missing"
        found += faults.attempt(lost, [], list_tellings, analysis, keys)
    return found


def corroborate(events: list[Event], analyses: Iterable[Analysis], repeats: Repeats, faults: Faults) -> list[Event]:
    """The events, each with the number of its briefs and of their origins; without where that fails."""

    def count() -> list[Event]:
        duplicates, lineages = repeats
        provenance = trace_origins(analyses, lineages, duplicates)
        told = ((event, {part.evidence.brief for part in event.parts}) for event in events)
        return [replace(event, corroboration=count_origins(provenance, briefs)) for event, briefs in told]

    return faults.attempt("the origins of events are not counted", events, count)


def build_briefs(
    analyses: Iterable[Analysis],
    repeats: Repeats,
    related: Mapping[str, tuple[Related, ...]],
    ids: Mapping[tuple[str, str], str],
) -> tuple[Brief, ...]:
    """The briefs by id. A repeated one is related to what its original is related to."""
    duplicates, versions = repeats[0], list_versions(repeats[1])
    briefs = (
        Brief(
            id=analysis.document.id,
            analysis=analysis,
            entities=tuple(
                (e.id, ids[analysis.document.id, e.id])
                for e in analysis.entities
                if (analysis.document.id, e.id) in ids
            ),
            related=related.get(duplicates.get(analysis.document.id, analysis.document.id), ()),
            origins=find_origins(analysis),
            duplicate_of=duplicates.get(analysis.document.id),
            version_of=versions.get(analysis.document.id),
        )
        for analysis in analyses
    )
    return tuple(sorted(briefs, key=lambda brief: brief.id))


def choose_ids(groups: Mapping[Key, Group], happenings: Happenings) -> tuple[dict[Key, str], list[str]]:
    """The address of each entity and of each happening, unique over both."""
    # A name of one brief leaves the plain address to those that may be joined across briefs.
    wanted = {
        "|".join(key): f"{group.name} in {key.brief}" if key.brief else group.name for key, group in groups.items()
    }
    names = {key: (group.name, *list_acronyms(group)) for key, group in groups.items()}
    keys = []
    for group in happenings.groups:
        first = group[0]
        keys.append(f"event|{first.brief}|{first.part.evidence.span.start}|{first.at}")
        wanted[keys[-1]] = word_id(group, names, happenings.atlas)
    slugs = unique_slugs(wanted)
    return {key: slugs["|".join(key)] for key in groups}, [slugs[key] for key in keys]


class Slight(NamedTuple):
    """What says little: entities that many briefs name in passing; older versions of a report, each with the newest."""

    countries: frozenset[str]
    media: frozenset[str]
    versions: Mapping[str, str]


class Ties(NamedTuple):
    """What belongs together beyond names and events."""

    related: Mapping[str, tuple[Related, ...]]
    """By brief."""
    themes: tuple[Theme, ...]


def tie_briefs(
    analyses: Sequence[Analysis],
    entities: Sequence[Entity],
    events: Sequence[Event],
    slight: Slight,
    limit: int,
    faults: Faults,
) -> Ties:
    """The related briefs, at most `limit` for each, and the themes. The analyses come newest first."""
    lost = "related briefs and themes are missing"
    compared = faults.attempt(lost, None, compare, analyses, entities, events, slight)
    if not compared:
        return Ties({}, ())
    field, pairs = compared
    labels = label_all(analyses, entities, events)
    related = faults.attempt("related briefs are missing", {}, find_related, field, pairs, labels, limit=limit)
    titles = {analysis.document.id: analysis.metadata.title.value or "" for analysis in analyses}
    namer = Namer(field, labels, slight.media, {entity.id: entity.mentions for entity in entities}, titles)
    known = Known({one.document.id: one for one in analyses}, pairs, namer)
    return Ties(related, faults.attempt("themes are missing", (), find_themes, known, events))


def compare(
    analyses: Sequence[Analysis], entities: Sequence[Entity], events: Sequence[Event], slight: Slight
) -> tuple[Field, dict[str, list[Pair]]]:
    """How much each two briefs have in common."""
    field = build_field(analyses, entities, events, slight.countries | slight.media, slight.versions)
    return field, find_pairs(field)


def find_media(entities: Iterable[Entity], analyses: Iterable[Analysis]) -> frozenset[str]:
    """The ids of the organizations that are media which some analysis credits or cites."""
    names = list_media(analyses)
    return frozenset(
        entity.id
        for entity in entities
        if entity.type == "Organization" and not names.isdisjoint(map(fold, (entity.name, *entity.aliases)))
    )


def by_date(event: Event) -> tuple[str, str]:
    """Sorts by date, those without one last, then by id."""
    return event.date or "~", event.id


def gather_problems(analyses: Iterable[Analysis], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """All problems, each once, by path, then by place in the text."""
    found = [*problems, *(problem for analysis in analyses for problem in analysis.problems)]
    return tuple(sorted(dict.fromkeys(found), key=lambda p: (p.path, p.span or (-1, -1), p.severity, p.what)))
