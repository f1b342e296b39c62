"""Ministries: one of several forms is one ("Health Ministry", "Ministry of Health"), those of two countries are two."""

from collections.abc import Iterator, Sequence

from generator.analysis.entity_forms import Form
from generator.analysis.entity_owners import find_owner
from generator.text.ministries import read_ministry


def join_ministries(text: str, forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """The forms of each ministry: those of one country, and where the text tells of one country at most, all."""
    fields: dict[tuple[str, str], dict[str, list[int]]] = {}
    for index, form in enumerate(forms):
        ministry = read_ministry(form.text) if form.type == "Organization" else None
        if ministry:
            country = find_owner(text, form.names)
            fields.setdefault((ministry.kind, ministry.field), {}).setdefault(country, []).append(index)
    for owners in fields.values():
        told = [country for country in owners if country]
        groups = list(owners.values()) if len(told) > 1 else [sorted(n for found in owners.values() for n in found)]
        for same in groups:
            yield from ((index, same[0]) for index in same[1:])
