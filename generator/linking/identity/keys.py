"""Who is who across documents: each entity of a document gets a key, and equal keys are one entity.

The rules, in this order; what none of them covers stays apart:
    country     the same country by the list of countries: US, United States
    ministry    the same field and the same country, which both briefs tell: "Kenya's Ministry of Health"
    person      the same full name of two words or more; a middle initial is ignored unless the collection knows several
    acronym     a brief gives the long form ("Health Agency (HA)") and no other brief a different one
    short form  a brief calls the company both ("Nissan Motor", "Nissan"), and none uses the short one of another
    name        the same type and the same name after `fold`; of an organization, a country that
                the name begins with counts in full, a legal form at its end not at all; never a name that several have:
                "Supreme Court", "Cambridge"
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.language.people.short_forms import is_surname_alone
from generator.language.world.bodies import Ministry
from generator.language.world.countries import find_country
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
    split_initials,
)
from generator.model import Analysis, EntityType, LocalEntity

SAME_NAME = "same full name"


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


def name_entities(analyses: Iterable[Analysis], duplicates: Mapping[str, str]) -> dict[tuple[str, str], Naming]:
    """The key and rule of every local entity, by brief and `LocalEntity.id`.

    `duplicates` gives the original of each repeated brief: what belongs to one brief only belongs to the original.
    """
    analyses = list(analyses)
    usage = Usage(find_definitions(analyses), find_initials(analyses), find_short_forms(analyses))
    ministries = find_ministries(analyses)
    return {
        (analysis.document.id, entity.id): name_ministry(ministry)
        if (ministry := ministries.get((analysis.document.id, entity.id)))
        else name_entity(entity, duplicates.get(analysis.document.id, analysis.document.id), usage)
        for analysis in analyses
        for entity in analysis.entities
    }


def name_ministry(ministry: Ministry) -> Naming:
    """The key of a ministry whose country is told."""
    name = fold(f"{ministry.country} {ministry.field} {ministry.kind}")
    return Naming(Key("Organization", name), "the same ministry of the same country")


def find_initials(analyses: Iterable[Analysis]) -> dict[str, frozenset[str]]:
    """The middle initials of all persons, by folded name without them."""
    seen: dict[str, set[str]] = {}
    for analysis in analyses:
        for entity in analysis.entities:
            if entity.type == "Person":
                for base, letters in map(split_initials, (entity.name, *entity.aliases)):
                    seen.setdefault(base, set()).update({letters} - {""})
    return {base: frozenset(letters) for base, letters in seen.items()}


def name_entity(entity: LocalEntity, brief: str, usage: Usage) -> Naming:
    """The key of one entity of one brief, and the rule."""
    if entity.type == "Person":
        return name_person(entity, brief, usage.initials)
    if fold(entity.name) in list_ambiguous() if entity.type == "Place" else is_generic(entity.name):
        return Naming(Key(entity.type, fold(entity.name), brief), "a name that several have")
    if entity.type == "Place":
        return name_place(entity)
    if definition := define(entity, usage.definitions):
        if definition.name is None:
            return Naming(Key(entity.type, fold(entity.name), brief), "an acronym with several meanings")
        return Naming(Key(entity.type, definition.name), f"acronym defined in {definition.brief}")
    name = fold_organization(entity.name)
    if short := usage.short_forms.get(name) if entity.type == "Organization" else None:
        return Naming(Key(entity.type, short.name), f"short form used in {short.brief}")
    return Naming(Key(entity.type, name), SAME_NAME)


def name_place(entity: LocalEntity) -> Naming:
    """The key of a place: its country, else its name."""
    if country := find_country(entity.name):
        return Naming(Key("Place", fold(country.name)), "the same country by the list of countries")
    return Naming(Key("Place", fold(entity.name)), SAME_NAME)


def name_person(entity: LocalEntity, brief: str, initials: Mapping[str, frozenset[str]]) -> Naming:
    """The key of a person: the full name, without a middle initial where at most one was ever seen.

    A surname alone, also one with its particle or a hyphen, is one brief's.
    """
    base, letters = split_initials(entity.name)
    words = base.split()
    is_part = len(entity.name.split()) < 2 or is_surname_alone(entity.name)
    if is_part or len(words) < 2 or min(len(words[0]), len(words[-1])) < 2:
        return Naming(Key("Person", base if is_part and len(words) > 1 else fold(entity.name), brief), "part of a name")
    if len(initials.get(base, ())) > 1:
        return Naming(Key("Person", fold(entity.name)), SAME_NAME)
    return Naming(Key("Person", base), f"{SAME_NAME}, middle initial aside" if letters else SAME_NAME)
