"""Happenings: on which day, how they are told, and which dates are left."""

import pytest

from tests.analysis.articles import article

NAMES = {
    "Jane Roe": "p1", "Roe": "p1", "Max Poe": "p2", "Harbour Board": "o1", "NATO": "o2", "Foreign Ministry": "o3",
    "France": "l1", "Spain": "l2", "Brussels": "l3", "Geneva": "l4",
}  # fmt: skip
PUBLISHED = "2022-01-07"


def events(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None, str]]:
    """Each happening with its day and status."""
    story = article(text, NAMES)
    dates = story.dates(published)
    return [
        (e.kind or "", e.assumed if e.date is None else dates[e.date].value, e.status) for e in story.events(published)
    ]


def test_who_where_and_when() -> None:
    """Persons, organizations and countries take part; the place is where it happens."""
    (event,) = article("Jane Roe met the Harbour Board in Brussels on January 5.", NAMES).events(PUBLISHED)
    assert (set(event.participants), event.place) == ({"p1", "o1"}, "l3")
    assert event.trigger is not None
    assert {one.role for one in event.arguments} >= {"agent", "place"}


def test_each_happening_has_its_own_day() -> None:
    """Of several dates each dates what it hangs on; the day of saying dates no happening."""
    text = "It was reported on Thursday that Roe, who resigned in December, had met Max Poe on January 3."
    assert events(text) == [("resignation", "2021-12", "reported"), ("meeting", "2022-01-03", "reported")]
    assert events("“Roe met Max Poe on Monday,” NATO said on Thursday.") == [("meeting", "2022-01-03", "reported")]
    assert events("On Thursday, NATO said Roe had met Max Poe.") == [("meeting", None, "reported")]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They reached a deal after France began a war with Spain on Wednesday.", [None, "2022-01-05"]),
        ("Born in Brussels on June 23, 1941, Roe met Max Poe.", ["1941-06-23", None]),
        ("On Monday, 300 guests attended the wedding of Jane Roe.", ["2022-01-03"]),
        ("Thousands lined the streets for the wedding of Jane Roe on Monday.", ["2022-01-03"]),
        ("Nine workers were hurt on Monday by an explosion in Brussels.", ["2022-01-03"]),
        ("The blaze, which broke out on Monday, gutted a mill in Brussels.", ["2022-01-03"]),
        ("Two days of talks between France and Spain ended on Monday.", ["2022-01-03"]),
        ("Roe unveiled its budget for 2023.", [None]),
        ("Despite signs of recovery on Sunday, he died.", [None]),
        ("The next month, NATO nominated Max Poe as its chief.", [None]),
        ("Outbreaks were declared in France on May 3, Spain on May 5 and Geneva on May 9.", [None]),
    ],
)
def test_a_date_stands_in_one_clause(text: str, days: list[str | None]) -> None:
    """A date is of the clause in which it stands, of what people came for, and not of what a plan is for."""
    assert [day for _, day, _ in events(text)] == days


def test_the_day_of_a_birth_is_that_of_nothing_else() -> None:
    """However the parse reads the name behind "born"."""
    text = "Born Max Poe in Geneva, France on June 23, 1941, he took a pen name and met Jane Roe in his youth."
    assert ("meeting", "1941-06-23", "reported") not in events(text)
    assert ("meeting", None, "reported") in events(text)


def test_a_year_that_runs_leaves_open_whether_its_election_was() -> None:
    """ "The 2022 election", written in 2022, may be to come; one that is told as past was."""
    assert events("Jane Roe endorsed Max Poe for the 2022 election in France.") == [("election", None, "reported")]
    assert events("The 2022 election in France drew crowds.") == [("election", "2022", "reported")]


def test_a_happening_on_two_days_is_two() -> None:
    """Days that are joined are told one by one; of others the most exact counts."""
    assert [day for _, day, _ in events("Jane Roe met Max Poe on January 3 and January 5.")] == [
        "2022-01-03",
        "2022-01-05",
    ]
    assert [day for _, day, _ in events("Jane Roe met Max Poe on Monday in 2022.")] == ["2022-01-03"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Jane Roe met Max Poe on Thursday.", "reported"),
        ("Jane Roe will meet Max Poe on Thursday.", "announced"),
        ("Jane Roe meets Max Poe on January 20.", "announced"),
        ("Jane Roe and Max Poe are meeting in Geneva.", "under way"),
        ("Jane Roe is meeting Max Poe on January 20.", "announced"),
        ("NATO called off the summit on January 12.", "cancelled"),
        ("Roe will lead the delegation to the summit in Brussels.", "announced"),
        ("Roe will speak of the summit in Brussels.", "reported"),
        ("NATO postponed the summit until January 12.", "postponed"),
        ("The summit on January 12 will not take place.", "cancelled"),
    ],
)
def test_status(text: str, status: str) -> None:
    """What is told in the future tense or lies after the day of publication is announced."""
    assert [found for *_, found in events(text)] == [status]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Roe resigned on January 3.", "asserted"),
        ("Roe will resign on January 12.", "planned"),
        ("Roe threatened to resign on January 12.", "threatened"),
        ("NATO warned it would meet France on January 12.", "threatened"),
        ("NATO called for a summit in Brussels on January 12.", "demanded"),
        ("NATO demanded the resignation of Max Poe on January 3.", "demanded"),
        ("NATO could hold a summit in Brussels on January 12.", "possible"),
        ("The minister denied that a meeting took place in Brussels on January 3.", "denied"),
        ("Roe did not resign on January 3.", "denied"),
        ("Did NATO and France meet in Brussels on January 3?", "asked"),
        ("NATO would have met France in Brussels on January 3.", "counterfactual"),
        ("If NATO and France meet on January 12, Spain will come.", "conditional"),
        ("NATO and France reportedly met on January 3.", "reported"),
    ],
)
def test_standing(text: str, told: str) -> None:
    """How a happening is told stands beside it; what is denied or only asked about is kept and is no fact."""
    assert [event.standing for event in article(text, NAMES).events(PUBLISHED)] == [told]


def test_its_rules() -> None:
    """An event carries the rules of its trigger, of its standing where it is no fact, and of its day."""
    (event,) = article("Roe threatened to resign on January 12.", NAMES).events(PUBLISHED)
    assert event.rule == "resignation: verb; threatened: word over it; what the verb over the date leads to"


def test_a_calling_off_that_is_no_fact() -> None:
    """It stands beside the status."""
    (event,) = article("NATO must cancel the summit in Brussels on January 12.", NAMES).events(PUBLISHED)
    assert (event.status, event.ending and event.ending.standing) == ("announced", "demanded")


def test_the_day_of_publication_is_assumed_only_for_the_opening() -> None:
    """What a dated report opens with has its day, as uncertain; nothing else gets one."""
    text = "Jane Roe met Max Poe in Geneva. Roe resigned."
    assert events(text) == [("meeting", "2022-01-07~", "reported"), ("resignation", None, "reported")]
    assert events(text, None)[0][1] is None
    assert events(text, "2022-01")[0][1] is None
    (event, _) = article(text, NAMES).events(PUBLISHED)
    assert "newsroom" in event.rule


def test_what_nobody_in_particular_does_is_left_out() -> None:
    """ "You", "people" and "somebody" do it on no day and nowhere: no happening; on a day it is one."""
    assert events("People got to vote with stickers.") == []
    assert events("You give it to somebody you just met.") == []
    assert events("People protested in Geneva on January 3.") == [("protest", "2022-01-03", "reported")]


def test_what_tells_nothing_is_left_out() -> None:
    """A happening without day, place and anybody in it, of which nothing else is a part."""
    assert events("The mood after the vote was good.") == []
    (arrest, protest) = article("Police arrested two men during the protest.", NAMES).events(PUBLISHED)
    assert (arrest.within, protest.kind) == (1, "protest")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Rents have been low since 2014.", ["2014"]),
        ("Jane Roe met Max Poe on Thursday.", []),
        ("NATO said on Thursday that Roe met Max Poe on Monday.", []),
        ("NATO said on Thursday that all was well.", ["Thursday"]),
        ("GENEVA, January 7, 2022 (Xinhua) -- Jane Roe met Max Poe.", []),
    ],
)
def test_dates_that_are_left(text: str, left: list[str]) -> None:
    """A date on which no happening was found is a dated statement; the day of the report and of saying are none."""
    assert article(text, NAMES).dated(PUBLISHED) == left


def test_an_open_date_stays_with_its_happening() -> None:
    """Without a day of publication a weekday dates its happening, and stays open."""
    (event,) = article("Jane Roe met Max Poe on Thursday.", NAMES).events(None)
    assert event.date == 0
