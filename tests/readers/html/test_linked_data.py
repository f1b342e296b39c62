"""schema.org on a page: references between its nodes, and who is named by them."""

import json
from typing import Any

import pytest

from generator.readers.html.page import parse_html
from generator.readers.html.page_data import find_stated
from tests.readers.making import document, stated

CARD = '<meta name="twitter:label1" content="{}"><meta name="twitter:data1" content="Anna Lee">'
ARTICLE = {"@type": "NewsArticle", "headline": "Bakery opens again in the mill street"}
HOUSE = {"@type": "Organization", "@id": "https://herald.example/#house", "name": "The Hillside Herald"}
PERSON = {"@type": "Person", "@id": "https://herald.example/#/people/5", "name": "Edith Crane"}
REFERRING = {**ARTICLE, "author": {"@id": PERSON["@id"]}, "publisher": {"@id": HOUSE["@id"]}}


def page(*scripts: Any, head: str = "") -> bytes:
    """A page with an article and these scripts of structured data."""
    data = "".join(f'<script type="application/ld+json">{json.dumps(script)}</script>' for script in scripts)
    title = "<title>Bakery opens again in the mill street</title>"
    words = "<p>The old bakery in the mill street has new owners, who mean to bake from Easter on.</p>" * 3
    body = f"<article><h1>Bakery</h1>{words}</article>"
    return f"<html><head>{title}{head}{data}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    "scripts",
    [
        ({"@graph": [REFERRING, HOUSE, PERSON]},),
        ({"@graph": [HOUSE, PERSON, REFERRING]},),
        (REFERRING, HOUSE, PERSON),
        (HOUSE, [PERSON, REFERRING]),
        ({"@graph": [REFERRING]}, {"@graph": [{"@type": "WebPage", "name": "x", "about": HOUSE, "author": [PERSON]}]}),
        ({**REFERRING, "author": [{"@id": PERSON["@id"]}], "publisher": [{"@id": HOUSE["@id"]}]}, HOUSE, PERSON),
        ({**REFERRING, "author": PERSON["@id"], "publisher": HOUSE["@id"]}, HOUSE, PERSON),
        ({**REFERRING, "author": {"@type": "Person", **PERSON}}, HOUSE),
        ({**REFERRING, "author": {"@type": "Person", "givenName": "Edith", "familyName": "Crane"}}, HOUSE),
        ({**REFERRING, "author": {"@list": [PERSON]}}, HOUSE),
    ],
)
def test_references_are_followed(scripts: tuple[Any, ...]) -> None:
    """Inside `@graph`, across scripts, in lists and wherever the node that is meant stands."""
    found = stated(document("a.html", page(*scripts)))
    assert (found["publisher"], found["authors"]) == (("The Hillside Herald",), ("Edith Crane",))


@pytest.mark.parametrize(
    "data",
    [
        REFERRING,
        {**REFERRING, "author": {"@id": "_:b1"}, "publisher": {"@id": "_:b2"}},
        {**ARTICLE, "author": "https://herald.example/edith", "publisher": "https://herald.example"},
        {**ARTICLE, "author": {"name": "https://herald.example/edith"}, "publisher": {"name": "www.herald.example"}},
        {**ARTICLE, "author": {"@type": "Person", "url": "/edith"}, "publisher": {"logo": {"url": "/logo.png"}}},
        {"@graph": [REFERRING, {"@id": PERSON["@id"]}, {"@id": HOUSE["@id"], "name": ""}]},
    ],
)
def test_an_address_is_neither_publisher_nor_author(data: Any) -> None:
    """A reference to nothing names nobody; then what the head says counts."""
    found = stated(document("a.html", page(data)))
    assert not {"publisher", "authors"} & found.keys()
    head = '<meta property="og:site_name" content="The Herald"><meta name="author" content="Bo Ek and Ann Lee">'
    found = stated(document("a.html", page(data, head=head)))
    assert (found["publisher"], found["authors"]) == (("The Herald",), ("Bo Ek", "Ann Lee"))


def test_entities_in_structured_data_are_characters() -> None:
    """Many programs write them there too."""
    house = {"name": "Quill &amp; Sons"}
    assert stated(document("a.html", page({**ARTICLE, "publisher": house})))["publisher"] == ("Quill & Sons",)


def test_references_in_a_ring_end() -> None:
    """Nodes that refer to each other cost nothing."""
    ring = [{"@id": "a", "author": {"@id": "b"}}, {"@id": "b", "author": {"@id": "a"}}]
    assert "authors" not in stated(document("a.html", page({**ARTICLE, "author": {"@id": "a"}}, ring)))


def test_links_to_authors_of_other_stories_name_nobody() -> None:
    """Only those beside the first one under the headline count; a name that the host has is the site's."""
    link = '<a rel="author" href="/x">{}</a>'
    own = f"<p>{link.format('Ann Lee')} {link.format('Bo Ek')}</p>"
    other = f"<ul><li><div><p>{link.format('Cy Dale')}</p></div></li></ul>"
    text = f"<html><body><main>{other}<h1>Bakery</h1><div><div>{own}</div></div>{other}</main></body></html>"
    assert stated(document("a.html", text))["authors"] == ("Ann Lee", "Bo Ek")
    head = '<link rel="canonical" href="https://www.ferrypost.example/a/b"><meta name="author" content="FerryPost">'
    assert "authors" not in stated(document("a.html", page(ARTICLE, head=head)))


@pytest.mark.parametrize(
    ("head", "body", "authors"),
    [
        (
            '<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Anna Lee">',
            "",
            ["Anna Lee"],
        ),
        ('<meta name="twitter:label1" content="Price"><meta name="twitter:data1" content="Anna Lee">', "", []),
        ("", '<span class="article__author">Von Anna Lee, Westport</span>', ["Anna Lee"]),
        ("", '<span class="authorname">Anna Lee </span>', ["Anna Lee"]),
        ("", '<span class="author">Anna Lee und Robert Ek, Holmby</span>', ["Anna Lee", "Robert Ek"]),
        ("", '<span itemprop="author"><b itemprop="name">Anna Lee und Robert Ek</b></span>', ["Anna Lee", "Robert Ek"]),
        ("", '<p class="author">Westport Daily</p>', []),
        ("", '<div class="author-bio">Anna Lee</div>', []),
        ("", '<aside><span class="author">Anna Lee</span></aside>', []),
        ("", f"<p>{'The pier is open. ' * 9}</p>" + '<span class="author">Anna Lee</span>', []),
    ],
)
def test_authors_are_named_where_no_schema_does(head: str, body: str, authors: list[str]) -> None:
    """In the card for networks, or in the element under the headline that is classed so, if it names people."""
    tree = parse_html(f"<html><head>{head}</head><body><h1>A second pier</h1>{body}<p>Text.</p></body></html>")
    assert next((list(item.values) for item in find_stated(tree) if item.field == "authors"), []) == authors
