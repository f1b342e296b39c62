"""EDTF values and the days they cover."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.edtf import bounds, day_value, interval_value, is_edtf, month_value

D = datetime.date


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-01-07", D(2022, 1, 7), D(2022, 1, 7)),
        ("2024-02", D(2024, 2, 1), D(2024, 2, 29)),
        ("2021", D(2021, 1, 1), D(2021, 12, 31)),
        ("2022-01-08/2022-01-13", D(2022, 1, 8), D(2022, 1, 13)),
        ("2014/2016-05", D(2014, 1, 1), D(2016, 5, 31)),
    ],
)
def test_bounds(value: str, first: datetime.date, last: datetime.date) -> None:
    """A value covers all days from the first of its first part to the last of its last part."""
    assert bounds(value) == (first, last)


@pytest.mark.parametrize(
    "value",
    ["", "2021~", "2021?", "../2022", "2022-13", "2022-00", "2022-01-00", "2022-02-30", "2022/2021", "22-1-1", "0000"],
)
def test_no_bounds(value: str) -> None:
    """What is uncertain, open, in no order or no date has no bounds."""
    assert bounds(value) is None


@pytest.mark.parametrize("text", ["2022", "2022-01", "2022-01-07", "2021~", "2022-01-08/2022-01-13", "2022-01/.."])
def test_what_is_edtf(text: str) -> None:
    """A year, month or day, perhaps uncertain, or from one to another, perhaps open."""
    assert is_edtf(text)


@pytest.mark.parametrize("text", ["2022-13", "2022-02-30", "22-01-07", "January 7, 2022", "../2022", ""])
def test_what_is_no_edtf(text: str) -> None:
    """Days that the calendar does not have, and words."""
    assert not is_edtf(text)


def test_intervals_need_order() -> None:
    """An interval runs forward; of one day it is that day."""
    assert interval_value("2022-01-08", "2022-01-13") == "2022-01-08/2022-01-13"
    assert interval_value("2022-01-08", "2022-01-08") == "2022-01-08"
    assert interval_value("2022-01-13", "2022-01-08") is None


@settings(deadline=None)
@given(st.dates())
def test_values_read_back(day: datetime.date) -> None:
    """A day and a month, written as values, cover that day."""
    assert bounds(day_value(day)) == (day, day)
    month = bounds(month_value(day))
    assert month is not None and month[0] <= day <= month[1]
