"""Words kept of a page are counted beside trafilatura's."""

from evaluation.pages import Row, measure, report

PAGE = (
    "<h1>Harbour opens</h1>" + "<p>The harbour of Westport will open again on Monday, the mayor said on Friday.</p>" * 3
)


def test_words_are_counted() -> None:
    """A page that is all article keeps what trafilatura extracts."""
    row = measure("a.html", f"<html><body><article>{PAGE}</article></body></html>".encode())
    assert row.both == row.extracted > 0


def test_the_table_ends_with_the_sum() -> None:
    """Parts are of all words."""
    assert list(report([Row("a", 10, 8, 8), Row("b", 10, 12, 9)]))[-1].split() == ["all", "20", "20", "0.850", "0.850"]
