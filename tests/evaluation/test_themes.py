"""Themes beside gold: B-cubed, in which what is of one line is not counted."""

from pathlib import Path
from typing import Any

from evaluation.stories.__main__ import Place, read_gold, report, score_groups

GOLD = {"a": Place("flood"), "b": Place("flood"), "c": Place("trial", frozenset({"courts"}))}
GOLD["d"] = Place("appeal", frozenset({"courts"}))


def score(groups: dict[str, str]) -> tuple[float, float]:
    found = score_groups(groups, GOLD, list(groups), lambda name: GOLD[name])
    return round(found.precision, 3), round(found.recall, 3)


def test_score() -> None:
    """Stories found as they are score 1; a foreign brief costs precision, a lost one recall; one line costs nothing."""
    assert score({"a": "x", "b": "x", "c": "c", "d": "d"}) == (1.0, 1.0)
    assert score({"a": "x", "b": "b", "c": "c", "d": "d"}) == (1.0, 0.75)
    assert score({"a": "x", "b": "x", "c": "x", "d": "d"}) == (0.667, 1.0)
    assert score({"a": "x", "b": "x", "c": "y", "d": "y"}) == (1.0, 1.0)


def test_report(tmp_path: Path) -> None:
    """The table is read, themes are scored and related briefs counted."""
    table = tmp_path / "gold.tsv"
    table.write_text("# ids\na\tflood\nb\tflood\nc\t\tcourts\n", encoding="utf-8")
    gold = read_gold(table)
    assert gold["c"] == Place("c", frozenset({"courts"}))
    briefs: list[dict[str, Any]] = [{"id": name, "path": f"{name}.txt", "related": []} for name in "abc"]
    briefs[0]["related"] = [{"brief": "b"}, {"brief": "c"}]
    lines = list(report(gold, {"briefs": briefs, "themes": [{"id": "flood", "briefs": ["a", "b"]}]}))
    assert lines[0] == "themes, all briefs: B3 F 1.000 P 1.000 R 1.000 (3)"
    assert lines[1].endswith("(2)")
    assert lines[2] == "themes: 1; related, first 3: 1 of the same story, 0 of one line, 2"
