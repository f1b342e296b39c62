"""schema.org on a page: references between its nodes, and who is named by them."""

import json
from typing import Any

import pytest

from tests.readers.making import document, stated

ARTICLE = {"@type": "NewsArticle", "headline": "Ferry line to reopen in the lake town"}
HOUSE = {"@type": "Organization", "@id": "https://courier.example/#organization", "name": "The Lakeside Courier"}
PERSON = {"@type": "Person", "@id": "https://courier.example/#/person/77", "name": "Maud Tarrant"}
REFERRING = {**ARTICLE, "author": {"@id": PERSON["@id"]}, "publisher": {"@id": HOUSE["@id"]}}


def page(*scripts: Any, head: str = "") -> bytes:
    """A page with an article and these scripts of structured data."""
    data = "".join(f'<script type="application/ld+json">{json.dumps(script)}</script>' for script in scripts)
    title = "<title>Ferry line to reopen in the lake town</title>"
    words = "<p>The ferry between Ashby and Norwell will run again from July, the harbour office said.</p>" * 3
    body = f"<article><h1>Ferry</h1>{words}</article>"
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
        ({**REFERRING, "author": {"@type": "Person", "givenName": "Maud", "familyName": "Tarrant"}}, HOUSE),
        ({**REFERRING, "author": {"@list": [PERSON]}}, HOUSE),
    ],
)
def test_references_are_followed(scripts: tuple[Any, ...]) -> None:
    """Inside `@graph`, across scripts, in lists and wherever the node that is meant stands."""
    found = stated(document("a.html", page(*scripts)))
    assert (found["publisher"], found["authors"]) == (("The Lakeside Courier",), ("Maud Tarrant",))


@pytest.mark.parametrize(
    "data",
    [
        REFERRING,
        {**REFERRING, "author": {"@id": "_:b1"}, "publisher": {"@id": "_:b2"}},
        {**ARTICLE, "author": "https://courier.example/maud", "publisher": "https://courier.example"},
        {**ARTICLE, "author": {"name": "https://courier.example/maud"}, "publisher": {"name": "www.courier.example"}},
        {**ARTICLE, "author": {"@type": "Person", "url": "/maud"}, "publisher": {"logo": {"url": "/logo.png"}}},
        {"@graph": [REFERRING, {"@id": PERSON["@id"]}, {"@id": HOUSE["@id"], "name": ""}]},
    ],
)
def test_an_address_is_neither_publisher_nor_author(data: Any) -> None:
    """A reference to nothing names nobody; then what the head says counts."""
    found = stated(document("a.html", page(data)))
    assert not {"publisher", "authors"} & found.keys()
    head = '<meta property="og:site_name" content="The Courier"><meta name="author" content="Bo Ek and Ann Lee">'
    found = stated(document("a.html", page(data, head=head)))
    assert (found["publisher"], found["authors"]) == (("The Courier",), ("Bo Ek", "Ann Lee"))


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
    text = f"<html><body><main>{other}<h1>Ferry</h1><div><div>{own}</div></div>{other}</main></body></html>"
    assert stated(document("a.html", text))["authors"] == ("Ann Lee", "Bo Ek")
    head = '<link rel="canonical" href="https://www.ferrypost.example/a/b"><meta name="author" content="FerryPost">'
    assert "authors" not in stated(document("a.html", page(ARTICLE, head=head)))
