"""The JSON export: every value of the model as a record of plain values, field by field, as EXPORT.md describes it.

A field of the model is a field of the export without a line here. What differs is said in five tables. Fields are
only ever added, never given another meaning. The same library gives the same bytes.
"""

import dataclasses
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar, get_type_hints

from generator.disk import revised
from generator.model import (
    Analysis,
    Brief,
    Claim,
    Document,
    Entity,
    Event,
    EventPart,
    Evidence,
    Library,
    LocalEvent,
    Opposition,
    Problem,
    Quotation,
    Severity,
    Span,
    StatedRole,
)
from generator.rendering.findings.choosing import choose_points
from generator.text.edtf import precision

SCHEMA: Literal[1] = 1
"""Number of the contract; it changes only with a break."""
FILES = ("analyses.jsonl", "library.json")
"""A record for each brief, and the record of the library."""
Record = dict[str, Any]
T = TypeVar("T")
SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which no UTF-8 can hold; U+FFFD stands for it, so that offsets hold."""
LINE_END = re.compile("[\u0085\u2028\u2029]")
"""Line ends to some readers and none to JSON: escaped, so that a record stays on one line."""


class Column(NamedTuple):
    """A field of a record."""

    name: str
    hint: Any
    """Its type."""
    get: Callable[[Any], object]
    """Its value, of the value that the record is of."""
    doc: str = ""
    """What it says, where the model has no words for it."""
    origin: str = ""
    """The field of the model: `Document.path`."""


@dataclasses.dataclass(frozen=True, slots=True)
class Remark:
    """A problem of one source, which its record names already."""

    what: str
    cure: str | None
    severity: Severity
    span: Span | None


@dataclasses.dataclass(frozen=True, slots=True)
class Disagreement:
    """Claims that oppose each other."""

    claims: tuple[Evidence, ...]
    kind: Literal["denial", "refusal", "number", "date"]
    """How they oppose."""


@dataclasses.dataclass(frozen=True, slots=True)
class KeyPoint:
    """Who wants, refuses, announces, denies, warns or promises what."""

    kind: Literal["quotation", "claim", "event"]
    index: int
    """Index into `quotations`, `claims` or `events` of the source."""


def map_points(brief: Brief) -> tuple[KeyPoint, ...]:
    """The key points of a brief, the most telling first."""
    kinds: Mapping[type, Literal["quotation", "claim", "event"]] = {
        Quotation: "quotation",
        Claim: "claim",
        LocalEvent: "event",
    }
    return tuple(KeyPoint(kinds[type(point.found)], point.number) for point in choose_points(brief))


def map_remarks(problems: Iterable[Problem]) -> tuple[Remark, ...]:
    """The problems of a source without its path."""
    return tuple(Remark(problem.what, problem.cure, problem.severity, problem.span) for problem in problems)


def name_words(clause: Sequence[T]) -> T | None:
    """The words of a short sentence where they stand together."""
    return clause[0] if len(clause) == 1 else None


def list_claims(opposition: Opposition) -> Disagreement:
    """The words of all sides of an opposition."""
    words = (position.words for side in opposition.sides for position in side.positions)
    return Disagreement(tuple(dict.fromkeys(words)), opposition.kind)


SPREAD = frozenset({(Analysis, "document"), (StatedRole, "evidence"), (EventPart, "evidence")})
"""Values whose fields stand in the record that holds them."""
LEFT_OUT = frozenset(
    {(Document, "declarations"), (Document, "problems"), (Document, "code"), (Quotation, "is_carried")}
)
"""What only the program itself needs."""
CHANGED: Mapping[tuple[type, str], Column] = {
    (Analysis, "problems"): Column("problems", tuple[Remark, ...], lambda analysis: map_remarks(analysis.problems)),
    (Brief, "analysis"): Column("path", str, lambda brief: brief.analysis.document.path, "Path of the source."),
    (Brief, "entities"): Column("entities", dict[str, str], lambda brief: dict(brief.entities)),
    (Event, "parts"): Column("evidence", tuple[EventPart, ...], lambda event: event.parts),
    (EventPart, "date"): Column("date_span", Span | None, lambda part: part.date.span if part.date else None),
}
"""Fields that have another name or form than in the model."""
ADDED: Mapping[type, tuple[Column, ...]] = {
    Analysis: (Column("schema", Literal[1], lambda _: SCHEMA, "Number of this contract."),),
    Library: (
        Column("schema", Literal[1], lambda _: SCHEMA, "Number of this contract."),
        Column(
            "disagreements",
            tuple[Disagreement, ...],
            lambda library: tuple(map(list_claims, library.oppositions)),
            "The words of all sides of each of the `oppositions`, which tell more.",
        ),
    ),
    Brief: (Column("points", tuple[KeyPoint, ...], map_points, "Key points, the most telling first."),),
    LocalEvent: (
        Column(
            "title", Span | None, lambda event: name_words(event.clause) or event.trigger, "The words that name it."
        ),
        Column("hosts", tuple[str, ...], lambda _: (), "Always empty: who does it is among the `arguments`."),
    ),
    EventPart: (Column("title", Span | None, lambda _: None, "Always null: see the event of the source."),),
    Event: (
        Column("title", Evidence | None, lambda event: name_words(event.clause), "`clause` where it is one slice."),
        Column(
            "precision",
            Literal["day", "month", "year", "range"] | None,
            lambda event: precision(event.date) if event.date else None,
            "How exact `date` is: a day, a month, a year or a range of them; null: no date.",
        ),
    ),
}
"""Fields that the model does not have."""
ORDER: Mapping[type, str] = {
    Analysis: "schema path id sha256 language text metadata credits blocks",
    Quotation: "span kind speaker speaker_span cue via act rule by_editor",
    Claim: "sentence span claimant claimant_span cue via hedges act by_editor",
    Library: "schema briefs entities events disagreements problems",
    Entity: "id type name aliases rule",
    Event: "id date place participants precision title kind status standing evidence",
}
"""Fields that come first, in the order in which records have had them; all others in the order of the model."""


_PLAIN = frozenset({str, int, float, bool, type(None), Span, dict})
"""Types that JSON has, or that it writes as they are."""


def write_json(library: Library, out: Path) -> tuple[Path, ...]:
    """Write analyses.jsonl and library.json into the folder `out`; their paths. Raises OSError where that fails."""
    briefs = sorted(library.briefs, key=lambda brief: brief.analysis.document.path)
    with revised(out, keep=False, only=FILES) as folder:
        analyses, collection = (folder / name for name in FILES)
        with analyses.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(write_line(record_of(brief.analysis)) for brief in briefs)
        with collection.open("w", encoding="utf-8", newline="\n") as file:
            file.write(write_line(record_of(library)))
    return tuple(out / name for name in FILES)


def write_line(record: Mapping[str, Any]) -> str:
    """The record as JSON on one line."""
    line = SURROGATE.sub("\ufffd", json.dumps(record, ensure_ascii=False))
    return LINE_END.sub(lambda match: f"\\u{ord(match.group()):04x}", line) + "\n"


def record_of(value: Any) -> Record:
    """A value of the model as a record: a line of analyses.jsonl of an `Analysis`, library.json of a `Library`."""
    kind: Any = type(value)
    return {name: plain(get(value)) for name, get in _getters(kind)}


def plain(value: object) -> object:
    """A value as JSON has it. A span stays the pair that it is."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return tuple([plain(item) for item in value])  # type: ignore[attr-defined]
    return record_of(value) if dataclasses.is_dataclass(kind) or kind is Evidence else value


@cache
def _getters(kind: type) -> tuple[tuple[str, Callable[[Any], object]], ...]:
    """The name and the value of each field of the records of one type."""
    return tuple((column.name, column.get) for column in columns_of(kind))


@cache
def columns_of(kind: type) -> tuple[Column, ...]:
    """The fields of the records of one type of the model, in their order."""
    columns = [*_columns(kind), *ADDED.get(kind, ())]
    known = {column.name: column for column in columns}
    first = [known.pop(name) for name in ORDER.get(kind, "").split()]
    return (*first, *known.values())


def _columns(kind: type) -> list[Column]:
    """Those that the model gives."""
    found: list[Column] = []
    for name, hint in get_type_hints(kind).items():
        get = _getter(name)
        if (kind, name) in SPREAD:
            found += [inner._replace(get=_inside(get, inner.get)) for inner in columns_of(hint)]
        elif (kind, name) not in LEFT_OUT:
            column = CHANGED.get((kind, name)) or Column(name, hint, get)
            found.append(column._replace(origin=f"{kind.__name__}.{name}"))
    return found


def _getter(name: str) -> Callable[[Any], object]:
    return attrgetter(name)


def _inside(outer: Callable[[Any], object], inner: Callable[[Any], object]) -> Callable[[Any], object]:
    return lambda value: inner(outer(value))
