"""`briefs inspect`: how a file is read, before any of it is published: its format, the sources in it, what is stated of
each and on which words that rests, what is cut and by which rule, what is wrong with it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.cli.show import find_place, find_sources, study_source
from generator.errors import BriefsError
from generator.formats import name_format
from generator.model import Analysis, Authors, Field, Problem, Source, Span
from generator.text.unicode import one_line, printable

DETAILED = 5
"""So many sources of one file are told in full, unless all are asked for."""
_WORDS = 120
_FIELDS = ("title", "publisher", "published", "authors", "url", "section", "number", "language")
_ORIGINS = {
    "stated": "in the file's data",
    "derived": "of the text as a whole",
    "override": "in the file beside it",
    "missing": "nowhere",
}
"""Where a value stands that rests on no words of the text."""
_LABELS = {"published": "Date", "url": "Address"}


@dataclass(frozen=True, slots=True)
class Looked:
    """One source of a file."""

    source: Source
    analysis: Analysis | None = None
    """None where it was not read: it is one of many, or something is wrong with it."""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Inspected:
    """One file."""

    file: Path
    looked: Sequence[Looked] = ()
    problems: Sequence[Problem] = ()
    fault: str = ""


def inspect_file(file: Path, *, everything: bool = False) -> Inspected:
    """What a file holds. Raises nothing: a fault is told in its place."""
    try:
        sources, problems = find_sources(file)
    except BriefsError as error:
        return Inspected(file, fault=f"{error.fault}; {error.cure}")
    read = len(sources) if everything else DETAILED
    looked = [_look(source) for source in sources[:read]] + [Looked(source) for source in sources[read:]]
    return Inspected(file, looked, problems)


def _look(source: Source) -> Looked:
    try:
        return Looked(source, study_source(source, 1))
    except BriefsError as error:
        return Looked(source, fault=f"{error.fault}; {error.cure}")


def has_fault(inspected: Inspected) -> bool:
    """Whether the file, or a source in it, cannot be read."""
    return bool(inspected.fault) or any(one.fault for one in inspected.looked)


def inspect_lines(inspected: Inspected) -> Iterator[str]:
    """What a file holds, for a terminal."""
    count = len(inspected.looked)
    held = f", {count:,} sources" if count > 1 else ""
    yield printable(str(inspected.file))
    yield f"  {'Format':<10} {name_format(inspected.file.name)}{held}"
    if inspected.fault:
        yield f"  {'Fault':<10} {inspected.fault}"
    for problem in inspected.problems:
        yield f"  {problem.severity.capitalize():<10} {_told(problem)}"
    for one in inspected.looked:
        if one.analysis or one.fault:
            yield ""
        if count > 1:
            yield f"  {printable(one.source.path)}" + (f" ({one.source.place})" if one.source.place else "")
        if one.fault:
            yield f"  {'Fault':<10} {one.fault}"
        if one.analysis:
            yield from _source_lines(one.analysis)
    unread = sum(not one.analysis and not one.fault for one in inspected.looked)
    if unread:
        yield f"  {unread:,} listed only; --all reads them too"


def _source_lines(analysis: Analysis) -> Iterator[str]:
    text = analysis.document.text
    for name in _FIELDS:
        field: Field | Authors = getattr(analysis.metadata, name)
        yield f"  {_LABELS.get(name, name.capitalize()):<10} {_tell_field(analysis, field)}"
    kept = sum(block.is_body for block in analysis.document.blocks)
    counts = ((len(text), "character"), (kept, "paragraph"), (len(analysis.sentences), "sentence"))
    yield f"  {'Text':<10} {', '.join(_counted(number, noun) for number, noun in counts)}"
    for block in analysis.document.blocks:
        if block.kind == "boilerplate":
            rule = f" ({block.rule})" if block.rule else ""
            yield f"  {'Cut':<10} “{one_line(block.span.of(text), _WORDS)}” - {block.reason}{rule}"
    for problem in analysis.problems:
        yield f"  {problem.severity.capitalize():<10} {_told(problem)}{_words_of(analysis, problem)}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _told(problem: Problem) -> str:
    return one_line(problem.what + (f"; {problem.cure}" if problem.cure else ""), 400)


def _words_of(analysis: Analysis, problem: Problem) -> str:
    """The words that a note is about, and where they stand."""
    if problem.span is None:
        return ""
    words = one_line(problem.span.of(analysis.document.text), _WORDS)
    return f" - {_place_of(analysis, problem.span)}: “{words}”"


def _tell_field(analysis: Analysis, field: Field | Authors) -> str:
    """A value with the words it rests on, their place and the rule."""
    value = ", ".join(field.value) if isinstance(field.value, tuple) else field.value
    rule = f" ({field.rule})" if field.rule else ""
    if not value:
        return f"not stated{rule}"
    return f"{one_line(value, 300)} - {_tell_origin(analysis, field)}{rule}"


def _tell_origin(analysis: Analysis, field: Field | Authors) -> str:
    """Where a value stands."""
    if field.span is None:
        return _ORIGINS[field.status]
    words = one_line(field.span.of(analysis.document.text), _WORDS)
    return f"{field.status}, {_place_of(analysis, field.span)}: “{words}”"


def _place_of(analysis: Analysis, span: Span) -> str:
    """The sentence with its page, else the line of the text."""
    line = analysis.document.text.count("\n", 0, span.start) + 1
    return find_place(analysis, span) or f"line {line}"


def inspect_json(files: Sequence[Inspected]) -> str:
    """What files hold, for other programs: a list with an object a file."""
    return json.dumps([_file_record(one) for one in files], ensure_ascii=False, indent=1)


def _file_record(inspected: Inspected) -> dict[str, Any]:
    return {
        "file": printable(str(inspected.file)),
        "format": name_format(inspected.file.name),
        "fault": inspected.fault or None,
        "problems": [_problem_record(problem) for problem in inspected.problems],
        "sources": [_source_record(one) for one in inspected.looked],
    }


def _problem_record(problem: Problem, text: str = "") -> dict[str, Any]:
    about = {"words": problem.span.of(text), "span": list(problem.span)} if problem.span else {}
    return {"severity": problem.severity, "what": problem.what, "cure": problem.cure} | about


def _source_record(one: Looked) -> dict[str, Any]:
    record = {"path": printable(one.source.path), "place": one.source.place or None, "fault": one.fault or None}
    if one.analysis is None:
        return record | {"is_read": False}
    analysis, text = one.analysis, one.analysis.document.text
    cut = [block for block in analysis.document.blocks if block.kind == "boilerplate"]
    return record | {
        "is_read": True,
        "metadata": {name: _field_record(analysis, getattr(analysis.metadata, name)) for name in _FIELDS},
        "characters": len(text),
        "sentences": len(analysis.sentences),
        "cut": [
            {"words": b.span.of(text), "span": list(b.span), "reason": b.reason, "rule": b.rule or None} for b in cut
        ],
        "problems": [_problem_record(problem, text) for problem in analysis.problems],
    }


def _field_record(analysis: Analysis, field: Field | Authors) -> dict[str, Any]:
    span = field.span
    return {
        "value": list(field.value) if isinstance(field.value, tuple) else field.value,
        "status": field.status,
        "rule": field.rule or None,
        "words": span.of(analysis.document.text) if span else None,
        "span": list(span) if span else None,
        "place": _place_of(analysis, span) if span else None,
    }
