"""What agencies and press wires put behind a text, and what says who wrote it."""

import pytest

from generator.cleaning import clean
from tests.showing import document

DISPATCH = (
    "Harbour opens after eleven weeks\n\n"
    "HOLM, Jan 5 (PTI) The harbour of Holm will open again on Monday, the mayor said at noon.\n\n"
    "Forty ships came in before the evening, and the pilots were glad of it.\n\n"
)
STORY = (
    "Library to move into the station\n\nBy Edda Moss\n\n8 June 2021\n\n"
    "The town of Holm will move its library into the empty station, Mayor Ruth Abel said on Monday.\n\n"
    "The books need more room, and the station has stood empty since the last train left.\n\n"
)
RELEASE = (
    "Quay Systems Reports Third Quarter Results\n\n"
    "HOLM, Feb. 14, 2022 /PRNewswire/ -- Quay Systems, Inc. said today that it has sold more cranes.\n\n"
    '"We are glad," said Ann Lee, chief executive of Quay Systems.\n\n'
)
NOTICE = "Some lines of this release are forward-looking statements under Section 27A; actual results may be others."


def cut(text: str) -> list[str]:
    """What is left out."""
    cleaned = clean(document(text))
    return [block.span.of(text) for block in cleaned.blocks if block.kind == "boilerplate"]


@pytest.mark.parametrize("end", ["Enditem", "--IANS ab/cd", "(END)", "WAM/Ann Lee"])
def test_an_end_mark_is_split_off(end: str) -> None:
    """The sentence before it stays whole."""
    text = f"{DISPATCH}The pilots said so. {end}"
    assert cut(text) == [end]
    assert any(block.span.of(text) == "The pilots said so." for block in clean(document(text)).blocks)


@pytest.mark.parametrize("line", ["###", "abc/de/fg", "PTI AB CD", "– ZNA"])
def test_an_end_mark_is_a_line_of_its_own(line: str) -> None:
    """Among the last lines only."""
    assert cut(f"{DISPATCH}The pilots said so.\n\n{line}") == [line]


@pytest.mark.parametrize(
    "note",
    [
        "Edda Moss covers schools and hopes for shorter days. She lives in Perth. Follow Edda on Twitter @eddamoss.",
        "Ann Lee is a reporter for the Echo. She can be reached at ann@echo.example.",
        "Edda Moss writes about towns. Email her at em@echo.example.",
        "Edda Moss is the Echo’s council reporter.",
        "She is a senior writer at the Echo. Follow her on Instagram.",
        "Edda lives in Perth. Follow Edda on Bluesky.",
    ],
)
def test_a_note_on_the_author_is_left_out(note: str) -> None:
    """Last on the page, with a call to follow or the name of the byline."""
    assert cut(STORY + note) == [note]


@pytest.mark.parametrize(
    "sentence",
    [
        "Edda Poe is the leader of the party and will follow him to London.",
        "Ruth Abel covers the cost of the repairs for the town.",
        "Ruth Abel has asked people to follow the rules on the beach.",
        "The mayor said people can email her at the town hall.",
        "She lives in Perth with three dogs.",
        "Ruth Abel asked the crowd to follow her to the station.",
        "Ruth Abel is a writer and said so on Monday.",
    ],
)
def test_what_is_told_of_others_stays(sentence: str) -> None:
    """A person of the article is not its author."""
    assert cut(STORY + sentence) == []


def test_the_tail_of_a_press_release_is_left_out() -> None:
    """Its legal notice under a heading, its portrait, whom to ask, and the lines of the wire."""
    tail = (
        f"Cautionary Note\n\n{NOTICE}\n\nQuay Systems undertakes no obligation to update them.\n\n"
        "About Quay Systems\n\nQuay Systems is a leading provider of cranes.\n\n"
        "Media Contact:\nBo Ek\n+44 20 5555 0100\nbo@quay.example\n\n"
        "SOURCE Quay Systems, Inc.\n\nView original content: https://www.example.org/x.html"
    )
    assert "\n\n".join(cut(RELEASE + tail)).split() == tail.split()


def test_what_an_article_says_of_forward_looking_statements_stays() -> None:
    """One word of lawyers makes no notice, and a heading "Contact" no contact."""
    text = (
        STORY + "Readers were told that forward-looking statements hold risks and uncertainties, the judge said.\n\n"
        "Contact\n\nThe last contact with the ship was at noon, the pilot said."
    )
    assert cut(text) == []


def test_an_agency_behind_a_dash_ends_its_dispatch() -> None:
    """Named at the head, it is an end mark below; named below only, it is the credit."""
    body = "The ships left the port of Tema on Monday, the board said.\n\nThe pilots said so.\n\n-- BERNAMA"
    assert cut(f"Ships leave port\n\nTEMA, Jan 9 (Bernama) -- {body}") == ["-- BERNAMA"]
    assert cut(f"Ships leave port\n\n{body}") == []
