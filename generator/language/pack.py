"""What one language knows, as the stages ask for it. Each language is a folder that makes one such value.

A language with a model reads parses; one without reads by rules and lists, and a brief in it says so.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.language.dates.expression import Dating
from generator.language.frames import Context
from generator.language.name import Name
from generator.language.trees import Trees
from generator.model import (
    Claim,
    DatedStatement,
    DateMention,
    LocalEvent,
    Mention,
    Quantity,
    Quotation,
    Role,
    Span,
    Stance,
)


def primary(language: str) -> str:
    """The language of a BCP 47 code without its country, in small letters: "en" of "en-GB"."""
    return language.partition("-")[0].lower()


def is_english(language: str) -> bool:
    """Whether a BCP 47 code means English of any country."""
    return primary(language) == "en"


@dataclass(frozen=True)
class Pack:
    """One language. `spans` are blocks of a text or one sentence of it; what is found lies in them, in order."""

    code: str
    """BCP 47 primary language; "und": whatever has no pack of its own."""
    is_fallback: bool
    """Whether it is what holds in any language, and knows nothing of this one."""
    read_trees: Callable[[str, Sequence[Span]], Trees | None]
    """(text, spans) -> the parse; None where the language has no model."""
    find_names: Callable[[str, Sequence[Span]], Sequence[Name]]
    """(text, spans) -> names, not overlapping: exact words, without titles, honorifics, articles and possessives."""
    find_roles: Callable[[str, Sequence[Span], Sequence[Mention]], Mapping[str, tuple[Role, ...]]]
    """(text, spans, mentions) -> the roles that the text states, by entity."""
    dating: Dating
    """How it writes dates."""
    listen: Callable[[Context], Any]
    """(context) -> what the text tells of speaking, in a form of the language's own, which the next four take."""
    find_quotations: Callable[[Any], tuple[Quotation, ...]]
    """(heard) -> all quotations of the body, with their speakers where the text says so."""
    find_claims: Callable[[Any], tuple[Claim, ...]]
    """(heard) -> indirect speech, with who claims it."""
    find_stances: Callable[[Any], tuple[Stance, ...]]
    """(heard) -> who denies, refuses, demands or holds what; none without a model."""
    find_events: Callable[[Any, Sequence[DateMention], str | None], tuple[LocalEvent, ...]]
    """(heard, dates, day of publication) -> the happenings that the body tells; none without a model."""
    find_dated: Callable[[Any, Sequence[DateMention], str | None, Sequence[LocalEvent]], tuple[DatedStatement, ...]]
    """(heard, dates, day of publication, events) -> the sentences that give a day and tell no happening on it."""
    find_quantities: Callable[[Any, Sequence[DateMention], Sequence[LocalEvent]], tuple[Quantity, ...]]
    """(heard, dates, events) -> the numbers of the body with what they count or measure; none without a model."""
