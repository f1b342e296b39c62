"""The calendar, the days, the quotations index and the table of who said what."""

import dataclasses
import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest

from generator.model import Brief, Entity, Evidence, Library, LocalEntity, Mention, Page, Quotation
from generator.rendering import render
from generator.rendering.days import day_of, going_on, interval_of
from tests.rendering.pages.test_pages import check_links
from tests.rendering.shelf import SETTINGS, analysis_of, find, full_library


def pages_of(library: Library, **options: object) -> dict[str, Page]:
    settings = dataclasses.replace(SETTINGS, **options)  # type: ignore[arg-type]
    return {page.path: page for page in render(library, settings=settings, links="file")}


def talkative(briefs: int, speakers: int) -> Library:
    """So many briefs, in each of which as many speakers say something; each speaks in one brief only."""
    found, entities = [], []
    for number in range(briefs):
        names = [f"Speaker {number:03}{n:03}" for n in range(speakers)]
        base = analysis_of(f"b{number:03}", [("paragraph", [f"“It rains,” {name} said." for name in names])])
        text = base.document.text
        spans = [find(text, name) for name in names]
        quotations = tuple(Quotation(find(text, "It rains", n), "direct", f"e{n}") for n in range(speakers))
        local = tuple(LocalEntity(f"e{n}", "Person", name) for n, name in enumerate(names))
        mentions = tuple(Mention(span, "Person", f"e{n}") for n, span in enumerate(spans))
        analysis = dataclasses.replace(base, entities=local, mentions=mentions, quotations=quotations)
        ids = [f"s{number:03}{n:03}" for n in range(speakers)]
        pairs = tuple((f"e{n}", id_) for n, id_ in enumerate(ids))
        found.append(Brief(f"b{number:03}", analysis, pairs))
        entities += [
            Entity(id_, "Person", name, (), (), (Evidence(f"b{number:03}", span),))
            for id_, name, span in zip(ids, names, spans, strict=True)
        ]
    return Library(tuple(found), tuple(entities), ())


def sharing(library: Library) -> Library:
    """The library, in which the first speaker of the first two briefs is one."""
    first, second, *others = library.briefs
    pairs = ((second.entities[0][0], first.entities[0][1]), *second.entities[1:])
    return dataclasses.replace(library, briefs=(first, dataclasses.replace(second, entities=pairs), *others))


def test_only_days_with_something_are_links() -> None:
    """The grid shows every day of a month; the day of the brief and the first of the span lead somewhere."""
    page = pages_of(full_library())["timeline/calendar/index.md"].markdown
    table = ET.fromstring(page[page.index("<table") : page.index("</table>") + 8])
    numbers = [int("".join(cell.itertext())) for cell in table.iter("td") if "".join(cell.itertext())]
    assert numbers == list(range(1, 32))
    assert [link.text for link in table.iter("a")] == ["7", "8"]
    assert [head.get("scope") for head in table.iter("th")] == ["col"] * 7


def test_a_day_is_an_anchor_of_the_timeline() -> None:
    """Each day has one anchor, with its weekday and what is dated to it or published; the calendar leads there."""
    pages = pages_of(full_library())
    told = pages["timeline/index.md"].markdown
    assert re.findall(r'<span id="(d[^"]+)"', told) == ["d2022-01-08", "d2022-01-07"]
    second, first = told.split('id="d2022-01-08"')[1].split('id="d2022-01-07"')
    assert "Friday" in first and "published" in first
    assert "8–13 January 2022" in second
    assert 'href="../index.html#d2022-01-08"' in pages["timeline/calendar/index.md"].markdown


def test_a_span_of_days_is_named_on_days_within_it() -> None:
    """A later day with something says within which days it lies, and leads there."""
    library = full_library()
    within = dataclasses.replace(library.events[1], date="2022-01-10")
    page = pages_of(dataclasses.replace(library, events=(library.events[0], within, library.events[2])))
    told = page["timeline/index.md"].markdown.split('id="d2022-01-10"')[1].partition("\n")[0]
    assert "within [8–13 January 2022](#d2022-01-08)" in told
    assert going_on({}) == {}


def test_days_that_no_calendar_has_are_no_days() -> None:
    """Neither a thirtieth of February, nor a month, nor a span with an open end."""
    assert [day_of(text) for text in ("2022-02-30", "2022-02", "2022-01-08/..", "0000-01-01")] == [None] * 4
    assert day_of("2024-02-29") == "2024-02-29" and day_of("2022-01-08/2022-01-13") == "2022-01-08"
    assert interval_of("2022-01-13/2022-01-08") is None


def test_the_index_names_each_speaker_once() -> None:
    """Quotations stand under their speaker, those of nobody last."""
    page = pages_of(full_library())["quotations/index.md"].markdown
    headings = re.findall(r'<h2 class="briefs-speaker" id="([^"]+)"', page)
    assert headings == ["by-the-person", "undetermined"]


def test_a_cell_of_one_sentence_leads_to_it_and_one_of_more_opens() -> None:
    """A quotation and a claim of one speaker in one brief are counted apart, each with the way to its sentence."""
    page = pages_of(full_library())["quotations/matrix.md"].markdown
    listed = ET.fromstring(page[page.index('<ul class="briefs-once">') : page.rindex("</ul>") + 5])
    assert "1 quoted<br/>1 stated" in page and "<details>" in page
    assert len([link for link in listed.iter("a") if "#s2" in str(link.get("href"))]) == 2
    single = pages_of(talkative(1, 1))["quotations/matrix.md"].markdown
    assert "<details>" not in single and 'class="briefs-said" href="../briefs/b000.html#s1"' in single


def test_those_who_speak_in_several_briefs_stand_in_the_table() -> None:
    """Who speaks in two briefs has a row with a cell for each; who speaks in one is named under that brief only."""
    page = pages_of(sharing(talkative(3, 2)))["quotations/matrix.md"].markdown
    table = ET.fromstring(page[page.index("<table") : page.index("</table>") + 8])
    assert [head.get("scope") for head in table.iter("th")] == ["col", "col", "col", "row"]
    assert len([link for link in table.iter("a") if link.get("class") == "briefs-said"]) == 2
    assert page.count("<li>") == 4 and "In one brief only" in page


def test_a_table_goes_on_over_pages_by_briefs() -> None:
    """Each page has its own briefs with all who speak in them; a collection without recurring speakers has no table."""
    pages = pages_of(talkative(30, 9))
    first = pages["quotations/matrix.md"].markdown
    assert first.count('<span class="briefs-who">') == 12 * 9 and "<table" not in first
    assert {"quotations/matrix/page-2.md", "quotations/matrix/page-3.md"} <= set(pages)
    assert "quotations/matrix/page-4.md" not in pages


def test_long_indexes_are_divided_and_every_link_holds() -> None:
    """Quotations by letter, the calendar by year; no link leads nowhere."""
    settings = dataclasses.replace(SETTINGS, index_split=5)
    pages = {page.path: page for page in render(talkative(4, 5), settings=settings, links="markdown")}
    assert "quotations/by-speaker/s/page-4.md" in pages
    assert check_links(pages) > 50


def test_a_calendar_of_many_years_has_a_page_for_each() -> None:
    """The first page shows the last year and leads to all."""
    briefs = tuple(
        Brief(
            f"b{year}{month}",
            analysis_of(f"b{year}{month}", [("paragraph", ["Words."])], date=f"{year}-{month}-05"),
            (),
        )
        for year in (2001, 2002, 2003)
        for month in ("01", "02", "03", "04", "05", "06", "07", "08", "09")
    )
    pages = {page.path: page for page in render(Library(briefs, (), ()), settings=SETTINGS, links="markdown")}
    assert {"timeline/calendar/2001.md", "timeline/calendar/2003.md"} <= set(pages)
    assert "../index.md#d2001-01-05" in pages["timeline/calendar/2001.md"].markdown
    check_links(pages)


def test_a_long_timeline_is_divided_by_time() -> None:
    """A decade with few dates is one page, a long one goes by year, a long year by month; each links its neighbours."""
    days = ["1921-05-05", "1927-05-05", "2001", "2001-01-05", "2001-01-06", "2001-03-05", "2002-01-05"]
    briefs = tuple(
        Brief(f"b{n}", analysis_of(f"b{n}", [("paragraph", ["Words."])], date=day), ()) for n, day in enumerate(days)
    )
    settings = dataclasses.replace(SETTINGS, index_split=3)
    pages = {page.path: page for page in render(Library(briefs, (), ()), settings=settings, links="markdown")}
    parts = ["1920s", "2001", "2001-01", "2001-03", "2002"]
    assert sorted(p for p in pages if re.fullmatch(r"timeline/\d.*", p)) == sorted(f"timeline/{p}.md" for p in parts)
    assert re.search(r"\]\(2001\.md\) · \[March .{,40}\]\(2001-03\.md\)", pages["timeline/2001-01.md"].markdown)
    assert "../2001-01.md#d2001-01-06" in pages["timeline/calendar/index.md"].markdown
    check_links(pages)


def dated(count: int, *, each: int) -> Library:
    """So many briefs, so many of them on each day from 1 January 2001 on."""
    first = date(2001, 1, 1).toordinal()
    days = [date.fromordinal(first + at // each).isoformat() for at in range(count)]
    return Library(
        tuple(
            Brief(f"b{at:03}", analysis_of(f"b{at:03}", [("paragraph", ["Words."])], date=day), ())
            for at, day in enumerate(days)
        ),
        (),
        (),
    )


def test_what_stands_behind_forty_dates_is_folded() -> None:
    """First the days of the month in which that is, then whole months; links open them, and paper has them."""
    page = pages_of(dated(180, each=3))["timeline/index.md"].markdown
    folds = re.findall(
        r'<details class="briefs-fold briefs-paper" id="([^"]*)" markdown>\n<summary>(.*?)</summary>', page
    )
    assert [id_ for id_, _ in folds] == [*(f"d2001-02-{day:02}" for day in range(15, 0, -1)), "y2001-01"]
    assert "3 dates" in folds[0][1]
    assert "93 dates" in folds[-1][1]
    assert page.partition("briefs-fold")[0].count("published</span>") == 42
    assert page.count("published</span>") == 180


@pytest.mark.parametrize("count", [3, 40])
def test_a_short_timeline_has_no_folds(count: int) -> None:
    """Forty dates stand open."""
    assert "briefs-fold" not in pages_of(dated(count, each=1))["timeline/index.md"].markdown


def test_every_day_has_one_place_folded_or_not() -> None:
    """Each link of the calendar leads to an anchor, also inside what is folded."""
    library = dated(180, each=3)
    pages = {page.path: page for page in render(library, settings=SETTINGS, links="markdown")}
    assert check_links(pages) > 180
    anchors = re.findall(r'id="(d2001-[^"]*)"', pages["timeline/index.md"].markdown)
    assert len(anchors) == len(set(anchors)) == 60


def test_what_has_no_month_stands_behind_the_months() -> None:
    """A year begins with its first month."""
    briefs = tuple(
        Brief(f"b{n}", analysis_of(f"b{n}", [("paragraph", ["Words."])], date=day), ())
        for n, day in enumerate(["2001", "2001-03-05"])
    )
    page = pages_of(Library(briefs, (), ()))["timeline/index.md"].markdown
    assert page.index("March 2001") < page.index("Without a month")


def test_statements_are_what_is_quoted_and_what_is_told_of_somebody() -> None:
    """Both stand under their speaker, a claim without quotation marks; a claim that nobody makes is none."""
    library = full_library()
    page = pages_of(library)["quotations/index.md"].markdown
    own = page[page.index('id="by-the-person"') : page.index('id="undetermined"')]
    assert "1 quotation, 1 other statement" in own
    assert "“<bdi>the bridge is safe</bdi>”" in own
    assert "<bdi>the old one will go</bdi>" in own and "“<bdi>the old one will go</bdi>”" not in own
    claims = library.briefs[0].analysis.claims
    nobodys = tuple(dataclasses.replace(claim, claimant=None, claimant_span=None) for claim in claims)
    analysis = dataclasses.replace(library.briefs[0].analysis, claims=nobodys)
    first = dataclasses.replace(library.briefs[0], analysis=analysis)
    bare = dataclasses.replace(library, briefs=(first, *library.briefs[1:]))
    assert "the old one will go" not in pages_of(bare)["quotations/index.md"].markdown
