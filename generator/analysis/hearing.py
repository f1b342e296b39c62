"""One document heard once: who says something in each sentence. Quotations, claims and events all read from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.analysis.quotation_frames import Article, read_article
from generator.analysis.speakers import Speech, follow_speech
from generator.model import Document, LocalEntity, Mention, Span


@dataclass(frozen=True, slots=True)
class Hearing:
    """What a document tells of speaking, frame by frame."""

    article: Article
    speeches: tuple[Speech, ...]


def hear(
    document: Document, sentences: Sequence[Span], entities: Sequence[LocalEntity], mentions: Sequence[Mention]
) -> Hearing:
    """Follow who speaks through the body. Linear in the length of the text."""
    article = read_article(document, sentences, entities, mentions)
    return Hearing(article, tuple(follow_speech(article)))
