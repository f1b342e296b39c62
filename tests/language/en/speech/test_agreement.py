"""Rules and parse on who speaks: where they differ, whoever the sentence names, or nobody."""

import pytest

from generator.analysis import analyse
from tests.analysis.found import make_document


def claimants(text: str) -> list[tuple[str | None, str | None]]:
    """For each claim the name of who makes it and the words that name him there."""
    analysis = analyse(make_document(text))
    names = {entity.id: entity.name for entity in analysis.entities}
    words = [claim.claimant_span.of(text) if claim.claimant_span else None for claim in analysis.claims]
    return [(names.get(claim.claimant or ""), word) for claim, word in zip(analysis.claims, words, strict=True)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Biologists counting seals in Norway's Finnmark Province reported that the herd grows slowly.",
            "Biologists counting seals in Norway's Finnmark Province",
        ),
        (
            "Researchers from Stanford University (SU) and Duke University, both in America, reported that seas rise.",
            "Researchers",
        ),
        (
            "A source within the Interior Ministry reportedly said the road was closed.",
            "A source within the Interior Ministry",
        ),
        (
            "Another report from the harbor during the weekend said eight boats sank.",
            "Another report from the harbor during the weekend",
        ),
    ],
)
def test_a_name_that_explains_the_speaker_does_not_speak(text: str, words: str) -> None:
    """Where the name before the verb only says where the speakers are, they are the speakers."""
    assert claimants(text) == [(None, words)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Petra Lindqvist of the island's Coast Safety Board (CSB) said the pier was closed.", "Petra Lindqvist"),
        ("Mayor Laura Morgan who opposed the tax remarked that the tax was late.", "Laura Morgan"),
        ("State agency Reuters said the road was closed.", "Reuters"),
    ],
)
def test_the_person_whom_the_sentence_is_about_speaks(text: str, name: str) -> None:
    """A person stays the speaker over what stands between him and the verb; a title before a name changes nothing."""
    assert [who for who, _ in claimants(text)] == [name]


def test_two_speak_together() -> None:
    """Two who speak as one are nobody's statement alone."""
    text = "Senator Paula Renner and fellow Representative Tom Arden proposed to set limits for debates at night."
    assert {who for who, _ in claimants(text)} <= {None}


def test_a_participle_that_describes_is_no_statement() -> None:
    """What is only "reported by" somebody is no statement of the word before it."""
    assert claimants("The numbers reported by the agency are new.") == []


def test_a_subject_behind_the_verb_changes_nothing() -> None:
    """What the parse holds for the subject, but stands behind the verb, is no reason to doubt the one before it."""
    text = (
        "Monday's opening concert underscores lasting Danish plans to help the fishers of Ghana found a school that "
        "teaches safe and careful work at sea, encourages saving and trains crews, and supports growing trade between "
        "Denmark and its neighbors."
    )
    assert all(words == "Monday's opening concert" for _, words in claimants(text))


def test_what_explains_a_person_is_not_what_he_says() -> None:
    """Behind "according to" and a person, what stands between commas and has no verb tells who the person is."""
    text = "According to Sadie Weiner, the mayor's former spokeswoman, the bridge was safe."
    (claim,) = analyse(make_document(text)).claims
    assert claim.span.of(text) == "the bridge was safe"


@pytest.mark.parametrize(
    "text",
    [
        "Neither of the mayors said that the port was closed.",
        "No one said that the port was closed.",
        "Tom Arden did not say that the port was closed.",
        "Tom Arden didn’t say that the port was closed.",
        "Tom Arden never said that the port was closed.",
        "Tom Arden refused to say whether the port was closed.",
        "Tom Arden declined to say that the port was closed.",
        "Tom Arden failed to say that the port was closed.",
        "Tom Arden may have said that the port was closed.",
        "Tom Arden could say that the port was closed.",
        "Tom Arden will say that the port was closed.",
        "Tom Arden should say that the port was closed.",
        "Tom Arden would have said that the port was closed.",
        "Did Tom Arden say that the port was closed?",
        "If Tom Arden said that the port was closed, they left.",
        "It is unclear whether Tom Arden said that the port was closed.",
        "Without saying that the port was closed, Tom Arden left.",
        "Tom Arden almost said that the port was closed.",
    ],
)
def test_what_nobody_said_is_no_claim(text: str) -> None:
    """Who did not say it, or may, will or should, claims nothing."""
    assert claimants(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tom Arden said that the port was not closed.",
        "Tom Arden said that nobody had closed the port.",
        "Tom Arden, who did not attend, said that the port was closed.",
        "Tom Arden will not run again, saying that the port was closed.",
        "Tom Arden reportedly said that the port was closed.",
        "Tom Arden went on to say that the port was closed.",
        "Not a single ship came in, Tom Arden said.",
        "“If the port is closed, we will not come,” Tom Arden said.",
        "Tom Arden asked: “Why was the port not closed?” and said that he had no answer.",
    ],
)
def test_a_denial_elsewhere_leaves_who_speaks(text: str) -> None:
    """What is said may be denied or asked; that it was said stays."""
    analysis = analyse(make_document(text))
    names = {entity.id: entity.name for entity in analysis.entities}
    said = [*(claim.claimant for claim in analysis.claims), *(quote.speaker for quote in analysis.quotations)]
    assert {names.get(who or "") for who in said} == {"Tom Arden"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The port is closed,” said Tom Arden.", "Tom Arden"),
        ("“Is the port closed?” Tom Arden asked.", "Tom Arden"),
        ("Tom Arden asked: “Is the port closed?”", "Tom Arden"),
        ("‘Is the port closed?’ Tom Arden asked.", "Tom Arden"),
        ("Tom Arden did not say “the port is closed for good”.", None),
        ("Neither Tom Arden nor Jane Dorran said “the port is closed for good”.", None),
        ("Nobody said “the port is closed for good”.", None),
    ],
)
def test_who_is_quoted(text: str, speaker: str | None) -> None:
    """A question that is quoted does not make the asking a question; who did not say it is not quoted."""
    analysis = analyse(make_document(text))
    names = {entity.id: entity.name for entity in analysis.entities}
    assert [names.get(quote.speaker or "") for quote in analysis.quotations] == [speaker]


@pytest.mark.parametrize("rest", ["", "\n\nIt has 300 workers.\n\n“We are glad,” said Ann Lee of Quay Systems."])
def test_the_town_that_heads_a_report_does_not_speak(rest: str) -> None:
    """Whatever the parse makes of a dateline, who speaks stands behind it."""
    text = "LONDON, March 3, 2021 (GLOBE NEWSWIRE) -- Quay Systems Inc. said on Wednesday that it had bought the yard."
    assert claimants(text + rest) == [("Quay Systems Inc.", "Quay Systems Inc.")]
