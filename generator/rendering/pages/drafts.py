"""From views to pages: which template makes which page, with its path, title and description."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from generator.errors import TemplateError
from generator.faults import Faults
from generator.model import ENTITY_TYPES, Attachment, EntityType, Event, Page, Problem
from generator.rendering.addresses import entity_page, has_page, text_page
from generator.rendering.catalog import Catalog
from generator.rendering.days import ICS
from generator.rendering.exports.ics import write_calendar
from generator.rendering.markup import md
from generator.rendering.pages.brief import view_brief
from generator.rendering.pages.calendar import view_calendar, view_days
from generator.rendering.pages.entity import entity_pages, view_entity
from generator.rendering.pages.event import calendar_file, event_title, view_event
from generator.rendering.pages.home import ABOUT, HOME, view_about, view_home, view_sources
from generator.rendering.pages.indexes import view_briefs, view_entities, view_events
from generator.rendering.pages.matrix import view_matrix
from generator.rendering.pages.quotations import view_quotations
from generator.rendering.pages.review import view_review
from generator.rendering.pages.text import view_text_page
from generator.rendering.pages.timeline import view_timeline
from generator.rendering.readable import shortened
from generator.rendering.templates import Templates, fill
from generator.text.unicode import one_line

Given = ParamSpec("Given")
Result = TypeVar("Result")
DESCRIPTION_CHARS = 200
_ENTITY_KINDS: dict[EntityType, str] = {
    "Person": "person",
    "Organization": "organization",
    "Place": "place",
    "Event": "named_event",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A page before its template is filled."""

    kind: str
    """Its template, without `.md.j2`."""
    path: str
    title: str
    description: str
    name: str
    """What the template calls the view."""
    view: object
    """A problem where it could not be made."""
    searchable: bool = True
    files: tuple[Attachment, ...] = ()


def draft_home(catalog: Catalog) -> Iterator[Draft]:
    """The home page."""
    view = view_home(catalog)
    words = ", ".join(f"{figure.number} {figure.noun}" for figure in view.figures)
    description = "A collection without sources so far." if view.is_empty else f"A collection of sources: {words}."
    yield Draft("home", HOME, view.site_name, description, "home", view, False)


def draft_briefs(catalog: Catalog) -> Iterator[Draft]:
    """The index of briefs."""
    for path, view in view_briefs(catalog):
        yield Draft("briefs", path, view.title, f"{view.count}, newest first.", "briefs", view, False)


def draft_each_brief(catalog: Catalog) -> Iterator[Draft]:
    """One page for each brief, newest first."""
    briefs = catalog.newest
    for newer, brief, older in zip((None, *briefs), briefs, (*briefs[1:], None), strict=False):
        card, path = catalog.cards[brief.id], text_page(brief.id)
        view = attempt_view(brief.analysis.document.path, view_brief, catalog, brief, newer, older)
        yield Draft("brief", path, card.title, card.lead or card.title, "brief", view)


def draft_source_texts(catalog: Catalog) -> Iterator[Draft]:
    """The pages that long texts go on on."""
    for brief in catalog.newest:
        count = len(catalog.addresses.leaves[brief.id].pages)
        for number in range(2, count + 1):
            title = f"{shortened(catalog.cards[brief.id].title, 150)}, page {number}"
            view = view_text_page(catalog, brief, number)
            path = text_page(brief.id, number)
            yield Draft("source_text", path, title, title, "page", view, view.text.is_searched)


def draft_each_entity(catalog: Catalog, type_: EntityType) -> Iterator[Draft]:
    """The pages of the entities of one type."""
    for entity in catalog.library.entities:
        if entity.type != type_ or catalog.addresses.entities[entity.id] != entity_page(entity):
            continue
        paths = entity_pages(entity)
        for number, path in enumerate(paths, 1):
            view = attempt_view(path, view_entity, catalog, entity, number, paths)
            title = entity.name if number == 1 else f"{entity.name}, page {number}"
            told = "" if isinstance(view, Problem) else f": {view.kind}, {view.mentions} in {view.briefs}."
            description = f"{entity.name}{told}"
            yield Draft(_ENTITY_KINDS[type_], path, title, description, "entity", view, number == 1)


def draft_each_event(catalog: Catalog) -> Iterator[Draft]:
    """One page for each event that more than one sentence tells."""
    for event in catalog.library.events:
        path = catalog.addresses.events[event.id]
        if has_page(path):
            title, view = event_title(catalog, event), attempt_view(path, view_event, catalog, event, path)
            told = "" if isinstance(view, Problem) else f": told in {view.briefs}."
            files = _calendar(catalog, [event], calendar_file(path))
            yield Draft("event", path, title, f"{title}{told}", "event", view, files=files)


def draft_entities(catalog: Catalog) -> Iterator[Draft]:
    """The indexes of people, organizations and places."""
    for type_ in ENTITY_TYPES:
        if type_ != "Event":
            for path, view in view_entities(catalog, type_):
                yield Draft("entities", path, view.title, f"{view.title}: {view.count}.", "entities", view, False)


def draft_events(catalog: Catalog) -> Iterator[Draft]:
    """The index of events."""
    for path, view in view_events(catalog):
        description = f"{view.count} with a name or told more than once."
        yield Draft("events", path, view.title, description, "events", view, False)


def draft_timeline(catalog: Catalog) -> Iterator[Draft]:
    """The timeline."""
    files = _calendar(catalog, catalog.library.events, ICS)
    for path, view in view_timeline(catalog):
        offered, files = files, ()
        yield Draft("timeline", path, view.title, f"{view.title}: {view.count}.", "timeline", view, False, offered)


def _calendar(catalog: Catalog, events: Sequence[Event], path: str) -> tuple[Attachment, ...]:
    content = write_calendar(catalog, events)
    return (Attachment(path, content),) if content else ()


def draft_calendar(catalog: Catalog) -> Iterator[Draft]:
    """The calendar."""
    for path, view in view_calendar(catalog):
        yield Draft("calendar", path, view.title, f"{view.count} with something.", "calendar", view, False)


def draft_days(catalog: Catalog) -> Iterator[Draft]:
    """One page for each day that something is dated to."""
    for path, view in view_days(catalog):
        yield Draft("day", path, view.title, f"{view.title}: what is dated to this day.", "day", view, False)


def draft_quotations(catalog: Catalog) -> Iterator[Draft]:
    """The index of quotations."""
    for path, view in view_quotations(catalog):
        yield Draft("quotations", path, view.title, f"{view.count}, by speaker.", "quotations", view, False)


def draft_matrix(catalog: Catalog) -> Iterator[Draft]:
    """Who said what in which brief."""
    for path, view in view_matrix(catalog):
        description = f"{view.speakers} in {view.briefs}, with the way to each sentence."
        yield Draft("matrix", path, view.title, description, "matrix", view, False)


def draft_sources(catalog: Catalog) -> Iterator[Draft]:
    """The list of sources."""
    for path, view in view_sources(catalog):
        yield Draft("sources", path, view.title, f"{view.count}, with what was cut from each.", "sources", view, False)


def draft_review(catalog: Catalog) -> Iterator[Draft]:
    """What only a person can decide; nothing where the settings do not ask for it."""
    for path, view in view_review(catalog) if catalog.settings.review else ():
        yield Draft("review", path, view.title, f"{view.count}.", "review", view, False)


def draft_about(catalog: Catalog) -> Iterator[Draft]:
    """The page about the site."""
    view = view_about(catalog)
    yield Draft("about", ABOUT, f"About {view.site_name}", "How this site is made, and its limits.", "about", view)


def attempt_view(
    path: str, make: Callable[Given, Result], *args: Given.args, **options: Given.kwargs
) -> Result | Problem:
    """The view of one page among many of its kind; a problem in its place where it cannot be made."""
    faults = Faults(path)
    view = faults.attempt("its page could not be made", None, make, *args, **options)
    return faults.found[0] if view is None else view


def make_page(templates: Templates, draft: Draft) -> Page:
    """Fill the template of a page; where that fails, the page says why and carries the problem."""
    markdown, problem = fill_page(templates, draft)
    return Page(
        path=draft.path,
        title=one_line(draft.title, 300) or draft.path,
        description=shortened(one_line(draft.description), DESCRIPTION_CHARS),
        markdown=markdown,
        kind=draft.kind,
        searchable=draft.searchable and problem is None,
        problem=problem,
        files=draft.files,
    )


def fill_page(templates: Templates, draft: Draft) -> tuple[str, Problem | None]:
    """The Markdown of a page; where there is none, words in its place and what is wrong."""
    if isinstance(draft.view, Problem):
        return show_fault(draft.view, "The program has a fault. The other pages are not affected."), draft.view
    try:
        return fill(templates, f"{draft.kind}.md.j2", {draft.name: draft.view}), None
    except TemplateError as error:
        problem = Problem(error.where, error.fault, error.cure, "error")
        return show_fault(problem, "The template has a fault. The other kinds of pages are not affected."), problem


def show_fault(problem: Problem, words: str) -> str:
    """A page that says why it could not be made."""
    file, _, line = problem.path.rpartition(":")
    where = f"{md(file)}, line {md(line)}" if file and line.isdigit() else md(problem.path)
    return (
        "# This page could not be made\n\n"
        '<div class="briefs-notice briefs-fault" role="alert" markdown>\n\n'
        f"{words}\n\n"
        f"- **Where:** {where}\n- **Fault:** {md(problem.what)}\n- **Cure:** {md(problem.cure or '')}\n\n</div>\n"
    )
