"""What is disputed, on the pages of briefs and on a page of its own."""

from generator.rendering import render
from generator.rendering.addresses import DISPUTED, text_page
from generator.rendering.catalog import make_catalog
from generator.rendering.disputes import show_disputed_in
from tests.linking.oppositions.collections import collect
from tests.linking.oppositions.test_counts import NINE, TWELVE
from tests.rendering.browse import browse
from tests.rendering.shelf import SETTINGS


def test_both_sides_stand_with_their_sentences() -> None:
    """Each with its words and its brief, on the page of all that is disputed."""
    library = collect(NINE, TWELVE)
    pages = {page.path: browse(page.markdown).text for page in render(library, settings=SETTINGS)}
    told = pages[DISPUTED]
    assert all("".join(text.split()) in told for text in (NINE, TWELVE))
    assert "1opposition" in told and "Nothingheresayswhoisright" in told
    assert "".join(TWELVE.split()) in pages[text_page("one")]


def test_a_page_does_not_name_its_own_brief() -> None:
    """On the page of a brief the other side alone says where it stands."""
    library = collect(NINE, TWELVE)
    catalog = make_catalog(library, SETTINGS, "file")
    lines = show_disputed_in(catalog, library.briefs, text_page("one"))
    (dispute,) = lines.disputes
    assert [(line.words, line.is_here) for side in dispute.sides for line in side.positions] == [
        ("nine people", True),
        ("Twelve people", False),
    ]


def test_a_denial_in_two_versions_is_listed_once() -> None:
    """By the same one in the same words; what he denies besides stands beside it."""
    denial = "Kenya denied arming rebels in the hills."
    library = collect(f"{denial} It rained in Nairobi.", f"{denial} Kenya denied closing the port.")
    catalog = make_catalog(library, SETTINGS, "file")
    lines = show_disputed_in(catalog, library.briefs, text_page("one"))
    told = [line.words for line in lines.denials]
    assert told.count("arming rebels in the hills") == told.count("closing the port") == 1
