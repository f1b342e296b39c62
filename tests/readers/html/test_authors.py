"""Who wrote an article, as its page states it outside of its data."""

import pytest

from generator.readers.html.page import extract_page

STORY = (
    "The harbour of Westport will open again on Monday, the mayor said on Friday after a long meeting of the council."
)


@pytest.mark.parametrize(
    ("over", "authors"),
    [
        ("<ul><li><a href='/author/anna'>Anna Lee</a></li></ul>", ("Anna Lee",)),
        ("<a href='/autoren/name/x'>Dr. Uwe Moos</a>", ("Dr. Uwe Moos",)),
        ("<aside><a href='/author/anna'>Anna Lee</a></aside>", None),
        ("<a href='/author/daily'>von Westport</a>", None),
        ("<a href='/topic/anna-lee'>Anna Lee</a>", None),
        ("<span class='article__author'>Von Xq Dumit, Lille</span>", ("Xq Dumit",)),
        ("<span class='article__author'>Xq Dumit</span>", None),
    ],
)
def test_authors_are_named_under_the_headline(over: str, authors: tuple[str, ...] | None) -> None:
    """By links to their pages and by classes; a link to a topic names none."""
    page = f"<html><body><h1>Harbour opens again</h1>{over}<p>{STORY}</p><p>{STORY}</p></body></html>"
    assert {item.field: item.values for item in extract_page(page).stated}.get("authors") == authors


def test_a_person_comes_before_a_house() -> None:
    """What the data say is the agency, where the page names who wrote it."""
    head = "<meta name='author' content='Reuters'>"
    link = "<a rel='author' href='/author/anna'>Anna Lee</a>"
    page = f"<html><head>{head}</head><body><h1>Harbour opens again</h1>{link}<p>{STORY}</p></body></html>"
    assert {item.field: item.values for item in extract_page(page).stated}["authors"] == ("Anna Lee",)
