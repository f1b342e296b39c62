"""Every annotation has the words that it is about, by place and by quote, in the text that lies beside it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.rendering.exports.annotations import CONTEXT, FILE, write_annotations
from tests.rendering.shelf import SETTINGS, Words, full_library

MOTIVATIONS = {"identifying", "describing"}
"""Of those that the vocabulary has."""


def read(folder: Path) -> list[dict[str, Any]]:
    """The annotations, after a look at what holds them."""
    collection = json.loads((folder / FILE).read_text(encoding="utf-8"))
    assert (collection["@context"], collection["type"]) == (CONTEXT, "AnnotationCollection")
    page = collection["first"]
    assert (page["type"], len(page["items"])) == ("AnnotationPage", collection["total"])
    items: list[dict[str, Any]] = page["items"]
    return items


def check(folder: Path) -> None:
    items = read(folder)
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["type"] == "Annotation" and item["motivation"] in MOTIVATIONS and item["body"]
        target = item["target"]
        place, quote = target["selector"]
        text = (folder / target["source"]).read_bytes().decode("utf-8")
        start, end = place["start"], place["end"]
        assert (place["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"])


def test_selectors_find_their_words(tmp_path: Path) -> None:
    """Of every kind of finding; also in a text with odd line ends and half characters."""
    write_annotations(full_library(), tmp_path / "a", SETTINGS)
    check(tmp_path / "a")
    write_annotations(full_library(Words(cut="a\r\nb\u2028c \ud800 😀 d")), tmp_path / "b", SETTINGS)
    check(tmp_path / "b")


def test_each_says_what_its_words_are(tmp_path: Path) -> None:
    """A quotation with its speaker, a denied happening as denied."""
    write_annotations(full_library(), tmp_path, SETTINGS)
    said = [[body["value"] for body in item["body"]] for item in read(tmp_path)]
    assert ["quotation", "said by Jane Doe", "via Radio Valley"] in said
    assert ["event", "statement", "denied", "reported"] in said
    assert ["mention", "Jane Doe", "Person"] in said


def test_a_site_with_an_address_is_where_they_are_shown(tmp_path: Path) -> None:
    """The scope of an annotation is the sentence on the site."""
    write_annotations(full_library(), tmp_path, replace(SETTINGS, site_url="https://shelf.example/x/"))
    scopes = [item["target"].get("scope") for item in read(tmp_path)]
    assert "https://shelf.example/x/briefs/one.html#s2" in scopes
