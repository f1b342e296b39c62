"""Whole texts, from their words to the events of the collection."""

from dataclasses import replace

from generator.linking import link
from generator.model import Analysis
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
