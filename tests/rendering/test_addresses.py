"""Paths, anchors and the links between them."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Span
from generator.rendering.addresses import address, continued, href, lay_out, relative
from tests.rendering.shelf import analysis_of

paths = st.lists(st.sampled_from(["a", "b", "people", "index"]), min_size=1, max_size=4).map(
    lambda p: "/".join(p) + ".md"
)


def resolve(folder: str, link: str) -> str:
    """Where a link leads from a folder."""
    return posixpath.normpath(posixpath.join(folder, str(link)))


@given(paths, paths)
def test_a_markdown_link_leads_to_its_target(here: str, target: str) -> None:
    """A relative link, followed from the folder of its page, is the target's path."""
    assert resolve(posixpath.dirname(here), relative(target, here)) == target


@given(paths, paths)
def test_a_raw_link_leads_to_the_address_of_its_target(here: str, target: str) -> None:
    """Under directory addresses each page is a folder, and an index is the folder that it stands in."""

    def folder(path: str) -> str:
        stem = path.removesuffix(".md")
        parts = stem.split("/")
        return "/".join(parts[:-1] if parts[-1] == "index" else parts)

    assert resolve(folder(here), href(target, here, "directory")) == (folder(target) or ".")
    assert resolve(posixpath.dirname(here), href(target, here, "file")) == target.removesuffix(".md") + ".html"


@pytest.mark.parametrize(
    ("target", "here", "expected"),
    [
        ("briefs/a.md#s1", "briefs/a.md", "#s1"),
        ("briefs/a.md#s1", "briefs/b.md", "a.md#s1"),
        ("briefs/a.md", "index.md", "briefs/a.md"),
        ("index.md", "briefs/a/text-2.md", "../../index.md"),
        ('briefs/a"b).md#s1', "briefs/b.md", "a%22b%29.md#s1"),
    ],
)
def test_links_are_short_and_safe(target: str, here: str, expected: str) -> None:
    """A link on the same page is its fragment; what could end a link is coded."""
    assert relative(target, here) == expected


def test_parts_of_a_page_have_paths_of_their_own() -> None:
    """No part of an index can be taken for a page of what it lists."""
    assert [continued("a/b.md", n) for n in (1, 2)] == ["a/b.md", "a/b/page-2.md"]
    assert [continued("a/index.md", n) for n in (1, 2)] == ["a/index.md", "a/pages/2.md"]


def test_words_lead_to_their_sentence_else_their_block() -> None:
    """A span in a sentence has the sentence's anchor, one in another block the block's; both count from 1."""
    analysis = analysis_of("x", [("title", "A title"), ("paragraph", ["One.", "Two."])])
    leaves, text = lay_out("x", analysis, 1_000), analysis.document.text
    found = {words: address(leaves, Span(text.index(words), text.index(words) + 2)) for words in ("title", "One", "wo")}
    assert found == {"title": "briefs/x.md#b1", "One": "briefs/x.md#s1", "wo": "briefs/x.md#s2"}


blocks = st.lists(
    st.lists(st.text(st.just("x"), min_size=1, max_size=40), min_size=1, max_size=5), min_size=1, max_size=8
)


@given(blocks, st.integers(1, 60))
def test_a_layout_holds_every_word_on_one_page(texts: list[list[str]], limit: int) -> None:
    """Pages follow each other without gap, none is longer than asked, and a sentence's address is where it begins."""
    analysis = analysis_of("x", [("paragraph", sentences) for sentences in texts])
    leaves = lay_out("x", analysis, limit)
    pages = [span for _, span in leaves.pages]
    assert "".join(span.of(analysis.document.text) for span in pages) == analysis.document.text
    assert all(0 < span.end - span.start <= limit for span in pages)
    for index, span in enumerate(analysis.sentences):
        page, _, anchor = address(leaves, span).partition("#")
        number = sum(page.start <= span.start for page in pages)
        assert anchor == f"s{index + 1}"
        assert page == ("briefs/x.md" if number == 1 else f"briefs/x/text-{number}.md")
