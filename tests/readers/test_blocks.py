"""Blocks of plain text and Markdown."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import SourceError
from generator.model import Document
from generator.text.decoding import decode
from tests.conftest import Case
from tests.showing import document, show_blocks

MARKUP = st.text(alphabet=st.sampled_from("ab .\n\r\f\t\u00a0#>-*`|[]()<!&_~\\1:é\u2028"), max_size=80)


def assert_lawful(made: Document) -> None:
    """Blocks are in order, trimmed, and nothing but white space stands between them."""
    edges = [0, *(edge for block in made.blocks for edge in block.span), len(made.text)]
    for start, end in list(pairwise(edges))[::2]:
        assert start <= end
        assert not made.text[start:end].strip()
    for block in made.blocks:
        assert block.span.of(made.text) == block.span.of(made.text).strip() != ""
        assert (block.reason is None) == (block.kind != "boilerplate")


@pytest.mark.cases("readers/text.txt")
def test_text(case: Case) -> None:
    """Plain text: what is a block, and of which kind."""
    case.check(show_blocks(document(case.input)))


@pytest.mark.cases("readers/markdown.txt")
def test_markdown(case: Case) -> None:
    """Markdown: the visible text, block by block."""
    case.check(show_blocks(document(case.input, suffix=".md")))


@given(MARKUP)
def test_any_text_gives_lawful_blocks_and_stays_as_it_is(text: str) -> None:
    """The text of a .txt document is the file's, character by character; each visible one lies in one block."""
    try:
        made = document(text)
    except SourceError:
        assert not text.strip("\ufeff").strip() or text.startswith("---")
        return
    assert made.text == decode(text.encode()).text == text
    assert_lawful(made)


@given(MARKUP)
def test_any_markdown_gives_lawful_blocks(text: str) -> None:
    """Whatever the markup, blocks keep the model's laws or the file is refused as empty."""
    try:
        made = document(text, suffix=".md")
    except SourceError as error:
        assert "text" in error.fault or "empty" in error.fault
        return
    assert_lawful(made)


def test_line_ends_of_windows_stay() -> None:
    """CRLF is in the text, not in the blocks."""
    made = document("One.\r\n\r\nTwo.\r\n")
    assert made.text == "One.\r\n\r\nTwo.\r\n"
    assert [block.span.of(made.text) for block in made.blocks] == ["One.", "Two."]
