"""The title of a judgment and of a live report."""

import pytest

from generator.analysis.publication.days import find_published
from generator.cleaning import clean
from tests.showing import document

OPINION = (
    "IN THE SUPREME COURT OF WESTLAND\n\nNo. 19-88\n\n{}\n\n[June 7, 2019]\n\n"
    "JUSTICE POE announced the judgment of the Court.\n\n"
    "Ann Lee, a pilot, lost her post at Quay Air when she told the owners of a crack in a wing."
)


def title(text: str) -> str | None:
    cleaned = clean(document(text))
    return next((" ".join(b.span.of(text).split()) for b in cleaned.blocks if b.kind == "title"), None)


@pytest.mark.parametrize("between", ["v.", "vs.", "v", "- v -", "versus", "against"])
def test_the_parties_are_the_title_of_a_judgment(between: str) -> None:
    """On three lines, with the word between them."""
    text = OPINION.format(f"QUAY AIR CO., PETITIONER\n{between}\nANN LEE")
    assert title(text) == f"QUAY AIR CO., PETITIONER {between} ANN LEE"


def test_a_letter_between_sentences_makes_no_title() -> None:
    """Parties are lines, not prose."""
    text = OPINION.format("The court sat on Monday at noon.\nv.\nThe pilot came at one with her lawyer.")
    assert title(text) != "The court sat on Monday at noon. v. The pilot came at one with her lawyer."


LIVE = (
    "Storm Hilda live: pumps fail and the last road is shut\nLast updated 9 Feb 2021, 11:25\n\n"
    "11:25 Pumps run again\nWorkers have mended two of the five pumps at the lock of Holm, says the town.\n\n"
    "{} Dyke road shut\nThe road along the dyke of Holm is a foot under water and has been shut, the police say.\n"
)


def test_a_live_report_has_its_own_title_and_day() -> None:
    """Its first line over the date, not its newest entry; the day of the last change, derived."""
    text = LIVE.format("10:40")
    assert title(text) == "Storm Hilda live: pumps fail and the last road is shut"
    found = find_published(clean(document(text)))
    assert (found.value, found.status) == ("2021-02-09", "derived")


def test_the_day_of_a_change_is_none_of_publication_elsewhere() -> None:
    """One time of day at the head of a line makes no live report."""
    assert find_published(clean(document(LIVE.format("The")))).value is None
