"""Lines as people copy them: compared with white space folded and without what nobody sees."""

from collections.abc import Iterable, Iterator, Sequence

from generator.text.unicode import clean

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
