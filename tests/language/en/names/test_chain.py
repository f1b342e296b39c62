"""English names: the model's, with what rules know better."""

import pytest

from generator.language.packs import find_names
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


def test_nobody_is_called_after_a_belief() -> None:
    """A belief, an adjective of a region or a device is no name, whatever the model says of it."""
    found = names("Catholicism came to Lima from Spain, and Islam and Judaism to the Middle Eastern states.")
    assert not {"Catholicism", "Islam", "Judaism", "Middle Eastern"} & {words for words, _ in found}


def test_other_languages_are_read_by_rules() -> None:
    """The model reads English only; a script without capitals shows no names at all."""
    assert names("Die Kanzlerin Anna Weber sprach in Berlin.", "de") != []
    assert names("会谈没有取消。", "zh") == []


def test_a_name_carries_its_rule() -> None:
    """Each name tells which rule found it or last changed it."""
    text = "KHULNA: Ann Roe, PhD, and Hurricane Ida came.\nBrenlow (NYSE: BRL) fell."
    spans = [Span(0, text.index("\n")), Span(text.index("\n") + 1, len(text))]
    rules = {name.span.of(text): name.rule for name in find_names(text, spans, "en")}
    assert rules["KHULNA"] == "dateline town"
    assert rules["Ann Roe"] == "model"
    assert rules["Hurricane Ida"] == "storm"
    assert [name.rule for name in find_names("Anna Weber kam.", [Span(0, 15)], "de")] == ["listed in a headline"]


@pytest.mark.parametrize(
    "name", ["Nomsa Ndlela-Khoza", "Abdel-Fattah Rahmani", "Jean-Pierre Habimana", "Tsai Mei-ling"]
)
@pytest.mark.parametrize(
    "text", ["{} was on no list for years.", "The minister, {}, left for Accra.", "Lawyers for {} agreed."]
)
def test_people_with_hyphens(name: str, text: str) -> None:
    """Surnames of two parts, Arabic and Korean given names are whole wherever they stand."""
    told = text.format(name)
    found = {(one.span.of(told), one.type) for one in find_names(told, [Span(0, len(told))], "en")}
    assert (name, "Person") in found


@pytest.mark.parametrize(
    "text",
    [
        "Her Highness opened the school, and His Excellency thanked the teachers.",
        "The Chair said Mr Speaker was right, and the Honourable Member sat down.",
        "He signed it. Enditem",
    ],
)
def test_nobody_is_called_by_a_style(text: str) -> None:
    """Forms of address, styles and the mark at the end of a dispatch are no names."""
    assert find_names(text, [Span(0, len(text))], "en") == ()
