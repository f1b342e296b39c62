"""Full dates: one reading or none."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.en.dates.calendar import MONTHS, WEEKDAYS, parse_date, parse_stated

DAYS = st.dates(min_value=datetime.date(1000, 1, 1))


@given(DAYS, st.sampled_from(["%B {d}, %Y", "{d} %B %Y", "%A, %B {d}, %Y", "%b. {d}, %Y", "%a {d} %b %Y", "%Y-%m-%d"]))
def test_every_day_is_read_as_it_is_written(day: datetime.date, form: str) -> None:
    """In each of the usual forms, with or without its weekday."""
    assert parse_date(day.strftime(form.replace("%Y", f"{day.year:04}")).format(d=day.day)) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("January 7th, 2022", "2022-01-07"),
        ("the 7th of January 2022", None),
        ("7th of January, 2022", "2022-01-07"),
        ("2022-01-07T10:30:00Z", "2022-01-07"),
        ("Friday, January 7, 2022\u00a0", "2022-01-07"),
        ("Monday, January 7, 2022", None),
        ("February 30, 2022", None),
        ("01/07/2022", None),
        ("January 2022", None),
        ("January 7", None),
        ("January 7, 2022 was cold", None),
    ],
)
def test_parse_date(text: str, edtf: str | None) -> None:
    """A text that is more or less than one full date, or contradicts itself, is none."""
    assert parse_date(text) == edtf


@pytest.mark.parametrize("text", ["2022", "2022-01", "2022-01-07", "2021~", "2022-01-08/2022-01-13", "2022-01/.."])
def test_edtf_stays_as_it_is(text: str) -> None:
    """Whoever writes EDTF means it."""
    assert parse_stated(text) == text


@pytest.mark.parametrize("text", ["2022-13", "2022-02-30", "22-01-07", "yesterday", ""])
def test_what_is_no_date_is_none(text: str) -> None:
    """Days that the calendar does not have, and other words."""
    assert parse_stated(text) is None


def test_the_tables_agree_with_the_calendar() -> None:
    """January is 1, and Monday is 0."""
    assert (MONTHS["january"], MONTHS["sept"], MONTHS["dec"]) == (1, 9, 12)
    assert (WEEKDAYS["monday"], WEEKDAYS["sun"]) == (0, 6)
