"""The list of sources: a row for each file with where it is from; what was read and cut of it is folded in its row."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.formats import name_format
from generator.model import Brief, Evidence, Problem
from generator.rendering.addresses import EXPLORE, SOURCES, cut_place, relative, text_page
from generator.rendering.catalog import TITLE_CHARS, Catalog
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.labels import Text
from generator.rendering.layout import pages_of
from generator.rendering.markup import Markdown
from generator.rendering.metadata.downloads import CITATIONS, offer_citations
from generator.rendering.pages.sources.rows import Row, RowFiles, offer_rows, show_rows
from generator.rendering.readable import counted, shortened
from generator.rendering.said import CreditLine, credits_of
from generator.rendering.views import (
    BriefLine,
    Link,
    Part,
    ProblemLine,
    Way,
    WayTo,
    show_brief,
    show_part,
    show_problem,
    show_problems_of,
    show_way,
    source_ways,
)
from generator.text.languages import name_language

ROWS = 100
"""Sources of one page, at most."""
_AUTHORS, _AGENCIES, _FAULTS = 3, 3, 20


@dataclass(frozen=True, slots=True)
class CutLine:
    """What was cut for one reason."""

    reason: str
    passages: Markdown


@dataclass(frozen=True, slots=True)
class AgencyName:
    """An agency that gave a report or a part of it, with the way to the words that say so."""

    name: str
    way: Way


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source."""

    path: str
    brief: BriefLine
    authors: tuple[str, ...]
    agencies: tuple[AgencyName, ...]
    """The agencies that the report, or a part of it, is from."""
    format: Markdown
    size: Markdown
    """In characters."""
    digest: Markdown
    """The first 12 digits of the SHA-256 of the file."""
    language: str | None
    same_text: tuple[Link, ...]
    """The files that hold the same text, each with its page."""
    credits: tuple[CreditLine, ...]
    cuts: tuple[CutLine, ...]
    cuts_href: Markdown
    problems: tuple[ProblemLine, ...]


@dataclass(frozen=True, slots=True)
class SourcesView:
    """The list of sources, or one page of it."""

    title: str
    count: Markdown
    ways: tuple[WayTo, ...]
    sources: tuple[SourceLine, ...]
    unread: tuple[ProblemLine, ...]
    """What is wrong with files that became no brief, and with the collection: the first few."""
    unread_more: tuple[ProblemLine, ...]
    """Those that follow."""
    part: Part
    rows: RowFiles | None
    """What finds in the rows of all pages; None where all stand on one."""
    explore_href: Markdown
    citations: tuple[Link, ...]
    """All sources for reference managers; empty but on the first page."""


def view_sources(catalog: Catalog) -> list[tuple[str, Callable[[], SourcesView]]]:
    """The list of sources by path, over as many pages as it needs; what could not be read stands on the first."""
    briefs = sorted(catalog.library.briefs, key=lambda brief: brief.analysis.document.path)
    size = min(ROWS, catalog.settings.index_split)
    return [
        (paths[number - 1], partial(_page, catalog, shown, paths, number))
        for paths, number, shown in pages_of(SOURCES, briefs, size)
    ]


def _page(catalog: Catalog, shown: Sequence[Brief], paths: list[str], number: int) -> SourcesView:
    here, is_first = paths[number - 1], number == 1
    unread = tuple(show_problem(problem) for problem in _unread(catalog)) if is_first else ()
    return SourcesView(
        title="Sources",
        count=counted(len(catalog.library.briefs), "source"),
        ways=source_ways(here),
        sources=tuple(_source(catalog, brief, here) for brief in shown),
        unread=unread[:_FAULTS],
        unread_more=unread[_FAULTS:],
        part=show_part(paths, number),
        rows=show_rows(catalog, here) if len(paths) > 1 else None,
        explore_href=relative(EXPLORE, here),
        citations=tuple(Link(words, relative(path, here)) for path, words in CITATIONS) if is_first else (),
    )


def _unread(catalog: Catalog) -> list[Problem]:
    """The problems that belong to no brief."""
    known = {problem for brief in catalog.library.briefs for problem in brief.analysis.problems}
    return [problem for problem in catalog.library.problems if problem not in known]


def _source(catalog: Catalog, brief: Brief, here: str) -> SourceLine:
    document, metadata = brief.analysis.document, brief.analysis.metadata
    reasons = Counter(block.reason or "no reason given" for block in document.blocks if block.kind == "boilerplate")
    return SourceLine(
        path=document.path,
        brief=show_brief(catalog, brief.id, here),
        authors=tuple(shortened(author, TITLE_CHARS) for author in metadata.authors.value[:_AUTHORS]),
        agencies=tuple(_agencies(catalog, brief, here))[:_AGENCIES],
        format=Markdown(name_format(document.path)),
        size=counted(len(document.text), "character"),
        digest=Markdown("".join(c for c in document.sha256[:12] if c.isalnum() and c.isascii())),
        language=None if brief.analysis.language == "und" else name_language(brief.analysis.language),
        same_text=tuple(
            Link(other.analysis.document.path, relative(text_page(other.id), here)) for other in _copies(catalog, brief)
        ),
        credits=credits_of(catalog, brief, here),
        cuts=tuple(CutLine(reason, counted(count, "passage")) for reason, count in reasons.most_common()),
        cuts_href=relative(_first_cut(catalog, brief), here),
        problems=show_problems_of(catalog, brief, here),
    )


def _row(catalog: Catalog, brief: Brief) -> Row:
    """The words of the columns, as the page has them."""
    line, text = _source(catalog, brief, SOURCES), catalog.labels.text
    missing = text("not stated")
    return (
        line.brief.title,
        line.brief.publisher or missing,
        ", ".join(line.authors) or missing,
        text(line.brief.published.words) if line.brief.published else missing,
        ", ".join(agency.name for agency in line.agencies),
        text(line.format),
    )


def _agencies(catalog: Catalog, brief: Brief, here: str) -> Iterator[AgencyName]:
    """The wire services that a source names, each once."""
    known = set[str]()
    for credit in sorted(brief.analysis.credits, key=lambda credit: credit.span):
        key = catalog.agency_key(credit.name)
        if credit.kind == "wire" and key not in known:
            known.add(key)
            yield AgencyName(
                shortened(credit.name, TITLE_CHARS), show_way(catalog, Evidence(brief.id, credit.span), here)
            )


def _copies(catalog: Catalog, brief: Brief) -> list[Brief]:
    """The other briefs with the same text, the original first."""
    original = brief.duplicate_of or brief.id
    copies = [catalog.briefs[original], *catalog.kin.copies_of.get(original, ())]
    return [copy for copy in copies if copy.id != brief.id]


def _first_cut(catalog: Catalog, brief: Brief) -> str:
    """Where the first passage that was cut is shown: on the page of its place in the text."""
    starts = [block.span.start for block in brief.analysis.document.blocks if block.kind == "boilerplate"]
    return cut_place(catalog.addresses.leaves[brief.id], starts[0] if starts else 0)


def draft_sources(catalog: Catalog) -> Iterator[Draft]:
    """The list of sources."""
    pages = view_sources(catalog)
    rows = offer_rows(catalog, _row) if len(pages) > 1 else ()
    for path, view in pages:
        files = (*offer_citations(catalog), *rows) if path == SOURCES else ()
        yield Draft(path, None, _describe, view, searchable=False, files=files)


def _describe(view: SourcesView, text: Text) -> str:
    return text("{number}, with publisher, authors, day, agency and format of each.", number=view.count)


PAGE = PageKind("sources", "sources", draft_sources, nav=(("Sources", SOURCES),), is_wide=True)
