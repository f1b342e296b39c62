"""A summary leaves no pronoun dangling: whom one means is told where it is certain; else another sentence is taken."""

import pytest

from generator.analysis import analyse
from generator.analysis.summaries.referents import resolve_openings
from generator.model import Analysis
from tests.analysis.found import make_document


def read(text: str, limit: int = 5) -> Analysis:
    """The whole analysis of paragraphs, one a line."""
    return analyse(make_document(text), summary_sentences=limit)


def told(analysis: Analysis) -> list[tuple[str, str, str]]:
    """What is shown in square brackets: the words, the name, the rule."""
    text = analysis.document.text
    return [(found.span.of(text), found.name.of(text), found.rule) for found in analysis.referents]


REST = """
The ferry to the island of Tarn runs twice a day in winter and four times a day in summer.
Fishermen of Tarn say that the ferry frightens the herring away from the shore of the island.
The island has two hundred people, one school, a church and a small museum of the sea."""


def test_a_surname_is_told_by_the_full_name_of_the_text() -> None:
    """It stands behind the first place in the summary that names the person, unless the full name does."""
    names = (
        "The harbor of Tarn in the north will close for repairs of its old walls in March this year.\n"
        "“It is time,” said Mary Poe.\n"
        "Poe told the council of Tarn that the repairs of the harbor walls would cost two million crowns this year."
    )
    found = read(names + REST)
    assert ("Poe", "Mary Poe", "the full name in this text") in told(found)
    full_first = "Mary Poe told the council of Tarn that the harbor walls must be repaired this year.\n"
    found = read(full_first + "Poe said the repairs of the harbor of Tarn would cost two million crowns." + REST)
    assert not told(found)


LEAD = "The harbor of Tarn in the north will close for repairs of its old walls in March this year."


@pytest.mark.parametrize(
    "before",
    [
        "The mayor met Mary Poe on the island.",
        "Police arrested Mary Poe and Anna Roe.",
        "Mary Poe's sister lives in Tarn.",
    ],
)
def test_a_pronoun_is_open_where_another_may_be_meant(before: str) -> None:
    """Then its sentence is left out, as long as there are others."""
    open_end = "She built the harbor walls of Tarn in the north with old stones and repairs the walls of the harbor."
    found = read(f"{LEAD}\n{before}\n{open_end}{REST}", limit=3)
    chosen = [found.sentences[index].of(found.document.text) for index in found.summary]
    assert open_end not in chosen or before in chosen
    assert not any(words.lower() == "she" for words, _, _ in told(found))


def test_a_leading_pronoun_is_told_by_the_subject_before() -> None:
    """The sentence before begins with the one person who can be meant, and is not in the summary itself."""
    central = (
        "She asks the island of Tarn to pay for a second ferry, so that the fishermen of Tarn can sell their herring."
    )
    found = read(f"{LEAD}\nMary Poe, 40, smiled.\n{central}{REST}", limit=3)
    assert ("She", "Mary Poe", "the subject of the sentence before") in told(found)


def test_a_pronoun_beside_its_sentence_needs_no_name() -> None:
    """Who is named in the sentence right before, in the summary too, is not told again."""
    first = "Mary Poe asked the island of Tarn in the north to pay for a second ferry to its shore this year."
    central = "She says that the fishermen of the island could sell three times as much herring in the winter."
    found = read(f"{first}\n{central}\nThe island has two hundred people and a small museum of the sea.")
    assert found.summary == (0, 1, 2)
    assert not told(found)


def test_one_who_is_named_by_a_surname_only_stays_so() -> None:
    """No full name is in the text: nothing is added."""
    found = read(
        f"{LEAD}\nPoe told the council of Tarn that the repairs of the harbor would cost two million crowns.{REST}"
    )
    assert not told(found)


def test_half_a_quotation_is_not_chosen() -> None:
    """A sentence in which only a part of a quotation stands is left out."""
    half = "“The walls of the harbor of Tarn in the north are old and need repairs in March."
    other = "We repair the harbor walls of Tarn this year,” said Mary Poe."
    found = read(f"{LEAD}\n{half} {other}{REST}", limit=4)
    chosen = [found.sentences[index].of(found.document.text) for index in found.summary]
    assert half not in chosen
    assert other not in chosen


def test_a_turn_of_a_transcript_is_no_half_quotation() -> None:
    """Its sentences are all one speaker's, without marks, and may be chosen by themselves."""
    turns = "MR. POE: The harbor of Tarn needs new walls before the winter storms. The council has the money for them."
    found = read(f"{turns}\nMS. ROE: I do not think that the council of Tarn can pay for walls. The quarry is closed.")
    assert len(found.summary) == 3


def test_a_surname_of_two_people_is_told_by_nothing() -> None:
    """Nor is a given name."""
    people = "“It is time,” said Mary Poe and John Poe.\n"
    found = read(
        f"{LEAD}\n{people}Poe told the council of Tarn that the repairs of the harbor would cost two million.{REST}"
    )
    assert not told(found)


@pytest.mark.parametrize(
    ("sentence", "is_left"),
    [
        ("With the help of the quarry of Tarn, she built the harbor walls of the north with old stones.", True),
        ("The mayor of Tarn said she would build the harbor walls of the north with old stones.", False),
    ],
)
def test_a_pronoun_inside_a_sentence_dangles_where_nobody_stands_before_it(sentence: str, is_left: bool) -> None:
    """Neither a name nor a noun for a person."""
    found = resolve_openings(read(f"{LEAD}\n{sentence}"), read(f"{LEAD}\n{sentence}").sentences)
    assert (found.get(1, "told") is None) == is_left
