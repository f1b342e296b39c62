"""The table of roles counts a pair where half of its words are said of the right person."""

from evaluation.roles import compare, show

GOLD = [
    {
        "id": "a",
        "roles": [
            {"person": "Jane Roe", "role": "the head of the bank", "kind": "appos"},
            {"person": "Tom Poe", "role": "His father", "kind": "appos_of"},
            {"person": "Tom Poe", "role": "Mr.", "kind": "title"},
        ],
    }
]


def test_pairs_are_counted_by_kind() -> None:
    """Both orders of an apposition are one kind; kinship and forms of address have rows of their own."""
    found = {"a": {"entities": [{"name": "Jane Roe", "roles": [{"title": "head of the bank"}]}]}}
    assert compare(GOLD, found) == {
        "apposition": [1, 2],
        "  apposition, other": [1, 1],
        "  apposition, relation": [0, 1],
        "title": [0, 1],
        "  title, address": [0, 1],
        "all": [1, 3],
    }


def test_the_table_ends_with_all() -> None:
    """The last row is the sum."""
    assert show(compare(GOLD, {})).splitlines()[-1].split() == ["all", "0", "3", "0.000"]
