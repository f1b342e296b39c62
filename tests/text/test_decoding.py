"""Bytes to text: by evidence first, by a labelled guess last."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.decoding import UndecodableError, decode

ENGLISH = "The naïve man said “no”. It’s 5 € – café prices rose again."
FRENCH = "« L’été dernier, où étiez-vous ? » demanda-t-il à sa sœur, gênée. Le garçon ne répondit pas."
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy. Vláda oznámila, že změní zákon o daních."
POLISH = "Prezydent powiedział, że ustawa zostanie podpisana w środę; źródła rządowe to potwierdziły."
RUSSIAN = "Президент сообщил, что закон будет подписан в среду. Источники в правительстве это подтвердили. " * 3


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(lambda text: f"a{text}\r\n"))
def test_utf8_is_read_exactly(text: str) -> None:
    """Strict UTF-8 is no guess, and every character stays, line ends too."""
    assert decode(text.encode()).text == text
    assert decode(text.encode()).note is None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_goes(encoding: str) -> None:
    """The mark names the encoding; it is no part of the text."""
    decoded = decode(ENGLISH.encode(encoding))
    assert (decoded.text, decoded.note) == (ENGLISH, None)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN])
def test_wide_text_without_a_mark_is_known_by_its_nuls(encoding: str, text: str) -> None:
    """NULs at one place of each character betray UTF-16 and UTF-32; the note says that no mark did."""
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.note and encoding in decoded.note


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((ENGLISH, encoding) for encoding in ("cp1252", "mac_roman")),
        *((FRENCH, encoding) for encoding in ("cp1252", "mac_roman")),
        *((CZECH, encoding) for encoding in ("cp1250", "iso8859_2")),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        ("café", "latin-1"),
        ("It’s", "cp1252"),
    ],
)
def test_old_encodings_are_guessed_and_said_to_be(text: str, encoding: str) -> None:
    """Western European text never comes out as Central European; whatever is guessed carries a note."""
    decoded = decode(text.encode(encoding, "ignore"))
    assert decoded.text == text.encode(encoding, "ignore").decode(encoding)
    assert decoded.note and "guess" in decoded.note


def test_damaged_utf8_stays_utf8() -> None:
    """One broken byte does not turn every other letter into two wrong ones."""
    decoded = decode(FRENCH.encode() + b"\xff fin")
    assert decoded.text == FRENCH + "\ufffd fin"
    assert decoded.note == "1 damaged character in utf-8 text"


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\x01\x02\x03" * 50,
        b"some text\x00and a stray NUL",
        bytes(range(1, 32)) * 9,
        b"%PDF-1.7\nplain so far",
        b"PK\x03\x04rest",
    ],
)
def test_binary_is_refused_with_a_cure(content: bytes) -> None:
    """NUL bytes outside UTF-16 and UTF-32, many control characters or another format's signature: not text."""
    with pytest.raises(UndecodableError, match="not a text file") as caught:
        decode(content)
    assert "UTF-8" in caught.value.cure


@pytest.mark.parametrize("content", [b"", b" \r\n\t\f", "\ufeff\u200b\u00a0".encode()])
def test_a_file_with_nothing_to_read_is_empty(content: bytes) -> None:
    """White space and invisible characters are no text."""
    with pytest.raises(UndecodableError, match="empty"):
        decode(content)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_one_kind_of_error(content: bytes) -> None:
    """No bytes can break the decoder in an unforeseen way."""
    try:
        assert decode(content).text.strip()
    except UndecodableError as error:
        assert error.fault and error.cure
