"""Dates of the body: the tense of the clause decides, and a quotation has a day of its own."""

import pytest

from generator.analysis.dates import find_dates
from generator.model import Block, Document, Span
from tests.analysis.articles import article


def values(text: str, published: str | None = "2022-01-07") -> list[tuple[str, str | None]]:
    story = article(text)
    return [(date.span.of(text), date.value) for date in story.dates(published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said on Thursday that rents will rise.", "2022-01-06"),
        ("The mayor said rents will rise on Thursday.", "2022-01-13"),
        ("On Thursday, the council will vote.", "2022-01-13"),
        ("On Thursday the council voted.", "2022-01-06"),
        ("The vote will be held on Thursday.", "2022-01-13"),
        ("The vote was held on Thursday.", "2022-01-06"),
        ("The council is to meet on Thursday.", "2022-01-13"),
        ("The council is scheduled to meet on Thursday.", "2022-01-13"),
        ("The council has met on Thursday.", "2022-01-06"),
        ("Leaders won't travel on Thursday.", "2022-01-13"),
        ("Leaders won’t travel on Thursday.", "2022-01-13"),
        ("The party won the vote on Thursday.", "2022-01-06"),
        ("The council, Mayor Roe on Thursday, asserted, is broke.", "2022-01-06"),
    ],
)
def test_the_tense_of_the_clause_settles_a_weekday(text: str, expected: str) -> None:
    """The nearest verb before the weekday counts, or else the first one after it."""
    assert [value for _, value in values(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The council would meet on Thursday.",
        "The vote was scheduled for Thursday.",
        "The proposed vote on Thursday.",
        "The council meets on Thursday.",
        "Talks planned for Thursday collapsed.",
    ],
)
def test_a_clause_that_does_not_say_when_leaves_the_weekday_open(text: str) -> None:
    """A planned or possible day may lie before or after the day of writing."""
    assert [value for _, value in values(text)] == [None]


def test_today_in_a_quotation_stays_open() -> None:
    """ "Today" in somebody's words is the day of speaking, which the text does not state; outside it is resolved."""
    found = values("“We voted today,” the mayor said today.")
    assert found == [("today", None), ("today", "2022-01-07")]


def test_a_month_that_the_text_states_of_another_year_stays_open() -> None:
    """The year of publication is a guess where the text tells of the same month of another year only."""
    found = values("They sailed from July 13 to 17. The journey in July 2018 was long. It ended on August 2.")
    assert [value for _, value in found] == [None, "2018-07", "2021-08-02"]


def test_without_publication_date_nothing_is_invented() -> None:
    """Only dates stated in full have a value then; the others say why they have none."""
    story = article("He came on Wednesday in December and left on 3 March 2020.")
    dates = story.dates(None)
    assert [date.value for date in dates] == [None, None, "2020-03-03"]
    assert {date.rule for date in dates} == {"no publication date is stated", "as stated"}


def test_only_sentences_count() -> None:
    """A date outside the sentences given, as in site chrome, is not found."""
    text = "Rents rose in 2014.\nNovember 2024"
    document = Document("a", "a", "", text, (Block("paragraph", Span(0, 19)), Block("boilerplate", Span(20, 33))))
    assert [d.span.of(text) for d in find_dates(document, [Span(0, 19)], None)] == ["2014"]
