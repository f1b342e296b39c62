"""Who said what in the whole collection: those who speak most by month, those who speak in several briefs with each of
them, and under each brief those who speak in no other. Every number leads to the sentences.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.model import Brief, Claim, Evidence, Quotation
from generator.rendering.addresses import MATRIX, text_page
from generator.rendering.catalog import Catalog, speaker_of
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.labels import Text
from generator.rendering.layout import name_key, pages_of
from generator.rendering.markup import Markdown
from generator.rendering.pages.pictures.speakers import Words, draw_speakers
from generator.rendering.readable import When, counted, first_day, month_in_words, show_date
from generator.rendering.views import Link, Part, Way, WayTo, said_ways, show_link, show_part, show_way

SPEAKERS, COLUMNS = 20, 12
"""Of the table by month."""
ROWS = 40
"""Speakers in several briefs, or briefs with other speakers, on one page."""
_BRIEFS, _WAYS = 8, 3
"""Briefs of a speaker, and sentences of a cell, that are led to."""
Months = Sequence[tuple[int, int | None]]
Piece = tuple[str, str]
"""What a page is made of: "speaker" or "brief", and its id."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What somebody says in one place or time."""

    quoted: Markdown | None
    """`2 quoted`: sentences in his own words."""
    stated: Markdown | None
    """`1 stated`: sentences that tell what he said."""
    ways: tuple[Way, ...]
    """To the first of them."""
    more: int


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A speaker with a cell for each month."""

    speaker: Link
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class MonthTable:
    """Those who speak most, by month or year."""

    heads: tuple[Markdown, ...]
    rows: tuple[MonthRow, ...]


@dataclass(frozen=True, slots=True)
class BriefCell:
    """A brief in which somebody speaks."""

    brief: Link
    published: When | None
    said: Cell


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """Somebody who speaks in several briefs."""

    speaker: Link
    count: Markdown
    """`5 briefs`."""
    said: Cell
    first: When | None
    last: When | None
    """The first and last day of these briefs; the same where all are of one day."""
    briefs: tuple[BriefCell, ...]
    more: int


@dataclass(frozen=True, slots=True)
class OnceLine:
    """Somebody who speaks in one brief."""

    speaker: Link
    said: Cell


@dataclass(frozen=True, slots=True)
class BriefSpeakers:
    """A brief with those who speak in no other."""

    brief: Link
    published: When | None
    speakers: tuple[OnceLine, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Who said what, or one page of it."""

    title: str
    ways: tuple[WayTo, ...]
    speakers: Markdown
    briefs: Markdown
    over_time: Markdown | None
    """Those who speak most in the collection, drawn by month; on the first page only, none in Markdown."""
    months: MonthTable | None
    """The same in numbers; on the first page only, None for a collection of one month."""
    several: tuple[SpeakerRow, ...]
    """Those who speak in several briefs, in most first."""
    others: tuple[BriefSpeakers, ...]
    """Briefs with those who speak in no other, the newest first."""
    part: Part


def view_matrix(catalog: Catalog) -> list[tuple[str, Callable[[], MatrixView]]]:
    """All speakers in several briefs, then all briefs with others, over as many pages as they need."""
    cells = {brief.id: _cells(catalog, brief) for brief in catalog.originals}
    often = Counter(who for found in cells.values() for who in found)
    several = [who for who in _by_weight(cells, often, catalog) if often[who] > 1]
    once = [brief.id for brief in catalog.newest if _once(cells.get(brief.id, {}), often)]
    pieces = [*(("speaker", who) for who in several), *(("brief", brief) for brief in once)]
    return [
        (paths[number - 1], partial(_page, catalog, cells, often, shown, paths, number))
        for paths, number, shown in pages_of(MATRIX, pieces, ROWS)
    ]


def _by_weight(cells: Mapping[str, Words], often: Counter[str], catalog: Catalog) -> list[str]:
    """Speakers, those in most briefs first, then those with most words."""
    words = Counter[str]()
    for found in cells.values():
        words.update({who: len(said) for who, said in found.items()})
    return sorted(often, key=lambda who: (-often[who], -words[who], name_key(catalog.entities[who])))


def _page(
    catalog: Catalog,
    cells: Mapping[str, Words],
    often: Counter[str],
    shown: Sequence[Piece],
    paths: list[str],
    number: int,
) -> MatrixView:
    here, is_first = paths[number - 1], number == 1
    return MatrixView(
        title="Who said what" + (f", page {number}" if number > 1 else ""),
        ways=said_ways(here),
        speakers=counted(len(often), "speaker"),
        briefs=counted(sum(map(bool, cells.values())), "brief"),
        over_time=draw_speakers(catalog, cells, here) if is_first else None,
        months=_months(catalog, cells, _by_weight(cells, often, catalog)[:SPEAKERS], here) if is_first else None,
        several=tuple(_speaker(catalog, cells, who, here) for kind, who in shown if kind == "speaker"),
        others=tuple(_others(catalog, cells[id_], often, id_, here) for kind, id_ in shown if kind == "brief"),
        part=show_part(paths, number),
    )


def _once(words: Words, often: Mapping[str, int]) -> list[str]:
    """Those who speak in this brief only, those with most words first."""
    return sorted((who for who in words if often[who] == 1), key=lambda who: -len(words[who]))


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


def _months(catalog: Catalog, cells: Mapping[str, Words], speakers: Iterable[str], here: str) -> MonthTable | None:
    """A column for each month in which briefs tell of words, for each year where these are too many months."""
    days = {id_: first_day(catalog.briefs[id_].analysis.metadata.published.value) for id_ in cells}
    by_month = {id_: (day.year, day.month) for id_, day in days.items() if day and cells[id_]}
    columns = sorted(set(by_month.values()), key=lambda month: (month[0], month[1] or 0), reverse=True)
    if len(columns) > COLUMNS:
        by_month = {id_: (year, None) for id_, (year, _) in by_month.items()}
        columns = sorted(set(by_month.values()), reverse=True)
    if len(columns) < len(("one", "other")):
        return None
    columns = columns[:COLUMNS]
    rows = []
    for who in speakers:
        said: dict[tuple[int, int | None], list[tuple[Evidence, bool]]] = {}
        for brief in catalog.newest:
            if brief.id in by_month:
                said.setdefault(by_month[brief.id], []).extend(cells[brief.id].get(who, ()))
        found = tuple(_cell(catalog, said.get(month, []), here) for month in columns)
        if any(found):
            rows.append(MonthRow(_link(catalog, who, here), found))
    return MonthTable(tuple(Markdown(month_in_words(*month)) for month in columns), tuple(rows)) if rows else None


def _cell(catalog: Catalog, said: Sequence[tuple[Evidence, bool]], here: str) -> Cell | None:
    return _tell(catalog, said, here) if said else None


def _tell(catalog: Catalog, said: Sequence[tuple[Evidence, bool]], here: str) -> Cell:
    quoted = sum(is_quoted for _, is_quoted in said)
    stated = len(said) - quoted
    return Cell(
        quoted=Markdown(f"{quoted:,} quoted") if quoted else None,
        stated=Markdown(f"{stated:,} stated") if stated else None,
        ways=tuple(show_way(catalog, evidence, here) for evidence, _ in said[:_WAYS]),
        more=max(0, len(said) - _WAYS),
    )


def _link(catalog: Catalog, who: str, here: str) -> Link:
    return show_link(catalog.entities[who].name, catalog.addresses.entities[who], here)


def _speaker(catalog: Catalog, cells: Mapping[str, Words], who: str, here: str) -> SpeakerRow:
    briefs = [brief for brief in catalog.newest if who in cells.get(brief.id, {})]
    days = sorted(value for brief in briefs if (value := brief.analysis.metadata.published.value))
    shown = briefs[:_BRIEFS]
    return SpeakerRow(
        speaker=_link(catalog, who, here),
        count=counted(len(briefs), "brief"),
        said=_tell(catalog, [said for brief in briefs for said in cells[brief.id][who]], here),
        first=show_date(days[0]) if days else None,
        last=show_date(days[-1]) if days else None,
        briefs=tuple(
            BriefCell(
                show_link(catalog.cards[brief.id].title, text_page(brief.id), here),
                catalog.cards[brief.id].published,
                _tell(catalog, cells[brief.id][who], here),
            )
            for brief in shown
        ),
        more=len(briefs) - len(shown),
    )


def _others(catalog: Catalog, words: Words, often: Mapping[str, int], brief: str, here: str) -> BriefSpeakers:
    card = catalog.cards[brief]
    lines = (OnceLine(_link(catalog, who, here), _tell(catalog, words[who], here)) for who in _once(words, often))
    return BriefSpeakers(show_link(card.title, text_page(brief), here), card.published, tuple(lines))


def draft_matrix(catalog: Catalog) -> Iterator[Draft]:
    """The pages of the table."""
    for path, view in view_matrix(catalog):
        yield Draft(path, None, _describe, view, searchable=False)


def _describe(view: MatrixView, text: Text) -> str:
    return text("{speakers} in {briefs}, with the way to each sentence.", speakers=view.speakers, briefs=view.briefs)


PAGE = PageKind("matrix", "matrix", draft_matrix, is_wide=True)
