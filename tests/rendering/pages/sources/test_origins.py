"""Which briefs rest on one agency."""

import dataclasses

from generator.model import Brief, Credit, Library
from generator.rendering import render
from tests.rendering.pages.test_pages import check_links
from tests.rendering.shelf import SETTINGS, analysis_of, find


def collection(count: int) -> Library:
    """Briefs from Grain Wire, the first of which cites the Low Post twice, and one without a credit."""
    briefs = []
    for number in range(count):
        name = "GRAIN WIRE" if number else "Grain Wire"
        analysis = analysis_of(f"b{number}", [("paragraph", [f"Rain fell, said the Low Post. ({name})"])])
        text = analysis.document.text
        credits = [Credit("wire", name, find(text, name)), Credit("image", "Lens", find(text, "Rain"))]
        cited = [Credit("cited", "Low Post", find(text, "Low Post"))] * 2 if not number else []
        analysis = dataclasses.replace(analysis, credits=(*credits, *cited))
        briefs.append(Brief(f"b{number}", analysis, ()))
    briefs.append(Brief("none", analysis_of("none", [("paragraph", ["It was dry."])]), ()))
    return Library(tuple(briefs), (), ())


def test_briefs_of_one_agency_stand_together() -> None:
    """The agency of most briefs first, however it is spelled, each brief once; an owner of pictures is none."""
    pages = {page.path: page for page in render(collection(3), settings=SETTINGS)}
    page = pages["sources/agencies.md"].markdown
    assert page.index("GRAIN WIRE") < page.index("Low Post <span")
    assert "2 agencies and media that briefs are from or cite" in page
    assert page.count("3 briefs") == 2
    assert page.count('<span class="briefs-tag">wire service</span>') == 3
    assert page.count('<span class="briefs-tag">cited</span>') == 1
    assert "Lens" not in page
    assert "[Agencies and media](agencies.md)" in pages["sources/index.md"].markdown
    check_links(pages)


def test_the_list_goes_on_over_pages() -> None:
    """No page is without bound; an agency says on each how many briefs it has in all."""
    settings = dataclasses.replace(SETTINGS, index_split=4)
    pages = {page.path: page for page in render(collection(6), settings=settings)}
    assert "6 briefs" in pages["sources/agencies.md"].markdown
    assert "6 briefs" in pages["sources/agencies/page-2.md"].markdown
    assert "sources/agencies/page-3.md" not in pages
    check_links(pages)


def test_a_collection_without_agencies_says_so() -> None:
    """Nothing is made up."""
    pages = {page.path: page.markdown for page in render(Library((), (), ()), settings=SETTINGS)}
    assert "No source names an agency or cites a medium." in pages["sources/agencies.md"]


def test_what_rests_on_one_agency_alone_stands_apart() -> None:
    """Who names another too, or reports itself and cites, does not rest on it alone; inputs are a part."""
    pages = {page.path: page.markdown for page in render(collection(3), settings=SETTINGS)}
    page = pages["sources/agencies.md"]
    assert '<span class="briefs-count">· 3 briefs, 2 on it alone</span></h2>' in page
    alone, others = page.split('id="origin-1"')[1].split("**Naming others too**")[:2]
    assert "(../briefs/b1.md)" in alone
    assert "(../briefs/b2.md)" in alone
    assert "also Low Post" in others


def test_spellings_of_one_agency_are_one() -> None:
    """AP is the Associated Press; what it gave a part of says so."""
    briefs = []
    for name, is_part in (("AP", False), ("Associated Press", True)):
        analysis = analysis_of(name[:2].lower() + str(is_part), [("paragraph", [f"Rain fell. ({name})"])])
        credit = Credit("wire", name, find(analysis.document.text, name), is_part=is_part)
        briefs.append(Brief(analysis.document.id, dataclasses.replace(analysis, credits=(credit,)), ()))
    pages = {page.path: page.markdown for page in render(Library(tuple(briefs), (), ()), settings=SETTINGS)}
    assert "1 agency or medium" in pages["sources/agencies.md"]
    assert "wire service, in part" in pages["sources/agencies.md"]
