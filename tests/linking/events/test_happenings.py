"""Events across documents: joined by day and by what they share, never by an open date."""

from generator.linking import link
from generator.model import Event
from tests.linking.analyses import Names, make_analysis

NAMES: Names = [
    ("Person", "Mira Vale"),
    ("Person", "Tom Reed"),
    ("Place", "Ostrava"),
    ("Place", "France"),
    ("Place", "Spain"),
]
TEXT = "On Monday Mira Vale met Tom Reed in Ostrava. On Monday France and Spain looked on."
DAY = [("Monday", "2020-02-03")]


def tell(brief: str, people: tuple[str, ...], place: str | None = None, *, day: str | None = "2020-02-03") -> object:
    """A brief with one event of one day."""
    return make_analysis(brief, f"{TEXT} So {brief}.", NAMES, dates=[("Monday", day)], events=[(0, 0, people, place)])


def events_of(*briefs: object) -> tuple[Event, ...]:
    return link(briefs).events  # type: ignore[arg-type]


def test_two_shared_participants() -> None:
    """Two participants on the same day are one event, told by both briefs."""
    (event,) = events_of(tell("a", ("Mira Vale", "Tom Reed")), tell("b", ("Tom Reed", "Mira Vale")))
    assert [part.evidence.brief for part in event.parts] == ["a", "b"]
    assert event.id == "2020-02-03-mira-vale-tom-reed"
    assert event.participants == ("mira-vale", "tom-reed")
    assert event.parts[0].rule == "a rule"
    assert event.parts[0].event == 0


def test_shared_place_and_participant() -> None:
    """A place and a participant on the same day are one event, with the place in its address."""
    (event,) = events_of(tell("a", ("Mira Vale",), "Ostrava"), tell("b", ("Mira Vale", "Tom Reed"), "Ostrava"))
    assert (event.place, event.id) == ("ostrava", "2020-02-03-ostrava")


def test_too_little_shared() -> None:
    """A place alone, a participant alone, two countries, or a country as place join no two briefs."""
    assert len(events_of(tell("a", ("Mira Vale",), "Ostrava"), tell("b", ("Tom Reed",), "Ostrava"))) == 2
    assert len(events_of(tell("a", ("Mira Vale",)), tell("b", ("Mira Vale",)))) == 2
    assert len(events_of(tell("a", ("France", "Spain")), tell("b", ("France", "Spain")))) == 2
    assert len(events_of(tell("a", ("Mira Vale",), "France"), tell("b", ("Mira Vale",), "France"))) == 2


def test_other_days() -> None:
    """Nothing joins two days, nor a day with its month, nor two months."""
    people = ("Mira Vale", "Tom Reed")
    for one, two in [("2020-02-03", "2020-02-04"), ("2020-02-03", "2020-02"), ("2020-02", "2020-02")]:
        assert len(events_of(tell("a", people, day=one), tell("b", people, day=two))) == 2


def test_open_dates_stay_apart() -> None:
    """Events without a date, or with an open one, are never joined, not even in one brief."""
    people = ("Mira Vale", "Tom Reed")
    assert len(events_of(tell("a", people, day=None), tell("b", people, day=None))) == 2
    undated = make_analysis("a", TEXT, NAMES, events=[(0, None, people, "Ostrava"), (1, None, people, "Ostrava")])
    events = events_of(undated)
    assert len({event.id for event in events}) == 2
    assert {event.date for event in events} == {None}


def test_one_participant_in_one_brief() -> None:
    """In one brief, sentences that share the day and a participant tell of one event."""
    told = [(0, 0, ("Mira Vale", "Tom Reed"), None), (1, 0, ("Tom Reed", "France"), None), (1, 0, ("Spain",), None)]
    joined, alone = events_of(make_analysis("a", TEXT, NAMES, dates=DAY, events=told))
    assert {len(joined.parts), len(alone.parts)} == {1, 2}


def test_order() -> None:
    """Events are sorted by date, open ones last."""
    events = events_of(
        tell("a", ("Mira Vale",), day=None), tell("b", ("Mira Vale",), day="2021-01"), tell("c", ("Tom Reed",))
    )
    assert [event.date for event in events] == ["2020-02-03", "2021-01", None]
