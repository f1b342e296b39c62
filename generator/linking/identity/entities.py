"""Who is who across documents: each entity of a document gets a key, and equal keys are one person, organization, place
or event of the whole collection.

What none of the rules covers stays apart. A name is compared after `fold`; of an organization, a country that the name
begins with counts in full, a legal form at its end not at all.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.language.people.short_forms import is_surname_alone
from generator.language.world.bodies import agency_of, campus_of
from generator.language.world.places import Ministry, find_country
from generator.linking.identity.forms import (
    Definition,
    ShortForm,
    define,
    find_definitions,
    find_ministries,
    find_short_forms,
    fold,
    fold_organization,
    is_generic,
    list_ambiguous,
    read_sample,
    split_initials,
)
from generator.model import Analysis, Entity, EntityType, Evidence, LocalEntity, Span, StatedRole
from generator.text.names import IN_BRACKETS, is_acronym
from generator.text.rules import Chain, Rule

SAME_NAME = "same full name"
Local = tuple[str, str]
"""A brief and `LocalEntity.id`."""


class Key(NamedTuple):
    """What identifies an entity in the collection."""

    type: EntityType
    name: str
    """Folded."""
    brief: str = ""
    """The brief it belongs to; empty where it may be joined across briefs."""


class Naming(NamedTuple):
    """The key of one document's entity, and the rule that gave it."""

    key: Key
    rule: str


@dataclass(frozen=True, slots=True)
class Usage:
    """What the collection as a whole says about names."""

    definitions: Mapping[tuple[str, str], Definition]
    initials: Mapping[str, frozenset[str]]
    """The different middle initials seen, by a person's folded name without them."""
    short_forms: Mapping[str, ShortForm]
    """What companies are called for short, by their folded long name."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One entity of one brief, with what the collection says of names."""

    entity: LocalEntity
    brief: str
    """Whose it is where it belongs to one brief only."""
    ministry: Ministry | None
    """Of what kind and country it is, where the brief tells."""
    usage: Usage
    credited: frozenset[str] = frozenset()
    """Whom its brief credits with words or pictures, as written."""

    @property
    def type(self) -> EntityType:
        """That of the entity."""
        return self.entity.type

    @property
    def folded(self) -> str:
        """Its name as it is compared."""
        return fold(self.entity.name)


GiveKey = Callable[[Asked], Naming | None]


def name_entities(
    analyses: Iterable[Analysis], duplicates: Mapping[str, str], rules: Iterable[Rule[GiveKey]] | None = None
) -> dict[Local, Naming]:
    """The key and rule of every local entity, by brief and `LocalEntity.id`.

    `duplicates` gives the original of each repeated brief: what belongs to one brief only belongs to the original.
    With some of the `rules` only, an entity that they leave has none.
    """
    analyses, asked = list(analyses), tuple(NAMINGS if rules is None else rules)
    usage = Usage(find_definitions(analyses), find_initials(analyses), find_short_forms(analyses))
    ministries = find_ministries(analyses)
    found: dict[Local, Naming] = {}
    for analysis in analyses:
        brief, credited = analysis.document.id, frozenset(credit.name for credit in analysis.credits)
        for entity in analysis.entities:
            one = Asked(entity, duplicates.get(brief, brief), ministries.get((brief, entity.id)), usage, credited)
            naming = next((naming for rule in asked if (naming := rule.find(one))), None)
            if naming:
                found[brief, entity.id] = naming
    return found


def find_initials(analyses: Iterable[Analysis]) -> dict[str, frozenset[str]]:
    """The middle initials of all persons, by folded name without them."""
    seen: dict[str, set[str]] = {}
    for analysis in analyses:
        for entity in analysis.entities:
            if entity.type == "Person":
                for base, letters in map(split_initials, (entity.name, *entity.aliases)):
                    seen.setdefault(base, set()).update({letters} - {""})
    return {base: frozenset(letters) for base, letters in seen.items()}


def _as_ministry(asked: Asked) -> Naming | None:
    if asked.ministry is None:
        return None
    name = fold(f"{asked.ministry.country} {asked.ministry.field} {asked.ministry.kind}")
    return Naming(Key("Organization", name), "the same ministry of the same country")


def _as_part(asked: Asked) -> Naming | None:
    if asked.type != "Person":
        return None
    base = split_initials(asked.entity.name)[0]
    words = base.split()
    is_part = len(asked.entity.name.split()) < 2 or is_surname_alone(asked.entity.name)
    if is_part or len(words) < 2 or min(len(words[0]), len(words[-1])) < 2:
        name = base if is_part and len(words) > 1 else asked.folded
        return Naming(Key("Person", name, asked.brief), "part of a name")
    return None


def _as_person(asked: Asked) -> Naming | None:
    if asked.type != "Person":
        return None
    base, letters = split_initials(asked.entity.name)
    if len(asked.usage.initials.get(base, ())) > 1:
        return Naming(Key("Person", asked.folded), SAME_NAME)
    return Naming(Key("Person", base), f"{SAME_NAME}, middle initial aside" if letters else SAME_NAME)


def _as_one_of_several(asked: Asked) -> Naming | None:
    is_shared = asked.folded in list_ambiguous() if asked.type == "Place" else is_generic(asked.entity.name)
    return Naming(Key(asked.type, asked.folded, asked.brief), "a name that several have") if is_shared else None


def _as_country(asked: Asked) -> Naming | None:
    country = find_country(asked.entity.name) if asked.type == "Place" else None
    return Naming(Key("Place", fold(country.name)), "the same country by the list of countries") if country else None


def _as_campus(asked: Asked) -> Naming | None:
    campus = campus_of(asked.entity.name) if asked.type == "Organization" else None
    return Naming(Key("Organization", campus), "the same campus of a university") if campus else None


def _as_agency(asked: Asked) -> Naming | None:
    is_credited = asked.type == "Organization" and asked.entity.name in asked.credited
    agency = agency_of(asked.entity.name) if is_credited else None
    return Naming(Key("Organization", agency), "news agency, credited by its letters") if agency else None


def _as_acronym(asked: Asked) -> Naming | None:
    definition = define(asked.entity, asked.usage.definitions) if asked.type != "Place" else None
    if definition is None:
        return None
    if definition.name is None:
        return Naming(Key(asked.type, asked.folded, asked.brief), "an acronym with several meanings")
    return Naming(Key(asked.type, definition.name), f"acronym defined in {definition.brief}")


def _as_short_form(asked: Asked) -> Naming | None:
    if asked.type != "Organization":
        return None
    short = asked.usage.short_forms.get(fold_organization(asked.entity.name))
    return Naming(Key(asked.type, short.name), f"short form used in {short.brief}") if short else None


def _as_same(asked: Asked) -> Naming | None:
    if asked.type == "Person":
        return None
    name = asked.folded if asked.type == "Place" else fold_organization(asked.entity.name)
    return Naming(Key(asked.type, name), SAME_NAME)


def _try_rule(rule: Rule[GiveKey], text: str) -> Iterator[Span]:
    """The names of a sample to which a rule gives a key."""
    analyses, places = read_sample(text)
    return (places[local] for local in name_entities(analyses, {}, (rule,)))


NAMINGS: Chain[GiveKey] = Chain(
    "namings",
    (
        Rule(
            "ministry of a country",
            _as_ministry,
            yes=("Organization |Kenyan Ministry of Health|; Place Kenya",),
            no=("Organization Ministry of Health", "Organization Health Agency"),
            reason="Each country has one: the same field and the same country, which both briefs tell.",
        ),
        Rule(
            "part of a name",
            _as_part,
            yes=("Person |Roe|; Person Jane Roe", "Person |J. Roe|", "Person |van der Roe|"),
            no=("Person Jane Roe", "Organization Roe"),
            reason="A surname alone is one brief's, until it is resolved.",
        ),
        Rule(
            "full name",
            _as_person,
            yes=("Person |Jane Roe|", "Person |Jane R. Roe|"),
            no=("Organization Jane Roe Club", "Place Roe"),
            reason="A middle initial is ignored unless the collection knows several.",
        ),
        Rule(
            "a name that several have",
            _as_one_of_several,
            yes=("Organization |Supreme Court|", "Place |Cambridge|"),
            no=("Organization Wexby Rowing Club", "Place Nairobi"),
        ),
        Rule(
            "country",
            _as_country,
            yes=("Place |US|", "Place |United Kingdom|; Place Nairobi"),
            no=("Organization US", "Place Nairobi"),
        ),
        Rule(
            "campus",
            _as_campus,
            yes=("Organization |UC San Diego|\nOrganization |UCSD|", "Organization |University of Texas at Austin|"),
            no=("Organization University of California", "Place San Diego"),
            reason="A campus is a university of its own, and one under all its names.",
        ),
        Rule(
            "news agency",
            _as_agency,
            yes=("Organization |AFP|; Organization Wexby Club", "Organization |PTI|"),
            no=("Organization Wexby Club", "Person AFP"),
            reason="Others have these letters too: they mean the agency only where the brief credits it.",
        ),
        Rule(
            "acronym",
            _as_acronym,
            yes=("Organization Wexby Rowing Club, WRC\nOrganization |WRC|",),
            no=("Organization WRC", "Place WRC"),
            reason="A brief gives the long form and no other brief a different one.",
        ),
        Rule(
            "short form",
            _as_short_form,
            yes=("Organization |Nissan Motor|, Nissan\nOrganization |Nissan Motor|",),
            no=("Organization Nissan Motor", "Place Nissan Motor"),
            reason="A brief calls the company both, and none uses the short one of another.",
        ),
        Rule("same name", _as_same, yes=("Organization |Wexby Club|; Place |Wexby|",), no=("Person Jane Roe",)),
    ),
    _try_rule,
)
"""Which key an entity gets: the first rule that gives one."""


@dataclass(frozen=True, slots=True)
class Member:
    """One document's entity with its mentions' words."""

    analysis: Analysis
    entity: LocalEntity
    rule: str
    mentions: tuple[Evidence, ...]
    """In the order of the text."""
    forms: tuple[str, ...]
    """The words of each mention, white space folded."""


@dataclass(frozen=True, slots=True)
class Group:
    """All that is held for one entity; `members` newest brief first, then by brief and local id."""

    key: Key
    name: str
    members: tuple[Member, ...]


def group_entities(
    analyses: Sequence[Analysis], namings: Mapping[tuple[str, str], Naming], repeated: Iterable[str]
) -> dict[Key, Group]:
    """The entities of all briefs by key. Those of `repeated` briefs count only where nobody else names the entity.

    `analyses` are newest first. An entity without a mention is left out.
    """
    repeated = frozenset(repeated)
    members: dict[Key, list[Member]] = {}
    for analysis in analyses:
        for member in list_members(analysis, namings):
            members.setdefault(namings[analysis.document.id, member.entity.id].key, []).append(member)
    groups: dict[Key, Group] = {}
    for key, found in members.items():
        kept = tuple(m for m in found if m.analysis.document.id not in repeated) or tuple(found)
        groups[key] = Group(key, choose_name(key, kept), kept)
    return groups


def list_members(analysis: Analysis, namings: Mapping[tuple[str, str], Naming]) -> list[Member]:
    """The entities of one document that are mentioned in it."""
    brief, text = analysis.document.id, analysis.document.text
    spans: dict[str, list[Evidence]] = {entity.id: [] for entity in analysis.entities}
    for mention in analysis.mentions:
        if mention.entity in spans:
            spans[mention.entity].append(Evidence(brief, mention.span))
    return [
        Member(
            analysis,
            entity,
            namings[brief, entity.id].rule,
            tuple(spans[entity.id]),
            tuple(" ".join(evidence.span.of(text).split()) for evidence in spans[entity.id]),
        )
        for entity in analysis.entities
        if spans[entity.id]
    ]


def choose_name(key: Key, members: Iterable[Member]) -> str:
    """The most frequent full form among the mentions; of equals the longest, then the first by alphabet."""
    count = Counter(form for member in members for form in member.forms)

    def rank(form: str) -> tuple[bool, bool, bool, int, int, str]:
        folded = split_initials(form)[0] if key.type == "Person" else fold_organization(form)
        partial = key.name not in (folded, fold(form))
        return partial, is_acronym(form), bool(IN_BRACKETS.search(form)), -count[form], -len(form), form

    return min(count, key=rank)


def build_entity(group: Group, entity_id: str) -> Entity:
    """The entity as the site shows it."""
    members = group.members
    count = Counter(form for member in members for form in member.forms)
    count.update(dict.fromkeys((" ".join(a.split()) for m in members for a in m.entity.aliases), 0))
    aliases = sorted(count.keys() - {group.name}, key=lambda form: (-count[form], form))
    roles = [
        StatedRole(role.title, Evidence(member.analysis.document.id, role.span))
        for member in members
        for role in sorted(member.entity.roles, key=lambda role: role.span)
        if role.kind == "role"
    ]
    mentions = tuple(evidence for member in members for evidence in member.mentions)
    return Entity(entity_id, group.key.type, group.name, tuple(aliases), tuple(roles), mentions, explain(members))


def explain(members: Sequence[Member]) -> str | None:
    """Why mentions of several briefs are one entity; None for one brief."""
    if len({member.analysis.document.id for member in members}) < 2:
        return None
    if len({member.entity.name.casefold() for member in members}) == 1:
        return SAME_NAME
    # The wider rule says it all: the other members have the same full name without it.
    wider = sorted({member.rule for member in members} - {SAME_NAME})
    return "; ".join(wider) or f"{SAME_NAME}, spelling aside"
