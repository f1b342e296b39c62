"""Whole pages made of hostile strings: the elements, attributes and links of plain words, and the same text."""

import dataclasses
import functools
import re
import string
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.model import Library, Page
from generator.rendering import render
from generator.rendering.addresses import LinkStyle
from generator.rendering.exports.markdown import front_matter
from generator.text.unicode import one_line
from tests.rendering.browse import Seen, browse, fold, naughty_strings
from tests.rendering.shelf import SETTINGS, Words, full_library

SIZE = re.compile(r"[\d,]+characters?")
"""The length of a text depends on it."""
NAMES = [field.name for field in dataclasses.fields(Words)]
# Longer ones are cut with an ellipsis in some places; `test_markup` has them. Path separators part a path.
STRINGS = [s for s in naughty_strings() if fold(one_line(s)) and len(s) < 40 and not fold(s).startswith(("//", "?"))]


def token(index: int) -> str:
    """A word that occurs nowhere else."""
    return "Q" + string.ascii_lowercase[index // 26] + string.ascii_lowercase[index % 26] + "q"


PLAIN = Words(**{name: token(index) for index, name in enumerate(NAMES)})


def compare(texts: Sequence[str], style: LinkStyle) -> None:
    """Compare pages of every kind of a library of these strings with those of the plain library."""
    hostile = full_library(Words(**dict(zip(NAMES, texts, strict=True))))
    for page, (path, plain) in zip(pages(hostile, style), plain_pages(style), strict=True):
        seen = browse(page.markdown)
        assert page.path == path
        if page.kind == "entities":
            # The letter that a name stands under is made of the name.
            assert [tag for tag, _ in seen.elements] == [tag for tag, _ in plain.elements], path
            continue
        assert seen.elements == plain.elements, path
        expected = plain.text
        for index in range(len(texts)):
            expected = expected.replace(token(index), f"\0{index}\1")
        for index, text in enumerate(texts):
            expected = expected.replace(f"\0{index}\1", fold(one_line(text)))
        assert SIZE.sub("#", seen.text) == SIZE.sub("#", expected), path


def pages(library: Library, style: LinkStyle) -> list[Page]:
    """The first page of each kind; those of named things have one template."""
    kinds: dict[str, Page] = {}
    for page in render(library, settings=SETTINGS, links=style):
        kinds.setdefault(page.kind, page)
    return [page for kind, page in kinds.items() if kind not in ("organization", "place", "named_event", "about")]


@functools.cache
def plain_pages(style: LinkStyle) -> list[tuple[str, Seen]]:
    return [(page.path, browse(page.markdown)) for page in pages(full_library(PLAIN), style)]


def batches(strings: Sequence[str], size: int) -> list[list[str]]:
    padded = [*strings, *strings[: -len(strings) % size]]
    return [padded[at : at + size] for at in range(0, len(padded), size)]


@pytest.mark.parametrize(
    "texts", batches(STRINGS, len(NAMES)), ids=lambda texts: texts[0][:10].encode("unicode_escape")
)
def test_hostile_strings_change_no_page(texts: list[str]) -> None:
    """Whatever the strings of a source hold, a page has the elements of its template and the words of the source."""
    compare(texts, "directory")


@pytest.mark.parametrize("turn", range(4))
def test_hostile_strings_change_no_exported_page(turn: int) -> None:
    """The same holds where source texts are written as Markdown paragraphs."""
    compare(STRINGS[turn * len(NAMES) : (turn + 1) * len(NAMES)], "markdown")


marks = st.text(st.sampled_from("ab1 \t*_`~[](){}<>!#|-+=:;.,\"'\\&%$^@é\u202e\x00\x02"), min_size=1, max_size=12)


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(st.lists(marks.filter(lambda text: bool(fold(one_line(text)))), min_size=len(NAMES), max_size=len(NAMES)))
def test_no_mix_of_marks_changes_a_page(texts: list[str]) -> None:
    """The same holds for any mix of the characters that Markdown, HTML and Jinja give a meaning."""
    compare(texts, "directory")


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\ud800", "\x00", "*" * 20_000, "[" * 20_000, "<a " * 7_000, "\u202e"]
)
def test_no_string_stops_a_page(text: str) -> None:
    """Empty, unprintable and endless strings give pages all the same, with front matter, in well-formed text."""
    library = full_library(Words(**dict.fromkeys(NAMES, text)))
    found = list(render(library, settings=SETTINGS))
    assert not [page.problem for page in found if page.problem]
    for page in found:
        (front_matter(page) + page.markdown).encode("utf-8")
        assert page.title and "\n" not in page.title + page.description


@pytest.mark.parametrize(
    "text", ["[" * 20_000, "*a " * 7_000, "<a " * 7_000, "![](" * 5_000, "`" * 20_000, "\n> " * 7_000]
)
def test_endless_marks_are_converted(text: str) -> None:
    """A page of 20 KB of one mark goes through Python-Markdown and shows every one of them."""
    library = full_library(dataclasses.replace(Words(), plain=text))
    page = next(page for page in render(library, settings=SETTINGS) if page.path == "briefs/one.md")
    assert fold(one_line(text, 100_000)) in browse(page.markdown).text
