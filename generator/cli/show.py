"""`briefs show`, what was found in one file, and `briefs review`, what only a person can decide: for a terminal or
for another program.
"""

import json
import shutil
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from generator.build import study
from generator.curation import OVERRIDES, WORDLIST
from generator.errors import BriefsError, SourceError
from generator.formats import name_page
from generator.model import (
    ENTITY_TYPES,
    Analysis,
    Authors,
    Block,
    Claim,
    DateMention,
    Declaration,
    Doubt,
    EntityType,
    Evidence,
    Field,
    Library,
    LocalEntity,
    Mention,
    Problem,
    Quotation,
    Source,
    Span,
)
from generator.readers import COLUMNS, Beside, open_file
from generator.rendering.exports.contract import record_of
from generator.text.addresses import slugify
from generator.text.languages import name_language
from generator.text.unicode import one_line, printable

_SHOWN = 400
"""Characters of a sentence."""


def review_lines(library: Library, seeds: Path, *, as_json: bool = False) -> Iterator[str]:
    """The questions, those that affect most briefs first, and the entries that match nothing, line by line."""
    unmatched = [problem for problem in library.problems if is_of_curator(problem)]
    if as_json:
        found = {"doubts": library.doubts, "problems": unmatched}
        yield json.dumps({name: list(map(record_of, values)) for name, values in found.items()}, indent=1)
        return
    analyses = {brief.id: brief.analysis for brief in library.briefs}
    width = max(40, min(110, shutil.get_terminal_size().columns))
    for problem in unmatched:
        yield f"{problem.severity.upper()}: {problem}"
    for number, doubt in enumerate(library.doubts, 1):
        yield from _doubt(number, doubt, analyses, width)
    count = len(library.doubts)
    yield (
        f"{count} to decide; paste one answer of each into {seeds.name}/{OVERRIDES}." if count else "Nothing to decide."
    )


def is_of_curator(problem: Problem) -> bool:
    """Whether it is one of the files in which the curator writes, and not of a source."""
    return problem.path.startswith((OVERRIDES, WORDLIST))


def _doubt(number: int, doubt: Doubt, analyses: Mapping[str, Analysis], width: int) -> Iterator[str]:
    yield from textwrap.wrap(f"{number}. {one_line(doubt.question, _SHOWN)}  [briefs: {doubt.briefs}]", width)
    for place in doubt.evidence:
        words = f"{place.brief}: {one_line(_sentence(analyses[place.brief], place), _SHOWN)}"
        yield from textwrap.wrap(words, width, initial_indent="   ", subsequent_indent="     ")
    for answer in doubt.answers:
        yield ""
        yield f"   {one_line(answer.label, _SHOWN)}:"
        # As it is to be pasted: in full, at the left.
        yield from answer.yaml.rstrip().splitlines()
    yield ""


def _sentence(analysis: Analysis, place: Evidence) -> str:
    """The sentence that holds the words, else the words themselves."""
    text = analysis.document.text
    return next((span.of(text) for span in analysis.sentences if span.holds(place.span)), place.span.of(text))


Rows = list[tuple[str, str]]
"""What stands before a line, and the line."""
_WHY_CHARS = 80
"""Characters of a finding that is shown with its rule."""
_RULED = {"blocks": "cut and labelled", "mentions": "names"}
"""What fields of the model are called here."""
_CHAINS = {
    "blocks": "cleaning",
    "mentions": "names",
    "quotations": "speech",
    "claims": "speech",
    "published": "day of publication",
    "url": "address",
}
"""The chains that found them, where they are called otherwise."""
_LABELS = {"Person": "People", "Organization": "Organizations", "Place": "Places", "Event": "Named events"}


def show_lines(file: Path, *, summary_sentences: int = 5, why: bool = False) -> Iterator[str]:
    """The findings in `file`, line by line; of a mailbox, those in each message. Raises BriefsError.

    With `why` each finding comes with its chain and the name of the rule that found it.
    """
    sources, _ = find_sources(file)
    for number, source in enumerate(sources):
        if number:
            yield ""
        analysis = study_source(source, summary_sentences)
        yield from _lines(analysis, _list_ruled(analysis) if why else _sections(analysis))


def find_sources(file: Path) -> tuple[list[Source], list[Problem]]:
    """The sources in a file, at least one, and what is wrong with it. Raises BriefsError."""
    sidecar = file.with_suffix(".yml")
    try:
        beside = sidecar.read_bytes() if sidecar.is_file() and sidecar != file else None
        columns = file.with_name(COLUMNS)
        described = columns.read_bytes() if columns.is_file() else b""
        sources, problems, entries = open_file(file.name, file.read_bytes(), Beside(described))
    except OSError as error:
        raise SourceError(str(file), f"cannot be read ({error.strerror})", "check the file and its rights") from error
    members = [*sources, *(entry.source for entry in entries if entry.source)]
    if not members:
        fault = next(iter(problems), Problem(str(file), "there is no text in it"))
        raise BriefsError(str(file), fault.what, fault.cure or "check the file")
    stem = slugify(file.stem)
    return [Source(path, stem, content, beside, place) for path, content, place in members], problems


def study_source(source: Source, summary_sentences: int) -> Analysis:
    """What is found in one source. Raises BriefsError."""
    result = study(source, summary_sentences=summary_sentences)
    if result.analysis is None:
        problem = result.problem or Problem(source.path, "could not be read")
        raise BriefsError(problem.path, problem.what, problem.cure or "check the file")
    return result.analysis


def _lines(analysis: Analysis, sections: Iterable[tuple[str, Rows]]) -> Iterator[str]:
    width = min(110, shutil.get_terminal_size().columns)
    yield from _head(analysis)
    for heading, rows in sections:
        if rows:
            yield ""
            yield heading
            for label, text in rows:
                yield from _row(label, text, width)


def _head(analysis: Analysis) -> Iterator[str]:
    metadata = analysis.metadata
    place = analysis.document.place
    yield printable(analysis.document.path) + (f" ({place})" if place else "")
    for label, field in (("Title", metadata.title), ("Publisher", metadata.publisher), ("Date", metadata.published)):
        yield f"  {label:<10} {_field(field.value, field.status)}"
    authors = ", ".join(metadata.authors.value)
    yield f"  {'Authors':<10} {_field(authors or None, metadata.authors.status)}"
    credits = dict.fromkeys(f"{credit.name} ({credit.kind})" for credit in analysis.credits)
    yield f"  {'Credits':<10} {one_line(', '.join(credits)) or 'none'}"
    yield f"  {'Language':<10} {_language(analysis.language)}"


def _language(tag: str) -> str:
    return "not determined" if tag == "und" else name_language(tag)


def _field(value: str | None, status: str) -> str:
    return "not stated" if value is None else f"{one_line(value, 300)}  [{status}]"


def _explained(analysis: Analysis, index: int) -> str:
    """A sentence of the summary; in square brackets whom its words mean."""
    text, at, parts = analysis.document.text, analysis.sentences[index].start, list[str]()
    for referent in analysis.referents:
        if referent.sentence == index:
            parts.append(f"{text[at : referent.span.end]} [{referent.name.of(text)}]")
            at = referent.span.end
    return "".join([*parts, text[at : analysis.sentences[index].end]])


def _sections(analysis: Analysis) -> Iterator[tuple[str, Rows]]:
    text, blocks = analysis.document.text, analysis.document.blocks
    yield "SUMMARY", [(find_place(analysis, analysis.sentences[i]), _explained(analysis, i)) for i in analysis.summary]
    for kind in ENTITY_TYPES:
        yield _LABELS[kind].upper(), _names(analysis, kind)
    yield from _said(analysis)
    yield (
        "DATES",
        [(find_place(analysis, d.span), f"{d.span.of(text)} = {d.value or 'open'} ({d.rule})") for d in analysis.dates],
    )
    yield "FIGURES", [(find_place(analysis, one.span), one.span.of(text)) for one in analysis.quantities]
    yield "CUT", [(b.reason or "", b.span.of(text)) for b in blocks if b.kind == "boilerplate"]
    yield "NOTES", [(problem.severity, str(problem)) for problem in analysis.problems]
    body = sum(b.is_body for b in blocks)
    size = f"{len(text):,} characters, {len(blocks)} blocks, {body} of them text, {len(analysis.sentences)} sentences"
    yield "SIZE", [("", size)]


def _names(analysis: Analysis, kind: EntityType) -> Rows:
    """The entities of one type, with their roles."""
    found = [
        (e.name, "; ".join(role.title for role in e.roles if role.kind != "address"))
        for e in analysis.entities
        if e.type == kind
    ]
    return [("", f"{name}: {roles}" if roles else name) for name, roles in found]


def _said(analysis: Analysis) -> Iterator[tuple[str, Rows]]:
    """Quotations and claims, with who said them."""
    names = {entity.id: entity.name for entity in analysis.entities}
    text = analysis.document.text
    quoted = [(q, names.get(q.speaker or "", "speaker not determined")) for q in analysis.quotations]
    yield "QUOTATIONS", [(find_place(analysis, q.span), f"{who}{_act(q)}: “{q.span.of(text)}”") for q, who in quoted]
    claimed = [(c, names.get(c.claimant or "", c.via or "not determined")) for c in analysis.claims]
    yield "ALSO STATED", [(find_place(analysis, c.span), f"{who}{_act(c)}: {c.span.of(text)}") for c, who in claimed]


def _list_ruled(analysis: Analysis) -> Iterator[tuple[str, Rows]]:
    """Each finding with the name of its rule, by kind: whatever in the analysis knows its rule."""
    names = {entity.id: entity.name for entity in analysis.entities}
    kinds: dict[str, Rows] = {}
    for field, owner, value in find_ruled(analysis):
        if isinstance(value, Declaration):
            continue  # what became of it is told as title, authors and the like, with its rule
        rule = f"{_CHAINS.get(field, field)} · {value.rule}" if value.rule else getattr(value, "reason", None)
        if rule is None and isinstance(value, Block | Field | Authors):
            continue
        sentence = getattr(value, "sentence", None)
        span = analysis.sentences[sentence] if sentence is not None else getattr(value, "span", None)
        words = f"“{one_line(span.of(analysis.document.text), _WHY_CHARS)}”" if span else ""
        told = owner.name if isinstance(owner, LocalEntity) else _tell(value, names)
        line = f"{' = '.join(part for part in (words, told) if part)} <- {rule or 'no rule of its own'}"
        kinds.setdefault(_RULED.get(field, field).upper(), []).append(
            (find_place(analysis, span) if span else "", line)
        )
    yield from kinds.items()


def find_ruled(value: Any, field: str = "", owner: Any = None) -> Iterator[tuple[str, Any, Any]]:
    """Every value inside a value that knows its rule, with the field and the value that hold it."""
    if isinstance(value, tuple):
        for item in value:
            yield from find_ruled(item, field, owner)
    elif is_dataclass(value):
        if hasattr(value, "rule"):
            yield field, owner, value
        for inner in fields(value):
            yield from find_ruled(getattr(value, inner.name), inner.name, value)


def _tell(value: Any, names: Mapping[str, str]) -> str:
    """What a finding says of its words."""
    match value:
        case Quotation():
            return names.get(value.speaker or "", "speaker not determined")
        case Claim():
            return names.get(value.claimant or "", "claimant not determined")
        case Mention():
            return value.type
        case DateMention():
            return value.value or "open"
        case Authors():
            return ", ".join(value.value)
        case Field():
            return value.value or "not stated"
    return str(getattr(value, "kind", None) or getattr(value, "value", None) or "")


def _act(said: Quotation | Claim) -> str:
    """What is done by saying it: what somebody denies must not read as what he states."""
    return f" ({said.act})" if said.act and said.act != "states" else ""


def find_place(analysis: Analysis, span: Span) -> str:
    """The number of the sentence that holds the span, as on the page; before it the page of a source that has pages, or
    the slide."""
    found = [i for i, sentence in enumerate(analysis.sentences, 1) if sentence.overlaps(span)]
    pages = [block.page for block in analysis.document.blocks if block.page and block.span.start <= span.start]
    number = f"s{found[0]}" if found else ""
    page = name_page(analysis.document.path, pages[-1]).replace("p. ", "p") if pages else ""
    return f"{page} {number}".strip()


def _row(label: str, text: str, width: int) -> Sequence[str]:
    head = f"  {printable(label):<5} " if label else "  "
    line = textwrap.TextWrapper(max(40, width), head, " " * 8, break_on_hyphens=False)
    return line.wrap(one_line(text, 600))
