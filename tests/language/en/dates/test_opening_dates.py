"""The day in a line above an article, whatever names and words stand beside it."""

import pytest

from generator.language.en.dates.datelines import find_opening_date


@pytest.mark.parametrize(
    ("line", "value", "label"),
    [
        ("Ann Lee | Thursday, 4 March 2021 | 06:12 GMT", "2021-03-04", None),
        ("Posted on 4th March 2021 by Ann Lee", "2021-03-04", "published"),
        ("Published: Mar 04, 2021 06:12 AM IST | Updated: Mar 09, 2021 08:00 AM IST", "2021-03-04", "published"),
        ("Ann Lee, Westport | Updated: March 4, 2021 6:12:07 am", "2021-03-04", "updated"),
        ("24/03/2021", "2021-03-24", None),
    ],
)
def test_the_day_is_found(line: str, value: str, label: str | None) -> None:
    """With the word that says of what it is the day."""
    found = find_opening_date(line)
    assert found is not None
    assert (found.value, found.label) == (value, label)


@pytest.mark.parametrize(
    "line",
    [
        "The storm of 7 January 2022",
        "Lost cat found on March 8, 2021",
        "March 8, 2021 | March 9, 2021",
        "04/03/2021",
        "Monday",
        "Ann Lee " * 40 + "March 8, 2021",
    ],
)
def test_other_lines_give_no_day(line: str) -> None:
    """A happening, two days, figures that can be read two ways, and long lines."""
    assert find_opening_date(line) is None


@pytest.mark.parametrize(
    ("line", "value", "label"),
    [
        ("Dienstag, 29. Januar 2019", "2019-01-29", None),
        ("VON BO EK am 21. April 2020", "2020-04-21", None),
        ("Publié le 9 juin 2019", "2019-06-09", "published"),
        ("Por: Ann Lee | 17 de febrero de 2020", "2020-02-17", None),
        ("Pubblicato il 3 marzo 2021, ore 10:15", "2021-03-03", "published"),
        ("Aktualisiert am 3. März 2021", "2021-03-03", "updated"),
        ("Updated20:49, 5 Aug 2024", "2024-08-05", "updated"),
    ],
)
def test_lines_in_other_languages_and_glued_ones(line: str, value: str, label: str | None) -> None:
    """Months and labels of German, French, Spanish and Italian; a label glued to the hour."""
    found = find_opening_date(line)
    assert found is not None
    assert (found.value, found.label) == (value, label)


@pytest.mark.parametrize(
    "line",
    [
        "— Ann Lee (@annlee) June 1, 2017",
        "Registriert: 18.09.2008, 05:56",
        "Erscheinungsdatum: 14.08.2017",
        "Release date: March 3, 2021",
        "Member since May 5, 2015",
        "Deadline: 3 May 2021",
        "Termin: 3. Mai 2021",
    ],
)
def test_the_day_of_something_else_is_none_of_publication(line: str) -> None:
    """Of a post that is shown, of a member, of a book, of an event."""
    assert find_opening_date(line) is None
