"""An address that a name or a day once had leads to what it has become."""

import re
from pathlib import Path

from playwright.sync_api import BrowserContext

from tests.browser.sites import Site


def anchors(site: Site, page: str, kind: str) -> list[str]:
    return re.findall(rf'id="{kind}([^"]+)"', Path(site.folder, page).read_text(encoding="utf-8"))


def test_an_old_address_leads_to_the_line_or_the_day(site: Site, context: BrowserContext) -> None:
    """What a server answers for a missing address finds the place by itself, and says so where there is none."""
    day, name = anchors(site, "timeline/index.html", "d")[0], anchors(site, "organizations/index.html", "n-")[0]
    page = context.new_page()
    answer = Path(site.folder, "404.html").read_text(encoding="utf-8")
    for old, new in (
        (f"timeline/days/{day}.html", f"timeline/index.html#d{day}"),
        (f"timeline/{day[:7]}.html", f"timeline/index.html#y{day[:7]}"),
        (f"timeline/{day[:4]}.html", f"timeline/index.html#y{day[:4]}"),
        (f"organizations/{name}.html", f"organizations/index.html#n-{name}"),
    ):
        page.route(site.url + old, lambda route: route.fulfill(status=404, content_type="text/html", body=answer))
        page.goto(site.url + old)
        page.wait_for_url(site.url + new)
    gone = site.url + "people/nobody-at-all.html"
    page.route(gone, lambda route: route.fulfill(status=404, content_type="text/html", body=answer))
    page.goto(gone, wait_until="networkidle")
    assert page.url == gone and "no page at this address" in page.inner_text("article")
