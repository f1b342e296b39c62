"""Date expressions and what they mean on the day they were written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language.dates.expression import Tense, Value
from generator.language.dates.finding import resolve
from generator.language.en.dates.chain import DATE_RULES, find_expressions
from generator.model import Span
from generator.text.edtf import bounds
from generator.text.rules import read_marked


def found(text: str) -> list[str]:
    return [e.span.of(text) for e in find_expressions(text, Span(0, len(text)))]


def value(text: str, published: str | None = "2022-01-07", tense: Tense = "unknown") -> Value:
    (expression,) = find_expressions(text, Span(0, len(text)))
    return resolve(expression, bounds(published) if published else None, tense)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 January 2022", "2022-01-10"),
        ("January 10, 2022", "2022-01-10"),
        ("Monday, January 10, 2022", "2022-01-10"),
        ("the 10th of January 2022", "2022-01-10"),
        ("Sept. 11, 2001", "2001-09-11"),
        ("2022-01-10", "2022-01-10"),
        ("10.01.2022", "2022-01-10"),
        ("13/8/2007", "2007-08-13"),
        ("December 2021", "2021-12"),
        ("in 2014", "2014"),
        ("since 2014", "2014"),
        ("the 2016 election", "2016"),
        ("from 2014 to 2016", "2014/2016"),
        ("between March 3, 2020 and April 5, 2020", "2020-03-03/2020-04-05"),
        ("December 30 - January 2, 2022", "2021-12-30/2022-01-02"),
        ("8–13 January 2020", "2020-01-08/2020-01-13"),
        ("the 2025-26 season", "2025/2026"),
        ("2022/01/10", "2022-01-10"),
        ("It was 13/8/2007.", "2007-08-13"),
        ("the 9/11 commission", "2001-09-11"),
        ("after the September 11 attacks", "2001-09-11"),
        ("the late 1980s", "1980/1989"),
        ("in the 80s", "1980/1989"),
        ("the 19th century", "1801/1900"),
        ("a failed 2003 deal", "2003"),
        ("the party's 1998 congress", "1998"),
        ("flies in 2009 out of London", "2009"),
        ("2008 was dry", "2008"),
        ("the World Cup 2010", "2010"),
        ("Christmas Day lies behind; on Christmas Eve 2004", "2004-12-24"),
    ],
)
def test_what_is_stated_in_full(text: str, expected: str) -> None:
    """A date with its year means the same whatever the day of writing."""
    assert value(text, None) == Value(expected, "as stated", "stated")
    assert value(text, "1999-05-05", "past") == Value(expected, "as stated", "stated")


@pytest.mark.parametrize(
    "text",
    ["aged 14 and 2,014 others", "in 2000 schools", "he may march in august company", "an F-16 or A320",
     "a 3-2 win", "2014 people", "$2014", "2025-26", "on Mondays", "Black Friday sales", "the Sunday Times", "recently",
     "the last week was long", "over the last year", "section 2014-15", "In May 10 people died", "version 10.2.2014.1",
     "at noon (1800 UTC)", "Christmas sales", "the 2000s", "its roughly 2000 stores", "the 1500 meter race",
     "in 2000 homes", "the March for Life", "a few days ago", "two days after the vote", "31/31/07",
     "three days later than planned"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    """Ages, amounts, scores, models, habits and ordinary words are no dates."""
    assert found(text) == []


def test_a_range_is_one_expression() -> None:
    """Both ends of a range make one expression; two dates joined by "and" alone stay two."""
    assert found("from January 8 to January 13") == ["January 8 to January 13"]
    assert found("on January 8-13 and 20 March") == ["January 8-13", "20 March"]
    assert found("between March 3 and April 5") == ["March 3 and April 5"]
    assert found("on March 3 and April 5") == ["March 3", "April 5"]


@pytest.mark.parametrize(
    ("text", "tense", "expected"),
    [
        ("January 10", "unknown", "2022-01-10"),
        ("10 January", "future", "2022-01-10"),
        ("December 28", "past", "2021-12-28"),
        ("December 28", "future", "2022-12-28"),
        ("January 8 to January 13", "future", "2022-01-08/2022-01-13"),
        ("December 28 to January 3", "past", "2021-12-28/2022-01-03"),
        ("Thursday", "past", "2022-01-06"),
        ("Friday", "past", "2022-01-07"),
        ("Thursday", "future", "2022-01-13"),
        ("last Thursday", "unknown", "2022-01-06"),
        ("next Thursday", "unknown", "2022-01-13"),
        ("from Monday to Friday", "past", "2022-01-03/2022-01-07"),
        ("today", "past", "2022-01-07"),
        ("tonight", "unknown", "2022-01-07"),
        ("yesterday", "past", "2022-01-06"),
        ("tomorrow", "future", "2022-01-08"),
        ("this week", "unknown", "2022-01-03/2022-01-09"),
        ("next week", "future", "2022-01-10/2022-01-16"),
        ("Earlier this week", "past", "2022-01-03/2022-01-07"),
        ("later this week", "future", "2022-01-07/2022-01-09"),
        ("last weekend", "past", "2022-01-01/2022-01-02"),
        ("last month", "past", "2021-12"),
        ("next year", "future", "2023"),
        ("in December", "past", "2021-12"),
        ("in December", "future", "2022-12"),
        ("last December", "unknown", "2021-12"),
        ("next March", "unknown", "2022-03"),
        ("Thursday, January 6", "unknown", "2022-01-06"),
        ("June 20", "past", "2021-06-20"),
        ("June 20", "future", "2022-06-20"),
        ("December 28", "unknown", "2021-12-28"),
        ("January of this year", "future", "2022-01"),
        ("December 3 last year", "unknown", "2021-12-03"),
        ("5 May of this year", "unknown", "2022-05-05"),
        ("July 13 to 17 of last year", "past", "2021-07-13/2021-07-17"),
        ("the 3rd to 5th of March last year", "past", "2021-03-03/2021-03-05"),
        ("last Christmas", "past", "2021-12-25"),
        ("two days ago", "past", "2022-01-05"),
        ("a month ago", "past", "2021-12"),
        ("three years ago", "past", "2019"),
        ("about three years ago", "past", "2019~"),
        ("900 years ago", "past", "1122~"),
        ("a week ago", "past", "2021-12-27/2022-01-02"),
        ("the end of the year", "future", "2022"),
        ("the day before yesterday", "past", "2022-01-05"),
        ("the October meeting", "past", "2021-10"),
    ],
)
def test_what_counts_from_the_day_of_writing(text: str, tense: Tense, expected: str) -> None:
    """Written on Friday, 7 January 2022, in a clause of this tense."""
    assert value(text, "2022-01-07", tense)[0::2] == (expected, "resolved")
    assert value(text, None, tense) == Value(None, "no publication date is stated", "open")


@pytest.mark.parametrize("text", ["Thursday", "in December", "today", "7/8/2007", "February 30", "the following Monday",
                                  "Monday, January 11", "February 29, 2022", "September 20", "7/8/07",
                                  "fiscal 2008", "the following year", "a month later"])  # fmt: skip
def test_what_stays_open(text: str) -> None:
    """Where neither tense nor calendar settles the day, there is no value and a reason."""
    assert value(text).edtf is None
    assert value(text).status == "open"
    assert value(text).rule


def test_the_weekday_of_the_day_of_writing() -> None:
    """Whether it is past or to come, the weekday of the day of writing is that day."""
    assert value("Friday").edtf == "2022-01-07"
    assert value("the end of the year", tense="past").edtf is None


def test_a_weekday_that_fits_half_a_year_away_may_fit_by_chance() -> None:
    """So far back, and no farther, a day with its weekday is that of its year."""
    assert value("Thursday, July 8", tense="past").edtf == "2021-07-08"
    assert value("Wednesday, July 7", tense="past").edtf is None


def test_lists_of_years_and_months() -> None:
    """Each year and month of a list is a date of its own."""
    assert found("in 1996, 2000 and 2004.") == ["1996", "2000", "2004"]
    assert found("in August or September") == ["August", "September"]


def test_next_is_open_within_the_same_week() -> None:
    """Said on a Monday, "next Friday" means this week's to some and next week's to others."""
    assert value("next Friday", "2022-01-03").edtf is None
    assert value("next Friday", "2022-01-07").edtf == "2022-01-14"
    assert value("this coming Friday", "2022-01-07").edtf == "2022-01-14"


def test_a_coarse_day_of_writing_supports_what_it_can() -> None:
    """Written some day in January 2022: a near date has a year, a weekday has no day."""
    assert value("December 28", "2022-01", "past").edtf == "2021-12-28"
    assert value("last month", "2022-01", "past").edtf == "2021-12"
    assert value("Thursday", "2022-01", "past").edtf is None
    assert value("next week", "2022", "future").edtf is None
    assert value("last month", "2022", "past").edtf is None


@settings(deadline=None)
@given(st.text("0123456789-/.–, JanuaryMondyinfromto", max_size=60), st.sampled_from(["2022-01-07", "2022-01", None]))
def test_any_text_is_borne(text: str, published: str | None) -> None:
    """Expressions are slices in order; a value is a real date or there is none."""
    end = 0
    for expression in find_expressions(text, Span(0, len(text))):
        assert end <= expression.span.start < expression.span.end <= len(text)
        end = expression.span.end
        result = resolve(expression, bounds(published) if published else None, "past")
        assert (result.edtf is None) == (result.status == "open")
        assert result.edtf is None or bounds(result.edtf.rstrip("~"))


@pytest.mark.parametrize("unit", ["2020 ", "January 8-", "1", "2020-", "Monday ", "in ", "the 2016 ", "8 to 13 "])
def test_long_repetitions_are_borne(unit: str) -> None:
    """Twenty thousand characters of one pattern are searched to the end."""
    text = unit * (20_000 // len(unit))
    assert all(e.span.end <= len(text) for e in find_expressions(text, Span(0, len(text))))


def test_every_match_of_a_shape_has_what_the_shape_needs() -> None:
    """A sentence that is not searched for a shape, as it lacks its sign, has nothing of it."""
    text = "\n".join(read_marked(sentence)[0] for rule in DATE_RULES for sentence in (*rule.yes, *rule.no))
    for rule in DATE_RULES:
        needs = rule.find.needs
        found = list(rule.find.pattern.finditer(text))
        assert found
        assert all(needs is None or needs.search(match[0]) for match in found)
