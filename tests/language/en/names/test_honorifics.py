"""Honorifics and letters are no part of a person's name, and nobody by themselves."""

import pytest

from generator.language.en.names.honorifics import (
    HONORIFIC,
    HONORIFIC_ALONE,
    KNOWN_HONORIFIC,
    LETTERS,
    PERSON_BEHIND_STYLE,
)
from generator.language.en.names.steps import Prose, follow
from generator.language.packs import Name
from generator.language.people.honorifics import find_honored_start, find_letters, is_letters, is_style, list_honorifics
from generator.model import Span
from tests.analysis.found import entities

LISTED = [(pair, honorific.use) for honorific in list_honorifics().values() for pair in honorific.yes]
KEPT = [name for honorific in list_honorifics().values() for name in honorific.no]


HONORIFICS = (HONORIFIC_ALONE, PERSON_BEHIND_STYLE, HONORIFIC, LETTERS, KNOWN_HONORIFIC)
"""The rules of the chain that know honorifics."""


def trimmed(words: str, language: str = "en") -> str:
    """What is left of a person's name; nothing where it is nobody."""
    names = follow(HONORIFICS, Prose(words, (Span(0, len(words)),), language), [Name(Span(0, len(words)), "Person")])
    return names[0].span.of(words) if names else ""


@pytest.mark.parametrize(("pair", "use"), LISTED)
def test_an_honorific_is_left_out_of_the_name_behind_it(pair: tuple[str, str], use: str) -> None:
    """Each line of the list tells of a name with the honorific what is left, with full stops or without."""
    assert trimmed(pair[0], "fr" if use == "fr" else "en") == pair[1]


@pytest.mark.parametrize("name", KEPT)
def test_a_name_that_only_looks_so_is_kept(name: str) -> None:
    """Each line of the list tells of names that keep the word; a style alone is nobody."""
    assert trimmed(name) in (name, "" if is_style(name) else name)


def test_every_honorific_shows_a_name() -> None:
    """Each honorific has a name with it; each that may be a name has one that keeps it or is longer than a word."""
    assert all(honorific.yes for honorific in list_honorifics().values())
    assert len(list_honorifics()) > 150


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Sami Haddad, PhD", "Sami Haddad"),
        ("Ibrahim Bako, GCFR", "Ibrahim Bako"),
        ("Ibrahim Bako GCON, CFR", "Ibrahim Bako"),
        ("Rita Mensah MP", "Rita Mensah"),
        ("Emeka Obi (Rtd)", "Emeka Obi"),
        ("Emeka Obi, SAN", "Emeka Obi"),
        ("Jane Dorran", "Jane Dorran"),
        ("MP", "MP"),
        ("Tom OM Arden", "Tom OM Arden"),
        ("Ana SAN Juan", "Ana SAN Juan"),
    ],
)
def test_letters_behind_a_name_are_cut(name: str, left: str) -> None:
    """Degrees, orders and seats behind a name are no part of it; inside a name they are words of it."""
    assert name[: find_letters(name)] == left


@pytest.mark.parametrize("words", ["Datuk", "H.E.", "Dr.", "Her Royal Highness", "Atty.", "Retd", "(Rtd)", "Shri"])
def test_a_style_alone_is_nobody(words: str) -> None:
    """A style without a name behind it names nobody."""
    assert is_style(words)


@pytest.mark.parametrize(
    "words", ["Sri Lanka", "Tan", "Chief", "Datuk Seri Faizal", "Dato Umi Bank", "Raja", "Retdale"]
)
def test_a_name_is_no_style(words: str) -> None:
    """What is more than a style, or a name as well, is none."""
    assert not is_style(words)
    assert is_letters("PhD") and not is_letters("NATO")


@pytest.mark.parametrize(
    ("before", "honors"),
    [
        ("Works Minister Datuk Seri ", "Datuk Seri "),
        ("chairman Tan Sri ", "Tan Sri "),
        ("the Commissioner, Engr. Dr. Chief ", "Engr. Dr. Chief "),
        ("Defence Secretary Lt Gen (Retd) ", "(Retd) "),
        ("Police Chief ", ""),
        ("Foreign Minister Sheikh ", ""),
        ("in Sri Lanka ", ""),
        ("Minister of Health Dr ", "Dr "),
        ("said H.E. Prof. ", "H.E. Prof. "),
    ],
)
def test_honorifics_before_a_name_are_found(before: str, honors: str) -> None:
    """What stands right before a name and is an honorific, no office; a chief is one behind another honorific only."""
    text = f"{before}Tom Arden"
    assert text[find_honored_start(text, 0, len(before)) : len(before)] == honors


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Datuk Seri Faizal Osman spoke.\n“It rained,” Faizal told us.", {"Faizal Osman"}),
        ("Maulana Fazlu Rahmani marched. Maulana Rahmani said it would go on.", {"Fazlu Rahmani"}),
        ("Khun Somchai Prasert met the boy. Khun Somchai left.", {"Somchai Prasert"}),
        (
            "Barr. Ngozi Eze said that Alhaji Musa Danjuma had left.\nAlhaji Danjuma denied it.",
            {"Ngozi Eze", "Musa Danjuma"},
        ),
        ("U Thant led the body. Daw Khin Myo Thant, who leads the party, spoke.", {"U Thant", "Khin Myo Thant"}),
        ("H.E. Dr. Amina Jallow, Minister of Trade, opened the fair.", {"Amina Jallow"}),
        ("Former president Alhaji Ibrahim Bako, GCFR, died on Sunday.", {"Ibrahim Bako"}),
        ("W/ro Almaz Tadesse agreed with Ato Getachew Bekele.", {"Almaz Tadesse", "Getachew Bekele"}),
        ("Hendra Wiguna, a minister, spoke.\n“It is done,” Pak Hendra said.", {"Hendra Wiguna"}),
        ("Pak Jin-hyok wrote it. Jin Park left.", {"Pak Jin-hyok", "Jin Park"}),
        ("Ayatollah Kazem Shirazi prayed. Ayatollah Shirazi left.", {"Kazem Shirazi"}),
        ("Pol. Gen. Prasit Wongsa, the police chief, closed the road.", {"Prasit Wongsa"}),
        ("Amir sends cable\n\nHis Highness the Amir sent a cable to Mary Odu.", {"Mary Odu"}),
        ("Amir Khan left. The board paid Amir Khan.", {"Amir Khan"}),
        ("Clinic to get doctors\n\nThe planner, Arc. Folake Bello, said on Monday that it was so.", {"Folake Bello"}),
        ("Atty. Marites Reyes filed the case on Tuesday.", {"Marites Reyes"}),
        ("The minister, Hon. Justice Emeka Obi (Rtd), spoke to reporters.", {"Emeka Obi"}),
    ],
)
def test_a_person_is_one_with_and_without_honorifics(text: str, people: set[str]) -> None:
    """In a text, a name, its honored form and its short form are one person under the bare name."""
    assert {entity.name for entity in entities(text)[0] if entity.type == "Person"} == people


def test_letters_and_styles_are_no_names_of_a_text() -> None:
    """No style and no letters come out as a name of their own."""
    found, _ = entities("H.E. Dr. Amina Jallow, MP, met Prof. Dr. Ing. Hans Weber and Dr Kofi Antwi, PhD, in Accra.")
    assert [entity.name for entity in found] == ["Amina Jallow", "Hans Weber", "Kofi Antwi", "Accra"]
