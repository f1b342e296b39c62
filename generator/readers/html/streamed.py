"""Pages that are sent in pieces: what a script of the page puts into its place stands hidden behind it.

React sends `<div hidden id="S:0">` and the order to put it where `<template id="B:0">` waits. A saved page holds the
pieces as they were sent; who looks at it sees them in their places.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

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


def open_noscript(tree: Any) -> bool:
    """Make plain elements of what stands for those who run no scripts, where it is long enough for an article."""
    found = [e for e in tree.iter("noscript") if len(" ".join("".join(e.itertext()).split())) >= _ARTICLE]
    for element in found:
        element.tag = "div"
    return bool(found)
