"""The page of what is new and its feed."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

import pytest

from generator.model import Library
from generator.news import Published, compare
from generator.news.manifest import Row
from generator.rendering import render
from tests.rendering.browse import browse
from tests.rendering.shelf import SETTINGS, full_library

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://briefs.example/one/"


def two_builds(*, known: str = "Jane Doe", date: str | None = "2026-11-27") -> Library:
    """A collection of which the last build had one person and something that is gone since."""
    library = full_library()
    first = compare(library, Published(), "2026-11-20")
    assert first
    rows = [Row(fact.kind, (fact.id,), 1, fact.words) for fact in first.facts if fact.words == known]
    rows.append(Row("quotation", ("0" * 16,), 1, "we <b>never</b> met"))
    news = compare(library, Published(first.builds, tuple(rows)), date)
    return replace(library, news=news)


def page_of(library: Library) -> str:
    """The Markdown of the page."""
    (page,) = [page for page in render(library, settings=SETTINGS) if page.kind == "news"]
    return page.markdown


def feed_of(library: Library, url: str | None = SITE) -> ET.Element:
    """The feed."""
    pages = render(library, settings=replace(SETTINGS, site_url=url))
    atom, _ = [file for page in pages if page.kind == "news" for file in page.files]
    return ET.fromstring(atom.content)


def test_the_page_tells_what_came_and_what_is_gone() -> None:
    """With the day of the build before; what was known is below, what is gone last, and no words become markup."""
    seen = browse(page_of(two_builds()))
    assert "Sincethebuildof20November2026:1brief,1organization" in seen.text
    latest, _, rest = seen.text.partition("Thebuildof20November2026")
    assert "RiverBoard" in latest and "thebridgeissafe" in latest and "People" not in latest
    assert "JaneDoe" in rest
    assert "we<b>never</b>met" in rest.partition("Nolongerhere")[2]


def test_each_line_has_the_day_on_which_it_came() -> None:
    """That of its build; of the first build, and of one without a day, that of the brief, where that has one."""
    seen = browse(page_of(two_builds()))
    days = [value for tag, attributes in seen.elements for name, value in attributes if name == "data-day"]
    assert set(days) == {"2026-11-27", ""}
    undated = browse(page_of(two_builds(date=None)))
    days = [value for tag, attributes in undated.elements for name, value in attributes if name == "data-day"]
    assert set(days) == {"2022-01-07", ""}


@pytest.mark.parametrize(
    ("library", "words"),
    [
        (full_library(), "What was published before cannot be read"),
        (replace(full_library(), news=compare(full_library(), Published(), None)), "This is the first build"),
    ],
)
def test_where_nothing_can_be_new_the_page_says_so(library: Library, words: str) -> None:
    """The first build, and one of which it is not known what was before; the home page says nothing then."""
    assert words in page_of(library)
    (home,) = [page for page in render(library, settings=SETTINGS) if page.kind == "home"]
    assert "ew since" not in home.markdown


def grown(count: int, builds: int) -> Library:
    """A collection of so many people beside the shelf's four names, a few of them new with each of its builds."""
    library = full_library()
    (one,) = (entity for entity in library.entities if entity.type == "Person")
    more = tuple(replace(one, id=f"p{at:04}", name=f"Person {at:04}", aliases=()) for at in range(count))
    library = replace(library, entities=tuple(sorted((*library.entities, *more), key=lambda entity: entity.id)))
    rows: tuple[Row, ...] = ()
    news = compare(library, Published(), "2026-01-01")
    for build in range(2, builds + 1):
        assert news
        new = [fact for fact in news.facts if fact.build == build - 1][: max(1, count // builds)]
        rows = (*rows, *(Row(fact.kind, (fact.id,), build - 1, fact.words) for fact in new))
        news = compare(library, Published(news.builds, rows), f"2026-01-{build:02}")
    return replace(library, news=news)


@pytest.mark.parametrize("builds", [1, 2, 12])
def test_the_page_is_bounded(builds: int) -> None:
    """However much came with however many builds: each kind has a few lines and the way to its list."""
    lines = [page_of(grown(count, builds)).count("data-day") for count in (100, 600)]
    assert max(lines) <= 40 + 20 + builds * 4 * 8


def test_the_first_build_is_told_briefly() -> None:
    """Counts, the newest briefs, and all other kinds folded with a few lines; paper has what is folded."""
    page = page_of(grown(100, 1))
    first, _, rest = page.partition('<details class="briefs-fold briefs-paper briefs-came" markdown>')
    assert "What there is" in first
    assert first.count("data-day") == 1
    assert rest.count("<details") == 4
    assert "[93 more](../people/index.md)" in rest


def test_a_long_kind_of_this_build_is_folded() -> None:
    """Up to ten lines stand open."""
    assert "<summary>People" in page_of(grown(60, 2))
    assert "<summary>" not in page_of(two_builds()).partition("The build of 20")[0]


def test_nothing_new_is_said() -> None:
    """A build on a later day with the same facts, on its page and on the home page."""
    library = full_library()
    first = compare(library, Published(), "2026-11-20")
    assert first
    rows = tuple(Row(fact.kind, (fact.id,), 1, fact.words) for fact in first.facts)
    library = replace(library, news=compare(library, Published(first.builds, rows), "2026-11-27"))
    assert "Nothing new since the build of 20 November 2026" in page_of(library)
    (home,) = [page for page in render(library, settings=SETTINGS) if page.kind == "home"]
    assert "[Nothing new since the build of 20 November 2026](new/index.md)" in home.markdown


def test_the_feed_is_atom() -> None:
    """RFC 4287: what a feed and an entry must have, once each; ids that are URIs and differ; times with a zone."""
    feed = feed_of(two_builds())
    entries = feed.findall(f"{ATOM}entry")
    assert feed.tag == f"{ATOM}feed" and len(entries) >= 2
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    ids = []
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1, name
            assert element.findtext(f"{ATOM}{name}")
        ids.append(element.findtext(f"{ATOM}id") or "")
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "").tzinfo
        assert len(element.findall(f"{ATOM}link[@rel='alternate']")) == 1
        for link in element.findall(f"{ATOM}link"):
            assert urlsplit(link.get("href")).netloc == "briefs.example"
    assert len(set(ids)) == len(ids) and all(id_.startswith("urn:uuid:") for id_ in ids)
    assert [entry.find(f"{ATOM}content").get("type") for entry in entries] == ["html"] * len(entries)  # type: ignore[union-attr]
    gone = next(entry for entry in entries if "No longer" in (entry.findtext(f"{ATOM}title") or ""))
    assert "we &lt;b&gt;never" in (gone.findtext(f"{ATOM}content") or "")


def test_without_an_address_of_the_site_the_feed_has_no_links() -> None:
    """An address that is not absolute leads nowhere; ids of entries are the same."""
    feed, other = feed_of(two_builds(), None), feed_of(two_builds())
    assert not list(feed.iter(f"{ATOM}link"))
    ids = [[entry.findtext(f"{ATOM}id") for entry in one.findall(f"{ATOM}entry")] for one in (feed, other)]
    assert ids[0] == ids[1]
