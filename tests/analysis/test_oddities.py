"""What is odd in a source is noted with its words; what only looks odd is not."""

import pytest

from generator.analysis import analyse
from generator.cleaning import clean
from generator.model import Source
from generator.readers import read

HEAD = """Harbour opens again

The harbour of Westport opened again on Monday, the mayor said in the morning.

Ships that had been sent away came back in the night, and the crews were thanked by the town.

"""


def notes(text: str, head: str = HEAD, sidecar: str = "language: en") -> list[tuple[str, str]]:
    """Each note on the text with the words that it is about."""
    document = clean(read(Source("a.txt", "a", (head + text).encode(), sidecar.encode())))
    found = analyse(document).problems
    return [(note.what, note.span.of(document.text)) for note in found if note.span]


TWICE = "a word stands twice"
ODD = {
    "The port of the the town was closed.": (TWICE, "the the"),
    "The the port was closed by the town.": (TWICE, "The the"),
    "It was sold to to a company in Hull.": (TWICE, "to to"),
    "Vale said said that the bridge holds.": (TWICE, "said said"),
    "They may may come back in the spring.": (TWICE, "may may"),
    "She arrived at at about eight o'clock.": (TWICE, "at at"),
    "It is a a long way to the other port.": (TWICE, "a a"),
    "The cows were led into a into a field.": ("words stand twice", "into a into a"),
    "It is one of the one of the best ports.": ("words stand twice", "one of the one of the"),
    "She said in a press release said that it holds.": ("“said” stands twice", "said in a press release said"),
    "Vale announced on Monday announced a new bridge.": ("“announced” stands twice", "announced on Monday announced"),
    "The bridge (built in 1950 was closed.": ("unbalanced bracket", "("),
    "The bridge, built in 1950), was closed.": ("unbalanced bracket", ")"),
    "“The bridge holds, Vale said to the town.": ("unbalanced quotation mark", "“"),
    "The mayor said to the town that the": ("the text ends in mid-sentence", "the"),
    "The mayor said to the town on Monday,": ("the text ends in mid-sentence", "Monday,"),
    "The mayor told the crews of the ships that they could come back and": ("the text ends in mid-sentence", "and"),
    "The mayor told the crews of the ships that they could come back and that they would be pai": (
        "the text ends without a full stop",
        "pai",
    ),
    "The mayor told the crews of the ships to come ...": ("the text ends with an ellipsis", "..."),
    "The mayor told the crews of the ships to come […]": ("the text ends with an ellipsis", "[…]"),
    "The mayor told the crews of the ships to come [...]": ("the text ends with an ellipsis", "[...]"),
    "The mayor met the crews on the quay in the morning. She told them that they would have to\n\nThe town was glad.": (
        "a sentence breaks off",
        "to",
    ),
    "The mayor met the crews on the quay in the morning. She told them that they would —\n\nNobody heard the rest.": (
        "a sentence breaks off",
        "—",
    ),
}


@pytest.mark.parametrize("text", ODD)
def test_what_nobody_means_is_noted(text: str) -> None:
    """One note, with the words of the source."""
    assert notes(text) == [ODD[text]]


PLAIN = [
    "She had had enough of the bridge by then.",
    "He knew that that bridge would hold for long.",
    "What it is is a bridge, and it holds.",
    "The house that they lived in in May was sold.",
    "Was it “the” The Hague that he meant then?",
    "They live in New York, New York, near Walla Walla and Bora Bora.",
    "No, no, no, said the mayor, it is very, very old.",
    "It was a long, long way, and she was very very tired.",
    "He tried again and again and again to close it.",
    "They worked day after day after day on the bridge.",
    "They played on, try for try for the whole evening.",
    "She gave her her coat, and him his.",
    "The Who who sang there came back in May.",
    "Duran Duran and Talk Talk sang in The The's town.",
    "He said on Monday that she said it holds.",
    "She said in London Vale said that it holds.",
    "The minister told the press that Vale told him so.",
    "She said it in a letter and he said it in the town.",
    "The bridge (built in 1950 (or 1951)) was closed.",
    "The town asked for: a) a bridge, b) a port and 3) a road.",
    "It was a good day :) and they all came back ;-)",
    "It was a good day (: and they all came back :\u2011) to us.",
    "Vale and Hull signed it (see below).",
    "The mayor thanked the crews of all the ships that had come back to the harbour.[1]",
    "The mayor thanked the crews of all ships that had come back.[citation needed]",
    "The mayor thanked the crews of all ships that had come back. (AP)",
    "The mayor said to all of the crews in the town: “Come back to us.”",
    "Additional reporting by our correspondents in Hull and by the people of the port of York and of the town",
    "Read all about it on our site at https://westport.example/2021/05/06/harbour-opens-again-and-so-on",
    "For more on this, write to the harbour office or to the mayor of the town at office@westport.example",
    "The ships that came back:\n\n- the Anna, with a crew of twelve people from the town and\n- the Berta",
    "The mayor said to the crews of the ships,\n\n“Come back to the harbour, all of you.”",
    "The mayor told the crews of the ships that\n\nthey could come back to the harbour now.",
    "Nora Lind, Mayor of Westport",
    "© 2021 Westport Weekly, all rights reserved by the paper and by those who wrote in it for the town",
]


@pytest.mark.parametrize("text", PLAIN)
def test_what_a_writer_may_mean_is_not(text: str) -> None:
    """Doubled words of good English, names, lists, credits, addresses and remarks."""
    assert notes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Harbour lights\n\nI saw the ships come in at night\nand heard the bells that rang and\nthe sea that went away",
        "Ports of the north\n\nWestport\n\nHull\n\nYork\n\nThe rest of them will be told of in May",
        "Anna: are you there\n\nBen: yes i am and where are you now because the ship is\n\nAnna: coming",
        "Only a headline that goes on and on about the harbour of the town of Westport in May",
    ],
)
def test_texts_without_full_stops_have_no_notes(text: str) -> None:
    """Verses, lists, chats and lines: where nothing ends with a mark, the end lacks none."""
    assert [what for what, _ in notes(text, head="") if "ends" in what] == []


@pytest.mark.parametrize(("day", "told"), [("on Monday", ["the text ends without a full stop"]), ("today", [])])
def test_paragraphs_of_eight_words_show_that_texts_end(day: str, told: list[str]) -> None:
    """Shorter ones may be lines of a list: they say nothing of the end."""
    head = f"Harbour opens again\n\nThe port of Westport opened again {day}.\n\nThe ships of Hull came back {day}.\n\n"
    last = "The mayor told the crews of the ships that they would all be pai"
    assert [what for what, _ in notes(last, head)] == told


def test_other_languages_double_other_words() -> None:
    """Only English words are known not to stand twice; brackets are the same in all."""
    german = "Das Haus, an an das er dachte, war to to alt (und leer."
    assert notes(german, sidecar="language: de") == [("unbalanced bracket", "(")]


def test_a_source_has_at_most_forty_notes() -> None:
    """Whoever has that many knows what to expect."""
    text = "The port of the the town was closed.\n\n"
    assert [len(notes(text * count)) for count in (39, 40, 41, 90)] == [39, 40, 40, 40]
