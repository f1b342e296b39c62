"""Dates of the body: the tense of the clause decides, and a quotation has a day of its own."""

import pytest

from generator.language.dates.finding import find_dates
from generator.language.en.pack import DATING
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


def test_a_weekday_stays_open_behind_days_that_have_it_too() -> None:
    """A late report may mean the Sunday of the festival; long after it, or of other weekdays, it does not."""
    assert values("From January 1 to 3 they sang. Roe sang on Sunday.")[-1] == ("Sunday", "2022-01-02")
    found = values("From December 23 to 26 they sang. Roe left on Sunday. Poe left on Tuesday.")
    assert found[1:] == [("Sunday", None), ("Tuesday", "2022-01-04")]
    assert values("From July 2 to 4 they sang. Roe left on Sunday.")[-1] == ("Sunday", "2022-01-02")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came in 1986. The following year he left.", "1987"),
        ("He came in 1986 and left two years later.", "1988"),
        ("In 2020, flu came to Tonga on October 22 and to Fiji on November 7.", None),
        ("Rates fell in 2020 and rose again last November.", "2021-11"),
        ("Rates fell in 2021 and rose on November 7.", "2021-11-07"),
        ("He asked where we are today.", None),
        ("She fell ill on March 3, 2020 and died the next day.", "2020-03-04"),
        ("She fell ill in March 2020 and died the next day.", None),
        ("She died the next day.", None),
        ("He came in 1986. He liked it. The following year he left.", None),
        ("Votes fell in 1986. They will rise at the end of the year.", None),
        ("Votes will rise at the end of the year.", "2022"),
    ],
)
def test_what_counts_from_a_date_told_before(text: str, expected: str | None) -> None:
    """It counts from the date before it in its sentence or the last one, where that is as exact as the unit."""
    assert values(text)[-1][1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor demanded that the talks in Bergen on June 2 be moved.", "2022-06-02"),
        ("The mayor urged the board to leave the port on June 2.", "2022-06-02"),
        ("The mayor asked the board to come on June 2.", "2022-06-02"),
        ("The board agreed to meet on June 2.", "2022-06-02"),
        ("The board promised to pay by June 2.", "2022-06-02"),
        ("The board called for talks on June 2.", "2022-06-02"),
        ("The board decided to close the port on December 2.", "2021-12-02"),
        ("The board decided to close the port on September 2.", None),
        ("The board managed to meet on June 2.", "2021-06-02"),
        ("The board came to meet him on June 2.", "2021-06-02"),
        ("The board asked whether he came on June 2.", "2021-06-02"),
        ("The board agreed on June 2.", "2021-06-02"),
        ("The mayor demanded that the board meet after it failed on June 2.", "2021-06-02"),
        ("The board agreed to meet on Thursday.", "2022-01-06"),
    ],
)
def test_what_was_demanded_or_planned_may_be_to_come(text: str, expected: str | None) -> None:
    """The past tense of a demand or plan says nothing of the year of what it is about."""
    assert [value for _, value in values(text)] == [expected]


def test_today_is_the_day_of_writing_where_something_happens() -> None:
    """ "Today" with a verb that tells of a deed is that day, whatever the tense; with a state it may mean nowadays."""
    assert values("The flight was delayed today.")[-1][1] == "2022-01-07"
    assert values("The club is one of many today.")[-1][1] is None


def test_the_line_that_dates_the_article() -> None:
    """A line above the text with the day of publication is a date of the article; a line with another day is not."""
    text = "January 7, 2022\nJanuary 3, 2022\nRents rose."
    blocks = (Block("dateline", Span(0, 15)), Block("dateline", Span(16, 31)), Block("paragraph", Span(32, 43)))
    document = Document("a", "a", "", text, blocks)
    (date,) = find_dates(document, [Span(32, 43)], "2022-01-07", DATING)
    assert (date.span, date.value, date.status) == (Span(0, 15), "2022-01-07", "stated")
    assert find_dates(document, [Span(32, 43)], None, DATING) == ()


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
    assert [d.span.of(text) for d in find_dates(document, [Span(0, 19)], None, DATING)] == ["2014"]
