"""The ways between pages that belong together: the views of one thing, such as timeline, calendar and events."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.rendering.addresses import relative
from generator.rendering.catalog import Catalog
from generator.rendering.days import CALENDAR, OPEN, TIMELINE, find_open
from generator.rendering.markup import Markdown

EVENTS, QUOTATIONS, MATRIX = "events/index.md", "quotations/index.md", "quotations/matrix.md"
ICS = "timeline/events.ics"


@dataclass(frozen=True, slots=True)
class WayTo:
    """A page beside this one."""

    words: Markdown
    href: Markdown
    is_here: bool


def timeline_ways(catalog: Catalog, here: str) -> tuple[WayTo, ...]:
    """What shows the dates of the collection."""
    pages = [("Timeline", TIMELINE), ("Calendar", CALENDAR), ("Events", EVENTS)]
    if find_open(catalog):
        is_split = len(find_open(catalog)) > catalog.settings.index_split
        pages.append(("Open dates", OPEN if is_split else f"{TIMELINE}#open"))
    return _ways(pages, here)


def said_ways(here: str) -> tuple[WayTo, ...]:
    """What shows who said what."""
    return _ways([("Quotations", QUOTATIONS), ("Who said what", MATRIX)], here)


def _ways(pages: Sequence[tuple[str, str]], here: str) -> tuple[WayTo, ...]:
    return tuple(WayTo(Markdown(words), relative(path, here), path == here) for words, path in pages)
