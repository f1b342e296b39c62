"""The day on which a page says it was published, in the time of its place."""

import pytest

from generator.readers.html.page import parse_html
from generator.readers.html.page_data import find_stated, read_moment

ARTICLE = (
    '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "x", "datePublished": "{}"}}</script>'
)


def published(head: str, body: str = "", language: str = "en") -> str | None:
    page = f'<html lang="{language}"><head>{head}</head><body>{body}<p>Text.</p></body></html>'
    return next((item.values[0] for item in find_stated(parse_html(page)) if item.field == "published"), None)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2022-05-04", "2022-05-04"),
        ("20220504", "2022-05-04"),
        ("2022-05-04T02:41:00Z", "2022-05-04"),
        ("2022-05-04 02:41:00.000000", "2022-05-04"),
        ("Wed, 04 May 2022 02:41:00 GMT", "2022-05-04"),
        ("Wed May 04 19:20:36 CEST 2022", "2022-05-04"),
        ("Wed May 04 2022 01:00:00 GMT+0200 (Central European Summer Time)", "2022-05-04"),
        ("1651632060000", "2022-05-04"),
        ("1651632060", "2022-05-04"),
        ("May 4, 2022", "2022-05-04"),
    ],
)
def test_a_moment_is_read_in_every_form_of_programs(value: str, day: str) -> None:
    """The day of the statement; seconds and milliseconds too."""
    moment = read_moment(value)
    assert moment is not None
    assert moment.day.isoformat() == day


@pytest.mark.parametrize("value", ["2021-05-01/2021-05-03", "2022-13-01", "soon", "", "P3D", "10:30", "123456", "2022"])
def test_a_range_is_no_day_of_publication(value: str) -> None:
    """It is that of an event; and what names no day is none."""
    assert read_moment(value) is None


@pytest.mark.parametrize(
    ("stated", "beside", "language", "day"),
    [
        ("2022-05-04T23:30:00+02:00", "", "en", "2022-05-04"),
        ("2022-05-04T13:30:00Z", "", "de", "2022-05-04"),
        ("2022-05-04T23:30:00Z", "", "de", "2022-05-05"),
        ("2022-05-04T20:30:00Z", "", "ja", "2022-05-05"),
        ("2022-05-04T22:30:00Z", "", "de", "2022-05-04~"),
        ("2022-05-04T23:30:00Z", "", "en", "2022-05-04~"),
        ("2022-05-04T13:30:00Z", "", "en", "2022-05-04?"),
        ("2022-05-04", "", "en", "2022-05-04?"),
        ("2022-05-04T00:00:00+00:00", "", "en", "2022-05-04?"),
        ("2022-05-04T00:01:00Z", "", "en", "2022-05-04~"),
        ("2022-05-04T02:30:00Z", '<time datetime="2022-05-03T22:30:00-04:00">10 pm</time>', "en", "2022-05-03"),
        ("2022-05-04T02:30:00Z", '<time datetime="2022-05-04T02:30:00Z">3 de mayo 2022</time>', "en", "2022-05-03"),
    ],
)
def test_the_day_is_that_of_the_paper(stated: str, beside: str, language: str, day: str) -> None:
    """A time in UTC is read by another statement of the moment, by the words beside it, by the clocks of a language.

    What remains open is marked.
    """
    assert published(ARTICLE.format(stated), beside, language) == day


def test_a_day_without_a_name_counts_less_than_that_of_publication() -> None:
    """`date` may be that of a change; a page that marks the day of publication in its text says it better."""
    head = '<meta name="date" content="2022-05-01">'
    assert published(head) == "2022-05-01?"
    assert published(head, '<span itemprop="datePublished" content="2022-05-04">4 May</span>') == "2022-05-04?"


def test_times_of_other_stories_do_not_hide_the_day_of_this_one() -> None:
    """Elements that differ are passed over, statements that differ count for none."""
    others = "".join(f'<li><time class="published" datetime="2022-04-0{n}">x</time></li>' for n in (1, 2))
    assert published('<meta name="date" content="2022-05-01">', others) == "2022-05-01?"
    assert published(ARTICLE.format("2022-05-01") + ARTICLE.format("2022-05-03")) is None
