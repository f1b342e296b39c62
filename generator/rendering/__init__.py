"""From a library to Markdown pages, through templates that a user can edit. Nothing is printed and no clock is read.

What makes pages is loaded with the first of them: an export without pages does not wait for it.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.model import Library, Page
from generator.settings import Settings
from generator.text.memo import load

if TYPE_CHECKING:
    from generator.rendering.addresses import LinkStyle
    from generator.rendering.drafts import Plan

__all__ = ["plan", "render"]


def render(library: Library, *, settings: Settings, links: "LinkStyle" = "directory") -> Iterator[Page]:
    """Make every page of the site. Equal libraries give equal pages, byte for byte.

    A template that fails costs the pages of its own kind only: each comes all the same, with `problem` set and a
    notice for its body. Links in Markdown are relative `.md` links; `links` is for those inside raw HTML.
    """
    return (planned.make() for planned in plan(library, settings=settings, links=links))


def plan(library: Library, *, settings: Settings, links: "LinkStyle" = "directory") -> Iterator["Plan"]:
    """Every page of the site, in order, each of which can be made alone and at any time."""
    made: Iterator[Plan] = load("generator.rendering.pages:plan_pages")(library, settings, links)
    return made
