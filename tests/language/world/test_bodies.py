"""What a ministry is for and whose it is, by its name and the words before it."""

import pytest

from generator.language.world.places import owner_before, read_ministry

SAME = [
    ["Ministry of Health", "Health Ministry", "Ministry for Health", "the Ministry of Health"],
    ["Ministry of the Interior", "Interior Ministry", "Ministry of Interior"],
    ["Ministry of Foreign Affairs", "Foreign Ministry", "Foreign Affairs Ministry", "Ministry for Foreign Affairs"],
    ["Ministry of Health and Welfare", "Health and Welfare Ministry"],
    ["Ministry of Defence", "Defense Ministry"],
    ["Department of Justice", "Justice Department"],
    ["Kenyan Ministry of Health", "Kenya Health Ministry", "Ministry of Health of Kenya"],
    ["US Department of Justice", "United States Justice Department"],
]
"""Names of one ministry."""
OTHERS = ["Ministry of Health", "Ministry of Public Health", "Department of Health", "Kenyan Ministry of Health"]
"""Names of different ones."""


@pytest.mark.parametrize("names", SAME)
def test_forms_of_one_ministry(names: list[str]) -> None:
    """Order, articles, spelling and "affairs" count for nothing; the country may stand before or behind."""
    assert len({read_ministry(name) for name in names}) == 1
    assert read_ministry(names[0]) is not None


def test_other_ministries() -> None:
    """Another field, kind or country is another ministry."""
    assert len({read_ministry(name) for name in OTHERS}) == len(OTHERS)


@pytest.mark.parametrize("name", ["Ministry", "Kenya Airways", "Health Board", "Ministry Street Club"])
def test_no_ministry(name: str) -> None:
    """A bare word and other bodies are none."""
    assert read_ministry(name) is None


@pytest.mark.parametrize(
    ("before", "country"),
    [
        ("He wrote to Kenya's ", "Kenya"),
        ("He wrote to South Africa’s ", "South Africa"),
        ("He wrote to the Kenyan ", "Kenya"),
        ("He wrote to the ", ""),
        ("He wrote to Mary's ", ""),
        ("Kenya and the ", ""),
        ("In Peru the ", ""),
    ],
)
def test_owners(before: str, country: str) -> None:
    """A country owns what its possessive or its adjective stands before, and nothing else."""
    assert owner_before(before + "Ministry of Health", len(before)) == country
