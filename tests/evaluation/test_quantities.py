"""The figures of sentences of this project's own: those that are wanted are found, and no others."""

import json
from collections import Counter
from pathlib import Path

import pytest

from evaluation.polarity import study
from evaluation.quantities import Case, list_cases, main, tell


def test_what_is_wanted_is_found_and_nothing_else() -> None:
    """All sentences in one text: each figure with its value, unit and what it counts; in the last section none."""
    cases = list(list_cases())
    found = study("\n\n".join(case.sentence for case in cases))
    assert Counter(tell(found)) == Counter(one for case in cases for one in case.wanted)
    assert any(case.section == "nothing" for case in cases)


def test_the_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The table counts by section, lists what is wrong and writes every row."""
    few = [next(list_cases()), Case("counts", ("12 hens = 12 of hens",), "She has 14 hens.")]
    monkeypatch.setattr("evaluation.quantities.list_cases", lambda: iter(few))
    assert main([str(tmp_path / "out.json")]) == 0
    printed = capsys.readouterr().out
    assert "12 hens = 12 of hens | 14 hens = 14 of hens | She has 14 hens." in printed
    assert "2 sentences, wanted    2, found    2, right    1" in printed
    assert len(json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))) == 2
