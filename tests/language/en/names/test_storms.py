"""Storms are events, and nobody else is."""

import pytest

from generator.language.packs import find_names
from generator.model import Span

STORMS = {
    "Hurricane Ida hit Lima. Ida weakened on Monday.": {("Hurricane Ida", "Event"), ("Ida", "Event")},
    "Super Typhoon Ramil will reach Luzon.": {("Super Typhoon Ramil", "Event")},
    "Tropical Storm Hilda killed two people in Lima.": {("Tropical Storm Hilda", "Event")},
    "Ida Wells wrote that Hurricane Ida was near. Ida is tired.": {
        ("Ida Wells", "Person"),
        ("Hurricane Ida", "Event"),
        ("Ida", "Person"),
    },
    "The Cyclone FC won in Lima.": {("Lima", "Place")},
}
"""Texts and names that are found in them."""


@pytest.mark.parametrize(("text", "expected"), STORMS.items())
def test_storms(text: str, expected: set[tuple[str, str]]) -> None:
    """The kind of storm belongs to its name; the name alone is the storm's unless somebody bears it."""
    found = {(name.span.of(text), name.type) for name in find_names(text, [Span(0, len(text))], "en")}
    assert expected <= found
    assert not any(kind == "Event" for words, kind in found - expected)
