"""The title of a judgment and of a live report."""

import pytest

from generator.analysis.publication import find_published
from generator.cleaning import clean
from tests.showing import document

OPINION = (
    "IN THE SUPREME COURT OF NORTHMARK\n\nNo. 17-204\n\n{}\n\n[May 2, 2018]\n\n"
    "JUSTICE POE delivered the opinion of the Court.\n\n"
    "In 2014 respondent Ann Lee, a pilot of Quay Freight, was dismissed after she reported faulty brakes."
)


def title(text: str) -> str | None:
    cleaned = clean(document(text))
    return next((" ".join(b.span.of(text).split()) for b in cleaned.blocks if b.kind == "title"), None)


@pytest.mark.parametrize("between", ["v.", "vs.", "v", "- v -", "versus", "against"])
def test_the_parties_are_the_title_of_a_judgment(between: str) -> None:
    """On three lines, with the word between them."""
    text = OPINION.format(f"QUAY FREIGHT CO., PETITIONER\n{between}\nANN LEE")
    assert title(text) == f"QUAY FREIGHT CO., PETITIONER {between} ANN LEE"


def test_a_letter_between_sentences_makes_no_title() -> None:
    """Parties are lines, not prose."""
    text = OPINION.format("The court sat on Monday at noon.\nv.\nThe pilot came at one with her lawyer.")
    assert title(text) != "The court sat on Monday at noon. v. The pilot came at one with her lawyer."


LIVE = (
    "Storm Hilda live: two dead as bridges close in the north\nLast updated 16 Nov 2022, 18:40\n\n"
    "18:40 Power back in Holm\nEngineers have restored power to 4,000 homes in Holm, says the grid.\n\n"
    "{} Second death confirmed\nPolice have confirmed that a second man has died near the bridge of Holm.\n"
)


def test_a_live_report_has_its_own_title_and_day() -> None:
    """Its first line over the date, not its newest entry; the day of the last change, derived."""
    text = LIVE.format("17:12")
    assert title(text) == "Storm Hilda live: two dead as bridges close in the north"
    found = find_published(clean(document(text)))
    assert (found.value, found.status) == ("2022-11-16", "derived")


def test_the_day_of_a_change_is_none_of_publication_elsewhere() -> None:
    """One time of day at the head of a line makes no live report."""
    assert find_published(clean(document(LIVE.format("The")))).value is None
