"""Every finding as a W3C Web Annotation of its text: what it says, and the words, by place and by quote.

The texts lie beside the annotations, one file for each source, as both selectors count in their characters.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from generator.model import Brief, Claim, Evidence, Field, Library, Quotation, Span
from generator.rendering.addresses import HOME, href
from generator.rendering.catalog import Catalog, make_catalog, speaker_of
from generator.rendering.exports.contract import SURROGATE, write_line
from generator.rendering.exports.folder import check_folder, write_files
from generator.settings import Settings

FILE, CONTEXT = "annotations.jsonld", "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""Characters before and behind the words that help to find them again."""


class Says(NamedTuple):
    """One thing that a finding says of its words."""

    purpose: Literal["tagging", "identifying", "describing"]
    value: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Words of a text with what is said of them."""

    kind: str
    span: Span
    says: tuple[Says, ...]


def write_annotations(library: Library, out: Path, settings: Settings) -> list[Path]:
    """Write the annotations and the texts into `out`; the paths that changed. Raises BriefsError where that fails."""
    earlier = check_folder(out)
    catalog = make_catalog(library, settings, "file" if settings.site_url else "markdown")
    contents = {FILE: make_annotations(catalog)}
    for brief in library.briefs:
        contents[text_file(brief.id)] = SURROGATE.sub("\ufffd", brief.analysis.document.text).encode("utf-8")
    return write_files(contents, out, earlier, {".jsonld", ".txt"})


def text_file(brief: str) -> str:
    """Where the text of a source lies."""
    return f"texts/{brief}.txt"


def make_annotations(catalog: Catalog) -> bytes:
    """All annotations as one collection, one on each line."""
    items = [
        write_line(_annotation(catalog, brief, number, finding)).rstrip("\n")
        for brief in catalog.library.briefs
        for number, finding in enumerate(list_findings(catalog, brief), 1)
    ]
    head = {
        "@context": CONTEXT,
        "id": FILE,
        "type": "AnnotationCollection",
        "label": catalog.settings.site_name,
        "total": len(items),
    }
    opening = write_line(head).rstrip("}\n")
    page = json.dumps({"id": f"{FILE}#page", "type": "AnnotationPage", "partOf": FILE, "startIndex": 0}).rstrip("}")
    return (f'{opening},\n"first": {page}, "items": [\n' + ",\n".join(items) + "\n]}}\n").encode("utf-8")


def _annotation(catalog: Catalog, brief: Brief, number: int, finding: Finding) -> dict[str, object]:
    text, span = brief.analysis.document.text, finding.span
    target: dict[str, object] = {"type": "SpecificResource", "source": text_file(brief.id)}
    if site := catalog.settings.site_url:
        page = href(catalog.addresses.of(Evidence(brief.id, span)), HOME, catalog.style)
        target["scope"] = f"{site.rstrip('/')}/{page}"
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    target["selector"] = [{"type": "TextPositionSelector", "start": span.start, "end": span.end}, quote]
    says = (Says("tagging", finding.kind), *finding.says)
    return {
        "id": f"{FILE}#{brief.id}-{number}",
        "type": "Annotation",
        "motivation": "identifying" if finding.kind == "mention" else "describing",
        "body": [{"type": "TextualBody", "purpose": one.purpose, "value": one.value} for one in says if one.value],
        "target": target,
    }


def list_findings(catalog: Catalog, brief: Brief) -> list[Finding]:
    """What is found in a source, by place in its text."""
    found = (*_told_of_source(brief), *_names(catalog, brief), *_said(catalog, brief), *_happened(brief))
    return sorted(found, key=lambda finding: (finding.span, finding.kind, finding.says))


def _told_of_source(brief: Brief) -> Iterator[Finding]:
    analysis, metadata = brief.analysis, brief.analysis.metadata
    known: tuple[tuple[str, Field], ...] = (
        ("title", metadata.title),
        ("publisher", metadata.publisher),
        ("day of publication", metadata.published),
        ("section", metadata.section),
        ("number", metadata.number),
    )
    for name, field in known:
        if field.span and field.value:
            yield Finding(name, field.span, (Says("describing", field.value), Says("tagging", field.status)))
    if metadata.authors.span:
        names = "; ".join(metadata.authors.value)
        yield Finding("authors", metadata.authors.span, (Says("describing", names),))
    for credit in analysis.credits:
        yield Finding("credit", credit.span, (Says("tagging", credit.kind),))
    for index in analysis.summary:
        yield Finding("summary", analysis.sentences[index], ())


def _names(catalog: Catalog, brief: Brief) -> Iterator[Finding]:
    for mention in brief.analysis.mentions:
        name = _name(catalog, brief, mention.entity)
        yield Finding("mention", mention.span, (Says("identifying", name), Says("tagging", mention.type)))
    for entity in brief.analysis.entities:
        for role in entity.roles:
            name = f"of {_name(catalog, brief, entity.id)}"
            yield Finding(role.kind, role.span, (Says("describing", name), Says("tagging", role.form)))


def _name(catalog: Catalog, brief: Brief, who: str | None) -> str:
    found = speaker_of(catalog, brief, who)
    return found.name if found else ""


def _said(catalog: Catalog, brief: Brief) -> Iterator[Finding]:
    analysis = brief.analysis
    both: list[Quotation | Claim] = [*analysis.quotations, *analysis.claims]
    for said in both:
        is_quoted = isinstance(said, Quotation)
        who = _name(catalog, brief, said.speaker if isinstance(said, Quotation) else said.claimant)
        by = f"said by {who}" if who else "who says it is not determined"
        via = f"via {said.via}" if said.via else ""
        hedge = "" if isinstance(said, Quotation) or not said.hedges else "hedged"
        says = Says("describing", by), Says("describing", via), Says("tagging", said.act or ""), Says("tagging", hedge)
        yield Finding("quotation" if is_quoted else "claim", said.span, says)
    for stance in analysis.stances:
        names = "; ".join(filter(None, (_name(catalog, brief, who) for who in stance.holders)))
        yield Finding("stance", stance.span, (Says("describing", names), Says("tagging", stance.act)))


def _happened(brief: Brief) -> Iterator[Finding]:
    analysis, text = brief.analysis, brief.analysis.document.text
    for date in analysis.dates:
        says = Says("describing", date.value or ""), Says("describing", date.rule), Says("tagging", date.status)
        yield Finding("date", date.span, says)
    for event in analysis.events:
        day = (analysis.dates[event.date].value if event.date is not None else None) or ""
        tags = event.kind or "", event.standing, event.status
        words = event.trigger or analysis.sentences[event.sentence]
        yield Finding("event", words, (Says("describing", day), *(Says("tagging", tag) for tag in tags)))
    for one in analysis.quantities:
        counted = one.counted.of(text) if one.counted else one.unit or ""
        says = Says("describing", f"{one.value:g}"), Says("describing", counted), Says("tagging", one.comparator or "")
        yield Finding("figure", one.span, says)
