"""What a kind of pages is, and how its drafts become pages: a template filled with a view."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from generator.errors import TemplateError
from generator.faults import Faults
from generator.model import Attachment, Page, Problem
from generator.rendering.catalog import Catalog
from generator.rendering.markup import md
from generator.rendering.readable import shortened
from generator.rendering.templates import Templates, fill
from generator.text.unicode import one_line

Given = ParamSpec("Given")
Result = TypeVar("Result")
DESCRIPTION_CHARS = 200


@dataclass(frozen=True, slots=True)
class Draft:
    """A page before its template is filled."""

    path: str
    title: str
    description: str
    view: object
    """A problem where it could not be made."""
    searchable: bool = True
    files: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of pages, as the module that makes them declares it; `PAGES` lists all."""

    name: str
    """That of its template, without `.md.j2`."""
    given: str
    """What the template calls the view."""
    drafts: Callable[[Catalog], Iterable[Draft]]
    nav: tuple[tuple[str, str], ...] = ()
    """Entries of the navigation: words and path."""
    under: str | None = None
    """The entry that is lit on its pages; None: that of the index of their folder."""
    is_wide: bool = False
    """Whether its pages need the room of the table of contents."""


def attempt_view(
    path: str, make: Callable[Given, Result], *args: Given.args, **options: Given.kwargs
) -> Result | Problem:
    """The view of one page among many of its kind; a problem in its place where it cannot be made."""
    faults = Faults(path)
    view = faults.attempt("its page could not be made", None, make, *args, **options)
    return faults.found[0] if view is None else view


def make_page(templates: Templates, kind: PageKind, draft: Draft) -> Page:
    """Fill the template of a page; where that fails, the page says why and carries the problem."""
    markdown, problem = fill_page(templates, kind, draft)
    return Page(
        path=draft.path,
        title=one_line(draft.title, 300) or draft.path,
        description=shortened(one_line(draft.description), DESCRIPTION_CHARS),
        markdown=markdown,
        kind=kind.name,
        searchable=draft.searchable and problem is None,
        problem=problem,
        files=draft.files,
    )


def fill_page(templates: Templates, kind: PageKind, draft: Draft) -> tuple[str, Problem | None]:
    """The Markdown of a page; where there is none, words in its place and what is wrong."""
    if isinstance(draft.view, Problem):
        return show_fault(draft.view, "The program has a fault. The other pages are not affected."), draft.view
    try:
        return fill(templates, f"{kind.name}.md.j2", {kind.given: draft.view}), None
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
