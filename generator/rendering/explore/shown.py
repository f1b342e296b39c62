"""What a result of Explore says: what it is, its day and publisher, the sentences that prove it, with their places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.model import Brief, Claim, Entity, Event, Evidence, Quotation
from generator.rendering.addresses import EXPLORE, href, text_page
from generator.rendering.catalog import Catalog, telling, unit_of, unit_span
from generator.rendering.days import date_of
from generator.rendering.explore.tables import FEW_WORDS, Said, kind_of, names_of, origins_of, state_of, voices_of
from generator.rendering.happenings import event_title
from generator.rendering.labels import Text
from generator.rendering.readable import date_in_words, shortened
from generator.text.unicode import one_line

LINE_CHARS = 400
"""Of a sentence, at most."""
Line = tuple[str, str]
"""Its address from the page, and its words."""
Ranks = Mapping[str, Mapping[str, int]]


def show_line(catalog: Catalog, evidence: Evidence) -> Line:
    """The sentence or block that holds the words."""
    unit = unit_of(catalog.addresses, evidence)
    text = unit_span(catalog, unit).of(catalog.briefs[evidence.brief].analysis.document.text)
    return _way(catalog, evidence), shortened(one_line(text, 4 * LINE_CHARS), LINE_CHARS)


def _way(catalog: Catalog, evidence: Evidence) -> str:
    return str(href(catalog.addresses.of(evidence), EXPLORE, catalog.style))


def _source(catalog: Catalog, brief: str) -> dict[str, str]:
    """When and where a brief was published."""
    metadata = catalog.briefs[brief].analysis.metadata
    published = metadata.published.value
    return {
        "d": catalog.labels.text(date_in_words(published)) if published else "",
        "p": shortened(one_line(metadata.publisher.value or ""), 100),
    }


@dataclass(slots=True)
class _Lines:
    """The sentences of one brief that prove something, each once."""

    catalog: Catalog
    found: dict[tuple[str, int], int] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)

    def add(self, evidence: Evidence) -> int:
        """The number of the sentence that holds the words."""
        unit = unit_of(self.catalog.addresses, evidence)
        if unit not in self.found:
            self.found[unit] = len(self.lines)
            self.lines.append(show_line(self.catalog, evidence))
        return self.found[unit]


def show_brief_row(catalog: Catalog, brief: Brief, ranks: Ranks) -> dict[str, object]:
    """A brief: its lead, and for each name, speaker and agency the sentence that has it first."""
    lines, card = _Lines(catalog), catalog.cards[brief.id]
    if lead := _lead(brief):
        lines.add(lead)
    proofs: dict[str, dict[int, int]] = {facet: {} for facet in ranks}
    for facet, key, evidence in _proofs(catalog, brief):
        if (rank := ranks[facet].get(key)) is not None and rank not in proofs[facet]:
            proofs[facet][rank] = lines.add(evidence)
    return {
        "t": one_line(card.title),
        "h": str(href(text_page(brief.id), EXPLORE, catalog.style)),
        **_source(catalog, brief.id),
        "l": lines.lines,
        "m": {facet: [n for pair in found.items() for n in pair] for facet, found in proofs.items() if found},
    }


def _proofs(catalog: Catalog, brief: Brief) -> Iterator[tuple[str, str, Evidence]]:
    """The facet, the key and the words of what is named in a brief, in the order of its text, sentences first."""
    known, sentences = catalog.known_as[brief.id], catalog.addresses.leaves[brief.id].sentences
    for mention in sorted(brief.analysis.mentions, key=lambda mention: sentences.at(mention.span.start) is None):
        entity = catalog.entities.get(known.get(mention.entity, ""))
        for facet, (key, _) in names_of([entity]):
            yield facet, key, Evidence(brief.id, mention.span)
    for who, said in voices_of(catalog, brief):
        if who:
            yield "speaker", who.id, Evidence(brief.id, said.span)
    for key, (_, evidence) in origins_of(catalog, brief).items():
        yield "origin", key, evidence


def _lead(brief: Brief) -> Evidence | None:
    """The first sentence of the summary, else of the text, that does not repeat the title."""
    analysis = brief.analysis
    title = " ".join((analysis.metadata.title.value or "").split())
    spans = [analysis.sentences[at] for at in analysis.summary or range(min(2, len(analysis.sentences)))]
    fresh = [span for span in spans if not title or not span.of(analysis.document.text).startswith(title)]
    return Evidence(brief.id, (fresh or spans)[0]) if spans else None


def show_event_row(catalog: Catalog, event: Event) -> dict[str, object]:
    """An event: what happens, when, how it stands, and the sentence that stands for it."""
    part, when = telling(event), date_of(event)
    return {
        "t": one_line(event_title(catalog, event)),
        "h": str(href(catalog.addresses.events[event.id], EXPLORE, catalog.style)),
        "w": catalog.labels.text(date_in_words(when)) if when else "",
        "k": [catalog.labels.text(word) for word in _marks(event, when)],
        **_source(catalog, part.evidence.brief),
        "l": [show_line(catalog, part.evidence)],
    }


def _marks(event: Event, when: str | None) -> Iterator[str]:
    """Its kind, how it stands, and how its day is known."""
    yield from (word for word in (event.kind, state_of(event)) if word and word != "reported")
    if when and not event.date:
        yield "by the day of publication"


def show_statement_row(catalog: Catalog, brief: Brief, who: Entity | None, said: Said) -> dict[str, object]:
    """What is said, by whom, in which brief, and its sentence."""
    evidence = Evidence(brief.id, said.span)
    text = brief.analysis.document.text
    words = said.speaker_span if isinstance(said, Quotation) else said.claimant_span
    said_by = who.name if who else words.of(text) if words else ""
    return {
        "t": shortened(one_line(said.span.of(text), 4 * LINE_CHARS), LINE_CHARS),
        "h": _way(catalog, evidence),
        "q": isinstance(said, Quotation),
        "s": shortened(one_line(said_by), 100),
        "k": list(_notes(said, catalog.labels.text)),
        "b": one_line(catalog.cards[brief.id].title),
        **_source(catalog, brief.id),
        "l": [show_line(catalog, evidence)],
    }


def _notes(said: Said, text: Text) -> Iterator[str]:
    """What is done by saying it, and what else is to be known of it."""
    if kind_of(said) == FEW_WORDS:
        yield text(FEW_WORDS)
    if said.act and said.act != "states":
        yield text(said.act)
    if isinstance(said, Claim) and said.hedges:
        yield text("hedged")
    if said.via:
        yield f"{text('via')} {shortened(one_line(said.via), 100)}"
    if said.by_editor:
        yield text("speaker by the editor")
