"""Versions of one report: folded in lists, readable each, side by side."""

from dataclasses import replace

from generator.linking import link
from generator.model import Analysis, Library
from generator.rendering import render
from tests.rendering.pages.test_pages import check_links
from tests.rendering.shelf import SETTINGS, analysis_of

OLD = [
    "The ferry ran aground on <Monday> with ninety people on board, the coast guard told the press in the evening.",
    "Two fishing boats took all of them to the harbour of Holm within an hour and a half of the first call.",
    "The company owns six more ships of the same age.",
]
NEW = [OLD[0].replace("ninety", "ninety-two"), "Divers found a crack.", *OLD[1:]]


def collection() -> Library:
    """An older and a newer version, and a brief beside them."""
    other = ["It was dry.", "The mayor opened a school."]
    return link(
        [
            source("old", "Old one", OLD, "2022-05-02"),
            source("new", "New one", NEW, "2022-05-03"),
            source("other", "Other", other, "2022-05-04"),
        ]
    )


def source(brief: str, title: str, sentences: list[str], day: str) -> Analysis:
    analysis = analysis_of(brief, [("title", title), ("paragraph", sentences)], date=day)
    return replace(analysis, document=replace(analysis.document, sha256=brief))


def test_lists_fold_versions() -> None:
    """The newest stands for all and says how many there are; the older one has its page, which leads on."""
    pages = {page.path: page.markdown for page in render(collection(), settings=SETTINGS)}
    for path in ("index.md", "briefs/index.md"):
        assert "briefs/new.md" in pages[path] or "(new.md)" in pages[path]
        assert "old.md" not in pages[path]
        assert '<span class="briefs-tag">2 versions</span>' in pages[path]
    assert "2 briefs, newest first" in pages["briefs/index.md"]
    assert "There is a newer version of this report" in pages["briefs/old.md"]
    assert "(old/beside/new.md)" in pages["briefs/old.md"]
    assert "**Older versions:**" in pages["briefs/new.md"]
    check_links({page.path: page for page in render(collection(), settings=SETTINGS, links="markdown")})


def test_two_versions_side_by_side() -> None:
    """What differs is marked, escaped, and each sentence leads to its source."""
    pages = {page.path: page.markdown for page in render(collection(), settings=SETTINGS)}
    page = pages["briefs/old/beside/new.md"]
    assert "with ninety<ins>&#45;two</ins> people" in page
    assert "<ins>Divers found a crack&#46;</ins>" in page
    assert "<Monday>" not in page
    assert "(../../old.md#s2)" in page
    assert "(../../new.md#s3)" in page
    assert "2 sentences stand in both" in page
