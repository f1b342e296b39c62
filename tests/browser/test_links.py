"""No dead door: every link of the finished site leads to a page and a place that are there."""

import posixpath
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser.sites import Site


class Anchors(HTMLParser):
    """Collects the links of a page and the names of its places."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note `id`, and `href` of links."""
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if tag == "a" and values.get("href"):
            self.links.append(str(values["href"]))


def read_site(site: Site) -> dict[str, Anchors]:
    """Every page by its path."""
    return {page: Anchors((site.folder / page).read_text(encoding="utf-8")) for page in site.pages()}


def is_dead(here: str, link: str, pages: dict[str, Anchors], site: Site) -> bool:
    """Whether a link within the site leads nowhere; links to other hosts are not followed."""
    address = urlsplit(link)
    if address.scheme or address.netloc:
        return False
    path = unquote(address.path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here
    if target not in pages:
        return not (site.folder / target).is_file()
    return bool(address.fragment) and unquote(address.fragment) not in pages[target].ids


@pytest.mark.parametrize("name", ["site", "hostile_site"])
def test_no_link_is_dead(name: str, request: pytest.FixtureRequest) -> None:
    """Each link of each page leads to a file of the site and, where it has a fragment, to an element with that id."""
    built: Site = request.getfixturevalue(name)
    pages = read_site(built)
    links = [(here, link) for here, page in pages.items() for link in page.links]
    dead = [f"{here}: {link}" for here, link in links if is_dead(here, link, pages, built)]
    assert not dead


@pytest.mark.parametrize("name", ["site", "hostile_site"])
def test_no_place_has_two_owners(name: str, request: pytest.FixtureRequest) -> None:
    """An id stands once on its page: a heading of a source cannot take the anchor of a sentence."""
    built: Site = request.getfixturevalue(name)
    for here, page in read_site(built).items():
        assert len(page.ids) == len(set(page.ids)), here
