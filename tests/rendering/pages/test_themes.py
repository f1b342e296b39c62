"""Themes on pages: a page for each, a list of all, and the front page that begins with them."""

from dataclasses import replace

from generator.model import Event, Library
from generator.rendering import render
from generator.rendering.catalog import make_catalog
from generator.rendering.pages.home import find_coming
from generator.rendering.pages.overview.theme import view_theme
from generator.rendering.pages.overview.theme_list import recent_since, show_theme, view_themes, weigh_themes
from tests.rendering.shelf import SETTINGS, full_library


def dated(library: Library, days: dict[str, str]) -> Library:
    """The library with other days of publication."""
    briefs = []
    for brief in library.briefs:
        metadata = brief.analysis.metadata
        published = replace(metadata.published, value=days[brief.id], status="stated")
        analysis = replace(brief.analysis, metadata=replace(metadata, published=published))
        briefs.append(replace(brief, analysis=analysis, duplicate_of=None))
    return replace(library, briefs=tuple(briefs))


def test_page_of_a_theme() -> None:
    """It has the summary with its sources, the parts, what happened, who is in it and the briefs by origin."""
    library = full_library()
    catalog = make_catalog(library, SETTINGS, "directory")
    view = view_theme(catalog, library.themes[0], {})
    assert [line.brief.title for line in view.summary] == ["A bridge opens", "A bridge opens"]
    assert [strand.name for strand in view.strands.rows] == ["Jane Doe", "Lowtown"]
    assert [entity.name for entity in view.people.rows] == ["Jane Doe"]
    assert [entity.name for entity in view.others.rows] == ["River Board", "Lowtown", "Lowtown Fair"]
    assert len(view.events.rows) == 2
    assert view.single.rows == ()
    assert view.origin_count == "1 origin"
    assert [len(line.briefs.rows) for line in view.origins.rows] == [2]


def test_what_one_origin_tells_stands_apart() -> None:
    """Where several events are told by more than one brief, those of one are told apart, the latest first."""
    library = full_library()
    shared = tuple(replace(library.events[0], id=f"shared-{at}") for at in range(3))
    once = tuple(replace(library.events[1], id=name) for name in ("early", "late"))
    theme = replace(library.themes[0], events=(*(event.id for event in shared), "early", "late"))
    catalog = make_catalog(replace(library, events=(*shared, *once), themes=(theme,)), SETTINGS, "directory")
    view = view_theme(catalog, theme, {})
    assert len(view.events.rows) == 3
    assert len(view.single.rows) == 2


def test_a_story_without_recent_briefs_is_over() -> None:
    """Where nothing of it was published in the last month of the collection, the list says so and has it last."""
    library = dated(full_library(), {"one": "2022-01-07", "two": "2022-06-01"})
    old = replace(library.themes[0], id="old", briefs=("one",), ends="2022-01-07")
    new = replace(library.themes[0], id="new", briefs=("two",), begins="2022-06-01", ends="2022-06-01")
    catalog = make_catalog(replace(library, themes=(old, new)), SETTINGS, "directory")
    assert [theme.id for theme in weigh_themes(catalog)] == ["new", "old"]
    assert show_theme(catalog, old, "index.md").is_over
    assert not show_theme(catalog, new, "index.md").is_over
    undated = make_catalog(replace(full_library(), themes=(old,)), SETTINGS, "directory")
    assert not show_theme(undated, replace(old, begins=None, ends=None), "index.md").is_over


def test_one_late_brief_ends_no_story() -> None:
    """What is recent reaches back to one brief in twenty; of fewer the newest one says it."""
    library = dated(full_library(), {"one": "2022-01-07", "two": "2022-06-01"})
    first, last = library.briefs
    for count, since in ((18, "2022-05-02"), (19, "2022-01-07")):
        briefs = (*(replace(first, id=f"b{number:02d}") for number in range(count)), last)
        catalog = make_catalog(
            replace(library, briefs=briefs, entities=(), events=(), themes=()), SETTINGS, "directory"
        )
        assert recent_since(catalog) == since


def test_the_list_goes_on_over_pages() -> None:
    """No page of the list grows without bound."""
    library = full_library()
    themes = tuple(replace(library.themes[0], id=f"theme-{at}") for at in range(5))
    catalog = make_catalog(replace(library, themes=themes), replace(SETTINGS, index_split=2), "directory")
    pages = view_themes(catalog)
    assert [path for path, _ in pages] == ["themes/index.md", "themes/pages/2.md", "themes/pages/3.md"]
    assert [len(view().themes) for _, view in pages] == [2, 2, 1]


def test_what_comes_next() -> None:
    """The front page has what is told of days after that of the newest brief, the next first, nothing called off."""
    library = full_library()

    def event(name: str, day: str) -> Event:
        return replace(library.events[0], id=name, date=day, status="announced")

    events = (event("late", "2022-03-02"), event("soon", "2022-01-09"), event("past", "2022-01-01"))
    off = replace(event("off", "2022-02-01"), status="cancelled")
    catalog = make_catalog(replace(library, events=(*events, off)), SETTINGS, "directory")
    assert [found.id for found in find_coming(catalog)] == ["soon", "late"]


def test_a_brief_leads_to_its_theme() -> None:
    """The page of a brief of a theme says so."""
    pages = {page.path: page.markdown for page in render(full_library(), settings=SETTINGS)}
    assert "](../themes/the-theme.md)" in pages["briefs/one.md"].partition("**Theme:** [")[2]
