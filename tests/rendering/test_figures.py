"""The strip of dates."""

import xml.etree.ElementTree as ET

import pytest

from generator.rendering.figures import Tick, draw_strip
from generator.rendering.markup import Markdown

SVG = "{http://www.w3.org/2000/svg}"


def draw(*dates: tuple[int, int | None], href: str | None = None) -> ET.Element:
    figure = draw_strip([Tick(y, m, Markdown(href) if href else None) for y, m in dates], "Dates")
    assert figure is not None
    return ET.fromstring(figure)


@pytest.mark.parametrize(
    ("dates", "labels"),
    [
        ([(2022, 1), (2022, 3), (2022, 3)], ["January 2022: 1", "March 2022: 2"]),
        ([(2022, 1), (2022, None)], ["2022: 2"]),
        ([(1990, 5), (2022, 1)], ["1990: 1", "2022: 1"]),
        ([(1800, 5), (2022, 1)], ["1800–1809: 1", "2020–2029: 1"]),
        ([(100, 1), (2022, 1)], ["0100–0199: 1", "2000–2099: 1"]),
    ],
)
def test_the_smallest_unit_that_fits_is_taken(dates: list[tuple[int, int | None]], labels: list[str]) -> None:
    """Months for a few years, then years, decades, centuries; a date without a month makes it years."""
    assert [title.text for title in draw(*dates).iterfind(".//rect/title")] == labels


def test_bars_lead_to_their_dates() -> None:
    """A bar is a link where there is an address, with a name that is read aloud."""
    figure = draw((2022, 1), (2022, 2), href="#y2022")
    assert [(a.get("href"), a.get("aria-label")) for a in figure.iter("a")] == [
        ("#y2022", "January 2022: 1"),
        ("#y2022", "February 2022: 1"),
    ]
    assert not list(draw((2022, 1), (2022, 2)).iter("a"))


def test_the_figure_says_what_it_shows() -> None:
    """A title and a description stand in the figure and are named by it."""
    figure = draw((2022, 1), (2022, 2))
    svg = figure.find("svg")
    assert svg is not None
    ids = {element.get("id"): element.text for element in svg}
    assert [ids[name] for name in str(svg.get("aria-labelledby")).split()] == [
        "Dates",
        "2 dates from January 2022 to February 2022; most in one month: 1.",
    ]


def test_fewer_than_two_dates_are_no_figure() -> None:
    """One bar says nothing."""
    assert draw_strip([Tick(2022, 1, None)], "Dates") is None
