"""The sentences among which an answer is sought, each with what was found in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.model import Brief, Claim, Event, Evidence, LocalEvent, Quotation, Span, Stance
from generator.rendering.answers.questions import stems
from generator.rendering.catalog import Catalog, Unit, unit_of
from generator.text.spans import Spans


@dataclass(frozen=True, slots=True)
class Told:
    """A happening that a sentence tells."""

    local: LocalEvent
    event: Event | None
    """Of the collection."""


@dataclass(slots=True)
class Line:
    """A sentence of a brief."""

    brief: Brief
    index: int
    text: str
    stems: frozenset[str]
    before: frozenset[str]
    """The stems of the title, and of the sentence before."""
    names: frozenset[str]
    """`Entity.id`s that it names."""
    said: list[tuple[Quotation | Claim, str | None]] = field(default_factory=list)
    """What it quotes or reports, with the entity that says it."""
    stances: list[tuple[Stance, frozenset[str]]] = field(default_factory=list)
    """What somebody denies, demands or refuses in it, with the entities that do."""
    told: list[Told] = field(default_factory=list)
    roles: list[tuple[str, Span]] = field(default_factory=list)
    """The entity and the words of a role that it states."""
    dates: list[Span] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)
    numbers: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence that answers, with what in it does."""

    kind: Literal["quotation", "claim", "event", "role", "sentence"]
    score: float
    brief: str
    sentence: int
    """Index into `Analysis.sentences`."""
    words: tuple[Evidence, ...]
    """What in it answers, slices of the source; empty: the whole sentence."""
    speaker: str | None = None
    """`Entity.id`."""
    date: str | None = None
    """EDTF: when it is or was, by this or another sentence of the event."""


def read_lines(catalog: Catalog, briefs: Iterable[Brief]) -> Iterator[Line]:
    """Every sentence of these briefs."""
    roles: defaultdict[Unit, list[tuple[str, Span]]] = defaultdict(list)
    for entity in catalog.library.entities:
        for role in entity.roles:
            roles[unit_of(catalog.addresses, role.evidence)].append((entity.id, role.evidence.span))
    for brief in briefs:
        yield from _of_brief(catalog, brief, roles)


def _of_brief(catalog: Catalog, brief: Brief, roles: Mapping[Unit, list[tuple[str, Span]]]) -> list[Line]:
    analysis, named = brief.analysis, catalog.units()
    text, title = analysis.document.text, frozenset(stems(analysis.metadata.title.value or ""))
    lines: list[Line] = []
    for index, span in enumerate(analysis.sentences):
        words = span.of(text)
        before = title | (lines[-1].stems if lines else frozenset())
        names = frozenset(named.get((brief.id, index), ()))
        line = Line(brief, index, words, frozenset(stems(words)), before, names)
        line.roles = roles.get((brief.id, index), [])
        lines.append(line)
    _put(catalog, brief, lines)
    return lines


def _put(catalog: Catalog, brief: Brief, lines: list[Line]) -> None:
    """Put what was found into the sentences in which it stands."""
    analysis, known = brief.analysis, catalog.known_as[brief.id]
    at = Spans(enumerate(analysis.sentences), lambda numbered: numbered[1])

    def lines_of(span: Span) -> list[Line]:
        return [lines[number] for number, _ in at.overlapping(span)]

    for said in analysis.quotations:
        for line in lines_of(said.span):
            line.said.append((said, known.get(said.speaker or "")))
    for claim in analysis.claims:
        lines[claim.sentence].said.append((claim, known.get(claim.claimant or "")))
    for stance in analysis.stances:
        lines[stance.sentence].stances.append((stance, frozenset(known[who] for who in stance.holders if who in known)))
    for number, event in enumerate(analysis.events):
        pair = catalog.event_told.get((brief.id, number))
        lines[event.sentence].told.append(Told(event, pair[0] if pair else None))
    for date in analysis.dates:
        for line in lines_of(date.span):
            line.dates.append(date.span)
    for mention in analysis.mentions:
        if mention.type == "Place":
            for line in lines_of(mention.span):
                line.places.append(mention.span)
    for quantity in analysis.quantities:
        lines[quantity.sentence].numbers.append(quantity.span)
