"""What is said of an event that several sentences tell: its arguments, numbers, places, short sentence and address."""

import re

from generator.linking.events.building import fit_words
from generator.model import Event
from tests.linking.events.stories import events_of, library_of, story
from tests.linking.events.test_joining import BOMB, MET


def words_of(event: Event, *stories: object) -> str:
    """The words of the short sentence."""
    texts = {brief.id: brief.analysis.document.text for brief in library_of(*stories).briefs}  # type: ignore[arg-type]
    return " ".join(part.span.of(texts[part.brief]) for part in event.clause)


def test_arguments_are_told_once() -> None:
    """One in one part is one argument with all its words; both who meet do so; a part of its place is a place too."""
    told = (MET, "meeting: [agent Tom Reed] *met* [partner Ann Bell] in [place Belgium] on <2020-02-03 Monday>.")
    (event,) = events_of(*told)
    found = [(one.role, one.entity, len(one.evidence)) for one in event.arguments]
    assert found == [
        ("agent", "ann-bell", 2),
        ("agent", "tom-reed", 2),
        ("place", "brussels", 1),
        ("place", "belgium", 1),
    ]
    assert (event.place, event.places) == ("brussels", ("brussels", "belgium"))
    assert event.participants == ("ann-bell", "tom-reed")
    assert [(part.evidence.brief, part.event) for part in event.parts] == [("b0", 0), ("b1", 0)]


def test_different_numbers_stand_side_by_side() -> None:
    """Two numbers are two arguments, each with who tells it; one number in two words is one."""
    other = "attack: An *attack* in [place Nairobi] on <2020-02-03 Monday> killed [killed eleven people]."
    third = "attack: The *attack* in [place Nairobi] on <2020-02-03 Monday> left [killed 9 dead]."
    (event,) = events_of(BOMB, other, third)
    numbers = [one for one in event.arguments if one.role == "quantity"]
    assert [(one.measure, [place.brief for place in one.evidence]) for one in numbers] == [
        ("killed", ["b0", "b2"]),
        ("killed", ["b1"]),
    ]


def test_the_short_sentence_that_tells_best() -> None:
    """A fact before a plan, a name before a pronoun, who does it and to whom before less; else the shorter one."""
    fact = "arrest: {Police *arrested* [patient Tom Reed]} on <2020-02-03 Monday>."
    plan = "arrest planned announced: {Police are to *arrest* [patient Tom Reed]} on <2020-02-03 Monday>."
    pronoun = "arrest: {They *arrested* [patient Tom Reed]} on <2020-02-03 Monday>."
    doer = "arrest: {[agent Wexby Guild] had [patient Tom Reed] *arrested*} on <2020-02-03 Monday>."
    bare = "arrest: [patient Tom Reed] was *arrested* on <2020-02-03 Monday>."
    for others, best in [
        ((plan, pronoun, bare), "Police arrested Tom Reed"),
        ((doer,), "Wexby Guild had Tom Reed arrested"),
    ]:
        (event,) = events_of(fact, *others)
        assert words_of(event, fact, *others) == best
    assert events_of(bare)[0].clause == ()


def test_the_address() -> None:
    """Day, kind and to whom it is done, else who does it, else where; unique and short."""
    assert [event.id for event in events_of(MET)] == ["2020-02-03-meeting-ann-bell-tom-reed"]
    assert [event.id for event in events_of(BOMB)] == ["2020-02-03-attack-nairobi"]
    assert [event.id for event in events_of("attack: [patient He] was *stabbed*.")] == ["undated-attack-stabbed"]
    other = "meeting ~2020-02-03: [agent Ann Bell] *met* [partner Mira Vale]."
    ids = [event.id for event in events_of(MET, other, "visit: A [theme delegation] *came*.")]
    assert len(set(ids)) == 3
    assert all(re.fullmatch(r"[a-z0-9-]{1,60}", id_) for id_ in ids)
    assert {id_[:26] for id_ in ids} == {"2020-02-03-meeting-ann-bel", "undated-visit-delegation"}


def test_a_long_address() -> None:
    """By an acronym where there is one, else without the last words; never within a word. A body says who is in it."""
    long = "Guild for the Safe Keeping of Bridges in Wexby and Ostrava and Brussels"
    told = f"law: [agent {long}] *passed* a law on <2020-02-03 Monday>."
    assert [event.id for event in events_of(told)] == ["2020-02-03-law-guild-for-the-safe-keeping-of-bridges-in"]
    union = ("Wexby and Ostrava Union for the Safe Keeping of Bridges", "WOUSKB")
    assert fit_words("2020-02-03 law ", [("Ann Bell",), union]) == "Ann Bell WOUSKB"
    assert fit_words("2020-02-03 law ", [("Bridge Union", "BU")]) == "Bridge Union"
    council = "meeting: [agent AU-France Council] with [agent AU] and [agent France] *met* on <2020-02-03 Monday>."
    assert [event.id for event in events_of(council)] == ["2020-02-03-meeting-au-france-council"]


def test_a_pronoun_is_no_title() -> None:
    """A short sentence that begins with a pronoun is none; that of another sentence is taken."""
    she = "meeting: {[agent She] *met* [partner Tom Reed]} with [agent Ann Bell] on <2020-02-03 Monday>."
    assert events_of(she)[0].clause == ()
    noun = "meeting: {The *talks* of [agent Ann Bell] and [partner Tom Reed]} on <2020-02-03 Monday> were short."
    (event,) = events_of(she, noun)
    assert words_of(event, she, noun) == "The talks of Ann Bell and Tom Reed"


def test_a_day_that_is_assumed() -> None:
    """It is no date; where a sentence states the day, that is the date and says from which brief."""
    assumed = MET.replace(":", " ~2020-02-03:").replace(" on <2020-02-03 Monday>", "")
    (event,) = events_of(assumed)
    assert (event.date, event.assumed) == (None, "2020-02-03~")
    (event,) = events_of(assumed, MET)
    assert (event.date, event.assumed) == ("2020-02-03", None)
    assert event.parts[0].rule == "date known from b1: 2020-02-03; not stated here"
    assert [part.known_from for part in event.parts] == [("b1",), ()]


def test_the_surest_telling_counts() -> None:
    """Called off if a sentence says so, else reported if one does; planned only where none tells it as a fact."""
    plan = MET.replace(":", " planned announced:").replace("*met*", "will *meet*")
    assert [(e.status, e.standing) for e in events_of(plan)] == [("announced", "planned")]
    assert [(e.status, e.standing) for e in events_of(plan, MET)] == [("reported", "asserted")]
    assert [e.status for e in events_of(plan, MET.replace(":", " cancelled:").replace("met", "meets"))] == ["cancelled"]


def test_a_part_points_at_the_whole() -> None:
    """A part of an event that two briefs tell points at that event; nothing is its own part, not over others either."""
    march = "protest: Thousands *marched* in [place Wexby] on <2020-02-03 Monday>."
    caught = "arrest in0: Police *arrested* [patient Tom Reed]."
    events = {event.kind: event for event in events_of(march, story("x", march, caught))}
    assert len(events["protest"].parts) == 2
    assert events["arrest"].within == events["protest"].id
    assert events["protest"].within is None
    round_ = story("x", "protest in1: Thousands *marched*.", "arrest in0: Police *arrested* [patient Tom Reed].")
    assert sum(event.within is not None for event in events_of(round_)) == 1
    untold = story("x", "protest possible: Thousands may *march*.", caught)
    assert [event.within for event in events_of(untold)] == [None]


def test_order() -> None:
    """Events are sorted by date, those without one last."""
    events = events_of(MET.replace("2020-02-03", "2021-01"), "visit: [agent Jo Lund] *came*.", BOMB)
    assert [event.date for event in events] == ["2020-02-03", "2021-01", None]
