"""A clause that stands in pieces, as one line."""

from collections.abc import Sequence

from generator.model import Span


def join_clause(text: str, spans: Sequence[Span]) -> str:
    """The slices of a clause as a line, with a space where the text has words or a space between them."""
    words, end = "", None
    for span in spans:
        words += span.of(text) if span.start == end else f" {span.of(text)}"
        end = span.end
    return " ".join(words.split())
