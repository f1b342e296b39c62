"""From links to lineages: briefs of one text, of one report in several versions, with shared wording, of one agency."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from generator.linking.lineages.grouping import group_links, group_versions
from generator.linking.lineages.links import Link, find_links
from generator.linking.lineages.wording import read_wording
from generator.model import Analysis, Evidence, Lineage, LineageKind, Span
from generator.text.addresses import unique_slugs
from generator.text.groups import Groups
from generator.text.origins import origin_key, read_named

_ORDER: tuple[LineageKind, ...] = get_args(LineageKind)


def find_lineages(analyses: Iterable[Analysis], duplicates: Mapping[str, str]) -> tuple[Lineage, ...]:
    """All lineages of the collection, each of two briefs or more. The order of the analyses changes nothing.

    `duplicates` has the original of each brief that repeats a text; such a brief is in the lineage of its text only.
    """
    ordered = _newest_first(analyses)
    originals = [analysis for analysis in ordered if analysis.document.id not in duplicates]
    found = [*_same_text(ordered, duplicates), *_same_wording(originals), *_same_agency(originals)]
    ids = unique_slugs({_content(lineage): f"{lineage.kind} {lineage.id}" for lineage in found})
    named = [replace(lineage, id=ids[_content(lineage)]) for lineage in found]
    return tuple(sorted(named, key=lambda lineage: (_ORDER.index(lineage.kind), lineage.id)))


def list_versions(lineages: Iterable[Lineage]) -> dict[str, str]:
    """For each brief of which there is a newer version, the newest."""
    versions = (lineage.briefs for lineage in lineages if lineage.kind == "version")
    return {older: newest for newest, *others in versions for older in others}


def _newest_first(analyses: Iterable[Analysis]) -> list[Analysis]:
    """Sorted newest first, without a date last, of equals the longest first, then by id."""
    ordered = sorted(analyses, key=lambda analysis: (-read_wording(analysis).size, analysis.document.id))
    return sorted(ordered, key=lambda analysis: analysis.metadata.published.value or "", reverse=True)


def _content(lineage: Lineage) -> str:
    return "|".join((lineage.kind, *lineage.briefs))


def _make(kind: LineageKind, name: str, members: Sequence[tuple[Analysis, Span]]) -> Lineage:
    """A lineage of briefs with the words of each that are its evidence."""
    names = dict[str, str]()
    for analysis, _ in members:
        for key, shown in read_named(analysis).whole.items():
            names.setdefault(key, shown)
    return Lineage(
        id=name,
        kind=kind,
        briefs=tuple(analysis.document.id for analysis, _ in members),
        origins=tuple(names.values()),
        evidence=tuple(Evidence(analysis.document.id, span) for analysis, span in members),
    )


def _same_text(analyses: Sequence[Analysis], duplicates: Mapping[str, str]) -> Iterator[Lineage]:
    by_id = {analysis.document.id: analysis for analysis in analyses}
    copies = defaultdict[str, list[str]](list)
    for analysis in analyses:
        if original := duplicates.get(analysis.document.id):
            copies[original].append(analysis.document.id)
    for original, others in copies.items():
        briefs = [by_id[brief] for brief in (original, *others)]
        yield _make("same text", original, [(analysis, _opening(analysis)) for analysis in briefs])


def _opening(analysis: Analysis) -> Span:
    return analysis.sentences[0] if analysis.sentences else Span(0, len(analysis.document.text))


def _same_agency(analyses: Iterable[Analysis]) -> Iterator[Lineage]:
    """The briefs that credit one agency with the whole report."""
    credited = defaultdict[str, dict[str, tuple[Analysis, Span]]](dict)
    for analysis in analyses:
        for credit in analysis.credits:
            if credit.kind == "wire" and not credit.is_part:
                known = credited[origin_key(credit.name)]
                known.setdefault(analysis.document.id, (analysis, credit.span))
    for name, members in credited.items():
        if len(members) > 1:
            spelled = [span.of(analysis.document.text) for analysis, span in members.values()]
            yield replace(_make("wire", name, list(members.values())), origins=(" ".join(spelled[0].split()),))


def _same_wording(analyses: Sequence[Analysis]) -> Iterator[Lineage]:
    """Versions, and what else shares wording; a link that is in no group is a lineage of its own."""
    links, judge = find_links(analyses)
    spans = _longest_shared(analyses, links)
    versions = group_versions(links, judge)
    others = group_links([link for link in links if not versions.are_joined(link.first, link.second)])
    kinds: tuple[tuple[LineageKind, Groups[int]], ...] = (("version", versions), ("wording", others))
    for kind, groups in kinds:
        for group in groups:
            members = sorted(group)
            if len(members) > 1:
                name = analyses[members[0]].document.id
                yield _make(kind, name, [(analyses[at], spans[at]) for at in members])
    for link in links:
        if not (versions.are_joined(link.first, link.second) or others.are_joined(link.first, link.second)):
            shared = ((analyses[at], _sentence(analyses[at], link, at)) for at in (link.first, link.second))
            yield _make("wording", analyses[link.first].document.id, list(shared))


def _longest_shared(analyses: Sequence[Analysis], links: Iterable[Link]) -> dict[int, Span]:
    """For each brief the longest sentence of its strongest link."""
    spans = dict[int, Span]()
    for link in links:
        for at in (link.first, link.second):
            spans.setdefault(at, _sentence(analyses[at], link, at))
    return spans


def _sentence(analysis: Analysis, link: Link, at: int) -> Span:
    shared = link.sentences[0] if at == link.first else link.sentences[1]
    return analysis.sentences[shared[0]] if shared else _opening(analysis)
