"""The view of who said what in which brief: those who speak in several briefs in a table, all others by their brief."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model import Brief, Claim, Evidence, Quotation
from generator.rendering.addresses import text_page
from generator.rendering.catalog import Catalog, unit_of
from generator.rendering.index_views import name_key, pages_of
from generator.rendering.markup import Markdown
from generator.rendering.matrix import Column, Place, Row, write_matrix, write_speakers
from generator.rendering.quotation_views import speaker_of
from generator.rendering.readable import When, counted
from generator.rendering.views import Link, Part, door_of, show_link, show_part
from generator.rendering.ways import MATRIX, WayTo, said_ways

_BRIEFS_SHOWN = 12
"""Briefs of one page."""

Words = Mapping[str, Sequence[tuple[Evidence, bool]]]
"""For each speaker of a brief, where his words stand, and whether they are quoted."""


@dataclass(frozen=True, slots=True)
class BriefSpeakers:
    """A brief with those who speak in no other."""

    brief: Link
    published: When | None
    speakers: Markdown


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Who said what in which brief, for some briefs."""

    title: str
    ways: tuple[WayTo, ...]
    speakers: Markdown
    briefs: Markdown
    table: Markdown | None
    """Those who speak in several briefs; None where nobody does."""
    others: tuple[BriefSpeakers, ...]
    part: Part


def view_matrix(catalog: Catalog) -> list[tuple[str, MatrixView]]:
    """So many briefs on a page, the newest first; on each page those who speak in its briefs."""
    cells = {brief.id: _cells(catalog, brief) for brief in catalog.originals}
    briefs = [brief.id for brief in catalog.newest if cells.get(brief.id)]
    often = Counter(who for found in cells.values() for who in found)
    return [
        (paths[number - 1], _page(catalog, cells, often, shown, len(briefs), paths, number))
        for paths, number, shown in pages_of(MATRIX, briefs, _BRIEFS_SHOWN)
    ]


def _page(
    catalog: Catalog,
    cells: Mapping[str, Words],
    often: Mapping[str, int],
    briefs: Sequence[str],
    total: int,
    paths: list[str],
    number: int,
) -> MatrixView:
    here = paths[number - 1]
    rows = [who for who in _rows(catalog, cells, briefs) if often[who] > 1]
    shown = [brief for brief in briefs if not cells[brief].keys().isdisjoint(rows)]
    table = [_row(catalog, cells, shown, who) for who in rows]
    columns = [Column(catalog.cards[id_].title, text_page(id_), catalog.cards[id_].published) for id_ in shown]
    return MatrixView(
        title="Who said what" + (f", page {number}" if number > 1 else ""),
        ways=said_ways(here),
        speakers=counted(len(often), "speaker"),
        briefs=counted(total, "brief"),
        table=write_matrix(columns, table, here, catalog.style) if table else None,
        others=tuple(_others(catalog, cells, often, brief, here) for brief in briefs if _once(cells[brief], often)),
        part=show_part(paths, number),
    )


def _once(words: Words, often: Mapping[str, int]) -> list[str]:
    """Those who speak in this brief only."""
    return [who for who in words if often[who] == 1]


def _others(
    catalog: Catalog, cells: Mapping[str, Words], often: Mapping[str, int], brief: str, here: str
) -> BriefSpeakers:
    card, once = catalog.cards[brief], _once(cells[brief], often)
    rows = [_row(catalog, cells, [brief], who) for who in _rows(catalog, cells, [brief]) if who in once]
    return BriefSpeakers(
        show_link(card.title, text_page(brief), here), card.published, write_speakers(rows, here, catalog.style)
    )


def _cells(catalog: Catalog, brief: Brief) -> Words:
    """For each speaker of a brief, the words that are his, quoted or told, in the order of the text."""
    found: dict[str, list[tuple[Evidence, bool]]] = {}
    both: tuple[Quotation | Claim, ...] = (*brief.analysis.quotations, *brief.analysis.claims)
    for said in both:
        speaker = speaker_of(catalog, brief, said.claimant if isinstance(said, Claim) else said.speaker)
        if speaker:
            words = Evidence(brief.id, said.span), isinstance(said, Quotation)
            found.setdefault(speaker.id, []).append(words)
    return {who: sorted(said) for who, said in found.items()}


def _rows(catalog: Catalog, cells: Mapping[str, Words], briefs: Sequence[str]) -> list[str]:
    """Who speaks in these briefs: those in most of them first, then as the briefs come, those with most words first."""
    where: dict[str, list[tuple[int, int]]] = {}
    for column, brief in enumerate(briefs):
        for who, said in cells[brief].items():
            where.setdefault(who, []).append((column, -len(said)))
    return sorted(where, key=lambda who: (-len(where[who]), where[who], name_key(catalog.entities[who])))


def _row(catalog: Catalog, cells: Mapping[str, Words], briefs: Sequence[str], who: str) -> Row:
    shown = (tuple(_place(catalog, *said) for said in cells[brief].get(who, ())) for brief in briefs)
    return Row(catalog.entities[who].name, catalog.addresses.entities[who], tuple(shown))


def _place(catalog: Catalog, evidence: Evidence, is_quoted: bool) -> Place:
    door = door_of(catalog, unit_of(catalog.addresses, evidence))
    return Place(door, catalog.addresses.of(evidence), is_quoted)
