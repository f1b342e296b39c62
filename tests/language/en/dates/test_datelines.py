"""Lines that say when, where and by whom."""

import pytest

from generator.language.en.dates.datelines import find_date_line
from generator.language.en.pages.bylines import find_byline, find_signature


@pytest.mark.parametrize(
    ("line", "value", "label"),
    [
        ("January 7, 2022", "2022-01-07", None),
        ("Published: Jan. 7, 2022 at 9:24 pm ET", "2022-01-07", "published"),
        ("| UPDATED: 10:43, Fri, Jan 7, 2022", "2022-01-07", "updated"),
        ("Last Updated: January 7, 2022, 10:30 am IST", "2022-01-07", "updated"),
        ("First published on 7 January 2022", "2022-01-07", "published"),
    ],
)
def test_a_date_line_is_a_date_and_nothing_else(line: str, value: str, label: str | None) -> None:
    """With what introduces it and the time of day; the place is that of the date alone."""
    found = find_date_line(line)
    assert found is not None
    assert (found.value, found.label) == (value, label)
    assert line[found.start : found.end].endswith("2022")


@pytest.mark.parametrize("line", ["January 7, 2022 was cold", "January 7", "He left on January 7, 2022", "2022", ""])
def test_prose_is_no_date_line(line: str) -> None:
    """Any other word makes it something else."""
    assert find_date_line(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("By Ann Lee and Bo van Ek, Staff Writers", ["Ann Lee", "Bo van Ek"]),
        ("Ann Lee, Staff Writer", ["Ann Lee"]),
        ("By ANN LEE Staff Writer", ["ANN LEE"]),
        ("Posted by Ann Lee on March 4, 2017, 9:48 PM CET", ["Ann Lee"]),
        ("Written by Ludwig van Beethoven", ["Ludwig van Beethoven"]),
        ("By Ann Lee, Bo Ek and Cy Dow", ["Ann Lee", "Bo Ek", "Cy Dow"]),
        ("By Ann Lee, Senior Staff Botanist, Soil, Water, and Air Project", ["Ann Lee"]),
    ],
)
def test_a_byline_names_people(line: str, names: list[str]) -> None:
    """The offices and the date do not belong to the names."""
    byline = find_byline(line)
    assert byline is not None
    assert [line[start:end] for start, end in byline.names] == names


@pytest.mark.parametrize("line", ["By Monday", "By the sea", "by accident", "By then Ann Lee had left the town.", "By"])
def test_other_lines_are_no_bylines(line: str) -> None:
    """What follows "by" must be a name."""
    assert find_byline(line) is None


def test_a_signature_ends_a_line() -> None:
    """Three dots, "reports", a name, and no more."""
    signature = find_signature("Ships are back….reports Westport Daily")
    assert signature is not None
    assert signature["name"] == "Westport Daily"
    assert find_signature("Ships are back, reports Westport Daily") is None
    assert find_signature("Ships are back….reports Westport Daily and others. No.") is None
