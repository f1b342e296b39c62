"""The strip of dates."""

import xml.etree.ElementTree as ET

import pytest

from generator.rendering.markup import Markdown
from generator.rendering.pictures.strip import Tick, draw_strip
from generator.rendering.readable import first_day


def draw(*dates: str, href: str | None = None) -> ET.Element:
    figure = draw_strip(ticks(*dates, href=href), "Dates")
    assert figure is not None
    return ET.fromstring(figure)


def ticks(*dates: str, href: str | None = None) -> list[Tick]:
    days = [day for text in dates if (day := first_day(text))]
    return [Tick(day, Markdown(href) if href else None) for day in days]


@pytest.mark.parametrize(
    ("dates", "labels"),
    [
        (["2022-01-30", "2022-02-01", "2022-02-01"], ["30 January 2022: 1", "1 February 2022: 2"]),
        (["2022-01", "2022-03-01", "2022-03-09"], ["January 2022: 1", "March 2022: 2"]),
        (["2021-01-01", "2022"], ["2021: 1", "2022: 1"]),
        (["1990-05", "2022-01"], ["1990: 1", "2022: 1"]),
        (["1800-05", "2022-01"], ["1800–1809: 1", "2020–2029: 1"]),
        (["0100-01", "2022-01"], ["0100–0199: 1", "2000–2099: 1"]),
        (["2022-02-30", "2022-03-01"], ["February 2022: 1", "March 2022: 1"]),
    ],
)
def test_the_finest_unit_that_fits_is_taken(dates: list[str], labels: list[str]) -> None:
    """Days for some weeks, then months, years, decades, centuries; a date that is less exact makes it coarser."""
    assert [title.text for title in draw(*dates).iterfind(".//rect/title")] == labels


def test_one_old_date_does_not_flatten_the_others() -> None:
    """Up to one date of ten may lie outside the strip, and then the figure says how many do."""
    figure = draw("1700-01-01", *(f"2022-01-{day:02}" for day in range(1, 10)))
    assert len(list(figure.iter("rect"))) == 9
    assert figure.findtext("figcaption") == "Not drawn: 1 date before, after or less exact."


def test_bars_lead_to_their_dates() -> None:
    """A bar is a link where there is an address, with a name that is read aloud."""
    figure = draw("2022-01", "2022-02", href="#y2022")
    assert [(a.get("href"), a.get("aria-label")) for a in figure.iterfind("svg/a")] == [
        ("#y2022", "January 2022: 1"),
        ("#y2022", "February 2022: 1"),
    ]
    assert not list(draw("2022-01", "2022-02").iter("a"))


def test_the_figure_says_what_it_shows() -> None:
    """A title and a description stand in the figure and are named by it."""
    svg = draw("2022-01", "2022-02").find("svg")
    assert svg is not None
    words = {element.get("id"): element.text for element in svg}
    assert [words[name] for name in str(svg.get("aria-labelledby")).split()] == [
        "Dates",
        "2 dates from January 2022 to February 2022; most in one month: 1.",
    ]


def test_a_table_says_the_same() -> None:
    """Each bar is a row with its number, and with the briefs behind it, each once; empty bars are left out."""
    brief = ("A bridge opens", Markdown("a.html"))
    days = [first_day(text) for text in ("2022-01-05", "2022-03-01", "2022-03-09")]
    figure = draw_strip([Tick(day, Markdown("#s1"), brief) for day in days if day], "Mentions", "mention")
    assert figure is not None
    rows = [[cell.text for cell in row.iterfind(".//a")] for row in ET.fromstring(figure).iterfind(".//tbody/tr")]
    assert rows == [["January 2022", "A bridge opens"], ["March 2022", "A bridge opens"]]


@pytest.mark.parametrize("dates", [[], ["2022-01-07"], ["2022-01-07", "2022-01-07"], ["2022"]])
def test_fewer_than_two_bars_are_no_figure(dates: list[str]) -> None:
    """One bar says nothing."""
    assert draw_strip(ticks(*dates), "Dates") is None
