"""Figures of the collection side by side: by what is counted, and by the event or place that they are about."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, groupby
from typing import TypeVar

from generator.rendering.addresses import FIGURES, QUOTATIONS
from generator.rendering.catalog import Catalog
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.findings.quantities import About, Told, list_figures, show_about
from generator.rendering.labels import Text
from generator.rendering.layout import pages_of
from generator.rendering.markup import Markdown
from generator.rendering.readable import counted
from generator.rendering.views import Part, WayTo, said_ways, show_part

Key = TypeVar("Key")
_OPEN = 30
"""Figures of a page that stand open; the groups behind them are folded."""


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The figures of one thing."""

    what: str
    anchor: Markdown
    count: Markdown
    """`7 figures in 3 briefs`, on whatever page they stand."""
    about: tuple[About, ...]
    """By event and place; those of which it is not sure last."""
    is_folded: bool
    """So many figures stand before it on its page that it is closed."""


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The figures of the collection, or one page of them."""

    title: str
    count: Markdown
    ways: tuple[WayTo, ...]
    groups: tuple[FigureGroup, ...]
    part: Part


def view_figures(catalog: Catalog) -> Iterator[tuple[str, Callable[[], FiguresView]]]:
    """The list over as many pages as it needs."""
    rows = list(list_figures(catalog))
    by_what = _briefs_by(rows, lambda one: one.key)
    sizes = {what: (len(set(briefs)), len(briefs)) for what, briefs in by_what.items()}
    shared = {key: len(set(briefs)) for key, briefs in _briefs_by(rows, lambda one: (one.key, one.about)).items()}
    rows.sort(
        key=lambda one: (
            -sizes[one.key][0], one.key, not one.about, -shared[one.key, one.about], one.about,
        )
    )  # fmt: skip
    for paths, number, shown in pages_of(FIGURES, rows, catalog.settings.index_split):
        yield paths[number - 1], partial(_page, catalog, shown, sizes, paths, number)


def _briefs_by(rows: Sequence[Told], key: Callable[[Told], Key]) -> dict[Key, list[str]]:
    found: dict[Key, list[str]] = {}
    for one in rows:
        found.setdefault(key(one), []).append(one.brief.id)
    return found


def _page(
    catalog: Catalog, shown: Sequence[Told], sizes: dict[str, tuple[int, int]], paths: list[str], number: int
) -> FiguresView:
    here = paths[number - 1]
    same = [(key, list(found)) for key, found in groupby(shown, key=lambda one: one.key)]
    ahead = accumulate((len(found) for _, found in same), initial=0)
    groups = tuple(
        FigureGroup(
            found[0].what,
            Markdown(f"g{at}"),
            Markdown(f"{counted(sizes[key][1], 'figure')} in {counted(sizes[key][0], 'brief')}"),
            tuple(show_about(catalog, about, some, here) for about, some in groupby(found, key=lambda one: one.about)),
            before >= _OPEN,
        )
        for at, ((key, found), before) in enumerate(zip(same, ahead, strict=False), 1)
    )
    count = counted(sum(figures for _, figures in sizes.values()), "figure")
    return FiguresView("Figures", count, said_ways(here), groups, show_part(paths, number))


def draft_figures(catalog: Catalog) -> Iterator[Draft]:
    """The pages of the list."""
    for path, view in view_figures(catalog):
        yield Draft(path, None, _describe, view, searchable=False)


def _describe(view: FiguresView, text: Text) -> str:
    return text("{number}, by what they count.", number=view.count)


PAGE = PageKind("figures", "figures", draft_figures, under=QUOTATIONS)
