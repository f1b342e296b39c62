"""The view of a source's text, or of the part of a long one that stands on one page."""

from dataclasses import dataclass

from generator.model import Brief
from generator.rendering.addresses import text_page
from generator.rendering.catalog import Catalog
from generator.rendering.markup import Markdown
from generator.rendering.source_text import write_cuts, write_source
from generator.rendering.views import BriefLine, Part, show_brief, show_part


@dataclass(frozen=True, slots=True)
class TextView:
    """A part of the source's text."""

    markup: Markdown
    """The text, ready: one raw block, or paragraphs."""
    cuts: Markdown | None
    part: Part
    is_searched: bool


@dataclass(frozen=True, slots=True)
class TextPageView:
    """The page that a long text goes on on."""

    brief: BriefLine
    text: TextView


def view_text_page(catalog: Catalog, brief: Brief, number: int) -> TextPageView:
    """Make the view of page `number` (2 or more) of a long text."""
    return TextPageView(show_brief(catalog, brief.id, text_page(brief.id, number)), view_text(catalog, brief, number))


def view_text(catalog: Catalog, brief: Brief, number: int) -> TextView:
    """Make the view of part `number` of a text."""
    here = text_page(brief.id, number)
    count = len(catalog.addresses.leaves[brief.id].pages)
    return TextView(
        markup=write_source(catalog, brief, number, here),
        cuts=write_cuts(catalog, brief, number),
        part=show_part([text_page(brief.id, n) for n in range(1, count + 1)], number),
        is_searched=is_text_searched(catalog),
    )


def is_text_searched(catalog: Catalog) -> bool:
    """Whether source texts are to be in the search index."""
    asked = catalog.settings.search_source_text
    return len(catalog.library.briefs) <= catalog.settings.search_limit if asked is None else asked
