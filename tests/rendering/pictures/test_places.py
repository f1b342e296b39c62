"""Places on a map: what of the earth it shows, what stands on it, and that no name lies on another."""

import re
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest

from generator.rendering.markup import Markdown
from generator.rendering.pictures.land import Window, draw_land
from generator.rendering.pictures.places import Pin, choose_window, draw_places, find_crowds
from generator.text.wordlists import find_list

EARTH = Window(-169, 90, 2, 2, 720, 360)
"""All of it, half a degree a unit."""


def pin(name: str, latitude: float, longitude: float, count: int = 1, *, is_area: bool = False) -> Pin:
    return Pin(name, "city of Somewhere", latitude, longitude, count, Markdown(f"{name.lower()}.html"), is_area)


ATHENS, OSLO, SYDNEY = pin("Athens", 37.98, 23.73, 4), pin("Oslo", 59.91, 10.75), pin("Sydney", -33.87, 151.21, 2)
LIMA, NAIROBI = pin("Lima", -12.05, -77.04), pin("Nairobi", -1.28, 36.82)
SUVA, APIA = pin("Suva", -18.14, 178.44), pin("Apia", -13.83, -171.77)


def root(picture: Markdown | None) -> ET.Element:
    assert picture is not None
    return ET.fromstring(picture)


def rings(path: str) -> list[list[tuple[int, int]]]:
    """The corners of each part of a path of an SVG, as `draw_land` writes one."""
    found = []
    for start, steps in re.findall(r"M([^l]+)l([^z]+)z", path):
        numbers = [int(number) for number in re.findall(r"-?\d+", f"{start} {steps}")]
        x = y = 0
        ring = []
        for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + step_x, y + step_y
            ring.append((x, y))
        found.append(ring)
    return found


def is_land(window: Window, latitude: float, longitude: float) -> bool:
    """Whether a place lies inside what is drawn, by the rule that SVG fills by."""
    x, y = (2 * value for value in window.place(longitude, latitude))
    turns = 0
    for ring in rings(draw_land(window)):
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                turns += 1 if y2 > y1 else -1
    return turns != 0


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        (48, 2),
        (40, -100),
        (-25, 135),
        (66, -175),
        (66, 175),
        (70, -40),
        (-80, 0),
        (-72, 165),
        (-20, 47),
        (60, 100),
        (8, 0.5),
        (15, -15),
    ],
)
def test_land_is_land(latitude: float, longitude: float) -> None:
    """Far from a coast, on both sides of the 180th meridian, and at the pole."""
    assert is_land(EARTH, latitude, longitude)


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(0, -30), (30, -40), (0, 80), (-40, -120), (20, 178), (58, -178), (80, 170), (36, 18), (43, 34), (-60, 100)],
)
def test_sea_is_sea(latitude: float, longitude: float) -> None:
    """Oceans, the Mediterranean and the Black Sea."""
    assert not is_land(EARTH, latitude, longitude)


def test_the_land_is_small() -> None:
    """60 kB are packaged, and half of that stands on a page that shows the whole earth."""
    assert find_list("land.txt").stat().st_size <= 60_000
    assert len(draw_land(EARTH)) <= 30_000


@pytest.mark.parametrize(
    "pins",
    [
        [ATHENS],
        [ATHENS, OSLO],
        [SUVA, APIA],
        [SYDNEY, LIMA, NAIROBI],
        [pin("Pole", -90, 0), LIMA],
        [pin("Alert", 82.5, -62.3)],
    ],
)
def test_all_places_lie_on_their_map(pins: list[Pin]) -> None:
    """With room around them where the earth goes on; a degree is as long on the ground in both directions."""
    window = choose_window(pins)
    for one in pins:
        x, y = window.place(one.longitude, one.latitude)
        assert 0 <= x <= window.width
        assert 0 <= y <= window.height
    assert 300 <= window.height <= 500


@pytest.mark.parametrize(
    ("pins", "widest"),
    [
        ([ATHENS], 25),
        ([ATHENS, OSLO], 80),
        ([SUVA, APIA], 30),
        ([pin("Nome", 64.5, -165.4), pin("Anadyr", 64.7, 177.5)], 60),
    ],
)
def test_the_map_shows_what_there_is(pins: list[Pin], widest: float) -> None:
    """Two neighbours are no map of the earth, also where the 180th meridian lies between them."""
    west, _, east, _ = choose_window(pins).box
    assert east - west <= widest


def test_places_all_over_the_earth_have_all_of_it() -> None:
    """It is cut in the Bering Strait, where no land is cut in two."""
    west, south, east, north = choose_window([SYDNEY, LIMA, NAIROBI, pin("Honolulu", 21.3, -157.9)]).box
    assert (west, east) == (-169, 191)
    assert (south < -55, north > 75) == (True, True)


def test_the_earth_is_not_cut_through_a_place() -> None:
    """Where one lies at the Bering Strait, the cut is elsewhere."""
    samoa = pin("Pago Pago", -14.28, -170.7)
    window = choose_window([SYDNEY, LIMA, NAIROBI, samoa])
    x, _ = window.place(samoa.longitude, samoa.latitude)
    assert 10 < x < 710


def test_no_name_lies_on_another() -> None:
    """Of forty neighbours some have their name, none on a mark, a name or the edge; all are in the table."""
    pins = [pin(f"Middletown {at}", 48 + at % 7 / 3, 5 + at // 7 / 2, 40 - at) for at in range(40)]
    figure = root(draw_places(pins, "Places", "brief"))
    svg = figure.find("svg")
    assert svg is not None
    height = float(str(svg.get("viewBox")).split()[-1])
    names, circles = {}, {}
    for at, mark in enumerate(svg.findall("a")):
        (circle,) = mark.iter("circle")
        x, y, r = (float(circle.get(name, 0)) for name in ("cx", "cy", "r"))
        circles[at] = x - r, y - r, x + r, y + r
        for text in mark.iter("text"):
            x, y, width = float(text.get("x", 0)), float(text.get("y", 0)), len(text.text or "") * 6
            left = {"start": x, "end": x - width, "middle": x - width / 2}[text.get("text-anchor", "")]
            line = text.get("dominant-baseline", "")
            top = {"central": y - 6, "text-after-edge": y - 12, "text-before-edge": y}[line]
            names[at] = left, top, left + width, top + 12
    assert 3 <= len(names) < len(pins)
    assert all(
        left >= 0 and top >= 0 and right <= 720 and bottom <= height for left, top, right, bottom in names.values()
    )
    pairs = [(names[one], names[other]) for one, other in combinations(names, 2)]
    # So far from any other mark that nobody takes it for the name of that one.
    near = {at: (left - 5, top - 5, right + 5, bottom + 5) for at, (left, top, right, bottom) in circles.items()}
    pairs += [(name, circle) for one, name in names.items() for other, circle in near.items() if one != other]
    for one, other in pairs:
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    assert len(figure.findall(".//tbody/tr")) == 40


def test_what_most_briefs_name_has_its_name_first() -> None:
    """The name of the largest mark stands even in small letters before those of its neighbours stand in large ones."""
    around = [pin(f"Town {at}", 40 + 3 * (at % 3 - 1), 3 * (at // 3 - 1)) for at in range(9) if at != 4]
    names = [
        text.text for text in root(draw_places([*around, pin("Middle Kingdom", 40, 0, 20)], "P", "brief")).iter("text")
    ]
    assert names[0] == "Middle Kingdom"


def test_on_a_phone_fewer_names_are_shown() -> None:
    """A name that has room only in small letters says so; the others stand at either size."""
    crowded = [pin(f"Port {at}", 48 + at % 7, 5 + at // 7 * 1.5, 40 - at) for at in range(40)]
    names = [text.get("class") for text in root(draw_places(crowded, "Places", "brief")).iter("text")]
    assert "briefs-map-name" in names
    assert "briefs-map-name briefs-map-near" in names


def test_a_mark_leads_to_its_place_and_says_what_it_is() -> None:
    """The larger, the more briefs; a country is a ring; the keyboard finds the links in the table."""
    figure = root(draw_places([ATHENS, pin("Norway", 62, 10, 9, is_area=True)], "Places", "brief"))
    marks = figure.findall("svg/a")
    assert [(a.get("href"), a.get("tabindex"), a.findtext("title")) for a in marks] == [
        ("norway.html", "-1", "Norway, city of Somewhere: 9"),
        ("athens.html", "-1", "Athens, city of Somewhere: 4"),
    ]
    circles = [circle for a in marks for circle in a.iter("circle")]
    assert [circle.get("class") for circle in circles] == ["briefs-map-area", "briefs-map-dot"]
    assert float(circles[0].get("r", 0)) > float(circles[1].get("r", 0))
    assert [[cell.text or cell.findtext("a") for cell in row] for row in figure.iterfind(".//tbody/tr")] == [
        ["Norway", "city of Somewhere", "9"],
        ["Athens", "city of Somewhere", "4"],
    ]


def test_the_map_says_what_it_shows() -> None:
    """Title and description are named by it; what is not drawn is counted, and the data's makers are named."""
    pins = [pin(f"P{at}", at % 60, at, 1) for at in range(70)]
    figure = root(draw_places([pin("Top", 10, 10, 5), *pins], "Places", "brief"))
    svg = figure.find("svg")
    assert svg is not None
    words = {element.get("id"): element.text for element in svg}
    title, told = (str(words[name]) for name in str(svg.get("aria-labelledby")).split())
    assert title == "Places"
    assert told.startswith("60 places in a map from ")
    assert told.endswith("most: Top, 5. Not drawn: 11 more places with at most 1 brief.")
    caption = figure.findtext("figcaption") or ""
    assert "Natural Earth" in caption
    assert "GeoNames" in caption
    assert len(list(svg.iter("circle"))) == 60


def test_a_crowd_on_a_wide_map_has_a_map_of_its_own() -> None:
    """With the places of its region that the wide map has no room for; two regions at most, none on a narrow map."""
    europe = [pin(f"E{at}", 45 + at % 4, at, 5) for at in range(12)]
    asia = [pin(f"A{at}", 30 + at % 4, 100 + at, 5) for at in range(9)]
    south = [pin(f"S{at}", -30 + at % 3, 20 + at, 5) for at in range(8)]
    small = [pin(f"small {at}", 46, 3 + at / 10) for at in range(60)]
    crowds = [{one.name[0] for one in crowd} for crowd in find_crowds([LIMA, *europe, *asia, *south, *small])]
    assert crowds == [{"E", "s"}, {"A"}]
    assert list(find_crowds([*europe, *small])) == []
    assert list(find_crowds([LIMA, SYDNEY, NAIROBI, *europe[:4]])) == []
    assert list(find_crowds([])) == []


def test_no_place_is_no_map() -> None:
    """There is nothing to show."""
    assert draw_places([], "Places", "brief") is None


def test_few_briefs_make_no_large_mark() -> None:
    """A mark of three briefs is no larger where three are the most."""
    alone = root(draw_places([pin("Oslo", 60, 10, 3)], "Places", "brief")).find(".//circle")
    among = root(draw_places([pin("Oslo", 60, 10, 10)], "Places", "brief")).find(".//circle")
    assert alone is not None
    assert among is not None
    assert float(alone.get("r", 0)) < 8 < float(among.get("r", 0))
