"""Days in scripts without capitals."""

import pytest

from generator.language.dates.scripts import EAST_ASIAN_DAY, may_stand_beside, read_east_asian, to_ascii_figures
from generator.language.wording import find_opening_date, read_day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2024年4月24日 08:15 | 来源：海港报", "2024-04-24"),
        ("二〇二四年十二月三十一日", "2024-12-31"),
        ("令和元年5月1日", "2019-05-01"),
        ("२४ अप्रैल २०२४", "2024-04-24"),
        ("نشر في: ٢٤ أبريل ٢٠٢٤ - 10:15", "2024-04-24"),
        ("24 كانون الثاني 2024", "2024-01-24"),
        ("Опубликовано 24 апреля 2024 г. в 10:15", "2024-04-24"),
        ("24 de abril de 2024 às 10h15", "2024-04-24"),
    ],
)
def test_a_line_is_dated_in_the_way_of_its_language(line: str, day: str) -> None:
    """Figures, months and order of the language; an hour or a label may stand beside the day."""
    found = find_opening_date(line)
    assert found is not None
    assert found.value == day


@pytest.mark.parametrize(
    "line",
    [
        "2024年4月24日，港口重新开放，市长说。",
        "24 апреля 2024 года мэр открыл гавань",
        "2024年2月31日",
        "24 رمضان 1445",
        "افتتح رئيس البلدية الميناء يوم 24 أبريل 2024 بعد شهور من الانتظار وسط حضور كبير",
    ],
)
def test_a_sentence_or_another_calendar_dates_no_line(line: str) -> None:
    """A line above an article is short and ends with no end mark; a Hijri day is no Gregorian one."""
    assert find_opening_date(line) is None


def test_a_field_is_read_in_the_figures_of_its_script() -> None:
    """The day of a change is none of publication."""
    assert read_day("٢٠٢٤-٠٤-٢٤") == "2024-04-24"
    assert read_day("2024年4月24日 10:15") == "2024-04-24"
    assert read_day("آخر تحديث: 24 أبريل 2024") is None


def test_figures_stay_in_their_places() -> None:
    """One character for one, so that places in the text stay right."""
    words = "في ٢٤ و۲۴ و२४"
    assert to_ascii_figures(words) == "في 24 و24 و24"


@pytest.mark.parametrize(("words", "day"), [("十月十日", "2024-10-10"), ("二月二十九日", "2024-02-29")])
def test_numerals_count(words: str, day: str) -> None:
    """Tens with and without a number before and behind."""
    match = EAST_ASIAN_DAY.fullmatch(f"2024年{words}")
    assert match is not None
    assert read_east_asian(match) == day


def test_many_letters_are_no_line() -> None:
    """Forty letters beside the day, and no more."""
    assert may_stand_beside("来源：海港报")
    assert not may_stand_beside("港" * 41)
