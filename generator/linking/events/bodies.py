"""Bodies that are called after who is in them: the council of a union and a country, a ministry of a country."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from generator.linking.identity.entities import Group, Key
from generator.linking.identity.forms import fold
from generator.text.names import is_acronym, is_acronym_of

LONGEST = 5
"""Words of a name that is looked for in the name of a body."""


class Matched(NamedTuple):
    """Who fills one part in two accounts."""

    shared: tuple[Key, ...]
    """Named by both."""
    bodies: tuple[Key, ...]
    """Named by one, while the other names all after whom it is called, one of whom at least counts only so."""
    used: frozenset[Key]
    """All of these, with those after whom a body is called."""


def find_members(groups: Mapping[Key, Group], countries: Collection[Key]) -> dict[Key, frozenset[Key]]:
    """For each body that is called after countries and other bodies who they are."""
    known: dict[str, set[Key]] = {}
    for key, group in groups.items():
        if not key.brief and (key.type == "Organization" or key in countries):
            for form in list_full(group):
                known.setdefault(form, set()).add(key)
    found = {key: set(read_members(group, known)) for key, group in groups.items() if key.type == "Organization"}
    return {key: frozenset(members) for key, members in found.items() if members}


def list_full(group: Group) -> set[str]:
    """The names by which nothing else is called: the full one and acronyms."""
    forms = {form for member in group.members for form in member.forms}
    return {group.name, *(form for form in forms if is_acronym(form) or fold(form) == group.key.name)}


def list_acronyms(group: Group) -> list[str]:
    """The acronym of a name that most mentions have, if one has any."""
    forms = [form for member in group.members for form in member.forms if is_acronym_of(form, group.name)]
    return sorted(set(forms), key=lambda form: (-forms.count(form), form))[:1]


def read_members(group: Group, known: Mapping[str, Collection[Key]]) -> Iterator[Key]:
    """Who is named within the name of a body, each by a name that is nobody else's."""
    words = group.name.replace("-", " ").split()
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
            keys = known.get(" ".join(words[start:end]), ()) if end - start < len(words) else ()
            if len(keys) == 1 and group.key not in keys:
                yield from keys


def match(left: frozenset[Key], right: frozenset[Key], members: Mapping[Key, frozenset[Key]]) -> Matched:
    """Who fills one part in both accounts; a body stands for all after whom it is called."""
    shared = left & right
    bodies, used = list[Key](), set(shared)
    for ours, theirs in ((left, right), (right, left)):
        for body in sorted(ours - shared):
            after = members.get(body, frozenset())
            if after and after <= theirs:
                bodies += [body] if after - used else []
                used |= {body} | after
    return Matched(tuple(sorted(shared)), tuple(bodies), frozenset(used))
