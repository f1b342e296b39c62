"""What programs read in the head of a page: valid, escaped, and about the source and not the page."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest

from generator.model import Library, Page, PlaceReference
from generator.rendering import render
from generator.rendering.metadata.heads import data_block
from tests.rendering.browse import Seen, naughty_strings, xss_payloads
from tests.rendering.shelf import SETTINGS, Words, full_library

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
CITED = re.compile(r'<meta name="(citation_\w+)" content="([^"]*)">')


def pages_of(library: Library, **options: str) -> dict[str, Page]:
    """By path."""
    return {p.path: p for p in render(library, settings=replace(SETTINGS, **options), links="file")}  # type: ignore[arg-type]


def data_of(page: Page) -> dict[str, object]:
    """The one block of data of a page."""
    (block,) = BLOCK.findall(page.head)
    found: dict[str, object] = json.loads(block)
    return found


def test_zotero_finds_the_source() -> None:
    """Title, authors, day and publication of the source under the names that reference managers look for."""
    pages = pages_of(full_library())
    assert CITED.findall(pages["briefs/one.md"].head) == [
        ("citation_title", "A bridge opens"),
        ("citation_author", "Ada Writer"),
        ("citation_publication_date", "2022/01/07"),
        ("citation_publisher", "Valley Post"),
        ("citation_language", "en"),
        ("citation_public_url", "https://example.org/a?b=c&amp;d=e"),
    ]
    assert "citation_publication_date" not in pages["briefs/two.md"].head


def test_a_brief_is_based_on_its_source() -> None:
    """What the source states stands under the source; names lead to their pages."""
    data = data_of(pages_of(full_library())["briefs/one.md"])
    assert data["isBasedOn"] == {
        "@type": "Article",
        "headline": "A bridge opens",
        "author": ["Ada Writer"],
        "publisher": {"@type": "Organization", "name": "Valley Post"},
        "datePublished": "2022-01-07",
        "url": "https://example.org/a?b=c&d=e",
    }
    assert {"@type": "Person", "name": "Jane Doe", "url": "../people/the-person.html"} in list(data["mentions"])  # type: ignore[call-overload]
    assert "author" not in data and "datePublished" not in data


def test_names_and_happenings_have_their_sources() -> None:
    """A person, a place of the atlas, a happening with both its days; none of a happening that is only possible."""
    library = full_library()
    reference = PlaceReference("Lowtown", "city", "X", "XX", "Europe", 1.0, 2.0, None, 12, "one of that name")
    entities = tuple(replace(e, reference=reference) if e.type == "Place" else e for e in library.entities)
    pages = pages_of(replace(library, entities=entities))
    person, place, event = (
        data_of(pages[path]) for path in ("people/the-person.md", "places/the-place.md", "events/opening.md")
    )
    assert (person["@type"], person["name"], person["alternateName"]) == ("Person", "Jane Doe", ["Doe"])
    assert place["sameAs"] == "https://www.geonames.org/12"
    assert (event["startDate"], event["endDate"]) == ("2022-01-08", "2022-01-13")
    assert [source["url"] for source in list(event["subjectOf"])] == ["../briefs/one.html", "../briefs/two.html"]  # type: ignore[call-overload]
    events = tuple(replace(event, standing="possible") for event in library.events)
    assert pages_of(replace(library, events=events))["events/opening.md"].head == ""


@pytest.mark.parametrize("words", ["</script><script>alert(1)</script>", "<!--", '"><img src=x>', "\u2028\ud800\x00"])
def test_nothing_ends_a_block_or_a_tag(words: str) -> None:
    """Whatever a source says, the head has the elements that it is to have."""
    pages = pages_of(full_library(Words(title=words, author=words, publisher=words, person=words)))
    for page in pages.values():
        seen = Seen()
        seen.feed(page.head)
        assert {name for name, _ in seen.elements} <= {"meta", "link", "script", "/script"}
        for block in BLOCK.findall(page.head):
            assert "<" not in block and json.loads(block)
    for text in [*naughty_strings()[::9], *xss_payloads()[::25]]:
        block = data_block({"name": text})
        assert block.count("<") == 2 and isinstance(json.loads(BLOCK.findall(block)[0]), dict)


def test_a_page_names_its_feeds_and_its_plain_form() -> None:
    """Relative links, so that they hold wherever the site lies."""
    pages = pages_of(full_library())
    assert '<link rel="alternate " type="text/markdown" href="one.md">' in pages["briefs/one.md"].head
    home = unescape(pages["index.md"].head)
    assert '<link rel="alternate " type="application/atom+xml" href="new/feed.xml">' in home
    assert '<link rel="alternate " type="application/feed+json" href="new/feed.json">' in home
