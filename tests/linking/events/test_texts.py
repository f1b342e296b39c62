"""Whole texts, from their words to the events of the collection."""

from dataclasses import replace

import pytest

from generator.build import study as study_source
from generator.linking import link
from generator.model import Analysis, Source
from tests.test_laws import study

PLAN = (
    "Foreign Minister Ann Bell will meet President Tom Reed in Nairobi on January 12, 2022, her office said. "
    "A blast in Kampala on January 3, 2022 killed nine people."
)
AFTER = (
    "President Tom Reed met Ann Bell in Nairobi on January 12, 2022. Police arrested Jane Roe during the talks. "
    "An explosion in Kampala on January 3, 2022 killed eleven people."
)
OTHER = (
    "The meeting between Ann Bell and Tom Reed planned for January 12, 2022 in Nairobi was cancelled. "
    "Ann Bell met Jane Roe in Leeds on January 12, 2022."
)


def brief(name: str, text: str) -> Analysis:
    """A text as it is analysed."""
    analysis = study(text)
    return replace(analysis, document=replace(analysis.document, id=name, path=f"{name}.txt"))


def test_what_three_texts_tell() -> None:
    """Plan, report and cancellation are one meeting, with what happened during it; the dead are told by two numbers."""
    events = {event.id: event for event in link([brief("a", PLAN), brief("b", AFTER), brief("c", OTHER)]).events}
    met = events["2022-01-12-meeting-ann-bell-tom-reed"]
    assert {part.evidence.brief for part in met.parts} == {"a", "b", "c"}
    assert (met.status, met.place) == ("cancelled", "nairobi")
    assert [part.evidence.brief for part in events["2022-01-12-meeting-ann-bell-jane-roe"].parts] == ["c"]
    assert [event.within for event in events.values() if event.kind == "arrest"] == [met.id]
    (blast,) = (event for event in events.values() if event.kind == "accident")
    dead = [one.evidence[0].brief for one in blast.arguments if one.measure == "killed"]
    assert sorted(dead) == ["a", "b"]


# Text and day of publication of an announcement and of a report, and whether they tell of one event.
PAIRS = (
    (
        ("President Mira Vale will visit Kenya on March 3, 2022, her office announced on Monday.", "2022-02-28"),
        ("President Mira Vale visited Kenya on Thursday and opened a school in Nairobi.", "2022-03-04"),
        True,
    ),
    (
        ("The trial of former mayor Tom Reed will begin in Leeds on May 9, 2022, a court clerk said.", "2022-05-02"),
        ("Former mayor Tom Reed went on trial in Leeds on Monday. He denied all charges.", "2022-05-09"),
        True,
    ),
    (
        ("Hungary will hold a parliamentary election on April 3, 2022, President Ann Bell announced.", "2022-01-11"),
        ("Hungary held a parliamentary election on Sunday. Turnout was high.", "2022-04-04"),
        True,
    ),
    (
        (
            "Members of the Rail Workers Union will go on strike in Belgium on June 20, 2022, the union warned.",
            "2022-06-15",
        ),
        ("Members of the Rail Workers Union went on strike in Belgium on Monday, and no trains ran.", "2022-06-20"),
        True,
    ),
    (
        ("Leaders of France and Germany will hold a summit in Lisbon on July 7, 2022.", "2022-06-30"),
        ("The summit between France and Germany in Lisbon on Thursday ended without a deal.", "2022-07-08"),
        True,
    ),
    (
        ("President Mira Vale will visit Kenya on March 3, 2022, her office announced on Monday.", "2022-02-28"),
        ("Foreign Minister Jo Lund visited Kenya on Thursday and opened a school in Nairobi.", "2022-03-04"),
        False,
    ),
    (
        ("The trial of former mayor Tom Reed will begin in Leeds on May 9, 2022, a court clerk said.", "2022-05-02"),
        ("Singer Jane Roe went on trial in Leeds on Monday. She denied all charges.", "2022-05-09"),
        False,
    ),
    (
        ("Hungary will hold a parliamentary election on April 3, 2022, President Ann Bell announced.", "2022-01-11"),
        ("Serbia held a parliamentary election on Sunday. Turnout was high.", "2022-04-04"),
        False,
    ),
    (
        (
            "Members of the Rail Workers Union will go on strike in Belgium on June 20, 2022, the union warned.",
            "2022-06-15",
        ),
        ("Members of the Rail Workers Union went on strike in Belgium on Wednesday, and no trains ran.", "2022-06-29"),
        False,
    ),
    (
        ("Leaders of France and Germany will hold a summit in Lisbon on July 7, 2022.", "2022-06-30"),
        ("The summit between France and Spain in Madrid on Thursday ended without a deal.", "2022-07-08"),
        False,
    ),
)


@pytest.mark.parametrize(("announced", "reported", "is_one"), PAIRS)
def test_announced_and_reported(announced: tuple[str, str], reported: tuple[str, str], is_one: bool) -> None:
    """A visit, trial, election, strike and summit are one before and after; others, elsewhere or later are not."""
    found = [
        study_source(
            Source(f"{id_}.txt", id_, text.encode(), f"published: {day}".encode()), summary_sentences=1
        ).analysis
        for id_, (text, day) in (("a", announced), ("b", reported))
    ]
    events = link([analysis for analysis in found if analysis]).events
    assert any(len({part.evidence.brief for part in event.parts}) == 2 for event in events) == is_one
