"""How many origins some briefs have, and which: the one place that counts them.

Two briefs are of one origin where a lineage holds both, or where credits or bylines name the same agency or paper. That
origins have different names does not make them independent: each must be named for its report as a whole, and no name
of one may be cited, or credited with a part, by another.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model import Analysis, Corroboration, Independence, Lineage, Origin
from generator.text.groups import Groups
from generator.text.wordlists import load_pairs


@dataclass(frozen=True, slots=True)
class Named:
    """Whom one source names as those that its report is from, each by the key under which names are compared."""

    whole: Mapping[str, str]
    """Agencies that are credited with the report; without one the publisher, where the report has an author."""
    part: Mapping[str, str]
    """Agencies that gave a part of it."""
    cited: frozenset[str]
    """The keys of media that it cites."""

    @property
    def rests_on(self) -> frozenset[str]:
        """The keys of all that it has news from."""
        return self.cited | self.whole.keys() | self.part.keys()


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the reports of a collection come from."""

    named: Mapping[str, Named]
    """By `Brief.id`."""
    lineages: Mapping[str, tuple[str, ...]]
    """By `Brief.id`, the ids of the lineages that hold it."""
    copies: frozenset[str]
    """The briefs that repeat the text of another."""


def origin_key(name: str) -> str:
    """What all spellings of the name of an agency or medium have in common: "AP" of "The Associated Press"."""
    plain = " ".join(name.casefold().split()).removeprefix("the ")
    return load_pairs("agency_names.txt").get(plain, plain)


def read_named(analysis: Analysis) -> Named:
    """Whom a source names as those that its report is from."""
    whole, part, cited = dict[str, str](), dict[str, str](), set[str]()
    for credit in sorted(analysis.credits, key=lambda credit: credit.span):
        name = " ".join(credit.name.split())
        if credit.kind == "cited":
            cited.add(origin_key(name))
        elif credit.kind == "wire":
            (part if credit.is_part else whole).setdefault(origin_key(name), name)
    publisher = analysis.metadata.publisher.value
    if publisher and analysis.metadata.authors.value and not whole:
        whole[origin_key(publisher)] = publisher
    return Named(whole, {key: name for key, name in part.items() if key not in whole}, frozenset(cited))


def trace_origins(
    analyses: Iterable[Analysis], lineages: Iterable[Lineage], duplicates: Mapping[str, str]
) -> Provenance:
    """What `count_origins` asks; `duplicates` has the original of each brief that repeats a text."""
    held = defaultdict[str, list[str]](list)
    for lineage in lineages:
        for brief in lineage.briefs:
            held[brief].append(lineage.id)
    named = {analysis.document.id: read_named(analysis) for analysis in analyses}
    return Provenance(named, {brief: tuple(ids) for brief, ids in held.items()}, frozenset(duplicates))


def count_origins(provenance: Provenance, briefs: Iterable[str]) -> Corroboration | None:
    """By how many origins these briefs tell something; None of no briefs. The order of the briefs changes nothing.

    A brief that repeats the text of another counts only where the other is not among them.
    """
    chosen = sorted(set(briefs))
    originals = [brief for brief in chosen if brief not in provenance.copies] or chosen[:1]
    if not originals:
        return None
    origins = tuple(_describe(provenance, group) for group in _group(provenance, originals))
    return Corroboration(len(originals), origins, _judge(provenance, origins))


def _group(provenance: Provenance, briefs: list[str]) -> Iterable[Iterable[str]]:
    """The briefs of one origin each."""
    groups, first = Groups(briefs), dict[tuple[str, str], str]()
    for brief in briefs:
        for lineage in provenance.lineages.get(brief, ()):
            groups.join(first.setdefault(("lineage", lineage), brief), brief)
        for key in provenance.named[brief].whole:
            groups.join(first.setdefault(("name", key), brief), brief)
    return groups


def _describe(provenance: Provenance, group: Iterable[str]) -> Origin:
    briefs = tuple(group)
    whole, part = dict[str, str](), dict[str, str]()
    for brief in briefs:
        whole |= {key: name for key, name in provenance.named[brief].whole.items() if key not in whole}
        part |= {key: name for key, name in provenance.named[brief].part.items() if key not in part}
    return Origin(tuple((whole or part).values()), briefs, bool(whole))


def _judge(provenance: Provenance, origins: tuple[Origin, ...]) -> Independence:
    if len(origins) == 1:
        return "one source" if len(origins[0].briefs) == 1 else "one origin"
    seen = set[str]()
    for origin in origins:
        rests = frozenset[str]().union(*(provenance.named[brief].rests_on for brief in origin.briefs))
        if not origin.is_named or not seen.isdisjoint(rests):
            return "not established"
        seen |= rests
    return "several origins"
