"""All pages together: they are there, they hang together, and they say what the library says."""

import dataclasses
import posixpath
import re
from pathlib import Path

import pytest

from generator.model import Brief, Entity, Evidence, Library, Mention, Page, Problem, Span
from generator.rendering import render
from generator.rendering.addresses import LinkStyle
from generator.rendering.markup import md
from generator.text.unicode import one_line
from tests.rendering.browse import Seen, browse, fold
from tests.rendering.shelf import SETTINGS, analysis_of, full_library

EMPTY = Library((), (), ())
LONG = [f"Sentence {number} of a text that goes on and on, as reports do." for number in range(200)]


def shown(library: Library, *, links: LinkStyle = "directory", **options: object) -> dict[str, Page]:
    """The pages of a library by path."""
    settings = dataclasses.replace(SETTINGS, **options)  # type: ignore[arg-type]
    found = list(render(library, settings=settings, links=links))
    assert len({page.path for page in found}) == len(found)
    return {page.path: page for page in found}


def large_library(count: int = 30, *, place_named: int = 30) -> Library:
    """Many briefs, one a month, of which the first so many name one place, in many sentences."""
    briefs, mentions = [], []
    for index in range(count):
        sentences = [f"Sentence {n} is about Lowtown." for n in range(14)]
        date = f"{2000 + index // 12}-{index % 12 + 1:02d}-03" if index % 5 else None
        analysis = analysis_of(f"brief-{index:02}", [("paragraph", sentences)], date=date, summary=(0,))
        spans = [s for s in analysis.sentences if index < place_named]
        found = tuple(Mention(type(s)(s.end - 8, s.end - 1), "Place", "e1") for s in spans)
        mentions += [Evidence(analysis.document.id, mention.span) for mention in found]
        briefs.append(Brief(analysis.document.id, dataclasses.replace(analysis, mentions=found), (("e1", "lowtown"),)))
    place = Entity("lowtown", "Place", "Lowtown", (), (), tuple(mentions))
    return Library(tuple(briefs), (place,), ())


def check_links(pages: dict[str, Page]) -> int:
    """Every link inside the site leads to a page and an anchor that are there; the number of links."""
    seen: dict[str, Seen] = {path: browse(page.markdown) for path, page in pages.items()}
    files = {file.path for page in pages.values() for file in page.files}
    count = 0
    for path, found in seen.items():
        for link in found.links:
            if link.startswith("https://"):
                continue
            target, _, anchor = link.partition("#")
            target = target.partition("?")[0]
            goal = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            if goal in files:
                continue
            assert goal in seen, f"{path}: {link}"
            assert not anchor or anchor in seen[goal].anchors, f"{path}: {link}"
            count += 1
    return count


def test_every_link_leads_somewhere() -> None:
    """Each link of each page names a page that exists and an anchor on it."""
    assert check_links(shown(full_library(), links="markdown")) > 100


def test_every_link_of_a_large_collection_leads_somewhere() -> None:
    """The same where indexes, entities and texts are divided over pages."""
    pages = shown(large_library(), links="markdown", index_split=8, source_page_chars=200)
    assert check_links(pages) > 500
    assert "briefs/brief-01/text-3.md" in pages and "briefs/by-month/2000-02.md" in pages
    assert "briefs/by-month/undated.md" in pages and "sources/pages/4.md" in pages


@pytest.mark.parametrize(("style", "suffix"), [("directory", "/"), ("file", ".html")])
def test_raw_links_follow_the_style(style: LinkStyle, suffix: str) -> None:
    """A link in a raw block leads from the address that the page will have."""
    pages = shown(full_library(), links=style)
    urls = {path: ("" if path == "index.md" else path.removesuffix("index.md").removesuffix(".md")) for path in pages}
    if style == "file":
        urls = {path: path.removesuffix(".md") + ".html" for path in pages}
    else:
        urls = {path: url if not url or url.endswith("/") else f"{url}/" for path, url in urls.items()}
    for path, page in pages.items():
        for link in re.findall(r'<a [^>]*?href="([^"#]+)', page.markdown):
            if link.startswith("https"):
                continue
            folder = urls[path] if style == "directory" else posixpath.dirname(urls[path])
            goal = posixpath.normpath(posixpath.join(folder, link)) + ("/" if style == "directory" else "")
            assert goal.removeprefix("./") in urls.values() and link.endswith(suffix), f"{path}: {link}"


def test_pages_are_the_same_again() -> None:
    """Equal libraries give equal pages, byte for byte, and the order of the findings in memory changes nothing."""
    assert shown(full_library()) == shown(full_library())


def test_an_empty_collection_has_its_pages() -> None:
    """Without a source there are a home page that says what to do, indexes and no more."""
    pages = shown(EMPTY, links="markdown")
    assert "put a file" in pages["index.md"].markdown
    assert set(pages) >= {"briefs/index.md", "people/index.md", "timeline/index.md", "sources/index.md", "about.md"}
    check_links(pages)


def test_each_page_has_one_heading_and_unique_anchors() -> None:
    """One h1 on a page, no two elements with one id."""
    for path, page in shown(full_library()).items():
        seen = browse(page.markdown)
        ids = [value for _, attributes in seen.elements for name, value in attributes if name == "id"]
        assert [tag for tag, _ in seen.elements].count("h1") == 1, path
        assert len(ids) == len(set(ids)), path


def test_published_sentences_are_slices_of_the_source() -> None:
    """What a brief's page shows as summary, quotation or claim stands in the source, character by character."""
    library = full_library()
    page = shown(library, links="markdown")["briefs/one.md"]
    text = one_line(library.briefs[0].analysis.document.text, 100_000)
    shown_words = [browse(words).text for words in re.findall(r"<bdi>(.*?)</bdi>", page.markdown)]
    assert len(shown_words) >= 6
    assert all(words in fold(text) for words in shown_words)


def test_the_whole_text_is_on_the_page() -> None:
    """Kept blocks stand in the source text, cut ones in the panel with their reason; nothing is lost."""
    library = full_library()
    page = shown(library)["briefs/one.md"]
    source, cuts = page.markdown.split('<h2 id="text"')[1].split('<h2 id="cut"')
    document = library.briefs[0].analysis.document
    for block in document.blocks:
        words = fold(one_line(block.span.of(document.text)))
        assert words in browse(cuts if block.kind == "boilerplate" else source).text
    assert "a menu" in cuts


def test_a_long_text_is_whole_over_its_pages() -> None:
    """The parts of a divided text, put together, are the text; each anchor stands on exactly one page."""
    library = large_library(1)
    pages = [p for p in shown(library, source_page_chars=100).values() if p.path.startswith("briefs/brief-00")]
    parts = [page.markdown.split('<div class="briefs-source"')[1].split("</div>")[0] for page in pages]
    assert len(parts) > 3
    together = "".join(browse(f"<div{part}</div>").text for part in parts)
    assert together == fold(library.briefs[0].analysis.document.text)
    anchors = re.findall(r'id="(s\d+)"', "".join(parts))
    assert anchors == [f"s{n}" for n in range(1, 15)]


def test_an_unbroken_text_is_divided_all_the_same() -> None:
    """A text of one endless sentence goes on over pages; its anchor is where it begins."""
    analysis = analysis_of("long", [("paragraph", ["x" * 1_000])])
    pages = shown(Library((Brief("long", analysis, ()),), (), ()), source_page_chars=300)
    texts = [pages[path].markdown for path in ("briefs/long.md", *(f"briefs/long/text-{n}.md" for n in (2, 3, 4)))]
    assert ['id="s1"' in text for text in texts] == [True, False, False, False]
    assert sum(len(x) for text in texts for x in re.findall("x{90,}", text.split('id="text"')[1])) == 1_000


def test_newest_first_and_undated_last() -> None:
    """Briefs are listed by date, newest first; those without a date come last."""
    briefs = tuple(
        Brief(name, analysis_of(name, [("paragraph", ["Words."])], date=date), ())
        for name, date in [("a", None), ("b", "2020-01-01"), ("c", "2021-12"), ("d", "2021-12-05")]
    )
    text = shown(Library(briefs, (), ()))["briefs/index.md"].markdown
    order = [text.index(f"({name}.md)") for name in "dcba"]
    assert order == sorted(order)


def test_what_is_not_stated_is_said_to_be() -> None:
    """Missing publisher, date, authors and speakers are named as missing; a derived title says so."""
    page = shown(full_library())["briefs/one.md"].markdown
    assert "speaker not determined" in page and "claimant not determined" in page
    bare = Library((Brief("bare", analysis_of("bare", [("paragraph", ["Words."])]), ()),), (), ())
    assert shown(bare)["briefs/bare.md"].markdown.count(">not stated<") == 3


def test_entity_pages_stay_short() -> None:
    """A name in many briefs goes on over pages, and of one brief ten sentences are shown with a link to the rest."""
    pages = shown(large_library(45, place_named=45))
    first, second = pages["places/lowtown.md"].markdown, pages["places/lowtown/mentions-2.md"].markdown
    assert first.count("briefs-door") == 401 and second.count("briefs-door") == 50
    assert "4 more sentences in this brief" in first


def test_a_rare_name_has_a_line_and_no_page() -> None:
    """Below `entity_page_mentions` a name is in the index, linked to its sentence; a stated role earns a page."""
    library = full_library()
    assert "people/the-person.md" in shown(library, entity_page_mentions=3)
    entities = tuple(dataclasses.replace(entity, roles=()) for entity in library.entities)
    pages = shown(dataclasses.replace(library, entities=entities), links="markdown", entity_page_mentions=3)
    assert "people/the-person.md" not in pages
    assert "../briefs/one.md#s1" in pages["people/index.md"].markdown
    check_links(pages)


def test_a_name_and_an_event_may_share_an_address() -> None:
    """A named event keeps its address; what is told under the same one moves aside."""
    library = full_library()
    events = (dataclasses.replace(library.events[0], id="the-event"), *library.events[1:])
    pages = shown(dataclasses.replace(library, events=events), links="markdown")
    assert {"events/the-event.md", "events/the-event/told.md"} <= set(pages)
    check_links(pages)


@pytest.mark.parametrize(
    ("asked", "limit", "inside"), [(None, 2, True), (None, 1, False), (True, 0, True), (False, 9, False)]
)
def test_source_texts_leave_the_search_index(asked: bool | None, limit: int, inside: bool) -> None:
    """Source texts are in the search index while briefs are few, unless a setting says otherwise; cuts never are."""
    page = shown(full_library(), search_source_text=asked, search_limit=limit)["briefs/one.md"].markdown
    assert ('<h2 id="text" markdown>' in page) == inside
    assert ('<h2 id="text" data-search-exclude="true" markdown>' in page) != inside
    assert '<h2 id="cut" data-search-exclude="true" markdown>' in page


def test_a_long_text_is_folded_behind_its_beginning() -> None:
    """What is beyond the first screens, with the number of its sentences; none is lost, and a short text stays."""
    long = Library((Brief("long", analysis_of("long", [("paragraph", LONG), ("paragraph", LONG)]), ()),), (), ())
    summary = '<details class="briefs-rest"><summary>The rest of the text: 200 sentences</summary>'
    first, rest = shown(long)["briefs/long.md"].markdown.split(summary)
    assert 'id="s200"' in first and 'id="s201"' not in first and 'id="s400"' in rest
    assert 'class="briefs-rest"' not in shown(full_library())["briefs/one.md"].markdown
    assert 'class="briefs-rest"' not in shown(long, links="markdown")["briefs/long.md"].markdown


def test_lists_are_not_searched() -> None:
    """Only pages with something of their own to say are in the search index."""
    kinds = {page.kind for page in shown(full_library()).values() if not page.searchable}
    assert kinds == {
        "home", "briefs", "entities", "events", "quotations", "matrix", "timeline", "calendar", "sources",
        "source_index", "quoted", "offices",
        "origins", "news", "digest", "versions", "disputed", "meetings", "figures", "themes", "explore",
            "names", "map",
    }  # fmt: skip


def test_a_broken_template_costs_its_kind_only(tmp_path: Path) -> None:
    """The pages of a template with a fault say which, where and what to do; all others are as before."""
    (tmp_path / "brief.md.j2").write_text("# {{ brief.title }}\n\n{{ brief.publsher }}\n", encoding="utf-8")
    good, bad = shown(full_library()), shown(full_library(), templates=tmp_path)
    assert set(good) == set(bad)
    for path, page in bad.items():
        assert (page == good[path]) == (page.kind != "brief")
        if page.kind == "brief":
            assert page.problem and page.problem.path == f"{tmp_path.name}/brief.md.j2:3"
            assert page.problem.severity == "error" and page.problem.cure == "did you mean 'publisher'?"
            assert "line3" in browse(page.markdown).text and "'publisher'" in browse(page.markdown).text


def test_a_duplicate_says_so() -> None:
    """A brief with the same text as another leads to it."""
    page = shown(full_library())["briefs/two.md"].markdown
    assert "same as that of [A bridge opens](one.md)" in page


def test_what_is_odd_in_the_source_is_marked_where_it_is_shown() -> None:
    """A sentence that holds the words of a note says so beside its door, and the note leads to it; no other does."""
    analysis = analysis_of("odd", [("paragraph", ["It is of of Lowtown.", "It is of Hightown."])], summary=(0, 1))
    note = Problem("odd.txt", "a word stands twice", severity="note", span=Span(6, 11))
    found = dataclasses.replace(analysis, problems=(note,))
    page = browse(shown(Library((Brief("odd", found, ()),), (), ()))["briefs/odd.md"].markdown)
    summary = page.text.partition("Summary")[2].partition("Whatwasfound")[0]
    assert fold("sentence 1 sic: a word stands twice") in fold(summary)
    assert summary.partition("Sourcetext")[0].count("sic:") == 1
    assert summary.count("sic:") == 2, "once more beside its sentence in the text"


def test_a_text_in_two_files_names_both() -> None:
    """The brief lists all files that hold its text, and so does the list of sources."""
    pages = shown(full_library())
    copy = next(b for b in full_library().briefs if b.duplicate_of == "one").analysis.document.path
    assert f"[{md(copy)}](two.md) (the same text)" in pages["briefs/one.md"].markdown
    assert "the same text as [" in pages["sources/index.md"].markdown


def test_all_pages_count_briefs_alike() -> None:
    """A text that two files hold counts once on every page and is listed once; the list of sources has both files."""
    library, pages = full_library(), shown(full_library())
    copies = [brief.id for brief in library.briefs if brief.duplicate_of]
    assert (len(library.briefs), copies) == (2, ["two"])
    assert "[**1** brief](briefs/index.md)" in pages["index.md"].markdown
    assert "\n1 brief, newest first." in pages["briefs/index.md"].markdown
    assert "It holds 1 brief," in pages["about.md"].markdown
    assert "\n2 sources" in pages["sources/index.md"].markdown
    assert "(two.md)" not in pages["briefs/index.md"].markdown
    assert "/two.md)" in pages["sources/index.md"].markdown


def test_what_was_cut_can_be_put_back() -> None:
    """Under what was cut stands the file to write into and what to write, with every line of it."""
    library = full_library()
    brief = next(b for b in library.briefs if any(block.kind == "boilerplate" for block in b.analysis.document.blocks))
    page = browse(shown(library)[f"briefs/{brief.id}.md"].markdown).text
    document = brief.analysis.document
    assert document.path.rpartition(".")[0] + ".yml" in page
    for block in document.blocks:
        if block.kind == "boilerplate":
            assert "-|-" + fold(block.span.of(document.text)) in page


def test_a_sentence_of_a_paged_source_is_named_with_its_page() -> None:
    """The page on which its block begins; sources without pages name the sentence alone."""
    library = full_library()
    brief = next(brief for brief in library.briefs if brief.analysis.summary)
    analysis = brief.analysis
    blocks = tuple(dataclasses.replace(block, page=number) for number, block in enumerate(analysis.document.blocks, 3))
    at = analysis.sentences[analysis.summary[0]]
    page = next(block.page for block in blocks if block.span.holds(at))
    paged = dataclasses.replace(analysis, document=dataclasses.replace(analysis.document, blocks=blocks))
    briefs = [dataclasses.replace(b, analysis=paged) if b.id == brief.id else b for b in library.briefs]
    pages = shown(dataclasses.replace(library, briefs=tuple(briefs)))
    door = f"[p. {page}, sentence {analysis.summary[0] + 1}]"
    assert door in pages[f"briefs/{brief.id}.md"].markdown
    assert "[p. " not in shown(library)[f"briefs/{brief.id}.md"].markdown


def test_a_page_of_slides_is_called_a_slide() -> None:
    """As those who look for it in the show call it."""
    library = full_library()
    brief = next(brief for brief in library.briefs if brief.analysis.summary)
    document = brief.analysis.document
    blocks = tuple(dataclasses.replace(block, page=4) for block in document.blocks)
    shown_as = dataclasses.replace(document, path="talk.pptx", blocks=blocks)
    changed = dataclasses.replace(brief, analysis=dataclasses.replace(brief.analysis, document=shown_as))
    briefs = tuple(changed if one.id == brief.id else one for one in library.briefs)
    page = shown(dataclasses.replace(library, briefs=briefs))[f"briefs/{brief.id}.md"].markdown
    assert f"[slide 4, sentence {brief.analysis.summary[0] + 1}]" in page
    assert "[p. 4" not in page


@pytest.mark.parametrize("newest", [0, 3, 30])
def test_the_home_page_shows_as_many_briefs_as_the_setting_says(newest: int) -> None:
    """The newest ones, and no other."""
    home = shown(large_library(30), newest_briefs=newest)["index.md"].markdown
    assert set(re.findall(r"briefs/brief-(\d+)\.md", home)) == {f"{29 - at:02}" for at in range(newest)}
