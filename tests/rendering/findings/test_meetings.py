"""Meetings: who met or will meet whom, where and when, in a brief and in the collection."""

import pytest

from generator.rendering import render
from generator.rendering.addresses import text_page
from generator.rendering.findings.gist import view_gist
from generator.rendering.findings.meetings import MeetingLine, list_meetings, show_meeting
from tests.rendering.findings.collection import catalog, catalog_of, collection
from tests.rendering.pages.test_pages import check_links
from tests.rendering.shelf import SETTINGS


def tell(line: MeetingLine) -> tuple[str, str, str, str, str]:
    """A line in words: when, who, how, whom, where."""
    when = line.event.reached.when
    who, whom = (", ".join(party.name for party in side) for side in (line.who, line.whom))
    places = ", ".join(place.text for place in line.event.places)
    return (when.datetime if when else "", who, line.joint, whom, places)


def test_a_brief_lists_its_meetings() -> None:
    """Those that were and those that are to come, with place and day; what was denied is none."""
    found = view_gist(catalog(), catalog().briefs["harbour"], text_page("harbour")).meetings.rows
    assert [tell(line) for line in found] == [
        ("2022-05-03", "Ann Bell", "met", "Max Poe", "Leeds"),
        ("2022-05-12", "Ann Bell", "to meet", "Max Poe", "Cork"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said on Monday that later meetings with Peru and Chile will follow.",
        "The meeting of the Security Council began in Geneva on Monday.",
        "Ann Bell attended the hearings of the Senate in Lima on Monday.",
        "Officials held a meeting with Max Poe on Monday. It will be followed by a meeting of the United Nations.",
    ],
)
def test_nobody_meets_whom_no_sentence_names_with_him(text: str) -> None:
    """One party and a place, or the partners of somebody else, are no meeting of two."""
    found = catalog_of({"one": f"# News of the day\n\n{text}\n"})
    rows = view_gist(found, found.briefs["one"], text_page("one")).meetings.rows
    assert [tell(line)[1:4] for line in rows] in ([], [("Officials", "met", "Max Poe")])


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Ann Bell held talks with Max Poe in Lima on Monday.", "Ann Bell", "Max Poe"),
        ("Talks between Peru and Chile began in Geneva on Monday.", "Peru, Chile", ""),
        ("Ann Bell visited Lima on Monday.", "Ann Bell", ""),
    ],
)
def test_both_sides_of_one_sentence_meet(text: str, who: str, whom: str) -> None:
    """Also those whom "between" joins; of a visit the place is enough."""
    found = catalog_of({"one": f"# News of the day\n\n{text}\n"})
    rows = view_gist(found, found.briefs["one"], text_page("one")).meetings.rows
    assert [(tell(line)[1], tell(line)[3]) for line in rows] == [(who, whom)]


def test_the_collection_lists_the_newest_first() -> None:
    """One line for each meeting, however many sentences tell it."""
    lines = [show_meeting(catalog(), event, "meetings/index.md") for event in list_meetings(catalog())]
    assert [tell(line)[0] for line in lines] == ["2022-05-12", "2022-05-03"]


def test_a_place_leads_to_its_meetings() -> None:
    """From the list by date to those of one place: who met whom in Leeds, and when."""
    pages = {page.path: page for page in render(collection(), settings=SETTINGS, links="markdown")}
    assert "[Leeds](by-place.md#in-leeds)" in pages["meetings/index.md"].markdown
    part = pages["meetings/by-place.md"].markdown.partition('id="in-leeds"')[2].partition("<h2")[0]
    assert "Max Poe" in part and 'datetime="2022-05-03"' in part and "2022-05-12" not in part
    assert 'href="meetings' not in part
    check_links(pages)


def test_long_lists_go_on_over_pages() -> None:
    """Both lists; a place leads to the page on which its meetings begin."""
    settings = SETTINGS.__class__(seeds=SETTINGS.seeds, index_split=1)
    pages = {page.path: page for page in render(collection(), settings=settings, links="markdown")}
    assert {"meetings/pages/2.md", "meetings/by-place/page-2.md"} <= set(pages)
    assert "(by-place/page-2.md#in-" in pages["meetings/index.md"].markdown
    check_links(pages)
