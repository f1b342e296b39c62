"""The visible text of an HTML tree, block by block, in the order of the page; the pieces of a page that is sent in
pieces are put into their places first.
"""

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
_HEADINGS = frozenset(_SECTIONS["headings"])
_HEADED = 4
"""Elements around a text among which a heading is looked for."""
_ORDER = re.compile(r'\$R(?P<kind>[CRS])\("(?P<first>[^"\n]{1,100})"\s{0,3},\s{0,3}"(?P<second>[^"\n]{1,100})"')
"""How a script is told to move a piece: `$RC("B:0","S:0")` behind a waiting line, `$RS("S:1","P:1")` in a place."""
_PIECE = re.compile(r"(?P<before>.{0,60})S:(?P<number>[0-9a-f]{1,8})")
_MOST = 5_000
_MOST_AWAITED = 300
"""Elements that are shown while a piece is awaited; without a bound a page of open ends takes quadratic time."""
_ARTICLE = 300
"""Characters of a text that is more than a request to allow scripts."""


class _Move(NamedTuple):
    place: str
    """The `id` of the template that waits."""
    piece: str
    """The `id` of what belongs there."""


def join_pieces(tree: Any) -> bool:
    """Put the pieces of a streamed page where they are seen; whether there were any. Nothing else becomes visible."""
    places = {e.get("id"): e for e in tree.iter("template") if e.get("id")}
    pieces = {e.get("id"): e for e in tree.iter() if isinstance(e.tag, str) and _is_piece(e)}
    moved = False
    for move in _find_moves(tree, pieces, places) if pieces and places else ():
        place, piece = places.get(move.place), pieces.pop(move.piece, None)
        if place is not None and piece is not None and all(around is not piece for around in place.iterancestors()):
            _put(place, piece)
            moved = True
    return moved


def _is_piece(element: Any) -> bool:
    """Whether the element is hidden, itself or by the table around it, and named as a piece is."""
    name = element.get("id")
    if name is None or _PIECE.fullmatch(name) is None:
        return False
    around = element.getparent()
    return "hidden" in element.attrib or (around is not None and "hidden" in around.attrib)


def _find_moves(tree: Any, pieces: dict[str, Any], places: dict[str, Any]) -> Iterator[_Move]:
    """What the page's scripts and data say; of the other pieces those that have a place of the same number."""
    told = set()
    for move in list(_read_orders(tree))[:_MOST]:
        told.add(move.piece)
        yield move
    for name in [name for name in pieces if name not in told][:_MOST]:
        match = _PIECE.fullmatch(name)
        same = (f"{match['before']}{kind}:{match['number']}" for kind in "BP") if match else iter(())
        place = next((place for place in same if place in places), None)
        if place is not None:
            yield _Move(place, name)


def _read_orders(tree: Any) -> Iterator[_Move]:
    for element in tree.iter("script", "template"):
        if element.tag == "template" and element.get("data-sid"):
            yield _Move(element.get("data-bid") or element.get("data-pid") or "", element.get("data-sid"))
        for order in _ORDER.finditer(element.text or "") if element.tag == "script" else ():
            first, second = order["first"], order["second"]
            yield _Move(second, first) if order["kind"] == "S" else _Move(first, second)


def _put(place: Any, piece: Any) -> None:
    """The piece in the place of the template, and of what was shown while it was awaited."""
    parent, tail, waiting = place.getparent(), piece.tail, _waiting(place)
    if parent is None:
        return
    piece.tail = None
    if tail:
        _add_text(piece, tail)
    for element in waiting or ():
        parent.remove(element)
    piece.attrib.pop("hidden", None)
    piece.tail = place.tail if waiting is None else None
    parent.replace(place, piece)


def _add_text(element: Any, text: str) -> None:
    """Leave the text that stands behind an element where it is when the element goes."""
    before, around = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + text
    elif around is not None:
        around.text = (around.text or "") + text


def _waiting(place: Any) -> list[Any] | None:
    """What is shown while the piece is awaited: between two comments around the template, if it stands at the head."""
    before = place.getprevious()
    if before is None or not _comment(before).startswith("$"):
        return None
    found, depth = list[Any](), 0
    for element in islice(place.itersiblings(), _MOST_AWAITED):
        mark = _comment(element)
        if mark == "/$" and depth == 0:
            return found
        depth += mark.startswith("$") - (mark == "/$")
        found.append(element)
    return None


def _comment(element: Any) -> str:
    """The words of a comment; empty for an element."""
    return "" if isinstance(element.tag, str) else (element.text or "").strip()


def open_shadows(tree: Any) -> bool:
    """Make plain elements of the templates that a browser shows as parts of the page; whether there were any."""
    shadows = [e for e in tree.iter("template") if e.get("shadowrootmode") == "open"]
    for element in shadows:
        element.tag = "div"
    return bool(shadows)


_HINT = re.compile(r"visually-?hidden|sr-only|screen-?reader", re.IGNORECASE)
"""How pages class what is only read aloud."""
_LONGEST_HINT = 60


def drop_hints(tree: Any) -> bool:
    """Take out what is said only to those who hear the page ("opens in a new window"), but for parts of headings;
    whether there was any."""
    marked = [e for e in tree.iter("span", "div", "p", "small", "label") if _HINT.search(e.get("class") or "")]
    hints = [e for e in marked if _is_hint(e)]
    for element in hints:
        if element.getparent() is not None:
            element.drop_tree()
    return bool(hints)


def _is_hint(element: Any) -> bool:
    """Whether a short text has no heading in or around it, and is not all that a link or a button says."""
    text = "".join(element.itertext()).strip()
    around = element.getparent()
    is_all = around is not None and around.tag in ("a", "button") and "".join(around.itertext()).strip() == text
    is_headed = any(e.tag in _HEADINGS for e in (*element.iter(), *islice(element.iterancestors(), _HEADED)))
    return 0 < len(text) <= _LONGEST_HINT and not is_all and not is_headed


def open_noscript(tree: Any) -> bool:
    """Make plain elements of what stands for those who run no scripts, where it is long enough for an article."""
    found = [e for e in tree.iter("noscript") if len(" ".join("".join(e.itertext()).split())) >= _ARTICLE]
    for element in found:
        element.tag = "div"
    return bool(found)


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
    element: Any = None
    """The block element that holds it."""


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
                    element,
                )
