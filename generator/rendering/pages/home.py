"""The home page."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.model import ENTITY_TYPES, EntityType, Event
from generator.rendering.addresses import (
    ABOUT,
    BRIEFS,
    DIGEST,
    DISPUTED,
    EXPLORE,
    HOME,
    MAP,
    NAMES,
    NEWS,
    REVIEW,
    SOURCES,
    THEMES,
    TIMELINE,
    entity_index,
    explore,
    relative,
)
from generator.rendering.catalog import TITLE_CHARS, Catalog
from generator.rendering.days import day_of, day_of_event
from generator.rendering.disputes import DisputeLine, order_disputes, show_dispute
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.happenings import EventLine, show_event
from generator.rendering.labels import Text
from generator.rendering.markup import Markdown, md
from generator.rendering.metadata.beside import offer_lists
from generator.rendering.metadata.heads import head_of_feed
from generator.rendering.pages.overview.feed import feed_of_news
from generator.rendering.pages.overview.news import NewsBox, show_box
from generator.rendering.pages.overview.theme_list import ThemeCard, show_theme, weigh_themes
from generator.rendering.pages.timeline import draw_timeline
from generator.rendering.readable import counted, figure, first_day, month_in_words, shortened
from generator.rendering.views import (
    HEADINGS,
    BriefLine,
    EntityLine,
    Rows,
    Shelf,
    first_rows,
    show_brief,
    show_entity,
)
from generator.text.counting import count_names

_MOST = 12
_DISPUTES = 3
"""Oppositions that the home page shows."""
_THEMES = 6
_COMING = 6
_STARTS = 6
"""Publishers and months from which to explore."""
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
    explore_href: Markdown
    starts: tuple[Shelf, ...]
    """Where to begin to explore: the publishers of most briefs, the last months; none in Markdown."""
    news_href: Markdown
    names_href: Markdown
    map_href: Markdown
    about_href: Markdown


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
        disputes=_disputes(catalog),
        disputed_href=relative(DISPUTED, HOME),
        problems=problems,
        questions=questions,
        themes_href=relative(THEMES, HOME),
        briefs_href=relative(BRIEFS, HOME),
        timeline_href=relative(TIMELINE, HOME),
        sources_href=relative(SOURCES, HOME),
        review_href=relative(REVIEW, HOME),
        digest_href=relative(DIGEST, HOME),
        explore_href=relative(EXPLORE, HOME),
        starts=tuple(_starts(catalog)),
        news_href=relative(NEWS, HOME),
        names_href=relative(NAMES, HOME),
        map_href=relative(MAP, HOME),
        about_href=relative(ABOUT, HOME),
    )


def _disputes(catalog: Catalog) -> Rows[DisputeLine]:
    found = order_disputes(catalog.library.oppositions)
    return first_rows(found, _DISPUTES, lambda one: show_dispute(catalog, one, HOME))


def _starts(catalog: Catalog) -> Iterator[Shelf]:
    """Publishers, where there are several, then months: each with what is chosen on the page of Explore."""
    if catalog.style == "markdown":
        return
    metadata = [brief.analysis.metadata for brief in catalog.listed]
    publishers = Counter(one.publisher.value for one in metadata if one.publisher.value)
    for name, count in publishers.most_common(_STARTS) if len(publishers) > 1 else ():
        if way := explore(HOME, "publisher", name, catalog.style):
            yield Shelf(md(shortened(name, TITLE_CHARS)), way, counted(count, "brief"))
    days = [day for one in metadata if (day := first_day(one.published.value)) and day.month]
    months = Counter((day.year, day.month or 0) for day in days)
    for (year, month), count in sorted(months.items(), reverse=True)[:_STARTS] if len(months) > 1 else ():
        span = f"from={year:04d}-{month:02d}-01&to={year:04d}-{month:02d}-{monthrange(year, month)[1]}"
        way = Markdown(f"{relative(EXPLORE, HOME)}?{span}")
        yield Shelf(Markdown(month_in_words(year, month)), way, counted(count, "brief"))


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
    counts = count_names(catalog.library.entities)
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


def _describe(view: HomeView, text: Text) -> str:
    if view.is_empty:
        return text("A collection without sources so far.")
    words = ", ".join(f"{figure.number} {text(figure.noun)}" for figure in view.figures)
    return text("A collection of sources: {words}.", words=words)


FRONT = PageKind("home", "home", draft_home, nav=(("Home", HOME),), is_called=True)
