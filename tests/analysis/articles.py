"""Made-up articles for the tests: a text, the names in it, and the sentences, without any other stage."""

import re
from dataclasses import dataclass

from generator.analysis.speech import with_turns
from generator.language.dates.finding import find_dates
from generator.language.en.events.telling import find_dated, find_events
from generator.language.en.pack import DATING
from generator.language.en.speech.carrying import find_quotations
from generator.language.en.speech.claims import find_claims
from generator.language.en.speech.speakers import Hearing, listen
from generator.language.frames import read_context
from generator.language.trees import read_trees
from generator.model import (
    Block,
    Claim,
    DateMention,
    Document,
    EntityType,
    LocalEntity,
    LocalEvent,
    Mention,
    Quotation,
    Role,
    Span,
)

KINDS: dict[str, EntityType] = {"p": "Person", "o": "Organization", "l": "Place"}
SENTENCE_END = re.compile(r"[.!?][\"”’']?\s+(?=[A-Z\"“‘'])")
SHORT = re.compile(r"\b(?:Mr|Mrs|Lt|Gen|Dr)\.$")


@dataclass(frozen=True)
class Article:
    """An article whose entities are named by hand; ids begin with p, o or l for their type."""

    document: Document
    sentences: tuple[Span, ...]
    entities: tuple[LocalEntity, ...]
    mentions: tuple[Mention, ...]

    @property
    def text(self) -> str:
        return self.document.text

    def hearing(self) -> Hearing:
        return listen(read_context(self.document, self.sentences, self.entities, self.mentions))

    def reading(self) -> Hearing:
        """The same with the parse."""
        trees = read_trees(self.text, [block.span for block in self.document.blocks])
        return listen(read_context(self.document, self.sentences, self.entities, self.mentions, trees))

    def quotations(self) -> tuple[Quotation, ...]:
        return with_turns(self.document, self.mentions, self.entities, find_quotations(self.hearing()))

    def claims(self) -> tuple[Claim, ...]:
        return find_claims(self.hearing())

    def dates(self, published: str | None = None) -> tuple[DateMention, ...]:
        return find_dates(self.document, self.sentences, published, DATING)

    def events(self, published: str | None = None) -> tuple[LocalEvent, ...]:
        return find_events(self.reading(), self.dates(published), published)

    def dated(self, published: str | None = None) -> list[str]:
        """The dates on which no happening was found."""
        dates, events = self.dates(published), self.events(published)
        found = find_dated(self.reading(), dates, published, events)
        return [dates[one.date].span.of(self.text) for one in found]

    def said(self) -> list[tuple[str, str | None]]:
        """Each quotation with its speaker."""
        return [(q.span.of(self.text), q.speaker) for q in self.quotations()]


def article(text: str, names: dict[str, str] | None = None, roles: dict[str, str] | None = None) -> Article:
    """An article of paragraphs, one a line. `names`: each name as written with its id; `roles`: id to title."""
    names, roles = names or {}, roles or {}
    blocks = tuple(Block("paragraph", Span(*match.span())) for match in re.finditer(r"\S(?:[^\n]*\S)?", text))
    mentions: list[Mention] = []
    for name in sorted(names, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            span = Span(*match.span())
            if not any(span.overlaps(mention.span) for mention in mentions):
                mentions.append(Mention(span, KINDS[names[name][0]], names[name]))
    stated = {key: (Role(title, Span(at := text.index(title), at + len(title))),) for key, title in roles.items()}
    ids = dict.fromkeys(names.values())
    entities = tuple(
        LocalEntity(key, KINDS[key[0]], max((n for n in names if names[n] == key), key=len), (), stated.get(key, ()))
        for key in ids
    )
    document = Document("a.txt", "a", "", text, blocks)
    return Article(document, split(document), entities, tuple(sorted(mentions, key=lambda m: m.span)))


def split(document: Document) -> tuple[Span, ...]:
    """Sentences that end with a mark before a capital."""
    found = []
    for block in document.blocks:
        text, start = block.span.of(document.text), 0
        for match in SENTENCE_END.finditer(text):
            if SHORT.search(text, 0, match.start() + 1):
                continue
            found.append(Span(block.span.start + start, block.span.start + len(text[: match.end()].rstrip())))
            start = match.end()
        found.append(Span(block.span.start + start, block.span.end))
    return tuple(found)
