"""A brief at a glance: what stands on the first screen, how long the page is, what is folded, and paper."""

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sites import Site
from tests.browser.test_smoke import briefs

TALLEST = 2_400
"""Pixels of a brief of fourteen or fifteen sentences at 1280."""
WORDS = """() => {
  const text = document.getElementById("text");
  const count = words => (words.match(/\\S+/g) || []).length;
  let above = "", source = "";
  for (const part of document.querySelector("article").children) {
    if (part === text) break;
    above += " " + part.innerText;
  }
  document.querySelectorAll(".briefs-sentence").forEach(one => { source += " " + one.textContent; });
  return [count(above), count(source)];
}"""
"""The words that are seen above the text of the source, and those of the text."""


@pytest.fixture
def screen(page: Page) -> Page:
    """A page of 1280 x 800."""
    page.set_viewport_size({"width": 1280, "height": 800})
    return page


def test_the_first_screen_says_what_matters(site: Site, screen: Page) -> None:
    """Title, when and where published, three sentences, who matters with a role, and what is disputed."""
    for path in briefs(site):
        screen.goto(site.url + path)
        summary = screen.locator(".briefs-summary > ul > li")
        assert summary.count() == 3, path
        shown = ["h1", ".briefs-facts >> nth=0", ".briefs-side li >> nth=5", ".briefs-side .briefs-role >> nth=0"]
        for part in (*shown, ".briefs-sides .briefs-standing >> nth=1"):
            box = screen.locator(part).bounding_box()
            assert box and box["y"] + box["height"] <= 800, f"{path}: {part}"
        last = summary.nth(2).bounding_box()
        assert last and last["y"] + last["height"] <= 800, path


def test_a_brief_is_short(site: Site, screen: Page) -> None:
    """It is no taller than three screens, and has fewer words above the text than the text has."""
    for path in briefs(site):
        screen.goto(site.url + path)
        assert screen.evaluate("document.documentElement.scrollHeight") <= TALLEST, path
        above, source = screen.evaluate(WORDS)
        assert above < source, path


def test_each_finding_is_reached_though_it_is_folded(site: Site, screen: Page) -> None:
    """All lists are there and closed; a link into one opens it, again after it was closed."""
    path = briefs(site)[0]
    screen.goto(site.url + path)
    for name in ("points", "sides", "meetings", "events", "names", "quotations", "claims", "problems"):
        expect(screen.locator(f"details#{name}")).not_to_have_attribute("open", "")
    for _ in range(2):
        screen.locator("a[href='#names']").click()
        expect(screen.locator("details#names")).to_have_attribute("open", "")
        screen.locator("details#names > summary").click()
        expect(screen.locator("details#names")).not_to_have_attribute("open", "")


def test_a_fold_opens_without_scripts(site: Site, browser: Browser) -> None:
    """It is the browser's own."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url + briefs(site)[0])
    page.locator("details#claims > summary").click()
    expect(page.locator("details#claims li").first).to_be_visible()
    context.close()


def test_every_sentence_has_its_number_and_is_copied_without(site: Site, screen: Page) -> None:
    """The number is no part of the text of the source."""
    screen.goto(site.url + briefs(site)[0])
    shown = "one => getComputedStyle(one, '::before').content.replaceAll('\"', '')"
    for number in (1, 6):
        sentence = screen.locator(f"#s{number}")
        assert sentence.evaluate(shown) in (str(number), "attr(data-n)")
        assert not sentence.inner_text().startswith(str(number))


def test_a_printed_brief_has_two_pages(site: Site, screen: Page) -> None:
    """With the whole summary and the numbers that its text has; of the lists only what the reader opened."""
    for path in briefs(site):
        screen.goto(site.url + path)
        pages = pypdfium2.PdfDocument(screen.pdf(format="A4"))
        words = " ".join(page.get_textpage().get_text_bounded() for page in pages)
        assert len(pages) == 2, path
        assert "Source text" in words and "Also stated" not in words
        last = screen.locator(".briefs-more li").last.text_content() or ""
        assert " ".join(last.split()[:4]) in " ".join(words.split())
    screen.locator("details#claims > summary").click()
    expect(screen.locator("details#claims")).to_have_class("briefs-fold briefs-kept")
    opened = pypdfium2.PdfDocument(screen.pdf(format="A4"))
    assert "Also stated" in " ".join(page.get_textpage().get_text_bounded() for page in opened)
