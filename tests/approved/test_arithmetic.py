"""What a record may differ in where the network's arithmetic is another."""

import pytest

from tests.approved.conftest import count_changes


@pytest.mark.parametrize(
    ("known", "found", "lines"),
    [
        ("a\nb\n", "a\nb\n", 0),
        ("a\nb\n", "a\nc\n", 2),
        ("a\nb\n", "a\n", 1),
        ("a\nb\nc\n", "c\na\nb\n", 2),
        ("--\n++\n", "--\n", 1),
    ],
)
def test_changed_lines_are_counted(known: str, found: str, lines: int) -> None:
    """A line that is another counts twice, one more or one less once; where it stands is told too."""
    assert count_changes(known, found) == lines
