"""The page of Explore: what it says without a script, and the data that the script asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.faults import Faults
from generator.model import Problem
from generator.rendering.addresses import (
    BRIEFS,
    EXPLORE,
    ORIGINS,
    QUOTATIONS,
    THEMES,
    TIMELINE,
    entity_index,
    explore_file,
    relative,
)
from generator.rendering.catalog import Catalog
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.explore.files import Files
from generator.rendering.explore.shown import Ranks, show_brief_row, show_event_row, show_statement_row
from generator.rendering.explore.tables import (
    Table,
    gather_briefs,
    gather_events,
    gather_statements,
    list_briefs,
    list_events,
    list_statements,
    read_sources,
)
from generator.rendering.labels import Text
from generator.rendering.markup import Markdown
from generator.rendering.readable import counted

_LISTS = (
    ("Briefs by month", BRIEFS),
    ("Themes", THEMES),
    ("People", entity_index("Person")),
    ("Organizations", entity_index("Organization")),
    ("Places", entity_index("Place")),
    ("Events by day", TIMELINE),
    ("Statements by speaker", QUOTATIONS),
    ("Agencies and media", ORIGINS),
)


@dataclass(frozen=True, slots=True)
class ExploreLink:
    """A list that shows a part of the same without a script."""

    words: Markdown
    href: Markdown


@dataclass(frozen=True, slots=True)
class ExploreView:
    """The page."""

    title: str
    count: Markdown
    lists: tuple[ExploreLink, ...]


def view_explore(catalog: Catalog) -> ExploreView:
    """Make the view of the page."""
    lists = tuple(ExploreLink(Markdown(words), relative(path, EXPLORE)) for words, path in _LISTS)
    return ExploreView("Explore", counted(len(catalog.listed), "brief"), lists)


def gather_tables(catalog: Catalog) -> tuple[Table, ...]:
    """The three tables, with what their results say."""
    sources = read_sources(catalog)
    briefs, events, said = list_briefs(catalog), list_events(catalog), list_statements(catalog)
    of_briefs = gather_briefs(catalog, sources)
    of_events = gather_events(catalog, sources)
    of_statements = gather_statements(catalog, sources)

    def show_brief(row: int, ranks: Ranks) -> object:
        return show_brief_row(catalog, briefs[row], ranks)

    def show_event(row: int, _: Ranks) -> object:
        return show_event_row(catalog, events[row])

    def show_statement(row: int, _: Ranks) -> object:
        return show_statement_row(catalog, *said[row])

    of_briefs.show, of_events.show, of_statements.show = show_brief, show_event, show_statement
    return of_briefs, of_events, of_statements


def _data(catalog: Catalog) -> Iterator[tuple[str, partial[bytes]]]:
    for table in gather_tables(catalog):
        for name, make in Files(table, catalog.labels.text):
            yield explore_file(name), partial(make)


def draft_explore(catalog: Catalog) -> Iterator[Draft]:
    """The page, with its data where it has a script: plain Markdown has none."""
    faults = Faults(EXPLORE)
    files: tuple[tuple[str, partial[bytes]], ...] = ()
    if catalog.style != "markdown":
        files = faults.attempt("its data could not be made", (), lambda: tuple(_data(catalog)))

    def view() -> ExploreView | Problem:
        return faults.found[0] if faults.found else view_explore(catalog)

    yield Draft(EXPLORE, "Explore", _describe, view, searchable=False, files=files)


def _describe(view: ExploreView, text: Text) -> str:
    return text("Find among {number} by names, speaker, publisher, author, agency, date and theme.", number=view.count)


PAGE = PageKind("explore", "explore", draft_explore, nav=(("Explore", EXPLORE),), is_wide=True)
