"""The library turned round for reading: what is where, who said what, in which order, how a source first introduces
somebody. Computed once for all pages.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import combinations, groupby

from generator.model import (
    Analysis,
    Brief,
    Claim,
    Elsewhere,
    Entity,
    Event,
    EventPart,
    Evidence,
    Library,
    Quotation,
    Span,
    Written,
)
from generator.rendering.addresses import Addresses, LinkStyle
from generator.rendering.agencies import know_agencies
from generator.rendering.days import Entry, find_entries, find_open
from generator.rendering.kinship import Kinship, find_kin
from generator.rendering.labels import Labels
from generator.rendering.layout import find_addresses
from generator.rendering.offices import Office, find_offices
from generator.rendering.opposing import Opposed, find_opposed
from generator.rendering.readable import When, shortened, show_date
from generator.rendering.templates import read_words
from generator.settings import Settings
from generator.text.memo import remembered
from generator.text.spans import Spans

TITLE_CHARS = 200
LEAD_CHARS = 280
_ENDS = (".", "!", "?", "…", "”", '"', "’", "。")


@dataclass(frozen=True, slots=True)
class Card:
    """A brief in a line or two."""

    title: str
    """Its title, else the path of its source."""
    is_derived: bool
    """The title is made of the first sentence."""
    published: When | None
    publisher: str | None
    lead: str | None
    """The first sentence of the summary that does not repeat the title."""


@remembered
def make_card(analysis: Analysis) -> Card:
    """Put a brief on a card."""
    metadata = analysis.metadata
    return Card(
        title=_title(analysis),
        is_derived=metadata.title.status == "derived",
        published=show_date(metadata.published.value),
        publisher=shortened(metadata.publisher.value, TITLE_CHARS) if metadata.publisher.value else None,
        lead=_lead(analysis),
    )


def _title(analysis: Analysis) -> str:
    """The title; one that is derived and breaks off inside its sentence ends with an ellipsis."""
    title = analysis.metadata.title
    if not title.value or not title.value.strip():
        return analysis.document.path
    is_cut = title.status == "derived" and not title.value.rstrip().endswith(_ENDS)
    return shortened(f"{title.value.rstrip(' ,;:')}…" if is_cut else title.value, TITLE_CHARS)


def _lead(analysis: Analysis) -> str | None:
    title = analysis.metadata.title
    indexes = analysis.summary or tuple(range(min(2, len(analysis.sentences))))
    texts = [analysis.sentences[index].of(analysis.document.text) for index in indexes]
    fresh = [text for text in texts if title.status != "derived" or not text.startswith(title.value or "\0")]
    return shortened((fresh or texts)[0], LEAD_CHARS) if texts else None


Unit = tuple[str, int]
"""A brief and the index of one of its sentences; -1 - index for a block outside the sentences."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """A library with everything that pages look up in it."""

    library: Library
    settings: Settings
    labels: Labels
    """The words of the program in the language of the site."""
    style: LinkStyle
    addresses: Addresses
    briefs: Mapping[str, Brief]
    entities: Mapping[str, Entity]
    events: Mapping[str, Event]
    cards: Mapping[str, Card]
    """For each brief, what its lines say."""
    newest: tuple[Brief, ...]
    """By date, newest first; those without a date last."""
    originals: tuple[Brief, ...]
    """The same without those that repeat another: what is listed and counted as briefs."""
    known_as: Mapping[str, Mapping[str, str]]
    """For each brief: `LocalEntity.id` to `Entity.id`."""
    event_told: Mapping[tuple[str, int], tuple[Event, EventPart]]
    """For a brief and the number of what it tells, the event of the collection and the sentence."""
    events_of: Mapping[str, tuple[Event, ...]]
    """For each entity that takes part in one, or that is its place; by date."""
    inner_events: Mapping[str, tuple[Event, ...]]
    """For each event, those that are parts of it; by date."""
    quotations_by: Mapping[str, tuple[tuple[Brief, Quotation], ...]]
    """For each entity; newest brief first."""
    claims_by: Mapping[str, tuple[tuple[Brief, Claim], ...]]
    """For each entity; newest brief first."""
    elsewhere: Mapping[str, tuple[Elsewhere, ...]]
    """Pages of other sites by entity."""
    written: Mapping[str, Written]
    """What a machine wrote, by brief."""
    quotations_about: Mapping[str, tuple[tuple[Brief, Quotation], ...]]
    """For each entity, the quotations of others that name it; newest brief first."""
    kin: Kinship
    """What briefs have from each other."""
    opposed: Opposed
    dated: tuple[Entry, ...]
    """What has a date, oldest first."""
    open_dates: tuple[tuple[Event, EventPart], ...]
    """The dates that are written in a source and could not be placed."""
    offices: Callable[[], tuple[Office, ...]]
    """Who is named with which office; made once, for the first page that asks."""
    agency_key: Callable[[str], str]
    """Under which the names of agencies and media are compared."""
    units: Callable[[], Mapping[Unit, tuple[str, ...]]]
    """The entities that each sentence or block names; made once, for the first page that asks."""

    @property
    def listed(self) -> tuple[Brief, ...]:
        """The originals without those of which there is a newer version: what lists of briefs show."""
        return tuple(brief for brief in self.originals if brief.version_of is None)


def make_catalog(library: Library, settings: Settings, style: LinkStyle) -> Catalog:
    """Turn the library round. Nothing is decided here that the library does not already say."""
    (dated, addresses), (newest, known_as) = _place(library, settings), _order(library)
    return Catalog(
        library=library,
        settings=settings,
        labels=read_words(settings),
        style=style,
        addresses=addresses,
        briefs={brief.id: brief for brief in library.briefs},
        entities={entity.id: entity for entity in library.entities},
        events={event.id: event for event in library.events},
        cards={brief.id: make_card(brief.analysis) for brief in library.briefs},
        newest=newest,
        originals=tuple(brief for brief in newest if brief.duplicate_of is None),
        known_as=known_as,
        event_told=_events_told(library.events),
        events_of=_events_by_entity(library.events),
        inner_events=_events_within(library.events),
        quotations_by=_quotations_by_speaker(newest, known_as),
        claims_by=_claims_by_speaker(newest, known_as),
        written={one.brief: one for one in library.written},
        elsewhere=_links_by_entity(library.elsewhere),
        quotations_about=_quotations_by_name(newest, known_as),
        kin=find_kin(library),
        opposed=find_opposed(library.oppositions),
        dated=dated,
        open_dates=find_open(library),
        offices=cache(partial(find_offices, library)),
        agency_key=know_agencies(library.entities),
        units=cache(partial(_names_by_unit, library.entities, addresses)),
    )


def _order(library: Library) -> tuple[tuple[Brief, ...], dict[str, dict[str, str]]]:
    """The newest first, and under which names each knows what it names."""
    return newest_first(library.briefs), {brief.id: dict(brief.entities) for brief in library.briefs}


def _links_by_entity(found: Iterable[Elsewhere]) -> dict[str, tuple[Elsewhere, ...]]:
    return {entity: tuple(links) for entity, links in groupby(found, key=lambda link: link.entity)}


def _place(library: Library, settings: Settings) -> tuple[tuple[Entry, ...], Addresses]:
    """What has a date, and where everything is."""
    dated = find_entries(library, statements=settings.timeline_statements)
    return dated, find_addresses(library, settings, dated)


def _events_told(events: Iterable[Event]) -> dict[tuple[str, int], tuple[Event, EventPart]]:
    return {
        (part.evidence.brief, part.event): (event, part)
        for event in events
        for part in event.parts
        if part.event is not None
    }


def newest_first(briefs: Iterable[Brief]) -> tuple[Brief, ...]:
    """Briefs by date, newest first, then by id; those without a date last."""
    by_id = sorted(briefs, key=lambda brief: brief.id)
    return tuple(sorted(by_id, key=lambda brief: brief.analysis.metadata.published.value or "", reverse=True))


def unit_of(addresses: Addresses, evidence: Evidence) -> Unit:
    """The sentence, else the block, that the words stand in."""
    leaves = addresses.leaves[evidence.brief]
    if sentence := leaves.sentences.at(evidence.span.start):
        return evidence.brief, sentence[0]
    block = leaves.blocks.starting_by(evidence.span.start)
    return evidence.brief, -1 - (block[0] if block else 0)


def telling(event: Event) -> EventPart:
    """The sentence that stands for an event in a list: of those that date it themselves that of its clause, else the
    first; where none does the first of all.
    """
    dated = [part for part in event.parts if part.date and not part.known_from] or event.parts[:1]
    clause = event.clause[0] if event.clause else None
    own = (p for p in dated if clause and p.evidence.brief == clause.brief and p.evidence.span.holds(clause.span))
    return next(own, dated[0])


def places_of(event: Event) -> tuple[str, ...]:
    """All places of an event, the one that most sentences give it first."""
    return event.places or ((event.place,) if event.place else ())


def text_of(catalog: Catalog, evidence: Evidence) -> str:
    """The words of a piece of evidence."""
    return evidence.span.of(catalog.briefs[evidence.brief].analysis.document.text)


def unit_span(catalog: Catalog, unit: Unit) -> Span:
    """The span of a sentence or block."""
    analysis = catalog.briefs[unit[0]].analysis
    if unit[1] >= 0:
        return analysis.sentences[unit[1]]
    blocks = analysis.document.blocks
    return blocks[-1 - unit[1]].span if blocks else Span(0, 0)


def speaker_of(catalog: Catalog, brief: Brief, who: str | None) -> Entity | None:
    """The entity of the collection that a brief's local entity is; None where it is none."""
    return catalog.entities.get(catalog.known_as[brief.id].get(who or "", ""))


def units_of(catalog: Catalog, entity: Entity) -> tuple[Unit, ...]:
    """The sentences and blocks that name an entity, each once."""
    return tuple(dict.fromkeys(unit_of(catalog.addresses, mention) for mention in entity.mentions))


def neighbours(catalog: Catalog, entity: Entity) -> list[tuple[str, int]]:
    """Who stands in the same sentences as an entity, with the number of sentences; most first, then by id."""
    counts: dict[str, int] = defaultdict(int)
    for unit in units_of(catalog, entity):
        for other in catalog.units()[unit]:
            counts[other] += 1
    counts.pop(entity.id, None)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def ties(catalog: Catalog, entity: Entity, others: Collection[str]) -> dict[tuple[str, str], int]:
    """How many sentences that name an entity name each two of `others` as well."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for unit in units_of(catalog, entity):
        for pair in combinations(sorted(set(catalog.units()[unit]).intersection(others)), 2):
            counts[pair] += 1
    return dict(counts)


def _events_by_entity(events: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for entity in dict.fromkeys((*event.participants, *places_of(event))):
            found[entity].append(event)
    return {entity: tuple(told) for entity, told in found.items()}


def _events_within(events: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.within:
            found[event.within].append(event)
    return {outer: tuple(inner) for outer, inner in found.items()}


def _quotations_by_speaker(
    briefs: Iterable[Brief], known_as: Mapping[str, Mapping[str, str]]
) -> dict[str, tuple[tuple[Brief, Quotation], ...]]:
    found: dict[str, list[tuple[Brief, Quotation]]] = defaultdict(list)
    for brief in briefs:
        for quotation in brief.analysis.quotations:
            speaker = known_as[brief.id].get(quotation.speaker or "")
            if speaker:
                found[speaker].append((brief, quotation))
    return {speaker: tuple(said) for speaker, said in found.items()}


def _claims_by_speaker(
    briefs: Iterable[Brief], known_as: Mapping[str, Mapping[str, str]]
) -> dict[str, tuple[tuple[Brief, Claim], ...]]:
    found: dict[str, list[tuple[Brief, Claim]]] = defaultdict(list)
    for brief in briefs:
        for claim in brief.analysis.claims:
            claimant = known_as[brief.id].get(claim.claimant or "")
            if claimant:
                found[claimant].append((brief, claim))
    return {claimant: tuple(said) for claimant, said in found.items()}


def _quotations_by_name(
    briefs: Iterable[Brief], known_as: Mapping[str, Mapping[str, str]]
) -> dict[str, tuple[tuple[Brief, Quotation], ...]]:
    """Those who are named inside a quotation, its speaker aside."""
    found: dict[str, list[tuple[Brief, Quotation]]] = defaultdict(list)
    for brief in briefs:
        mentions, known = Spans(brief.analysis.mentions), known_as[brief.id]
        for said in brief.analysis.quotations:
            names = dict.fromkeys(known.get(mention.entity, "") for mention in mentions.inside(said.span))
            for name in names:
                if name and name != known.get(said.speaker or ""):
                    found[name].append((brief, said))
    return {name: tuple(said) for name, said in found.items()}


def _names_by_unit(entities: Iterable[Entity], addresses: Addresses) -> dict[Unit, tuple[str, ...]]:
    found: dict[Unit, dict[str, None]] = defaultdict(dict)
    for entity in entities:
        for mention in entity.mentions:
            found[unit_of(addresses, mention)][entity.id] = None
    return {unit: tuple(names) for unit, names in found.items()}


APPOSITION = re.compile(
    r"[’']?s?, ((?:an? [a-z]|the [a-z][^,.;:()“”\"—]{2,60} (?:of|in|for) )[^,.;:()“”\"—]{3,120})[,.;]"
)
"""What stands between commas behind a name: `, a town in the north of Peru,`."""
COPULA = re.compile(
    r" ?(?:\([^()]{1,40}\) )?(?:is|was|are|were) ((?:an? [a-z]|the [a-z][^.;:()“”\"—]{2,60} (?:of|in|for) )"
    r"[^.;:()“”\"—]{3,120})[,.;]"
)
"""What a name is said to be: ` is a city in Russia.`"""
SAID = re.compile(r"\b(?:said|says|told|added|reported|according)\b")
"""What makes a clause of its own of the words between commas."""
_LOOKED_AT = 200
"""Sentences among which the introduction is sought."""


def find_introduction(catalog: Catalog, entity: Entity) -> tuple[Evidence, tuple[Span, ...]]:
    """The mention that introduces an entity, and the spans in its sentence that are to be set off, its name first.

    Of the oldest brief the first sentence with a stated role or a description behind the name; else that of any
    brief, oldest first; else the first sentence of all.
    """
    mentions = sorted(entity.mentions, key=lambda mention: _age(catalog, mention))[:_LOOKED_AT]
    roles = {unit_of(catalog.addresses, role.evidence): role.evidence.span for role in entity.roles}
    for mention in mentions:
        unit = unit_of(catalog.addresses, mention)
        # A headline or caption names without introducing.
        if unit[1] < 0:
            continue
        if words := roles.get(unit) or describe(catalog, mention, unit_span(catalog, unit)):
            return mention, _apart(mention.span, words)
    told = [mention for mention in mentions if unit_of(catalog.addresses, mention)[1] >= 0]
    first = (told or mentions)[0]
    return first, (first.span,)


def describe(catalog: Catalog, mention: Evidence, sentence: Span) -> Span | None:
    """The words behind a name that say what it is."""
    text = text_of(catalog, Evidence(mention.brief, Span(mention.span.end, max(mention.span.end, sentence.end))))
    for pattern in (APPOSITION, COPULA):
        if (match := pattern.match(text)) and not SAID.search(match[1]):
            return Span(mention.span.end + match.start(1), mention.span.end + match.end(1))
    return None


def _apart(name: Span, words: Span) -> tuple[Span, ...]:
    """Both, or the longer one where one holds the other."""
    spans: Sequence[Span] = (name, words)
    if words.overlaps(name):
        spans = (max(spans, key=lambda span: span.end - span.start),)
    return tuple(sorted(spans))


def _age(catalog: Catalog, mention: Evidence) -> tuple[str, str, Span]:
    """The order in which sources wrote: by date, those without one last."""
    published = catalog.briefs[mention.brief].analysis.metadata.published.value
    return published or "\uffff", mention.brief, mention.span
