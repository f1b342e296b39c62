"""Whom a curator means: a name as written, against the entities of the collection."""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.curation import Ref
from generator.linking.identity.entities import Group
from generator.linking.identity.forms import fold
from generator.linking.identity.keys import Key, Local, Naming


@dataclass(frozen=True, slots=True)
class Directory:
    """The entities of the collection by name, before any decision."""

    groups: Mapping[Key, Group]
    locals: Mapping[Key, tuple[Local, ...]]
    """Those of repeated briefs too."""
    briefs: Mapping[Key, frozenset[str]]
    """The briefs that have them."""
    by_name: Mapping[str, tuple[Key, ...]]
    """By the folded name that stands for the entity."""
    by_form: Mapping[str, tuple[Key, ...]]
    """By any other form that occurs, folded."""


def make_directory(groups: Mapping[Key, Group], namings: Mapping[Local, Naming]) -> Directory:
    """Put the entities in order."""
    locals_: defaultdict[Key, list[Local]] = defaultdict(list)
    for local, naming in namings.items():
        if naming.key in groups:
            locals_[naming.key].append(local)
    by_name: defaultdict[str, list[Key]] = defaultdict(list)
    by_form: defaultdict[str, list[Key]] = defaultdict(list)
    for key in sorted(groups):
        by_name[fold(groups[key].name)].append(key)
        for form in sorted({fold(form) for member in groups[key].members for form in member.forms}):
            by_form[form].append(key)
    return Directory(
        groups,
        {key: tuple(sorted(found)) for key, found in locals_.items()},
        {key: frozenset(brief for brief, _ in found) for key, found in locals_.items()},
        {name: tuple(keys) for name, keys in by_name.items()},
        {form: tuple(keys) for form, keys in by_form.items()},
    )


def find_keys(directory: Directory, ref: Ref, *, forms: bool = False) -> tuple[Key, ...]:
    """The entities that a reference means; with `forms` those too that are called so somewhere, if nobody else is."""
    for table in (directory.by_name, directory.by_form)[: 1 + forms]:
        keys = tuple(key for key in table.get(fold(ref.name), ()) if fits(directory, key, ref))
        if keys:
            return keys
    return ()


def fits(directory: Directory, key: Key, ref: Ref) -> bool:
    """Whether an entity is of the type and in the brief that a reference names."""
    if ref.type and key.type != ref.type:
        return False
    return not ref.brief or ref.brief in directory.briefs[key]


def find_locals(directory: Directory, keys: Iterable[Key], brief: str | None) -> tuple[Local, ...]:
    """All that is held for these entities, in one brief or in all."""
    return tuple(local for key in keys for local in directory.locals[key] if brief in (None, local[0]))


def refer(directory: Directory, key: Key, brief: str | None = None) -> str:
    """The shortest reference that means this entity, in this brief if one is given, and nobody else."""
    name, first = directory.groups[key].name, directory.locals[key][0][0]
    for ref in (Ref(name, key.type, brief), Ref(name, key.type, brief or key.brief or first)):
        if find_keys(directory, ref) == (key,):
            return str(ref)
    return str(Ref(name, key.type, brief or key.brief or first))


def suggest_name(directory: Directory, ref: Ref) -> str:
    """What to do about a name that nobody has: the one most like it."""
    words = set(fold(ref.name).split())
    near = [
        directory.groups[keys[0]].name
        for name, keys in directory.by_name.items()
        if name[:3] == fold(ref.name)[:3] or not words.isdisjoint(name.split())
    ]
    found = difflib.get_close_matches(ref.name, sorted(near), n=1)
    return f"did you mean '{found[0]}'?" if found else "copy the name from its page, or delete the entry"
