"""The only door to what is known of languages: text in; language, sentences, names and titles out."""

from collections.abc import Sequence

from generator.language.detection import detect_language
from generator.language.names import Name, find_names
from generator.language.sentences import split_block
from generator.language.statements import find_statement_after, find_title_before
from generator.model import Span

__all__ = [
    "Name",
    "detect_language",
    "find_names",
    "find_sentences",
    "find_statement_after",
    "find_title_before",
]


def find_sentences(text: str, spans: Sequence[Span], language: str) -> tuple[Span, ...]:
    """The sentences inside each of the block spans, in order, trimmed of white space; never across two blocks.

    `language` is a BCP 47 code. The rules hold for every language so far; a block without end marks is one sentence.
    """
    return tuple(sentence for span in spans for sentence in split_block(text, span))
