"""The calendar files, opened by a library that reads them."""

import dataclasses
from datetime import date
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Ending, EventStatus, Library, Standing
from generator.rendering import render
from generator.rendering.ics import escape, fold
from tests.rendering.shelf import SETTINGS, Words, full_library


def calendar_of(library: Library, path: str = "timeline/events.ics", **options: str) -> list[Any]:
    """The events of one calendar file."""
    settings = dataclasses.replace(SETTINGS, **options)  # type: ignore[arg-type]
    files = {file.path: file.content for page in render(library, settings=settings) for file in page.files}
    return list(icalendar.Calendar.from_ical(files[path]).walk("VEVENT"))


def dated(value: str, status: EventStatus = "reported") -> Library:
    """A library whose first event has this date and status."""
    library = full_library()
    first = library.events[0]
    parts = tuple(dataclasses.replace(part, status=status) for part in first.parts)
    return dataclasses.replace(
        library, events=(dataclasses.replace(first, date=value, parts=parts), *library.events[1:])
    )


def test_a_span_of_days_ends_on_the_day_after() -> None:
    """Whole days; the end is exclusive, as the standard has it."""
    (event,) = calendar_of(full_library())
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2022, 1, 8), date(2022, 1, 14))
    (event,) = calendar_of(dated("2022-12-31"))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2022, 12, 31), date(2023, 1, 1))


def test_what_is_less_exact_than_a_day_stays_out() -> None:
    """A month, a year and an open end are no days of a calendar."""
    for value in ("2022-01", "2022", "2022-01-08/..", "2022-13-01"):
        files = [
            file.path
            for page in render(dated(value), settings=SETTINGS)
            for file in page.files
            if file.path.endswith(".ics")
        ]
        assert files == [], value


@pytest.mark.parametrize(
    "rule",
    [
        "next week, counted from the publication date",
        "weeks counted back from the publication date",
        "from Monday to the publication date",
        "from the publication date to Sunday",
    ],
)
def test_one_unknown_day_of_a_week_is_no_entry_and_no_day(rule: str) -> None:
    """ "Next week" means one day that the source does not say; a stated range stays."""
    library = full_library(Words(rule=rule))
    pages = list(render(library, settings=SETTINGS))
    assert [file.path for page in pages for file in page.files if file.path.endswith(".ics")] == []
    assert "timeline/days/2022-01-08.md" not in [page.path for page in pages]


def test_a_day_that_another_brief_gives_leads_to_its_title() -> None:
    """The line has no raw id, on a page or in a calendar file."""
    library = full_library(Words(title="The opening"))
    first = library.events[0]
    parts = (first.parts[0], dataclasses.replace(first.parts[1], date=None, known_from=("one",), rule="known from one"))
    library = dataclasses.replace(library, events=(dataclasses.replace(first, parts=parts), *library.events[1:]))
    (page,) = [page for page in render(library, settings=SETTINGS) if page.path == "events/opening.md"]
    assert "by [The opening](../briefs/one.md); not stated here" in page.markdown
    (event,) = calendar_of(library)
    assert "known from one" not in page.markdown + event["description"]
    assert "2022-01-08/2022-01-13 by another sentence; not stated here" in event["description"]


def test_a_bare_surname_is_a_line_of_the_index_only() -> None:
    """It leads to its sentence and names its brief."""
    library = full_library()
    entities = tuple(dataclasses.replace(e, is_partial=e.type == "Person") for e in library.entities)
    pages = {
        page.path: page.markdown for page in render(dataclasses.replace(library, entities=entities), settings=SETTINGS)
    }
    assert "people/the-person.md" not in pages
    assert "../briefs/one.md#s1" in pages["people/index.md"]


@pytest.mark.parametrize(
    ("status", "called"), [("announced", "TENTATIVE"), ("reported", "CONFIRMED"), ("cancelled", "CANCELLED")]
)
def test_the_status_is_that_of_the_sentences(status: EventStatus, called: str) -> None:
    """Announced, reported and cancelled have their words in a calendar."""
    (event,) = calendar_of(dated("2022-01-08", status))
    assert event["status"] == called


def test_words_and_place_come_out_as_they_stand_in_the_source() -> None:
    """Commas, semicolons, backslashes and line ends survive; the sentence stands in the description, with its place."""
    library = full_library(Words(place="Low; town, \\ East", title="One, two"))
    (event,) = calendar_of(library)
    assert event["location"] == "Low; town, \\ East"
    text = library.briefs[0].analysis.document.text
    assert library.briefs[0].analysis.sentences[0].of(text) in event["description"]
    assert "(One, two, sentence 1; date: year from the dateline)" in event["description"]


def test_a_file_is_the_same_at_any_time() -> None:
    """The stamp comes from the data, and the name of an event from its address."""
    (event,) = calendar_of(full_library())
    assert event["uid"] == "opening@briefs.briefs"
    assert event["summary"] == "Met the River Board in Lowtown"
    assert str(event.decoded("dtstamp")) == "2022-01-07 00:00:00+00:00"


def test_the_address_is_known_only_where_the_site_says_its_own() -> None:
    """With a site_url an event has the address of its page."""
    assert "url" not in calendar_of(full_library())[0]
    (event,) = calendar_of(full_library(), site_url="https://example.org/b/")
    assert event["url"] == "https://example.org/b/events/opening/"


def test_an_event_with_a_page_has_a_file_of_its_own() -> None:
    """It holds that event alone."""
    assert [event["uid"] for event in calendar_of(full_library(), "events/opening.ics")] == ["opening@briefs.briefs"]


@given(st.text(max_size=300))
def test_any_text_is_folded_by_octets_and_read_back(text: str) -> None:
    """No line is longer than 75 octets, none is cut inside a character, and the words come back."""
    line = fold("SUMMARY:" + escape("".join(c for c in text if c == "\n" or c.isprintable())))
    assert all(len(part.encode("utf-8", "replace")) <= 75 for part in line.split("\r\n"))
    assert line.replace("\r\n ", "").startswith("SUMMARY:")


def told(standing: Standing, ending: Ending | None = None) -> Library:
    """A library whose first event is told in this way."""
    library = full_library()
    first = library.events[0]
    parts = tuple(dataclasses.replace(part, standing=standing, ending=ending) for part in first.parts)
    event = dataclasses.replace(first, parts=parts, standing=standing, status="announced")
    return dataclasses.replace(library, events=(event, *library.events[1:]))


@pytest.mark.parametrize(
    ("standing", "tag"), [("possible", "possible"), ("demanded", "demanded"), ("conditional", "if …")]
)
def test_what_nobody_tells_to_be_is_in_no_calendar(standing: Standing, tag: str) -> None:
    """What is only possible or demanded has a tag on its page, no entry in a calendar file, no line on the timeline."""
    pages = {page.path: page for page in render(told(standing), settings=SETTINGS)}
    assert [file.path for page in pages.values() for file in page.files if file.path.endswith(".ics")] == []
    assert f'<span class="briefs-tag">{tag}</span>' in pages["events/opening.md"].markdown
    assert f"**Status:** {tag}" in pages["events/opening.md"].markdown
    assert "events/opening" not in pages["timeline/index.md"].markdown
    assert "Met the River Board" not in pages["timeline/index.md"].markdown


def test_hearsay_is_not_confirmed() -> None:
    """What is told by hearsay stands in the calendar as tentative."""
    (event,) = calendar_of(told("reported"))
    assert event["status"] == "TENTATIVE"


def test_a_demanded_cancellation_is_a_tag_and_no_status() -> None:
    """The event stays on its day, and its sentence says what is demanded."""
    library = told("asserted", Ending("cancelled", "demanded"))
    (event,) = calendar_of(library)
    assert event["status"] == "TENTATIVE"
    pages = {page.path: page.markdown for page in render(library, settings=SETTINGS)}
    assert '<span class="briefs-tag">cancellation demanded</span>' in pages["events/opening.md"]
