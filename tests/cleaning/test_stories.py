"""Comments, lists of other stories, notes on authors and links are cut; what only resembles them is not."""

import pytest

from generator.cleaning import clean
from tests.showing import document

ARTICLE = [
    "Harbour of Westport opens after eleven weeks",
    "The harbour of Westport will open again on Monday, the mayor said on Friday after a long meeting of the council.",
    "It had been closed since a storm in December, and many ships went to other harbours on the coast of the country. "
    "The council of Westport had to pay for the repair of both piers, which took longer than anybody had thought, and "
    "the fishermen of the harbour were paid for some of the weeks in which they could not go out with their ships.",
    "The mayor thanked the crews of the ships that had stayed.",
]
TEASERS = [
    ("Baker wins a prize", "Tom Reed bakes bread from seaweed that his daughters gather."),
    ("School gets a roof", "Pupils sat under umbrellas through most of last autumn."),
    ("Lost cat found in Hull", "Nobody knows how the animal crossed the wide river alone."),
]


def reasons(*lines: str) -> dict[str, str | None]:
    cleaned = clean(document("\n\n".join(lines)))
    return {b.span.of(cleaned.text): b.reason for b in cleaned.blocks}


def test_comments_below_the_article_are_cut() -> None:
    """From the first name on; the article and its own date stay."""
    thread = [
        f"{line}"
        for n in range(4)
        for line in (f"reader{n} says:", f"May {n + 1}, 2021 at 6:3{n} am", f"I like it {n}.")
    ]
    found = reasons(ARTICLE[0], "May 1, 2021 at 5:00 am", *ARTICLE[1:], *thread)
    assert {found[line] for line in thread} == {"comments"}
    assert {found[line] for line in ARTICLE} == {None}


def test_a_live_report_is_no_thread() -> None:
    """Dated entries without a sign of comments are the article's."""
    entries = [
        line
        for n in range(4)
        for line in ("Westport", f"May 1, 2021 at 6:3{n} am", f"Ship number {n} has left the harbour.")
    ]
    found = reasons(*ARTICLE, *entries)
    assert found["Ship number 2 has left the harbour."] is None


@pytest.mark.parametrize("extra", ["dates", "sections", "twins"])
def test_a_list_of_other_stories_is_cut(extra: str) -> None:
    """Headlines and teasers with dates, with one section again and again, or with each headline twice."""
    around = {"dates": ["May 3, 2021"], "sections": ["Our town"], "twins": []}[extra]
    below = [
        line for title, teaser in TEASERS for line in (*around, title, *([title] if extra == "twins" else []), teaser)
    ]
    found = reasons(*ARTICLE, *below)
    assert all(found[teaser] for _, teaser in TEASERS)
    assert {found[line] for line in ARTICLE} == {None}


def test_sections_of_an_article_are_no_list() -> None:
    """Subheadings over short paragraphs, none of them recurring, belong to the article."""
    found = reasons(*ARTICLE, *(line for pair in TEASERS for line in pair))
    assert [found[teaser] for _, teaser in TEASERS] == [None, None, None]


def test_the_first_paragraph_below_a_list_stays() -> None:
    """A list before the article does not take its lead."""
    above = [line for title, teaser in TEASERS for line in (title, "May 3, 2021", teaser)]
    found = reasons(*above, *ARTICLE)
    assert all(found[teaser] for _, teaser in TEASERS)
    assert {found[line] for line in ARTICLE[1:]} == {None}


@pytest.mark.parametrize(
    "lines",
    [
        ("Ann Lee is a reporter for the Westport Daily and covers the coast.",),
        ("Ann Lee", "Ann joined the Westport Daily in March 2017."),
        ("Tom Reed is a freelance writer based in Hull. Follow him on Twitter.",),
    ],
)
def test_a_note_on_the_author_is_cut(lines: tuple[str, ...]) -> None:
    """At the end, where the byline or the line above names him, or where he can be followed."""
    found = reasons(ARTICLE[0], "By Ann Lee", *ARTICLE[1:], *lines)
    assert found[lines[-1]] == "about the author"
    assert {found[line] for line in ARTICLE} == {None}


def test_somebody_of_the_article_is_no_author() -> None:
    """The trade of a person alone does not cut a paragraph, at its end or inside."""
    line = "Tom Reed is a journalist in Hull and saw the storm."
    assert reasons(*ARTICLE, line)[line] is None
    assert reasons(*ARTICLE[:2], line, *ARTICLE[2:])[line] is None


def test_a_section_on_the_company_is_cut() -> None:
    """ "About X" behind the article with sentences that begin with X; another heading with "About" stays."""
    line = "Westport Ships builds boats in four towns and has three hundred workers."
    assert reasons(*ARTICLE, "About Westport Ships", line)[line] == "about the company"
    assert reasons(*ARTICLE, "About time for a change", line)[line] is None


PAGE = ["Share on Facebook", "Subscribe", "Sign up for our newsletter"]


def test_links_inside_a_page_are_cut() -> None:
    """Long lines in capitals, and kickers with headlines; a short subheading in capitals stays."""
    links = [
        "BAKER FROM WESTPORT WINS A PRIZE FOR BREAD",
        "GOOD BREAD",
        "Baker wins a prize for bread from seaweed",
        "ROOF OFF",
        "School gets a roof after one long wet autumn",
    ]
    found = reasons(*PAGE, *ARTICLE[:3], links[0], ARTICLE[3], *links[1:], "The council meets again in June, he said.")
    assert all(found[line] for line in links)
    found = reasons(*PAGE, *ARTICLE[:3], "THE STORM", ARTICLE[3])
    assert found["THE STORM"] is None


@pytest.mark.parametrize(
    "line",
    [
        "The harbour at night. Image: Ann Lee.",
        "Ships in the harbourCredit: Ann Lee",
        "Image caption The harbour at night",
        "In this May 1, 2020, file photo, ships lie in the harbour.",
    ],
)
def test_captions_are_told_from_the_article(line: str) -> None:
    """By the owner at their end or by how they begin."""
    cleaned = clean(document("\n\n".join([*ARTICLE[:2], line, *ARTICLE[2:]])))
    assert [b.kind for b in cleaned.blocks if b.span.of(cleaned.text) == line] == ["caption"]
