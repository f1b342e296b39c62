"""The pages about the whole collection: the home page, the list of sources, how the site is made."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.formats import name_format
from generator.model import ENTITY_TYPES, Brief, EntityType, Event, Problem
from generator.rendering.addresses import (
    ABOUT,
    BRIEFS,
    DIGEST,
    DISPUTED,
    HOME,
    MAP,
    NAMES,
    NEWS,
    REVIEW,
    SOURCES,
    THEMES,
    TIMELINE,
    cut_place,
    entity_index,
    relative,
    text_page,
)
from generator.rendering.catalog import Catalog
from generator.rendering.days import day_of, day_of_event
from generator.rendering.disputes import DisputeLine, order_disputes, show_dispute
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.happenings import EventLine, show_event
from generator.rendering.layout import pages_of
from generator.rendering.markup import Markdown
from generator.rendering.metadata.beside import offer_lists
from generator.rendering.metadata.downloads import CITATIONS, list_downloads, offer_citations, offer_tables
from generator.rendering.metadata.heads import head_of_feed
from generator.rendering.pages.overview.feed import feed_of_news
from generator.rendering.pages.overview.news import NewsBox, show_box
from generator.rendering.pages.overview.theme_list import ThemeCard, show_theme, weigh_themes
from generator.rendering.pages.timeline import draw_timeline
from generator.rendering.readable import counted, figure
from generator.rendering.said import CreditLine, credits_of
from generator.rendering.views import (
    HEADINGS,
    BriefLine,
    EntityLine,
    Link,
    Part,
    ProblemLine,
    Rows,
    WayTo,
    first_rows,
    show_brief,
    show_entity,
    show_part,
    show_problem,
    show_problems_of,
    source_ways,
)
from generator.text.languages import name_language

_MOST = 12
_DISPUTES = 3
"""Oppositions that the home page shows."""
_THEMES = 6
_COMING = 6
_NOUNS: dict[EntityType, tuple[str, str]] = {
    "Person": ("person", "people"),
    "Organization": ("organization", "organizations"),
    "Place": ("place", "places"),
    "Event": ("event", "events"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of things with the way to them."""

    number: Markdown
    noun: Markdown
    href: Markdown


@dataclass(frozen=True, slots=True)
class MostMentioned:
    """The most mentioned names of one type, with the way to all."""

    words: Markdown
    href: Markdown
    entities: tuple[EntityLine, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    site_name: str
    is_empty: bool
    figures: tuple[Figure, ...]
    news: NewsBox | None
    """What is new since the last published build; None where this is the first."""
    themes: Rows[ThemeCard]
    """Those with most recent briefs first."""
    coming: Rows[EventLine]
    """What is announced for a day after that of the newest brief, the next first."""
    newest: tuple[BriefLine, ...]
    more_briefs: int
    most: tuple[MostMentioned, ...]
    strip: Markdown | None
    disputes: Rows[DisputeLine]
    """What is disputed: the first few."""
    disputed_href: Markdown
    problems: Markdown | None
    """`2 problems`, or None."""
    questions: Markdown | None
    """`3 questions` to whoever keeps the collection; None where the site has no review page, or nothing on it."""
    themes_href: Markdown
    briefs_href: Markdown
    timeline_href: Markdown
    sources_href: Markdown
    review_href: Markdown
    digest_href: Markdown
    news_href: Markdown
    names_href: Markdown
    map_href: Markdown
    about_href: Markdown


@dataclass(frozen=True, slots=True)
class CutLine:
    """What was cut for one reason."""

    reason: str
    passages: Markdown


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source."""

    path: str
    brief: BriefLine
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
    """What is wrong with files that became no brief, and with the collection."""
    part: Part
    citations: tuple[Link, ...]
    """All sources for reference managers; empty but on the first page."""


@dataclass(frozen=True, slots=True)
class AboutView:
    """The page about the site."""

    site_name: str
    briefs: Markdown
    sources_href: Markdown
    downloads: tuple[Link, ...]
    """The collection in other forms, each a file of the site."""


def view_home(catalog: Catalog) -> HomeView:
    """Make the view of the home page."""
    briefs, newest = catalog.listed, catalog.settings.newest_briefs
    problems, questions = _count_open(catalog)
    return HomeView(
        site_name=catalog.settings.site_name,
        is_empty=not catalog.library.briefs,
        figures=tuple(_figures(catalog, len(briefs))),
        news=show_box(catalog, HOME),
        themes=first_rows(weigh_themes(catalog), _THEMES, lambda theme: show_theme(catalog, theme, HOME)),
        coming=first_rows(find_coming(catalog), _COMING, lambda event: show_event(catalog, event, HOME)),
        newest=tuple(show_brief(catalog, brief.id, HOME) for brief in briefs[:newest]),
        more_briefs=max(0, len(briefs) - newest),
        most=tuple(_most_mentioned(catalog)),
        strip=draw_timeline(catalog, HOME),
        disputes=first_rows(
            order_disputes(catalog.library.oppositions), _DISPUTES, lambda one: show_dispute(catalog, one, HOME)
        ),
        disputed_href=relative(DISPUTED, HOME),
        problems=problems,
        questions=questions,
        themes_href=relative(THEMES, HOME),
        briefs_href=relative(BRIEFS, HOME),
        timeline_href=relative(TIMELINE, HOME),
        sources_href=relative(SOURCES, HOME),
        review_href=relative(REVIEW, HOME),
        digest_href=relative(DIGEST, HOME),
        news_href=relative(NEWS, HOME),
        names_href=relative(NAMES, HOME),
        map_href=relative(MAP, HOME),
        about_href=relative(ABOUT, HOME),
    )


def _count_open(catalog: Catalog) -> tuple[Markdown | None, Markdown | None]:
    """The problems and the questions."""
    problems = sum(problem.severity != "note" for problem in catalog.library.problems)
    doubts = len(catalog.library.doubts) if catalog.settings.review else 0
    return counted(problems, "problem") if problems else None, counted(doubts, "question") if doubts else None


def find_coming(catalog: Catalog) -> list[Event]:
    """The events announced for a day after that of the newest brief, the next first: no clock says what day it is."""
    values = (brief.analysis.metadata.published.value for brief in catalog.newest[:1])
    today = next((day for value in values if value and (day := day_of(value))), None)
    days = ((day_of_event(entry.event), entry.event) for entry in catalog.dated if entry.event)
    return [event for day, event in days if today and day and day > today and event.status != "cancelled"]


def _figures(catalog: Catalog, briefs: int) -> Iterable[Figure]:
    yield Figure(figure(briefs), Markdown("brief" if briefs == 1 else "briefs"), relative(BRIEFS, HOME))
    counts = Counter(entity.type for entity in catalog.library.entities)
    for kind in ("Person", "Organization", "Place"):
        count, noun = counts[kind], _NOUNS[kind]
        yield Figure(figure(count), Markdown(noun[count != 1]), relative(entity_index(kind), HOME))
    events = sum(entry.event is not None for entry in catalog.dated)
    yield Figure(figure(events), Markdown("dated event" if events == 1 else "dated events"), relative(TIMELINE, HOME))


def _most_mentioned(catalog: Catalog) -> Iterable[MostMentioned]:
    """Of people, organizations and places, the names in most briefs, then with most mentions."""
    for type_ in ENTITY_TYPES:
        found = [entity for entity in catalog.library.entities if entity.type == type_ and type_ != "Event"]
        found.sort(key=lambda e: (-len({mention.brief for mention in e.mentions}), -len(e.mentions), e.id))
        if found:
            lines = tuple(show_entity(catalog, entity, HOME) for entity in found[:_MOST])
            yield MostMentioned(Markdown(HEADINGS[type_]), relative(entity_index(type_), HOME), lines)


def view_sources(catalog: Catalog) -> list[tuple[str, Callable[[], SourcesView]]]:
    """The list of sources by path, over as many pages as it needs; what could not be read stands on the first."""
    briefs = sorted(catalog.library.briefs, key=lambda brief: brief.analysis.document.path)
    return [
        (paths[number - 1], partial(_sources, catalog, shown, paths, number))
        for paths, number, shown in pages_of(SOURCES, briefs, catalog.settings.index_split)
    ]


def _sources(catalog: Catalog, shown: Sequence[Brief], paths: list[str], number: int) -> SourcesView:
    here = paths[number - 1]
    return SourcesView(
        title="Sources",
        count=counted(len(catalog.library.briefs), "source"),
        ways=source_ways(here),
        sources=tuple(_source(catalog, brief, here) for brief in shown),
        unread=tuple(show_problem(problem) for problem in _unread(catalog)) if number == 1 else (),
        part=show_part(paths, number),
        citations=tuple(Link(words, relative(path, here)) for path, words in CITATIONS) if number == 1 else (),
    )


def _unread(catalog: Catalog) -> list[Problem]:
    """The problems that belong to no brief."""
    known = {problem for brief in catalog.library.briefs for problem in brief.analysis.problems}
    return [problem for problem in catalog.library.problems if problem not in known]


def _source(catalog: Catalog, brief: Brief, here: str) -> SourceLine:
    document = brief.analysis.document
    reasons = Counter(block.reason or "no reason given" for block in document.blocks if block.kind == "boilerplate")
    return SourceLine(
        path=document.path,
        brief=show_brief(catalog, brief.id, here),
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


def _copies(catalog: Catalog, brief: Brief) -> list[Brief]:
    """The other briefs with the same text, the original first."""
    original = brief.duplicate_of or brief.id
    copies = [catalog.briefs[original], *catalog.kin.copies_of.get(original, ())]
    return [copy for copy in copies if copy.id != brief.id]


def _first_cut(catalog: Catalog, brief: Brief) -> str:
    """Where the first passage that was cut is shown: on the page of its place in the text."""
    starts = [block.span.start for block in brief.analysis.document.blocks if block.kind == "boilerplate"]
    return cut_place(catalog.addresses.leaves[brief.id], starts[0] if starts else 0)


def view_about(catalog: Catalog) -> AboutView:
    """Make the view of the page about the site."""
    return AboutView(
        site_name=catalog.settings.site_name,
        briefs=counted(len(catalog.listed), "brief"),
        sources_href=relative(SOURCES, ABOUT),
        downloads=tuple(Link(words, relative(path, ABOUT)) for path, words in list_downloads()),
    )


def draft_home(catalog: Catalog) -> Iterator[Draft]:
    """The home page."""
    yield Draft(
        HOME,
        catalog.settings.site_name,
        _describe,
        partial(view_home, catalog),
        searchable=False,
        files=offer_lists(catalog),
        head=partial(head_of_feed, catalog, feed_of_news(catalog), HOME),
    )


def _describe(view: HomeView) -> str:
    words = ", ".join(f"{figure.number} {figure.noun}" for figure in view.figures)
    return "A collection without sources so far." if view.is_empty else f"A collection of sources: {words}."


def draft_sources(catalog: Catalog) -> Iterator[Draft]:
    """The list of sources."""
    for path, view in view_sources(catalog):
        files = offer_citations(catalog) if path == SOURCES else ()
        yield Draft(path, None, _describe_sources, view, searchable=False, files=files)


def _describe_sources(view: SourcesView) -> str:
    return f"{view.count}, with what was cut from each."


def draft_about(catalog: Catalog) -> Iterator[Draft]:
    """The page about the site."""
    title = f"About {catalog.settings.site_name}"
    yield Draft(
        ABOUT,
        title,
        "How this site is made, and its limits.",
        partial(view_about, catalog),
        files=offer_tables(catalog),
    )


FRONT = PageKind("home", "home", draft_home, nav=(("Home", HOME),))
SOURCE_LIST = PageKind("sources", "sources", draft_sources, nav=(("Sources", SOURCES),))
COLOPHON = PageKind("about", "about", draft_about)
