"""What a new user wants to know, from the front page, in three clicks at most; letters and Enter are no clicks."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.sites import Site

MOST = 3


class Reader:
    """Somebody who has just come, and counts the clicks."""

    def __init__(self, site: Site, page: Page) -> None:
        self.page, self.clicks = page, 0
        page.goto(site.url + "index.html")

    def click(self, link: Locator) -> None:
        """Click once more."""
        self.clicks += 1
        assert self.clicks <= MOST
        link.click()

    def tab(self, name: str) -> None:
        """Click an entry of the navigation."""
        self.click(self.page.locator(".md-tabs").get_by_role("link", name=name, exact=True))


def test_what_did_one_say_about_something(reports: Site, page: Page) -> None:
    """Quill on the demands: her name on the front page, then the sentence among what she said."""
    reader = Reader(reports, page)
    reader.click(page.locator(".md-content").get_by_role("link", name="Theresa Quill", exact=True).first)
    said = page.locator(".briefs-claims li").filter(has_text="demands of the harbour remain")
    expect(said).to_be_visible()
    reader.click(said.locator(".briefs-door a").first)
    expect(page.locator(":target")).to_contain_text("The demands of the harbour remain, Quill said.")


def test_what_did_one_say_by_the_search(reports: Site, page: Page) -> None:
    """The same as a question: the first line is the sentence, and Enter opens it."""
    reader = Reader(reports, page)
    reader.click(page.locator(".md-search__input"))
    page.keyboard.type("what did Quill say about the demands?")
    result = page.locator(".md-search-result__item").filter(has_text="Brief ·").first
    expect(result).to_contain_text("The demands of the harbour remain")
    reader.click(result.locator("a").first)
    expect(page.locator(":target")).to_contain_text("The demands of the harbour remain, Quill said.")


def test_who_met_whom_where_and_when(reports: Site, page: Page) -> None:
    """In Brussels: the meetings stand beside the timeline, with both sides, place and day."""
    reader = Reader(reports, page)
    reader.tab("Timeline")
    reader.click(page.locator(".briefs-ways").get_by_role("link", name="Meetings"))
    met = page.locator(".md-content li").filter(has_text="10 March 2021").filter(has_text="Brussels")
    expect(met.first).to_contain_text("Theresa Quill met Omar Nasser")


def test_what_rests_on_one_agency_only(reports: Site, page: Page) -> None:
    """The agencies stand beside the sources; those that name no other come first. Explore finds them too."""
    reader = Reader(reports, page)
    reader.tab("Sources")
    reader.click(page.get_by_role("link", name="Agencies and media"))
    expect(page.locator(".md-content")).to_contain_text("AP · 1 brief, 1 on it alone")
    reader = Reader(reports, page)
    reader.tab("Explore")
    reader.click(page.get_by_role("group", name="Agencies and media").get_by_label("AP"))
    reader.click(page.get_by_role("group", name="Agencies per brief").get_by_label("one alone"))
    expect(page.locator(".briefs-results > li")).to_have_count(1)
    expect(page.locator(".briefs-results > li")).to_contain_text("(AP)")


def test_what_is_new_since_the_last_build(reports: Site, page: Page) -> None:
    """The front page says how much, and leads to what."""
    reader = Reader(reports, page)
    reader.click(page.locator(".briefs-notice").get_by_role("link", name="New since"))
    expect(page.locator(".briefs-arrival").first).to_contain_text("Harbour takes its case to court")
    reader = Reader(reports, page)
    page.goto(reports.url + "briefs/talks.html")
    reader.click(page.locator("footer").get_by_role("link", name="What’s new"))
    expect(page.locator("h1")).to_have_text("What’s new")


def test_all_of_somebody_in_one_paper_in_one_month_by_mouse(reports: Site, page: Page) -> None:
    """From Explore: the person, the publisher, the month."""
    reader = Reader(reports, page)
    page.goto(reports.url + "explore/index.html")
    reader.click(page.get_by_role("group", name="People").get_by_label("Theresa Quill"))
    reader.click(page.get_by_role("group", name="Publishers").get_by_label("The Valley Post"))
    expect(page.locator(".briefs-found")).to_have_text("3 of 18 briefs")
    reader.click(page.get_by_role("button", name="March 2021: 2"))
    expect(page.locator(".briefs-found")).to_have_text("2 of 18 briefs")
    expect(page.locator(".briefs-chosen")).to_contain_text("March 2021")


def test_all_of_somebody_in_one_paper_in_one_month(reports: Site, page: Page) -> None:
    """By three clicks with the month typed, or by one click and three words typed."""
    reader = Reader(reports, page)
    reader.tab("Explore")
    reader.click(page.get_by_role("group", name="People").get_by_label("Theresa Quill"))
    reader.click(page.get_by_role("group", name="Publishers").get_by_label("The Valley Post"))
    page.locator("#explore-add").focus()
    for words in ("march 2021",):
        page.keyboard.type(words)
        expect(page.locator("#explore-options li").first).to_contain_text("March 2021")
        page.keyboard.press("Enter")
    expect(page.locator(".briefs-found")).to_have_text("2 of 18 briefs")
    titles = page.locator(".briefs-results h2").all_inner_texts()
    assert titles == ["Mayor answers the harbour", "Harbour talks end without a deal"]
