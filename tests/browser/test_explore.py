"""Explore as a reader uses it: from a server below a path, and from a folder on disk."""

import re
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect

from tests.browser.sites import Site
from tests.browser.test_accessibility import RULES, RUN

EXPLORE = "explore/index.html"
FOUND, RESULT, ADD, OPTION = ".briefs-found", ".briefs-results > li", "#explore-add", "#explore-options li"


@pytest.fixture(params=["server", "folder"])
def explore(request: pytest.FixtureRequest, reports: Site) -> str:
    """The page, from the server and from the folder."""
    return reports.url + EXPLORE if request.param == "server" else (reports.folder / EXPLORE).as_uri()


def choose(page: Page, facet: str, words: str) -> None:
    """Choose a value of a facet by its box."""
    page.get_by_role("group", name=facet, exact=True).get_by_label(re.compile(f"^{words}")).check()


def titles(page: Page) -> list[str]:
    """The headings of the results."""
    return page.locator(f"{RESULT} h2").all_inner_texts()


def test_nothing_of_the_index_is_loaded_elsewhere(reports: Site, page: Page) -> None:
    """Other pages ask for neither the script nor the data."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(reports.url + "index.html")
    page.goto(reports.url + "briefs/talks.html")
    page.wait_for_timeout(300)
    assert not [url for url in asked if "explore" in url]


def test_it_begins_with_all_the_newest_first(explore: str, page: Page) -> None:
    """The number of all, ten results, and more at a press."""
    page.goto(explore)
    expect(page.locator(FOUND)).to_have_text("18 briefs")
    expect(page.locator(RESULT)).to_have_count(10)
    assert titles(page)[0] == "Rain on day 14"
    page.get_by_role("button", name="Show 8 more").click()
    expect(page.locator(RESULT)).to_have_count(18)
    expect(page.locator(f"{RESULT} a").nth(20)).to_be_focused()


def test_choices_narrow_and_counts_follow(explore: str, page: Page) -> None:
    """A person and a publisher: both hold; each number says what choosing it would leave."""
    page.goto(explore)
    choose(page, "People", "Theresa Quill")
    expect(page.locator(FOUND)).to_have_text("4 of 18 briefs")
    publishers = page.get_by_role("group", name="Publishers")
    expect(publishers).to_contain_text(re.compile(r"The Valley Post\s*3"))
    choose(page, "Publishers", "The Courier")
    expect(page.locator(FOUND)).to_have_text("1 of 18 briefs")
    expect(publishers).to_contain_text(re.compile(r"The Valley Post\s*3"))
    choose(page, "Publishers", "The Valley Post")
    expect(page.locator(FOUND)).to_have_text("4 of 18 briefs")
    choose(page, "People", "Eugene Marlow")
    expect(page.locator(FOUND)).to_have_text("1 of 18 briefs")


def test_a_result_says_where_it_is_from_and_opens_at_the_sentence(explore: str, page: Page) -> None:
    """Day, publisher and the first sentence that names whom one has chosen, in which the name is marked."""
    page.goto(explore)
    choose(page, "People", "Eugene Marlow")
    expect(page.locator(RESULT)).to_have_count(1)
    result = page.locator(RESULT)
    expect(result).to_contain_text("15 March 2021 · The Courier")
    expect(result.locator(".briefs-proof")).to_contain_text("Eugene Marlow, the chair of the Harbour Trust")
    assert result.locator("mark").all_inner_texts() == ["Eugene", "Marlow"]
    result.locator(".briefs-proof a").click()
    page.wait_for_url("**/briefs/courier.html#s2")
    expect(page.locator(":target")).to_be_in_viewport()


def test_the_address_keeps_what_is_chosen(explore: str, page: Page) -> None:
    """It can be sent on, back undoes a step, a cross takes one choice away."""
    page.goto(explore)
    choose(page, "People", "Theresa Quill")
    choose(page, "Publishers", "The Valley Post")
    expect(page.locator(FOUND)).to_have_text("3 of 18 briefs")
    assert "person=theresa-quill" in page.url and "publisher=The+Valley+Post" in page.url
    kept = page.url
    page.go_back()
    expect(page.locator(FOUND)).to_have_text("4 of 18 briefs")
    page.goto(kept)
    expect(page.locator(FOUND)).to_have_text("3 of 18 briefs")
    page.get_by_role("button", name="Remove Theresa Quill").click()
    expect(page.locator(FOUND)).to_have_text("3 of 18 briefs")
    assert "person" not in page.url
    page.get_by_role("button", name="Remove The Valley Post").click()
    expect(page.locator(FOUND)).to_have_text("18 briefs")


def test_days_narrow(explore: str, page: Page) -> None:
    """From and to, both included; an address with what is no day is read without it."""
    page.goto(explore)
    page.get_by_label("From").fill("2021-03-15")
    page.get_by_label("to", exact=True).fill("2021-04-03")
    expect(page.locator(FOUND)).to_have_text("3 of 18 briefs")
    page.goto(f"{explore}?from=soon&show=nothing&sort=best&person=nobody")
    expect(page.locator(FOUND)).to_have_text("0 of 18 briefs")
    expect(page.locator(".briefs-chosen")).to_contain_text("nobody (none)")


def test_a_month_is_one_press(explore: str, page: Page) -> None:
    """Months with rows, each with what choosing it would leave, where there is a choice; a year has its own press."""
    page.goto(explore)
    months = page.get_by_role("group", name="Months")
    expect(months.get_by_role("button")).to_have_text(["2021", "Mar", "Apr", "Jun"])
    months.get_by_role("button", name="March 2021: 3").click()
    expect(page.locator(FOUND)).to_have_text("3 of 18 briefs")
    assert "from=2021-03-01&to=2021-03-31" in page.url
    march = months.get_by_role("button", name="March 2021")
    expect(march).to_have_attribute("aria-pressed", "true")
    expect(march).to_be_focused()
    months.get_by_role("button", name="April 2021: 1").click()
    expect(page.locator(FOUND)).to_have_text("1 of 18 briefs")
    expect(page.locator(".briefs-chosen li")).to_have_count(1)
    months.get_by_role("button", name="2021: 18", exact=True).click()
    expect(page.locator(FOUND)).to_have_text("18 of 18 briefs")
    page.get_by_role("button", name="Remove 2021").click()
    expect(page.locator(FOUND)).to_have_text("18 briefs")
    choose(page, "Publishers", "The Valley Post")
    expect(months.get_by_role("button")).to_have_text(["2021", "Mar", "Apr"])
    choose(page, "Publishers", "The Courier")
    choose(page, "People", "Eugene Marlow")
    expect(page.locator(FOUND)).to_have_text("1 of 18 briefs")
    expect(months).to_have_count(0)


def test_events_and_statements_can_be_shown(explore: str, page: Page) -> None:
    """What is chosen holds for them too; an event says when it is and how it stands."""
    page.goto(f"{explore}?place=brussels")
    expect(page.locator(FOUND)).to_have_text("2 of 18 briefs")
    page.get_by_role("radio", name="Events").check()
    expect(page.locator(FOUND)).to_have_text(re.compile(r"^2 of \d+ events$"))
    expect(page.locator(RESULT).first).to_contain_text("25 April 2021")
    expect(page.locator(RESULT).first).to_contain_text("planned")
    choose(page, "Status of the event", "planned")
    expect(page.locator(RESULT)).to_have_count(1)
    page.goto(f"{explore}?show=statements&speaker=theresa-quill")
    expect(page.locator(FOUND)).to_have_text(re.compile(r"^3 of \d+ statements$"))
    expect(page.locator(RESULT).first).to_contain_text("We had no choice")
    page.locator("select").select_option("oldest")
    expect(page.locator(RESULT).first).to_contain_text("Harbour talks end")


def test_results_can_be_sorted(explore: str, page: Page) -> None:
    """By day both ways, and by publisher; what has none stands last."""
    page.goto(f"{explore}?sort=oldest")
    expect(page.locator(RESULT).first).to_contain_text("Harbour talks end")
    page.goto(f"{explore}?sort=publisher")
    expect(page.locator(RESULT).first).to_contain_text("What the harbour wants")
    expect(page.locator(RESULT).nth(1)).to_contain_text("The Valley Post")
    expect(page.locator(RESULT).nth(4)).to_contain_text("publisher not stated")


def test_all_can_be_done_with_the_keyboard(explore: str, page: Page) -> None:
    """A filter is added by typing it; a box keeps the focus when the numbers change."""
    page.goto(explore)
    page.locator(ADD).focus()
    page.keyboard.type("quill")
    expect(page.locator(OPTION).first).to_contain_text("Theresa Quill")
    page.keyboard.press("Enter")
    expect(page.locator(FOUND)).to_have_text("4 of 18 briefs")
    page.keyboard.type("valley p")
    expect(page.locator(OPTION).first).to_contain_text("The Valley Post")
    page.keyboard.press("Enter")
    expect(page.locator(FOUND)).to_have_text("3 of 18 briefs")
    page.keyboard.type("march")
    expect(page.locator(OPTION).first).to_contain_text("March 2021")
    page.keyboard.press("Enter")
    expect(page.locator(FOUND)).to_have_text("2 of 18 briefs")
    page.keyboard.type("qzx")
    expect(page.locator(OPTION)).to_have_text("Nothing of this name")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox", name="Filters")).not_to_be_visible()
    box = page.get_by_role("group", name="People").get_by_label(re.compile("^Omar Nasser"))
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator(FOUND)).to_have_text("2 of 18 briefs")
    expect(page.get_by_role("group", name="People").get_by_label(re.compile("^Omar Nasser"))).to_be_focused()


def test_without_a_script_the_lists_serve(reports: Site, browser: Browser) -> None:
    """The page says so and leads to them."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(reports.url + EXPLORE)
    expect(page.locator("[data-briefs-explore]")).to_contain_text("needs a script")
    page.get_by_role("link", name="Statements by speaker").click()
    expect(page.locator("h1")).to_have_text("Statements")
    context.close()


def test_a_lost_index_is_told(reports: Site, page: Page) -> None:
    """Where the data does not come, the page says so."""
    page.route("**/explore/briefs.js", lambda route: route.fulfill(status=200, body="/* cut off */"))
    page.goto(reports.url + EXPLORE)
    expect(page.locator(FOUND)).to_have_text("The index could not be loaded. The lists of the site have the same.")


def test_a_name_leads_to_explore(reports: Site, page: Page) -> None:
    """The page of a person leads to what names it."""
    page.goto(reports.url + "people/theresa-quill.html")
    page.get_by_role("link", name="Explore what names Theresa Quill").click()
    expect(page.locator(FOUND)).to_have_text("4 of 18 briefs")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_it_fits(width: int, scheme: Any, reports: Site, browser: Browser) -> None:
    """With choices made and a list of filters open; on a phone what is touched is 44 pixels high."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{reports.url}{EXPLORE}?person=theresa-quill&from=2021-03-01&show=statements")
    expect(page.locator(RESULT).first).to_be_visible()
    if width < 960:
        page.locator(".briefs-filters > summary").click()
        seen = "n.getClientRects().length && n.getBoundingClientRect().height < 44"
        low = f"nodes => nodes.filter(n => {seen}).map(n => n.outerHTML)"
        touched = (
            "label.briefs-choice, .briefs-explore :is(button, select, summary, input[type=text], input[type=date])"
        )
        assert page.eval_on_selector_all(touched, low) == []
    page.locator(ADD).fill("ha")
    expect(page.locator(OPTION).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(AXE_SCRIPT)
    found = [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in page.evaluate(RUN, RULES)]
    context.close()
    assert not found
