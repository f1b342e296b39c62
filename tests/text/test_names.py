"""Names by their letters: spelling variants meet, short forms fit, different people do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language.people.short_forms import is_short_for
from generator.text.names import fold_name, initials, is_acronym, is_acronym_of, name_words, surname


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Organisation for Co-operation", "Organization for Cooperation"),
        ("the Ministry of Defence", "Ministry of Defense"),
        ("U.S.", "US"),
        ("Müller", "Muller"),
        ("O’Brien", "O'Brien"),
        ("LABOUR Party", "Labor Party"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    """Case, accents, full stops, hyphens, apostrophes, British and American spelling count for nothing."""
    assert fold_name(one) == fold_name(other)


def test_different_names_have_different_keys() -> None:
    """Only spelling is folded; words count."""
    assert len({fold_name(n) for n in ("The Times", "Times Group", "Ann Lee", "Anne Lee")}) == 4


@settings(deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    """A key is its own key, but for a second "the" and marks that lower case sets free."""
    once = fold_name(name)
    assert fold_name(once) in (once, once.removeprefix("the ")) or not once.isascii()


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Kemp", "Laura B. Kemp"),
        ("Laura", "Laura Kemp"),
        ("Laura Kemp", "Laura B. Kemp"),
        ("L. Kemp", "Laura Kemp"),
        ("bin Hamad", "Ali bin Hamad"),
        ("Tran", "Tran Van Ho"),
    ],
)
def test_short_forms_fit(short: str, full: str) -> None:
    """Words may be left out or be initials; the surname, or one end alone, stays."""
    assert is_short_for(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Laura Kemp", "Laura Kemp"),
        ("Laura B. Kemp", "Laura Kemp"),
        ("Anna Kemp", "Laura Kemp"),
        ("Laura", "Anna Laura Kemp"),
        ("Kemper", "Laura Kemp"),
        ("", "Laura Kemp"),
    ],
)
def test_other_names_do_not_fit(short: str, full: str) -> None:
    """The same name, a fuller one, another given name, a middle name alone and part of a word are no short forms."""
    assert not is_short_for(short, full)


def test_acronyms_and_what_they_stand_for() -> None:
    """First letters of the words that count; an acronym is written in capitals."""
    assert initials("Organisation for Security and Co-operation in Europe") == "OSCE"
    assert is_acronym_of("OSCE", "Organization for Security and Cooperation in Europe")
    assert is_acronym_of("U.N.", "United Nations")
    assert not is_acronym_of("UN", "United States")
    assert not is_acronym_of("A", "Alpha Beta")
    assert [is_acronym(word) for word in ("OSCE", "U.S.", "AT&T", "Peru", "A", "2020")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def test_words_and_surname() -> None:
    """Words are cut at marks; Jr. is no surname."""
    assert name_words("Jean-Luc O'Neil") == ("Jean", "Luc", "O", "Neil")
    assert [surname(n) for n in ("Sam Ortega Jr.", "Kemp", "")] == ["Ortega", "Kemp", ""]
