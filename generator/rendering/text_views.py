"""The view of a source's text, or of the part of a long one that stands on one page."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Brief, Span
from generator.rendering.addresses import text_page
from generator.rendering.catalog import Catalog
from generator.rendering.markup import Markdown, inert
from generator.rendering.source_text import write_cuts, write_source
from generator.rendering.views import BriefLine, Part, show_brief, show_part
from generator.text.unicode import one_line

_SHOWN = 160
"""Characters of a line in a sidecar; of a longer one an ellipsis stands for the rest."""
_MOST_LINES = 500
_NO_LINES = frozenset({"front matter"})
"""Reasons for which nothing can be put back."""


@dataclass(frozen=True, slots=True)
class TextView:
    """A part of the source's text."""

    markup: Markdown
    """The text, ready: one raw block, or paragraphs."""
    cuts: Markdown | None
    sidecar: str
    """The file beside the source in which lines are kept or cut."""
    restore: Markdown | None
    """What to write there to put back all that was cut, as one raw block; None where nothing can be put back."""
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
        sidecar=brief.analysis.document.path.rpartition(".")[0] + ".yml",
        restore=write_restoring(brief, part_of(catalog, brief, number)),
        part=show_part([text_page(brief.id, n) for n in range(1, count + 1)], number),
        is_searched=is_text_searched(catalog),
    )


def part_of(catalog: Catalog, brief: Brief, number: int) -> Span:
    """What of the text stands on page `number`."""
    starts = (*catalog.addresses.leaves[brief.id].pages, len(brief.analysis.document.text))
    return Span(starts[number - 1], starts[number])


def write_restoring(brief: Brief, part: Span) -> Markdown | None:
    """The lines of a sidecar that put back what was cut from a part of the text, as one raw block on one line."""
    document = brief.analysis.document
    cut = [
        block.span.of(document.text)
        for block in document.blocks
        if block.kind == "boilerplate" and block.reason not in _NO_LINES and part.start <= block.span.start < part.end
    ]
    lines = list(dict.fromkeys(one_line(text, len(text)) for text in cut))[:_MOST_LINES]
    if not lines:
        return None
    return Markdown(
        '<details class="briefs-cuts"><summary>What to write</summary>'
        f'<pre class="briefs-restore">{inert(write_keep(lines))}</pre></details>'
    )


def write_keep(lines: Sequence[str]) -> str:
    """YAML that keeps these lines. Block scalars take any character of a line as it is."""
    shown = (line if len(line) <= _SHOWN else line[:_SHOWN].rstrip() + " …" for line in lines)
    return "keep:" + "".join(f"\n  - |-\n    {line}" for line in shown)


def is_text_searched(catalog: Catalog) -> bool:
    """Whether source texts are to be in the search index."""
    asked = catalog.settings.search_source_text
    return len(catalog.library.briefs) <= catalog.settings.search_limit if asked is None else asked
