"""Notes beside the sentences of a text, and who matters in it."""

import re
from dataclasses import replace

from generator.model import Brief, Entity, LocalEntity, Mention, Problem, Role, Span
from generator.rendering.findings.leading import MOST, choose_leading
from generator.rendering.findings.notes import write_notes
from tests.rendering.findings.collection import catalog
from tests.rendering.shelf import analysis_of


def notes_on(id_: str, *wanted: int) -> dict[int, list[str]]:
    """The notes on some sentences, without their tags."""
    found = write_notes(catalog(), catalog().briefs[id_], f"briefs/{id_}.md", wanted)
    return {index: [re.sub("<[^>]*>", "", note) for note in notes] for index, notes in found.items()}


def test_a_sentence_has_all_that_was_found_in_it_once() -> None:
    """Who says it, when it is and how it stands, and what is counted; a verb that says what is done needs no tag."""
    assert notes_on("harbour", 1, 4, 6, 7) == {
        1: ["Ann Bell demanded", "June 2021"],
        4: ["“” Ann Bell said"],
        6: ["12 May 2022 meeting, planned"],
        7: ["meeting, said not to be so"],
    }
    assert notes_on("harbour", 2)[2] == ["Max Poe rejected, refuses"]
    assert notes_on("storm", 0)[0] == ["5 May 2022 disaster", "at least nine people; 31"]


def test_a_day_that_the_sentence_does_not_state_says_so() -> None:
    """What another sentence gives is no word of this one."""
    assert notes_on("storm", 1)[1][0] == "5 May 2022 disaster (day from another sentence)"


def test_only_what_is_asked_for_is_written() -> None:
    """A page of a long text gets the notes on its own sentences; a sentence without a finding has none."""
    assert set(notes_on("harbour", 4)) == {4}
    assert notes_on("storm", 2, 3) == {}


def test_what_is_odd_is_noted_beside_its_sentence() -> None:
    """In the words of the note."""
    brief = catalog().briefs["storm"]
    odd = Problem("storm.md", "a word stands twice", severity="note", span=brief.analysis.sentences[2])
    told = replace(brief, analysis=replace(brief.analysis, problems=(odd,)))
    assert write_notes(catalog(), told, "briefs/storm.md", [2])[2] == ("sic: a word stands twice",)


def test_a_hostile_name_stays_text() -> None:
    """A note is raw HTML: what comes from a source or a name is escaped."""
    home = catalog()
    bell = next(entity for entity in home.entities.values() if entity.name == "Ann Bell")
    named = replace(home, entities={**home.entities, bell.id: replace(bell, name='<b>Ann & "Co')})
    (note, *_) = write_notes(named, home.briefs["harbour"], "briefs/harbour.md", [4])[4]
    assert "<b>" not in note and "&#60;b&#62;Ann &#38; &#34;Co" in note


def brief_of(*entities: LocalEntity, mentions: tuple[str, ...]) -> Brief:
    analysis = analysis_of("x", [("paragraph", ["A text of nobody."])])
    found = tuple(Mention(Span(at, at + 1), "Person", who) for at, who in enumerate(mentions))
    return Brief("x", replace(analysis, entities=entities, mentions=found), ())


def test_who_has_a_role_or_a_say_matters_more_than_who_is_named() -> None:
    """A role weighs as four mentions; a place that says nothing, and an event, are no one."""
    place, event = LocalEntity("p", "Place", "Cork"), LocalEntity("e", "Event", "Regatta")
    mayor = LocalEntity("m", "Person", "Ann Bell", roles=(Role("Mayor", Span(0, 5)),))
    named = LocalEntity("n", "Person", "Max Poe")
    body = LocalEntity("b", "Organization", "Port of Cork")
    brief = brief_of(place, event, named, mayor, body, mentions=("n", "n", "n", "m", *("p",) * 9, *("e",) * 9, "b"))
    assert [entity.id for entity in choose_leading(brief)] == ["m", "n"]
    often = brief_of(place, event, named, mayor, body, mentions=("n", "m", "b", "b", "b"))
    assert [entity.id for entity in choose_leading(often)] == ["m", "b", "n"]


def test_no_more_than_a_screen_holds() -> None:
    """At most six."""
    many = [LocalEntity(f"n{at}", "Person", f"Name {at}") for at in range(9)]
    assert len(choose_leading(brief_of(*many, mentions=tuple(one.id for one in many)))) == MOST


def test_who_speaks_in_a_brief_is_known_by_the_name_of_the_collection() -> None:
    """The links of notes lead to the pages of the collection."""
    (note,) = write_notes(catalog(), catalog().briefs["harbour"], "briefs/harbour.md", [5])[5]
    bell: Entity = next(entity for entity in catalog().entities.values() if entity.name == "Ann Bell")
    assert f'<a href="../people/{bell.id}.md">Ann Bell</a>' in note
