"""From a library to Markdown pages, through templates that a user can edit. Nothing is printed and no clock is read."""

from collections.abc import Iterator

from generator.model import Library, Page
from generator.rendering.addresses import LinkStyle
from generator.rendering.catalog import make_catalog
from generator.rendering.drafts import Plan
from generator.rendering.pages import PAGES
from generator.rendering.templates import load_templates
from generator.settings import Settings

__all__ = ["LinkStyle", "Plan", "plan", "render"]


def render(library: Library, *, settings: Settings, links: LinkStyle = "directory") -> Iterator[Page]:
    """Make every page of the site. Equal libraries give equal pages, byte for byte.

    A template that fails costs the pages of its own kind only: each comes all the same, with `problem` set and a
    notice for its body. Links in Markdown are relative `.md` links; `links` is for those inside raw HTML.
    """
    return (planned.make() for planned in plan(library, settings=settings, links=links))


def plan(library: Library, *, settings: Settings, links: LinkStyle = "directory") -> Iterator[Plan]:
    """Every page of the site, in order, each of which can be made alone and at any time."""
    catalog, templates = make_catalog(library, settings, links), load_templates(settings.templates)
    return (Plan(kind, draft, templates) for kind in PAGES for draft in kind.drafts(catalog))
