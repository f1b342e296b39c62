"""Lines that say when, where and by whom."""

import pytest

from generator.text.bylines import find_byline, find_signature
from generator.text.datelines import find_date_line, find_lead


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
    ("text", "place", "date", "agency"),
    [
        ("GENEVA, Jan. 7 (Xinhua) -- The talks", "GENEVA", "Jan. 7", "Xinhua"),
        ("LONDON (Reuters) - Shares", "LONDON", None, "Reuters"),
        ("(Reuters) — Shares", None, None, "Reuters"),
        ("New Delhi [India], January 7 (ANI): The talks", "New Delhi", "January 7", "ANI"),
        ("Paris, France, 7 January — The talks", "Paris, France", "7 January", None),
    ],
)
def test_a_report_opens_with_place_date_and_agency(text: str, place: str, date: str, agency: str) -> None:
    """Each of them can be missing, but not both date and agency."""
    lead = find_lead(text)
    assert lead is not None
    assert (lead["place"], lead["date"], lead["agency"]) == (place, date, agency)


@pytest.mark.parametrize(
    "text", ["Moscow – the capital", "The EU (European Union) - that is", "Ann (38) - the mayor", "A"]
)
def test_a_dash_alone_is_no_opening(text: str) -> None:
    """Without a date or a known agency it is a sentence."""
    assert find_lead(text) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("By Ann Lee and Bo van Ek, Staff Writers", ["Ann Lee", "Bo van Ek"]),
        ("Ann Lee, Staff Writer", ["Ann Lee"]),
        ("By ANN LEE Staff Writer", ["ANN LEE"]),
        ("Posted by Ann Lee on November 19, 2019, 6:21 AM EST", ["Ann Lee"]),
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
