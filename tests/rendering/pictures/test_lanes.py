"""Several things over the same time, and bars one below the other."""

import xml.etree.ElementTree as ET

import pytest

from generator.rendering.markup import Markdown
from generator.rendering.pictures.arcs import Node, draw_together
from generator.rendering.pictures.lanes import Dot, Lane, draw_lanes
from generator.rendering.pictures.rows import Row, draw_rows
from generator.rendering.readable import first_day


def lane(name: str, *dates: str) -> Lane:
    days = [day for text in dates if (day := first_day(text))]
    dots = [Dot(day, Markdown(f"#s{at}"), Markdown("#day")) for at, day in enumerate(days, 1)]
    return Lane(name, Markdown(f"{name}.html"), tuple(dots))


def root(picture: Markdown | None) -> ET.Element:
    assert picture is not None
    return ET.fromstring(picture)


def test_each_lane_has_a_mark_for_each_time_with_something() -> None:
    """A mark leads to the one thing of its time, or to where the first of several stands among the others."""
    figure = root(draw_lanes([lane("ada", "2022-01", "2022-03"), lane("bo", "2022-03", "2022-03")], "All", "event"))
    marks = [(a.findtext("title"), a.get("href")) for a in figure.iterfind("svg/a") if a.get("tabindex")]
    assert marks == [("ada, January 2022: 1", "#s1"), ("ada, March 2022: 1", "#s2"), ("bo, March 2022: 2", "#day")]


def test_the_keyboard_passes_names_and_table_only() -> None:
    """The links of the marks stand in the table once more, row by row."""
    figure = root(draw_lanes([lane("ada", "2022-01"), lane("bo", "2022-03")], "All", "event"))
    assert [a.get("href") for a in figure.iterfind("svg/a") if not a.get("tabindex")] == ["ada.html", "bo.html"]
    links = [a.get("href") for a in figure.iterfind(".//tbody//a")]
    assert links == ["ada.html", "#s1", "bo.html", "#s1"]


def test_lanes_are_bounded() -> None:
    """At most twelve lanes of 36 steps; what lies outside is counted, a lane without anything is left out."""
    days = [f"{1900 + year}-01-01" for year in range(100)]
    figure = root(draw_lanes([lane("empty"), *(lane(f"n{at}", *days) for at in range(30))], "All", "event"))
    names = [text.text for text in figure.iterfind(".//svg/a/text")]
    assert names == [f"n{at}" for at in range(12)]
    assert len(figure.findall(".//circle")) <= 12 * 36


def test_who_has_something_outside_only_is_named_and_has_no_empty_lane() -> None:
    """An empty lane would say that there is nothing of him; one with a part inside keeps its lane."""
    within = [f"2019-{month:02d}" for month in range(1, 9)]
    lanes = [
        lane("ada", *within),
        lane("old, dead", "1901-05"),
        lane("gone", "1901-06"),
        lane("bo", "2019-02", "1901-05"),
    ]
    figure = root(draw_lanes(lanes, "All", "event"))
    assert [text.text for text in figure.iterfind(".//svg/a/text")] == ["ada", "bo"]
    assert [row.findtext("th/a") for row in figure.iterfind(".//tbody/tr")] == ["ada", "bo"]
    caption = figure.findtext("figcaption") or ""
    assert caption.endswith("Not drawn: 3 events before, after or less exact. Only outside this time: old, dead; gone.")
    assert draw_lanes([lane("ada", *within), lane("old", "1901-05")], "All", "event") is None


@pytest.mark.parametrize("lanes", [[], [lane("a", "2022-01", "2022-02")], [lane("a", "2022"), lane("b", "2022")]])
def test_one_lane_or_one_time_is_no_picture(lanes: list[Lane]) -> None:
    """There would be nothing to compare."""
    assert draw_lanes(lanes, "All", "event") is None


def test_those_with_most_in_common_stand_next_to_each_other() -> None:
    """The order follows the ties, the same in each run; no tie is no picture."""
    nodes = [Node(name, name, Markdown("person"), Markdown(f"{name}.html"), 3) for name in "abcd"]
    figure = root(draw_together(nodes, {("a", "d"): 5, ("b", "d"): 3, ("c", "x"): 9}, "Together"))
    names = [text.findtext("tspan") for text in figure.iterfind(".//svg/a/text")]
    assert names == ["a", "d", "b", "c"]
    assert len(figure.findall(".//path")) == 2
    assert draw_together(nodes, {}, "Together") is None


def test_bars_stand_by_size_and_an_image_has_no_links() -> None:
    """What holds links is a group, as a screen reader enters no image."""
    figure = root(draw_rows([Row("few", 1, None), Row("many", 4, None)], "Origins", "Origin", "briefs"))
    assert [row.findtext("th") for row in figure.iterfind(".//tbody/tr")] == ["many", "few"]
    assert [rect.get("width") for rect in figure.iter("rect")] == ["720.0", "180.0"]
    svg = figure.find("svg")
    assert svg is not None and svg.get("role") == "img"
    linked = root(draw_rows([Row("a", 1, Markdown("a.html")), Row("b", 1, None)], "Origins", "Origin", "briefs"))
    svg = linked.find("svg")
    assert svg is not None and svg.get("role") == "group"
    assert draw_rows([Row("one", 4, None)], "Origins", "Origin", "briefs") is None
