"""Which briefs are of one origin, turned round for reading: by brief, and by what is said."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.model import Agreement, Brief, Evidence, Library, Lineage


@dataclass(frozen=True, slots=True)
class Kinship:
    """Which briefs are of one origin, by brief."""

    copies_of: Mapping[str, tuple[Brief, ...]]
    """For each brief that others repeat, those; by id."""
    versions_of: Mapping[str, tuple[Brief, ...]]
    """For each brief that is the newest version of a report, the older ones; by id."""
    lineages_of: Mapping[str, tuple[Lineage, ...]]
    """For each brief the lineages that hold it."""
    agreed: Mapping[Evidence, Agreement]
    """For each claim and quotation that other briefs have too."""


def _repeated(briefs: Iterable[Brief], stands_for: Callable[[Brief], str | None]) -> dict[str, tuple[Brief, ...]]:
    """For each brief that stands for others, those."""
    found: defaultdict[str, list[Brief]] = defaultdict(list)
    for brief in briefs:
        if other := stands_for(brief):
            found[other].append(brief)
    return {shown: tuple(others) for shown, others in found.items()}


def find_kin(library: Library) -> Kinship:
    """Turn round what briefs have from each other."""
    held: defaultdict[str, list[Lineage]] = defaultdict(list)
    for lineage in library.lineages:
        for brief in lineage.briefs:
            held[brief].append(lineage)
    return Kinship(
        _repeated(library.briefs, lambda brief: brief.duplicate_of),
        _repeated(library.briefs, lambda brief: brief.version_of),
        {brief: tuple(lineages) for brief, lineages in held.items()},
        {place: agreement for agreement in library.agreements for place in agreement.evidence},
    )
