"""No string of a source, however hostile, creates an element, a link or a request; titles included."""

import re
import unicodedata

import pytest
from playwright.sync_api import Page

from generator.text.unicode import one_line
from tests.browser.hostile import STRINGS
from tests.browser.hostile import TITLES as HOSTILE_TITLES
from tests.browser.sites import Site
from tests.browser.test_policy import LISTEN
from tests.rendering.browse import fold

FOUND_ON_PAGES = """
async paths => {
  const found = [];
  for (const path of paths) {
    const answer = await fetch(path);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const say = what => found.push(path + ": " + what);
    for (const element of page.querySelectorAll(".md-content *, title, head > meta[name=description]")) {
      for (const attribute of element.attributes)
        if (attribute.name.startsWith("on") || attribute.name === "style") say(element.outerHTML.slice(0, 200));
    }
    const barred = "script, iframe, img, style, base, meta, link, form, textarea, object, embed, video, math";
    for (const element of page.querySelectorAll(barred))
      if (element.closest(".md-content")) say(element.outerHTML.slice(0, 200));
    for (const link of page.querySelectorAll("a[href]")) {
      const href = link.getAttribute("href");
      const stated = ["https://example.org/", "https://example.org/auto"].includes(href);
      if (/^[a-z][a-z0-9+.-]*:|^\\/\\//i.test(href) && !stated && link.closest(".md-content")) say(href);
    }
    for (const script of page.querySelectorAll("script[src], link[rel=stylesheet]"))
      if (/^[a-z]+:|^\\/\\//i.test(script.getAttribute("src") || script.getAttribute("href"))) say(script.outerHTML);
    if (page.querySelector("#stolen, .mermaid, [http-equiv=refresh]")) say("an element of a source's making");
  }
  return found;
}
"""
"""Runs in the page: what in the given pages of the site a source must not have been able to make."""

TITLES = """
async paths => Promise.all(paths.map(async path => {
  const answer = await fetch(path);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const told = page.querySelector("meta[name=description]")?.content ?? "";
  return [page.querySelector("h1").textContent, page.title, told, page.body.textContent];
}))
"""
"""Runs in the page: heading, title, description and text of the given pages."""


def visible(text: str) -> str:
    """The text without marks that cannot be seen, white space as single spaces."""
    return " ".join("".join(c for c in text if unicodedata.category(c) not in {"Cf", "Cc", "Cn"}).split())


def test_sources_make_no_element_link_or_request(hostile_site: Site, page: Page) -> None:
    """On no page is there a script, frame, picture, form or handler in the content.

    Nor is there a link but the stated ones: a declared address, and one that stands over its text.
    """
    page.goto(hostile_site.url + "index.html")
    paths = ["/" + path for path in hostile_site.pages()]
    assert len(paths) > 2 * len(STRINGS)
    assert page.evaluate(FOUND_ON_PAGES, paths) == []


def test_hostile_titles_are_shown_as_they_are(hostile_site: Site, page: Page) -> None:
    """Heading and title of a brief hold the stated title, character by character, as text."""
    page.goto(hostile_site.url + "index.html")
    paths = [f"/briefs/matter-{number:02}.html" for number in range(len(STRINGS))]
    for text, (heading, title, *_) in zip(STRINGS, page.evaluate(TITLES, paths), strict=True):
        assert visible(heading) == visible(text)
        assert visible(title).startswith(visible(text))


def test_273_hostile_titles_are_exact(hostile_site: Site, page: Page) -> None:
    """Heading and title again, of strings that others collected; what describes the page stands on it."""
    page.goto(hostile_site.url + "index.html")
    paths = [f"/briefs/title-{number:03}.html" for number in range(len(HOSTILE_TITLES))]
    for text, (heading, title, told, words) in zip(HOSTILE_TITLES, page.evaluate(TITLES, paths), strict=True):
        # A long title is cut with an ellipsis.
        whole, shown, named = visible(one_line(text, 1000)), visible(heading), visible(title)
        assert shown == whole or (shown.endswith("…") and whole.startswith(shown[:-1]))
        assert named.startswith(shown[:200])
        assert fold(visible(told)).rstrip("…") in fold(visible(words))


@pytest.mark.parametrize("bypass_csp", [False, True], ids=["policy", "no policy"])
def test_hostile_pages_run_nothing(bypass_csp: bool, hostile_site: Site, page: Page) -> None:
    """Opened for real: no dialog, no error, no request to another host, nothing for a policy to stop."""
    page.add_init_script(LISTEN)
    own = [path for path in hostile_site.pages() if re.match(r"briefs/(?:other|text|matter)-", path)]
    for path in (*hostile_site.kinds(), *own[bypass_csp::3]):
        page.goto(hostile_site.url + path)


def test_search_shows_hostile_text_as_text(hostile_site: Site, page: Page) -> None:
    """Results of the search, which a script writes into the page, hold no element of a source's making."""
    page.goto(hostile_site.url + "index.html")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("onerror")
    page.locator(".md-search-result__item a").first.wait_for()
    assert page.locator(".md-search-result__list").locator("img, script, iframe, [onerror], [onload]").count() == 0
