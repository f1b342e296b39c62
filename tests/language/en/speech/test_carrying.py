"""A paragraph that is only a quotation goes on with the speaker of the one before, where nobody else is at hand."""

from dataclasses import replace

import pytest

from generator.language.en.speech.carrying import RULE
from generator.model import Block
from tests.analysis.articles import article

NAMES = {"Jane Roe": "p1", "Roe": "p1", "Max Poe": "p2", "Poe": "p2", "Harbour Board": "o1", "Ann Lee": "p3"}
ROE = "“We have lost the port,” Roe said on Monday.\n"
MORE = "“Nobody knows when it will open again.”"


def last(text: str) -> tuple[str | None, str | None]:
    """Who says the last quotation, and by which rule."""
    quotation = article(text, NAMES).quotations()[-1]
    return quotation.speaker, quotation.rule


@pytest.mark.parametrize(
    "text",
    [
        ROE + MORE,
        "Roe said: “We have lost the port.”\n" + MORE,
        "“We have lost the port,” Roe said. “It was a good port.”\n" + MORE,
        "“We have lost the port,” Roe told the Harbour Board.\n" + MORE,
        "After Poe left, Roe said: “We have lost the port.”\n" + MORE,
        ROE + "“It was a good port for all.”\n" + MORE,
        ROE + MORE + "\nThe port was built in 1901.",
        ROE + MORE + "\nThe port board met. Poe left.",
        "Roe said that the port was lost.\n" + MORE,
        "The port is old. Roe told the Harbour Board on Monday that it was lost.\n" + MORE,
        ROE + "“It was a good port. Nobody will build a new one.” “We know it.”",
    ],
)
def test_the_speaker_goes_on(text: str) -> None:
    """One speaker in the paragraph before: his words go on, and the rule is told."""
    assert last(text) == ("p1", RULE)


@pytest.mark.parametrize(
    "text",
    [
        "“Where were you in the night?” Roe said.\n" + MORE,
        "“We have lost the port,” Roe replied.\n" + MORE,
        "“We have lost the port,” Roe said to Max Poe.\n" + MORE,
        "“We have lost the port,” Roe said. Poe left the hall.\n" + MORE,
        "“We have lost the port,” Roe said. “We lost a friend,” Poe said.\n" + MORE,
        "“We have lost the port,” Poe said.\n“That was not my fault,” Roe said.\n" + MORE,
        ROE + "The port was built in 1901.\n" + MORE,
        ROE + "“Yes, and nobody told us.”",
        ROE + "“No way.”",
        ROE + MORE + "\nThose were the words of Max Poe.",
        ROE + MORE + "\nAnn Lee lives near the port.",
        "“We have lost the port.”\n" + MORE,
        "They said: “We have lost the port.”\n" + MORE,
        "Roe said that the port was lost.\nThe port is old.\n" + MORE,
        "Roe said that the port was lost. Poe left.\n" + MORE,
        "Roe said that the port was lost. It was built in 1901.\n" + MORE,
        "Roe said that Max Poe was lost.\n" + MORE,
        "The Harbour Board said that the port was lost.\n" + MORE,
        "Roe asked whether the port was lost.\n" + MORE,
    ],
)
def test_it_stays_open_where_somebody_else_may_speak(text: str) -> None:
    """Behind a question, an answer, a listener, a second speaker, or in a dialogue nobody is named."""
    assert last(text) == (None, None)


def test_words_printed_twice_are_nobodys() -> None:
    """A quotation that is printed large beside the text is not what the paragraph before it goes on with."""
    story = article(ROE + MORE + "\nThe port is old.\nPoe said: " + MORE, NAMES)
    assert [q.speaker for q in story.quotations()] == ["p1", None, "p2"]


def test_a_common_noun_goes_on_too() -> None:
    """Who has no name is told by the words that name him in the paragraph before."""
    text = "“We ran for our lives,” a witness said.\n" + MORE
    quotation = article(text, NAMES).quotations()[-1]
    assert quotation.speaker is None
    assert quotation.speaker_span and quotation.speaker_span.of(text) == "a witness"
    assert quotation.rule == RULE


def test_nothing_is_carried_over_a_heading() -> None:
    """Below a heading the words may be anybody's."""
    story = article(ROE + "A new port\n" + MORE, NAMES)
    blocks = story.document.blocks
    headed = replace(
        story,
        document=replace(story.document, blocks=(blocks[0], Block("heading", blocks[1].span), blocks[2])),
        sentences=tuple(s for s in story.sentences if not blocks[1].span.holds(s)),
    )
    assert headed.quotations()[-1].speaker is None
