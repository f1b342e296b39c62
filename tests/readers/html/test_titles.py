"""The headline of a page without kicker, labels and the name of its site."""

import pytest
from lxml import html

from generator.readers.html.headlines import read_headline
from generator.readers.html.page import extract_html


@pytest.mark.parametrize(
    ("heading", "headline"),
    [
        ('<span class="kicker">Storm</span> Harbour of Holm is closed', "Harbour of Holm is closed"),
        ('<span class="a__roofline">Storm</span><span>Harbour is closed</span>', "Harbour is closed"),
        ("<span>Storm</span><span>: </span><span>Harbour is closed</span>", "Harbour is closed"),
        (
            '<span class="overline">Storm</span><span class="h-offscreen"> - </span><span>Harbour is closed</span>',
            "Harbour is closed",
        ),
        ('<div><span class="visuallyhidden">Headline:</span> Harbour is closed</div>', "Harbour is closed"),
        ("<span>Harbour is closed</span> <small>Topic: Storms</small>", "Harbour is closed"),
        ('<span class="sub-heading">Storm:</span> Harbour is closed', "Harbour is closed"),
        ('<span class="kicker">Storm</span> Harbour closed', "Harbour closed"),
    ],
)
def test_a_kicker_is_no_part_of_the_headline(heading: str, headline: str) -> None:
    """Told by its class, by a mark of its own behind it, or by what is only read aloud."""
    assert read_headline(html.fromstring(f"<h1>{heading}</h1>")) == headline


@pytest.mark.parametrize(
    ("heading", "headline"),
    [
        ("Harbour <em>is</em> closed", "Harbour is closed"),
        ("<span>Har</span><span>bour is closed</span>", "Harbour is closed"),
        ("Storm: Harbour is closed", "Storm: Harbour is closed"),
        ("<a href='/x'>Harbour is closed</a>", "Harbour is closed"),
        ('<span class="kicker">Harbour</span>', "Harbour"),
        ('<span class="kicker">Harbour</span> closed', "Harbour closed"),
        ("Harbour <span class='red'>is closed</span>", "Harbour is closed"),
    ],
)
def test_a_headline_in_pieces_is_whole(heading: str, headline: str) -> None:
    """Emphasis, links and divided words are its own."""
    assert read_headline(html.fromstring(f"<h1>{heading}</h1>")) == headline


def test_a_kicker_stays_where_the_page_states_it_as_part_of_the_title() -> None:
    """Then it is how the article is called."""
    heading = html.fromstring('<h1><span class="kicker">Storm</span> <span>Harbour is closed</span></h1>')
    assert read_headline(heading, ["Storm: Harbour is closed"]) == "Storm: Harbour is closed"
    assert read_headline(heading, ["Harbour is closed"]) == "Harbour is closed"


def test_the_block_of_the_title_is_parted_from_its_kicker() -> None:
    """The kicker is left out with its reason, beside the headline."""
    story = "".join(
        f"<p>The harbour of Holm was closed on day {n}, and the pilots said so at noon.</p>" for n in range(6)
    )
    page = (
        "<html><head><title>Harbour of Holm is closed again | Tide</title></head><body><article>"
        f'<h1><span class="kicker">Storm</span> Harbour of Holm is closed again</h1>{story}</article></body></html>'
    )
    found = extract_html(page.encode())
    assert [(p.kind, p.text.strip()) for p in found.pieces][:2] == [
        ("boilerplate", "Storm"),
        ("title", "Harbour of Holm is closed again"),
    ]
    assert {item.field: item.values for item in found.stated}["title"] == ("Harbour of Holm is closed again",)


def test_the_shorter_of_two_stated_titles_has_no_kicker() -> None:
    """One statement shows where the title of the other begins."""
    page = (
        '<html><head><meta property="og:title" content="Harbour of Holm is closed"></head><body>'
        "<h1>Storm at sea: Harbour of Holm is closed</h1><p>Text.</p></body></html>"
    )
    stated = {item.field: item.values for item in extract_html(page.encode()).stated}
    assert stated["title"] == ("Harbour of Holm is closed",)


@pytest.mark.parametrize(
    ("heading", "headline"),
    [
        ("<span class='a'>Storm at Holm</span><span class='b'>The pier is gone</span>", "The pier is gone"),
        ("<span class='a'>The pier</span><span class='a'> is gone</span>", "The pier is gone"),
        ("The Pa\u00adlace of Holm", "The Palace of Holm"),
    ],
)
def test_lines_of_two_classes_are_kicker_and_headline(heading: str, headline: str) -> None:
    """Lines of one class are one headline; soft hyphens are none of its letters."""
    assert read_headline(html.fromstring(f"<h1>{heading}</h1>")) == headline


def test_a_heading_in_a_menu_is_no_headline() -> None:
    """It is there for search engines."""
    body = "<nav><h1>Pier of Holm is gone</h1></nav><article><h2>The pier of Holm is gone today</h2></article>"
    found = extract_html(f"<html><head><title>Pier of Holm is gone</title></head><body>{body}</body></html>".encode())
    assert found.stated[0].values == ("The pier of Holm is gone today",)
