"""This build against what was published: what came, what is gone, which build this is."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from generator.model import Fact, FactKind, Library, News, PublishedBuild
from generator.news.facts import Found, day_published, find_facts
from generator.news.manifest import Published, Row, write_published

KEPT = 20
"""What is gone is told of for so many builds."""


def compare(library: Library, published: Published, date: str | None) -> News | None:
    """What is new in the library; `date` is the day of this build. None where what was published is not known.

    A build that has what the last one had is that build: to build twice changes nothing. On a later day it is one of
    its own, with which nothing came.
    """
    if published.problem:
        return None
    found = find_facts(library)
    current = [row for row in published.rows if row.gone is None]
    builds = {fact.ids[0]: build for fact, build in zip(found, _match(found, current), strict=True)}
    kept = {id_ for fact in found for id_ in (*fact.ids, *fact.also)}
    lost = [row for row in current if kept.isdisjoint(row.ids)]
    is_changed = bool(lost) or any(build is None for build in builds.values())
    newest = max(filter(None, map(day_published, library.briefs)), default=None)
    listed = _list_builds(published, date, newest, is_changed=is_changed)
    this = listed[-1].number
    facts = [_fact(fact, builds[fact.ids[0]] or this) for fact in found]
    gone = [row._replace(gone=this) for row in lost]
    earlier = [row for row in published.rows if row.gone is not None and row.gone > this - KEPT]
    gone += [row for row in earlier if kept.isdisjoint(row.ids)]
    return News(listed, tuple(sorted(facts, key=_order)), tuple(sorted(map(_gone, gone), key=_order)))


def note_published(folder: Path, library: Library) -> str:
    """Write down this build as published; the digest of the list. Raises OSError; writes nothing where it is not known
    what was published before.
    """
    if library.news is None:
        return ""
    builds = {(fact.kind, fact.id): fact.build for fact in library.news.facts}
    rows = [Row(fact.kind, fact.ids, builds[fact.kind, fact.ids[0]], fact.words) for fact in find_facts(library)]
    rows += [Row(fact.kind, (fact.id,), fact.build, fact.words, fact.gone) for fact in library.news.gone]
    return write_published(folder, library.news.builds, rows)


def _match(found: Sequence[Found], current: Iterable[Row]) -> list[int | None]:
    """For each fact the build with which it came, as the list says; None for what it does not have."""
    known: dict[str, int] = {}
    for row in current:
        for id_ in row.ids:
            known[id_] = min(row.build, known.get(id_, row.build))
    matches = []
    for fact in found:
        builds = [known[id_] for id_ in (*fact.ids, *fact.also) if id_ in known]
        matches.append(min(builds, default=None))
    return matches


def _list_builds(
    published: Published, date: str | None, newest: str | None, *, is_changed: bool
) -> tuple[PublishedBuild, ...]:
    """All builds, this one the last."""
    before = list(published.builds)
    last = before[-1] if before else None
    if last and not is_changed:
        if date is None or (last.date is not None and date <= last.date):
            return tuple(before)
        if last.date is None:
            return (*before[:-1], replace(last, date=date))
        marks = {row.build for row in published.rows} | {row.gone for row in published.rows}
        if last.number not in marks:
            # Of builds with which nothing came the last one stays.
            return (*before[:-1], replace(last, date=date, newest=newest))
    return (*before, PublishedBuild(last.number + 1 if last else 1, date, newest))


def _fact(found: Found, build: int) -> Fact:
    return Fact(found.kind, found.ids[0], found.words, build, found.brief, found.evidence, found.subject)


def _gone(row: Row) -> Fact:
    return Fact(row.kind, row.ids[0], row.words, row.build, gone=row.gone)


def _order(fact: Fact) -> tuple[FactKind, str, str]:
    return fact.kind, fact.words, fact.id
