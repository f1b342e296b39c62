"""Whether all that is published stands, word for word, in the source as it is now.

Each finding of an analysis is compared with the freshly read text: the words at its span, in the analysed and in the
fresh text, and what is published for it (a name, a title, a credit). The laws of the model are checked on the way.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from generator.model import UNTOLD, Analysis, Document, Problem, Span

SHOWN = 60
"""Characters of a text shown in a message."""
MOST = 25
"""Faults told of one source; a source that was changed in its first line has one for each finding."""


class Slice(NamedTuple):
    """A span that is published, and what it is said to be."""

    what: str
    """What it is: `sentence`, `name`, ..."""
    span: Span
    says: tuple[str, ...] = ()
    """Published words that must stand in the span, white space folded."""
    whole: bool = True
    """Whether they must be all of the span."""


def check(analysis: Analysis, fresh: Document) -> tuple[Problem, ...]:
    """The faults of one analysis beside its source, read anew; empty where all is verbatim.

    Each is an error that names the file, the sentence by number (from 1) or the line, and both texts, shortened. At
    most `MOST` of them and a last one that says so.
    """
    path = analysis.document.path
    found = []
    if analysis.document.sha256 != fresh.sha256:
        found.append(Problem(path, "changed since it was analysed", "build once more", "error"))
    found += islice(find_faults(analysis, fresh), MOST + 1)
    if len(found) > MOST:
        found[MOST:] = [Problem(path, "more of this kind", None, "error")]
    return tuple(found)


def find_faults(analysis: Analysis, fresh: Document) -> Iterator[Problem]:
    """Every mismatch, then every broken law."""
    path = analysis.document.path
    for published in list_slices(analysis):
        if fault := compare(published, analysis, fresh.text):
            yield Problem(path, fault, "build once more without the cache", "error", published.span)
    loose = list(list_loose_words(analysis))
    statements = [fold(text) for text in list_statements(fresh)] if loose else []
    for what, words in loose:
        if not any(fold(words) in statement for statement in statements):
            yield Problem(path, f"{what} {shorten(words)} is nowhere in the source", "please report it", "error")
    for fault in find_broken_laws(analysis):
        yield Problem(path, fault, "please report it", "error")


def compare(published: Slice, analysis: Analysis, fresh: str) -> str | None:
    """What is wrong with one published span; None where its words are the source's."""
    text, span = analysis.document.text, published.span
    place = locate(span, analysis)
    where = place if published.what == "sentence" else f"{published.what} in {place}"
    if not 0 <= span.start < span.end <= len(text):
        return f"{where}: [{span.start}, {span.end}] is no part of the text"
    there = span.of(fresh)
    if span.of(text) != there:
        return f"{where}: {shorten(span.of(text))} is not in the source, which has {shorten(there)}"
    for words in published.says:
        if fold(words) != fold(there) if published.whole else fold(words) not in fold(there):
            return f"{where}: {shorten(words)} is not in the source, which has {shorten(there)}"
    return None


def list_slices(analysis: Analysis) -> Iterator[Slice]:
    """Every span that is published from the analysis."""
    yield from (Slice("block", block.span) for block in analysis.document.blocks)
    yield from (Slice("sentence", span) for span in analysis.sentences)
    yield from list_metadata(analysis)
    yield from (Slice("credit", credit.span, (credit.name,)) for credit in analysis.credits)
    yield from (Slice("name", mention.span) for mention in analysis.mentions)
    for entity in analysis.entities:
        yield from (Slice("role", role.span, (role.title,)) for role in entity.roles)
    for quotation in analysis.quotations:
        yield Slice("quotation", quotation.span)
        yield from list_present("speaker", quotation.speaker_span)
        yield from list_present("cue", quotation.cue)
    for claim in analysis.claims:
        yield Slice("claim", claim.span)
        yield from list_present("claimant", claim.claimant_span)
        yield from list_present("cue", claim.cue, *claim.hedges)
    for headline in analysis.headline_quotations:
        yield Slice("quotation of the headline", headline.span)
        yield from list_present("evidence", headline.evidence)
    yield from (Slice("date", date.span) for date in analysis.dates)
    yield from list_present("event", *(event.title for event in analysis.events))


def list_metadata(analysis: Analysis) -> Iterator[Slice]:
    """The metadata that the text itself gives. A date and an address are written otherwise than they are published."""
    metadata = analysis.metadata
    fields = {"title": metadata.title, "publisher": metadata.publisher, "section": metadata.section}
    for name, field in fields.items():
        if field.span and field.value and field.status != "override":
            yield Slice(name, field.span, (field.value,), whole=False)
    yield from list_present("date of publication", metadata.published.span)
    yield from list_present("address", metadata.url.span)
    if metadata.authors.span and metadata.authors.status != "override":
        yield Slice("authors", metadata.authors.span, metadata.authors.value, whole=False)


def list_present(what: str, *spans: Span | None) -> Iterator[Slice]:
    """Slices of those spans that are there."""
    return (Slice(what, span) for span in spans if span is not None)


def list_loose_words(analysis: Analysis) -> Iterator[tuple[str, str]]:
    """Published words without a span of their own, with what they are."""
    media = [*(quotation.via for quotation in analysis.quotations), *(claim.via for claim in analysis.claims)]
    yield from (("the medium", name) for name in media if name)
    metadata = analysis.metadata
    fields = {"title": metadata.title, "publisher": metadata.publisher, "section": metadata.section}
    for name, field in fields.items():
        if field.value and not field.span:
            yield f"the {name}", field.value
    if not metadata.authors.span:
        yield from (("the author", author) for author in metadata.authors.value)


def list_statements(fresh: Document) -> Iterator[str]:
    """All that a source says: its declarations and its text."""
    for declaration in fresh.declarations:
        yield from declaration.values
    yield fresh.text


def find_broken_laws(analysis: Analysis) -> Iterator[str]:
    """The laws of the model that the analysis breaks, each in a few words."""
    text = analysis.document.text
    blocks = [block.span for block in analysis.document.blocks]
    mentions = [mention.span for mention in analysis.mentions]
    for what, spans in {"blocks": blocks, "sentences": analysis.sentences, "names": mentions}.items():
        if any(before.end > after.start for before, after in pairwise(spans)):
            yield f"{what} overlap or are out of order"
    if any(text[before.end : after.start].strip() for before, after in pairwise(blocks)):
        yield "words stand outside every block"
    body = [block.span for block in analysis.document.blocks if block.is_body]
    yield from (f"sentence {n} is not in the body" for n, s in enumerate(analysis.sentences, 1) if not is_held(s, body))
    if list(analysis.summary) != sorted(set(analysis.summary)):
        yield "the summary repeats a sentence or leaves the order"
    yield from find_broken_references(analysis)
    yield from find_unsaid_names(analysis)
    if any(event.standing in UNTOLD for event in analysis.events):
        yield "an event is published that its sentence denies or only asks about"
    if any(event.ending and event.ending.standing == "asserted" for event in analysis.events):
        yield "an event is called off as a fact and is not"
    if any((date.value is None) != (date.status == "open") for date in analysis.dates):
        yield "a date is open and has a value, or is not and has none"


def find_broken_references(analysis: Analysis) -> Iterator[str]:
    """Indexes and ids that point nowhere."""
    types = {entity.id: entity.type for entity in analysis.entities}
    if len(types) < len(analysis.entities):
        yield "two entities have one id"
    if any(types.get(mention.entity) != mention.type for mention in analysis.mentions):
        yield "a name points at no entity, or at one of another type"
    quoted = [*(q.speaker for q in analysis.quotations), *(h.speaker for h in analysis.headline_quotations)]
    said = [*quoted, *(c.claimant for c in analysis.claims)]
    told = [entity for event in analysis.events for entity in (*event.participants, event.place, *event.hosts)]
    if any(entity is not None and entity not in types for entity in (*said, *told)):
        yield "a speaker, claimant, participant or place points at no entity"
    sentences = [*analysis.summary, *(c.sentence for c in analysis.claims), *(e.sentence for e in analysis.events)]
    if any(not 0 <= sentence < len(analysis.sentences) for sentence in sentences):
        yield "the summary, a claim or an event points at no sentence"
    dates = [event.date for event in analysis.events if event.date is not None]
    if any(not 0 <= date < len(analysis.dates) for date in dates):
        yield "an event points at no date"


def find_unsaid_names(analysis: Analysis) -> Iterator[str]:
    """Names and other forms that are not the words of one of the entity's mentions."""
    said: dict[str, set[str]] = {entity.id: set() for entity in analysis.entities}
    for mention in analysis.mentions:
        said.setdefault(mention.entity, set()).add(fold(mention.span.of(analysis.document.text)))
    for entity in analysis.entities:
        for form in (entity.name, *entity.aliases):
            if fold(form) not in said[entity.id]:
                yield f"the name {shorten(form)} is at none of its places in the text"


def is_held(span: Span, blocks: list[Span]) -> bool:
    """Whether one of the blocks, which are in order, holds the span."""
    at = bisect_right(blocks, span.start, key=lambda block: block.start) - 1
    return at >= 0 and blocks[at].holds(span)


def locate(span: Span, analysis: Analysis) -> str:
    """Where the span is, for a person: its sentence, else its line; both from 1."""
    at = bisect_right(analysis.sentences, span.start, key=lambda sentence: sentence.start)
    if at and analysis.sentences[at - 1].overlaps(span):
        return f"sentence {at}"
    breaks = analysis.document.text.count("\n", 0, max(0, span.start))
    return f"line {breaks + 1}"


def fold(text: str) -> str:
    """The text with white space folded."""
    return " ".join(text.split())


def shorten(text: str) -> str:
    """The text in quotation marks, on one line, at most `SHOWN` characters of it."""
    line = fold(text)
    return f"“{line}”" if len(line) <= SHOWN else f"“{line[: SHOWN - 1].rstrip()}…”"
