"""What counts as a word of the search."""

import pytest

from generator.rendering.search import split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rain stops the games", "rain stops the games"),
        ("Ann's, Leeds’s and the boys' games", "ann leeds and the boys games"),
        ("The U.S. and the U.N.", "the us and the un"),
        ("Łódź, Köln, São Paulo, Straße, Æsop", "lodz koln sao paulo strasse aesop"),
        ("NATO-Russia Council; l’Union", "nato russia council l union"),
        ("北京 and 東京abc", "北 京 and 東 京 abc"),
        ("हिन्दी समाचार", "हिन्दी समाचार"),
        ("3.5 million, 2022-01-07", "3 5 million 2022 01 07"),
        ("", ""),
        ("…—!", ""),
    ],
)
def test_words_are_folded(text: str, words: str) -> None:
    """Case, accents and possessives do not count; initials with points are one word, a Chinese sign is one."""
    assert " ".join(word for word, _ in split_words(text)) == words


def test_capitals_are_known() -> None:
    """A word in capitals is told from the same word in small letters: an acronym from a pronoun."""
    assert list(split_words("US, us, U.S. A")) == [("us", True), ("us", False), ("us", True), ("a", False)]


def test_a_long_word_has_an_end() -> None:
    """No key of the index is longer than forty letters."""
    assert [len(word) for word, _ in split_words("x" * 5000)] == [40]
