"""Lines that the editor keeps or cuts in the sidecar: they win over every cleaner.

A line is written as it stands in the source; white space is folded, and characters that nobody sees do not count. With
an ellipsis at its end it means every line that begins so.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.cleaning.chrome import labelled
from generator.model import Block, Document, Problem, Span
from generator.text.unicode import Wanted, fold_line

REASON = "cut by the editor"
_FIELDS = ("keep", "cut")


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the sidecar of one document asks for."""

    keep: Wanted
    cut: Wanted


def read_overrides(document: Document) -> Overrides:
    """The lines of the sidecar's `keep` and `cut`."""
    keep, cut = (Wanted(v for d in document.declarations if d.field == f for v in d.values) for f in _FIELDS)
    return Overrides(keep, cut)


def cut_lines(document: Document, overrides: Overrides) -> Document:
    """Label what the editor cuts, and take back what the reader of the format had left out though the editor keeps it.

    A block of several lines is parted where only some of them are named.
    """
    if not overrides.keep and not overrides.cut:
        return document
    blocks = (part for block in document.blocks for part in _part(block, document.text, overrides))
    return replace(document, blocks=tuple(_decide(block, document.text, overrides) for block in blocks))


def _part(block: Block, text: str, overrides: Overrides) -> Iterator[Block]:
    """The block, parted at its lines where it is not named as a whole but some of its lines are."""
    words = block.span.of(text)
    whole = fold_line(words)
    spans = [] if whole in overrides.keep or whole in overrides.cut else list(_lines(block.span, words))
    named = [line for line in spans if (own := fold_line(line.of(text))) in overrides.keep or own in overrides.cut]
    if len(spans) < 2 or not named:
        yield block
        return
    at = 0
    while at < len(spans):
        end = at + 1
        while spans[at] not in named and end < len(spans) and spans[end] not in named:
            end += 1
        yield replace(block, span=Span(spans[at].start, spans[end - 1].end))
        at = end


def _lines(span: Span, words: str) -> Iterator[Span]:
    """The lines of a block without the white space around them."""
    at = span.start
    for line in words.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            start = at + line.index(bare)
            yield Span(start, start + len(bare))
        at += len(line)


def _decide(block: Block, text: str, overrides: Overrides) -> Block:
    words = fold_line(block.span.of(text))
    if words in overrides.keep:
        return replace(block, kind="paragraph", reason=None) if block.kind == "boilerplate" else block
    return labelled(block, REASON) if words in overrides.cut else block


def restore_kept(before: Document, after: Document, overrides: Overrides) -> Document:
    """`after`, with every block that the editor keeps as it was `before` one cleaner labelled it as chrome."""
    if not overrides.keep:
        return after
    kinds = {block.span: block.kind for block in before.blocks}
    blocks = (
        replace(block, kind=kinds.get(block.span, "paragraph"), reason=None, rule="")
        if block.kind == "boilerplate"
        and kinds.get(block.span) != "boilerplate"
        and fold_line(block.span.of(after.text)) in overrides.keep
        else block
        for block in after.blocks
    )
    return replace(after, blocks=tuple(blocks))


def report_unmatched(document: Document, overrides: Overrides) -> Document:
    """The document with a warning for each line of the sidecar that is not in it.

    None for a message of a mailbox: all of them have one sidecar, and a line of it is meant for one.
    """
    if (not overrides.keep and not overrides.cut) or "#" in document.path:
        return document
    texts = [fold_line(block.span.of(document.text)) for block in document.blocks]
    sidecar = document.path.rpartition(".")[0] + ".yml"
    found = [
        Problem(sidecar, f"'{name}' names a line that is not in the source: '{entry[:80]}'", "copy it from the source")
        for name, wanted in zip(_FIELDS, (overrides.keep, overrides.cut), strict=True)
        for entry in wanted.unmatched(texts)
    ]
    return replace(document, problems=tuple(dict.fromkeys((*document.problems, *found))))
