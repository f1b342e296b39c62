"""Numbers and days of one happening: which oppose each other, which are told anew later, which may both be right."""

import pytest

from tests.linking.oppositions.collections import collect, slice_of, tell, the_one

NINE = "A bus crashed near Wexby on Monday, killing nine people."
TWELVE = "Twelve people were killed on Monday when a bus crashed near Wexby."


def test_two_numbers_of_one_day_oppose_each_other() -> None:
    """Of one event, by two briefs; the event is named."""
    library = collect(NINE, TWELVE)
    assert tell(library) == ["number: - holds nine people / - holds Twelve people"]
    assert the_one(library).event in {event.id for event in library.events}
    assert library.revisions == ()


def test_a_later_number_is_an_update() -> None:
    """It opposes nothing and says which was told first."""
    library = collect(TWELVE, NINE, days=("2022-05-04", "2022-05-03"))
    assert library.oppositions == ()
    (revision,) = library.revisions
    assert [slice_of(library, position.words) for position in revision.positions] == ["nine people", "Twelve people"]
    assert revision.measure == "killed"


def test_nobody_knows_which_is_newer() -> None:
    """Without a day of publication it is a question, which either answer ends."""
    texts = (NINE.replace("Monday", "2 May 2022"), TWELVE.replace("Monday", "2 May 2022"))
    library = collect(*texts, days=(None, None))
    assert library.oppositions == ()
    (doubt,) = [doubt for doubt in library.doubts if doubt.kind == "opposition"]
    yes, no = (collect(*texts, days=(None, None), overrides=answer.yaml) for answer in doubt.answers)
    assert the_one(yes).by_editor
    assert no.oppositions == ()
    assert not [one for decided in (yes, no) for one in decided.doubts if one.kind == "opposition"]
    assert (yes.problems, no.problems) == ((), ())


def test_a_third_source_takes_no_contradiction_away() -> None:
    """Two of the newest day that differ oppose each other, whatever was told before; one that comes back is asked."""
    day = "2022-05-03"
    library = collect(NINE, TWELVE, NINE.replace("A bus", "A red bus"), days=(day, day, "2022-05-02"))
    assert tell(library) == ["number: - holds nine people / - holds Twelve people"]
    library = collect(NINE, TWELVE, NINE.replace("A bus", "A red bus"), days=("2022-05-02", day, "2022-05-04"))
    assert (library.oppositions, library.revisions) == ((), ())
    assert [doubt.kind for doubt in library.doubts].count("opposition") == 1


def test_two_versions_of_one_text_are_no_two_sources() -> None:
    """Of one day, with another number: which version is newer only a person can tell."""
    rest = (
        " The driver had come from Ostrava in the night and did not see the bridge in the fog, the mayor said on the"
        " radio. The road along the river stays closed until the end of the week. Ten ambulances brought those who"
        " lived to the hospital, where doctors and nurses had been called back from their homes."
    )
    library = collect(NINE + rest, NINE.replace("nine", "twelve") + rest)
    assert library.lineages
    assert library.oppositions == ()
    assert [doubt.kind for doubt in library.doubts].count("opposition") == 1


def test_each_says_another_number() -> None:
    """In one text, where both are named with theirs."""
    library = collect(
        "A bomb went off in Wexby. Police said that the blast killed nine people. The Wexby Hospital Trust said that"
        " the blast killed fourteen people."
    )
    assert tell(library) == ["number: Police holds nine people / Wexby Hospital Trust holds fourteen people"]


@pytest.mark.parametrize(
    "other",
    [
        TWELVE.replace("Twelve", "At least seven"),
        TWELVE.replace("Twelve", "Up to twelve"),
        TWELVE.replace("Twelve people", "Two children"),
        TWELVE.replace("Twelve", "Nine"),
        TWELVE.replace("Wexby", "Ostrava"),
        TWELVE.replace("on Monday", "on 4 May 2020"),
    ],
)
def test_numbers_that_may_both_be_right(other: str) -> None:
    """At least, up to, a part of them, the same, another place, another day."""
    library = collect(NINE, other)
    assert (library.oppositions, library.revisions) == ((), ())


def test_two_days_of_one_death() -> None:
    """One person dies once; two persons do not, and a month is no other day."""
    texts = ("The painter Mira Vale died on 2 May 2022 in Wexby.", "Mira Vale died on 3 May 2022, her gallery said.")
    assert [one.kind for one in collect(*texts).oppositions] == ["date"]
    assert collect(texts[0], texts[1].replace("Mira Vale", "Jo Lund")).oppositions == ()
    assert collect(texts[0], texts[1].replace("3 May", "May")).oppositions == ()
