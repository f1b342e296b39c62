"""What has a page and what a line in the index, and how an index is divided."""

import dataclasses
import re
from pathlib import Path

from generator.model import Entity, Evidence, Library, Page, Quotation, Span
from generator.rendering import render
from generator.rendering.layout import divide_names
from generator.settings import Settings
from tests.rendering.pages.test_entity import library_of

BARE, TOLD = "Ada Reed sang. They saw Ada Reed.", "Ada Reed, the mayor, sang. They saw Ada Reed."


def pages_of(library: Library, limit: int = 100) -> dict[str, Page]:
    settings = Settings(seeds=Path("seeds"), entity_pages_limit=limit)
    return {page.path: page for page in render(library, settings=settings, links="markdown")}


def quoted(library: Library) -> Library:
    """The same, with words of its one person in each brief."""
    briefs = []
    for brief in library.briefs:
        said = Quotation(Span(0, 8), "direct", "e1")
        briefs.append(dataclasses.replace(brief, analysis=dataclasses.replace(brief.analysis, quotations=(said,))))
    return dataclasses.replace(library, briefs=tuple(briefs))


def test_a_name_of_which_one_brief_only_says_that_it_is_there_has_a_line() -> None:
    """A stated role, a quotation or a second brief makes a page; a bare name has a line that leads to its sentence."""
    pages = pages_of(library_of((None, BARE)))
    assert "people/ada.md" not in pages
    line = next(line for line in pages["people/index.md"].markdown.splitlines() if "Ada Reed" in line)
    assert '<span id="n-ada"></span>[Ada Reed](../briefs/b0.md#s1)' in line and "2 mentions in [" in line
    assert "people/ada.md" in pages_of(library_of((None, TOLD), role="the mayor"))
    assert "people/ada.md" in pages_of(quoted(library_of((None, BARE))))
    assert "people/ada.md" in pages_of(library_of((None, BARE), (None, BARE)))


def test_in_a_large_collection_a_page_needs_several_briefs() -> None:
    """Beyond `entity_pages_limit` four briefs make a page, or two with a role or a quotation."""
    for library, has_page in (
        (library_of((None, TOLD), role="the mayor"), False),
        (library_of(*[(None, BARE)] * 3), False),
        (library_of(*[(None, BARE)] * 4), True),
        (library_of((None, TOLD), (None, BARE), role="the mayor"), True),
        (quoted(library_of((None, BARE), (None, BARE))), True),
    ):
        assert ("people/ada.md" in pages_of(library, limit=0)) is has_page


def test_a_line_leads_to_all_that_it_stands_for() -> None:
    """It names each brief, and its role leads to the sentence; in each of its briefs the name leads to the line."""
    pages = pages_of(library_of((None, TOLD), (None, BARE), role="nobody"), limit=0)
    line = next(line for line in pages["people/index.md"].markdown.splitlines() if "n-ada" in line)
    assert "../briefs/b0.md" in line and "../briefs/b1.md" in line
    assert "../people/index.md#n-ada" in pages["briefs/b0.md"].markdown
    alone = pages_of(library_of((None, TOLD), role="the mayor"), limit=0)
    assert "[the mayor](../briefs/b0.md#s1)" in alone["people/index.md"].markdown
    assert "people/index.md#n-ada" not in alone["briefs/b0.md"].markdown


def test_a_long_letter_is_divided_by_two_letters() -> None:
    """By letter, then by two letters, then by number; every name has one place."""
    names = [f"{first}{second} {n}" for first in "AB" for second in "ab" for n in range(3)] + [
        "A",
        "A. Zed",
        "Ба",
        "9 Lives",
    ]
    where = (Evidence("b0", Span(0, 1)),)
    entities = [Entity(f"e{n}", "Person", name, (), (), where) for n, name in enumerate(names)]
    pages = divide_names(entities, "Person", 3)
    found = [re.sub("people/by-letter/", "", page.path) for page in pages]
    assert found == ["a.md", "aa.md", "ab.md", "az.md", "ba.md", "bb.md", "other.md", "u0431.md"]
    assert sorted(e.id for page in pages for e in page.rows) == sorted(e.id for e in entities)
    assert [page.path for page in divide_names(entities, "Person", 100)] == ["people/index.md"]
