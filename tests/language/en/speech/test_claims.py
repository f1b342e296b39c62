"""What of a sentence is said: never when, where or as what somebody said it."""

import pytest

from generator.analysis import analyse
from tests.analysis.found import make_document


def claimed(text: str) -> list[str]:
    """The words of each claim."""
    return [claim.span.of(text) for claim in analyse(make_document(text)).claims]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The port will open soon, Jane Roe said on Tuesday after a long meeting.", "The port will open soon"),
        ("The port will open soon, Jane Roe said in Wexby on Tuesday.", "The port will open soon"),
        ("The pier will be repaired, Jane Roe told reporters before the vote.", "The pier will be repaired"),
        ("The storm closed the port, as the mayor, Jane Roe, told the court.", "The storm closed the port"),
        ("The pier is old, its chairman, Jane Roe, said.", "The pier is old"),
        ("Jane Roe said on Tuesday after the meeting that the port was closed.", "the port was closed"),
        ("Jane Roe vowed to close the port before Tuesday.", "to close the port before Tuesday"),
        ("According to Jane Roe, at least seven people died.", "at least seven people died"),
        ("According to the mayor, in 2019 the port was closed.", "in 2019 the port was closed"),
        ("According to Jane Roe on Monday, the port will close.", "the port will close"),
        ("According to a report by the bank, a lender of the town, the port will close.", "the port will close"),
        ("Jane Roe said at least seven people died.", "at least seven people died"),
        (
            "Max Poe has admitted to the theft, according to Jane Roe, but the court has not heard him.",
            "Max Poe has admitted to the theft",
        ),
        ("Four men were on board; according to Jane Roe, one of them died.", "one of them died"),
        ("Jane Roe threatened to close ports that did not pay.", "to close ports that did not pay"),
        ("Jane Roe told the men that they were free.", "they were free"),
        ("Jane Roe said about 20 people were hurt.", "about 20 people were hurt"),
        ("Jane Roe said at noon on Friday that the port was closed.", "the port was closed"),
    ],
)
def test_a_claim_is_what_was_said(text: str, words: str) -> None:
    """The clause before the speaker is said, not the setting behind the verb nor the office before the name."""
    assert claimed(text) == [words]


def test_a_time_alone_is_no_claim() -> None:
    """With words of time and place on both sides of the verb nothing is said."""
    assert claimed("On Tuesday, Jane Roe said in the first quarter sales rose.") == []


def test_what_is_set_into_a_clause_parts_it() -> None:
    """Between a subject and its verb no one slice says what is said; behind a whole clause one does."""
    assert claimed("Some 1,200 workers, the union said, lost their jobs.") == []
    assert claimed("Some 1,200 workers lost their jobs, the union said.") == ["Some 1,200 workers lost their jobs"]


def test_a_number_is_one_word() -> None:
    """Its thousands are not parted from it: nobody is called "500 officers", and "over 1" is not said."""
    text = "More than 2,500 officers said the plan had failed."
    (claim,) = analyse(make_document(text)).claims
    assert claim.claimant_span is not None
    assert claim.claimant_span.of(text).endswith("2,500 officers")
    assert claimed("Over 1,000 rescuers responded.") == []


@pytest.mark.parametrize(
    "text",
    [
        "However, earlier this year, Jane Roe said.",
        "Because warmer water is lighter, Jane Roe said on Monday.",
        "The relic was carried through the town and, Jane Roe said on Monday.",
        "The wreck lay far from where Jane Roe had predicted it would be.",
        "Jane Roe wrote about the riots that followed the storm in Wexby.",
        "Jane Roe said, “They need to stand by us”, while addressing the press yesterday.",
    ],
)
def test_words_that_do_not_stand_alone_are_no_claim(text: str) -> None:
    """A time, a reason without its consequence, and words that break off say nothing by themselves."""
    assert claimed(text) == []


def test_a_condition_with_its_consequence_is_a_claim() -> None:
    """Both clauses stand before the speaker."""
    assert claimed("If it rains, the pier will be closed, Jane Roe said.") == ["If it rains, the pier will be closed"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jane Roe said she could not accept that.", "she could not accept that"),
        ("Jane Roe said she knew what the bank was accused of.", "she knew what the bank was accused of"),
        ("At least 38 dead, according to Jane Roe.", "At least 38 dead"),
    ],
)
def test_what_ends_with_its_sentence_is_whole(text: str, words: str) -> None:
    """The last word of a sentence awaits nothing; what is accounted for by somebody needs no verb."""
    assert claimed(text) == [words]
