"""Verbs that tell how somebody speaks, phrases that lead to a verb of saying, and things that say nothing."""

import pytest

from tests.analysis.articles import article

NAMES = {"Jane Roe": "p1", "Roe": "p1", "Max Poe": "p2", "Poe": "p2", "Harbour Board": "o1"}


def said(text: str) -> list[str | None]:
    """Who says each quotation and each claim."""
    story = article(text, NAMES)
    return [q.speaker for q in story.quotations()] + [c.claimant for c in story.claims()]


@pytest.mark.parametrize(
    "text",
    [
        "“We cannot pay for it,” Mayor Jane Roe emailed on Monday.",
        "“Please do not close our port,” Jane Roe implored.",
        "“They never asked us,” Roe fumed.",
        "“It is the best day of my life,” gushed Roe.",
        "“But that is not true,” Roe interjected.",
        "“I came for the free lunch,” Roe deadpanned.",
        "“Not my problem at all,” Roe shot back.",
        "“I like it too,” Roe chimed in.",
        "“We have no choice,” sighed Roe, as the lights went out.",
        "Roe thundered: “We shall never yield.”",
        "Roe, tired after a long night, pleaded with the crowd: “Let us go home.”",
        "Roe countered that the port was open.",
        "Roe averred that she had paid the tax.",
        "Roe texted Max Poe: “Come home at once.”",
        "Roe took to Facebook to say that the port was closed.",
        "Roe, who spoke in the hall on Monday, noted that the port was closed.",
    ],
)
def test_who_speaks_by_a_verb_of_voice_or_a_phrase(text: str) -> None:
    """Emailed, fumed, shot back, went on to say, on record as saying: who does it speaks."""
    assert said(text) == ["p1"]


@pytest.mark.parametrize(
    "text",
    [
        "Roe fumed at the guard.",
        "Roe emailed the Harbour Board again on Monday about the closed port.",
        "Roe wept when the port was closed.",
        "Roe did not go on to say that the port was closed.",
        "Roe took the bus to the hall to hear that the port was closed.",
        "The data hint that the port was closed.",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    """A verb of voice away from words, a denied one, and things that cannot speak tell of no statement."""
    assert said(text) == []


def test_a_thing_is_no_speaker() -> None:
    """Quoted words that a thing bears are shown without a speaker."""
    for text in ("“Save our port,” a banner over the road said.", "A banner said: “Save our port.”"):
        (quotation,) = article(text, NAMES).quotations()
        assert (quotation.speaker, quotation.speaker_span) == (None, None)


def test_what_bears_the_name_of_a_thing_may_speak() -> None:
    """The head of the words decides: a fire department, a gas company, a bus driver speak."""
    for words in ("The fire department", "The gas company", "A bus driver from the north", "The sign"):
        (claim,) = article(f"{words} said the port was closed.", NAMES).claims()
        assert claim.claimant_span


def test_the_last_verb_of_a_phrase_is_the_cue() -> None:
    """What is said begins behind "went on to add"."""
    story = article("Roe went on to add that the port was closed.", NAMES)
    (claim,) = story.claims()
    assert (claim.cue and claim.cue.of(story.text), claim.span.of(story.text)) == ("add", "the port was closed")


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe had been wrongly quoted as saying that the port was closed.",
    ],
)
def test_who_is_misquoted_says_nothing(text: str) -> None:
    """What somebody is falsely quoted as saying is nobody's claim."""
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It was Jane Roe who said that the port was closed.",
        "Jane Roe joked that the port was closed.",
        "Jane Roe said that Max Poe had been wrongly quoted.",
        "Jane Roe said the army had falsely claimed the port.",
    ],
)
def test_who_speaks_of_a_falsehood_speaks(text: str) -> None:
    """A falsehood inside what is said takes nothing from who says it."""
    assert said(text) == ["p1"]
