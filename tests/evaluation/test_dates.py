"""The measure of dates: what is found, lost, stray; right, open and wrong."""

import json
from pathlib import Path

import pytest

from evaluation.dates import main

TEXT = "The club met on Thursday in the hall. It will build a pier in 2030, and paint it in 2031."


def test_both_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What stands behind the last annotated expression counts in the first row only; mistakes are written out."""
    timex = [
        {"start": 16, "end": 24, "type": "DATE", "value": "2022-01-05"},
        {"start": 62, "end": 66, "type": "DATE", "value": "2030"},
    ]
    gold, out = tmp_path / "gold.jsonl", tmp_path / "out.json"
    gold.write_text(json.dumps({"id": "a", "text": TEXT, "dct": "2022-01-07", "timex": timex}), encoding="utf-8")
    main([str(gold), str(out)])
    whole, annotated = capsys.readouterr().out.splitlines()
    assert "P 0.667  R 1.000  value right 0.500  open 0  wrong 1  wrong year 0 of 2" in whole
    assert "P 1.000  R 1.000" in annotated
    assert [kind for kind, _ in json.loads(out.read_text(encoding="utf-8"))] == ["wrong", "stray"]
