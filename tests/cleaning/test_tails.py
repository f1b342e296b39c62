"""What stands behind an article and speaks of something else is cut on a saved page; the article's own parts stay."""

from generator.cleaning import clean
from tests.cleaning.test_stories import ARTICLE, reasons
from tests.showing import document

PAGE = ["Share on Facebook", "Subscribe to our newsletter", "© 2021 Westport Daily"]
LINKS = ["Baker wins a prize in Hull", "Ann Lee", "School gets a roof", "Tom Reed", "Bus strike looms", "Eve Moss"]
FOREIGN = ["Bakers from nine towns took part in the contest.", "Each jury member tasted forty loaves within two hours."]


def test_a_part_about_other_things_behind_lines_is_cut() -> None:
    """On a saved page, behind a run of lines that are no sentences, and smaller than the article."""
    found = reasons(PAGE[0], *ARTICLE, *LINKS, *FOREIGN, *PAGE[1:])
    assert all(found[line] for line in [*LINKS, *FOREIGN])
    assert {found[line] for line in ARTICLE} == {None}


def test_a_part_about_the_same_stays() -> None:
    """A box of links inside an article does not end it."""
    more = "The council of Westport said that the harbour and both piers had been repaired after the storm in December."
    assert reasons(PAGE[0], *ARTICLE, *LINKS, more, *PAGE[1:])[more] is None


def test_a_clean_text_keeps_its_lists() -> None:
    """Without signs of a page nothing is told apart by its subject."""
    assert not any(reasons(*ARTICLE, *LINKS, *FOREIGN).values())


def test_questions_and_answers_are_no_links() -> None:
    """A short interview behind the article is its own."""
    interview = [line for n in range(4) for line in (f"Q: Favorite song number {n}?", f"A: Bread and Roses {n}")]
    found = reasons(PAGE[0], *ARTICLE, *interview, "Thanks for the answers, said all of them.", *PAGE[1:])
    said = [line[3:] for line in interview]
    assert not any(found[line] for line in said)


def test_lines_that_recur_under_comments_mark_a_thread() -> None:
    """What stands between "Rating: 3 votes" and the next such line was written by readers."""
    thread = [line for n in range(4) for line in (f"reader{n}", f"I like number {n} best.", f"Rating: {n} Votes")]
    found = reasons(*ARTICLE, "Top Rated Comments", *thread)
    assert all(found[line] for line in thread)


def test_what_a_company_says_of_itself_is_cut() -> None:
    """Last in a release, each paragraph beginning with its name; an article about a company stays."""
    release = [*ARTICLE[1:], "Quay Systems has opened a third office in the old harbour of Westport, its owner said."]
    portrait = [
        "Quay Systems is a leading global provider of harbour software that connects people and ships.",
        "Quay Systems is headquartered in Westport and employs 90 people.",
    ]
    cleaned = clean(document("\n\n".join([*release, *portrait])))
    kinds = {block.span.of(cleaned.text): block.reason for block in cleaned.blocks}
    assert [kinds[line] for line in portrait] == ["about the company"] * 2
    assert not any(kinds[line] for line in release)


def test_a_program_of_dates_is_not_among_links() -> None:
    """Dated lines stay, whatever buttons stand between them."""
    program = [f"June {n} -- Pier Hall, Westport" for n in range(1, 6)]
    found = reasons(*ARTICLE, "Share", *program[:3], "Tweet", "Share", *program[3:], ARTICLE[2] + " Again.")
    assert not any(found[line] for line in program)


def test_results_above_an_article_are_no_menu() -> None:
    """A list with numbers belongs to what follows it."""
    results = [f"Party {name} - {n} seats" for n, name in enumerate("ABCDEFGHI", 3)]
    assert not any(reasons(*results, *ARTICLE[1:])[line] for line in results)
