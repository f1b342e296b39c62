"""Pages with comments, lists of other stories and links, beyond what the rules show on their own pages."""

from generator.cleaning import clean
from generator.cleaning.examples import ARTICLE, FURNITURE, TEASERS
from tests.showing import document


def reasons(*lines: str) -> dict[str, str | None]:
    cleaned = clean(document("\n\n".join(lines)))
    return {b.span.of(cleaned.text): b.reason for b in cleaned.blocks}


def test_the_first_paragraph_below_a_list_stays() -> None:
    """A list before the article does not take its lead."""
    above = [line for title, teaser in TEASERS for line in (title, "May 3, 2021", teaser)]
    found = reasons(*above, *ARTICLE)
    assert all(found[teaser] for _, teaser in TEASERS)
    assert {found[line] for line in ARTICLE[1:]} == {None}


def test_questions_and_answers_are_no_links() -> None:
    """A short interview behind the article is its own."""
    interview = [line for n in range(4) for line in (f"Q: Favorite song number {n}?", f"A: Bread and Roses {n}")]
    found = reasons(FURNITURE[0], *ARTICLE, *interview, "Thanks for the answers, said all of them.", *FURNITURE[1:])
    said = [line[3:] for line in interview]
    assert not any(found[line] for line in said)


def test_lines_that_recur_under_comments_mark_a_thread() -> None:
    """What stands between "Rating: 3 votes" and the next such line was written by readers."""
    thread = [line for n in range(4) for line in (f"reader{n}", f"I like number {n} best.", f"Rating: {n} Votes")]
    found = reasons(*ARTICLE, "Top Rated Comments", *thread)
    assert all(found[line] for line in thread)


def test_a_program_of_dates_is_not_among_links() -> None:
    """Dated lines stay, whatever buttons stand between them."""
    program = [f"June {n} -- Pier Hall, Westport" for n in range(1, 6)]
    found = reasons(*ARTICLE, "Share", *program[:3], "Tweet", "Share", *program[3:], ARTICLE[2] + " Again.")
    assert not any(found[line] for line in program)


def test_results_above_an_article_are_no_menu() -> None:
    """A list with numbers belongs to what follows it."""
    results = [f"Party {name} - {n} seats" for n, name in enumerate("ABCDEFGHI", 3)]
    assert not any(reasons(*results, *ARTICLE[1:])[line] for line in results)
