"""Bodies of several names."""

import pytest

from generator.language.world.bodies import agency_of, campus_of, campus_pattern, list_campuses


@pytest.mark.parametrize(
    "name",
    [
        "University of California, San Diego",
        "University of California San Diego",
        "University of California at San Diego",
        "UC San Diego",
        "UCSD",
    ],
)
def test_a_campus_is_one_under_all_its_names(name: str) -> None:
    """In full, by its short system, by its letters."""
    assert campus_of(name) == "university of california san diego"


@pytest.mark.parametrize("name", ["University of California", "San Diego", "University of San Diego", "UC"])
def test_the_system_and_the_town_are_no_campus(name: str) -> None:
    """Nor is another university of the town."""
    assert campus_of(name) is None


def test_no_letters_are_those_of_two_campuses() -> None:
    """Else they would join two universities."""
    short = [name for campus in list_campuses() for name in campus.short]
    assert len(short) == len(set(short))


def test_a_longer_town_is_no_campus() -> None:
    """The pattern ends with its word."""
    assert campus_pattern().search("University of Texas at Austinville") is None
    assert campus_pattern().search("University of Texas at Austin, in May") is not None


def test_an_agency_is_known_by_its_letters() -> None:
    """And nobody else."""
    assert agency_of("AFP") == agency_of("Agence France-Presse") == "agence france presse"
    assert agency_of("Wexby Post") is None
