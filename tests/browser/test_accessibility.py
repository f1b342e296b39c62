"""What axe-core finds on a page of each kind: nothing, wide and narrow, light and dark."""

from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser

from tests.browser.sites import Site

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then(found => found.violations)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(width: int, scheme: Any, site: Site, browser: Browser) -> None:
    """One page of each kind: no violation of WCAG 2.2 AA or of what is held to be good practice."""
    # axe is not a file of the site: it is let in past the policy.
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    found = []
    for path in site.kinds():
        page.goto(site.url + path)
        page.evaluate(AXE_SCRIPT)
        for violation in page.evaluate(RUN, RULES):
            where = [node["html"][:120] for node in violation["nodes"][:2]]
            found.append(f"{path}: {violation['id']}: {where}")
    context.close()
    assert not found, "\n".join(found)


def test_axe_is_awake(browser: Browser) -> None:
    """It finds a picture without words and a page without a language."""
    page = browser.new_page()
    page.set_content("<html><body><img src='data:,'></body></html>")
    page.evaluate(AXE_SCRIPT)
    assert {"image-alt", "html-has-lang"} <= {violation["id"] for violation in page.evaluate(RUN, RULES)}
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_search(scheme: Any, site: Site, browser: Browser) -> None:
    """The open box with its results, one of them chosen."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(site.url + "index.html")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("Lukashevitch")
    page.locator(".md-search-result__item a").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(500)
    page.evaluate(AXE_SCRIPT)
    found = [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in page.evaluate(RUN, RULES)]
    context.close()
    assert not found
