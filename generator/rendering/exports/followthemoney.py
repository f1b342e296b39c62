"""The collection as entities of FollowTheMoney, one on each line, for Aleph, OpenAleph and the `ftm` command.

A source is an Article, a name a Person, Organization, Address or Event, a happening an Event. Whatever a source says of
a name is a link between the two (`Documentation`) with its words and place. What is only possible, demanded or denied
is no event here: the form has no word for it.
"""

from collections.abc import Iterator
from pathlib import Path

from generator.disk import revised
from generator.model import TOLD, Brief, Claim, Entity, EntityType, Event, Evidence, Library, Quotation
from generator.rendering.catalog import Catalog, make_catalog, speaker_of, text_of
from generator.rendering.exports.citations import parts_of
from generator.rendering.exports.contract import write_line
from generator.rendering.happenings import event_title
from generator.settings import Settings
from generator.text.addresses import is_web_address
from generator.text.unicode import clean, one_line

FILE = "entities.ftm.json"
_SCHEMATA: dict[EntityType, str] = {
    "Person": "Person",
    "Organization": "Organization",
    "Place": "Address",
    "Event": "Event",
}
_NAME_CHARS = 1000
Properties = dict[str, list[str]]


def write_entities(library: Library, out: Path, settings: Settings) -> tuple[Path, ...]:
    """Write entities.ftm.json into the folder `out`; its path. Raises OSError where that fails."""
    catalog = make_catalog(library, settings, "markdown")
    with revised(out, keep=False, only=(FILE,)) as folder, (folder / FILE).open("w", encoding="utf-8") as file:
        file.writelines(dict.fromkeys(list_lines(catalog)))
    return (out / FILE,)


def list_lines(catalog: Catalog) -> Iterator[str]:
    """The entities as JSON: sources, names, happenings, and what sources say of names."""
    for brief in catalog.library.briefs:
        yield _line(_source(brief.id), "Article", _article(brief))
    for entity in catalog.library.entities:
        yield _line(_named(entity.id), _SCHEMATA[entity.type], _about(catalog, entity))
    for event in catalog.library.events:
        if event.standing in TOLD:
            yield _line(f"event-{event.id}", "Event", _happening(catalog, event))
    for entity in catalog.library.entities:
        for role, status, evidence in _told_of(catalog, entity):
            yield _link(catalog, entity, role, status, evidence)
    for brief in catalog.library.briefs:
        yield from _said_in(catalog, brief)


def _line(id_: str, schema: str, properties: Properties) -> str:
    known = {name: found for name, values in properties.items() if (found := [v for v in values if v])}
    return write_line({"id": id_, "schema": schema, "properties": known})


def _source(brief: str) -> str:
    return f"source-{brief}"


def _named(entity: str) -> str:
    return f"name-{entity}"


def _text(words: str | None) -> str:
    return one_line(words or "", _NAME_CHARS)


def _article(brief: Brief) -> Properties:
    document, metadata = brief.analysis.document, brief.analysis.metadata
    url = metadata.url.value or ""
    return {
        "title": [_text(metadata.title.value)],
        "fileName": [_text(document.path)],
        "author": list(map(_text, metadata.authors.value)),
        "publisher": [_text(metadata.publisher.value)],
        "publishedAt": _dates(metadata.published.value),
        "sourceUrl": [url] if is_web_address(url) else [],
        "notes": [f"SHA-256 of the file: {document.sha256}"],
        "bodyText": [clean(document.text).strip()],
    }


def _dates(edtf: str | None) -> list[str]:
    """A date that is one and certain, as exact as it is; else nothing."""
    found = parts_of(edtf)
    return [_date(found[0][0])] if len(found) == 1 and not found[0][1] else []


def _date(numbers: tuple[int, ...]) -> str:
    return "-".join((f"{numbers[0]:04d}", *(f"{number:02d}" for number in numbers[1:])))


def _about(catalog: Catalog, entity: Entity) -> Properties:
    name, briefs = _text(entity.name), dict.fromkeys(mention.brief for mention in entity.mentions)
    known: Properties = {
        "name": [name],
        "alias": list(map(_text, entity.aliases)),
        "proof": list(map(_source, briefs)),
        "notes": [_text(entity.description)],
    }
    if entity.type == "Person":
        known["position"] = list(dict.fromkeys(_text(role.title) for role in entity.roles))
    if entity.type == "Place":
        known["full"] = [name]
    if reference := entity.reference:
        known["country"] = [reference.code.lower()]
        known["latitude"], known["longitude"] = [str(reference.latitude)], [str(reference.longitude)]
        known["notes"].append("Country and coordinates are from GeoNames, not from a source.")
    return known


def _happening(catalog: Catalog, event: Event) -> Properties:
    dates = parts_of(event.date)
    is_span = len(dates) == 2 and not any(is_about for _, is_about in dates)
    place = catalog.entities.get(event.place or "")
    people = [who for who in event.participants if _is_legal(catalog, who)]
    return {
        "name": [_text(event_title(catalog, event))],
        "keywords": [word for word in (event.kind, event.standing, event.status) if word],
        "date": _dates(event.date),
        "startDate": [_date(dates[0][0])] if is_span else [],
        "endDate": [_date(dates[1][0])] if is_span else [],
        "location": [_text(place.name)] if place else [],
        "involved": list(map(_named, people)),
        "summary": [clean(text_of(catalog, part.evidence)).strip() for part in event.parts],
        "notes": [_place(catalog, part.evidence) for part in event.parts],
        "proof": list(dict.fromkeys(_source(part.evidence.brief) for part in event.parts)),
    }


def _is_legal(catalog: Catalog, who: str) -> bool:
    found = catalog.entities.get(who)
    return found is not None and found.type in ("Person", "Organization")


def _place(catalog: Catalog, evidence: Evidence) -> str:
    """Where words stand: `a.txt, characters 12-80`."""
    path = catalog.briefs[evidence.brief].analysis.document.path
    return f"{_text(path)}, characters {evidence.span.start}-{evidence.span.end}"


def _told_of(catalog: Catalog, entity: Entity) -> Iterator[tuple[str, str, Evidence]]:
    """Where it is named, and what it is called."""
    metonyms = frozenset(entity.metonyms)
    for mention in entity.mentions:
        yield "named", "stands for its government" if mention in metonyms else "", mention
    for role in entity.roles:
        yield "role", "in the editor’s words" if role.by_editor else "", role.evidence


def _said_in(catalog: Catalog, brief: Brief) -> Iterator[str]:
    """The quotations and claims of those who are known."""
    both: list[Quotation | Claim] = [*brief.analysis.quotations, *brief.analysis.claims]
    for said in both:
        is_quoted = isinstance(said, Quotation)
        speaker = speaker_of(catalog, brief, said.speaker if isinstance(said, Quotation) else said.claimant)
        if speaker:
            place = Evidence(brief.id, said.span)
            yield _link(catalog, speaker, "quotation" if is_quoted else "claim", said.act or "", place)


def _link(catalog: Catalog, entity: Entity, role: str, status: str, evidence: Evidence) -> str:
    """What a source says of a name, with the words."""
    place = f"{evidence.span.start}-{evidence.span.end}"
    properties = {
        "document": [_source(evidence.brief)],
        "entity": [_named(entity.id)],
        "role": [role],
        "status": [status],
        "recordId": [place],
        "summary": [clean(text_of(catalog, evidence)).strip()],
        "description": [_place(catalog, evidence)],
    }
    return _line(f"{role}-{evidence.brief}-{place}-{entity.id}", "Documentation", properties)
