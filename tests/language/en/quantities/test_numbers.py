"""The numbers of a text with their values."""

import pytest

from generator.language.en.quantities.numbers import find_numbers
from generator.model import Span


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("126,000 cases and 1,234,567.5 tons", [("126,000", 126_000, None), ("1,234,567.5", 1_234_567.5, None)]),
        ("2.5 million, 3bn, €40m, £5k", [("2.5 million", 2.5e6, None), ("3bn", 3e9, None), ("40m", 4e7, None)]),
        ("twenty-five men", [("twenty-five", 25, None)]),
        ("one hundred and fifty, a hundred and one", [("one hundred and fifty", 150, None)]),
        ("half a million, a dozen", [("half a million", 500_000, None), ("a dozen", 12, None)]),
        ("three and a half million, 2½ acres", [("three and a half million", 3.5e6, None), ("2½", 2.5, None)]),
        ("20 to 30 men, 15-20 men", [("20 to 30", 20, 30), ("15-20", 15, 20)]),
        ("between 1.2 and 1.5 million", [("1.2 and 1.5 million", 1.2e6, 1.5e6)]),
        ("$1.2-1.5 billion", [("1.2-1.5 billion", 1.2e9, 1.5e9)]),
        ("$20-30m, Rs 5 cr", [("20-30m", 2e7, 3e7), ("5 cr", 5e7, None)]),
        ("2 lakh crore, 5m pounds", [("2 lakh crore", 2e12, None), ("5m", 5e6, None)]),
        ("RM5,000, Rs.500, R20bn", [("5,000", 5_000, None), ("500", 500, None), ("20bn", 2e10, None)]),
        ("RM500 or Rs.900", [("500", 500, None), ("900", 900, None)]),
        ("one or two men", [("one or two", 1, 2)]),
        ("5km away", [("5", 5, None)]),
    ],
)
def test_numbers_are_read(text: str, wanted: list[tuple[str, float, float | None]]) -> None:
    """Digits with commas, scales and fractions, words, and ranges, each with its value."""
    found = [(one.span.of(text), one.value, one.until) for one in find_numbers(text, Span(0, len(text)))]
    assert found[: len(wanted)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "several hundred men",
        "thousands",
        "the 20th century",
        "in the 1990s",
        "MH370",
        "the R20 road",
        "ARM5 chips",
        "F-16",
        "1.2.3",
        "10:30",
        "nobody",
    ],
)
def test_what_has_no_value_is_no_number(text: str) -> None:
    """Words of no certain value, ordinals, decades and parts of words are none; of a time only the hour is read."""
    assert not [one for one in find_numbers(text, Span(0, len(text))) if one.value != 10]


def test_two_numbers_that_fall_are_no_range() -> None:
    """A range rises, and "and" joins one only behind "between"."""
    text = "30 to 20 men, 20 and 30 men, from 20 to 30"
    assert [one.until for one in find_numbers(text, Span(0, len(text)))] == [None] * 6
