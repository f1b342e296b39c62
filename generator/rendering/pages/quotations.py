"""The index of statements, by speaker: quotations, and what somebody is said to have said."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from generator.model import Brief, Claim, Entity, Quotation
from generator.rendering.addresses import QUOTATIONS, QUOTATIONS_BY_SPEAKER, part_page, relative
from generator.rendering.catalog import Catalog, speaker_of
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.labels import Text
from generator.rendering.layout import Split, letter_key, name_key, pages_of, split
from generator.rendering.markup import Markdown, md
from generator.rendering.readable import counted
from generator.rendering.said import SaidLine, fold_fragments, show_folded, show_said
from generator.rendering.views import (
    FIRST_ROWS,
    Link,
    Part,
    Shelf,
    WayTo,
    said_ways,
    show_link,
    show_part,
)

_UNDETERMINED = "undetermined"
_ROWS = 50
"""Statements of one page of a letter."""
Said = tuple[Brief, Quotation | Claim]


@dataclass(frozen=True, slots=True)
class SpeakerGroup:
    """A speaker with what he says."""

    speaker: Link | None
    """None: not determined."""
    anchor: Markdown
    count: Markdown
    """`3 quotations, 2 other statements`."""
    quotations: tuple[SaidLine, ...]
    claims: tuple[SaidLine, ...]
    """What he is said to have said, in the words of the source."""


@dataclass(frozen=True, slots=True)
class QuotationsView:
    """The index of statements, or one page of it."""

    title: str
    count: Markdown
    ways: tuple[WayTo, ...]
    shelves: tuple[Shelf, ...]
    is_newest: bool
    """The rows are the newest only; the letters lead to all."""
    groups: tuple[SpeakerGroup, ...]
    up: Markdown | None
    part: Part


def view_quotations(catalog: Catalog) -> list[tuple[str, Callable[[], QuotationsView]]]:
    """The index of statements, with the pages that it is split into."""
    rows, limit = _statements(catalog), catalog.settings.index_split
    if len(rows) <= limit:
        return [(QUOTATIONS, partial(_page, catalog, rows, "Statements", [QUOTATIONS], 1, len(rows)))]
    letters = split(rows, QUOTATIONS_BY_SPEAKER, lambda row: _letter(catalog, row))
    parts = [
        (
            paths[number - 1],
            partial(_page, catalog, some, f"Statements, {words}", paths, number, len(found), up=QUOTATIONS),
        )
        for to, words, found in letters
        for paths, number, some in pages_of(to, found, min(limit, _ROWS))
    ]
    return [(QUOTATIONS, partial(_front, catalog, rows, letters)), *parts]


def _front(catalog: Catalog, rows: Sequence[Said], letters: Sequence[Split[Said]]) -> QuotationsView:
    """The newest, and the way to all."""
    shelves = tuple(
        Shelf(md(words), relative(to, QUOTATIONS), counted(len(found), "statement")) for to, words, found in letters
    )
    age = {brief.id: at for at, brief in enumerate(catalog.newest)}
    newest = sorted(rows, key=lambda row: age[row[0].id])[:FIRST_ROWS]
    shown = sorted(newest, key=lambda row: _order(catalog, row))
    front = _page(catalog, shown, "Statements", [QUOTATIONS], 1, len(rows))
    return replace(front, shelves=shelves, is_newest=True)


def unsaid_place(catalog: Catalog) -> str:
    """Where the statements without a speaker are listed."""
    rows, limit = _statements(catalog), catalog.settings.index_split
    page = QUOTATIONS if len(rows) <= limit else part_page(QUOTATIONS_BY_SPEAKER, _UNDETERMINED)
    return f"{page}#{_UNDETERMINED}"


def _statements(catalog: Catalog) -> list[Said]:
    """All by speaker, newest brief first; those without a speaker last. A claim that nobody makes is none."""
    found = list[Said]()
    for brief in catalog.originals:
        found += [(brief, said) for said in brief.analysis.quotations]
        found += [(brief, claim) for claim in brief.analysis.claims if claim.claimant or claim.claimant_span]
    return sorted(found, key=lambda row: _order(catalog, row))


def _speaker(catalog: Catalog, row: Said) -> Entity | None:
    brief, said = row
    return speaker_of(catalog, brief, said.speaker if isinstance(said, Quotation) else said.claimant)


def _order(catalog: Catalog, row: Said) -> tuple[bool, tuple[int, str, str, str]]:
    speaker = _speaker(catalog, row)
    return (speaker is None, name_key(speaker) if speaker else (0, "", "", ""))


def _letter(catalog: Catalog, row: Said) -> tuple[str, str]:
    speaker = _speaker(catalog, row)
    return letter_key(speaker) if speaker else (_UNDETERMINED, "Speaker not determined")


def _page(
    catalog: Catalog, rows: Sequence[Said], title: str, paths: list[str], number: int, total: int, *, up: str = ""
) -> QuotationsView:
    here = paths[number - 1]
    return QuotationsView(
        title=title,
        count=counted(total, "statement"),
        ways=said_ways(here),
        shelves=(),
        is_newest=False,
        groups=tuple(_groups(catalog, rows, here)),
        up=relative(up, here) if up else None,
        part=show_part(paths, number),
    )


def _groups(catalog: Catalog, rows: Sequence[Said], here: str) -> Iterator[SpeakerGroup]:
    for speaker, found in groupby(rows, key=lambda row: _speaker(catalog, row)):
        same = list(found)
        quoted = [(brief, said) for brief, said in same if isinstance(said, Quotation)]
        quotations = tuple(show_folded(catalog, found, here) for found in fold_fragments(catalog, quoted))
        claims = tuple(show_said(catalog, *row, here) for row in same if isinstance(row[1], Claim))
        link = show_link(speaker.name, catalog.addresses.entities[speaker.id], here) if speaker else None
        anchor = Markdown(f"by-{speaker.id}" if speaker else _UNDETERMINED)
        yield SpeakerGroup(link, anchor, _count(len(quoted), len(claims)), quotations, claims)


def _count(quotations: int, claims: int) -> Markdown:
    parts = [counted(quotations, "quotation")] if quotations else []
    parts += [counted(claims, "other statement" if parts else "statement")] if claims else []
    return Markdown(", ").join(parts)


def draft_quotations(catalog: Catalog) -> Iterator[Draft]:
    """The index and its parts."""
    for path, view in view_quotations(catalog):
        yield Draft(path, None, _describe, view, searchable=False)


def _describe(view: QuotationsView, text: Text) -> str:
    return text("{number}, by speaker.", number=view.count)


PAGE = PageKind("quotations", "quotations", draft_quotations, nav=(("Statements", QUOTATIONS),))
