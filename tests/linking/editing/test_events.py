"""What the curator decides of events, and what he is asked: few pairs, with an entry for either answer that ends it."""

import pytest

from generator.curation import Curation, read_overrides
from generator.linking import link
from generator.linking.editing.events import cut
from generator.model import Analysis, Library
from tests.linking.events.stories import story
from tests.linking.events.test_joining import BOMB, MET

LATER = "meeting: {[agent Ann Bell] *met* [partner Tom Reed]} on <2020-02-04 Tuesday>."
FIRST = MET.replace("[agent Ann Bell]", "{[agent Ann Bell]").replace(" in [place", "} in [place")


def near() -> list[Analysis]:
    """Two briefs that tell the same meeting of two days."""
    return [story("one", FIRST), story("two", LATER, BOMB)]


def decide(text: str, *analyses: Analysis) -> Library:
    """The collection with these entries in the file."""
    overrides, problems = read_overrides(text, "_overrides.yml")
    return link(analyses or near(), curation=Curation(overrides, (), problems))


def test_what_is_asked() -> None:
    """Of one kind and two names, a day apart: is it one event? With both sentences."""
    (doubt,) = link(near()).doubts
    assert (doubt.kind, doubt.briefs) == ("event", 2)
    assert doubt.question == "Is it the same event? A meeting of 2020-02-03 and one of 2020-02-04."
    assert [place.brief for place in doubt.evidence] == ["one", "two"]


def test_either_answer_ends_it() -> None:
    """The one joins the two, the other holds them apart; neither is asked again."""
    (doubt,) = link(near()).doubts
    same, other = (decide(answer.yaml) for answer in doubt.answers)
    assert (same.problems, same.doubts, other.problems, other.doubts) == ((), (), (), ())
    assert sorted(len(event.parts) for event in same.events) == [1, 2]
    assert [len(event.parts) for event in other.events] == [1, 1, 1]


@pytest.mark.parametrize(
    "other",
    [
        LATER.replace("2020-02-04", "2020-02-05"),
        LATER.replace("[partner Tom Reed]", "ministers"),
        LATER.replace("meeting:", "call:"),
        LATER.replace("Tom Reed", "Mira Vale"),
    ],
)
def test_what_is_not_asked(other: str) -> None:
    """Two days apart, one name, another kind or another man: no question."""
    assert link([story("one", FIRST), story("two", other)]).doubts == ()


def test_words_of_a_sentence() -> None:
    """The words of a short sentence or of the whole one mean an event, with an ellipsis too, in one brief or in all."""
    ends = (
        "Ann Bell met Tom Reed on Tuesday.",
        "Ann Bell met Tom Reed on … (in two)",
        "Ann Bell met Tom Reed (in two)",
    )
    for words in ends:
        library = decide(f'- same_event: ["Ann Bell met Tom Reed (in one)", "{words}"]\n')
        assert not library.problems, words
        assert len(library.events) == 2, words


def test_one_event_is_held_apart() -> None:
    """What the rules join is two where the curator says so."""
    twice = [story("one", FIRST), story("two", FIRST.replace("met", "saw"))]
    assert len(link(twice).events) == 1
    words = '- other_event: ["Ann Bell met Tom Reed (in one)", "Ann Bell saw Tom Reed (in two)"]\n'
    assert len(decide(words, *twice).events) == 2


def test_faults() -> None:
    """Words that tell no event, and two entries that contradict each other, are said."""
    pair = '["Ann Bell met Tom Reed (in one)", "Ann Bell met Tom Reed (in two)"]'
    missing = decide('- same_event: ["Ann Bell met Tom Reed (in one)", "Nobody came"]\n')
    assert [problem.what for problem in missing.problems] == ["no event is told by 'Nobody came'"]
    both = decide(f"- same_event: {pair}\n- other_event: {pair}\n")
    assert [problem.path for problem in both.problems] == ["_overrides.yml:2"]
    assert len(both.events) == 2


@pytest.mark.parametrize(("length", "shown"), [(199, 199), (200, 200), (201, 202), (400, 202)])
def test_a_sentence_of_an_entry_has_at_most_two_hundred_characters(length: int, shown: int) -> None:
    """What is longer ends in a blank and an ellipsis."""
    assert len(cut("a" * length)) == shown
