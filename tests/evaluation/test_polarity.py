"""What is published of sentences that deny, doubt, demand or ask, from the text to the finding."""

import json
from pathlib import Path

import pytest

from evaluation.polarity import Case, is_right, list_cases, main, study, tell

GAPS = {
    "NATO denies postponing summit in Geneva on May 5",
    "Will NATO cancel summit in Geneva on May 5?",
    "Will NATO postpone summit in Geneva on May 5?",
    "There will be no summit in Geneva on May 5.",
    "NATO did not attend the summit in Geneva on May 5.",
}
"""Sentences that the parse misreads: less is told of them, and nothing false."""


@pytest.mark.parametrize("told_of", list(list_cases()), ids=lambda one: one.sentence)
def test_nothing_denied_doubted_or_demanded_is_a_fact(told_of: Case) -> None:
    """Each sentence is told as it is meant, generated and by hand, for events, roles, claims and quotations."""
    told = tell(told_of.section, study(told_of.sentence))
    assert is_right(told_of, told) or (told_of.sentence in GAPS and told in ("-", "announced")), told


def test_the_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The table counts by section and writes every row."""
    few = [next(list_cases()), Case("roles", "-", "Tom Arden is the mayor of Leeds.")]
    monkeypatch.setattr("evaluation.polarity.list_cases", lambda: iter(few))
    assert main([str(tmp_path / "out.json")]) == 0
    assert "1 of    2 right" in capsys.readouterr().out
    rows = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [row["right"] for row in rows] == [True, False]
