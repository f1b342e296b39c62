"""The calendar, the days, the quotations index and the table of who said what."""

import dataclasses
import re
import xml.etree.ElementTree as ET
from datetime import date
from html import unescape

import pytest

from generator.model import Brief, Entity, Evidence, Field, Library, LocalEntity, Mention, Page, Quotation
from generator.rendering import render
from generator.rendering.addresses import LinkStyle
from generator.rendering.days import day_of, going_on, interval_of
from tests.rendering.pages.test_pages import check_links
from tests.rendering.shelf import SETTINGS, analysis_of, find, full_library


def pages_of(library: Library, links: LinkStyle = "file") -> dict[str, Page]:
    return {page.path: page for page in render(library, settings=SETTINGS, links=links)}


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


def test_each_number_of_words_leads_to_its_sentences() -> None:
    """A quotation and a claim of one speaker in one brief are counted apart, each with the way to its sentence."""
    page = pages_of(full_library(), links="markdown")["quotations/matrix.md"].markdown
    line = next(line for line in page.splitlines() if "[Jane Doe]" in line)
    assert "1 quoted, 1 stated" in line
    assert line.count("(../briefs/one.md#s2)") == 2


def test_those_who_speak_in_several_briefs_stand_together() -> None:
    """Who speaks in two briefs has a row that leads to both; who speaks in one is named under that brief only."""
    pages = pages_of(sharing(talkative(3, 2)), links="markdown")
    page = pages["quotations/matrix.md"].markdown
    several, once = page.split("In several briefs")[1].split("In one brief only")
    rows = [line for line in several.splitlines() if "<details>" in line]
    assert len(rows) == 1 and "2 briefs" in rows[0]
    assert len(set(re.findall(r"briefs/(b\d+)\.md\)", rows[0]))) == 2
    assert once.count("<br>") == 4
    assert not set(re.findall(r"\[(S\w*)\]\(", rows[0])) & set(re.findall(r"\[(S\w*)\]\(", once))
    check_links(pages)


def test_the_words_of_the_whole_collection_stand_in_one_table() -> None:
    """Speakers of all pages by month, the newest first; more than twelve months are counted by year."""
    months = [f"2021-{month:02d}" for month in range(1, 13)]
    for days, heads in ((months[:3], ["March 2021", "February 2021", "January 2021"]), ([*months, "2022-01"], None)):
        library = talkative(len(days), 2)
        dated = tuple(
            dataclasses.replace(
                brief,
                analysis=dataclasses.replace(
                    brief.analysis,
                    metadata=dataclasses.replace(brief.analysis.metadata, published=Field(day, "stated")),
                ),
            )
            for brief, day in zip(library.briefs, days, strict=True)
        )
        page = pages_of(dataclasses.replace(library, briefs=dated))["quotations/matrix.md"].markdown
        head, _, *rows = page.split('<div class="briefs-months" markdown>\n\n')[1].split("\n\n</div>")[0].splitlines()
        assert unescape(head).strip("| ").split(" | ")[1:] == (heads or ["2022", "2021"])
        assert len(rows) == min(20, 2 * len(days))
        assert all("1 quoted" in row for row in rows)


def test_the_list_of_speakers_goes_on_over_pages() -> None:
    """Forty briefs on a page, and no page without bound; each speaker once."""
    pages = pages_of(talkative(90, 3))
    paths = ["quotations/matrix.md", "quotations/matrix/page-2.md", "quotations/matrix/page-3.md"]
    assert [path for path in pages if path.startswith("quotations/matrix")] == paths
    assert [pages[path].markdown.count("<br>") for path in paths] == [120, 120, 30]
    assert all("In several briefs" not in pages[path].markdown for path in paths)


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


def test_what_stands_behind_twenty_dates_is_folded() -> None:
    """First the days of the month in which that is, then whole months; links open them, and paper has them."""
    page = pages_of(dated(180, each=3))["timeline/index.md"].markdown
    folds = re.findall(
        r'<details class="briefs-fold briefs-paper" id="([^"]*)" markdown>\n<summary>(.*?)</summary>', page
    )
    assert [id_ for id_, _ in folds] == [*(f"d2001-02-{day:02}" for day in range(22, 0, -1)), "y2001-01"]
    assert "3 dates" in folds[0][1]
    assert "93 dates" in folds[-1][1]
    assert page.partition("briefs-fold")[0].count("published</span>") == 21
    assert page.count("published</span>") == 180


@pytest.mark.parametrize("count", [3, 20])
def test_a_short_timeline_has_no_folds(count: int) -> None:
    """Twenty dates stand open."""
    assert "briefs-fold" not in pages_of(dated(count, each=1))["timeline/index.md"].markdown


def test_a_year_behind_twenty_dates_is_one_fold() -> None:
    """With the anchors of the year and its months inside; the newest year stands open."""
    days = [f"{year}-{month:02}-05" for year in (2001, 2002, 2003) for month in range(1, 13)]
    briefs = tuple(
        Brief(f"b{n}", analysis_of(f"b{n}", [("paragraph", ["Words."])], date=d), ()) for n, d in enumerate(days)
    )
    page = pages_of(Library(briefs, (), ()))["timeline/index.md"].markdown
    folds = re.findall(r'<details [^>]* id="(y\d{4})" markdown>\n<summary>(\d{4}) .*· (\d+ dates)', page)
    assert folds == [("y2001", "2001", "12 dates")]
    assert '<p id="y2001-03" markdown>' in page and '<h2 id="y2003" markdown>' in page


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
