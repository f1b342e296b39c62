"""The visible text of an HTML tree, block by block, in the order of the page."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from lxml import etree

from generator.model import BlockKind
from generator.readers.pieces import (
    CELL_BORDER,
    CLOSE,
    INLINE,
    OPEN,
    Cell,
    Part,
    Piece,
    find_marked,
    is_called_code,
    label_code,
    label_rows,
    make_rows,
)
from generator.text.wordlists import load_sections

_SECTIONS = dict(load_sections("html_elements.txt"))
_KINDS: Mapping[str, BlockKind] = {
    **dict.fromkeys(_SECTIONS["headings"], "heading"),
    **dict.fromkeys(_SECTIONS["items"], "list_item"),
    **dict.fromkeys(_SECTIONS["captions"], "caption"),
    "blockquote": "quotation",
}
"""Elements that say what their text is."""
_BLOCKS = frozenset(_KINDS) | frozenset(_SECTIONS["blocks"])
"""Elements whose text stands apart from what is around them."""
_UNSEEN = frozenset(_SECTIONS["unseen"])
REGIONS: Mapping[str, str] = {
    "nav": "menu of the page",
    "footer": "foot of the page",
    "aside": "beside the article",
    **dict.fromkeys(("form", "button", "select", "label"), "form"),
    "dialog": "dialog",
}
"""Elements that are no part of an article, with the reason to say so."""
_ROLES = {"navigation": "nav", "contentinfo": "footer", "complementary": "aside", "search": "form", "dialog": "dialog"}
_HIDING = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_EMPTY_LINES = re.compile(r"\n{2,}")
_EDGES = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "|"
"""What no text begins or ends with: white space of any kind, and borders of cells with nothing else in them."""
_LINE = "\x00"
"""Stands for <br> until white space has been folded."""


class Seen(NamedTuple):
    """A piece with its place in the tree."""

    piece: Piece
    tag: str
    """`h1`, `p`, `td`, ...: the block element that holds it."""
    region: str | None
    """Why it is outside of any article, where its place in the tree says so."""
    parent: Any
    """The element around the block element."""
    classes: str | None = None
    """What the block element's `class` says."""
    preformatted: int | None = None
    """Of `Part`."""
    is_marked: bool = False
    """Of `Part`."""
    cell: int | None = None
    """Of `Cell`."""


class _Open(NamedTuple):
    """A block element that is open."""

    element: Any
    kind: BlockKind
    region: str | None
    preformatted: Any = None
    """The element `pre` that it is or stands in."""
    cell: Any = None
    """The cell of a table that it stands in."""


def find_seen(root: Any) -> list[Seen]:
    """The visible text in order; what of it is code or a row of a table is labelled."""
    seen = list(_walk(root))
    pieces = label_code([Part(item.piece, item.preformatted, item.is_marked) for item in seen])
    pieces = list(label_rows([Cell(piece, item.cell) for item, piece in zip(seen, pieces, strict=True)]))
    return [item._replace(piece=piece) for item, piece in zip(seen, pieces, strict=True)]


def _walk(root: Any) -> Iterator[Seen]:
    """Walk over the tree without recursion; comments and what is not shown are left out."""
    stack = [_Open(root, "paragraph", None)]
    parts: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start" and _is_unseen(element, tag):
            walk.skip_subtree()
        elif event == "start":
            if tag in _BLOCKS and not _fills_cell(element, tag):
                yield from _flush(parts, stack[-1])
                stack.append(_open(element, tag, stack[-1]))
            parts += _opening(tag, bool(parts)), element.text or ""
        else:
            if len(stack) > 1 and stack[-1].element is element:
                yield from _flush(parts, stack.pop())
            if element is not root:
                parts += CLOSE if tag in INLINE else "", element.tail or ""
    yield from _flush(parts, stack[0])


def _is_unseen(element: Any, tag: str) -> bool:
    if tag in ("html", "body"):
        return False  # scripts show the page once it is there
    if tag in _UNSEEN or element.get("hidden", "until-found").lower() != "until-found":
        return True
    style = element.get("style")
    return style is not None and _HIDING.search(style[:500]) is not None


def _fills_cell(element: Any, tag: str) -> bool:
    """Whether a paragraph is all that a cell of a table holds: then the row is the block."""
    cell = element.getparent() if tag == "p" else None
    return cell is not None and cell.tag in ("td", "th") and len(cell) == 1


def _open(element: Any, tag: str, around: _Open) -> _Open:
    region = REGIONS.get(_ROLES.get(element.get("role", ""), tag))
    kind = _KINDS.get(tag, around.kind if tag in ("p", "div", "span", "ul", "ol") else "paragraph")
    preformatted = element if around.preformatted is None and tag == "pre" else around.preformatted
    cell = around.cell
    if tag == "tr":
        cell = element if _is_wide(element) else None
    elif around.element.tag == "tr":
        cell = next(element.iterancestors("td", "th", "tr"))
    return _Open(element, kind, around.region or region, preformatted, cell)


def _is_wide(row: Any) -> bool:
    """Whether a row has several cells, or one over several columns: rows of one cell are how letters are laid out."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    return len(cells) > 1 or any(cell.get("colspan", "1") not in ("0", "1") for cell in cells)


def _opening(tag: str, follows: bool) -> str:
    """What an element puts before its text."""
    if tag == "br":
        return _LINE
    if tag in INLINE:
        return OPEN
    return CELL_BORDER if tag in ("td", "th") and follows else ""


def _flush(parts: list[str], block: _Open) -> Iterator[Seen]:
    """The pieces of the text gathered so far; two line breaks in a row part them."""
    text, element, pre = "".join(parts), block.element, block.preformatted
    parts.clear()
    text = text if pre is not None else _SPACES.sub(" ", text)
    text = _BREAK.sub("\n", text.replace(_LINE, "\n")).strip(_EDGES)
    is_called = pre is not None and any(is_called_code(e.get("class")) for e in (pre, *islice(pre.iterancestors(), 2)))
    for run in _EMPTY_LINES.split(text):
        words, code, is_code = find_marked(run.strip())
        is_row = element.tag == "tr" and CELL_BORDER in words
        for piece in make_rows(words.split(CELL_BORDER)) if is_row else [Piece(block.kind, words, code=code)]:
            if piece.text.strip():
                yield Seen(
                    piece,
                    str(element.tag),
                    block.region,
                    element.getparent(),
                    element.get("class"),
                    None if pre is None else id(pre),
                    is_called or is_code,
                    None if block.cell is None else id(block.cell),
                )
