"""From the analyses of single documents to one library. Plain calls; the order of the analyses changes nothing. The
garbage collector rests meanwhile: it would look through all analyses again and again in vain.
"""

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial

from generator.curation import Curation
from generator.faults import Faults
from generator.language.world.places import country_names
from generator.linking.duplicates import find_duplicates, find_origins, list_media, newest_first
from generator.linking.editing.curating import Curated, build_curated, curate, group_curated
from generator.linking.editing.doubts import find_doubts
from generator.linking.events.happenings import Telling, build_event, choose_day, group_tellings, list_tellings, word_id
from generator.linking.identity.entities import Group, Key, name_entities
from generator.linking.identity.forms import fold
from generator.linking.identity.resolving import resolve
from generator.linking.relations import find_related
from generator.model import Analysis, Brief, Entity, Event, Library, Problem, Related
from generator.text.addresses import unique_slugs


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
    faults, analyses = Faults("all sources"), newest_first(analyses)
    duplicates = faults.attempt("copies of one text are counted each", {}, find_duplicates, analyses)
    curated = decide(analyses, duplicates, curation, faults)
    analyses, namings = curated.analyses, curated.namings
    originals = [analysis for analysis in analyses if analysis.document.id not in duplicates]
    groups = group_curated(curated, duplicates)
    keys = {local: naming.key for local, naming in namings.items() if naming.key in groups}
    countries = frozenset(Key("Place", fold(name)) for name in country_names())
    happenings = group_tellings(gather_tellings(originals, keys, faults), countries)
    ids, event_ids = choose_ids(groups, happenings)
    entities = [build_curated(group, ids[key], curated) for key, group in groups.items()]
    events = [build_event(group, event_id, ids) for group, event_id in zip(happenings, event_ids, strict=True)]
    places = frozenset(ids[key] for key in countries & groups.keys())
    media = find_media(entities, list_media(analyses))
    relate = partial(find_related, countries=places, media=media, limit=related_briefs)
    related = faults.attempt("related briefs are missing", {}, relate, originals, entities, events)
    lost = "questions to decide are missing"
    doubts = faults.attempt(lost, (), find_doubts, analyses, groups, curated, repeated=duplicates)
    return Library(
        briefs=build_briefs(analyses, duplicates, related, {local: ids[key] for local, key in keys.items()}),
        entities=tuple(sorted(entities, key=lambda entity: entity.id)),
        events=tuple(sorted(events, key=by_date)),
        problems=gather_problems(analyses, (*problems, *curation.problems, *curated.problems, *faults.found)),
        doubts=doubts,
    )


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


def build_briefs(
    analyses: Iterable[Analysis],
    duplicates: Mapping[str, str],
    related: Mapping[str, tuple[Related, ...]],
    ids: Mapping[tuple[str, str], str],
) -> tuple[Brief, ...]:
    """The briefs by id. A repeated one is related to what its original is related to."""
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
        )
        for analysis in analyses
    )
    return tuple(sorted(briefs, key=lambda brief: brief.id))


def choose_ids(
    groups: Mapping[Key, Group], happenings: Sequence[Sequence[Telling]]
) -> tuple[dict[Key, str], list[str]]:
    """The address of each entity and of each happening, unique over both."""
    # A name of one brief leaves the plain address to those that may be joined across briefs.
    wanted = {
        "|".join(key): f"{group.name} in {key.brief}" if key.brief else group.name for key, group in groups.items()
    }
    names = {key: group.name for key, group in groups.items()}
    count: Counter[str] = Counter()
    keys = []
    for group in happenings:
        first = group[0].part.evidence
        key = f"event|{choose_day(group)}|{first.brief}|{first.span.start}"
        count[key] += 1
        keys.append(f"{key}|{count[key]}")
        wanted[keys[-1]] = word_id(group, names)
    slugs = unique_slugs(wanted)
    return {key: slugs["|".join(key)] for key in groups}, [slugs[key] for key in keys]


def find_media(entities: Iterable[Entity], names: frozenset[str]) -> frozenset[str]:
    """The ids of the organizations that one of the folded names names."""
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
