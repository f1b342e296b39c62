"""One document heard once: who says something in each sentence. Quotations, claims and events all read from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.analysis.quotation_frames import Article, read_article
from generator.analysis.speakers import Speech, follow_speech
from generator.language import is_english
from generator.language.trees import read_trees
from generator.model import NAMED_KINDS, Document, LocalEntity, Mention, Span


@dataclass(frozen=True, slots=True)
class Hearing:
    """What a document tells of speaking, frame by frame."""

    article: Article
    speeches: tuple[Speech, ...]


def hear(
    document: Document,
    sentences: Sequence[Span],
    entities: Sequence[LocalEntity],
    mentions: Sequence[Mention],
    language: str = "und",
) -> Hearing:
    """Follow who speaks through the body, in English with the parse. Linear in the length of the text."""
    # The blocks in which names were looked for: the reading is kept and costs nothing more.
    spans = [block.span for block in document.blocks if block.kind in NAMED_KINDS]
    trees = read_trees(document.text, spans) if is_english(language) else None
    article = read_article(document, sentences, entities, mentions, trees)
    return Hearing(article, tuple(follow_speech(article)))
