"""Metadata: declared, stated, derived or missing; never guessed."""

import pytest

from generator.analysis.publication.metadata import find_metadata
from generator.cleaning import clean
from generator.model import BODY_KINDS, Document, Field, Metadata, Span
from tests.showing import document

BODY = (
    "The harbour of Westport will open again on Monday, mayor Ann Lee said in the town hall.\n\n"
    "Ships will come back, she added."
)


def metadata(text: str, *, sidecar: str | None = None) -> Metadata:
    """The metadata of a text, each paragraph taken for one sentence."""
    cleaned = clean(document(text, sidecar=sidecar))
    return find_metadata(cleaned, sentences_of(cleaned))


def sentences_of(cleaned: Document) -> list[Span]:
    return [block.span for block in cleaned.blocks if block.kind in BODY_KINDS]


def test_a_title_block_is_stated() -> None:
    """Its words are a slice of the text."""
    text = f"Harbour to open on Monday\n\n{BODY}"
    title = metadata(text).title
    assert (title.value, title.status, title.span) == ("Harbour to open on Monday", "stated", Span(0, 25))


def test_without_a_title_the_first_sentence_gives_its_opening_words() -> None:
    """At most 120 characters, cut after a word, always a slice; a subheading further down is no title."""
    sentence = (
        "Bo Ek, who leads the union of the fishermen of Westport and of two other towns on the coast, said that the"
    )
    text = f"{sentence} council must pay for the season that was lost.\n\nCouncil refuses to pay\n\n{BODY}"
    title = metadata(text).title
    assert title.status == "derived"
    assert title.span is not None and title.span.of(text) == title.value
    assert title.value == "Bo Ek, who leads the union of the fishermen of Westport and of two other towns on the coast"


def test_a_derived_title_leaves_out_place_and_agency() -> None:
    """The report begins after "GENEVA, Jan. 7 (Xinhua) --"."""
    title = metadata("GENEVA, Jan. 7 (Xinhua) -- The harbour will open on Monday.").title
    assert title.value == "The harbour will open on Monday"


def test_a_sidecar_overrides_what_the_file_says() -> None:
    """Override from the sidecar, stated from front matter; neither has a span."""
    text = f"---\ntitle: From the file\npublisher: Paper\n---\n{BODY}"
    found = metadata(
        text, sidecar="title: From the sidecar\nauthors: [Ann Lee]\npublished: 2021-03\nurl: https://a.example/"
    )
    assert (found.title.value, found.title.status, found.title.span) == ("From the sidecar", "override", None)
    assert (found.publisher.value, found.publisher.status) == ("Paper", "stated")
    assert (found.authors.value, found.authors.status) == (("Ann Lee",), "override")
    assert (found.published.value, found.url.value) == ("2021-03", "https://a.example/")


def test_what_is_not_stated_is_missing() -> None:
    """Dates in the prose, media cited and names in the text are neither date, publisher nor author."""
    found = metadata("The harbour opened on March 3, 2021, reported AP, and mayor Ann Lee was there to see it.")
    assert {field.status for field in (found.publisher, found.published, found.authors, found.url)} == {"missing"}
    assert (found.published.value, found.authors.value) == (None, ())


@pytest.mark.parametrize(
    ("opening", "edtf"),
    [
        ("March 3, 2021", "2021-03-03"),
        ("Wednesday, 3 March 2021\u00a0", "2021-03-03"),
        ("Published: Mar. 3, 2021 at 10:30 am", "2021-03-03"),
        ("By Ann Lee | March 3, 2021", "2021-03-03"),
        ("Published March 3, 2021\n\nUpdated March 4, 2021", "2021-03-03"),
        ("2021-03-03T10:30:00Z", "2021-03-03"),
        ("Updated March 4, 2021", None),
        ("March 3, 2021\n\nMarch 4, 2021", None),
        ("03/04/2021", None),
        ("Monday, March 3, 2021", None),
        ("February 30, 2021", None),
    ],
)
def test_a_date_line_before_the_article_is_its_date(opening: str, edtf: str | None) -> None:
    """Only a full date that can be read in one way counts; of two dates, only one that is said to be of publication."""
    published = metadata(f"{opening}\n\n{BODY}").published
    assert published.value == edtf
    assert published.status == ("stated" if edtf else "missing")


def test_the_date_of_another_story_is_not_taken() -> None:
    """What stands after the end of the article belongs to other articles."""
    assert metadata(f"{BODY}\n\nRelated articles\n\nOther harbour closed\n\nMarch 3, 2021").published.value is None


def test_a_full_date_in_the_opening_of_a_report_counts() -> None:
    """ "WESTPORT, March 3, 2021 (AP) --" is the dateline of the report."""
    assert metadata("WESTPORT, March 3, 2021 (AP) -- The harbour is open again.").published.value == "2021-03-03"
    assert metadata("WESTPORT, March 3 (AP) -- The harbour is open again.").published.value is None


def test_the_signature_of_a_standfirst_names_the_publisher() -> None:
    """ "….reports Westport Daily" before the article, not after it."""
    text = f"Harbour to open\n\nShips will come back to the port after weeks….reports Westport Daily\n\n{BODY}"
    publisher = metadata(text).publisher
    assert publisher.value == "Westport Daily"
    assert publisher.span is not None and publisher.span.of(text) == "Westport Daily"
    assert metadata(f"{BODY}\n\nRelated\n\nOther story….reports Westport Daily").publisher.value is None


def test_a_byline_names_the_authors() -> None:
    """Without their offices."""
    authors = metadata(f"Harbour to open on Monday\n\nBy Ann Writer and Bo van Ek, Staff Writers\n\n{BODY}").authors
    assert authors.value == ("Ann Writer", "Bo van Ek")


def test_a_line_with_the_address_gives_the_address() -> None:
    """One address only: two that differ count for none."""
    assert metadata(f"Source: https://a.example/x\n\n{BODY}").url.value == "https://a.example/x"
    assert metadata(f"URL: https://a.example/x\n\nURL: https://a.example/y\n\n{BODY}").url.value is None
    assert metadata(f"{BODY}\n\nSee https://a.example/x").url.value is None


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Section: World", "World"),
        ("Filed under Arts & Culture", "Arts & Culture"),
        ("Posted in: Local News", "Local News"),
        ("World", None),
        ("Section 5 of the act was struck down.", None),
        ("Categories: many and one more", None),
    ],
)
def test_a_section_is_named_as_one(line: str, section: str | None) -> None:
    """A line says that it names the section; a bare word is none, and neither are two that differ."""
    text = f"Harbour opens\n\n{line}\n\nThe harbour of Westport opened again on Monday, the mayor said on Friday."
    assert metadata(text).section.value == section
    assert metadata(f"{text}\n\nSection: Sport").section.value == (None if section else "Sport")


def test_the_language_is_declared_or_derived() -> None:
    """With its status: what the words of the text tell counts where nobody declared it."""
    cleaned = clean(document(BODY))
    told = find_metadata(cleaned, sentences_of(cleaned), "en").language
    assert told == Field("en", "derived", rule="words of the text")
    assert find_metadata(cleaned, sentences_of(cleaned)).language == Field(None, "missing")
    assert metadata(BODY, sidecar="language: DE").language == Field("de", "override", rule="declared; sidecar")


def test_date_and_title_of_a_dumped_page() -> None:
    """A question is the headline where the byline follows it; a line of the menu is none."""
    menu = "Home\nNews\nSubscribe\nSign in\nSearch\nHarbor Monthly Magazine\nCraft\nBoats\n"
    page = (
        f"{menu}Will the old harbor bridge reopen this summer?\nBy Ann Lee - 11/19/19 06:56 AM EST\n"
        "The harbor bridge will reopen after the council approved the repair on Monday, the mayor said in Westport.\n"
        "Engineers had closed the bridge in the spring because the piers of the old harbor had begun to sink.\n"
    )
    found = metadata(page)
    assert (found.title.value, found.published.value) == (
        "Will the old harbor bridge reopen this summer?",
        "2019-11-19",
    )


ADDRESS = "https://echo.example/2022/07/18/harbour"


@pytest.mark.parametrize(
    "line",
    [ADDRESS, f"<{ADDRESS}>", f"URL: {ADDRESS}", f"Source: {ADDRESS}", f"Link: {ADDRESS}", f"Retrieved from {ADDRESS}"],
)
@pytest.mark.parametrize("title", ["Harbour to open on Monday\n\n", "Harbour to open on Monday\n", ""])
def test_an_address_over_a_text_is_metadata(line: str, title: str) -> None:
    """Never the title; its day is that of publication, derived, where nothing else is stated."""
    for text in (f"{line}\n\n{title}{BODY}", f"{line}\n{title}{BODY}"):
        found = metadata(text)
        assert (found.url.value, found.url.status) == (ADDRESS, "stated")
        assert found.url.span and found.url.span.of(text) == ADDRESS
        assert (found.published.value, found.published.status) == ("2022-07-18", "derived")
        assert found.title.value == (
            title.strip() or "The harbour of Westport will open again on Monday, mayor Ann Lee said in the town hall"
        )


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (f"{ADDRESS}\n\nHarbour to open\n\nJuly 20, 2022\n\n", "2022-07-20"),
        (f"{ADDRESS}\n\nHarbour to open\n\nUpdated: July 20, 2022\n\n", "2022-07-18"),
        (f"{ADDRESS}\n\nHarbour to open\n\nUpdated: July 2, 2022\n\n", None),
        (f"{ADDRESS}\nhttps://echo.example/2022/07/19/other\n\nHarbour to open\n\n", None),
        ("https://echo.example/harbour\n\nHarbour to open\n\n", None),
    ],
)
def test_the_day_of_an_address_gives_way(head: str, published: str | None) -> None:
    """A day that is stated counts more; a change before it and a second address contradict it."""
    assert metadata(head + BODY).published.value == published


def test_an_address_elsewhere_is_not_that_of_the_text() -> None:
    """The bare address of a site, one below the text without a word before it, one in a mail."""
    for text in (f"https://echo.example/\n\nHarbour to open\n\n{BODY}", f"Harbour to open\n\n{BODY}\n\n{ADDRESS}\n"):
        found = metadata(text)
        assert (found.url.status, found.published.status, found.title.value) == (
            "missing",
            "missing",
            "Harbour to open",
        )
    assert metadata(f"Harbour to open\n\n{BODY}\n\nSource: {ADDRESS}\n").url.value == ADDRESS
