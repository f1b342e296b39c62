"""What a kind of pages is, and how its drafts become pages: a template filled with a view."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, ParamSpec, TypeVar

from generator.errors import TemplateError
from generator.faults import Faults
from generator.model import Attachment, Page, Problem
from generator.rendering.catalog import Catalog
from generator.rendering.labels import Text
from generator.rendering.markup import md
from generator.rendering.readable import shortened
from generator.rendering.templates import Templates, fill
from generator.text.unicode import one_line

Given = ParamSpec("Given")
Result = TypeVar("Result")
DESCRIPTION_CHARS = 200


@dataclass(frozen=True, slots=True)
class Draft:
    """A page of which it is known that there is one. All else is made when it is asked for."""

    path: str
    title: str | None
    """None: that of its view."""
    description: str | Callable[[Any, Text], str]
    """Made of the view where only that tells it, in the words of the site."""
    view: Callable[[], object]
    """Makes the view; a problem where that cannot be done."""
    searchable: bool = True
    files: tuple[tuple[str, Callable[[], bytes | None]], ...] = ()
    """What it offers beside it: the path, and what makes the content."""
    head: Callable[[], str] = str
    """Makes what programs read in the head of the page."""


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
    is_called: bool = False
    """Whether its titles and descriptions are words of the sources: they stay as they are."""
    is_wide: bool = False
    """Whether its pages need the room of the table of contents."""


def attempt_view(
    path: str, make: Callable[Given, Result], *args: Given.args, **options: Given.kwargs
) -> Callable[[], Result | Problem]:
    """Makes the view of one page among many of its kind; a problem in its place where it cannot be made."""
    return partial(_attempt, path, partial(make, *args, **options))


def _attempt(path: str, make: Callable[[], Result]) -> Result | Problem:
    faults = Faults(path)
    view = faults.attempt("its page could not be made", None, make)
    return faults.found[0] if view is None else view


@dataclass(frozen=True, slots=True)
class Plan:
    """A page that can be made at any time, alone."""

    kind: PageKind
    draft: Draft
    templates: Templates

    def outline(self) -> Page:
        """The page without its body, and without what only the view tells."""
        draft, description = self.draft, self.draft.description
        return Page(
            path=draft.path,
            title=self._title(draft.title or ""),
            description=self._words(description) if isinstance(description, str) else "",
            markdown="",
            kind=self.kind.name,
            searchable=draft.searchable,
            files=tuple(Attachment(path, b"") for path, _ in draft.files),
        )

    def make(self) -> Page:
        """The page. Where its template fails, it says why and carries the problem."""
        draft, view = self.draft, self.draft.view()
        markdown, problem = fill_page(self.templates, self.kind, view)
        title = getattr(view, "title", "") if draft.title is None else draft.title
        told = draft.description
        if isinstance(told, str):
            description = self._words(told)
        else:
            description = "" if isinstance(view, Problem) else told(view, self.templates.labels.text)
        faults = Faults(draft.path)
        head = faults.attempt("what programs read of its page could not be made", "", draft.head)
        problem = problem or next(iter(faults.found), None)
        return Page(
            path=draft.path,
            title=self._title(title),
            description=shortened(one_line(description), DESCRIPTION_CHARS),
            markdown=markdown,
            kind=self.kind.name,
            searchable=draft.searchable and problem is None,
            problem=problem,
            files=tuple(Attachment(path, make() or b"") for path, make in draft.files),
            head=head,
        )

    def _title(self, title: str) -> str:
        return one_line(self._words(title), 300) or self.draft.path

    def _words(self, words: str) -> str:
        """Words of the program in the language of the site, those of a source as they are."""
        return words if self.kind.is_called else self.templates.labels.text(words)


def fill_page(templates: Templates, kind: PageKind, view: object) -> tuple[str, Problem | None]:
    """The Markdown of a page; where there is none, words in its place and what is wrong."""
    if isinstance(view, Problem):
        return show_fault(view, "The program has a fault. The other pages are not affected."), view
    try:
        return fill(templates, f"{kind.name}.md.j2", {kind.given: view}), None
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
