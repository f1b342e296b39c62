"""English: with the model (`ENGLISH`), and what its rules read of a text whose language has no pack (`ANY`)."""

from collections.abc import Mapping, Sequence
from functools import partial

from generator.language.by_rules.names import find_names as find_names_by_rules
from generator.language.en.dates.chain import find_expressions
from generator.language.en.dates.tense import Verbs
from generator.language.en.names.chain import find_english_names, mend_names
from generator.language.en.roles.chain import find_roles
from generator.language.name import Name
from generator.language.pack import Pack
from generator.language.trees import Trees, read_trees
from generator.model import Mention, Role, Span


def _names_by_rules(language: str, text: str, spans: Sequence[Span]) -> tuple[Name, ...]:
    return mend_names(text, spans, language, find_names_by_rules(text, spans, language))


def _roles(
    language: str, text: str, spans: Sequence[Span], mentions: Sequence[Mention]
) -> Mapping[str, tuple[Role, ...]]:
    return find_roles(text, spans, mentions, language)


def _no_trees(text: str, spans: Sequence[Span]) -> Trees | None:
    """Nothing: no model reads this language."""
    return None


ENGLISH = Pack(
    code="en",
    is_by_rules=False,
    read_trees=read_trees,
    find_names=find_english_names,
    find_roles=partial(_roles, "en"),
    find_expressions=find_expressions,
    read_verbs=Verbs,
)


def any_pack(language: str) -> Pack:
    """The pack of a language that has no folder: names by their capitals, dates and titles as English writes them."""
    return Pack(
        code=language,
        is_by_rules=True,
        read_trees=_no_trees,
        find_names=partial(_names_by_rules, language),
        find_roles=partial(_roles, language),
        find_expressions=find_expressions,
        read_verbs=Verbs,
    )
