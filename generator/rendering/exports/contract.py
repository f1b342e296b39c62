"""The JSON export: records of plain values, as `generator/data/export.schema.json` and EXPORT.md describe them.

Fields are only ever added, never given another meaning. The same library gives the same bytes.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generator.model import (
    Analysis,
    Authors,
    Brief,
    Claim,
    Doubt,
    Ending,
    Entity,
    Event,
    EventPart,
    Evidence,
    Field,
    HeadlineQuotation,
    Library,
    LocalEntity,
    LocalEvent,
    Problem,
    Quotation,
    Related,
    Role,
)
from generator.text.edtf import precision

SCHEMA = 1
"""Number of the contract; it changes only with a break."""
Record = dict[str, Any]

BLOCK = ("kind", "span", "reason", "page", "is_row", "is_label")
"""What is told of a block."""
SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which no UTF-8 can hold; U+FFFD stands for it, so that offsets hold."""
LINE_END = re.compile("[\u0085\u2028\u2029]")
"""Line ends to some readers and none to JSON: escaped, so that a record stays on one line."""


def write_json(library: Library, out: Path) -> tuple[Path, ...]:
    """Write analyses.jsonl and library.json into the folder `out`; their paths. Raises OSError where that fails."""
    out.mkdir(parents=True, exist_ok=True)
    analyses, collection = out / "analyses.jsonl", out / "library.json"
    briefs = sorted(library.briefs, key=lambda brief: brief.analysis.document.path)
    with analyses.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(write_line(analysis_record(brief.analysis)) for brief in briefs)
    with collection.open("w", encoding="utf-8", newline="\n") as file:
        file.write(write_line(library_record(library)))
    return analyses, collection


def write_line(record: Mapping[str, Any]) -> str:
    """The record as JSON on one line."""
    line = SURROGATE.sub("\ufffd", json.dumps(record, ensure_ascii=False))
    return LINE_END.sub(lambda match: f"\\u{ord(match.group()):04x}", line) + "\n"


def analysis_record(analysis: Analysis) -> Record:
    """What was found in one source: a line of analyses.jsonl."""
    document = analysis.document
    return {
        "schema": SCHEMA,
        "path": document.path,
        "id": document.id,
        "sha256": document.sha256,
        "language": analysis.language,
        "text": document.text,
        "metadata": metadata_record(analysis),
        "credits": [{"kind": c.kind, "name": c.name, "span": c.span} for c in analysis.credits],
        "blocks": [{name: getattr(block, name) for name in BLOCK} for block in document.blocks],
        "sentences": analysis.sentences,
        "summary": analysis.summary,
        "mentions": [{"span": m.span, "type": m.type, "entity": m.entity} for m in analysis.mentions],
        "entities": [local_entity_record(entity) for entity in analysis.entities],
        "quotations": [quotation_record(quotation) for quotation in analysis.quotations],
        "claims": [claim_record(claim) for claim in analysis.claims],
        "headline_quotations": [headline_record(quotation) for quotation in analysis.headline_quotations],
        "dates": [{"span": d.span, "value": d.value, "rule": d.rule, "status": d.status} for d in analysis.dates],
        "events": [told_record(event) for event in analysis.events],
        "problems": [problem_record(problem) for problem in analysis.problems],
    }


def told_record(event: LocalEvent) -> Record:
    """An event as one sentence tells it."""
    return {
        "sentence": event.sentence,
        "date": event.date,
        "participants": event.participants,
        "place": event.place,
        "status": event.status,
        "kind": event.kind,
        "title": event.title,
        "hosts": event.hosts,
        "standing": event.standing,
        "ending": ending_record(event.ending),
    }


def ending_record(ending: Ending | None) -> Record | None:
    """That an event is called off or moved, where it is no fact."""
    return {"kind": ending.kind, "standing": ending.standing} if ending else None


def metadata_record(analysis: Analysis) -> Record:
    """The metadata, each value with its status and place."""
    metadata = analysis.metadata
    fields: dict[str, Field | Authors] = {
        "title": metadata.title,
        "publisher": metadata.publisher,
        "published": metadata.published,
        "authors": metadata.authors,
        "url": metadata.url,
        "section": metadata.section,
        "language": metadata.language,
    }
    return {name: field_record(field) for name, field in fields.items()}


def field_record(field: Field | Authors) -> Record:
    """One piece of metadata."""
    return {"value": field.value, "status": field.status, "span": field.span}


def local_entity_record(entity: LocalEntity) -> Record:
    """An entity of one document."""
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "aliases": entity.aliases,
        "roles": [role_record(role) for role in entity.roles],
    }


def role_record(role: Role) -> Record:
    """A role of an entity of one document."""
    return {"title": role.title, "span": role.span, "form": role.form, "kind": role.kind, "of": role.of}


def quotation_record(quotation: Quotation) -> Record:
    """A quotation."""
    return {
        "span": quotation.span,
        "kind": quotation.kind,
        "speaker": quotation.speaker,
        "speaker_span": quotation.speaker_span,
        "cue": quotation.cue,
        "via": quotation.via,
        "act": quotation.act,
        "rule": quotation.rule,
        "by_editor": quotation.by_editor,
    }


def headline_record(quotation: HeadlineQuotation) -> Record:
    """A quotation of the headline."""
    return {
        "span": quotation.span,
        "found": quotation.found,
        "evidence": quotation.evidence,
        "speaker": quotation.speaker,
    }


def claim_record(claim: Claim) -> Record:
    """A claim."""
    return {
        "sentence": claim.sentence,
        "span": claim.span,
        "claimant": claim.claimant,
        "claimant_span": claim.claimant_span,
        "cue": claim.cue,
        "via": claim.via,
        "hedges": claim.hedges,
        "act": claim.act,
        "by_editor": claim.by_editor,
    }


def problem_record(problem: Problem) -> Record:
    """A problem of one source."""
    return {"what": problem.what, "cure": problem.cure, "severity": problem.severity, "span": problem.span}


def library_record(library: Library) -> Record:
    """The whole collection: library.json."""
    return {
        "schema": SCHEMA,
        "briefs": [brief_record(brief) for brief in library.briefs],
        "entities": [entity_record(entity) for entity in library.entities],
        "events": [event_record(event) for event in library.events],
        # Nothing is looked for yet; the field stays, as none is ever taken away.
        "disagreements": [],
        "problems": [{"path": problem.path, **problem_record(problem)} for problem in library.problems],
        "doubts": [doubt_record(doubt) for doubt in library.doubts],
    }


def doubt_record(doubt: Doubt) -> Record:
    """Something that only a person can decide."""
    return {
        "kind": doubt.kind,
        "question": doubt.question,
        "evidence": [evidence_record(place) for place in doubt.evidence],
        "answers": [{"label": answer.label, "yaml": answer.yaml} for answer in doubt.answers],
        "briefs": doubt.briefs,
    }


def brief_record(brief: Brief) -> Record:
    """A brief among the others."""
    return {
        "id": brief.id,
        "path": brief.analysis.document.path,
        "entities": dict(brief.entities),
        "related": [related_record(related) for related in brief.related],
        "origins": brief.origins,
        "duplicate_of": brief.duplicate_of,
    }


def related_record(related: Related) -> Record:
    """A related brief with the reasons."""
    return {
        "brief": related.brief,
        "score": related.score,
        "reasons": [{"kind": r.kind, "label": r.label, "id": r.id} for r in related.reasons],
    }


def entity_record(entity: Entity) -> Record:
    """An entity of the collection."""
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "aliases": entity.aliases,
        "rule": entity.rule,
        "roles": [
            {"title": role.title, **evidence_record(role.evidence), "by_editor": role.by_editor}
            for role in entity.roles
        ],
        "mentions": [evidence_record(mention) for mention in entity.mentions],
        "description": entity.description,
        "links": entity.links,
        "edits": [{"what": edit.what, "note": edit.note} for edit in entity.edits],
        "is_partial": entity.is_partial,
        "metonyms": [evidence_record(mention) for mention in entity.metonyms],
        "reference": asdict(entity.reference) if entity.reference else None,
    }


def event_record(event: Event) -> Record:
    """An event of the collection."""
    return {
        "id": event.id,
        "date": event.date,
        "place": event.place,
        "participants": event.participants,
        "precision": precision(event.date) if event.date else None,
        "title": evidence_record(event.title) if event.title else None,
        "kind": event.kind,
        "status": event.status,
        "standing": event.standing,
        "evidence": [part_record(part) for part in event.parts],
    }


def part_record(part: EventPart) -> Record:
    """A sentence that tells of an event."""
    return {
        **evidence_record(part.evidence),
        "date_span": part.date.span if part.date else None,
        "rule": part.rule,
        "status": part.status,
        "title": part.title,
        "known_from": part.known_from,
        "standing": part.standing,
        "ending": ending_record(part.ending),
    }


def evidence_record(evidence: Evidence) -> Record:
    """A span in one brief of many."""
    return {"brief": evidence.brief, "span": evidence.span}
