"""What rests on which agency: the wire services and media that briefs are from or cite, those of most briefs first."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import NamedTuple

from generator.model import Brief, Credit, Evidence
from generator.rendering.addresses import ORIGINS
from generator.rendering.catalog import TITLE_CHARS, Catalog
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.labels import Text
from generator.rendering.layout import pages_of
from generator.rendering.markup import Markdown
from generator.rendering.pages.sources.files import ROWS
from generator.rendering.readable import counted, figure, shortened
from generator.rendering.said import CREDIT_WORDS
from generator.rendering.views import (
    BriefLine,
    Part,
    Way,
    WayTo,
    show_brief,
    show_part,
    show_way,
    source_ways,
)
from generator.text.origins import read_named

_OTHERS = 5
"""Names of other agencies on a line."""


class Row(NamedTuple):
    """A brief under an agency or medium."""

    key: str
    """What all spellings of the name have in common."""
    brief: Brief
    credit: Credit
    """The first words in it that name it."""
    others: tuple[str, ...]
    """The other agencies and media that it names, and its own paper where the report is the paper's own."""


Counts = tuple[Counter[str], Counter[str]]
"""How many briefs each name has in all, and how many that name no other."""


@dataclass(frozen=True, slots=True)
class OriginLine:
    """A brief that is from an agency or cites it."""

    kind: Markdown
    way: Way
    brief: BriefLine
    others: tuple[str, ...]
    """The other agencies and media that it names, and its own paper where the report is the paper's own."""


@dataclass(frozen=True, slots=True)
class JumpTo:
    """An agency on this page, with the way to it."""

    name: str
    href: Markdown
    count: Markdown
    only: Markdown | None


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """A wire service or medium."""

    name: str
    anchor: Markdown
    count: Markdown
    """`3 briefs`, on whatever page they stand."""
    only: Markdown | None
    """`2 on it alone`: those that name no other agency or medium, on whatever page; None where there is none."""
    alone: tuple[OriginLine, ...]
    """Those of this page that name no other."""
    briefs: tuple[OriginLine, ...]
    """Those of this page that name others too."""


@dataclass(frozen=True, slots=True)
class OriginsView:
    """The agencies and media, or one page of them."""

    title: str
    count: Markdown
    ways: tuple[WayTo, ...]
    jumps: tuple[JumpTo, ...]
    groups: tuple[OriginGroup, ...]
    part: Part


def view_origins(catalog: Catalog) -> Iterator[tuple[str, Callable[[], OriginsView]]]:
    """The list over as many pages as it needs."""
    rows = find_origins(catalog)
    often = Counter(row.key for row in rows)
    alone = Counter(row.key for row in rows if not row.others)
    rows.sort(key=lambda row: (-often[row.key], row.key, bool(row.others)))
    for paths, number, shown in pages_of(ORIGINS, rows, min(ROWS, catalog.settings.index_split)):
        yield paths[number - 1], partial(_page, catalog, shown, (often, alone), paths, number)


def _page(catalog: Catalog, shown: Sequence[Row], counts: Counts, paths: list[str], number: int) -> OriginsView:
    here = paths[number - 1]
    groups = tuple(_groups(catalog, shown, counts, here))
    jumps = tuple(JumpTo(g.name, Markdown(f"#{g.anchor}"), g.count, g.only) for g in groups)
    count = counted(len(counts[0]), "agency or medium", "agencies and media")
    return OriginsView("Agencies and media", count, source_ways(here), jumps, groups, show_part(paths, number))


def find_origins(catalog: Catalog) -> list[Row]:
    """Each agency or medium once for each brief, the newest brief first."""
    found = list[Row]()
    for brief in catalog.originals:
        first = dict[str, Credit]()
        for credit in sorted(brief.analysis.credits, key=lambda credit: credit.span):
            if credit.kind != "image":
                first.setdefault(catalog.agency_key(credit.name), credit)
        names = {key: " ".join(credit.name.split()) for key, credit in first.items()} | {
            catalog.agency_key(name): name for name in read_named(brief.analysis).whole.values()
        }
        for key, credit in first.items():
            others = tuple(name for other, name in names.items() if other != key)
            found.append(Row(key, brief, credit, others))
    return found


def _groups(catalog: Catalog, rows: Sequence[Row], counts: Counts, here: str) -> Iterator[OriginGroup]:
    often, alone = counts
    for number, (key, found) in enumerate(groupby(rows, key=lambda row: row.key), 1):
        same = list(found)
        lines = [(_line(catalog, row, here), bool(row.others)) for row in same]
        yield OriginGroup(
            name=shortened(same[0].credit.name, TITLE_CHARS),
            anchor=Markdown(f"origin-{number}"),
            count=counted(often[key], "brief"),
            only=Markdown(f"{figure(alone[key])} on it alone") if alone[key] else None,
            alone=tuple(line for line, names_others in lines if not names_others),
            briefs=tuple(line for line, names_others in lines if names_others),
        )


def _line(catalog: Catalog, row: Row, here: str) -> OriginLine:
    words = CREDIT_WORDS[row.credit.kind]
    return OriginLine(
        Markdown(f"{words}, in part" if row.credit.is_part else words),
        show_way(catalog, Evidence(row.brief.id, row.credit.span), here),
        show_brief(catalog, row.brief.id, here),
        row.others[:_OTHERS],
    )


def draft_origins(catalog: Catalog) -> Iterator[Draft]:
    """The pages of the list."""
    for path, view in view_origins(catalog):
        yield Draft(path, None, _describe, view, searchable=False)


def _describe(view: OriginsView, text: Text) -> str:
    return text("{number}, with the briefs that rest on them.", number=view.count)


PAGE = PageKind("origins", "origins", draft_origins)
