"""Events: what happens on the days that a sentence names, with whom and where."""

import pytest

from tests.analysis.articles import article

NAMES = {
    "Jane Roe": "p1", "Roe": "p1", "Max Poe": "p2", "Harbour Board": "o1", "NATO": "o2", "Foreign Ministry": "o3",
    "France": "l1", "Spain": "l2", "Brussels": "l3", "Geneva": "l4",
}  # fmt: skip


def events(
    text: str, published: str | None = "2022-01-07"
) -> list[tuple[str | None, tuple[str, ...], str | None, str]]:
    story = article(text, NAMES)
    dates = story.dates(published)
    return [
        (None if e.date is None else dates[e.date].value, e.participants, e.place, e.status)
        for e in story.events(published)
    ]


def test_who_where_and_when() -> None:
    """Persons, organizations and countries take part; "in" leads to the place."""
    text = "Jane Roe will meet the Harbour Board in Brussels on January 12."
    assert events(text) == [("2022-01-12", ("p1", "o1"), "l3", "announced")]


def test_each_date_has_its_own_clause() -> None:
    """Several dates share a sentence between them."""
    text = (
        "The talks with France on January 10 will make way for a NATO meeting in Geneva on January 12 "
        "and a summit of Spain and the Harbour Board on January 13."
    )
    assert events(text) == [
        ("2022-01-10", ("l1",), None, "announced"),
        ("2022-01-12", ("o2",), "l4", "announced"),
        ("2022-01-13", ("l2", "o1"), None, "announced"),
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Jane Roe visited Brussels on Thursday.", "reported"),
        ("Jane Roe will visit Brussels on Thursday.", "announced"),
        ("Jane Roe arrives for the summit on January 20.", "announced"),
        ("Jane Roe left the summit on January 3.", "reported"),
    ],
)
def test_status(text: str, status: str) -> None:
    """What is told in the future tense or lies after the publication date is announced."""
    assert [found for *_, found in events(text)] == [status]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("GENEVA, January 7, 2022 — Jane Roe will meet Max Poe on January 12.", ["2022-01-12"]),
        ("GENEVA, Jan. 7, 2022 /PRNewswire/ -- The Harbour Board today met Max Poe.", ["2022-01-07"]),
        ("GENEVA, January 7, 2022 (Xinhua) -- Jane Roe met Max Poe.", []),
        ("In Geneva, on January 5, 2022, Jane Roe met Max Poe.", ["2022-01-05"]),
        ("Jane Roe met Max Poe in Geneva on January 7, 2022 -- a Friday.", ["2022-01-07"]),
    ],
)
def test_the_day_of_a_dispatch_is_no_event(text: str, days: list[str]) -> None:
    """The date in the head of a report says when it was written, not when something happened."""
    assert [found for found, *_ in events(text)] == days


def test_an_open_date_makes_an_open_event() -> None:
    """Without a publication date the event is told without a day."""
    assert events("Jane Roe met Max Poe on Thursday.", None) == [(None, ("p1", "p2"), None, "reported")]


def test_the_day_of_speaking_is_an_event_of_the_speaker() -> None:
    """A date beside the reporting verb dates the speaking; one in the words said dates what they tell of."""
    text = "Jane Roe said on Thursday that Max Poe will visit Brussels on January 12."
    assert events(text) == [
        ("2022-01-06", ("p1",), None, "reported"),
        ("2022-01-12", ("p2",), None, "announced"),
    ]
    assert events("“Max Poe will go on January 12,” the Foreign Ministry said on Thursday.") == [
        ("2022-01-12", ("p2",), None, "announced"),
        ("2022-01-06", ("o3",), None, "reported"),
    ]


def test_a_date_of_another_verb_does_not_date_the_saying() -> None:
    """A sentence that reports in passing still tells of what it tells."""
    text = "Jane Roe, who said that all was well, travelled to Brussels on Monday."
    assert events(text) == [("2022-01-03", ("p1",), "l3", "reported")]


def test_a_day_told_again_in_brackets_is_one_day() -> None:
    """The day of another time zone in brackets makes no second event."""
    text = "At 5:17 in the morning of Thursday (2017 Wednesday, UTC), an earthquake struck Spain."
    assert [event[0] for event in events(text)] == ["2022-01-06"]


def test_clauses_apart_lend_nobody() -> None:
    """Who is named in a clause of its own, behind "where" or "amid", takes no part."""
    text = "Jane Roe will hold talks next week in Geneva amid anger in Spain, where Max Poe lives."
    assert events(text) == [("2022-01-10/2022-01-16", ("p1",), "l4", "announced")]


def test_a_date_alone_is_no_event() -> None:
    """Without a happening and without anybody who acts, a date dates nothing."""
    assert events("Rents have been low since 2014.") == []


def test_undated_happenings_need_a_place_or_two_who_meet() -> None:
    """A meeting without a date counts where it has a place or names those who meet."""
    assert events("After the meeting in Brussels, Roe left.") == [(None, ("p1",), "l3", "reported")]
    assert events("The meeting between France and Spain was long.") == [(None, ("l1", "l2"), None, "reported")]
    assert events("The meeting was long.") == []


@pytest.mark.parametrize(
    ("text", "kind", "title", "status"),
    [
        ("The NATO meeting in Brussels will begin on January 12.", "meeting", "NATO meeting in Brussels", "announced"),
        ("Jane Roe left after the talks with France on January 3.", "meeting", "talks with France", "reported"),
        ("Jane Roe met Max Poe on Thursday in Geneva.", "meeting", "Jane Roe met Max Poe", "reported"),
        ("There will be no summit in Brussels on January 12.", "meeting", "summit in Brussels", "cancelled"),
        ("NATO postponed the summit in Brussels on January 12.", "meeting", "summit in Brussels", "postponed"),
        ("NATO canceled the summit in Brussels scheduled for January 5.", "meeting", "summit in Brussels", "cancelled"),
        ("NATO may cancel the summit in Brussels on January 5.", "meeting", "summit in Brussels", "reported"),
    ],
)  # fmt: skip
def test_what_it_is(text: str, kind: str, title: str, status: str) -> None:
    """The parse tells the happening that the date belongs to, its own words, and whether it was called off."""
    story = article(text, NAMES)
    (event,) = story.events("2022-01-07")
    assert event.title is not None
    assert (event.kind, event.title.of(text), event.status) == (kind, title, status)


def test_whose_it_is() -> None:
    """A body in the phrase that names the happening is its host; one in another clause is not."""
    (event,) = article("Max Poe will join the NATO meeting in Brussels on January 12.", NAMES).events("2022-01-07")
    assert (event.hosts, event.place) == (("o2",), "l3")
    assert set(event.participants) == {"p2", "o2"}
    (event,) = article("On January 11, Roe will meet Poe and prepare for the NATO meeting.", NAMES).events("2022-01-07")
    assert event.hosts == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("NATO cancelled the summit in Brussels on January 12.", ("cancelled", "asserted", None)),
        ("NATO called off the summit in Brussels on January 12.", ("cancelled", "asserted", None)),
        ("NATO decided to cancel the summit in Brussels on January 12.", ("cancelled", "asserted", None)),
        ("The summit in Brussels on January 12 will not take place.", ("cancelled", "asserted", None)),
        ("NATO defended its decision to cancel the summit on January 12.", ("cancelled", "asserted", None)),
        (
            "The court overturned the decision to cancel the summit in Brussels on January 12.",
            ("announced", "asserted", "denied"),
        ),
        ("Cancel the summit in Brussels on January 12!", ("announced", "asserted", "demanded")),
        ("NATO must cancel the summit in Brussels on January 12.", ("announced", "asserted", "demanded")),
        ("NATO refused to cancel the summit in Brussels on January 12.", ("announced", "asserted", "denied")),
        ("NATO denied that it cancelled the summit in Brussels on January 12.", ("announced", "asserted", "denied")),
        ("It is unclear whether NATO cancels the summit on January 12.", ("announced", "asserted", "asked")),
        ("Unless NATO cancels the summit on January 12, Roe will come.", ("announced", "asserted", "conditional")),
        ("Neither NATO nor France cancelled the summit on January 12.", ("announced", "asserted", "denied")),
        ("NATO will cancel the summit in Brussels on January 12.", ("announced", "asserted", "planned")),
        ("NATO allegedly cancelled the summit on January 12.", ("announced", "asserted", "reported")),
        ("NATO called for a summit in Brussels on January 12.", ("announced", "demanded", None)),
        ("NATO could hold a summit in Brussels on January 12.", ("announced", "possible", None)),
        ("The minister denied that a meeting took place in Brussels on January 3.", None),
        ("NATO and France did not meet in Brussels on January 3.", None),
        ("There was no meeting between NATO and France on January 3.", None),
        ("Did NATO and France meet in Brussels on January 3?", None),
        ("NATO would have met France in Brussels on January 3.", None),
        ("Roe did not resign on January 3.", None),
        ("Rebels say the attack in Brussels on January 3 did not take place.", None),
        ("The court stopped the party from holding a rally in Brussels on January 12.", None),
        ("Roe resigned on January 3.", ("reported", "asserted", None)),
        (
            "France made known its willingness to participate in a debate on January 12.",
            ("announced", "possible", None),
        ),
        ("France participated in a debate on January 3.", ("reported", "asserted", None)),
        ("France may participate in the debate on January 12.", ("announced", "asserted", None)),
        ("France is disinclined to hold a summit on January 12.", None),
        ("Protests were not reported in Brussels on January 3.", None),
        ("Protests were reported in Brussels on January 3.", ("reported", "asserted", None)),
        ("The attack in Brussels on January 3 was not reported.", ("reported", "asserted", None)),
    ],
)
def test_how_it_is_told(text: str, told: tuple[str, str, str | None] | None) -> None:
    """What is denied, asked or would have been is no event; a calling off that is no fact stands beside the status."""
    found = [(e.status, e.standing, e.ending and e.ending.standing) for e in article(text, NAMES).events("2022-01-07")]
    assert found == ([told] if told else [])


def test_who_did_not_come_takes_no_part() -> None:
    """The subject of what is denied is no participant, and the happening stays."""
    (event,) = article("Jane Roe did not attend the NATO summit in Brussels on January 3.", NAMES).events("2022-01-07")
    assert (event.status, set(event.participants)) == ("reported", {"o2"})
    (event,) = article("In an interview in Brussels on January 3, Roe did not name a date.", NAMES).events("2022-01-07")
    assert set(event.participants) == {"p1"}
    (event,) = article("The march on January 3 delayed the vote.", NAMES).events("2022-01-07")
    assert event.status == "reported"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jane Roe, first elected to Congress in 2016, left.", None),
        ("The party held its congress in Brussels on January 3.", "meeting"),
    ],
)
def test_a_body_is_no_meeting(text: str, kind: str | None) -> None:
    """A word that alone is the name of a body, such as "Congress", names no happening."""
    story = article(text, {**NAMES, "Congress": "o9"})
    assert [event.kind for event in story.events("2022-01-07")] == [kind]
