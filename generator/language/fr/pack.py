"""French by rules and lists: what the stages ask of it."""

from dataclasses import replace

from generator.language.dates.expression import Expression
from generator.language.en.pack import any_pack
from generator.language.fr.dates import as_in_canada, find_expressions
from generator.language.fr.names import find_names
from generator.language.fr.roles import find_roles
from generator.language.fr.speech import read_speech
from generator.language.fr.tense import Verbs
from generator.model import Span


def _canadian_dates(text: str, within: Span) -> tuple[Expression, ...]:
    return as_in_canada(find_expressions(text, within), text)


FRENCH = replace(
    any_pack("fr"),
    find_names=find_names,
    find_roles=find_roles,
    find_expressions=find_expressions,
    read_verbs=Verbs,
    read_speech=read_speech,
)
FRENCH_OF_CANADA = replace(FRENCH, code="fr-ca", find_expressions=_canadian_dates)
