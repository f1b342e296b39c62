"""The files of Explore: scripts that hand over data, which load from a folder on disk as from a server.

A table is a head with the days of its rows, and of each facet the values of most rows; more values, of which a browser
loads those that it needs; lists of values by the first letters of their words, for those who type one; and the rows, a
few in a file. Numbers are those of the search (`rendering/search.py`); rows are written by their distance.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial

from generator.rendering.explore.tables import FACETS, Table, Value
from generator.rendering.labels import Text, say_english
from generator.rendering.search import split_words, write_number

FIRST, MORE = 60, 300
"""Values of a facet in the head of its table, and in each file behind it."""
IN_FILE = 12
"""Rows in one file."""
File = tuple[str, Callable[[], bytes]]
"""Its name, and what makes its content."""


class Files:
    """The files of one table."""

    def __init__(self, table: Table, text: Text = say_english) -> None:
        self.table, self._text = table, text
        self._values = {facet: table.ranked(facet) for facet in table.facets}
        self._digest = hashlib.sha256()

    @cached_property
    def ranks(self) -> Mapping[str, Mapping[str, int]]:
        """The number of each value in its facet."""
        return {facet: {v.key: at for at, v in enumerate(values)} for facet, values in self._values.items()}

    @cached_property
    def _letters(self) -> dict[str, list[tuple[str, int]]]:
        """By first letter the values that are not in the head: their facet and number."""
        found: dict[str, dict[tuple[str, int], None]] = defaultdict(dict)
        for facet, values in self._values.items():
            for rank, value in enumerate(values[FIRST:], FIRST):
                for letter in _initials(value):
                    found[letter][facet, rank] = None
        return {letter: list(found[letter]) for letter in sorted(found)}

    def __iter__(self) -> Iterator[File]:
        """All files, the head last: it names the version of all."""
        name = self.table.name
        for facet, values in self._values.items():
            for number, start in enumerate(range(FIRST, len(values), MORE), 1):
                own = f"{name}-{facet}-{number}"
                yield own, partial(self._write, own, partial(_lines, values[start : start + MORE]))
        for number, letter in enumerate(self._letters):
            own = f"{name}-letter-{number}"
            yield own, partial(self._write, own, partial(self._directory, letter))
        for number, start in enumerate(range(0, len(self.table.days), IN_FILE)):
            own = f"{name}-rows-{number}"
            yield own, partial(self._write, own, partial(self._rows, start))
        yield name, partial(self._write, name, self._head)

    def _write(self, name: str, make: Callable[[], object]) -> bytes:
        """A script that hands over what is made."""
        text = json.dumps(make(), ensure_ascii=False, separators=(",", ":"))
        self._digest.update(text.encode())
        return f'briefsExplore.got("{name}",{text})\n'.encode()

    def _head(self) -> object:
        days, lengths = write_days(self.table.days)
        facets = [self._facet(facet) for facet in self.table.facets if self._values[facet]]
        head = {
            "rows": len(self.table.days),
            "inFile": IN_FILE,
            "first": FIRST,
            "more": MORE,
            "days": days,
            "lengths": lengths,
            "letters": list(self._letters),
            "facets": facets,
        }
        self._digest.update(json.dumps(head, ensure_ascii=False).encode())
        version, self._digest = self._digest.hexdigest()[:12], hashlib.sha256()
        return {**head, "version": version}

    def _facet(self, name: str) -> object:
        values, facet = self._values[name], FACETS[name]
        return {
            "name": name,
            "words": self._text(facet.words),
            "joint": facet.is_joint,
            "count": len(values),
            "most": [len(values[start].rows) for start in range(FIRST, len(values), MORE)],
            "values": _lines(values[:FIRST]),
        }

    def _directory(self, letter: str) -> str:
        values = self._values
        return "\n".join(
            f"{facet}\t{rank}\t{values[facet][rank].words}\t{values[facet][rank].key}"
            for facet, rank in self._letters[letter]
        )

    def _rows(self, start: int) -> list[object]:
        end = min(start + IN_FILE, len(self.table.days))
        return [self.table.show(row, self.ranks) for row in range(start, end)]


def _initials(value: Value) -> set[str]:
    """The first letters under which a value is looked for: of each of its words, and of its key in the address."""
    words = [word for text in (value.words, value.key) for word, _ in split_words(text)]
    return {word[0] for word in words if word}


def _lines(values: Sequence[Value]) -> str:
    """Values, a line each: words, key, how many rows, the rows."""
    return "\n".join(f"{v.words}\t{v.key}\t{len(v.rows)}\t{write_rows(v.rows)}" for v in values)


def write_rows(rows: Iterable[int]) -> str:
    """Numbers that rise, each as how far it is from the last."""
    last, written = 0, []
    for row in rows:
        written.append(write_number(row - last))
        last = row
    return "".join(written)


def write_days(days: Sequence[tuple[int, int] | None]) -> tuple[str, str]:
    """The first days, falling, each as how far it is from the last, the first as it is; how many days each has more."""
    last, firsts, lengths = 0, [], []
    for span in days:
        if span is None:
            break
        firsts.append(write_number(last - span[0] if last else span[0]))
        lengths.append(write_number(span[1] - span[0]))
        last = span[0]
    return "".join(firsts), "".join(lengths)
