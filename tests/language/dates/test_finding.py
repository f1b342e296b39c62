"""Which tense counts for a date inside quotation marks, and what the words beside a weekday say of its week."""

import pytest

from generator.language.dates.expression import Dating
from generator.language.dates.finding import find_dates
from generator.language.en.dates.chain import find_expressions
from generator.language.en.dates.tense import Verbs
from generator.model import Block, Document, Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"No strike before Friday," said Paul Orr.', None),
        ('"They left on Friday," said Paul Orr.', "2016-04-29"),
        ('"They will leave on Friday," said Paul Orr.', "2016-05-06"),
        ('"No strike," said Paul Orr on Friday.', "2016-04-29"),
    ],
)
def test_quoted_words_have_the_tense_of_their_own_verbs(text: str, expected: str | None) -> None:
    """Whoever spoke did so in the past; when it happens what he spoke of, his own words tell."""
    whole = Span(0, len(text))
    document = Document("", "", "", text, (Block("paragraph", whole),))
    dates = find_dates(document, [whole], "2016-05-05", Dating(find_expressions, Verbs))
    assert [date.value for date in dates] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voters decide tomorrow, a Friday.", ["2016-05-06", "2016-05-06"]),
        ("The pier was closed yesterday (Wednesday).", ["2016-05-04", "2016-05-04"]),
        ("The pier was closed yesterday (Tuesday).", ["2016-05-04", "2016-05-03"]),
        ("He was found dead, police said Friday morning, local time.", [None]),
        ("He was found dead, police said Friday morning.", ["2016-04-29"]),
        ("He was found dead, police said Tuesday at 9 p.m. local time.", ["2016-05-03"]),
        ("The mayor announced a rest from work, Wednesday through Friday.", ["2016-05-04", None]),
        ("The mayor announced a rest from work, Monday through Wednesday.", ["2016-05-02", "2016-05-04"]),
        ("They met on Wednesday and on Friday.", ["2016-05-04", "2016-04-29"]),
    ],
)
def test_a_weekday_is_of_the_week_that_the_words_beside_it_say(text: str, expected: list[str | None]) -> None:
    """Written on a Thursday: a Friday there may be tomorrow's here, and what lasts until Friday may not be over."""
    whole = Span(0, len(text))
    document = Document("", "", "", text, (Block("paragraph", whole),))
    dates = find_dates(document, [whole], "2016-05-05", Dating(find_expressions, Verbs))
    assert [date.value for date in dates] == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("It stood in USA Today on Tuesday.", "USA Today", ["Tuesday"]),
        ("The April 6 Movement met.", "April 6 Movement", []),
        ("The Brenlow Today on sale cost more.", "Brenlow", ["Today"]),
        ("They won the 2014 Wexby Cup.", "2014 Wexby Cup", ["2014"]),
    ],
)
def test_a_name_holds_no_day_that_is_counted_from_another(text: str, name: str, expected: list[str]) -> None:
    """ "Today" is part of a newspaper's name; what has a year of its own says when it was."""
    whole, start = Span(0, len(text)), text.index(name)
    document = Document("", "", "", text, (Block("paragraph", whole),))
    names = [Span(start, start + len(name))]
    dates = find_dates(document, [whole], "2016-05-05", Dating(find_expressions, Verbs), names)
    assert [date.span.of(text) for date in dates] == expected
