"""What Explore finds and by what: the rows of a table, newest first, and for each facet the rows that a value has."""

import calendar
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.formats import name_format
from generator.model import Brief, Claim, Entity, Event, Evidence, Quotation
from generator.rendering.addresses import EXPLORED
from generator.rendering.catalog import Catalog, places_of, speaker_of, unit_of
from generator.rendering.days import date_of
from generator.rendering.happenings import ATTRIBUTED, STANDINGS, STATUSES
from generator.rendering.readable import Day, first_day, shortened
from generator.text.origins import read_named
from generator.text.unicode import one_line

WORDS_CHARS, KEY_CHARS = 100, 300
"""Of a value, at most."""
Said = Quotation | Claim
FEW_WORDS = "a few words"


@dataclass(frozen=True, slots=True)
class Facet:
    """What a table can be narrowed by."""

    name: str
    """In the address of the page."""
    words: str
    is_joint: bool
    """Whether a row must have all values that are chosen, and not one of them."""


FACETS = {
    facet.name: facet
    for facet in (
        Facet("person", "People", is_joint=True),
        Facet("organization", "Organizations", is_joint=True),
        Facet("place", "Places", is_joint=True),
        Facet("speaker", "Speakers", is_joint=False),
        Facet("status", "Status of the event", is_joint=False),
        Facet("kind", "Kinds", is_joint=False),
        Facet("theme", "Themes", is_joint=False),
        Facet("publisher", "Publishers", is_joint=False),
        Facet("author", "Authors", is_joint=False),
        Facet("origin", "Agencies and media", is_joint=False),
        Facet("rests", "Agencies per brief", is_joint=False),
        Facet("format", "Formats", is_joint=False),
    )
}
_RESTS = ("none named", "one alone", "several")
"""How many agencies and media a brief names, its own paper among them where the report is its own."""


@dataclass(slots=True)
class Value:
    """One value of a facet."""

    key: str
    """In the address."""
    words: str
    rows: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """Rows of one kind, newest first, those without a date last."""

    name: str
    facets: Sequence[str]
    days: list[tuple[int, int] | None]
    """First and last day of each row, counted from 1 January of the year 1."""
    values: dict[str, dict[str, Value]] = field(default_factory=dict)
    show: Callable[[int, Mapping[str, Mapping[str, int]]], object] = lambda row, ranks: None
    """What a result says; `ranks` has the number of each value in its facet."""

    def add(self, row: int, facet: str, found: Iterable[tuple[str, str]]) -> None:
        """Note the values (key and words) that a row has; rows come in order."""
        values = self.values.setdefault(facet, {})
        for key, words in {one_line(key, KEY_CHARS): words for key, words in found}.items():
            value = values.get(key) or values.setdefault(key, Value(key, shortened(one_line(words), WORDS_CHARS)))
            value.rows.append(row)

    def ranked(self, facet: str) -> list[Value]:
        """The values of a facet, those of most rows first."""
        return sorted(self.values.get(facet, {}).values(), key=lambda value: (-len(value.rows), value.words, value.key))


def days_of(edtf: str | None) -> tuple[int, int] | None:
    """The first and last day that a date may mean."""
    start, slash, end = (edtf or "").partition("/")
    first, last = first_day(start), first_day(end if slash and end not in ("", "..") else start)
    if not first or not last:
        return None
    try:
        begun, ended = _day(first, is_last=False), _day(last, is_last=True)
    except ValueError:
        return None
    return begun, max(begun, ended)


def _day(day: Day, *, is_last: bool) -> int:
    month = day.month or (12 if is_last else 1)
    ends = calendar.monthrange(day.year, month)[1] if is_last else 1
    return date(day.year, month, day.day or ends).toordinal()


def order_rows(days: Iterable[tuple[int, int] | None]) -> list[int]:
    """The numbers of rows as they are given, by their first day, the newest first, those without one last."""
    numbered = list(enumerate(days))
    return [at for at, _ in sorted(numbered, key=lambda pair: (pair[1] is None, -pair[1][0] if pair[1] else 0))]


Sources = Mapping[str, Mapping[str, list[tuple[str, str]]]]
"""For each brief and facet of its source the values, by key and words."""


def read_sources(catalog: Catalog) -> Sources:
    """What is known of the source of each brief that repeats no other."""
    themes = {brief: (theme.id, theme.name) for theme in catalog.library.themes for brief in theme.briefs}
    found: dict[str, Mapping[str, list[tuple[str, str]]]] = {}
    for brief in catalog.originals:
        analysis = brief.analysis
        publisher = analysis.metadata.publisher.value
        origins = origins_of(catalog, brief)
        rests = _RESTS[
            min(2, len({*origins, *map(catalog.agency_key, read_named(analysis).whole.values())}) if origins else 0)
        ]
        form = name_format(analysis.document.path)
        found[brief.id] = {
            "theme": [themes[brief.id]] if brief.id in themes else [],
            "publisher": [(publisher, publisher)] if publisher else [],
            "origin": [(key, words) for key, (words, _) in origins.items()],
            "author": [(author, author) for author in dict.fromkeys(analysis.metadata.authors.value)],
            "rests": [(rests, catalog.labels.text(rests))],
            "format": [(form, catalog.labels.text(form))],
        }
    return found


def origins_of(catalog: Catalog, brief: Brief) -> dict[str, tuple[str, Evidence]]:
    """The agencies and media that a brief is from or cites: by key the name, and where it first stands."""
    found: dict[str, tuple[str, Evidence]] = {}
    for credit in sorted(brief.analysis.credits, key=lambda credit: credit.span):
        if credit.kind != "image":
            words = " ".join(credit.name.split())
            found.setdefault(catalog.agency_key(words), (words, Evidence(brief.id, credit.span)))
    return found


SOURCE_FACETS = ("theme", "publisher", "author", "origin", "rests", "format")


def names_of(entities: Iterable[Entity | None]) -> Iterator[tuple[str, tuple[str, str]]]:
    """For each entity its facet, and its id and name."""
    for entity in entities:
        facet = EXPLORED[entity.type] if entity else None
        if entity and facet:
            yield facet, (entity.id, entity.name)


def list_briefs(catalog: Catalog) -> list[Brief]:
    """The briefs that lists show, the newest first."""
    briefs = catalog.listed
    return [briefs[at] for at in order_rows(days_of(brief.analysis.metadata.published.value) for brief in briefs)]


def gather_briefs(catalog: Catalog, sources: Sources) -> Table:
    """All briefs that lists show."""
    briefs = list_briefs(catalog)
    table = Table(
        "briefs",
        ("person", "organization", "place", "speaker", *SOURCE_FACETS),
        [days_of(brief.analysis.metadata.published.value) for brief in briefs],
    )
    for row, brief in enumerate(briefs):
        known = (catalog.entities.get(id_) for _, id_ in brief.entities)
        _add_names(table, row, known)
        table.add(row, "speaker", ((who.id, who.name) for who, _ in voices_of(catalog, brief) if who))
        _add_sources(table, row, sources, [brief.id])
    return table


def _add_names(table: Table, row: int, entities: Iterable[Entity | None]) -> None:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for facet, value in names_of(entities):
        found[facet].append(value)
    for facet, values in found.items():
        table.add(row, facet, values)


def voices_of(catalog: Catalog, brief: Brief) -> Iterator[tuple[Entity | None, Said]]:
    """What is said in a brief, with who says it: all quotations, and of claims those of somebody."""
    for said in brief.analysis.quotations:
        yield speaker_of(catalog, brief, said.speaker), said
    for claim in brief.analysis.claims:
        if claim.claimant or claim.claimant_span:
            yield speaker_of(catalog, brief, claim.claimant), claim


def list_events(catalog: Catalog) -> list[Event]:
    """The events of the collection, the newest first."""
    events = catalog.library.events
    return [events[at] for at in order_rows(days_of(date_of(event)) for event in events)]


def gather_events(catalog: Catalog, sources: Sources) -> Table:
    """All events."""
    events = list_events(catalog)
    table = Table(
        "events",
        ("person", "organization", "place", "kind", "status", *SOURCE_FACETS),
        [days_of(date_of(event)) for event in events],
    )
    for row, event in enumerate(events):
        _add_names(table, row, map(catalog.entities.get, dict.fromkeys((*event.participants, *places_of(event)))))
        table.add(row, "kind", [(event.kind, catalog.labels.text(event.kind))] if event.kind else ())
        table.add(row, "status", [(words, catalog.labels.text(words)) for words in [state_of(event)]])
        _add_sources(table, row, sources, {part.evidence.brief: None for part in event.parts})
    return table


def state_of(event: Event) -> str:
    """How an event stands, in a word."""
    if event.standing not in ("asserted", "planned"):
        return next((ATTRIBUTED for part in event.parts if part.teller), STANDINGS[event.standing])
    return STATUSES.get(event.status, "reported")


def _add_sources(table: Table, row: int, sources: Sources, briefs: Iterable[str]) -> None:
    known = [sources[brief] for brief in briefs if brief in sources]
    for facet in SOURCE_FACETS:
        table.add(row, facet, (value for source in known for value in source[facet]))


def list_statements(catalog: Catalog) -> list[tuple[Brief, Entity | None, Said]]:
    """What is said in the briefs that lists show, the newest brief first, in the order of its text."""
    return [
        (brief, who, said)
        for brief in list_briefs(catalog)
        for who, said in sorted(voices_of(catalog, brief), key=lambda voice: voice[1].span)
    ]


def gather_statements(catalog: Catalog, sources: Sources) -> Table:
    """All quotations, and what somebody is said to have said."""
    rows = list_statements(catalog)
    table = Table(
        "statements",
        ("speaker", "person", "organization", "place", "kind", *SOURCE_FACETS),
        [days_of(brief.analysis.metadata.published.value) for brief, _, _ in rows],
    )
    for row, (brief, who, said) in enumerate(rows):
        table.add(row, "speaker", [(who.id, who.name)] if who else ())
        named = catalog.units().get(unit_of(catalog.addresses, Evidence(brief.id, said.span)), ())
        _add_names(table, row, (catalog.entities[name] for name in named if not who or name != who.id))
        kinds = [kind_of(said), *([said.act] if said.act and said.act != "states" else [])]
        table.add(row, "kind", [(kind, catalog.labels.text(kind)) for kind in kinds])
        _add_sources(table, row, sources, [brief.id])
    return table


def kind_of(said: Said) -> str:
    """A quotation of a clause or more, a few words of somebody's, or what is told in other words."""
    if isinstance(said, Claim):
        return "indirect speech"
    return "quotation" if said.kind == "direct" else FEW_WORDS
