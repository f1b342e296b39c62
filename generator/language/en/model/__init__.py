"""The language model at work: English text in; words, sentences, names and parse out. See MODEL_CARD.md.

The network and its runtime are loaded with the first text that is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.language.name import Name
from generator.model import Span
from generator.text.memo import load


class Token(NamedTuple):
    """A word and its place in the sentence's tree (Universal Dependencies)."""

    span: Span
    pos: str
    head: int
    """Index of the head among the tokens of the reading; its own index: the root of its sentence."""
    relation: str
    sentence: int
    """Index into `Reading.sentences`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the model says of a text; spans are into the text, in order, not overlapping."""

    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    names: tuple[Name, ...]


def read_text(text: str, spans: Sequence[Span]) -> Reading:
    """What the model says of `spans`, the blocks of `text`, in order. No sentence and no name crosses a block."""
    reading: Reading = load("generator.language.en.model.reading:read_text")(text, spans)
    return reading


def load_model() -> None:
    """Load the network now, where it will be asked: in a thread, as most of it is work outside of Python."""
    load("generator.language.en.model.reading:load_session")()
