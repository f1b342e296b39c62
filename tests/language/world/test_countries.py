"""Countries by their names: case counts, demonyms are no countries."""

import pytest

from generator.language.world.places import country_names, country_of, find_capital, find_country, is_demonym
from generator.text.wordlists import find_list, list_places, load_set


@pytest.mark.parametrize("name", ["US", "U.S.", "USA", "United States", "United States of America", "America"])
def test_forms_of_one_country(name: str) -> None:
    """Common and official names and short forms lead to one country."""
    assert country_of(name) == "United States"


@pytest.mark.parametrize("name", ["us", "Us", "it", "IT", "Thai", "Island", "Russian", "Scotland", "Moscow", ""])
def test_what_is_no_country(name: str) -> None:
    """Words in lower case, codes, peoples, parts of a country and capitals name no country."""
    assert country_of(name) is None


@pytest.mark.parametrize(
    ("one", "several", "nobody"),
    [("German", "Germans", "Germanss"), ("Irish", "Irish", "Irishs"), ("Chinese", "Chinese", "Chineses")],
)
def test_a_people_has_a_plural_unless_its_name_ends_in_one(one: str, several: str, nobody: str) -> None:
    """The Germans, but the Irish and the Chinese."""
    assert is_demonym(one)
    assert is_demonym(several)
    assert not is_demonym(nobody)


def test_what_is_known_of_a_country() -> None:
    """Code, region, capitals and demonyms come with it."""
    peru = find_country("Republic of Peru")
    assert peru is not None
    assert (peru.name, peru.code, peru.region, peru.capitals, peru.demonyms) == (
        "Peru",
        "PE",
        "Americas",
        ("Lima",),
        ("Peruvian",),
    )
    assert find_capital("Lima") == peru
    assert find_capital("Peru") is None


def test_demonyms() -> None:
    """Singular and plural, of countries and of larger regions; countries themselves are none."""
    assert all(map(is_demonym, ["Peruvian", "Peruvians", "European", "British", "Kurds", "Swiss"]))
    assert not any(map(is_demonym, ["Peru", "peruvian", "Lima", ""]))


def test_every_short_form_is_known() -> None:
    """No line of the list of short forms is lost or names an unknown country."""
    lines = [line for line in find_list("country_forms.txt").read_text().splitlines() if not line.startswith("#")]
    assert {line.partition("\t")[0] for line in lines} <= country_names()


def test_every_word_list_says_where_it_comes_from() -> None:
    """A word list begins with a comment, and its entries have no white space at their ends."""
    for name, path in list_places().items():
        if path.suffix != ".txt":
            continue
        assert path.read_text(encoding="utf-8").startswith("#"), name
        assert all(entry == entry.strip() for entry in load_set(name)), name


def test_peoples_of_one_country_are_several() -> None:
    """Each people of a country counts by itself, and has a plural where English gives it one."""
    assert all(map(is_demonym, ["Antiguan", "Barbudans", "Kittitian", "Chinese"]))
    assert not any(map(is_demonym, ["Antiguan, Barbudan", "Chineses"]))
