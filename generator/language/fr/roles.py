"""What a French text says that a person is: before the name, behind it in commas, by "est" or "a été élu".

Only what is told as a fact: "pourrait devenir", "n'est plus", "ni", "s'il était" and questions give no role.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from generator.model import Mention, Role, RoleForm, RoleKind, Span
from generator.text.rules import Chain, Rule
from generator.text.spans import Spans
from generator.text.wordlists import load_sections

WINDOW = 160
"""Characters looked at on either side of a name."""


@cache
def _section(name: str) -> tuple[str, ...]:
    """The forms of a section of the list, the longest first."""
    lines = dict(load_sections("fr/roles.txt"))[name]
    return tuple(sorted({form for line in lines for form in line.split("\t")}, key=len, reverse=True))


def _any_of(name: str) -> str:
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", r"\s").replace("'", "['’]") for form in _section(name)) + ")"


@cache
def _role() -> str:
    """An office with what stands around it: "ancien ministre délégué des Transports et du Tourisme"."""
    noun = rf"(?:(?:{_any_of('qualifiers')}[\s-])?(?i:{_any_of('offices')}))s?(?![\w’'-])"
    adjective = rf"(?:(?:\set)?\s(?:{_any_of('adjectives')})s?(?![\w’'-]))"
    small = r"(?:du|des|de|d[’']|de\sla|de\sl[’']|à|au|aux|à\sla|à\sl[’']|en|chez|chargée?\sde|chargée?\sdes|près)"
    stop = "|".join(re.escape(word) for word in _section("ends"))
    word = rf"(?!(?:{stop}|{_any_of('chosen')})\b)(?:(?:l[’']|d[’'])?[\w][\w’'-]*|&|\(\w{{2,10}}\))"
    complement = (
        rf"(?:\s(?:et\s)?{small}\s?(?:la\s|les\s|le\s|l[’'])?{word}(?:\s(?:et\s|la\s|le\s|les\s)?{word}){{0,5}}?)"
    )
    return rf"{noun}{adjective}{{0,2}}{complement}{{0,3}}?{adjective}?"


@cache
def _end() -> str:
    """Where a role behind a name may end."""
    stop = "|".join(re.escape(word) for word in _section("ends"))
    return rf"(?=[,.;:)»]|\set\s|\s(?:{stop})\b|\s*$)"


BEGIN = r"(?:^|(?<=[\s(«“\"’'–—-]))"
ARTICLE = r"(?:(?:[Ll]e|[Ll]a|[Uu]n|[Uu]ne|[Ss]on|[Ss]a|[Dd]u|[Aa]u)\s|(?:[Ll]|[Dd])[’'](?:un\s|une\s)?)"
YEAR = r"(?:\s(?:en|le|depuis)\s[^,;.]{1,20})?"
UNSURE = re.compile(r"(?:\b(?:si|ni)\s|\b[Ss][’'](?:il|elle)\b|\bn[’'e]\s?$)[^.;]{0,60}$", re.IGNORECASE)
"""Before a predicate that tells no fact."""


class Place(NamedTuple):
    """A person's name in its block."""

    text: str
    block: Span
    name: Span


class Stated(NamedTuple):
    """A role's words and what they are."""

    span: Span
    form: RoleForm
    kind: RoleKind = "role"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _title(place: Place) -> Stated | None:
    """Right before the name: "le ministre des Transports | Jean Roy"."""
    match = _window_before(place, rf"{BEGIN}(?:{ARTICLE})?(?P<role>{_role()})\s$")
    return Stated(match, "title") if match else None


def _window_before(place: Place, pattern: str) -> Span | None:
    start = max(place.block.start, place.name.start - WINDOW)
    window = place.text[start : place.name.start]
    match = _compiled(pattern).search(window)
    return Span(start + match.start("role"), start + match.end("role")) if match else None


def _window_behind(place: Place, pattern: str) -> Span | None:
    end = min(place.block.end, place.name.end + WINDOW)
    match = _compiled(pattern).match(place.text[place.name.end : end])
    return Span(place.name.end + match.start("role"), place.name.end + match.end("role")) if match else None


def _title_in_commas(place: Place) -> Stated | None:
    """Before a name that stands in commas: "La mairesse de Longueuil, | Karine Lessard, a dit"."""
    if place.text[place.name.end : place.name.end + 1] not in (",", ".", "»", ")", ""):
        return None
    span = _window_before(place, rf"{BEGIN}(?:{ARTICLE})(?P<role>{_role()}),\s$")
    return Stated(span, "title") if span else None


def _apposition(place: Place) -> Stated | None:
    """Behind the name in commas: "Luc Roy, maire de Pau, a dit"."""
    span = _window_behind(
        place, rf"(?:\s\([^)]{{1,30}}\))?,\s(?:\d{{1,3}}\sans,\s)?{ARTICLE}?(?P<role>{_role()}){YEAR}{_end()}"
    )
    return Stated(span, "apposition") if span else None


def _copula(place: Place) -> Stated | None:
    """Told by a verb: "Luc Roy est le maire de Pau", "a été élu président"."""
    before = place.text[max(place.block.start, place.name.start - 60) : place.name.start]
    if UNSURE.search(before) or place.text[place.name.end : place.block.end].partition(".")[0].rstrip().endswith("?"):
        return None
    span = _window_behind(
        place,
        rf"(?:,?\squi)?\s{_any_of('becoming')}\s(?:depuis\s\w{{1,12}}\s)?{ARTICLE}?(?P<role>{_role()}){YEAR}{_end()}",
    )
    return Stated(span, "copula") if span else None


def _chosen(place: Place) -> Stated | None:
    """Before the name: "Élu maire de Sète en 2020, | Fabien Caron a démissionné"."""
    span = _window_before(place, rf"(?:^|(?<=[.!?»\n]\s))(?i:{_any_of('chosen')})\s(?P<role>{_role()}){YEAR},\s$")
    return Stated(span, "copula") if span else None


def _address(place: Place) -> Stated | None:
    """A form of address: "Mme | Blanchet", "Me | Lambert"."""
    span = _window_before(place, rf"{BEGIN}(?P<role>{_any_of('address')})\s$")
    return Stated(span, "title", "address") if span else None


Finder = Callable[[Place], Stated | None]
TRIED = re.compile(r"\b(?:Luc|Lise|Aïda|Marc)\s[A-Z]\w+")
"""The people of the sentences below."""


def try_role(rule: Rule[Finder], text: str) -> Iterable[Span]:
    """The roles that a rule finds beside the names of a sentence."""
    names = [Span(*match.span()) for match in TRIED.finditer(text)]
    found = (rule.find(Place(text, Span(0, len(text)), name)) for name in names)
    return [stated.span for stated in found if stated]


ROLES: Chain[Finder] = Chain(
    "French roles",
    (
        Rule(
            "form of address",
            _address,
            ("|Mme| Lise Roy a plaidé.", "L'avocate de la mine, |Me| Aïda Sow, a parlé."),
            ("Madame Lise Roy a plaidé.", "Pour me Luc Roy dit non."),
        ),
        Rule(
            "title before the name",
            _title,
            (
                "Le |ministre des Transports| Luc Roy a démissionné.",
                "L'|ancienne directrice générale| Lise Roy est là.",
            ),
            ("Le ministre a salué Luc Roy.", "La mairie de Pau a reçu Luc Roy."),
        ),
        Rule(
            "title before a name in commas",
            _title_in_commas,
            ("La |mairesse de Longueuil|, Lise Roy, a signé.", "Le |wali de Fès|, Marc Alaoui, préside."),
            ("Avec le maire, Luc Roy a signé.", "À la mairie de Pau, Luc Roy, en retard, s'excuse."),
        ),
        Rule(
            "apposition",
            _apposition,
            (
                "Luc Roy, |maire de Pau|, a parlé.",
                "Lise Roy, |chercheuse à l'université de Pau|.",
                "Aïda Sow, |pédiatre|, accuse.",
            ),
            ("Luc Roy, le soir, a parlé.", "Luc Roy, qui est absent, a gagné."),
        ),
        Rule(
            "told by a verb",
            _copula,
            ("Luc Roy est le |directeur de l'hôpital|.", "Lise Roy a été élue |présidente de la chambre de commerce|."),
            (
                "Luc Roy n'est plus maire de Pau.",
                "Luc Roy pourrait devenir préfet.",
                "S'il était maire, Luc Roy est perdu.",
            ),
        ),
        Rule(
            "chosen, before the name",
            _chosen,
            ("Élu |maire de Sète| en 2020, Luc Roy a démissionné.",),
            ("Une élue maire de Sète, Luc Roy.", "Élu en 2020, Luc Roy a démissionné."),
        ),
    ),
    try_role,
)
"""Whose words they are where two rules claim them: the first one's."""


def find_roles(text: str, spans: Sequence[Span], mentions: Sequence[Mention]) -> Mapping[str, tuple[Role, ...]]:
    """The roles by entity, in text order; the same words once. `mentions` are in order, `spans` the blocks."""
    blocks, named = Spans(spans), Spans(mentions)
    people = Spans([one for one in mentions if one.type == "Person"])
    found: dict[str, dict[str, Role]] = {}
    for mention in mentions:
        block = blocks.starting_by(mention.span.start)
        if mention.type != "Person" or block is None:
            continue
        for role in _roles_of(text, block, mention, named, people):
            found.setdefault(mention.entity, {}).setdefault(role.title.casefold(), role)
    return {entity: tuple(sorted(roles.values(), key=lambda role: role.span)) for entity, roles in found.items()}


def _roles_of(
    text: str, block: Span, mention: Mention, named: Spans[Mention], people: Spans[Mention]
) -> Iterator[Role]:
    """What is stated beside one name; words that hold another person's name are not this one's."""
    taken: list[Span] = []
    name = mention.span
    for rule in ROLES:
        stated = rule.find(Place(text, block, name))
        if stated is None or any(stated.span.overlaps(span) for span in taken) or people.overlapping(stated.span):
            continue
        taken.append(stated.span)
        if stated.kind == "address":
            name = Span(stated.span.start, name.end)
        bearer = _bearer(stated.span, named)
        yield Role(stated.span.of(text), stated.span, stated.form, stated.kind, bearer, rule=rule.name)


def _bearer(span: Span, named: Spans[Mention]) -> str | None:
    """The one organization that a role names, or else the one place."""
    inside = named.inside(span)
    for kind in ("Organization", "Place"):
        bearers = {mention.entity for mention in inside if mention.type == kind}
        if bearers:
            return bearers.pop() if len(bearers) == 1 else None
    return None
