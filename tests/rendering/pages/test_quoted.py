"""Quotations by date: the newest first, fragments under the quotation of their sentence, no page without bound."""

import dataclasses
import re

from generator.model import Brief, Library, Page, Quotation
from generator.rendering import render
from generator.rendering.pages.overview.quoted import ROWS
from tests.rendering.pages.test_pages import check_links
from tests.rendering.shelf import SETTINGS, analysis_of, find

SENTENCE = "The “old” bridge is “not safe at all for anyone”, she said, and calls it “a shame”."


def brief(id_: str, date: str | None, sentence: str = SENTENCE, speakers: tuple[str | None, ...] = (None,)) -> Brief:
    """A brief that quotes all that stands between quotation marks; speakers of one after the other, the last of all."""
    analysis = analysis_of(id_, [("paragraph", [sentence])], date=date)
    words = re.findall("“([^”]+)”", sentence)
    said = tuple(
        Quotation(
            find(analysis.document.text, one),
            "direct" if len(one.split()) > 3 else "fragment",
            speakers[min(at, len(speakers) - 1)],
        )
        for at, one in enumerate(words)
    )
    return Brief(id_, dataclasses.replace(analysis, quotations=said), ())


def shown(*briefs: Brief) -> dict[str, Page]:
    """The pages by path."""
    pages = render(Library(tuple(briefs), (), ()), settings=SETTINGS, links="markdown")
    return {page.path: page for page in pages}


def lines(page: Page) -> list[str]:
    """The quotations of a page that stand by themselves."""
    return [line for line in page.markdown.splitlines() if line.startswith('- <span class="briefs-quotation">')]


def test_fragments_are_folded_under_the_quotation_of_their_sentence() -> None:
    """One line with the longest words, the shorter ones folded in it; all are counted and none is lost."""
    page = shown(brief("a", "2021-03-02"))["quotations/by-date.md"]
    (line,) = lines(page)
    head, folded = line.split("<details")
    assert "not safe at all for anyone" in head
    assert "2 shorter in this sentence" in folded and "old" in folded and "a shame" in folded
    assert "3 quotations" in page.markdown


def test_what_is_no_fragment_of_that_sentence_stands_by_itself() -> None:
    """Neither the words of another speaker, nor a clause, nor a fragment of another sentence or brief is folded."""
    two = "“It is not at all safe,” one said, “and nobody will mend it.”"
    assert len(lines(shown(brief("a", None, two))["quotations/by-date.md"])) == 2
    assert len(lines(shown(brief("a", None, SENTENCE, ("e1", "e2")))["quotations/by-date.md"])) == 2
    alone = (brief("a", None, "It is “a shame”."), brief("b", None, "It is “a great shame”."))
    assert len(lines(shown(*alone)["quotations/by-date.md"])) == 2


def test_the_newest_stand_first_and_the_undated_last() -> None:
    """By the day on which the brief was published, under its month."""
    page = shown(brief("old", "2019-05-01"), brief("none", None), brief("new", "2021-03-02"))["quotations/by-date.md"]
    assert re.findall(r'<h2 id="m([^"]+)"', page.markdown) == ["2021-03", "2019-05", "undated"]


def test_no_page_has_more_than_its_share() -> None:
    """A long list goes on by month, that of many years by year; the front has the newest and leads to all."""
    for days, part in (
        ([f"2021-{1 + n % 12:02d}-03" for n in range(300)], "2021-07"),
        ([f"{1990 + n % 30}-{1 + n % 12:02d}-03" for n in range(300)], "1999"),
    ):
        pages = shown(*(brief(f"b{n:03}", day) for n, day in enumerate(days)))
        parts = {path: page for path, page in pages.items() if page.kind == "quoted"}
        assert max(len(lines(page)) for page in parts.values()) <= ROWS
        assert f"quotations/by-date/{part}.md" in parts
        whole = [line for path, page in parts.items() if path != "quotations/by-date.md" for line in lines(page)]
        assert len(whole) == 300
        check_links(pages)
