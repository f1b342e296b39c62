"""What one language knows, as the stages ask for it. Each language is a folder that makes one such value.

A language with a model reads parses; one without reads by rules and lists, and a brief in it says so.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.language.dates.expression import Expression, Tense
from generator.language.frames import Context
from generator.language.name import Name
from generator.language.trees import Trees
from generator.model import Claim, Mention, Quotation, Role, Span


def primary(language: str) -> str:
    """The language of a BCP 47 code without its country, in small letters: "en" of "en-GB"."""
    return language.partition("-")[0].lower()


def is_english(language: str) -> bool:
    """Whether a BCP 47 code means English of any country."""
    return primary(language) == "en"


class Verbs(Protocol):
    """The verbs of one sentence, asked for the tense around a date."""

    @property
    def is_empty(self) -> bool:
        """Whether no verb shows a tense."""

    def tense_at(self, span: Span) -> Tense:
        """The tense of the clause around a span."""

    def is_aimed_at(self, span: Span) -> bool:
        """Whether a verb before the span demands, plans or decides what the span dates."""

    def is_any_in(self, span: Span) -> bool:
        """Whether a verb that shows a tense begins in the span; verbs of saying aside."""


@dataclass(frozen=True)
class Pack:
    """One language. `spans` are blocks of a text or one sentence of it; what is found lies in them, in order."""

    code: str
    """BCP 47 primary language; "und": whatever has no pack of its own."""
    is_by_rules: bool
    """Whether names and roles come from rules and lists alone, without a model."""
    read_trees: Callable[[str, Sequence[Span]], Trees | None]
    """(text, spans) -> the parse; None where the language has no model."""
    find_names: Callable[[str, Sequence[Span]], Sequence[Name]]
    """(text, spans) -> names, not overlapping: exact words, without titles, honorifics, articles and possessives."""
    find_roles: Callable[[str, Sequence[Span], Sequence[Mention]], Mapping[str, tuple[Role, ...]]]
    """(text, spans, mentions) -> the roles that the text states, by entity."""
    find_expressions: Callable[[str, Span], Sequence[Expression]]
    """(text, sentence) -> date expressions, not overlapping."""
    read_verbs: Callable[[str, Span], Verbs]
    """(text, sentence) -> its verbs, for the tense of what a date dates."""
    read_speech: Callable[[Context], tuple[tuple[Quotation, ...], tuple[Claim, ...]]] | None = None
    """(context) -> its quotations and its indirect speech; None: by frames and parse, as English is read."""
