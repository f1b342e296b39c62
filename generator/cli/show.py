"""`briefs show`: what was found in one file, for a terminal."""

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.build import study
from generator.errors import BriefsError, SourceError
from generator.model import BODY_KINDS, ENTITY_TYPES, Analysis, Problem, Source, Span
from generator.text.slugs import slugify
from generator.text.unicode import one_line, printable

_LABELS = {"Person": "People", "Organization": "Organizations", "Place": "Places", "Event": "Named events"}


def show_lines(file: Path, *, summary_sentences: int = 5) -> Iterator[str]:
    """The findings in `file`, line by line. Raises SourceError where it cannot be read."""
    sidecar = file.with_suffix(".yml")
    try:
        beside = sidecar.read_bytes() if sidecar.is_file() and sidecar != file else None
        source = Source(file.name, slugify(file.stem), file.read_bytes(), beside)
    except OSError as error:
        raise SourceError(str(file), f"cannot be read ({error.strerror})", "check the file and its rights") from error
    result = study(source, summary_sentences=summary_sentences)
    if result.analysis is None:
        problem = result.problem or Problem(file.name, "could not be read")
        raise BriefsError(problem.path, problem.what, problem.cure or "check the file")
    return _lines(result.analysis, width=min(110, shutil.get_terminal_size().columns))


def _lines(analysis: Analysis, *, width: int) -> Iterator[str]:
    yield from _head(analysis)
    for heading, rows in _sections(analysis):
        if rows:
            yield ""
            yield heading
            for label, text in rows:
                yield from _row(label, text, width)


def _head(analysis: Analysis) -> Iterator[str]:
    metadata = analysis.metadata
    yield printable(analysis.document.path)
    for label, field in (("Title", metadata.title), ("Publisher", metadata.publisher), ("Date", metadata.published)):
        yield f"  {label:<10} {_field(field.value, field.status)}"
    authors = ", ".join(metadata.authors.value)
    yield f"  {'Authors':<10} {_field(authors or None, metadata.authors.status)}"
    credits = dict.fromkeys(f"{credit.name} ({credit.kind})" for credit in analysis.credits)
    yield f"  {'Credits':<10} {one_line(', '.join(credits)) or 'none'}"
    yield f"  {'Language':<10} {analysis.language}"


def _field(value: str | None, status: str) -> str:
    return "not stated" if value is None else f"{one_line(value, 300)}  [{status}]"


def _sections(analysis: Analysis) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    names = {entity.id: entity.name for entity in analysis.entities}
    text = analysis.document.text
    sentence = analysis.sentences
    yield "SUMMARY", [(_at(analysis, sentence[i]), sentence[i].of(text)) for i in analysis.summary]
    for kind in ENTITY_TYPES:
        rows = [(e.name, "; ".join(role.title for role in e.roles)) for e in analysis.entities if e.type == kind]
        yield _LABELS[kind].upper(), [("", f"{name}: {roles}" if roles else name) for name, roles in rows]
    yield (
        "QUOTATIONS",
        [
            (_at(analysis, q.span), f"{names.get(q.speaker or '', 'speaker not determined')}: “{q.span.of(text)}”")
            for q in analysis.quotations
        ],
    )
    yield (
        "ALSO STATED",
        [
            (_at(analysis, c.span), f"{names.get(c.claimant or '', c.via or 'not determined')}: {c.span.of(text)}")
            for c in analysis.claims
        ],
    )
    yield (
        "DATES",
        [(_at(analysis, d.span), f"{d.span.of(text)} = {d.value or 'open'} ({d.rule})") for d in analysis.dates],
    )
    blocks = analysis.document.blocks
    yield "CUT", [(b.reason or "", b.span.of(text)) for b in blocks if b.kind == "boilerplate"]
    yield "NOTES", [(problem.severity, str(problem)) for problem in analysis.problems]
    body = sum(b.kind in BODY_KINDS for b in blocks)
    size = f"{len(text):,} characters, {len(blocks)} blocks, {body} of them text, {len(sentence)} sentences"
    yield "SIZE", [("", size)]


def _at(analysis: Analysis, span: Span) -> str:
    """The number of the sentence that holds the span, as on the page."""
    found = [i for i, sentence in enumerate(analysis.sentences, 1) if sentence.overlaps(span)]
    return f"s{found[0]}" if found else ""


def _row(label: str, text: str, width: int) -> Sequence[str]:
    head = f"  {printable(label):<5} " if label else "  "
    line = textwrap.TextWrapper(max(40, width), head, " " * 8, break_on_hyphens=False)
    return line.wrap(one_line(text, 600))
