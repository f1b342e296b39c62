"""Names have their own edges: nothing is glued to them, nothing of them is cut off."""

import pytest

from generator.language.en.names.edges import mend_names
from generator.language.name import Name
from generator.model import EntityType, Span

CASES: list[tuple[str, str, EntityType, list[str]]] = [
    ("Jane DorranImage: Tom Arden.", "Jane DorranImage", "Person", ["Jane Dorran"]),
    ("Jane DorranImage shop", "Jane DorranImage", "Person", ["Jane DorranImage"]),
    ('Sergeant Matiu "Matt" Arden left.', 'Matiu "', "Person", ['Matiu "Matt" Arden']),
    ('The "Harbor King" Tom Arden.', 'Harbor King"', "Person", ["Harbor King"]),
    ("Sultan Qaboos bin left.", "Qaboos bin", "Person", ["Qaboos"]),
    (
        "The National Violent Storm Statistic System shows it.",
        "National Violent Storm",
        "Organization",
        ["National Violent Storm Statistic System"],
    ),
    ("The Liberal National Convention began.", "Liberal National", "Organization", []),
    ("The Liberal National MP left.", "Liberal National", "Organization", ["Liberal National"]),
    ("The Center for Port Safety said so.", "Center", "Organization", ["Center for Port Safety"]),
    ("They met the Commission on Monday.", "Commission", "Organization", ["Commission"]),
    ("International Women's Day is near.", "International Women", "Organization", ["International Women's Day"]),
    (
        "The Harbor Riders captain Tom Arden left.",
        "Harbor Riders captain Tom Arden",
        "Organization",
        ["Harbor Riders", "Tom Arden"],
    ),
    ("The Bank of the South Sea left.", "Bank of the South Sea", "Organization", ["Bank of the South Sea"]),
    ("They met in the Old Hall of the Pilots today.", "Old Hall", "Place", ["Old Hall of the Pilots"]),
    ("They met in the Palace of Culture.", "Palace", "Place", ["Palace of Culture"]),
    ("They met in the Old Hall of Lima.", "Old Hall", "Place", ["Old Hall"]),
    ("The Parliament of Peru met.", "Parliament", "Organization", ["Parliament"]),
]


@pytest.mark.parametrize(("text", "found", "kind", "expected"), CASES)
def test_names_are_whole_or_left_out(text: str, found: str, kind: EntityType, expected: list[str]) -> None:
    """Glued credits, open quotation marks and small words go; what goes on is joined; part of an event is none."""
    start = text.index(found)
    names = mend_names(text, [Name(Span(start, start + len(found)), kind)])
    assert [name.span.of(text) for name in names] == expected
