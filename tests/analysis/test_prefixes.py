"""A text may break off anywhere: whatever is left is read, and what is found in it is in it."""

import pytest

from evaluation.prefixes import Tally, Text, choose_cuts, read_piece, report, try_text

MARCH = """Harbour pact signed in Leeds

LEEDS, March 3 (Reuters) - Under Secretary of State for Ports Nora Lind, 52, is under pressure as President
Tom Arden's "last friend".

“We will not pay,” Mr. Arden told the BBC on Monday, according to its report. "It is over"... Lind, who served as mayor
of York from May 2011 to 2015, said: 'No.' -- Jane Roe"""
LIST = """By Ann Bell | Updated: 5 May 2021

• "Talks" (summit of the N.O.C.), 12-13 June; must not be cancelled, the Chilean prime minister's spokesman warned
• Acme Corp. (ACM) — the firm “which Roe leads” – was quoted by AFP as saying that it, too, “would

About Acme
Acme Corp. is a maker of ships. © 2021 Acme. Read more: https://acme.example/2021/05/06/x"""
ENDS = [
    "Tom Arden became the under",
    "He met Lena Holm, a serious under",
    "As President, Tom Arden, who is under",
    "It was told to her deputy under",
    "the former ex-",
    "Lena Holm, the mayor of",
    "She was the minister for the",
    "said Under",
    "cited Lena Holm as",
    "“",
    "He said: “",
    "in the 19",
    "On 31 February 20",
    "NATO (",
    "Ports and Ships Office (PSO",
]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("text", [MARCH, LIST])
def test_a_text_may_break_off_at_every_character(text: str, language: str) -> None:
    """No piece costs a finding or a source, and every finding is verbatim: with the model and by rules alone."""
    pieces = [text[:end] for end in range(1, len(text) + 1)]
    faults = {piece[-40:]: found for piece in pieces if (found := list(read_piece(piece, f"language: {language}")))}
    assert faults == {}


@pytest.mark.parametrize("text", ENDS)
def test_the_last_word_may_be_any(text: str) -> None:
    """A word that asks for another behind it is read where there is none."""
    assert list(read_piece(text, "language: en")) == list(read_piece(text, "language: fr")) == []


def test_cuts_are_the_sentence_ends_and_chance_places() -> None:
    """They are the same for the same name, and at most as many as were asked for."""
    text = "It rained. She left. He stayed at home."
    assert choose_cuts(text, "a", ends=None, places=0) == [10, 20, 39]
    assert choose_cuts(text, "a", ends=1, places=4) == choose_cuts(text, "a", ends=1, places=4)
    assert len(choose_cuts(text, "a", ends=0, places=500)) == len(text)


def test_what_was_tried_is_told() -> None:
    """The report names texts, pieces and faults."""
    tally = try_text(Text("a", "It rained. She left."), ends=None, places=2)
    assert tally == Tally(tally.pieces, ())
    assert next(report([tally], 1.0)) == f"1 texts, {tally.pieces} pieces, 0 with a fault (1 s)"
