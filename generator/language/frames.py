"""Sentences as units, in which a name is one unit and a quotation is one unit, whatever it says.

A frame is a sentence, or several where a quotation runs over their borders. In it one can look for who speaks without
being misled by the names that are quoted.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from generator.language.en.model import Reading
from generator.language.en.persons import Pronoun, know_pronouns
from generator.language.people.honorifics import with_honors
from generator.language.trees import Trees
from generator.model import Block, Document, EntityType, LocalEntity, Mention, Span
from generator.text.quotes import Passage, find_passages
from generator.text.spans import Spans

UNIT = re.compile(r"\d+(?:[.,]\d+)+|['’]s\b|\w+(?:[-'’]\w+|\.(?=\w\.?))*|[^\w\s]")
"""A number, a possessive ending, a word, or one other character."""
Kind = Literal["word", "mark", "name", "quotation"]
WORD, MARK, NAME, QUOTATION = "<word>", "<mark>", "<name>", "<quotation>"
"""Stand for any unit of a kind where a frame is asked what it reads."""
KINDS: Mapping[str, Kind] = {WORD: "word", MARK: "mark", NAME: "name", QUOTATION: "quotation"}


class Unit(NamedTuple):
    """A word, a mark, a name or a quotation."""

    span: Span
    kind: Kind
    text: str
    mention: Mention | None = None
    passage: Passage | None = None
    """The quoted words, of a quotation."""

    @property
    def is_capitalized(self) -> bool:
        """Whether it is a word that begins with a capital."""
        return self.kind == "word" and self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence or several, as units."""

    span: Span
    paragraph: int
    """Index of its block among the body blocks."""
    units: tuple[Unit, ...]
    words: tuple[str, ...]
    """For each unit its word or mark in lower case; empty for names and quotations, which are no words."""
    stands_alone: bool
    """Whether the frame is nothing but quotations."""

    def word(self, at: int) -> str:
        """The word at an index; empty for names, quotations and outside the frame."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def kind(self, at: int) -> str:
        """The kind of the unit at an index; empty outside the frame."""
        return self.units[at].kind if 0 <= at < len(self.units) else ""

    def mention(self, at: int) -> Mention | None:
        """The name at an index; None where none stands."""
        return self.units[at].mention if 0 <= at < len(self.units) else None

    def is_person(self, at: int) -> bool:
        """Whether a person is named at an index."""
        mention = self.mention(at)
        return mention is not None and mention.type == "Person"

    def reads(self, at: int, *parts: str | Collection[str]) -> bool:
        """Whether the units from an index on are these: each a word, one of some words, or any of a kind (`NAME`)."""
        return all(self._fits(at + number, part) for number, part in enumerate(parts))

    def reads_before(self, at: int, *parts: str | Collection[str]) -> bool:
        """Whether the units right before an index are these."""
        return self.reads(at - len(parts), *parts)

    def _fits(self, at: int, part: str | Collection[str]) -> bool:
        if not isinstance(part, str):
            return self.word(at) in part
        return self.kind(at) == KINDS[part] if part in KINDS else self.word(at) == part

    def index_at(self, place: int) -> int | None:
        """The index of the unit in which a place of the text lies."""
        at = self.index_from(place + 1) - 1
        return at if at >= 0 and self.units[at].span.start <= place < self.units[at].span.end else None

    def index_from(self, place: int) -> int:
        """The index of the first unit that begins at a place of the text or behind it."""
        return bisect_left(self.units, place, key=lambda unit: unit.span.start)

    def span_of(self, first: int, last: int) -> Span:
        """From the first to the last of some units."""
        return Span(self.units[first].span.start, self.units[last].span.end)


@dataclass(frozen=True, slots=True)
class Context:
    """What is needed of a document to see who says what."""

    document: Document
    blocks: Spans[Block]
    sentences: Spans[Span]
    types: dict[str, EntityType]
    """The type of each `LocalEntity.id`."""
    roles: dict[int, Span]
    """The roles as stated, by the place where they end."""
    role_ends: tuple[int, ...]
    """Those places, ascending."""
    passages: Spans[Passage]
    """What stands between quotation marks, by the place of the marks."""
    mentions: Spans[Mention]
    trees: Trees
    """The parse; without words where the language has none."""
    called: Mapping[str, Pronoun | None] = field(default_factory=dict)
    """What is known of the pronoun of each person, by `LocalEntity.id`."""
    offices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The persons whose role has a word, by the word in lower case."""
    unquoted: Spans[Mention] = field(default_factory=lambda: Spans(()))
    """The mentions outside quotations."""

    @property
    def text(self) -> str:
        """The text of the document."""
        return self.document.text

    def part_of_speech(self, start: int) -> str:
        """What the word that begins at a place of the text is by the parse; empty without one."""
        at = self.trees.starting_at(start)
        return "" if at is None else self.trees.pos(at)

    def kind_of(self, frame: Frame, at: int) -> str:
        """What the unit at an index of a frame is by the parse; empty without one."""
        return self.part_of_speech(frame.units[at].span.start)


def body_spans(document: Document) -> tuple[Span, ...]:
    """The body blocks, in order."""
    return tuple(block.span for block in document.blocks if block.is_body)


def read_context(
    document: Document,
    sentences: Sequence[Span],
    entities: Sequence[LocalEntity],
    mentions: Sequence[Mention],
    trees: Trees | None = None,
) -> Context:
    """Pair the quotation marks and sort the entities. Linear in the length of the text."""
    passages = Spans(find_passages(document.text, body_spans(document))[0], lambda passage: passage.whole)
    roles = {role.span.end: role.span for entity in entities for role in entity.roles}
    return Context(
        document=document,
        blocks=Spans(document.blocks),
        sentences=Spans(sentences),
        types={entity.id: entity.type for entity in entities},
        roles=roles,
        role_ends=tuple(sorted(roles)),
        passages=passages,
        mentions=Spans(mentions),
        trees=trees or Trees(document.text, Reading((), (), ())),
        called=know_pronouns(document.text, entities, mentions),
        offices=_offices(entities),
        unquoted=Spans([mention for mention in mentions if not passages.overlapping(mention.span)]),
    )


def _offices(entities: Sequence[LocalEntity]) -> dict[str, frozenset[str]]:
    """The persons in whose roles a word stands, by the word in lower case."""
    found: dict[str, set[str]] = {}
    for entity in entities:
        if entity.type == "Person":
            for word in {word for role in entity.roles for word in re.findall(r"\w+", role.title.lower())}:
                found.setdefault(word, set()).add(entity.id)
    return {word: frozenset(people) for word, people in found.items()}


def read_frames(context: Context) -> Iterator[Frame]:
    """The frames of all sentences, in order; one at a time, as the units of a long text take much room."""
    for span, paragraph in _frame_spans(context):
        yield frame_of(context, span, paragraph)


def frame_of(context: Context, span: Span, paragraph: int, *, quotes: bool = True) -> Frame:
    """The frame of any stretch of the text; without `quotes` quotation marks in it are marks like others."""
    units = _units(context if quotes else replace(context, passages=Spans(())), span)
    words = tuple(unit.text.lower() if unit.kind in ("word", "mark") else "" for unit in units)
    return Frame(span, paragraph, units, words, all(unit.kind in ("quotation", "mark") for unit in units))


def _frame_spans(context: Context) -> list[tuple[Span, int]]:
    """The span of each frame, with the index of its paragraph."""
    text, starts = context.text, [paragraph.start for paragraph in body_spans(context.document)]
    spans: list[tuple[Span, int]] = []
    for sentence in context.sentences:
        paragraph = bisect_right(starts, sentence.start) - 1
        passage = context.passages.at(sentence.start)
        is_inside = passage is not None and passage.whole.start < sentence.start
        # "What now?" he asked: the splitter may have ended the sentence with the quotation.
        is_joined = text[sentence.start].islower() or text[sentence.start] in "-–—"
        goes_on = is_joined and text[spans[-1][0].end - 1] in "”\"’'»" if spans else False
        is_same = bool(spans) and spans[-1][1] == paragraph
        if is_same and (is_inside or goes_on):
            spans[-1] = (Span(spans[-1][0].start, sentence.end), paragraph)
        else:
            spans.append((sentence, paragraph))
    return spans


def _units(context: Context, span: Span) -> tuple[Unit, ...]:
    """The units of one frame: its quotations, the names outside them, and the words and marks between."""
    text, quoted = context.text, context.passages.overlapping(span)
    fixed = [Unit(passage.whole, "quotation", "", passage=passage) for passage in quoted]
    for mention in context.mentions.inside(span):
        if not context.passages.overlapping(mention.span):
            fixed.append(Unit(honored(text, span, mention), "name", mention.span.of(text), mention=mention))
    return tuple(_filled(text, span, sorted(fixed, key=lambda unit: unit.span)))


def honored(text: str, frame: Span, mention: Mention) -> Span:
    """Where a name stands, that of a person with honorifics and letters, which are neither words nor other names."""
    return with_honors(text, frame.start, mention.span, frame.end) if mention.type == "Person" else mention.span


def _filled(text: str, span: Span, fixed: Sequence[Unit]) -> Iterator[Unit]:
    """The fixed units with words and marks in the gaps between them."""
    place = span.start
    for unit in [*fixed, None]:
        end = unit.span.start if unit else span.end
        for match in UNIT.finditer(text, place, max(place, end)):
            word = match[0]
            is_word = word[-1].isalnum() or word[0].isalnum()
            yield Unit(Span._make(match.span()), "word" if is_word else "mark", word)
        if unit:
            yield unit
            place = unit.span.end
