"""The themes of the collection: a card for each, the list of all, and those with which the front page begins."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from generator.model import Theme
from generator.rendering.addresses import BRIEFS, THEMES, relative, theme_page
from generator.rendering.catalog import TITLE_CHARS, Catalog
from generator.rendering.days import day_of
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.layout import pages_of
from generator.rendering.markup import Markdown
from generator.rendering.readable import When, counted, shortened, show_date
from generator.rendering.views import BriefLine, Part, SentenceLine, show_brief, show_part, show_sentence

RECENT, SHARE = timedelta(days=30), 20
"""Before the newest brief: what was published then weighs on the front page, and a story without one is over. It
reaches back as far as one brief in twenty needs: one late brief by itself ends no story."""


@dataclass(frozen=True, slots=True)
class ThemeCard:
    """A theme in a list."""

    name: str
    href: Markdown
    briefs: Markdown
    """`12 briefs`."""
    begins: When | None
    ends: When | None
    """None where all is of one day or month."""
    is_over: bool
    """Nothing was published of it lately, as `recent_since` has it."""
    lead: SentenceLine
    brief: BriefLine
    """That of the lead."""


@dataclass(frozen=True, slots=True)
class ThemesView:
    """The list of themes, or one page of it."""

    title: str
    count: Markdown
    themes: tuple[ThemeCard, ...]
    alone: Markdown | None
    """`8 briefs` that belong to no theme, or None."""
    briefs_href: Markdown
    part: Part


def show_theme(catalog: Catalog, theme: Theme, here: str) -> ThemeCard:
    """A theme as an entry of the page `here`."""
    since = recent_since(catalog)
    last = day_of(theme.ends) if theme.ends else None
    return ThemeCard(
        name=shortened(theme.name, TITLE_CHARS),
        href=relative(theme_page(theme), here),
        briefs=counted(len(theme.briefs), "brief"),
        begins=show_date(theme.begins),
        ends=show_date(theme.ends) if theme.ends != theme.begins else None,
        is_over=bool(since and last and last < since),
        lead=show_sentence(catalog, theme.lead, here),
        brief=show_brief(catalog, theme.lead.brief, here),
    )


def recent_since(catalog: Catalog) -> str | None:
    """The first day that is recent, as the newest briefs have it; None where no brief has a day."""
    values = (brief.analysis.metadata.published.value for brief in catalog.originals)
    days = sorted((day for value in values if value and (day := day_of(value))), reverse=True)
    if not days:
        return None
    return min((date.fromisoformat(days[0]) - RECENT).isoformat(), days[len(days) // SHARE])


def weigh_themes(catalog: Catalog) -> list[Theme]:
    """All themes, those with most recent briefs first, then those with most."""
    since = recent_since(catalog) or ""
    return sorted(catalog.library.themes, key=lambda theme: -_count_recent(catalog, theme, since))


def _count_recent(catalog: Catalog, theme: Theme, since: str) -> int:
    values = (catalog.briefs[brief].analysis.metadata.published.value for brief in theme.briefs)
    return sum(bool(since and value and value >= since) for value in values)


def view_themes(catalog: Catalog) -> list[tuple[str, Callable[[], ThemesView]]]:
    """The list of themes, over as many pages as it needs."""
    themes = weigh_themes(catalog)
    return [
        (paths[number - 1], partial(_themes, catalog, shown, paths, number))
        for paths, number, shown in pages_of(THEMES, themes, catalog.settings.index_split)
    ]


def _themes(catalog: Catalog, shown: Sequence[Theme], paths: list[str], number: int) -> ThemesView:
    here, themes = paths[number - 1], catalog.library.themes
    alone = len(catalog.listed) - sum(len(theme.briefs) for theme in themes)
    return ThemesView(
        title="Themes",
        count=counted(len(themes), "theme"),
        themes=tuple(show_theme(catalog, theme, here) for theme in shown),
        alone=counted(alone, "brief") if alone > 0 else None,
        briefs_href=relative(BRIEFS, here),
        part=show_part(paths, number),
    )


def draft_themes(catalog: Catalog) -> Iterator[Draft]:
    """The list of themes."""
    for path, view in view_themes(catalog):
        yield Draft(path, "Themes", "Briefs that tell one story, together.", view, searchable=False)


PAGE = PageKind("themes", "themes", draft_themes, nav=(("Themes", THEMES),))
