"""Sentences without a day and the event that they speak of: joined only where nothing else can be meant."""

from typing import Literal, NamedTuple

import pytest

from generator.linking import link
from generator.model import (
    Analysis,
    Authors,
    Block,
    DateMention,
    Document,
    EntityType,
    Event,
    Field,
    LocalEntity,
    LocalEvent,
    Mention,
    Metadata,
    Span,
)

MISSING = Field(None, "missing")
NAMES: tuple[tuple[EntityType, str], ...] = (
    ("Person", "Mira Vale"),
    ("Person", "Tom Reed"),
    ("Organization", "Port Union"),
    ("Organization", "Union-France Council"),
    ("Organization", "Union"),
    ("Place", "Ostrava"),
    ("Place", "Lyon"),
    ("Place", "France"),
    ("Place", "Spain"),
)
TEXT = " and ".join(name for _, name in NAMES)


class Told(NamedTuple):
    """One sentence's event: the day and words of its date, its title, people, hosts and place."""

    day: str | None
    people: tuple[str, ...]
    place: str | None = None
    title: str = "meeting"
    hosts: tuple[str, ...] = ()
    kind: str | None = "meeting"
    date: str = ""
    status: str = "reported"
    standing: str = "asserted"


def brief(name: str, *told: Told, published: str | None = None) -> Analysis:
    """A brief whose every sentence holds all names, then tells of one event."""
    text, sentences, dates, events = "", [], [], []
    ids = {form: f"e{at}" for at, (_, form) in enumerate(NAMES)}
    for at, one in enumerate(told):
        start = len(text)
        text += f"{TEXT} at {name}: the {one.title} {one.date}. "
        sentences.append(Span(start, len(text) - 1))
        if one.day or one.date:
            place = text.rindex(one.date or ".")
            status: Literal["resolved", "open"] = "resolved" if one.day else "open"
            dates.append(DateMention(Span(place, place + max(1, len(one.date))), one.day, "a rule", status))
        title = text.rindex(f"the {one.title}") + 4
        events.append(
            LocalEvent(
                at,
                len(dates) - 1 if one.day or one.date else None,
                tuple(ids[who] for who in one.people),
                ids[one.place] if one.place else None,
                one.status,  # type: ignore[arg-type]  # written out by hand
                one.kind,
                Span(title, title + len(one.title)),
                tuple(ids[who] for who in one.hosts),
                one.standing,  # type: ignore[arg-type]
            )
        )
    spans = [(form, kind, text.index(form)) for kind, form in NAMES]
    return Analysis(
        document=Document(f"{name}.txt", name, name, text, (Block("paragraph", Span(0, len(text) - 1)),)),
        language="en",
        metadata=Metadata(
            title=MISSING,
            publisher=MISSING,
            published=Field(published, "stated") if published else MISSING,
            authors=Authors((), "missing"),
            url=MISSING,
        ),
        sentences=tuple(sentences),
        mentions=tuple(Mention(Span(at, at + len(form)), kind, ids[form]) for form, kind, at in spans),
        entities=tuple(LocalEntity(ids[form], kind, form, (), ()) for kind, form in NAMES),
        dates=tuple(dates),
        events=tuple(events),
    )


def joined(*briefs: Analysis) -> tuple[Event, ...]:
    return tuple(event for event in link(briefs).events if len(event.parts) > 1)


PEOPLE = ("Mira Vale", "Tom Reed", "Port Union")
DATED = Told("2020-02-03", PEOPLE, "Ostrava", date="Monday")
UNDATED = Told(None, PEOPLE, "Ostrava")


def test_announcement_and_aftermath() -> None:
    """Kind, place and three participants join a sentence without a day; the day is labelled as another brief's."""
    (event,) = joined(brief("a", UNDATED), brief("b", DATED))
    assert event.date == "2020-02-03"
    undated, dated = event.parts
    assert (undated.date, undated.known_from, dated.known_from) == (None, ("b",), ())
    assert undated.rule == "date known from b: 2020-02-03; not stated here"
    assert (event.kind, event.status) == ("meeting", "reported")


@pytest.mark.parametrize(
    "other",
    [
        UNDATED._replace(place="Lyon"),
        UNDATED._replace(place=None),
        UNDATED._replace(place="France"),
        UNDATED._replace(kind="vote", title="vote"),
        UNDATED._replace(kind=None),
        UNDATED._replace(people=("Mira Vale", "Tom Reed")),
        UNDATED._replace(people=("France", "Spain", "Union")),
        UNDATED._replace(date="Wednesday"),
        UNDATED._replace(date="spring"),
        UNDATED._replace(day="2020-02-04", date="Tuesday"),
        UNDATED._replace(day="2020-02", date="February"),
        UNDATED._replace(day="2020", date="2020"),
        UNDATED._replace(day="2020-02-10/2020-02-16", date="next week"),
    ],
)
def test_look_alikes(other: Told) -> None:
    """Another place, kind, cast, weekday or week, or a date that is wider, is another event."""
    assert joined(brief("a", other), brief("b", DATED)) == ()


def test_an_open_weekday_may_be_the_day() -> None:
    """A weekday that stayed open fits a day that is such a weekday."""
    assert len(joined(brief("a", UNDATED._replace(date="Monday")), brief("b", DATED))) == 1


def test_two_events_fit() -> None:
    """Where two events fit, the sentence joins neither."""
    other = DATED._replace(day="2020-02-05", date="Wednesday")
    assert joined(brief("a", UNDATED), brief("b", DATED), brief("c", other)) == ()


@pytest.mark.parametrize(
    ("published", "status", "count"),
    [
        ("2020-02-04", "reported", 1),
        ("2021-02-04", "reported", 0),
        ("2020-02-01", "reported", 0),
        ("2020-02-01", "announced", 1),
        ("2020-02-10", "announced", 0),
        ("2019-02-01", "announced", 0),
    ],
)
def test_the_publication_date_must_allow_the_day(published: str, status: str, count: int) -> None:
    """A report speaks of the last two weeks, an announcement of the next three months."""
    assert len(joined(brief("a", UNDATED._replace(status=status), published=published), brief("b", DATED))) == count


def test_a_week_that_holds_the_day() -> None:
    """An announcement for a week joins the one event of that week with the same place and cast."""
    week = DATED._replace(day="2020-02-03/2020-02-09", date="next week", status="announced")
    (event,) = joined(brief("a", week), brief("b", DATED))
    assert event.date == "2020-02-03"
    assert [part.known_from for part in event.parts] == [(), ()]


def test_members_of_a_body() -> None:
    """A council called after its members stands for them."""
    council = DATED._replace(people=("Mira Vale", "Union-France Council"))
    members = UNDATED._replace(people=("Mira Vale", "Union", "France"))
    assert len(joined(brief("a", members), brief("b", council))) == 1


def test_the_same_body_in_one_brief() -> None:
    """In one brief, a meeting of a body without a day is the one meeting of that body that has one."""
    dated = DATED._replace(people=("Port Union",), hosts=("Port Union",), place=None)
    undated = UNDATED._replace(people=("Port Union", "Mira Vale"), hosts=("Port Union",))
    (event,) = joined(brief("a", dated, undated))
    assert event.place == "ostrava"
    assert event.parts[1].rule == "2020-02-03 by another sentence of this brief; not stated here"
    assert joined(brief("a", dated, undated._replace(hosts=("France",)))) == ()
    assert joined(brief("a", dated, undated._replace(title="meetings"))) == ()
    assert joined(brief("a", dated._replace(place="Lyon"), undated)) == ()
    assert joined(brief("a", dated, undated, dated._replace(day="2020-02-05", date="Wednesday"))) == ()


def test_the_meeting_again() -> None:
    """ "The meeting" of a sentence or two later is the same, unless it is somewhere else or without a common name."""
    once, again = UNDATED, UNDATED._replace(people=("Mira Vale", "Spain"), place=None)
    assert len(joined(brief("a", once, again))) == 1
    assert joined(brief("a", once, again._replace(place="Lyon"))) == ()
    assert joined(brief("a", once, again._replace(people=("Spain",)))) == ()


@pytest.mark.parametrize(("between", "together"), [(1, 2), (2, 0)])
def test_the_meeting_is_the_one_just_told_of(between: int, together: int) -> None:
    """One sentence may stand between the two; behind more it may be another."""
    other = Told(None, ("Port Union",), "Lyon", title="storm", kind=None)
    events = link((brief("a", UNDATED, *[other] * between, UNDATED),)).events
    assert max(len(event.parts) for event in events) == max(together, 1)


def test_called_off() -> None:
    """An event that one sentence calls off is called off."""
    (event,) = joined(brief("a", DATED._replace(status="cancelled")), brief("b", DATED))
    assert event.status == "cancelled"


def test_the_surest_telling_counts() -> None:
    """What one sentence demands and another tells is told, with the status of the one that tells it."""
    demanded = DATED._replace(status="announced", standing="demanded")
    (event,) = joined(brief("a", demanded), brief("b", DATED._replace(standing="planned", status="announced")))
    assert (event.status, event.standing) == ("announced", "planned")
    (event,) = joined(brief("a", demanded), brief("b", DATED))
    assert (event.status, event.standing) == ("reported", "asserted")
    (event,) = joined(brief("a", demanded), brief("b", demanded))
    assert event.standing == "demanded"
