"""The laws of the model (ARCHITECTURE.md), each shown to hold for everything that the stages make."""

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import model
from generator.analysis import analyse
from generator.checking import fold
from generator.cleaning import clean
from generator.linking import link
from generator.model import Analysis, Document, Source, Span
from generator.readers import read
from generator.settings import Settings

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
VALUES = [value for value in vars(model).values() if isinstance(value, type) and dataclasses.is_dataclass(value)]

WORDS = st.sampled_from(
    [
        *["Ann Bell", "said", "that", '"we"', "told", "Leeds", "on Monday", ",", ".", "”", "“It is”", "(AP)", "\n\n"],
        *["the President of France", "7 January 2021", "he", "US", "NATO", "Read more", "- one", "Bell's", "will"],
        *["“", "'", "(", "…", "NATO-Russia Council", "as per AP", "who", "Lt. Gen.", "WE WON", "mayor"],
    ]
)
TEXTS = st.one_of(
    st.lists(WORDS, min_size=1, max_size=60).map(" ".join),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), min_size=1, max_size=200),
).filter(re.compile(r"[^\s\u200b-\u200f\u2060\ufeff]").search)


def study(text: str) -> Analysis:
    content = text.encode()
    return analyse(clean(read(Source("a.txt", "a", content))))


def spans_in(value: Any) -> Iterator[Span]:
    """Every span in a value, however deep."""
    if isinstance(value, Span):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from spans_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)


@pytest.mark.parametrize("value", [*VALUES, Settings])
def test_every_value_is_frozen(value: type) -> None:
    """Law 1: no field of any value of the model can be set again."""
    params = value.__dataclass_params__  # type: ignore[attr-defined]  # every dataclass has it
    assert params.frozen


@pytest.mark.parametrize("file", SEEDS, ids=lambda file: file.name)
def test_the_text_is_the_file(file: Path) -> None:
    """Law 2: reading and cleaning change no character, and blocks cover all but white space."""
    document = clean(read(Source(file.name, "x", file.read_bytes())))
    assert document.text == file.read_bytes().decode()
    assert rest_of(document).strip() == ""


def rest_of(document: Document) -> str:
    """What stands outside all blocks."""
    at, parts = 0, []
    for block in document.blocks:
        parts.append(document.text[at : block.span.start])
        at = block.span.end
    return "".join([*parts, document.text[at:]])


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_span_lies_in_the_text(text: str) -> None:
    """Law 3: every span of every finding has words, inside the text, whatever the text."""
    analysis = study(text)
    assert rest_of(analysis.document).strip() == ""
    for span in spans_in(analysis):
        assert 0 <= span.start < span.end <= len(analysis.document.text)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_sentences_are_of_the_body_and_findings_are_verbatim(text: str) -> None:
    """Law 3: sentences are parts of body blocks; names (folded), roles and credits are their words."""
    analysis = study(text)
    words = analysis.document.text
    body = [block.span for block in analysis.document.blocks if block.is_body]
    assert all(any(block.holds(sentence) for block in body) for sentence in analysis.sentences)
    assert set(analysis.summary) <= set(range(len(analysis.sentences)))
    for entity in analysis.entities:
        forms = {mention.span.of(words) for mention in analysis.mentions if mention.entity == entity.id}
        assert {*map(fold, (entity.name, *entity.aliases))} == {*map(fold, forms)}
        assert all(role.span.of(words) == role.title for role in entity.roles)
    assert all(credit.span.of(words) == credit.name for credit in analysis.credits)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_analysing_twice_is_the_same(text: str) -> None:
    """Law 6: equal input gives equal values, also after a trip through the cache's form."""
    analysis = study(text)
    assert analysis == study(text)
    assert msgspec.json.decode(msgspec.json.encode(analysis), type=Analysis) == analysis


def test_the_order_of_sources_changes_nothing() -> None:
    """Law 6: linking forwards and backwards gives equal libraries."""
    analyses = [analyse(clean(read(Source(file.name, file.stem[:3], file.read_bytes())))) for file in SEEDS]
    assert link(analyses) == link(analyses[::-1])
