"""Who is named with which office: by country or body, each with the first and last day that says so."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.rendering.addresses import OFFICES
from generator.rendering.catalog import Catalog
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.labels import Text
from generator.rendering.layout import pages_of
from generator.rendering.markup import Markdown
from generator.rendering.offices import Office
from generator.rendering.pages.roles import OfficeLine, people_ways, show_office
from generator.rendering.readable import counted
from generator.rendering.views import Link, Part, WayTo, show_part

ROWS = 60
"""Offices of one page."""


@dataclass(frozen=True, slots=True)
class OfficeGroup:
    """The offices of one country or body on one page."""

    name: str
    link: Link | None
    """Its page or line, where the collection names it."""
    anchor: Markdown
    offices: tuple[OfficeLine, ...]


@dataclass(frozen=True, slots=True)
class OfficesView:
    """The offices of the collection, or one page of them."""

    title: str
    count: Markdown
    ways: tuple[WayTo, ...]
    groups: tuple[OfficeGroup, ...]
    part: Part


def view_offices(catalog: Catalog) -> Iterator[tuple[str, Callable[[], OfficesView]]]:
    """The offices over as many pages as they need."""
    offices = catalog.offices()
    for paths, number, shown in pages_of(OFFICES, offices, min(ROWS, catalog.settings.index_split)):
        yield paths[number - 1], partial(_page, catalog, shown, len(offices), paths, number)


def _page(catalog: Catalog, shown: Sequence[Office], total: int, paths: list[str], number: int) -> OfficesView:
    here = paths[number - 1]
    groups = []
    for at, ((name, _), found) in enumerate(groupby(shown, key=lambda office: (office.of, office.body)), 1):
        lines = tuple(show_office(catalog, office, here) for office in found)
        groups.append(OfficeGroup(name, lines[0].of, Markdown(f"of-{at}"), lines))
    return OfficesView(
        title="Offices",
        count=counted(total, "office"),
        ways=people_ways(here),
        groups=tuple(groups),
        part=show_part(paths, number),
    )


def draft_offices(catalog: Catalog) -> Iterator[Draft]:
    """The pages of the list."""
    for path, view in view_offices(catalog):
        yield Draft(path, None, _describe, view, searchable=False)


def _describe(view: OfficesView, text: Text) -> str:
    return text("{number} with those who are named with them.", number=view.count)


PAGE = PageKind("offices", "offices", draft_offices)
