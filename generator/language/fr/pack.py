"""French by rules and lists: what the stages ask of it."""

from dataclasses import replace
from typing import Any, NamedTuple

from generator.language.dates.expression import Dating, Expression
from generator.language.en.pack import any_pack
from generator.language.fr.dates import as_in_canada, find_expressions
from generator.language.fr.names import find_names
from generator.language.fr.roles import find_roles
from generator.language.fr.speech import read_speech
from generator.language.fr.verbs import Verbs
from generator.language.frames import Context
from generator.model import Claim, Quotation, Span


def _canadian_dates(text: str, within: Span) -> tuple[Expression, ...]:
    return as_in_canada(find_expressions(text, within), text)


class Heard(NamedTuple):
    """What a French text tells of speaking, and its frames as events look at them."""

    quotations: tuple[Quotation, ...]
    claims: tuple[Claim, ...]
    frames: Any


def _listen(context: Context) -> Heard:
    return Heard(*read_speech(context), ANY.listen(context))


ANY = any_pack("fr")
FRENCH = replace(
    ANY,
    is_fallback=False,
    find_names=find_names,
    find_roles=find_roles,
    dating=Dating(find_expressions, Verbs),
    listen=_listen,
    find_quotations=lambda heard: heard.quotations,
    find_claims=lambda heard: heard.claims,
    find_dated=lambda heard, dates, published, events: ANY.find_dated(heard.frames, dates, published, events),
)
FRENCH_OF_CANADA = replace(FRENCH, code="fr-ca", dating=Dating(_canadian_dates, Verbs))
