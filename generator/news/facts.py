"""The facts of a collection, each with the ids under which an earlier build may know it.

An id is made of words alone: not of a place in a text, a path or the order of sources. A name is also known by its
other forms, an event by each sentence that tells it, a brief by its address on the web and by its headline with its
day: so "Sherman" who becomes "Wendy Sherman", an event that a second brief tells and a corrected text are no news.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.model import TOLD, Brief, Entity, Event, EventPart, Evidence, FactKind, Library, Opposition, Span
from generator.text.counting import counted_as
from generator.text.unicode import one_line

WORDS_CHARS = 100
_KINDS: Mapping[str, FactKind] = {"Person": "person", "Organization": "organization"}
"""The names whose coming is told; a place is rather there than new."""
_MOST_SENTENCES = 20
"""Sentences by which an event is known, at most."""


class Found(NamedTuple):
    """A fact of this build."""

    kind: FactKind
    ids: tuple[str, ...]
    """Under each of them it is the same to a later build; the first is its own. Never empty."""
    also: tuple[str, ...]
    """Under these an earlier build may have it."""
    words: str
    brief: str
    evidence: Evidence | None = None
    subject: str | None = None


def find_facts(library: Library) -> list[Found]:
    """All facts, each id once: of facts with the same words the one in the first brief by day."""
    age = {brief.id: at for at, brief in enumerate(sorted(library.briefs, key=_day_and_id))}
    briefs = {brief.id: brief for brief in library.briefs}
    found = [*_briefs(library.briefs), *_names(library.entities), *_quotations(library.briefs)]
    found += _events(library.events, briefs)
    found += [*_roles(library.entities), *_disagreements(library.oppositions, briefs, age)]
    unique: dict[str, Found] = {}
    for fact in sorted(found, key=lambda fact: (age[fact.brief], fact.evidence[1] if fact.evidence else Span(0, 0))):
        unique.setdefault(fact.ids[0], fact)
    return list(unique.values())


def make_id(kind: FactKind, *words: str) -> str:
    """The id of a fact of these words; white space and case do not count."""
    text = "\0".join([kind, *(" ".join(part.split()).casefold() for part in words)])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def day_published(brief: Brief) -> str | None:
    """The day of publication, where one is known to the day."""
    value = brief.analysis.metadata.published.value or ""
    return value[:10] if value[4:5] == "-" and len(value) >= 10 and value[:10].replace("-", "").isdigit() else None


def _day_and_id(brief: Brief) -> tuple[str, str]:
    return day_published(brief) or "9", brief.id


def _briefs(briefs: Iterable[Brief]) -> Iterator[Found]:
    for brief in briefs:
        if brief.duplicate_of:
            continue
        analysis, metadata = brief.analysis, brief.analysis.metadata
        text, title = analysis.document.text, metadata.title.value or ""
        texts = [span.of(text) for span in analysis.sentences] or [text]
        own = make_id("brief", title, *texts)
        also = [make_id("brief", "url", metadata.url.value)] if metadata.url.value else []
        if metadata.title.status != "derived" and title and metadata.published.value:
            also.append(make_id("brief", "headline", title, metadata.published.value, metadata.publisher.value or ""))
        yield Found("brief", (own, *also), (), _line(title or analysis.document.path), brief.id)


def _names(entities: Iterable[Entity]) -> Iterator[Found]:
    for entity in entities:
        kind = _KINDS.get(entity.type)
        if kind and counted_as(entity):
            also = tuple(make_id(kind, alias) for alias in entity.aliases)
            first = entity.mentions[-1]
            yield Found(kind, (make_id(kind, entity.name),), also, _line(entity.name), first.brief, first, entity.id)


def _roles(entities: Iterable[Entity]) -> Iterator[Found]:
    for entity in entities:
        for role in entity.roles:
            also = tuple(make_id("role", alias, role.title) for alias in entity.aliases)
            own, words = make_id("role", entity.name, role.title), _line(f"{entity.name}: {role.title}")
            yield Found("role", (own,), also, words, role.evidence.brief, role.evidence, entity.id)


def _quotations(briefs: Iterable[Brief]) -> Iterator[Found]:
    """By their words; a few words are the same only in the same sentence."""
    for brief in briefs:
        if brief.duplicate_of:
            continue
        text, known = brief.analysis.document.text, dict(brief.entities)
        for said in brief.analysis.quotations:
            words = said.span.of(text)
            around = _sentence(brief, said.span.start) if said.kind == "fragment" else ""
            own = make_id("quotation", words, around)
            speaker = known.get(said.speaker or "")
            yield Found("quotation", (own,), (), _line(words), brief.id, Evidence(brief.id, said.span), speaker)


def _sentence(brief: Brief, place: int) -> str:
    text = brief.analysis.document.text
    return next((span.of(text) for span in brief.analysis.sentences if span.start <= place < span.end), "")


def _events(events: Iterable[Event], briefs: Mapping[str, Brief]) -> Iterator[Found]:
    for event in events:
        parts = [part for part in event.parts if not briefs[part.evidence.brief].duplicate_of]
        if event.standing not in TOLD or not parts:
            continue
        texts = [(_words(part.evidence, briefs), _trigger(event, part, briefs)) for part in parts]
        first = parts[0].evidence
        clause = " ".join(_words(evidence, briefs) for evidence in event.clause) or _words(first, briefs)
        ids = tuple(dict.fromkeys(sorted(make_id("event", *text) for text in texts)))[:_MOST_SENTENCES]
        yield Found("event", ids, (), _line(clause), first.brief, first, event.id)
        if event.corroboration and len(event.corroboration.origins) > 1:
            agreed = tuple(dict.fromkeys(sorted(make_id("agreement", *text) for text in texts)))[:_MOST_SENTENCES]
            yield Found("agreement", agreed, (), _line(clause), parts[-1].evidence.brief, first, event.id)


def _disagreements(
    oppositions: Iterable[Opposition], briefs: Mapping[str, Brief], age: Mapping[str, int]
) -> Iterator[Found]:
    """By each two sentences that oppose each other; it comes with the younger of its first two briefs."""
    for opposition in oppositions:
        one, other = (list(side.positions) for side in opposition.sides[:2])
        texts = [(_words(a.evidence, briefs), _words(b.evidence, briefs)) for a in one for b in other]
        ids = {make_id("disagreement", opposition.kind, *sorted(pair)) for pair in texts[: _MOST_SENTENCES**2]}
        last = max((one[0].evidence, other[0].evidence), key=lambda evidence: (age[evidence.brief], evidence.span))
        words = " / ".join(_line(_words(position.words, briefs)) for position in (one[0], other[0]))
        yield Found("disagreement", tuple(sorted(ids))[:_MOST_SENTENCES], (), words, last.brief, last, opposition.id)


def _trigger(event: Event, part: EventPart, briefs: Mapping[str, Brief]) -> str:
    """The word by which a sentence tells it: one sentence may tell of two."""
    analysis = briefs[part.evidence.brief].analysis
    told = analysis.events[part.event].trigger if part.event is not None else None
    return told.of(analysis.document.text) if told else event.kind or ""


def _words(evidence: Evidence, briefs: Mapping[str, Brief]) -> str:
    return evidence.span.of(briefs[evidence.brief].analysis.document.text)


def _line(text: str) -> str:
    """The first words on one line."""
    line = one_line(text, 4 * WORDS_CHARS)
    return line if len(line) <= WORDS_CHARS else line[: WORDS_CHARS - 1].rstrip() + "…"
