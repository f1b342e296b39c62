"""Text made fit to show."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.unicode import clean, fold_name, one_line, printable

ANYTHING = st.text(alphabet=st.characters())


@given(ANYTHING)
def test_clean_text_is_well_formed(text: str) -> None:
    """It encodes as UTF-8, holds no control but tab and LF, no override of direction, and stays as it is."""
    cleaned = clean(text)
    cleaned.encode()
    assert not any(unicodedata.category(c) == "Cc" and c not in "\t\n" for c in cleaned)
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\uffff") & set(cleaned)
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\x0bd\u2028e", "a\nb\nc\nd\ne"),
        ("a\x00b\x1b[31m", "a\ufffdb\ufffd[31m"),
        ("user\u202etxt.exe", "usertxt.exe"),
        ("\ud83d\ude00 \ud83d", "😀 \ufffd"),
        ("שלום, “naïve” — ok\u200f", "שלום, “naïve” — ok\u200f"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    """Line ends become LF, what cannot be shown becomes U+FFFD, and letters of all scripts stay."""
    assert clean(text) == expected


@given(ANYTHING, st.integers(min_value=2, max_value=50))
def test_one_line_is_one_line_within_its_limit(text: str, limit: int) -> None:
    """No line break, no double space, no longer than asked for; an ellipsis ends a text cut short."""
    line = one_line(text, limit)
    assert len(line) <= limit
    assert line == " ".join(line.split())
    assert line.endswith("…") or line == " ".join(clean(text).split())


def test_a_cut_never_parts_an_accent_from_its_letter() -> None:
    """The letter goes with its combining mark."""
    assert one_line("abcde\u0301fg", 6) == "abcd…"


@given(ANYTHING)
def test_a_printed_name_is_harmless(name: str) -> None:
    """A file name in a message is one line of visible characters, as long as the name with its accents in place."""
    shown = printable(name)
    shown.encode()
    assert len(shown) == len(unicodedata.normalize("NFC", name))
    assert all(c == " " or unicodedata.category(c)[0] not in "CZ" for c in shown)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Report", "REPORT", True),
        ("Z\u00fcrich", "Zu\u0308rich", True),
        ("\u00dcBER", "u\u0308ber", True),
        ("STRASSE", "stra\u00dfe", True),
        ("Zurich", "Z\u00fcrich", False),
        ("a b", "a_b", False),
    ],
)
def test_fold_name(one: str, other: str, same: bool) -> None:
    """Case and the form of accents part no names; accents do."""
    assert (fold_name(one) == fold_name(other)) is same


def test_printable() -> None:
    """Escape sequences, overrides, line breaks and undecodable bytes cannot reach a terminal."""
    assert printable("a\x1b[2J\u202e\n\udcff é.txt") == "a\ufffd[2J\ufffd\ufffd\ufffd é.txt"
