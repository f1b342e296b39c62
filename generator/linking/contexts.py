"""What stands beside a name in its brief: the roles that are stated of it, and the other names there."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.linking.keys import Key, Naming
from generator.linking.names import fold
from generator.model import Analysis
from generator.text.countries import country_names

Local = tuple[str, str]
"""A brief and `LocalEntity.id`."""
LEAST, SHARE = 5, 0.02
"""A name that more briefs have, in number and as a share of all, tells nothing of who is meant."""


@dataclass(frozen=True, slots=True)
class Contexts:
    """The company and the roles of all names."""

    names: Mapping[str, frozenset[Key]]
    """All names of a brief that others may have."""
    company: Mapping[str, frozenset[Key]]
    """By brief: the names that few briefs have, without countries and parts of names."""
    roles: Mapping[Local, frozenset[str]]
    """Folded, as stated of a person."""


def find_contexts(analyses: Sequence[Analysis], namings: Mapping[Local, Naming]) -> Contexts:
    """The contexts of a collection."""
    spread = Counter(
        key for analysis in analyses for key in {namings[analysis.document.id, e.id].key for e in analysis.entities}
    )
    most = max(LEAST, int(SHARE * len(analyses)))
    countries = {fold(name) for name in country_names()}
    names: dict[str, frozenset[Key]] = {}
    company: dict[str, frozenset[Key]] = {}
    roles: dict[Local, frozenset[str]] = {}
    for analysis in analyses:
        brief = analysis.document.id
        keys = {namings[brief, entity.id].key for entity in analysis.entities}
        names[brief] = frozenset(key for key in keys if not key.brief)
        company[brief] = frozenset(
            key
            for key in names[brief]
            if 1 < spread[key] <= most and not (key.type == "Place" and key.name in countries)
        )
        for entity in analysis.entities:
            if entity.type == "Person" and entity.roles:
                roles[brief, entity.id] = frozenset(fold(role.title) for role in entity.roles if role.kind == "role")
    return Contexts(names, company, roles)
