"""A brief or a name as a note in plain Markdown, without HTML: each line with the way to the sentence it rests on.

Where the ways lead, and how they are written, is decided by whoever asks: a vault has links between its notes, the site
those of its pages.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from generator.model import ENTITY_TYPES, Block, Brief, Claim, Entity, Event, Evidence, Quotation
from generator.rendering.catalog import Catalog, places_of, speaker_of, telling, text_of, unit_of
from generator.rendering.days import date_of
from generator.rendering.happenings import event_title, tag_telling
from generator.rendering.readable import counted, date_in_words
from generator.rendering.views import HEADINGS
from generator.text.clauses import join_clause
from generator.text.unicode import one_line

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~=$^%!&+])")
"""What means something somewhere in Markdown, or in the Markdown of Obsidian."""
_OPENING = re.compile(r"^(?:(-)|(\d{1,9})([.)]))")
"""What would begin a list."""
_LINE_CHARS = 20_000
_NOT_STATED = "not stated"


class Ways(Protocol):
    """How a note leads on."""

    def brief(self, brief: str, words: str) -> str:
        """A link to a brief."""

    def name(self, entity: Entity, words: str) -> str:
        """A link to a name; its words where it has no note."""

    def place(self, brief: str, anchor: str, words: str, *, is_here: bool) -> str:
        """A link to a sentence (`s6`) or another passage (`b2`) of a source; `is_here` on the note of its brief."""

    def anchor(self, anchor: str) -> str:
        """What marks a line of the source text as such a place."""


@dataclass(frozen=True, slots=True)
class Writer:
    """What a note is made of."""

    catalog: Catalog
    ways: Ways
    here: str = ""
    """The brief whose note it is."""

    def proof(self, evidence: Evidence, *, with_brief: bool = False) -> str:
        """The way to the words: `sentence 6`."""
        number = unit_of(self.catalog.addresses, evidence)[1]
        words, anchor = (f"sentence {number + 1}", f"s{number + 1}") if number >= 0 else ("passage", f"b{-number}")
        title = f"{plain(self.catalog.cards[evidence.brief].title)}, " if with_brief else ""
        return f"({title}{self.ways.place(evidence.brief, anchor, words, is_here=evidence.brief == self.here)})"


def plain(text: str | None) -> str:
    """Words of a source as Markdown that shows them and means nothing else, on one line."""
    escaped = _MARKS.sub(r"\\\1", one_line(text or "", _LINE_CHARS))
    return _OPENING.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", escaped)


def front_matter(properties: Mapping[str, object]) -> str:
    """YAML whose values are JSON, which is YAML too; what is not known is left out. Obsidian takes `[[` for a link."""
    known = {key: value for key, value in properties.items() if value not in (None, "", [])}
    lines = [f"{key}: {json.dumps(_tidy(value), ensure_ascii=False)}" for key, value in known.items()]
    return "\n".join(["---", *lines, "---", ""])


def _tidy(value: object) -> object:
    if isinstance(value, str):
        return one_line(value, _LINE_CHARS).replace("[[", "[ [")
    return [_tidy(item) for item in value] if isinstance(value, list) else value


def note_brief(writer: Writer, brief: Brief) -> str:
    """What a source says, and its text with each sentence on a line."""
    writer = replace(writer, here=brief.id)
    metadata, title = brief.analysis.metadata, writer.catalog.cards[brief.id].title
    properties = {
        "title": title,
        "publisher": metadata.publisher.value,
        "published": metadata.published.value,
        "authors": list(metadata.authors.value),
        "url": metadata.url.value,
        "language": None if brief.analysis.language == "und" else brief.analysis.language,
        "file": brief.analysis.document.path,
        "sha256": brief.analysis.document.sha256,
        "tags": ["brief"],
    }
    sections = (
        ("Summary", _summary(writer, brief)),
        ("What is said", _said(writer, brief)),
        ("What happened", _happened(writer, brief)),
        ("Figures", _figures(writer, brief)),
        ("Who is who", _names(writer, brief)),
        ("Related briefs", _related(writer, brief)),
    )
    head = f"{front_matter(properties)}\n# {plain(title)}\n\n{_facts(brief)}\n"
    text = "\n".join(_source_text(writer, brief))
    return f"{head}{_join(sections)}\n## Source text\n\n{text}\n"


def _join(sections: Iterable[tuple[str, Iterable[str]]]) -> str:
    found = ((words, list(lines)) for words, lines in sections)
    return "".join(f"\n## {words}\n\n" + "\n".join(lines) + "\n" for words, lines in found if lines)


def _facts(brief: Brief) -> str:
    metadata = brief.analysis.metadata
    published = metadata.published.value
    facts = (
        ("Publisher", plain(metadata.publisher.value)),
        ("Published", date_in_words(published) if published else ""),
        ("Authors", ", ".join(map(plain, metadata.authors.value))),
    )
    return "\n".join(f"- {name}: {value or _NOT_STATED}" for name, value in facts)


def _summary(writer: Writer, brief: Brief) -> Iterator[str]:
    for index in brief.analysis.summary:
        place = Evidence(brief.id, brief.analysis.sentences[index])
        yield f"- {plain(text_of(writer.catalog, place))} {writer.proof(place)}"


def _said(writer: Writer, brief: Brief) -> Iterator[str]:
    both: list[Quotation | Claim] = [*brief.analysis.quotations, *brief.analysis.claims]
    for said in sorted(both, key=lambda one: one.span):
        yield _statement(writer, brief, said)


def _statement(writer: Writer, brief: Brief, said: Quotation | Claim, *, with_brief: bool = False) -> str:
    is_quoted = isinstance(said, Quotation)
    speaker = speaker_of(writer.catalog, brief, said.speaker if isinstance(said, Quotation) else said.claimant)
    who = writer.ways.name(speaker, speaker.name) if speaker else "Speaker not determined"
    words = plain(said.span.of(brief.analysis.document.text))
    hedged = "hedged" if isinstance(said, Claim) and said.hedges else ""
    tags = said.act, hedged, f"via {plain(said.via)}" if said.via else None
    shown = f"“{words}”" if is_quoted else words
    proof = writer.proof(Evidence(brief.id, said.span), with_brief=with_brief)
    return f"- {who}: {shown}{_behind(tags)} {proof}"


def _happened(writer: Writer, brief: Brief) -> Iterator[str]:
    analysis = brief.analysis
    for told in analysis.events:
        place = Evidence(brief.id, analysis.sentences[told.sentence])
        day = analysis.dates[told.date].value if told.date is not None else None
        words = join_clause(analysis.document.text, told.clause) or text_of(writer.catalog, place)
        yield f"- {_when(day)}{plain(words)}{_behind((told.kind, *tag_telling(told)))} {writer.proof(place)}"


def _when(edtf: str | None) -> str:
    return f"{date_in_words(edtf)}: " if edtf else ""


def _behind(tags: Iterable[str | None]) -> str:
    """What kind it is and how it is told, behind its words: ` – meeting, planned`."""
    told = ", ".join(filter(None, tags))
    return f" – {told}" if told else ""


def _figures(writer: Writer, brief: Brief) -> Iterator[str]:
    for one in brief.analysis.quantities:
        words = plain(one.span.of(brief.analysis.document.text))
        yield f"- {words} {writer.proof(Evidence(brief.id, one.span))}"


def _names(writer: Writer, brief: Brief) -> Iterator[str]:
    known = writer.catalog.known_as[brief.id]
    for type_ in ENTITY_TYPES:
        local = [one for one in brief.analysis.entities if one.type == type_]
        found = dict.fromkeys(known[one.id] for one in local if known.get(one.id) in writer.catalog.entities)
        roles = {known.get(one.id): one.roles for one in local}
        if found:
            yield f"- {HEADINGS[type_]}"
        for id_ in found:
            entity = writer.catalog.entities[id_]
            titles = dict.fromkeys(plain(role.title) for role in roles[id_] if role.kind == "role")
            yield f"    - {', '.join((writer.ways.name(entity, entity.name), *titles))}"


def _related(writer: Writer, brief: Brief) -> Iterator[str]:
    for related in brief.related:
        reasons = "; ".join(f"{reason.kind} {plain(reason.label)}" for reason in related.reasons)
        yield f"- {writer.ways.brief(related.brief, writer.catalog.cards[related.brief].title)}: {reasons}"


def _source_text(writer: Writer, brief: Brief) -> Iterator[str]:
    """Each sentence with its number; what is no sentence as a passage; what was cut is counted."""
    document, cut = brief.analysis.document, 0
    sentences = writer.catalog.addresses.leaves[brief.id].sentences
    for number, block in enumerate(document.blocks, 1):
        if block.kind == "boilerplate":
            cut += 1
            continue
        inside = sentences.starting_in(block.span) if block.is_body else ()
        for index, span in inside:
            yield f"{index + 1}. {plain(span.of(document.text))}{writer.ways.anchor(f's{index + 1}')}"
        if not inside:
            yield f"{_passage(block, document.text)}{writer.ways.anchor(f'b{number}')}"
        yield ""
    if cut:
        yield f"{counted(cut, 'passage')} around this text left out."


def _passage(block: Block, text: str) -> str:
    words = plain(block.span.of(text))
    return f"**{words}**" if block.kind in ("title", "heading") and words else words


def note_entity(writer: Writer, entity: Entity) -> str:
    """What the collection says of a name."""
    catalog = writer.catalog
    briefs = dict.fromkeys(mention.brief for mention in entity.mentions)
    properties = {
        "title": entity.name,
        "type": entity.type.lower(),
        "aliases": list(entity.aliases),
        "mentions": len(entity.mentions),
        "briefs": len(briefs),
        "tags": [entity.type.lower()],
    }
    roles = (f"- {plain(role.title)} {writer.proof(role.evidence, with_brief=True)}" for role in entity.roles)
    both: list[tuple[Brief, Quotation | Claim]] = [*catalog.quotations_by.get(entity.id, ())]
    both += catalog.claims_by.get(entity.id, ())
    said = (_statement(writer, brief, one, with_brief=True) for brief, one in both)
    sections = (
        ("Roles, as stated", roles),
        ("What happened", (_event(writer, event) for event in catalog.events_of.get(entity.id, ()))),
        ("Said", said),
        ("Named in", (_naming(writer, entity, brief) for brief in briefs)),
    )
    also = f"Also: {', '.join(map(plain, entity.aliases))}\n\n" if entity.aliases else ""
    rule = f"Held for one because: {plain(entity.rule)}\n" if entity.rule else ""
    return f"{front_matter(properties)}\n# {plain(entity.name)}\n\n{also}{rule}{_join(sections)}"


def _event(writer: Writer, event: Event) -> str:
    catalog = writer.catalog
    places = [plain(catalog.entities[place].name) for place in places_of(event) if place in catalog.entities]
    where = f" ({', '.join(places)})" if places else ""
    part = telling(event)
    tags, proof = _behind((event.kind, *tag_telling(part))), writer.proof(part.evidence, with_brief=True)
    return f"- {_when(date_of(event))}{plain(event_title(catalog, event))}{where}{tags} {proof}"


def _naming(writer: Writer, entity: Entity, brief: str) -> str:
    """A brief with the sentences that name it."""
    places = [mention for mention in entity.mentions if mention.brief == brief]
    proofs = dict.fromkeys(writer.proof(place) for place in places)
    return f"- {writer.ways.brief(brief, writer.catalog.cards[brief].title)} {' '.join(proofs)}"
