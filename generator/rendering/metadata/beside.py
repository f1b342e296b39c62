"""Files beside the pages, for programs that want no HTML: each brief as plain Markdown, a list of them for language
models (llms.txt), and what crawlers ask for first (robots.txt)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.model import Brief, Entity
from generator.rendering.addresses import BRIEFS, HOME, file_url, href, page_url, plain_file, text_page, theme_page
from generator.rendering.catalog import Catalog
from generator.rendering.exports.notes import Writer, note_brief, plain
from generator.rendering.readable import counted

LLMS, ROBOTS = "llms.txt", "robots.txt"
Offered = tuple[tuple[str, Callable[[], bytes | None]], ...]
"""Files that a page offers: the path of each, and what makes it."""
_BRIEFS, _THEMES = 500, 50
"""How many the list names: it is to be read at once."""


@dataclass(frozen=True, slots=True)
class SiteLinks:
    """The links of a plain Markdown file in the folder of the briefs: to pages of the site."""

    catalog: Catalog

    def brief(self, brief: str, words: str) -> str:
        """A link to a brief."""
        return self._link(text_page(brief), words)

    def name(self, entity: Entity, words: str) -> str:
        """A link to a name, or to its line."""
        return self._link(self.catalog.addresses.entities[entity.id], words)

    def place(self, brief: str, anchor: str, words: str, *, is_here: bool) -> str:
        """A link to a sentence or a passage; in the text of the file itself sentences have their numbers."""
        return words if is_here else self._link(f"{text_page(brief)}#{anchor}", words)

    def anchor(self, anchor: str) -> str:
        """The number of a sentence stands before it."""
        return ""

    def _link(self, target: str, words: str) -> str:
        return f"[{plain(words)}]({web_address(self.catalog, target, BRIEFS)})"


def web_address(catalog: Catalog, target: str, here: str) -> str:
    """The address of a page: absolute where the site says its own, else from the folder of the page `here`."""
    return page_url(catalog.settings.site_url, target, catalog.style) or href(target, here, catalog.style)


def write_plain(catalog: Catalog, brief: Brief) -> bytes:
    """A brief as plain Markdown."""
    return note_brief(Writer(catalog, SiteLinks(catalog)), brief).encode("utf-8", "replace")


def offer_plain(catalog: Catalog, brief: Brief) -> Offered:
    """The brief as plain Markdown, beside its page; nothing where the page is Markdown itself."""
    return () if catalog.style == "markdown" else ((plain_file(brief.id), partial(write_plain, catalog, brief)),)


def offer_lists(catalog: Catalog) -> Offered:
    """What programs ask a site for, beside its home page."""
    if catalog.style == "markdown":
        return ()
    lists: Offered = ((LLMS, partial(write_llms, catalog)),)
    return (*lists, (ROBOTS, partial(write_robots, catalog))) if catalog.settings.site_url else lists


def write_llms(catalog: Catalog) -> bytes:
    """What the site holds, with the ways to it, as https://llmstxt.org/ has it."""
    return "\n".join([*_llms(catalog), ""]).encode("utf-8", "replace")


def _llms(catalog: Catalog) -> Iterator[str]:
    briefs, themes = catalog.listed, catalog.library.themes
    yield f"# {plain(catalog.settings.site_name)}"
    yield ""
    yield f"> {counted(len(briefs), 'brief')}, each of one source. Every line is a slice of its source and names the"
    yield "> sentence that it rests on. What no source states is left open, and what a source states may be wrong."
    if themes:
        yield from ("", "## Themes", "")
        for theme in themes[:_THEMES]:
            yield f"- [{plain(theme.name)}]({web_address(catalog, theme_page(theme), HOME)})"
    yield from ("", "## Briefs", "")
    for brief in briefs[:_BRIEFS]:
        card, path = catalog.cards[brief.id], plain_file(brief.id)
        lead = f": {plain(card.lead)}" if card.lead else ""
        yield f"- [{plain(card.title)}]({file_url(catalog.settings.site_url, path) or path}){lead}"
    if len(briefs) > _BRIEFS:
        yield f"- [All {len(briefs)} briefs]({web_address(catalog, BRIEFS, HOME)})"


def write_robots(catalog: Catalog) -> bytes | None:
    """All may be read; where the map of the site is. None where the site has no address."""
    site = catalog.settings.site_url
    return f"User-agent: *\nDisallow:\n\nSitemap: {site.rstrip('/')}/sitemap.xml\n".encode() if site else None
