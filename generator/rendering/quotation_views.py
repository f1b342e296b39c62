"""The views of the quotations index (by speaker) and of the matrix of who said what (speakers by briefs)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.model import Brief, Claim, Entity, Evidence, Quotation
from generator.rendering.addresses import relative, text_page
from generator.rendering.catalog import Catalog, unit_of
from generator.rendering.index_views import Shelf, letter_key, name_key, pages_of, split
from generator.rendering.markup import Markdown, md
from generator.rendering.matrix import Column, Place, Row, write_matrix
from generator.rendering.readable import counted
from generator.rendering.said_views import SaidLine, show_said
from generator.rendering.views import Link, Part, door_of, show_link, show_part
from generator.rendering.ways import MATRIX, QUOTATIONS, WayTo, said_ways

_BRIEFS_SHOWN, _SPEAKERS_SHOWN = 12, 60
"""Columns and rows of one page of the matrix."""
_FIRST_ROWS = 50

Said = tuple[Brief, Quotation]
Words = Mapping[str, Sequence[tuple[Evidence, bool]]]
"""For each speaker of a brief, where his words stand, and whether they are quoted."""


@dataclass(frozen=True, slots=True)
class SpeakerGroup:
    """A speaker with what he is quoted as saying."""

    speaker: Link | None
    """None: not determined."""
    anchor: Markdown
    count: Markdown
    quotations: tuple[SaidLine, ...]


@dataclass(frozen=True, slots=True)
class QuotationsView:
    """The index of quotations, or one page of it."""

    title: str
    count: Markdown
    ways: tuple[WayTo, ...]
    shelves: tuple[Shelf, ...]
    is_newest: bool
    """The rows are the newest only; the letters lead to all."""
    groups: tuple[SpeakerGroup, ...]
    up: Markdown | None
    part: Part


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Who said what in which brief, for some briefs."""

    title: str
    ways: tuple[WayTo, ...]
    speakers: Markdown
    briefs: Markdown
    table: Markdown | None
    """None where nobody is said to have said anything."""
    more: int
    """Speakers of these briefs that are not shown."""
    part: Part


def view_quotations(catalog: Catalog) -> list[tuple[str, QuotationsView]]:
    """The index of quotations, with the pages that it is split into."""
    rows, limit = _quotations(catalog), catalog.settings.index_split
    if len(rows) <= limit:
        return [(QUOTATIONS, _page(catalog, rows, "Quotations", [QUOTATIONS], 1, len(rows)))]
    letters = split(rows, "quotations/by-speaker", lambda row: _letter(catalog, row))
    shelves = tuple(
        Shelf(md(words), relative(to, QUOTATIONS), counted(len(found), "quotation")) for to, words, found in letters
    )
    age = {brief.id: at for at, brief in enumerate(catalog.newest)}
    newest = sorted(rows, key=lambda row: age[row[0].id])[:_FIRST_ROWS]
    shown = sorted(newest, key=lambda row: _order(catalog, row))
    front = _page(catalog, shown, "Quotations", [QUOTATIONS], 1, len(rows))
    parts = [
        (paths[number - 1], _page(catalog, some, f"Quotations, {words}", paths, number, len(found), up=QUOTATIONS))
        for to, words, found in letters
        for paths, number, some in pages_of(to, found, limit)
    ]
    return [(QUOTATIONS, replace(front, shelves=shelves, is_newest=True)), *parts]


def _quotations(catalog: Catalog) -> list[Said]:
    """All quotations by speaker, newest brief first; those without a speaker last."""
    briefs = [brief for brief in catalog.newest if brief.duplicate_of is None]
    return sorted(
        ((brief, said) for brief in briefs for said in brief.analysis.quotations), key=lambda row: _order(catalog, row)
    )


def _speaker(catalog: Catalog, brief: Brief, who: str | None) -> Entity | None:
    return catalog.entities.get(catalog.known_as[brief.id].get(who or "", ""))


def _order(catalog: Catalog, row: Said) -> tuple[bool, tuple[int, str, str, str]]:
    speaker = _speaker(catalog, row[0], row[1].speaker)
    return (speaker is None, name_key(speaker) if speaker else (0, "", "", ""))


def _letter(catalog: Catalog, row: Said) -> tuple[str, str]:
    speaker = _speaker(catalog, row[0], row[1].speaker)
    return letter_key(speaker) if speaker else ("undetermined", "Speaker not determined")


def _page(
    catalog: Catalog, rows: Sequence[Said], title: str, paths: list[str], number: int, total: int, *, up: str = ""
) -> QuotationsView:
    here = paths[number - 1]
    return QuotationsView(
        title=title,
        count=counted(total, "quotation"),
        ways=said_ways(here),
        shelves=(),
        is_newest=False,
        groups=tuple(_groups(catalog, rows, here)),
        up=relative(up, here) if up else None,
        part=show_part(paths, number),
    )


def _groups(catalog: Catalog, rows: Sequence[Said], here: str) -> Iterator[SpeakerGroup]:
    for speaker, found in groupby(rows, key=lambda row: _speaker(catalog, row[0], row[1].speaker)):
        said = tuple(show_said(catalog, brief, quotation, here) for brief, quotation in found)
        link = show_link(speaker.name, catalog.addresses.entities[speaker.id], here) if speaker else None
        anchor = Markdown(f"by-{speaker.id}" if speaker else "undetermined")
        yield SpeakerGroup(link, anchor, counted(len(said), "quotation"), said)


def view_matrix(catalog: Catalog) -> list[tuple[str, MatrixView]]:
    """The matrix: so many briefs on a page, the newest first; on each page those who speak in its briefs."""
    cells = {brief.id: _cells(catalog, brief) for brief in catalog.newest if brief.duplicate_of is None}
    briefs = [brief for brief in catalog.newest if cells.get(brief.id)]
    speakers = {who for found in cells.values() for who in found}
    views = []
    for paths, number, shown in pages_of(MATRIX, briefs, _BRIEFS_SHOWN):
        here, ids = paths[number - 1], [brief.id for brief in shown]
        rows = _rows(catalog, cells, ids)
        table = [_row(catalog, cells, ids, who) for who in rows[:_SPEAKERS_SHOWN]]
        columns = [Column(catalog.cards[id_].title, text_page(id_), catalog.cards[id_].published) for id_ in ids]
        view = MatrixView(
            title="Who said what" + (f", page {number}" if number > 1 else ""),
            ways=said_ways(here),
            speakers=counted(len(speakers), "speaker"),
            briefs=counted(len(briefs), "brief"),
            table=write_matrix(columns, table, here, catalog.style) if table else None,
            more=max(0, len(rows) - _SPEAKERS_SHOWN),
            part=show_part(paths, number),
        )
        views.append((here, view))
    return views


def _cells(catalog: Catalog, brief: Brief) -> Words:
    """For each speaker of a brief, the words that are his, quoted or told, in the order of the text."""
    found: dict[str, list[tuple[Evidence, bool]]] = {}
    both: tuple[Quotation | Claim, ...] = (*brief.analysis.quotations, *brief.analysis.claims)
    for said in both:
        speaker = _speaker(catalog, brief, said.claimant if isinstance(said, Claim) else said.speaker)
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
