"""The day in a line above an article, whatever names and words stand beside it."""

import pytest

from generator.text.opening_dates import find_opening_date


@pytest.mark.parametrize(
    ("line", "value", "label"),
    [
        ("Ann Lee | Thursday, 4 March 2021 | 06:12 GMT", "2021-03-04", None),
        ("Posted on 4th March 2021 by Ann Lee", "2021-03-04", "published"),
        ("Published: Mar 04, 2021 06:12 AM IST | Updated: Mar 09, 2021 08:00 AM IST", "2021-03-04", "published"),
        ("Ann Lee, Westport | Updated: March 4, 2021 6:12:07 am", "2021-03-04", "updated"),
        ("24/03/2021", "2021-03-24", None),
    ],
)
def test_the_day_is_found(line: str, value: str, label: str | None) -> None:
    """With the word that says of what it is the day."""
    found = find_opening_date(line)
    assert found is not None
    assert (found.value, found.label) == (value, label)


@pytest.mark.parametrize(
    "line",
    [
        "The storm of 7 January 2022",
        "Lost cat found on March 8, 2021",
        "March 8, 2021 | March 9, 2021",
        "04/03/2021",
        "Monday",
        "Ann Lee " * 40 + "March 8, 2021",
    ],
)
def test_other_lines_give_no_day(line: str) -> None:
    """A happening, two days, figures that can be read two ways, and long lines."""
    assert find_opening_date(line) is None
