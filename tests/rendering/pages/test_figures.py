"""The page of figures: those behind the first thirty are folded."""

import re
from dataclasses import replace

import pytest

from generator.rendering import render
from tests.rendering.findings.collection import collection
from tests.rendering.shelf import SETTINGS


def page_of(times: int) -> str:
    """The page of a collection whose figures stand in it so many times."""
    library = collection()
    briefs = tuple(
        replace(brief, analysis=replace(brief.analysis, quantities=brief.analysis.quantities * times))
        for brief in library.briefs
    )
    pages = {page.path: page for page in render(replace(library, briefs=briefs), settings=SETTINGS)}
    return pages["figures/index.md"].markdown


def test_few_figures_stand_open() -> None:
    """Each group has a heading."""
    page = page_of(1)
    assert "<details" not in page
    assert '<h2 id="g1" markdown>' in page


@pytest.mark.parametrize("times", [1, 10])
def test_a_count_is_set_off_from_what_is_counted(times: int) -> None:
    """Else a heading that ends with a number reads as one number with its count: "January 2022 4 figures"."""
    titles = re.findall(r"^(?:<h2 |<summary>).*$", page_of(times), re.MULTILINE)
    assert titles
    assert all(re.search(r'\w <span class="briefs-count">· \d', title) for title in titles)


@pytest.mark.parametrize("times", [5, 10])
def test_many_figures_are_folded_by_what_they_count(times: int) -> None:
    """What stood as a heading is the fold with its number; paper has all of it."""
    page = page_of(times)
    titles = re.findall(r'<details class="briefs-fold briefs-paper" id="g\d+" markdown>\n<summary>([^<]*)', page)
    groups = re.findall(r'<h2 id="g\d+" markdown>([^<]*)', page_of(1))
    assert 0 < len(titles) < len(groups)
    assert titles == groups[-len(titles) :]
    assert page.index("<h2") < page.index("<details")
    assert page.count("</details>") == len(titles)
