"""Well-formed text for display: no control characters, no half characters, nothing that reorders what one reads;
and lines as people copy them, compared with white space folded.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufdd0-\ufdef\ufff9-\ufffb"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)
"""Controls other than white space, lone surrogates, byte-order marks, annotations, noncharacters of every plane."""

_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Directional embeddings, overrides and isolates: they can make a text read as another one (CVE-2021-42574)."""

_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"})


def clean(text: str) -> str:
    """`text` with LF line ends, U+FFFD for what cannot be shown, and without characters that reorder it."""
    if text.isprintable():  # none of them: one look instead of four
        return text
    if _SURROGATE.search(text):
        # Two halves in a row are one character; a half alone is none.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = _LINE_BREAK.sub("\n", text)
    return _REORDERING.sub("", _UNSAFE.sub("\ufffd", text))


def one_line(text: str, limit: int = 2000) -> str:
    """`text` cleaned, on one line, at most `limit` code points; a text cut short ends with an ellipsis."""
    line = " ".join(clean(text).split())
    return line if len(line) <= limit else line[: _before_mark(line, limit - 1)].rstrip() + "\u2026"


def _before_mark(text: str, cut: int) -> int:
    """The nearest place at or before `cut` where an accent is not parted from its letter."""
    at = cut
    while at > 0 and (unicodedata.combining(text[at]) or text[at - 1] == "\u200d"):
        at -= 1
    return at or cut


def fold_name(name: str) -> str:
    """What all spellings of a file name have in common that some system holds for one: no case, accents in place."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def printable(name: str) -> str:
    """A file name or path for messages and JSON: one line, every character visible, U+FFFD for the others.

    Accents are one with their letters, which systems differ in. Two names can become one: whoever needs a key must look
    for that.
    """
    composed = unicodedata.normalize("NFC", name)
    kept = (c if unicodedata.category(c) not in _INVISIBLE_CATEGORIES else "\ufffd" for c in composed)
    return "".join(" " if c.isspace() else c for c in kept)


_INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffd"))
_ELLIPSES = ("…", "...")
_SHORTEST_BEGINNING = 8
"""Characters before an ellipsis, at least: fewer could mean anything."""


def fold_line(text: str) -> str:
    """The text with white space folded and without characters that cannot be seen."""
    return " ".join(clean(text).translate(_INVISIBLE).split())


class Wanted:
    """A set of lines, each whole or, with an ellipsis at its end, by its beginning."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._entries = tuple(dict.fromkeys(filter(None, map(fold_line, entries))))
        self._whole = frozenset(self._entries)
        self._beginnings = tuple(beginning for entry in self._entries if (beginning := _beginning(entry)))

    def __bool__(self) -> bool:
        return bool(self._entries)

    def __contains__(self, line: str) -> bool:
        """Whether the folded line is one of them."""
        return line in self._whole or line.startswith(self._beginnings)

    def unmatched(self, lines: Sequence[str]) -> Iterator[str]:
        """The entries that mean none of these folded lines, in order."""
        there = frozenset(lines)
        for entry in self._entries:
            beginning = _beginning(entry)
            if entry not in there and not (beginning and any(line.startswith(beginning) for line in lines)):
                yield entry


def _beginning(entry: str) -> str | None:
    """What stands before an ellipsis at the end of an entry."""
    for ellipsis in _ELLIPSES:
        if entry.endswith(ellipsis) and len(entry) >= _SHORTEST_BEGINNING + len(ellipsis):
            return entry.removesuffix(ellipsis).rstrip()
    return None
