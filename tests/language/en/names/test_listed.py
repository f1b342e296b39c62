"""Listed media, companies and parties are bodies, unless the text says otherwise."""

import pytest

from generator.language.en.names.listed import add_listed_bodies, may_stand_alone
from generator.language.name import Name
from generator.model import EntityType, Span

BODIES = {
    "The Dewan Rakyat sat until midnight.": ["Dewan Rakyat"],
    "He told the Express Tribune so.": ["Express Tribune"],
    "He told Punch so.": ["Punch"],
    "According to Dawn, it fell.": ["Dawn"],
    "Petrobras fell.": ["Petrobras"],
    "Petrobras's shares fell.": ["Petrobras"],
    "The Aam Aadmi Party and the PML-N met.": ["Aam Aadmi Party", "PML-N"],
    "At dawn the Punch and Judy show began.": [],
    "Dawn came late.": [],
    "Petrobras-backed firms fell.": ["Petrobras"],
    "The Petrobras2 site is down.": [],
    "WHO WANTS TO HELP?": [],
}
"""A text and the listed bodies in it."""


@pytest.mark.parametrize(("text", "bodies"), BODIES.items())
def test_listed_bodies(text: str, bodies: list[str]) -> None:
    """A listed name is a body where it stands as a whole; one that is a common word only behind a word like "told"."""
    found = add_listed_bodies(text, [Span(0, len(text))], ())
    assert [name.span.of(text) for name in found] == bodies


@pytest.mark.parametrize(
    ("text", "words", "kind", "expected"),
    [
        ("Zamalek won.", "Zamalek", "Person", [("Zamalek", "Organization")]),
        ("She lives in Zamalek.", "Zamalek", "Place", [("Zamalek", "Place")]),
        ("The Tata Steel Stadium is new.", "Tata Steel Stadium", "Place", [("Tata Steel Stadium", "Place")]),
    ],
)
def test_names_that_were_found(text: str, words: str, kind: EntityType, expected: list[tuple[str, str]]) -> None:
    """A listed name gets its type, but not inside a longer name, nor where a place stands."""
    name = Name(Span(text.index(words), text.index(words) + len(words)), kind)
    found = add_listed_bodies(text, [Span(0, len(text))], [name])
    assert [(name.span.of(text), name.type) for name in found] == expected


def test_what_may_stand_alone() -> None:
    """Towns, given names and common words that are listed count as evidence only."""
    assert may_stand_alone("Safaricom") and may_stand_alone("ZANU-PF") and may_stand_alone("Tata Motors")
    assert not any(map(may_stand_alone, ("Kenya", "Reliance", "DA", "Mary")))
