"""English names: the model's, with what rules know better."""

import pytest

from generator.language.en.names.chain import drop_small
from generator.language.packs import Name, find_names
from generator.model import Span


def names(text: str, language: str = "en") -> list[tuple[str, str]]:
    """The names of a text that is one block."""
    return [(name.span.of(text), name.type) for name in find_names(text, [Span(0, len(text))], language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The talks were led by Deputy Secretary for Chile, Peru and Ecuador Laura Kemp in Lima.",
            [("Laura Kemp", "Person"), ("Lima", "Place")],
        ),
        (
            "The Union for Trade and Transport (UTTA) in Asia met in Delhi.",
            [("Union for Trade and Transport (UTTA) in Asia", "Organization"), ("Delhi", "Place")],
        ),
        ("The Peru-Chile Council met on Monday.", [("Peru-Chile Council", "Organization")]),
        ("The mayor has resigned, reported Sputnik.", [("Sputnik", "Organization")]),
        ("On Tuesday the German and French ministers met.", []),
    ],
)
def test_rules_settle_what_they_know_better(text: str, expected: list[tuple[str, str]]) -> None:
    """Offices keep their countries, long forms their brackets, bodies their parties, media their type."""
    assert names(text) == expected


def at(text: str, *words: str) -> tuple[Name, ...]:
    """Names of the given words, wherever they stand."""
    return tuple(Name(Span(text.index(word), text.index(word) + len(word)), "Place") for word in words)


def test_small_letters() -> None:
    """In a text that writes names with capitals, a word in small letters is none; in one that never does, it stays."""
    text = "Lima, Quito, Bogota, La Paz and Callao lie in the southern half."
    capitals = at(text, "Lima", "Quito", "Bogota", "La Paz", "Callao")
    assert tuple(drop_small(text, (*capitals, *at(text, "southern")))) == capitals
    hasty = "going from lima to quito"
    assert drop_small(hasty, at(hasty, "lima", "quito")) == at(hasty, "lima", "quito")


def test_nobody_is_called_after_a_belief() -> None:
    """A belief, an adjective of a region or a device is no name, whatever the model says of it."""
    found = names("Catholicism came to Lima from Spain, and Islam and Judaism to the Middle Eastern states.")
    assert not {"Catholicism", "Islam", "Judaism", "Middle Eastern"} & {words for words, _ in found}


def test_other_languages_are_read_by_rules() -> None:
    """The model reads English only; a script without capitals shows no names at all."""
    assert names("Die Kanzlerin Anna Weber sprach in Berlin.", "de") != []
    assert names("会谈没有取消。", "zh") == []
