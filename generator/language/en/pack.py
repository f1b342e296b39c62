"""English: with the model (`ENGLISH`), and what its rules read of a text whose language has no folder (`any_pack`)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from generator.language.by_rules.names import find_names as find_names_by_rules
from generator.language.dates.expression import Dating
from generator.language.en.dates.chain import find_expressions
from generator.language.en.dates.tense import read_verbs
from generator.language.en.events.telling import find_dated, find_events
from generator.language.en.names.chain import find_english_names, mend_names
from generator.language.en.quantities.finding import find_quantities
from generator.language.en.roles.chain import find_roles
from generator.language.en.speech.carrying import find_quotations
from generator.language.en.speech.claims import find_claims
from generator.language.en.speech.speakers import Hearing, listen
from generator.language.en.stances.chain import find_stances
from generator.language.name import Name
from generator.language.pack import Pack
from generator.language.trees import Trees, read_trees
from generator.model import DateMention, LocalEvent, Mention, Quantity, Role, Span, Stance


def _names_by_rules(language: str, text: str, spans: Sequence[Span]) -> tuple[Name, ...]:
    return mend_names(text, spans, language, find_names_by_rules(text, spans, language))


def _roles(
    language: str, text: str, spans: Sequence[Span], mentions: Sequence[Mention]
) -> Mapping[str, tuple[Role, ...]]:
    return find_roles(text, spans, mentions, language)


def _no_trees(text: str, spans: Sequence[Span]) -> Trees | None:
    """Nothing: no model reads this language."""
    return None


def _no_events(heard: Hearing, dates: Sequence[DateMention], published: str | None) -> tuple[LocalEvent, ...]:
    """Nothing: without a parse a date dates no happening, only its sentence."""
    return ()


def _no_quantities(heard: Hearing, dates: Sequence[DateMention], events: Sequence[LocalEvent]) -> tuple[Quantity, ...]:
    """Nothing: without a parse nobody knows what a number counts."""
    return ()


def _no_stances(heard: Any) -> tuple[Stance, ...]:
    """Nothing: who denies what is read from a parse."""
    return ()


DATING = Dating(find_expressions, read_verbs)
ENGLISH = Pack(
    code="en",
    is_fallback=False,
    read_trees=read_trees,
    find_names=find_english_names,
    find_roles=partial(_roles, "en"),
    dating=DATING,
    listen=listen,
    find_quotations=find_quotations,
    find_claims=find_claims,
    find_stances=find_stances,
    find_events=find_events,
    find_dated=find_dated,
    find_quantities=find_quantities,
)


def any_pack(language: str) -> Pack:
    """The pack of a language that has no folder: names by capitals, all else as English, without a parse."""
    return replace(
        ENGLISH,
        code=language,
        is_fallback=True,
        read_trees=_no_trees,
        find_events=_no_events,
        find_quantities=_no_quantities,
        find_stances=_no_stances,
        find_names=partial(_names_by_rules, language),
        find_roles=partial(_roles, language),
    )
