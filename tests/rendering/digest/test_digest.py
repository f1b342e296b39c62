"""The state of things in some days: what is told of, in which order, and how it is written down."""

from dataclasses import replace

import pytest

from generator.cli.digest import check_days, make_digest
from generator.errors import SettingsError
from generator.model import Brief, Evidence, Library, Theme
from generator.rendering.catalog import Catalog, make_catalog
from generator.rendering.digest.choosing import ENOUGH, OTHERS, SENTENCES, Digest, Period, choose
from generator.rendering.digest.writing import write_html, write_markdown
from tests.rendering.shelf import SETTINGS, analysis_of


def brief(id_: str, date: str | None, *sentences: str) -> Brief:
    """A brief of one paragraph, summed up by all its sentences."""
    return Brief(id_, replace(analysis_of(id_, [("paragraph", list(sentences))], date=date), summary=(0, 1)), ())


def evidence(one: Brief, sentence: int = 0) -> Evidence:
    """One of its sentences."""
    return Evidence(one.id, one.analysis.sentences[sentence])


def theme(name: str, *briefs: Brief, summary: tuple[Evidence, ...] = ()) -> Theme:
    """A theme whose lead is the first sentence of its first brief."""
    ids = tuple(one.id for one in briefs)
    return Theme(name.lower(), name, ids, (), (), evidence(briefs[0]), summary)


OLD = brief("old", "2026-11-01", "The dam was old.", "It leaked.")
DAM = brief("dam", "2026-11-24", "The dam <broke>.", "Two villages were flooded.")
AID = brief("aid", "2026-11-25", "Aid reached both villages.", "It came by boat.")
VOTE = brief("vote", "2026-11-25", "The council voted.", "The *mayor* stayed.")
TALLY = brief("tally", "2026-11-19", "Votes were counted.", "It took a day.")
ALONE = brief("alone", "2026-11-26", "A bear was seen in the park.", "It left.")
UNDATED = brief("undated", None, "Nobody knows when it rained.", "It did.")
ALL = (OLD, DAM, AID, VOTE, TALLY, ALONE, UNDATED)
LIBRARY = Library(ALL, (), (), themes=(theme("Council", VOTE, TALLY), theme("Dam", AID, DAM, OLD)))


def catalog_of(library: Library = LIBRARY, url: str | None = None) -> Catalog:
    """The library, turned round."""
    return make_catalog(library, replace(SETTINGS, site_url=url), "file")


def told(digest: Digest) -> list[tuple[str, list[str]]]:
    """The themes with the sentences that stand for them."""
    texts = {one.id: one.analysis.document.text for one in ALL}
    return [(s.theme.name, [said.span.of(texts[said.brief]) for said in s.sentences]) for s in digest.stories]


def test_themes_stand_by_the_number_of_their_briefs_in_the_last_days() -> None:
    """Only sentences of these days are told, by day, each brief once; a theme of one brief has several."""
    digest = choose(catalog_of(), "2026-11-20")
    assert digest.period == Period("2026-11-20", "2026-11-26")
    assert told(digest) == [
        ("Dam", ["The dam <broke>.", "Aid reached both villages."]),
        ("Council", ["The council voted.", "The *mayor* stayed."]),
    ]
    assert [said.brief for said in digest.others] == ["alone"] and digest.briefs == 4


def test_the_days_may_be_said() -> None:
    """Both belong to the digest; a theme without a brief of these days is not in it."""
    digest = choose(catalog_of(), "2026-11-01", "2026-11-19")
    council = ("Council", ["Votes were counted.", "It took a day."])
    assert told(digest) == [("Dam", ["The dam was old.", "It leaked."]), council]
    assert choose(catalog_of(), "2026-12-01").period == Period("2026-12-01", "2026-12-01")
    assert choose(catalog_of(), "2026-12-01").briefs == 0


def test_a_week_with_hardly_a_brief_is_made_longer() -> None:
    """To the shortest period that has enough of them, or all there are."""
    week = tuple(brief(f"w{n}", "2026-11-25", "It rained.", "It did.") for n in range(ENOUGH - 1))
    assert choose(catalog_of(Library((*week, ALONE), (), ()))).period == Period("2026-11-20", "2026-11-26")
    assert choose(catalog_of(Library((*week, OLD), (), ()))).period == Period("2026-10-27", "2026-11-25")
    assert choose(catalog_of()).period == Period("2026-10-28", "2026-11-26")
    assert choose(catalog_of(Library((ALONE,), (), ()))).period == Period("2026-11-20", "2026-11-26")
    early = replace(
        ALONE, analysis=replace(DAM.analysis, metadata=brief("e", "0001-01-02", "A.", "B.").analysis.metadata)
    )
    assert choose(catalog_of(Library((early,), (), ()))).period == Period("0001-01-01", "0001-01-02")


def test_without_any_day_all_is_told() -> None:
    """Where no source states its day there is no week to tell of."""
    digest = choose(catalog_of(Library((UNDATED,), (), ())))
    assert digest.period is None and [said.brief for said in digest.others] == ["undated"]


def test_a_digest_keeps_to_two_pages() -> None:
    """Of many briefs so many are told, and how many more there are."""
    many = tuple(brief(f"b{n:02d}", "2026-11-26", f"Bear {n} was seen.", "It left.") for n in range(OTHERS + 3))
    digest = choose(catalog_of(Library(many, (), (), themes=(theme("Bears", *many[:6]),))))
    assert [len(story.sentences) for story in digest.stories] == [SENTENCES]
    assert (len(digest.others), digest.more_others) == (5, 0)
    digest = choose(catalog_of(Library(many, (), ())))
    assert (len(digest.others), digest.more_others) == (OTHERS, 3)


def test_the_file_has_the_words_of_the_sources_and_leads_to_them() -> None:
    """In HTML nothing of a source becomes an element, in Markdown none of its signs one; without an address no link."""
    site = catalog_of(url="https://briefs.example/one/")
    html, markdown = (write(site, choose(site, "2026-11-20")) for write in (write_html, write_markdown))
    assert "<h2>Dam</h2>" in html and "The dam &lt;broke&gt;." in html and "<script" not in html and "src=" not in html
    assert '<a href="https://briefs.example/one/briefs/dam.html#s1">' in html
    assert "## Dam" in markdown and r"The dam \<broke\>." in markdown and r"The \*mayor\* stayed." in markdown
    assert "](https://briefs.example/one/briefs/vote.html#s2))" in markdown
    assert "20–26 November 2026. 4 briefs; 1 brief without a stated day left out." in markdown
    assert "](" not in write_markdown(catalog_of(), choose(catalog_of())) and "<a " not in write_html(
        catalog_of(), choose(catalog_of())
    )


@pytest.mark.parametrize(("first", "last"), [("2026-13-01", None), (None, "20261101"), ("2026-11-02", "2026-11-01")])
def test_days_that_are_none_are_told(first: str | None, last: str | None) -> None:
    """Before anything is read; others are told of."""
    with pytest.raises(SettingsError):
        check_days(first, last)
    check_days("2026-11-24", None)
    assert "Aid reached both villages." in make_digest(LIBRARY, SETTINGS, "2026-11-24", None, "html")
