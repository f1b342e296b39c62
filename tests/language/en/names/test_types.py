"""Within a text the full, titled or defined form decides the type of the short ones."""

import pytest

from generator.language.en.names.types import settle_types
from generator.language.name import Name
from generator.model import EntityType, Span

CASES: list[tuple[str, list[tuple[str, EntityType]], list[EntityType]]] = [
    (
        "The Tax Service (Sart) paid. Sart is late.",
        [("Tax Service", "Organization"), ("Sart", "Person")],
        ["Organization", "Person"],
    ),
    (
        "The Gauteng Liquor Board (GLB) closed it. GLB said so.",
        [("Gauteng Liquor Board", "Organization"), ("GLB", "Person"), ("GLB", "Place")],
        ["Organization", "Organization", "Organization"],
    ),
    (
        "The South African Revenue Service (Sars) paid. Sars is late.",
        [("South African Revenue Service", "Organization"), ("Sars", "Person"), ("Sars", "Person")],
        ["Organization", "Organization", "Organization"],
    ),
    (
        "The Kenya Harbour Board met. KHB men left.",
        [("Kenya Harbour Board", "Organization"), ("KHB", "Person")],
        ["Organization", "Organization"],
    ),
    (
        "Trevo Chalobe scored. Chalobe was glad.",
        [("Trevo Chalobe", "Person"), ("Chalobe", "Place")],
        ["Person", "Person"],
    ),
    (
        "Trevo Chalobe lives in Chalobe.",
        [("Trevo Chalobe", "Person"), ("Chalobe", "Place")],
        ["Person", "Place"],
    ),
    (
        "Ann London went to see London.",
        [("Ann London", "Person"), ("London", "Place")],
        ["Person", "Place"],
    ),
    (
        "Meghna Group sold it. Meghna denied that.",
        [("Meghna Group", "Organization"), ("Meghna", "Person")],
        ["Organization", "Organization"],
    ),
    (
        "Meghna Group is Ann Meghna's. Meghna denied that.",
        [("Meghna Group", "Organization"), ("Ann Meghna", "Person"), ("Meghna", "Person")],
        ["Organization", "Person", "Person"],
    ),
    (
        "Ines Duran sued Marlow Haulage Co. Marlow denied it.",
        [("Ines Duran", "Person"), ("Marlow Haulage Co", "Organization"), ("Marlow", "Person")],
        ["Person", "Organization", "Organization"],
    ),
    (
        "The United Arab Emirates (UAE) agreed. UAE men left.",
        [("United Arab Emirates", "Place"), ("UAE", "Place")],
        ["Place", "Place"],
    ),
]
"""A text, the names in it with the types that they were found with, and their types."""


@pytest.mark.parametrize(("text", "found", "expected"), CASES)
def test_short_forms_have_the_type_of_the_full_one(
    text: str, found: list[tuple[str, EntityType]], expected: list[EntityType]
) -> None:
    """Acronyms follow what they are defined for, surnames their person, short forms their company; towns stay towns."""
    names, at = [], 0
    for words, kind in found:
        at = text.index(words, at)
        names.append(Name(Span(at, at + len(words)), kind))
        at += len(words)
    assert [name.type for name in settle_types(text, names)] == expected
