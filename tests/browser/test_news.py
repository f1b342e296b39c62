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


def test_paper_has_what_is_folded(site: Site, page: Page) -> None:
    """The lines of a kind are printed, with the name of the kind, whether or not it was opened."""
    page.goto(site.url + "new/index.html")
    lines = page.locator("details.briefs-paper li")
    assert lines.count() > 0
    shown = "lines => lines.filter(line => line.checkVisibility() && line.getBoundingClientRect().height > 0).length"
    assert lines.evaluate_all(shown) == 0
    page.emulate_media(media="print")
    assert lines.evaluate_all(shown) == lines.count()
    assert page.locator("details.briefs-paper > summary").evaluate_all(shown) > 0


def test_a_link_opens_the_fold_that_it_leads_to(site: Site, page: Page) -> None:
    """What is folded is no dead end: the fold that an address names is open and in sight."""
    page.goto(site.url + "new/index.html")
    page.locator("details.briefs-paper").first.evaluate("panel => { panel.id = 'there'; }")
    page.evaluate("location.hash = 'there'")
    expect(page.locator("#there")).to_have_attribute("open", "")
    expect(page.locator("#there")).to_be_in_viewport()
