"""Whether all that is published stands, word for word, in the source as it is now.

Each finding of an analysis is compared with the freshly read text: the words at its span, in the analysed and in the
fresh text, and what is published for it (a name, a title, a credit). The laws of the model are checked on the way.
"""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache
from itertools import islice, pairwise
from typing import Any, NamedTuple, get_args, get_type_hints

from generator.model import (
    Analysis,
    Authors,
    Credit,
    Document,
    Field,
    LocalEvent,
    Metadata,
    Problem,
    Role,
    Span,
)
from generator.text.spans import Spans

SHOWN = 60
"""Characters of a text shown in a message."""
MOST = 25
"""Faults told of one source; a source that was changed in its first line has one for each finding."""


WRITTEN = ("title", "publisher", "section")
"""The metadata that is published as it is written; a date, an address and a language are not."""
CALLED: Mapping[tuple[type, str], str] = {
    (Analysis, "mentions"): "name",
    (Analysis, "headline_quotations"): "quotation of the headline",
    (Metadata, "published"): "date of publication",
    (Metadata, "url"): "address",
    (LocalEvent, "clause"): "short sentence of the event",
}
"""What a span is called in a message, where that is not the name of its field."""


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
    for published in dict.fromkeys(list_slices(analysis)):
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
    fault = find_fault(published, analysis.document.text, fresh)
    if fault is None:
        return None
    place = locate(published.span, analysis)
    return f"{place if published.what == 'sentence' else f'{published.what} in {place}'}: {fault}"


def find_fault(published: Slice, text: str, fresh: str) -> str | None:
    """The same without its place; `text` is that of the analysis."""
    span = published.span
    if not 0 <= span.start < span.end <= len(text):
        return f"[{span.start}, {span.end}] is no part of the text"
    there = span.of(fresh)
    if span.of(text) != there:
        return f"{shorten(span.of(text))} is not in the source, which has {shorten(there)}"
    for words in published.says:
        if fold(words) != fold(there) if published.whole else fold(words) not in fold(there):
            return f"{shorten(words)} is not in the source, which has {shorten(there)}"
    return None


def list_slices(value: Any, what: str = "") -> Iterator[Slice]:
    """Every span in a value of the model, however deep: a new finding is checked without a line here."""
    if isinstance(value, Span):
        yield Slice(what, value)
    elif isinstance(value, tuple):
        for item in value:
            yield from list_slices(item, what)
    elif value is not None:
        kind: Any = type(value)
        for name, called in list_holders(kind):
            inner = getattr(value, name)
            if name == "span" and inner is not None:
                yield list_own(value, inner, what)
            else:
                yield from list_slices(inner, called)


@cache
def list_holders(kind: type) -> tuple[tuple[str, str], ...]:
    """The fields of a type in which spans may stand, with what each is called in a message."""
    hints = get_type_hints(kind).items()
    return tuple((name, _call(kind, name)) for name, hint in hints if _may_hold(hint))


def _call(kind: type, name: str) -> str:
    return CALLED.get((kind, name)) or name.removesuffix("_span").removesuffix("s").replace("_", " ")


def _may_hold(hint: Any) -> bool:
    return hint is Span or is_dataclass(hint) or any(map(_may_hold, get_args(hint)))


def list_own(value: Any, span: Span, what: str) -> Slice:
    """The span of a finding with what is published for it: the words there, or a part of them."""
    match value:
        case Credit():
            return Slice(what, span, (value.name,))
        case Role():
            return Slice(what, span, (value.title,))
        case Field(str(words), status) if what in WRITTEN and status != "override":
            return Slice(what, span, (words,), whole=False)
        case Authors(names, status) if status != "override":
            return Slice(what, span, names, whole=False)
    return Slice(what, span)


def list_loose_words(analysis: Analysis) -> Iterator[tuple[str, str]]:
    """Published words without a span of their own, with what they are."""
    media = [*(quotation.via for quotation in analysis.quotations), *(claim.via for claim in analysis.claims)]
    yield from (("the medium", name) for name in media if name)
    metadata = analysis.metadata
    for name in WRITTEN:
        field = getattr(metadata, name)
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
    body = Spans(block.span for block in analysis.document.blocks if block.is_body)
    for number, sentence in enumerate(analysis.sentences, 1):
        block = body.at(sentence.start)
        if block is None or not block.holds(sentence):
            yield f"sentence {number} is not in the body"
    if list(analysis.summary) != sorted(set(analysis.summary)):
        yield "the summary repeats a sentence or leaves the order"
    if any(referent.sentence not in analysis.summary for referent in analysis.referents):
        yield "a word is explained in a sentence that is not in the summary"
    yield from find_broken_references(analysis)
    yield from find_unsaid_names(analysis)
    if any(event.date is not None and event.assumed for event in analysis.events):
        yield "an event has a day of its own and one that is assumed"
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
    told = [
        entity
        for event in analysis.events
        for entity in (*event.participants, event.place, *(a.entity for a in event.arguments))
    ]
    said += [referent.entity for referent in analysis.referents]
    if any(entity is not None and entity not in types for entity in (*said, *told)):
        yield "a speaker, claimant, participant or place points at no entity"
    sentences = [*analysis.summary, *(c.sentence for c in analysis.claims), *(e.sentence for e in analysis.events)]
    sentences += [statement.sentence for statement in analysis.dated]
    if any(not 0 <= sentence < len(analysis.sentences) for sentence in sentences):
        yield "the summary, a claim or an event points at no sentence"
    dates = [event.date for event in analysis.events if event.date is not None]
    dates += [statement.date for statement in analysis.dated]
    if any(not 0 <= date < len(analysis.dates) for date in dates):
        yield "an event or a dated statement points at no date"


def find_unsaid_names(analysis: Analysis) -> Iterator[str]:
    """Names and other forms that are not the words of one of the entity's mentions."""
    said: dict[str, set[str]] = {entity.id: set() for entity in analysis.entities}
    for mention in analysis.mentions:
        said.setdefault(mention.entity, set()).add(fold(mention.span.of(analysis.document.text)))
    for entity in analysis.entities:
        for form in (entity.name, *entity.aliases):
            if fold(form) not in said[entity.id]:
                yield f"the name {shorten(form)} is at none of its places in the text"


def locate(span: Span, analysis: Analysis) -> str:
    """Where the span is, for a person: its sentence, else its line; both from 1."""
    sentence = Spans(analysis.sentences).index_at(span.start)
    if sentence is not None:
        return f"sentence {sentence + 1}"
    breaks = analysis.document.text.count("\n", 0, max(0, span.start))
    return f"line {breaks + 1}"


def fold(text: str) -> str:
    """The text with white space folded."""
    return " ".join(text.split())


def shorten(text: str) -> str:
    """The text in quotation marks, on one line, at most `SHOWN` characters of it."""
    line = fold(text)
    return f"“{line}”" if len(line) <= SHOWN else f"“{line[: SHOWN - 1].rstrip()}…”"
