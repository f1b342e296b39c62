"""The comparison of cleaned pages with gold lines counts characters, and tells what is wrong and why."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.boilerplate import compare, half_of, load, measure, precision_recall_f

TEXT = "menu\nThe harbour opens.\nlinks"


def test_characters_are_counted_by_line() -> None:
    """Kept lines of the article are right, kept chrome is extra, cut lines are lost; each wrong line has its reason."""
    reasons = [None] * 5 + ["after the end"] * (len(TEXT) - 5)
    score = compare("p", TEXT, [("menu", 0), ("The harbour opens.", 1), ("links", 0)], reasons, bytes(len(TEXT)))
    assert (score.right, score.extra, score.lost) == (0, 4, 18)
    assert [(w.kept, w.line, w.reason) for w in score.wrong] == [
        (True, "menu", None),
        (False, "The harbour opens.", "after the end"),
    ]


def test_labels_are_counted_apart() -> None:
    """A title that the gold leaves out is extra, and told as a label."""
    score = compare("p", TEXT, [("menu", 0)], [None] * len(TEXT), b"\1" * 4 + bytes(25))
    assert (score.extra, score.labelled) == (4, 4)


def test_lines_that_are_not_there_are_lost() -> None:
    """A line of the article that the text lacks counts against recall."""
    score = compare("p", TEXT, [("The bridge opens.", 1)], [None] * len(TEXT), bytes(len(TEXT)))
    assert (score.right, score.lost) == (0, 17)


def test_precision_recall_and_f() -> None:
    """Over all characters of all pages."""
    reasons = [None] * len(TEXT)
    one = compare("p", TEXT, [("menu", 0), ("The harbour opens.", 1)], reasons, bytes(len(TEXT)))
    assert precision_recall_f([one, one]) == pytest.approx((18 / 22, 1, 36 / 40))
    assert precision_recall_f([]) == (0, 0, 0)


def test_a_page_is_cleaned_and_compared(tmp_path: Path) -> None:
    """From a packed gold file to the score of a page."""
    lines: list[Any] = [["The harbour of Westport opens again on Monday, the mayor said.", 1], ["Share on Facebook", 0]]
    page = {"id": "one", "full_text": "\n\n".join(line for line, _ in lines), "lines": lines}
    (tmp_path / "gold.jsonl.gz").write_bytes(gzip.compress(json.dumps(page).encode()))
    (score,) = map(measure, load(tmp_path / "gold.jsonl.gz"))
    assert (score.extra, score.lost, score.wrong) == (0, 0, ())
    assert half_of("one") in (0, 1)
