"""Whose a ministry is: mentions of one spelling that two countries own are two entities."""

from collections.abc import Iterable, Sequence

from generator.language import Name
from generator.text.ministries import owner_before, read_ministry


def part_owned(text: str, names: Sequence[Name]) -> list[list[Name]]:
    """The mentions of one spelling, those of ministries apart by the country that owns them where there are several."""
    if names[0].type != "Organization" or read_ministry(names[0].span.of(text)) is None:
        return [list(names)]
    owners: dict[str, list[Name]] = {}
    for name in names:
        owners.setdefault(find_owner(text, [name]), []).append(name)
    return list(owners.values()) if len(owners.keys() - {""}) > 1 else [list(names)]


def find_owner(text: str, names: Iterable[Name]) -> str:
    """The country of a ministry, by its name or the words before a mention; empty where none tells."""
    for name in names:
        ministry = read_ministry(name.span.of(text))
        owner = (ministry.country if ministry else "") or owner_before(text, name.span.start)
        if owner:
            return owner
    return ""
