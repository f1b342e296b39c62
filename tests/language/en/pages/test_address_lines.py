"""Lines that are an address, and days in addresses."""

import pytest

from generator.language.en.pages.leads import day_in_address, find_address_line

URL = "https://echo.example/pier"


@pytest.mark.parametrize(
    ("line", "label"),
    [
        (URL, None),
        (f"<{URL}>", None),
        (f"URL: {URL}", "url"),
        (f"Source: {URL}", "source"),
        (f"Source URL: {URL}", "source"),
        (f"Link: <{URL}>", "link"),
        (f"Original article: {URL}", "original"),
        (f"Retrieved from {URL}", "retrieved from"),
        (f"Retrieved from {URL} on 3 May 2023", "retrieved from"),
        (f"Available at: {URL} (accessed 3 May 2023)", "available at"),
        (f"Quelle: {URL}", "quelle"),
    ],
)
def test_a_line_that_is_an_address_is_told(line: str, label: str | None) -> None:
    """Bare, in brackets, or with a word that says what it is."""
    found = find_address_line(line)
    assert found
    assert (found.url, line[found.start : found.end]) == (URL, URL)
    assert (found.label or "").startswith(label or "")
    assert (found.label is None) == (label is None)


@pytest.mark.parametrize(
    "line",
    [f"See {URL} for more.", f"{URL} and {URL}", "Source: The Echo", "echo.example", "url", f"He wrote {URL}", ""],
)
def test_other_lines_are_none(line: str) -> None:
    """Words beside the address, or no address at all."""
    assert find_address_line(line) is None


@pytest.mark.parametrize(
    "path",
    [
        "/2022/07/18/pier",
        "/2022/07/18/",
        "/2022/07/18",
        "/2022/7/18/pier",
        "/news/2022/jul/18/pier-sold",
        "/2022/July/18/pier",
        "/2022-07-18/pier",
        "/2022-07-18-pier-sold.html",
        "/news/2022_07_18_pier",
        "/20220718/pier",
        "/20220718.html",
        "/2022/07/18/2022-07-18-pier",
    ],
)
def test_a_day_in_a_path_is_that_of_its_page(path: str) -> None:
    """At the head of a part of the path."""
    assert day_in_address(f"https://echo.example{path}?d=2021/01/01#2020/02/02") == "2022-07-18"


@pytest.mark.parametrize(
    "path",
    [
        "/2022/07/pier",
        "/2022/13/18/pier",
        "/2022/02/30/pier",
        "/article/202207181234/pier",
        "/pier-20220718.html",
        "/events/2022/07/18/fair",
        "/calendar/2022-07-18",
        "/2022/07/18/2022/07/19",
        "/18/07/2022/pier",
        "/pier?d=/2022/07/18/",
        "/pier",
        "/1815/06/18/waterloo",
    ],
)
def test_other_figures_in_an_address_are_no_day(path: str) -> None:
    """A month, a number, the day of an event, two days, a query."""
    assert day_in_address(f"https://echo.example{path}") is None
