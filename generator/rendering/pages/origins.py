"""What rests on which agency: the wire services and media that briefs are from or cite, those of most briefs first."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.model import Brief, Credit, Evidence
from generator.rendering.addresses import ORIGINS
from generator.rendering.catalog import TITLE_CHARS, Catalog
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.layout import pages_of
from generator.rendering.markup import Markdown
from generator.rendering.readable import counted, shortened
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

Row = tuple[str, Brief, Credit]
"""What all spellings of a name have in common, a brief, and the first words in it that name it."""


@dataclass(frozen=True, slots=True)
class OriginLine:
    """A brief that is from an agency or cites it."""

    kind: Markdown
    way: Way
    brief: BriefLine


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """A wire service or medium."""

    name: str
    anchor: Markdown
    count: Markdown
    """`3 briefs`, on whatever page they stand."""
    briefs: tuple[OriginLine, ...]


@dataclass(frozen=True, slots=True)
class OriginsView:
    """The agencies and media, or one page of them."""

    title: str
    count: Markdown
    ways: tuple[WayTo, ...]
    groups: tuple[OriginGroup, ...]
    part: Part


def view_origins(catalog: Catalog) -> Iterator[tuple[str, Callable[[], OriginsView]]]:
    """The list over as many pages as it needs."""
    rows = find_origins(catalog)
    often = Counter(name for name, _, _ in rows)
    rows.sort(key=lambda row: (-often[row[0]], row[0]))
    for paths, number, shown in pages_of(ORIGINS, rows, catalog.settings.index_split):
        yield paths[number - 1], partial(_page, catalog, shown, often, paths, number)


def _page(catalog: Catalog, shown: Sequence[Row], often: Counter[str], paths: list[str], number: int) -> OriginsView:
    here = paths[number - 1]
    groups = tuple(_groups(catalog, shown, often, here))
    count = counted(len(often), "agency or medium", "agencies and media")
    return OriginsView("Agencies and media", count, source_ways(here), groups, show_part(paths, number))


def find_origins(catalog: Catalog) -> list[Row]:
    """Each agency or medium once for each brief, the newest brief first."""
    found: dict[tuple[str, str], Row] = {}
    for brief in catalog.originals:
        for credit in sorted(brief.analysis.credits, key=lambda credit: credit.span):
            name = " ".join(credit.name.casefold().split())
            if credit.kind != "image":
                found.setdefault((name, brief.id), (name, brief, credit))
    return list(found.values())


def _groups(catalog: Catalog, rows: Sequence[Row], often: Counter[str], here: str) -> Iterator[OriginGroup]:
    for number, (name, found) in enumerate(groupby(rows, key=lambda row: row[0]), 1):
        same = list(found)
        lines = tuple(
            OriginLine(
                Markdown(CREDIT_WORDS[credit.kind]),
                show_way(catalog, Evidence(brief.id, credit.span), here),
                show_brief(catalog, brief.id, here),
            )
            for _, brief, credit in same
        )
        called, count = shortened(same[0][2].name, TITLE_CHARS), counted(often[name], "brief")
        yield OriginGroup(called, Markdown(f"origin-{number}"), count, lines)


def draft_origins(catalog: Catalog) -> Iterator[Draft]:
    """The pages of the list."""
    for path, view in view_origins(catalog):
        yield Draft(path, None, _describe, view, searchable=False)


def _describe(view: OriginsView) -> str:
    return f"{view.count}, with the briefs that rest on them."


PAGE = PageKind("origins", "origins", draft_origins)
