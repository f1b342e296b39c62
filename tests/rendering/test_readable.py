"""Dates, figures and shortened texts for people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.readable import counted, date_in_words, first_day, listed, mark_date, shortened, show_date


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-01-07", "7 January 2022"),
        ("2022-01", "January 2022"),
        ("2022", "2022"),
        ("2021~", "about 2021"),
        ("2021-12?", "perhaps December 2021"),
        ("2021%", "perhaps about 2021"),
        ("2022-01-08/2022-01-13", "8–13 January 2022"),
        ("2022-01-28/2022-02-03", "28 January – 3 February 2022"),
        ("2021-12-30/2022-01-02", "30 December 2021 – 2 January 2022"),
        ("2021-11/2021-12", "November – December 2021"),
        ("2020/2022", "2020–2022"),
        ("2022-01-07/2022-01-07", "7 January 2022"),
        ("2022-01-08/..", "from 8 January 2022"),
        ("2022-13", "2022-13"),
    ],
)
def test_dates_are_written_as_people_write_them(edtf: str, words: str) -> None:
    """An interval names what its ends share once; a month that there is not stays as it is."""
    assert date_in_words(edtf) == words


def test_a_date_that_is_none_is_text() -> None:
    """Only EDTF is put in a page unescaped."""
    when = show_date("2022*<b>")
    assert when and "<" not in when.words + when.datetime and "*" not in when.words
    assert show_date(None) is None


@pytest.mark.parametrize("edtf", ["2022-01-08/2022-01-13", "2021~", "2021-12?", "soon"])
def test_only_a_date_of_html_is_a_time(edtf: str) -> None:
    """A range and a doubt stand as words: `datetime` of HTML has no form of them."""
    when, day = show_date(edtf), show_date("2021-12")
    assert when and day and when.datetime == "" and mark_date(when) == f'<span class="briefs-when">{when.words}</span>'
    assert mark_date(day) == '<time datetime="2021-12">December 2021</time>'


def test_a_date_begins_somewhere() -> None:
    """What a date is sorted by is its first day, as far as it is known."""
    day = first_day("2021-12/2022-01")
    assert day and (day.year, day.month, day.day) == (2021, 12, None)
    assert first_day("soon") is None and first_day(None) is None


def test_figures_agree_with_their_noun() -> None:
    """One is singular, none and many are plural, thousands have commas."""
    assert [counted(n, "brief") for n in (0, 1, 1234)] == ["0 briefs", "1 brief", "1,234 briefs"]
    assert counted(2, "person", "people") == "2 people"
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


@given(st.text(), st.integers(2, 50))
def test_shortened_texts_are_short(text: str, limit: int) -> None:
    """A text within the limit is unchanged; a longer one is its beginning, with an ellipsis."""
    short = shortened(text, limit)
    assert len(short) <= limit
    if len(text) <= limit:
        assert short == text
    elif short.endswith("…") and not text.endswith("…"):
        assert "".join(text.split()).startswith("".join(short[:-1].split()))
