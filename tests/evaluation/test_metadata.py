"""Title and day of publication of pages in many layouts, and how answers are compared."""

from pathlib import Path

import pytest

from evaluation.metadata import Answer, ask, load, report

PAGES = list(load(Path(__file__).parents[1] / "fixtures" / "metadata" / "pages.yml"))


@pytest.mark.parametrize(("record", "content"), PAGES, ids=[record["name"] for record, _ in PAGES])
def test_title_and_day_are_as_stated(record: dict[str, str], content: bytes) -> None:
    """Where the source states no day, none is given."""
    answer = next(ask(record, content))
    assert (answer.title, answer.date) == (record["title"], str(record["date"]) if record["date"] else None)


def test_answers_are_compared_by_words_and_days() -> None:
    """Marks and case of a title do not matter; a day that is missing is not wrong."""
    answers = [
        Answer("a.txt", "briefs", "Harbour: open!", None, "harbour open", "2021-03-04"),
        Answer("b.txt", "briefs", "School", "2021-03-05", "Harbour", "2021-03-04"),
    ]
    assert list(report(answers))[1].split() == ["briefs,", "dumps", "2", "1", "0", "1"]
