"""How far what is said goes: what the text tells by itself behind it is not said by anybody."""

import pytest

from tests.language.en.speech.test_claims import claimed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor denied the charges, but said the bank had lost $11,000 in March.", "the charges"),
        ("The bank denied any wrongdoing but paid a fine of $5 million.", "any wrongdoing"),
        ("Police said three people were hurt, but gave no details.", "three people were hurt"),
        ("Jane Roe announced the closure, and warned that the port might follow.", "the closure"),
        ("The firm said sales fell and that it would cut jobs; shares rose.", "sales fell and that it would cut jobs"),
        ("The firm said the pier had failed and left debts.", "the pier had failed and left debts"),
        ("Jane Roe said the pier was old, but would stand.", "the pier was old, but would stand"),
        ("Ann Bell denied it, saying that she was away.", "she was away"),
        ("The union demanded higher pay and better hours.", "higher pay and better hours"),
    ],
)
def test_a_claim_ends_where_something_else_is_told(text: str, words: str) -> None:
    """What else the speaker did or said, and a sentence behind a semicolon, are no part of it; what is joined to the
    clause that is said stays."""
    assert claimed(text) == [words]
