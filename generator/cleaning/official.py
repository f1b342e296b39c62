"""What official documents and releases have around their text: symbol and notes on distribution of a document, an
embargo, which is told as a note, notes to editors, the heads of statements of accounts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.cleaning.examples import ARTICLE, Cleaner, page
from generator.language.wording import find_date_line, find_end_line, find_official
from generator.model import Block, Document, Problem
from generator.text.rules import Rule

EMBARGO = "embargo"
"""Why such a line is none of the text."""
_EDITORS = "notes to editors"
_REASONS = (
    ("symbol", "symbol of the document"),
    ("distribution", "note on distribution"),
    ("embargo", EMBARGO),
    ("head of a statement of accounts", "head of a statement of accounts"),
)
_ONLY_BESIDE = {"distribution": "symbol"}
"""Rules that count only where another finds something among the first blocks."""
_HEAD = 12
"""Blocks at the beginning in which a symbol stands."""
_HEADS = ("symbol", "embargo")
"""What stands at the beginning only."""


def set_official_apart(document: Document) -> Document:
    """The document with such lines labelled."""
    symbols = any(_is_all(document, block, "symbol") for block in document.blocks[:_HEAD])
    blocks, is_behind = list[Block](), False
    for n, block in enumerate(document.blocks):
        is_free = block.is_body or block.kind == "heading"
        is_behind = is_behind or (is_free and n > 1 and _is_all(document, block, _EDITORS))
        reason = _EDITORS if is_behind else _reason_of(document, block, n, has_symbol=symbols)
        blocks.append(replace(block, kind="boilerplate", reason=reason) if is_free and reason else block)
    return replace(document, blocks=tuple(_cut_mark(document, blocks)))


def _cut_mark(document: Document, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; a mark of the end before the notes to editors is one of them."""
    for n, block in enumerate(blocks):
        is_before = n + 1 < len(blocks) and blocks[n + 1].reason == _EDITORS and block.is_body
        is_mark = is_before and find_end_line(block.span.of(document.text), is_wire=False) is not None
        yield replace(block, kind="boilerplate", reason=_EDITORS) if is_mark else block


def _reason_of(document: Document, block: Block, n: int, *, has_symbol: bool) -> str | None:
    for rule, reason in _REASONS:
        is_asked = (rule not in _ONLY_BESIDE or has_symbol) and (rule not in _HEADS or n < _HEAD)
        if is_asked and _is_all(document, block, rule):
            return reason
    return None


def _is_all(document: Document, block: Block, rule: str) -> bool:
    """Whether each line of a block is one of this rule; beside the notes on distribution a day may stand."""
    lines = [line.strip() for line in block.span.of(document.text).split("\n")]
    found = [find_official(rule, line) is not None for line in lines]
    if rule == "distribution" and any(found):
        found = [one or find_date_line(line) is not None for one, line in zip(found, lines, strict=True)]
    return all(found)


def tell_embargo(document: Document) -> Iterator[Problem]:
    """A note on an embargo, with its words."""
    for block in document.blocks:
        if block.reason == EMBARGO:
            what = "the source was sent out before the hour from which it may be published"
            yield Problem(document.path, what, severity="note", span=block.span)


OFFICIAL_APART: Rule[Cleaner] = Rule(
    "around an official text",
    set_official_apart,
    yes=(
        page("|S/RES/2991 (2021)|", "|Distr.: General|", *ARTICLE, "|*2117712*|"),
        page("|EMBARGOED UNTIL 00:01 GMT, 5 MAY 2021|", *ARTICLE),
        page(*ARTICLE, "|-ends-|", "|Notes to editors|", "|1. The works cost 40 million pounds.|"),
    ),
    no=(
        page("Distr.: General", *ARTICLE),
        page(*ARTICLE, "The embargo was lifted on 3 May 2021."),
        page("Notes to editors are long, the mayor said.", *ARTICLE),
    ),
)
