"""The choice of a date on the page of what is new."""

from playwright.sync_api import Page, expect

from tests.browser.sites import Site


def test_a_reader_chooses_a_date(site: Site, page: Page) -> None:
    """Older lines go, and lists without a line; the date stands in the address and is chosen again by it."""
    page.goto(site.url + "new/index.html")
    lines = page.locator(".briefs-came li:visible")
    total = page.locator(".briefs-came li").count()
    assert lines.count() < total
    page.locator("[data-briefs-since] input").fill("2022-01-01")
    dated = lines.count()
    assert 0 < dated < total
    assert page.url.endswith("?since=2022-01-01")
    expect(page.locator("[data-briefs-since] [role=status]")).to_have_text(f"{dated} of {total} lines")
    page.goto(site.url + "new/index.html?since=2100-01-01")
    assert lines.count() == 0
    assert page.locator(".briefs-arrival:visible").count() == 0
