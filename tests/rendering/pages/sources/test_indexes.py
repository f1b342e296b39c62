"""Sources as rows, and by publisher, author, format and year: each where it belongs, no page without bound."""

import dataclasses
import re
from html import unescape

import pytest

from generator.model import Authors, Brief, Credit, Entity, Evidence, Field, Library, Page
from generator.rendering import render
from generator.rendering.addresses import SOURCE_INDEXES, source_index
from generator.rendering.agencies import know_agencies
from generator.rendering.pages.sources.files import ROWS
from tests.rendering.pages.test_pages import check_links
from tests.rendering.shelf import SETTINGS, analysis_of, find


def source(
    id_: str, publisher: str | None = None, authors: tuple[str, ...] = (), day: str | None = None, wire: str = ""
) -> Brief:
    """A brief with so much of its publication stated."""
    analysis = analysis_of(id_, [("paragraph", [f"Rain fell on {id_}. ({wire})"])], date=day)
    metadata = dataclasses.replace(
        analysis.metadata,
        publisher=Field(publisher, "stated" if publisher else "missing"),
        authors=Authors(authors, "stated" if authors else "missing"),
    )
    credits = (Credit("wire", wire, find(analysis.document.text, wire)),) if wire else ()
    return Brief(id_, dataclasses.replace(analysis, metadata=metadata, credits=credits), ())


FEW = (
    source("a", "The Valley Post", ("Ann Poe", "Bo Ray"), "2021-03-02", "Hill Wire"),
    source("b", "valley post", ("Bo Ray",), "2021"),
    source("c", "Ärzteblatt", (), "2020-11-30"),
    source("d"),
)


def shown(*briefs: Brief, split: int = 200, entities: tuple[Entity, ...] = ()) -> dict[str, Page]:
    """The pages of these sources by path."""
    library = Library(tuple(briefs), entities, ())
    made = render(library, settings=dataclasses.replace(SETTINGS, index_split=split), links="markdown")
    return {page.path: page for page in made}


def groups(page: str) -> dict[str, list[str]]:
    """The values of an index with the briefs under each."""
    parts = re.split(r'<h2 class="briefs-speaker" id="[^"]*" markdown>', page)[1:]
    return {unescape(part.split(" <span")[0]): re.findall(r"\]\((?:\.\./)*briefs/(\w+)\.md\)", part) for part in parts}


def rows(page: str) -> list[list[str]]:
    """The cells of the rows of the list of sources."""
    return [
        unescape(line).removeprefix("| ").removesuffix(" |").split(" | ")
        for line in page.splitlines()
        if line.startswith("| [")
    ]


def test_a_source_is_a_row() -> None:
    """Title, publisher, authors, day, agency and format stand in one row; what is not stated says so; no guess."""
    first, _, _, last = rows(shown(*FEW)["sources/index.md"].markdown)
    assert first[1:3] == ["The Valley Post", "Ann Poe, Bo Ray"]
    assert "2 March 2021" in first[3]
    assert first[4].startswith("[Hill Wire](../briefs/a.md#")
    assert first[5] == "plain text"
    assert [("not stated" in cell) for cell in last[1:4]] == [True, True, True]
    assert last[4:] == ["", "plain text"]


@pytest.mark.parametrize(
    ("facet", "expected"),
    [
        ("publisher", {"The Valley Post": ["a", "b"], "Ärzteblatt": ["c"], "Publisher not stated": ["d"]}),
        ("author", {"Ann Poe": ["a"], "Bo Ray": ["a", "b"], "Author not stated": ["c", "d"]}),
        ("format", {"plain text": ["a", "b", "c", "d"]}),
        ("year", {"2021": ["a", "b"], "2020": ["c"], "Date not stated": ["d"]}),
    ],
)
def test_sources_stand_under_each_of_their_values(facet: str, expected: dict[str, list[str]]) -> None:
    """A source of two authors under both; spellings of a publisher are one; who does not say stands last."""
    pages = shown(*FEW)
    found = groups(pages[source_index(facet)].markdown)
    assert {name: sorted(briefs) for name, briefs in found.items()} == expected
    if facet != "format":
        assert list(found)[-1] == next(reversed(expected))
    check_links(pages)


@pytest.mark.parametrize("count", [300, 1500])
def test_no_page_of_a_large_collection_grows_with_it(count: int) -> None:
    """However many sources, publishers and authors there are, no page lists more than its share of them."""
    many = [
        source(
            f"s{n}", f"Paper {n % 97} of {'ABCDEFG'[n % 7]}", (f"{'KLMNOP'[n % 6]}. Writer {n}",), f"{1990 + n % 30}"
        )
        for n in range(count)
    ]
    pages = shown(*many)
    lists = [page for page in pages.values() if page.kind in {"sources", "source_index"}]
    most = max(len(re.findall(r"\]\((?:\.\./)*briefs/s\d+\.md\)", page.markdown)) for page in lists)
    assert most <= ROWS
    assert max(page.markdown.count("\n- ") for page in lists) <= 2 * ROWS + len(SOURCE_INDEXES) + 3
    listed = {brief for page in lists for brief in re.findall(r"briefs/(s\d+)\.md\)", page.markdown)}
    assert len(listed) == count


def test_a_long_list_is_led_to_by_its_parts() -> None:
    """The front names the values of most sources with the way to each, and every letter; all links lead somewhere."""
    pages = shown(*(source(f"s{n}", f"{'ABC'[n % 3]} Post", (), "2020") for n in range(30)), source("none"), split=4)
    front = pages["sources/by-publisher.md"].markdown
    assert "[A Post](by-publisher/a.md#value-1)" in front
    assert "[Publisher not stated](by-publisher/not-stated.md)" in front
    assert "sources/by-publisher/c/page-3.md" in pages
    check_links(pages)


def test_agencies_that_one_organization_bears_are_one() -> None:
    """Two names of an organization are one agency; a name of two organizations joins nothing; people are no agency."""
    place = Evidence("a", find(FEW[0].analysis.document.text, "Rain"))

    def named(id_: str, name: str, *aliases: str) -> Entity:
        return Entity(id_, "Organization", name, aliases, (), (place,))

    wire, other = named("w", "Agency of the Hills", "AH", "Hills"), named("o", "Board of Hills", "Hills")
    key = know_agencies((wire, other, dataclasses.replace(named("p", "Ann Hill", "AP"), type="Person")))
    assert key("AH") == key("The Agency of the Hills")
    assert key("Hills") not in {key("AH"), key("Board of Hills")}
    assert key("AP") == key("Associated Press") == "ap"
    briefs = (source("a", wire="AH"), source("b", wire="Agency of the Hills"))
    page = shown(*briefs, entities=(wire,))["sources/agencies.md"].markdown
    assert "1 agency or medium" in page and "2 briefs" in page


def test_the_page_about_the_site_counts_what_is_not_known() -> None:
    """Each figure is of this collection and leads to the list of what it leaves out."""
    pages = shown(*FEW)
    about = pages["about.md"].markdown
    assert "Sources with a day of publication: **3 of 4** · [1 without a day](sources/by-year.md#not-stated)" in about
    assert "Sources with an author: **2 of 4** · [2 without an author](sources/by-author.md#not-stated)" in about
    assert "Sources with a publisher: **3 of 4**" in about
    assert "Agencies and media: **1** · [list](sources/agencies.md)" in about
    assert "What was found" not in shown()["about.md"].markdown
    check_links(pages)
