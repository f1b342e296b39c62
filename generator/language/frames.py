"""Sentences as tokens in which a name is one token and a quotation is one token, whatever it says.

A frame is a sentence, or several where a quotation runs over their borders. In it one can look for who speaks without
being misled by the names that are quoted.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.language.en.model import Reading
from generator.language.en.model import Token as Parsed
from generator.language.en.persons import Pronoun, know_pronouns
from generator.language.people.honorifics import with_honors
from generator.language.trees import Trees
from generator.model import Document, EntityType, LocalEntity, Mention, Span
from generator.text.quotes import Passage, find_passages

TOKEN = re.compile(r"['’]s\b|\w+(?:[-'’]\w+|\.(?=\w\.?))*|[^\w\s]")
"""A possessive ending, a word, or one other character."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, a name or a quotation."""

    span: Span
    kind: Literal["word", "mark", "name", "quotation"]
    text: str
    mention: Mention | None = None
    passage: int | None = None
    """Index into `Article.passages`."""

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that begins with a capital."""
        return self.kind == "word" and self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence or several, as tokens."""

    span: Span
    paragraph: int
    """Index of its block among the body blocks."""
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    """For each token its word or mark in lower case; empty for names and quotations, which are no words."""
    stands_alone: bool
    """Whether the frame is nothing but quotations."""

    def word(self, at: int) -> str:
        """The word at an index; empty for names, quotations and outside the frame."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def kind(self, at: int) -> str:
        """The kind of the token at an index; empty outside the frame."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""


@dataclass(frozen=True, slots=True)
class Article:
    """What is needed of a document to see who says what."""

    document: Document
    sentences: tuple[Span, ...]
    types: dict[str, EntityType]
    """The type of each `LocalEntity.id`."""
    roles: dict[int, Span]
    """The roles as stated, by the place where they end."""
    role_ends: tuple[int, ...]
    """Those places, ascending."""
    passages: tuple[Passage, ...]
    mentions: Sequence[Mention]
    trees: Trees
    """The parse; without words where the language has none."""
    called: Mapping[str, Pronoun | None] = field(default_factory=dict)
    """What is known of the pronoun of each person, by `LocalEntity.id`."""
    offices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The persons whose role has a word, by the word in lower case."""
    unquoted: tuple[Mention, ...] = ()
    """The mentions outside quotations."""

    @property
    def tokens(self) -> tuple[Parsed, ...]:
        """The words of the parse, in order; empty where the language has none."""
        return self.trees.tokens

    def word_at(self, start: int) -> int | None:
        """The index of the word of the parse that begins at a place of the text; None where none does."""
        at = bisect_left(self.tokens, start, key=lambda token: token.span.start)
        return at if at < len(self.tokens) and self.tokens[at].span.start == start else None

    def part_of_speech(self, start: int) -> str:
        """What the word that begins at a place of the text is by the parse; empty without one."""
        at = self.word_at(start)
        return "" if at is None else self.tokens[at].pos


def body_spans(document: Document) -> tuple[Span, ...]:
    """The body blocks, in order."""
    return tuple(block.span for block in document.blocks if block.is_body)


def read_article(
    document: Document,
    sentences: Sequence[Span],
    entities: Sequence[LocalEntity],
    mentions: Sequence[Mention],
    trees: Trees | None = None,
) -> Article:
    """Pair the quotation marks and sort the entities. Linear in the length of the text."""
    passages = find_passages(document.text, body_spans(document))[0]
    roles = {role.span.end: role.span for entity in entities for role in entity.roles}
    types = {entity.id: entity.type for entity in entities}
    called = know_pronouns(document.text, entities, mentions)
    unquoted = _outside(passages, mentions)
    ends = tuple(sorted(roles))
    parse = trees or Trees(document.text, Reading((), (), ()))
    return Article(
        document, tuple(sentences), types, roles, ends, passages, mentions, parse, called, _offices(entities), unquoted
    )


def _outside(passages: Sequence[Passage], mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions outside all passages."""
    found, at = [], 0
    for mention in mentions:
        while at < len(passages) and passages[at].whole.end <= mention.span.start:
            at += 1
        if at == len(passages) or not passages[at].whole.overlaps(mention.span):
            found.append(mention)
    return tuple(found)


def _offices(entities: Sequence[LocalEntity]) -> dict[str, frozenset[str]]:
    """The persons in whose roles a word stands, by the word in lower case."""
    found: dict[str, set[str]] = {}
    for entity in entities:
        if entity.type == "Person":
            for word in {word for role in entity.roles for word in re.findall(r"\w+", role.title.lower())}:
                found.setdefault(word, set()).add(entity.id)
    return {word: frozenset(people) for word, people in found.items()}


def read_frames(article: Article) -> Iterator[Frame]:
    """The frames of all sentences, in order; one at a time, as the tokens of a long text take much room."""
    text = article.document.text
    for span, paragraph in _frame_spans(text, body_spans(article.document), article.sentences, article.passages):
        tokens = _tokens(text, span, article.passages, article.mentions)
        words = tuple(token.text.lower() if token.kind in ("word", "mark") else "" for token in tokens)
        stands_alone = all(token.kind in ("quotation", "mark") for token in tokens)
        yield Frame(span, paragraph, tokens, words, stands_alone)


def _frame_spans(
    text: str, paragraphs: Sequence[Span], sentences: Sequence[Span], passages: Sequence[Passage]
) -> list[tuple[Span, int]]:
    """The span of each frame, with the index of its paragraph."""
    starts = [paragraph.start for paragraph in paragraphs]
    spans: list[tuple[Span, int]] = []
    passage = 0
    for sentence in sentences:
        paragraph = bisect_right(starts, sentence.start) - 1
        while passage < len(passages) and passages[passage].whole.end <= sentence.start:
            passage += 1
        inside = passage < len(passages) and passages[passage].whole.start < sentence.start
        # "What now?" he asked: the splitter may have ended the sentence with the quotation.
        is_joined = text[sentence.start].islower() or text[sentence.start] in "-–—"
        goes_on = is_joined and text[spans[-1][0].end - 1] in "”\"’'»" if spans else False
        if spans and spans[-1][1] == paragraph and (inside or goes_on):
            spans[-1] = (Span(spans[-1][0].start, sentence.end), paragraph)
        else:
            spans.append((sentence, paragraph))
    return spans


def _tokens(text: str, span: Span, passages: Sequence[Passage], mentions: Sequence[Mention]) -> tuple[Token, ...]:
    """The tokens of one frame."""
    first = bisect_left(passages, span.start, key=lambda p: p.whole.end)
    quoted = []
    for index in range(first, len(passages)):
        if passages[index].whole.start >= span.end:
            break
        quoted.append((passages[index].whole, index))
    fixed = [Token(whole, "quotation", "", passage=index) for whole, index in quoted]
    at = bisect_left(mentions, span.start, key=lambda m: m.span.start)
    number = 0
    while at < len(mentions) and mentions[at].span.end <= span.end:
        mention, at = mentions[at], at + 1
        while number < len(quoted) and quoted[number][0].end <= mention.span.start:
            number += 1
        if number == len(quoted) or not quoted[number][0].overlaps(mention.span):
            fixed.append(Token(honored(text, span, mention), "name", mention.span.of(text), mention=mention))
    return tuple(_filled(text, span, sorted(fixed, key=lambda token: token.span)))


def honored(text: str, frame: Span, mention: Mention) -> Span:
    """Where a name stands, that of a person with honorifics and letters, which are neither words nor other names."""
    return with_honors(text, frame.start, mention.span, frame.end) if mention.type == "Person" else mention.span


def _filled(text: str, span: Span, fixed: Sequence[Token]) -> list[Token]:
    """The fixed tokens with words and marks in the gaps between them."""
    tokens: list[Token] = []
    place = span.start
    for token in [*fixed, None]:
        end = token.span.start if token else span.end
        for match in TOKEN.finditer(text, place, max(place, end)):
            kind: Literal["word", "mark"] = "word" if match[0][-1].isalnum() or match[0][0].isalnum() else "mark"
            tokens.append(Token(Span(*match.span()), kind, match[0]))
        if token:
            tokens.append(token)
            place = token.span.end
    return tokens
