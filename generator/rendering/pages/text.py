"""The text of a source, or the part of a long one that stands on a page: every block and sentence with its anchor,
names linked, cuts shown apart."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.model import Block, BlockKind, Brief, Mention, Span
from generator.rendering.addresses import Leaves, block_anchor, has_page, href, relative, sentence_anchor, text_page
from generator.rendering.catalog import Catalog
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.findings.notes import write_notes
from generator.rendering.labels import Text, say_english
from generator.rendering.layout import briefs_of
from generator.rendering.markup import Markdown, inert, joined, md_long
from generator.rendering.readable import counted, shortened
from generator.rendering.views import BriefLine, Part, show_brief, show_part
from generator.text.spans import Spans
from generator.text.unicode import one_line

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
_OPEN_CHARS = 6_000
"""Of a text that stand open; of one that is longer by half the rest is folded."""
_PARAGRAPH_CHARS = 8_000
"""Length at which a paragraph is divided when it is written as Markdown."""

_RAW_BLOCKS: dict[BlockKind, tuple[str, str]] = {
    "title": ('<h3 class="briefs-source-title" dir="auto">', "</h3>"),
    "heading": ('<h3 class="briefs-source-heading" dir="auto">', "</h3>"),
    "list_item": ('<ul class="briefs-source-list"><li dir="auto">', "</li></ul>"),
    "quotation": ('<blockquote class="briefs-source-quotation" dir="auto">', "</blockquote>"),
}
"""What stands around a block; any other kind is a paragraph with a class of its own."""
_MARKDOWN_BLOCKS: dict[BlockKind, str] = {"title": "### ", "heading": "### ", "list_item": "- ", "quotation": "> "}


@dataclass(frozen=True, slots=True)
class _Ink:
    """How text and links are written."""

    escape: Callable[[str], Markdown]
    link: Callable[[Markdown, str, str], Markdown]
    """Of the text, the address and the type of what is named."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page of one brief's text, with what is needed to write it."""

    brief: Brief
    leaves: Leaves
    part: Span
    """What of the text is on this page."""
    names: dict[str, tuple[str, str]]
    """`LocalEntity.id` to address and type."""
    mentions: Spans[Mention]
    notes: Mapping[int, tuple[Markdown, ...]]
    """By sentence, what was found in it."""


def write_source(catalog: Catalog, brief: Brief, number: int, here: str) -> Markdown:
    """Write part `number` (from 1) of a text: one raw HTML block, or Markdown paragraphs in the style "markdown".

    Beside each block of HTML stands what was found in its sentences. What is beyond the first screens is folded.
    """
    sheet = _sheet(catalog, brief, number, here)
    blocks = [(i, b) for i, b in _blocks_on(sheet) if b.kind != "boilerplate"]
    if catalog.style == "markdown":
        return joined(text for index, block in blocks for text in _markdown_block(sheet, index, block, here))
    ink = _Ink(inert, lambda text, to, kind: _raw_link(text, href(to, here, catalog.style), kind))
    if not blocks:
        return Markdown("")
    at = _fold_at([block for _, block in blocks]) if number == 1 else len(blocks)
    shown, rest = ([_raw_block(sheet, *numbered, ink) for numbered in part] for part in (blocks[:at], blocks[at:]))
    opening = Markdown(f'<div class="briefs-source"{language_attribute(brief.analysis.language)}>')
    lines = [opening, *shown, Markdown("</div>")]
    if rest:
        left = counted(len(_sentences_in(sheet, blocks[at:])), "sentence")
        words = catalog.labels.say("The rest of the text: {number}", number=left)
        lines += [Markdown(f'<details class="briefs-rest"><summary>{words}</summary>'), opening, *rest]
        lines.append(Markdown("</div></details>"))
    return Markdown("\n").join(lines)


def _fold_at(blocks: Sequence[Block]) -> int:
    """How many blocks stand open: all, unless what is left of them is worth a fold."""
    left = sum(block.span.end - block.span.start for block in blocks)
    if left <= _OPEN_CHARS + _OPEN_CHARS // 2:
        return len(blocks)
    shown = 0
    for at, block in enumerate(blocks):
        shown += block.span.end - block.span.start
        if shown > _OPEN_CHARS:
            return max(1, at)
    return len(blocks)


def _sentences_in(sheet: _Sheet, blocks: Sequence[tuple[int, Block]]) -> list[int]:
    return [index for _, block in blocks for index, _ in sheet.leaves.sentences.overlapping(block.span)]


def write_cuts(catalog: Catalog, brief: Brief, number: int) -> tuple[Markdown, Markdown] | None:
    """Write what was cut from part `number` of a text as a raw list, each block with its reason, and how much it is.

    None where nothing was.
    """
    sheet = _sheet(catalog, brief, number, None)
    cuts = [(index, block) for index, block in _blocks_on(sheet) if block.kind == "boilerplate"]
    if not cuts:
        return None
    text = brief.analysis.document.text
    size = sum(len(_on_page(sheet, block.span).of(text)) for _, block in cuts)
    items = [_cut(catalog, sheet, index, block) for index, block in cuts]
    listed = Markdown("\n").join([Markdown('<ul class="briefs-cut-list">'), *items, Markdown("</ul>")])
    return listed, Markdown(f"{counted(len(cuts), 'passage')}, {counted(size, 'character')}")


def language_attribute(language: str) -> Markdown:
    """The `lang` attribute for a text, with a space before it; empty where the language is not known."""
    fits = language != "und" and _LANGUAGE.fullmatch(language)
    return Markdown(f' lang="{language}"') if fits else Markdown("")


def _sheet(catalog: Catalog, brief: Brief, number: int, here: str | None) -> _Sheet:
    """The page, with notes where it is told for which page they are."""
    analysis, leaves = brief.analysis, catalog.addresses.leaves[brief.id]
    known = catalog.known_as[brief.id]
    names = {
        entity.id: (_leads_to(catalog, known[entity.id]), entity.type.lower())
        for entity in analysis.entities
        if entity.id in known
    }
    part = part_of(catalog, brief, number)
    wanted = {index for index, span in leaves.sentences.overlapping(part) if span.start >= part.start}
    notes = write_notes(catalog, brief, here, wanted) if here and catalog.style != "markdown" else {}
    return _Sheet(brief, leaves, part, names, Spans(analysis.mentions), notes)


def _leads_to(catalog: Catalog, name: str) -> str:
    """The page of a name, else its line in the index, which names its other briefs, else where it is first named."""
    target, entity = catalog.addresses.entities[name], catalog.entities[name]
    leads_on = has_page(target) or len(briefs_of(entity)) > 1
    return target if leads_on else catalog.addresses.of(entity.mentions[0])


def _blocks_on(sheet: _Sheet) -> Iterator[tuple[int, Block]]:
    """The blocks that share a character with the page, with their index."""
    blocks = sheet.brief.analysis.document.blocks
    return ((index, blocks[index]) for index, _ in sheet.leaves.blocks.overlapping(sheet.part))


def _on_page(sheet: _Sheet, span: Span) -> Span:
    return Span(max(span.start, sheet.part.start), min(span.end, sheet.part.end))


def _raw_block(sheet: _Sheet, index: int, block: Block, ink: _Ink) -> Markdown:
    kind = block.kind.replace("_", "-")
    opening, closing = _RAW_BLOCKS.get(block.kind, (f'<p class="briefs-source-{kind}" dir="auto">', "</p>"))
    body = joined(_pieces(sheet, _on_page(sheet, block.span), ink))
    return Markdown(f"{opening}{_anchor(sheet, index, block)}{body}{closing}{_notes_on(sheet, block)}")


def _notes_on(sheet: _Sheet, block: Block) -> Markdown:
    """What was found in the sentences of a block, as a list beside it; empty where nothing was."""
    sentences = (index for index, _ in sheet.leaves.sentences.overlapping(_on_page(sheet, block.span)))
    lines = [
        Markdown(f'<li data-n="{index + 1}">{" · ".join(sheet.notes[index])}</li>')
        for index in sentences
        if index in sheet.notes
    ]
    return joined([Markdown('<ul class="briefs-notes">'), *lines, Markdown("</ul>")]) if lines else Markdown("")


def _markdown_block(sheet: _Sheet, index: int, block: Block, here: str) -> Iterator[Markdown]:
    """A block as Markdown, a very long one as several paragraphs."""
    ink = _Ink(md_long, lambda text, to, kind: Markdown(f"[{text}]({relative(to, here)})"))
    mark = _MARKDOWN_BLOCKS.get(block.kind, "")
    anchor = _anchor(sheet, index, block)
    for part in _paragraphs(sheet, _on_page(sheet, block.span)):
        yield Markdown(f"{mark}{anchor}{joined(_pieces(sheet, part, ink))}\n\n")
        anchor = Markdown("")


def _anchor(sheet: _Sheet, index: int, block: Block) -> Markdown:
    """The block's anchor, on the page where it begins."""
    begins = block.span.start >= sheet.part.start
    return Markdown(f'<span id="{block_anchor(index)}"></span>') if begins else Markdown("")


def _paragraphs(sheet: _Sheet, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > _PARAGRAPH_CHARS:
        last = sheet.leaves.sentences.starting_by(start + _PARAGRAPH_CHARS)
        end = last[1].start if last and last[1].start > start else start + _PARAGRAPH_CHARS
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _pieces(sheet: _Sheet, span: Span, ink: _Ink) -> Iterator[Markdown]:
    """The words of a span, sentence by sentence, with what stands between sentences."""
    at = span.start
    for index, whole in sheet.leaves.sentences.overlapping(span):
        sentence = Span(max(whole.start, span.start), min(whole.end, span.end))
        yield from _linked(sheet, Span(at, sentence.start), ink)
        begins = whole.start >= span.start
        name = Markdown(f' id="{sentence_anchor(index)}" data-n="{index + 1}"') if begins else Markdown("")
        yield Markdown(f'<span class="briefs-sentence"{name}>{joined(_linked(sheet, sentence, ink))}</span>')
        at = sentence.end
    yield from _linked(sheet, Span(at, span.end), ink)


def _linked(sheet: _Sheet, span: Span, ink: _Ink) -> Iterator[Markdown]:
    """The words of a span with each name in it linked to its page."""
    text, at = sheet.brief.analysis.document.text, span.start
    for mention in sheet.mentions.inside(span):
        if mention.span.start < at or mention.entity not in sheet.names:
            continue
        address, kind = sheet.names[mention.entity]
        yield ink.escape(text[at : mention.span.start])
        yield ink.link(ink.escape(mention.span.of(text)), address, kind)
        at = mention.span.end
    yield ink.escape(text[at : span.end])


def _raw_link(text: Markdown, to: Markdown, kind: str) -> Markdown:
    return Markdown(f'<a class="briefs-name-{kind}" href="{to}">{text}</a>')


def _cut(catalog: Catalog, sheet: _Sheet, index: int, block: Block) -> Markdown:
    words = inert(_on_page(sheet, block.span).of(sheet.brief.analysis.document.text))
    reason = inert(catalog.labels.text(" ".join((block.reason or "no reason given").split())))
    return Markdown(
        f'<li>{_anchor(sheet, index, block)}<span class="briefs-cut-reason">{reason}</span> '
        f'<span class="briefs-cut-text" dir="auto">{words}</span></li>'
    )


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
    """What was cut from it, as one raw list."""
    cut_words: Markdown | None
    """How much that is: `3 passages, 210 characters`."""
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
    cuts, words = write_cuts(catalog, brief, number) or (None, None)
    return TextView(
        markup=write_source(catalog, brief, number, here),
        cuts=cuts,
        cut_words=words,
        sidecar=brief.analysis.document.path.rpartition(".")[0] + ".yml",
        restore=write_restoring(brief, part_of(catalog, brief, number), catalog.labels.text),
        part=show_part([text_page(brief.id, n) for n in range(1, count + 1)], number),
        is_searched=is_text_searched(catalog),
    )


def part_of(catalog: Catalog, brief: Brief, number: int) -> Span:
    """What of the text stands on page `number`."""
    return catalog.addresses.leaves[brief.id].pages[number - 1][1]


def write_restoring(brief: Brief, part: Span, text: Text = say_english) -> Markdown | None:
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
        f'<details class="briefs-more"><summary>{inert(text("What to write"))}</summary>'
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


def draft_source_texts(catalog: Catalog) -> Iterator[Draft]:
    """The pages that long texts go on on."""
    for brief in catalog.newest:
        for number in range(2, len(catalog.addresses.leaves[brief.id].pages) + 1):
            title = f"{shortened(catalog.cards[brief.id].title, 150)}, page {number}"
            view = partial(view_text_page, catalog, brief, number)
            yield Draft(text_page(brief.id, number), title, title, view, is_text_searched(catalog))


PAGE = PageKind("source_text", "page", draft_source_texts, is_called=True)
