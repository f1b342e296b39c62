"""Names of people with a hyphen are one name; what only a hyphen joins is not."""

import pytest

from generator.language.en.names.edges import join_hyphens
from generator.language.name import Name
from generator.language.packs import find_names
from generator.model import EntityType, Span

JOINED: list[tuple[str, list[tuple[str, EntityType]], list[str]]] = [
    (
        "Duduzile Zuma-Sambudla left.",
        [("Duduzile Zuma-", "Person"), ("Sambudla", "Person")],
        ["Duduzile Zuma-Sambudla"],
    ),
    ("Ndlela-Khoza left.", [("Ndlela", "Place"), ("Khoza", "Person")], ["Ndlela-Khoza"]),
    ("Mary-Jane Odu left.", [("Mary", "Person"), ("Jane Odu", "Person")], ["Mary-Jane Odu"]),
    ("Mary-Jane Odu left.", [("Jane Odu", "Person")], ["Mary-Jane Odu"]),
    ("Park Ki-moon left.", [("Park Ki-", "Person")], ["Park Ki-moon"]),
    ("Ann Okonjo-Iweala left.", [("Ann Okonjo", "Person")], ["Ann Okonjo-Iweala"]),
]
"""A text, what the model found in it, and the names."""
APART: list[tuple[str, list[tuple[str, EntityType]], list[str]]] = [
    ("Russia-Ukraine talks began.", [("Russia", "Place"), ("Ukraine", "Place")], ["Russia", "Ukraine"]),
    ("A Lagos-based firm left.", [("Lagos", "Place")], ["Lagos"]),
    ("Arden-backed men left.", [("Arden", "Person")], ["Arden"]),
    (
        "Tom Arden and Ann Poe: the Arden-Poe ticket.",
        [("Tom Arden", "Person"), ("Ann Poe", "Person"), ("Arden", "Person"), ("Poe", "Person")],
        ["Tom Arden", "Ann Poe", "Arden", "Poe"],
    ),
    (
        "They save Ellsworth-South Dakota.",
        [("Ellsworth", "Person"), ("South Dakota", "Place")],
        ["Ellsworth", "South Dakota"],
    ),
    ("The Lima-Tom Arden train left.", [("Tom Arden", "Person")], ["Tom Arden"]),
]
"""The like, where nothing is joined."""


@pytest.mark.parametrize(("text", "found", "expected"), [*JOINED, *APART])
def test_hyphens(text: str, found: list[tuple[str, EntityType]], expected: list[str]) -> None:
    """A person's name goes on behind its hyphen and begins before it; places, participles and pairs stay apart."""
    names, at = [], 0
    for words, kind in found:
        at = text.index(words, at)
        names.append(Name(Span(at, at + len(words)), kind))
        at += len(words)
    assert [name.span.of(text) for name in join_hyphens(text, names)] == expected


@pytest.mark.parametrize(
    "name", ["Nomsa Ndlela-Khoza", "Abdel-Fattah Rahmani", "Jean-Pierre Habimana", "Tsai Mei-ling"]
)
@pytest.mark.parametrize(
    "text", ["{} was on no list for years.", "The minister, {}, left for Accra.", "Lawyers for {} agreed."]
)
def test_people_with_hyphens(name: str, text: str) -> None:
    """Surnames of two parts, Arabic and Korean given names are whole wherever they stand."""
    told = text.format(name)
    found = {(one.span.of(told), one.type) for one in find_names(told, [Span(0, len(told))], "en")}
    assert (name, "Person") in found
