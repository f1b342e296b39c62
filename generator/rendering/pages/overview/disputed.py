"""What is disputed: who denies what others say, who refuses what others demand, numbers that differ; each with both
sides. The page says of nobody that he is right.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.model import Opposition
from generator.rendering.addresses import DISPUTED
from generator.rendering.catalog import Catalog
from generator.rendering.disputes import (
    DisputeLine,
    PositionLine,
    UpdateLine,
    list_denials,
    order_disputes,
    show_dispute,
    show_position,
    show_update,
)
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.labels import Text
from generator.rendering.layout import pages_of
from generator.rendering.markup import Markdown
from generator.rendering.readable import counted
from generator.rendering.views import Part, Rows, WayTo, first_rows, said_ways, show_part

ON_PAGE = 40
"""Oppositions on one page."""
ROWS = 50
"""Updates, and denials that stand alone."""


@dataclass(frozen=True, slots=True)
class DisputedView:
    """What is disputed, or one page of it."""

    title: str
    count: Markdown
    """`3 oppositions`."""
    ways: tuple[WayTo, ...]
    facts: tuple[DisputeLine, ...]
    """What is said and denied, and numbers that differ."""
    positions: tuple[DisputeLine, ...]
    """What is demanded and refused."""
    updates: Rows[UpdateLine]
    """Numbers that later briefs tell otherwise."""
    denials: Rows[PositionLine]
    """What is denied though nobody is found to say it; these and the updates stand on the first page."""
    part: Part


def view_disputed(catalog: Catalog) -> Iterator[tuple[str, Callable[[], DisputedView]]]:
    """The oppositions by path, over as many pages as they need: facts first, of most briefs first."""
    ordered = order_disputes(catalog.library.oppositions)
    for paths, number, shown in pages_of(DISPUTED, ordered, ON_PAGE):
        yield paths[number - 1], partial(_page, catalog, shown, paths, number)


def _page(catalog: Catalog, shown: Sequence[Opposition], paths: list[str], number: int) -> DisputedView:
    here, is_first = paths[number - 1], number == 1
    lines = [show_dispute(catalog, one, here) for one in shown]
    denials = list(list_denials(catalog, catalog.originals)) if is_first else []
    updates = catalog.library.revisions if is_first else ()
    return DisputedView(
        title="Disputed",
        count=counted(len(catalog.library.oppositions), "opposition"),
        ways=said_ways(here),
        facts=tuple(line for line in lines if not line.is_position),
        positions=tuple(line for line in lines if line.is_position),
        updates=first_rows(updates, ROWS, lambda one: show_update(catalog, one, here)),
        denials=first_rows(denials, ROWS, lambda one: show_position(catalog, one, here)),
        part=show_part(paths, number),
    )


def draft_disputed(catalog: Catalog) -> Iterator[Draft]:
    """The pages of what is disputed."""
    for path, view in view_disputed(catalog):
        yield Draft(path, None, _describe, view, searchable=False)


def _describe(view: DisputedView, text: Text) -> str:
    return text("{number}: both sides with their sentences.", number=view.count)


PAGE = PageKind("disputed", "disputed", draft_disputed)
