"""Findings of the rules as plain strings, for tests. Every line of a text is a block."""

from generator.language.by_rules.names import find_names
from generator.language.packs import find_sentences
from generator.model import Span


def lines_of(text: str) -> list[Span]:
    """The spans of the lines that hold something, without white space at their ends."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(at + len(line) - len(line.lstrip()), at + len(line.rstrip())))
        at += len(line) + 1
    return spans


def sentences(text: str, language: str = "en") -> list[str]:
    """The sentences of a text that is one block."""
    return [span.of(text) for span in find_sentences(text, [Span(0, len(text))], language)]


def names(text: str, language: str = "en") -> list[tuple[str, str]]:
    """The names of a text with the first letter of their type, line by line."""
    return [(name.span.of(text), name.type[0]) for name in find_names(text, lines_of(text), language)]
