"""What looks like a name and is none."""

import pytest

from generator.language.en.names.refusals import is_no_name
from generator.language.name import Name
from generator.model import Span


def refused(text: str, words: str) -> bool:
    start = text.rindex(words)
    return is_no_name(text, Name(span=Span(start, start + len(words)), type="Organization"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Quay, Inc. (NYSE: QAY) said", "QAY"),
        ("Quay, Inc. (NYSE: QAY) said", "NYSE: QAY"),
        ("Quay (NASDAQ: QAY; LSE: QAX) said", "QAX"),
        ("Quay (OTC Pink: QAYF) said", "QAYF"),
        ("Quay (ASX:QAY) said", "QAY"),
    ],
)
def test_the_sign_of_a_share_is_no_name(text: str, words: str) -> None:
    """Behind its exchange and a colon, in brackets."""
    assert refused(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Quay (NYSE: QAY) said", "NYSE"),
        ("the team (Chair: NATO) said", "NATO"),
        ("a photograph (Source: WHO) of it", "WHO"),
        ("the agency (WHO) said", "WHO"),
        ("at the NYSE: UBS said", "UBS"),
    ],
)
def test_an_acronym_is_a_name(text: str, words: str) -> None:
    """Without an exchange before it, or without brackets."""
    assert not refused(text, words)
