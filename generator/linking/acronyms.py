"""Acronyms: which long form a document gives for one, and whether the collection agrees."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.linking.names import INSERTED, fold, fold_organization, is_generic
from generator.model import Analysis, LocalEntity
from generator.text.names import is_acronym, is_acronym_of

BRACKET = re.compile(r"[ \t\n]{0,3}\(")
"""What stands between a long form and its acronym: "Health Agency (HA)"."""


@dataclass(frozen=True, slots=True)
class Definition:
    """What the collection holds an acronym for."""

    name: str | None
    """The folded long form; None where documents differ or the long form is one that every country has."""
    brief: str
    """The brief that gives it, the first by id."""


def find_definitions(analyses: Iterable[Analysis]) -> dict[tuple[str, str], Definition]:
    """The definition of each acronym, by type of entity and folded acronym. Persons have none."""
    found: dict[tuple[str, str], Definition] = {}
    for analysis in sorted(analyses, key=lambda analysis: analysis.document.id):
        bracketed = find_bracketed(analysis)
        for entity in analysis.entities:
            name = None if is_generic(entity.name) else fold_organization(entity.name)
            for acronym in list_acronyms(entity, entity.id in bracketed):
                known = found.setdefault((entity.type, acronym), Definition(name, analysis.document.id))
                if known.name != name:
                    found[entity.type, acronym] = Definition(None, known.brief)
    return found


def list_acronyms(entity: LocalEntity, bracketed: bool) -> list[str]:
    """The folded acronyms that the entity's long form stands beside; none where its name is itself one."""
    if entity.type == "Person" or " " not in entity.name or is_acronym(entity.name):
        return []
    inserted = [match.group().strip(" ()") for match in INSERTED.finditer(entity.name)]
    defined = [form for form in entity.aliases if is_acronym(form) and (bracketed or is_acronym_of(form, entity.name))]
    return sorted({fold(form) for form in inserted + defined if is_acronym(form)})


def find_bracketed(analysis: Analysis) -> frozenset[str]:
    """The local entities of which one mention follows another in brackets."""
    text, mentions = analysis.document.text, analysis.mentions
    return frozenset(
        after.entity
        for before, after in pairwise(mentions)
        if before.entity == after.entity
        and after.span.start - before.span.end <= 4
        and BRACKET.fullmatch(text[before.span.end : after.span.start])
    )


def define(entity: LocalEntity, definitions: Mapping[tuple[str, str], Definition]) -> Definition | None:
    """The definition of an entity that is named by an acronym only; None where there is none."""
    return definitions.get((entity.type, fold(entity.name))) if is_acronym(entity.name) else None
