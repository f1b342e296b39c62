"""The tables for spreadsheets: who is named, what is said, happened and is counted. A row is a dataclass, its fields
the head.

Cells that a spreadsheet would take for a formula begin with an apostrophe, as they come from anybody's text.
"""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Literal, TypeAlias

from generator.disk import revised
from generator.model import (
    Act,
    ArgumentRole,
    Brief,
    Claim,
    Comparator,
    EntityType,
    EventPart,
    EventStatus,
    Library,
    OppositionKind,
    Quotation,
    Span,
    StanceAct,
    Standing,
)
from generator.rendering.catalog import Catalog, make_catalog, speaker_of, text_of
from generator.rendering.findings.quantities import find_about
from generator.rendering.happenings import local_event, name_argument
from generator.settings import Settings
from generator.text.clauses import join_clause
from generator.text.unicode import one_line

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""With these a cell begins that a spreadsheet would compute; the last four are the wide forms of the first."""


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation or a claim."""

    speaker: str
    words: str
    form: Literal["direct", "fragment", "indirect"]
    act: Act | None
    via: str | None
    published: str | None
    publisher: str | None
    title: str
    path: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence that tells of an event."""

    date: str | None
    assumed: str | None
    kind: str | None
    clause: str
    agent: str
    patient: str
    partner: str
    recipient: str
    theme: str
    quantity: str
    place: str | None
    participants: str
    status: EventStatus
    standing: Standing
    sentence: str
    rule: str | None
    published: str | None
    publisher: str | None
    title: str
    path: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Opposed:
    """One sentence of one side of an opposition."""

    opposition: str
    kind: OppositionKind
    side: int
    """From 1."""
    who: str
    act: StanceAct
    words: str
    sentence: str
    event: str | None
    rule: str
    published: str | None
    publisher: str | None
    title: str
    path: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure."""

    words: str
    value: float
    until: float | None
    comparator: Comparator | None
    unit: str | None
    counted: str | None
    measure: str | None
    event: str | None
    place: str | None
    published: str | None
    publisher: str | None
    title: str
    path: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Named:
    """A person, organization, place or event; the last columns are those of the first mention."""

    id: str
    type: EntityType
    name: str
    aliases: str
    roles: str
    mentions: int
    briefs: int
    is_partial: bool
    rule: str | None
    published: str | None
    publisher: str | None
    title: str
    path: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A place of a text that names an entity."""

    words: str
    entity: str
    name: str
    type: EntityType
    is_metonym: bool
    published: str | None
    publisher: str | None
    title: str
    path: str
    start: int
    end: int


Row: TypeAlias = Said | Dated | Opposed | Counted | Named | Mentioned


@dataclass(frozen=True, slots=True)
class Table:
    """A file of rows."""

    file: str
    what: str
    """For a reader."""
    kind: type[Row]
    rows: Callable[[Catalog], Iterator[Row]]
    is_offered: bool = True
    """Whether the site offers it too; else it is for the command only, as it is long."""


def write_tables(library: Library, out: Path, settings: Settings) -> tuple[Path, ...]:
    """Write the tables into the folder `out`; their paths. Raises OSError where that fails."""
    catalog = make_catalog(library, settings, "markdown")
    with revised(out, keep=False, only=[table.file for table in TABLES]) as folder:
        for table in TABLES:
            (folder / table.file).write_bytes(make_table(table, catalog))
    return tuple(out / table.file for table in TABLES)


def make_table(table: Table, catalog: Catalog) -> bytes:
    """A table as RFC 4180 has it, with the mark by which spreadsheets know UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(field.name for field in fields(table.kind))
    writer.writerows(map(write_cell, astuple(row)) for row in table.rows(catalog))
    return text.getvalue().encode("utf-8-sig", "replace")


def write_cell(value: str | float | None) -> str | float:
    """A cell: one line, and no formula; what is not stated is empty."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, str):
        return "" if value is None else value
    line = one_line(value, len(value))
    return f"'{line}" if line.startswith(FORMULA) else line


def list_said(catalog: Catalog) -> Iterator[Said]:
    """Quotations and claims, the newest brief first, in the order of its text."""
    for brief in catalog.originals:
        analysis = brief.analysis
        both: list[Quotation | Claim] = [*analysis.quotations, *analysis.claims]
        for said in sorted(both, key=lambda one: one.span):
            who = speaker_of(catalog, brief, said.speaker if isinstance(said, Quotation) else said.claimant)
            yield Said(
                who.name if who else "",
                said.span.of(analysis.document.text),
                said.kind if isinstance(said, Quotation) else "indirect",
                said.act,
                said.via,
                *_source(catalog, brief, said.span),
            )


def list_dated(catalog: Catalog) -> Iterator[Dated]:
    """The sentences that tell of events, by date; those without one last."""
    names = {entity.id: entity.name for entity in catalog.library.entities}
    for event in catalog.library.events:
        for part in event.parts:
            yield Dated(
                event.date,
                event.assumed,
                event.kind,
                *_told(catalog, part),
                names.get(event.place or ""),
                "; ".join(names[who] for who in event.participants if who in names),
                part.status,
                part.standing,
                text_of(catalog, part.evidence),
                part.rule,
                *_source(catalog, catalog.briefs[part.evidence.brief], part.evidence.span),
            )


def list_opposed(catalog: Catalog) -> Iterator[Opposed]:
    """The sentences of all sides, in the order of the library."""
    names = {entity.id: entity.name for entity in catalog.library.entities}
    for one in catalog.library.oppositions:
        for number, side in enumerate(one.sides, 1):
            for position in side.positions:
                called = text_of(catalog, position.holder) if position.holder else ""
                yield Opposed(
                    one.id,
                    one.kind,
                    number,
                    "; ".join(names[who] for who in position.holders if who in names) or called,
                    position.act,
                    text_of(catalog, position.words),
                    text_of(catalog, position.evidence),
                    one.event,
                    one.rule,
                    *_source(catalog, catalog.briefs[position.evidence.brief], position.words.span),
                )


def list_counted(catalog: Catalog) -> Iterator[Counted]:
    """The figures, the newest brief first, in the order of its text."""
    for brief in catalog.originals:
        text = brief.analysis.document.text
        for one in brief.analysis.quantities:
            place, event = find_about(catalog, brief, one)
            yield Counted(
                one.span.of(text),
                _plain(one.value),
                None if one.until is None else _plain(one.until),
                one.comparator,
                one.unit,
                one.counted.of(text) if one.counted else None,
                one.measure,
                event.id if event else None,
                place.name if place else None,
                *_source(catalog, brief, one.span),
            )


def _plain(value: float) -> float:
    """A whole number without a point."""
    return int(value) if value.is_integer() else value


_ROLES: tuple[ArgumentRole, ...] = ("agent", "patient", "partner", "recipient", "theme", "quantity")


def _told(catalog: Catalog, part: EventPart) -> tuple[str, str, str, str, str, str, str]:
    """The clause of a sentence, and who has which part in it."""
    brief, told = catalog.briefs[part.evidence.brief], local_event(catalog, part)
    if told is None:
        return "", "", "", "", "", "", ""
    who = [(one.role, name_argument(catalog, brief, one)) for one in told.arguments]
    agent, patient, partner, recipient, theme, quantity = (
        "; ".join(dict.fromkeys(name for found, name in who if found == role)) for role in _ROLES
    )
    clause = join_clause(brief.analysis.document.text, told.clause)
    return clause, agent, patient, partner, recipient, theme, quantity


def _source(catalog: Catalog, brief: Brief, span: Span) -> tuple[str | None, str | None, str, str, int, int]:
    """Where the words stand: the last columns of every table."""
    metadata = brief.analysis.metadata
    title = catalog.cards[brief.id].title
    return metadata.published.value, metadata.publisher.value, title, brief.analysis.document.path, span.start, span.end


def list_named(catalog: Catalog) -> Iterator[Named]:
    """The entities, by id."""
    for entity in catalog.library.entities:
        first = entity.mentions[0]
        yield Named(
            entity.id,
            entity.type,
            entity.name,
            "; ".join(entity.aliases),
            "; ".join(dict.fromkeys(role.title for role in entity.roles)),
            len(entity.mentions),
            len({mention.brief for mention in entity.mentions}),
            entity.is_partial,
            entity.rule,
            *_source(catalog, catalog.briefs[first.brief], first.span),
        )


def list_mentioned(catalog: Catalog) -> Iterator[Mentioned]:
    """Every mention of each entity, in the order of the entities."""
    for entity in catalog.library.entities:
        metonyms = frozenset(entity.metonyms)
        for mention in entity.mentions:
            yield Mentioned(
                text_of(catalog, mention),
                entity.id,
                entity.name,
                entity.type,
                mention in metonyms,
                *_source(catalog, catalog.briefs[mention.brief], mention.span),
            )


TABLES = (
    Table("entities.csv", "who and what is named", Named, list_named),
    Table("mentions.csv", "where it is named", Mentioned, list_mentioned, is_offered=False),
    Table("statements.csv", "who says what", Said, list_said),
    Table("events.csv", "what happened, a row for each sentence that tells it", Dated, list_dated),
    Table("oppositions.csv", "what opposes each other", Opposed, list_opposed),
    Table("figures.csv", "what is counted", Counted, list_counted),
)
"""Who is named, and where; what is said, what happened, what opposes each other, and what is counted."""
