"""Names that begin with the surname are whole where the model sees but the rest."""

import pytest

from generator.language.en.names.edges import join_surnames
from generator.language.name import Name
from generator.model import EntityType, Span

JOINED: list[tuple[str, list[tuple[str, EntityType]], list[str]]] = [
    ("Lim Kit Wai won.", [("Kit Wai", "Person")], ["Lim Kit Wai"]),
    ("On Monday Ng Chee Seng won.", [("Ng", "Person"), ("Chee Seng", "Person")], ["Ng Chee Seng"]),
    ("The coach (Wong Mei Ling) left.", [("Mei Ling", "Person")], ["Wong Mei Ling"]),
]
"""A text, what the model found in it, and the names."""
APART: list[tuple[str, list[tuple[str, EntityType]], list[str]]] = [
    ("Hong Kong Mei Ling won.", [("Hong Kong", "Place"), ("Mei Ling", "Person")], ["Hong Kong", "Mei Ling"]),
    ("Fan Mei Ling won.", [("Mei Ling", "Person")], ["Mei Ling"]),
    ("So Mei Ling won.", [("Mei Ling", "Person")], ["Mei Ling"]),
    ("Lim, Kit Wai and others won.", [("Lim", "Person"), ("Kit Wai", "Person")], ["Lim", "Kit Wai"]),
    ("Lim Tom Arden won.", [("Tom Arden", "Person")], ["Tom Arden"]),
    ("Lim Kit won.", [("Kit", "Person")], ["Kit"]),
    ("Tan Kit Wai Bank closed.", [("Kit Wai Bank", "Organization")], ["Kit Wai Bank"]),
]
"""The like, where nothing is joined."""


@pytest.mark.parametrize(("text", "found", "expected"), [*JOINED, *APART])
def test_surnames(text: str, found: list[tuple[str, EntityType]], expected: list[str]) -> None:
    """A surname before two given names of one syllable belongs to them; common words, places and commas part."""
    names, at = [], 0
    for words, kind in found:
        at = text.index(words, at)
        names.append(Name(Span(at, at + len(words)), kind))
        at += len(words)
    assert [name.span.of(text) for name in join_surnames(text, names)] == expected
