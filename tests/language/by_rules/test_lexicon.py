"""Peoples and their adjectives: one list for the rules and for the model."""

import pytest

from generator.language.by_rules.lexicon import is_people


@pytest.mark.parametrize("word", ["Russian", "Kurds", "Rohingya", "Barbudan"])
def test_a_people_is_no_name(word: str) -> None:
    """An adjective or a people of a country is neither a place nor an organization."""
    assert is_people(word)


@pytest.mark.parametrize("word", ["Vatican", "Gibraltar", "Balkans", "Caribbean", "Djibouti"])
def test_a_place_that_is_an_adjective_too_stays_a_name(word: str) -> None:
    """A word that is on the lists of places is not dropped as a people."""
    assert not is_people(word)
