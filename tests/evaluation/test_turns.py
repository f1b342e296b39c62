"""Turns of transcripts are judged by who says them."""

import pytest

from evaluation.turns import Answer, Case, count, judge_case, list_cases, read_answer

TEXT = "MS. ROE: Good day to you.\n\nQ    Who pays?\n\n(Laughter.)\n\nMS. ROE: We do.\n\nQ    When?\n\nMS. ROE: In May."


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Good day => ROE", "right"),
        ("Good day => Poe|Roe", "right"),
        ("Good day => Poe", "wrong"),
        ("Who pays => ROE", "missing"),
        ("Who pays => -", "right"),
        ("(Laughter.) => apart", "right"),
        ("We do. => apart", "wrong"),
        ("Nobody said this => ROE", "missing"),
        ("ROE role => mayor", "missing"),
        ("Q nobody", "right"),
        ("ROE nobody", "wrong"),
    ],
)
def test_an_answer_is_judged(line: str, told: str) -> None:
    """By the person, without regard to capitals; a gap is no error."""
    (outcome,) = judge_case(Case("a.txt", TEXT, (read_answer(line),)))
    assert outcome.told == told


def test_every_answer_stands_in_its_text() -> None:
    """Words that are asked for are in the text, and each case asks for several turns."""
    for case in list_cases():
        turns = [answer for answer in case.answers if answer.kind in ("turn", "apart")]
        assert len(turns) >= 3
        bare = case.text.replace("\n", " ").replace("**", "")
        assert not [answer.words for answer in turns if answer.words not in bare and not case.name.endswith("vtt")]


def test_the_counts() -> None:
    """Right, wrong and missing."""
    rows = [next(judge_case(Case("a.txt", TEXT, (Answer("turn", "We do", (who,)),)))) for who in ("ROE", "Poe", "-")]
    assert count("a.txt", rows).split() == ["a.txt", "1", "right", "2", "wrong", "0", "missing"]
