"""Entities, roles and summaries of a made-up text as plain values, for tests. Every line is a block."""

from generator.analysis.names.entities import add_roles, find_entities
from generator.language.packs import find_sentences
from generator.model import Analysis, Authors, Block, BlockKind, Document, Field, LocalEntity, Mention, Metadata, Span

MISSING = Field(None, "missing")
KINDS: dict[str, BlockKind] = {"#": "title", "~": "boilerplate", ">": "caption"}
"""A line that begins with the mark is a block of the kind, without the mark and the blank after it."""


def make_document(text: str) -> Document:
    """A document of one paragraph a line; the first character of a line may say another kind."""
    blocks, at = [], 0
    for line in text.split("\n"):
        kind = KINDS.get(line[:1], "paragraph")
        start = at + (2 if line[:1] in KINDS else 0)
        if line.strip():
            blocks.append(Block(kind, Span(start, at + len(line.rstrip()))))
        at += len(line) + 1
    return Document("x.txt", "x", "", text, tuple(blocks))


def sentences_of(document: Document) -> tuple[Span, ...]:
    """The sentences of the paragraphs."""
    return find_sentences(document.text, [b.span for b in document.blocks if b.kind == "paragraph"], "en")


def entities(text: str) -> tuple[tuple[LocalEntity, ...], tuple[Mention, ...]]:
    """The entities with their roles, and the mentions, of the text."""
    document = make_document(text)
    found, mentions = find_entities(document, sentences_of(document), "en")
    return add_roles(document, found, mentions, "en"), mentions


def roles(text: str) -> dict[str, list[str]]:
    """The roles by name, for those who have any; neither kinship nor forms of address."""
    found = {e.name: [role.title for role in e.roles if role.kind == "role"] for e in entities(text)[0]}
    return {name: titles for name, titles in found.items() if titles}


def make_analysis(text: str, title: str | None = None) -> Analysis:
    """An analysis with sentences and names only."""
    document = make_document(text)
    sentences = sentences_of(document)
    found, mentions = entities(text)
    stated = Field(title, "stated") if title else MISSING
    metadata = Metadata(stated, MISSING, MISSING, Authors((), "missing"), MISSING)
    return Analysis(document, "en", metadata, sentences=sentences, mentions=mentions, entities=found)
