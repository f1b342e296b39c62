"""Evidence at a hover: the sentence at a chip, who that is at a name; by mouse, keys and touch, also from a folder."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE
from tests.browser.sites import Site
from tests.browser.test_smoke import briefs

PEEK = "#briefs-peek"
CHIP = ".briefs-summary .briefs-door a"
NAME = ".briefs-side li > a"
PERSON = "people/wendy-sherman.html"


@pytest.fixture(params=["server", "folder"])
def root(request: pytest.FixtureRequest, site: Site) -> str:
    """Where the site is opened from."""
    return site.url if request.param == "server" else f"{site.folder.as_uri()}/"


def test_a_chip_shows_its_sentence_in_its_paragraph(root: str, site: Site, page: Page) -> None:
    """The sentence is set off; it stays while the mouse is on it, and Escape closes it."""
    page.goto(root + briefs(site)[0])
    chip = page.locator(CHIP).first
    number = str(chip.get_attribute("href")).removeprefix("#s")
    chip.hover()
    peek = page.locator(PEEK)
    expect(peek).to_contain_text(f"Sentence {number}")
    assert peek.locator("mark").inner_text() == page.locator(f"#s{number}").inner_text()
    assert len(peek.locator(".briefs-peek-text").inner_text()) > len(peek.locator("mark").inner_text())
    peek.hover()
    page.wait_for_timeout(500)
    expect(peek).to_be_visible()
    page.keyboard.press("Escape")
    expect(peek).to_be_hidden()


def test_a_name_shows_who_that_is(root: str, site: Site, page: Page) -> None:
    """Name, role, the sentence that introduces it and in how many briefs it is; leaving it closes it."""
    page.goto(root + briefs(site)[0])
    page.locator(NAME, has_text="Wendy Sherman").hover()
    peek = page.locator(PEEK)
    for words in ("Wendy Sherman", "Deputy Secretary of State", "in 2 briefs"):
        expect(peek).to_contain_text(words)
    assert peek.locator(".briefs-peek-text mark").count() > 0
    page.mouse.move(2, 2)
    expect(peek).to_be_hidden()


def test_a_chip_of_another_page_shows_its_sentence(root: str, page: Page) -> None:
    """It is read from the page of the brief, and leads there."""
    page.goto(root + PERSON)
    chip = page.locator(".briefs-mentions .briefs-door a").first
    shown = page.locator(".briefs-mentions bdi").first.inner_text()
    chip.hover()
    expect(page.locator(f"{PEEK} mark")).to_have_text(shown)
    chip.click()
    expect(page.locator(":target")).to_be_in_viewport()


def test_it_works_by_keyboard(site: Site, page: Page) -> None:
    """Focus shows it, and names it as what describes the link; the next key on a link leads on as ever."""
    page.goto(site.url + briefs(site)[0])
    page.locator(CHIP).first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(page.locator(PEEK)).to_be_visible()
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "briefs-peek"
    page.keyboard.press("Escape")
    expect(page.locator(PEEK)).to_be_hidden()
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") is None
    page.keyboard.press("Enter")
    expect(page.locator(".briefs-sentence:target")).to_be_in_viewport()


def test_nothing_is_shown_without_its_link(site: Site, page: Page) -> None:
    """Links of the frame, out of the site and to whole lists show nothing."""
    page.goto(site.url + briefs(site)[0])
    for link in (".md-tabs__link >> nth=1", "a[href='#names']", ".briefs-turn a"):
        page.locator(link).first.hover()
        page.wait_for_timeout(500)
        expect(page.locator(PEEK)).to_be_hidden()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page that is touched."""
    expect.set_options(timeout=PATIENCE)
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def test_it_works_by_touch(root: str, site: Site, phone: Page) -> None:
    """The first touch shows it, with a link that leads on; a touch elsewhere closes it."""
    phone.goto(root + briefs(site)[0])
    chip = phone.locator(CHIP).first
    chip.tap()
    expect(phone.locator(PEEK)).to_be_visible()
    assert "#" not in phone.url
    phone.locator("h1").tap()
    expect(phone.locator(PEEK)).to_be_hidden()
    chip.tap()
    phone.locator(f"{PEEK} a").tap()
    expect(phone.locator(".briefs-sentence:target")).to_be_in_viewport()


def test_a_lit_sentence_has_a_way_back(root: str, site: Site, page: Page) -> None:
    """To the page, and to the link, from which it was reached."""
    page.goto(root + PERSON)
    page.locator(".briefs-mentions .briefs-door a").first.click()
    page.locator(".briefs-back").click()
    page.wait_for_url(root + PERSON)
    page.goto(root + briefs(site)[0])
    page.locator(CHIP).nth(2).click()
    page.locator(".briefs-sentence:target .briefs-back").click()
    expect(page.locator(CHIP).nth(2)).to_be_focused()
    expect(page.locator(".briefs-back")).to_have_count(0)
