"""Every kind of page, one row each, in the order in which they are made and stand in the navigation.

A kind is declared in the module that makes it, with its view and its drafts; its template lies in `templates/`.
"""

from collections.abc import Iterator

from generator.model import Library
from generator.rendering.addresses import LinkStyle
from generator.rendering.catalog import make_catalog
from generator.rendering.drafts import PageKind, Plan
from generator.rendering.explore import page as explore
from generator.rendering.pages import (
    brief,
    briefs,
    calendar,
    entities,
    entity,
    event,
    home,
    matrix,
    quotations,
    review,
    text,
    timeline,
)
from generator.rendering.pages.overview import (
    about,
    digest,
    disputed,
    figures,
    meetings,
    news,
    offices,
    quoted,
    theme,
    theme_list,
)
from generator.rendering.pages.pictures import names, places
from generator.rendering.pages.sources import files, indexes, origins, versions
from generator.rendering.templates import load_templates, read_words
from generator.settings import Settings

PAGES: tuple[PageKind, ...] = (
    home.FRONT,
    briefs.PAGE,
    brief.PAGE,
    text.PAGE,
    theme_list.PAGE,
    theme.PAGE,
    news.PAGE,
    digest.PAGE,
    entity.PERSON,
    entity.ORGANIZATION,
    entity.PLACE,
    entity.NAMED_EVENT,
    event.PAGE,
    entities.PAGE,
    offices.PAGE,
    names.PAGE,
    places.PAGE,
    event.INDEX,
    timeline.PAGE,
    calendar.PAGE,
    meetings.PAGE,
    quotations.PAGE,
    quoted.PAGE,
    matrix.PAGE,
    disputed.PAGE,
    figures.PAGE,
    files.PAGE,
    indexes.PAGE,
    origins.PAGE,
    versions.PAGE,
    explore.PAGE,
    review.PAGE,
    about.PAGE,
)

NAVIGATION = tuple({words: path} for kind in PAGES for words, path in kind.nav)
"""Of one size however many briefs there are: a navigation that grows makes the build quadratic. In English."""
WIDE = frozenset(kind.name for kind in PAGES if kind.is_wide)


def name_entries(settings: Settings) -> list[dict[str, str]]:
    """The navigation, in the words of the site."""
    labels = read_words(settings)
    return [{str(labels.say(words)): path for words, path in entry.items()} for entry in NAVIGATION]


def plan_pages(library: Library, settings: Settings, links: LinkStyle) -> Iterator[Plan]:
    """Every page of the site, in order, each of which can be made alone and at any time."""
    catalog, templates = make_catalog(library, settings, links), load_templates(settings.templates, settings.labels)
    return (Plan(kind, draft, templates) for kind in PAGES for draft in kind.drafts(catalog))
