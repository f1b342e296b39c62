"""The shipped model reads any text: in order, inside its blocks, the same each time, in linear time."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language.en.model import Reading, read_text
from generator.language.en.model.decoding import FoundName
from generator.language.en.model.reading import build_name
from generator.language.name import Name
from generator.model import Span
from generator.workers import Limit, call_within

NEWS = (
    "US Deputy Secretary of State Wendy Sherman met Russian diplomats in Geneva on Monday. “We were firm,” Sherman "
    "said. Moscow denies that it plans to invade Ukraine.\nThe talks at the United Nations go on, Mr. Ryabkov said."
)


def read(text: str) -> Reading:
    """The lines of a text, read."""
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return read_text(text, spans)


def test_names_and_sentences_are_found() -> None:
    """Persons without their titles, organizations, places; no sentence ends after "Mr."."""
    reading = read(NEWS)
    names = {(name.span.of(NEWS), name.type) for name in reading.names}
    assert {("Wendy Sherman", "Person"), ("Sherman", "Person"), ("Geneva", "Place"), ("Ryabkov", "Person")} <= names
    assert ("United Nations", "Organization") in names
    assert not any(words == "Russian" for words, _ in names)
    assert [span.of(NEWS)[:10] for span in reading.sentences] == [
        "US Deputy ",
        "“We were f",
        "Moscow den",
        "The talks ",
    ]


def test_a_name_ends_with_a_word_that_can_end_one() -> None:
    """A run of words that the network cuts short is no name with "of the" at its end."""
    text = "Supreme Court of the Isles"
    words = [Span(0, 7), Span(8, 13), Span(14, 16), Span(17, 20), Span(21, 26)]
    assert [build_name(FoundName(0, end, (0, 1, 0, 0), 1), text, words) for end in (4, 5)] == [
        Name(Span(0, 13), "Organization", "model"),
        Name(Span(0, 26), "Organization", "model"),
    ]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    """Spans are in order and inside one block; every head is in its own sentence."""
    reading = read(text)
    for row in ([t.span for t in reading.tokens], reading.sentences, [name.span for name in reading.names]):
        assert all(a.end <= b.start for a, b in pairwise(row))
        assert all(span.start < span.end and "\n" not in span.of(text) for span in row)
    for token in reading.tokens:
        assert reading.tokens[token.head].sentence == token.sentence
        assert reading.sentences[token.sentence].holds(token.span)


@pytest.mark.parametrize(
    "text", ["", " \n ", "a-" * 5000, "a" * 20000, "." * 5000, "\u0301" * 500, "@" * 3000, "Bank of " * 1000]
)
def test_hostile_text_is_read_within_a_limit(text: str) -> None:
    """Nothing is quadratic: no text needs the processor time after which a call is given up."""
    limit: Limit[str, Reading | None] = Limit(lambda _: 20.0, lambda _: None)
    assert call_within(read, limit, text) is not None


def test_marks_without_a_letter_are_not_read() -> None:
    """What stands around thousands of them is found; they are words, and no names."""
    text = f"Ann Bell met him. {'* # - ' * 400}Then Omar Nasser left York."
    reading = read_text(text, [Span(0, len(text))])
    assert [name.span.of(text) for name in reading.names] == ["Ann Bell", "Omar Nasser", "York"]
    assert sum(token.span.of(text) in "*#-" for token in reading.tokens) == 1200
    assert {token.pos for token in reading.tokens if token.span.start in range(600, 1800)} == {"PUNCT"}
