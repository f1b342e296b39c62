"""Figures of a brief by sentence, and those of the collection side by side."""

from generator.rendering import render
from generator.rendering.addresses import text_page
from generator.rendering.findings.gist import view_gist
from generator.rendering.findings.quantities import list_figures
from tests.rendering.findings.collection import catalog, collection
from tests.rendering.pages.test_pages import check_links
from tests.rendering.shelf import SETTINGS


def test_what_tells_much_stands_open() -> None:
    """Deaths and large numbers first, the figures of one sentence in one line; small ones are folded away."""
    gist = view_gist(catalog(), catalog().briefs["storm"], text_page("storm"))
    assert [line.words for line in gist.figures.rows] == [("at least nine people", "31"), ("1,200 homes",)]
    assert [line.words for line in gist.more_figures.rows] == [("Two dogs",), ("Three roads",), ("12%",)]


def test_a_sentence_of_the_summary_is_not_shown_again() -> None:
    """Its figures stand alone, with the way to it; other sentences have their figures set off."""
    gist = view_gist(catalog(), catalog().briefs["storm"], text_page("storm"))
    assert catalog().briefs["storm"].analysis.summary == (0,)
    first, second = gist.figures.rows
    assert (first.sentence, first.way.href) == (None, "#s1")
    assert first.tags == ("injured",)
    assert second.sentence and " homes</mark>" in second.sentence.marked


def test_one_thing_about_one_event_or_place_stands_together() -> None:
    """The dead of one storm by its event; homes by the one place of their sentence, and by none where it names two."""
    found = [(one.what, one.about, one.quantity.value) for one in list_figures(catalog())]
    killed = [(about, value) for what, about, value in found if what == "killed"]
    assert len({about for about, _ in killed}) == 1 and sorted(value for _, value in killed) == [9, 11]
    assert ("homes", "in leeds", 1_500) in found and ("Homes", "", 900) in found
    assert not [what for what, _, _ in found if what.startswith("%")]


def test_the_page_of_figures() -> None:
    """What most briefs count first; one heading however it is written; every link leads somewhere, on each page."""
    pages = {page.path: page for page in render(collection(), settings=SETTINGS, links="markdown")}
    page = pages["figures/index.md"].markdown
    assert page.index("</h2>") > page.index(">homes <span") or page.index(">killed <span") < page.index(">dogs <span")
    assert page.count(">homes <span") + page.count(">Homes <span") == 1
    small = SETTINGS.__class__(seeds=SETTINGS.seeds, index_split=2)
    check_links({page.path: page for page in render(collection(), settings=small, links="markdown")})
