"""The index of the search as many small files, of which a reader loads the few that hold what is typed.

Each file is a script that hands its content to `assets/search-index.js`: a script loads from a folder on disk as from a
server. Numbers are written in 64 signs, five bits each, the lowest first. Equal records give equal bytes.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence

from generator.rendering.search.records import Called, Told
from generator.rendering.search.words import Word, split_words

SHARD = 12_000
"""Characters of one file of words, about."""
GROUP = 32
"""Names in one file."""
_MOST = 24
"""Places of one word that are kept of one record."""
_LEAST_MISSPELLED = 5
"""Letters from which on a word may be misspelled."""
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
_CODES: list[str] = [*_SIGNS[:32], *(_SIGNS[number % 32 + 32] + _SIGNS[number // 32] for number in range(32, 1024))]
"""The short numbers, which nearly all are."""

File = tuple[str, str]
"""Its name, and what stands in it."""
Places = dict[str, list[int]]
"""Where each word of a record stands: line and place, in turn."""


class Postings:
    """For each word, the records that hold it, in a form that grows by a few bytes for each."""

    def __init__(self) -> None:
        self.written: dict[str, bytearray] = {}
        self._last: dict[str, int] = {}

    def add(self, record: int, places: Places) -> None:
        """Add one record; records come in the order of their numbers."""
        for word, found in places.items():
            kept = found[: 2 * _MOST]
            codes = [record - self._last.get(word, 0), len(kept) // 2]
            line = 0
            for at in range(0, len(kept), 2):
                codes += (kept[at] - line, kept[at + 1])
                line = kept[at]
            self._last[word] = record
            self.written.setdefault(word, bytearray()).extend("".join(map(write_number, codes)).encode())


def write_number(number: int) -> str:
    """A number in signs of five bits, the lowest first; all but the last have the sixth bit."""
    if number < len(_CODES):
        return _CODES[number]
    return f"{_SIGNS[number % 32 + 32]}{write_number(number // 32)}"


class Index:
    """An index in the making: needs no more memory than what it will be on disk."""

    def __init__(self, called: Sequence[Called], stops: frozenset[str], names: Iterable[str] = ()) -> None:
        """Begin with the pages of names; `names` are all names, with a page or without, which may be misspelled."""
        self._called, self._stops = called, stops
        self._spelled = {word for name in names for word, _ in split_words(name)}
        self._names, self._texts, self._count = Postings(), Postings(), 0
        self._digest = hashlib.sha256()
        for number, page in enumerate(called):
            self._names.add(number, place_forms(page.forms))

    def add(self, text: Told) -> File:
        """Add a text; the file in which it is shown. What comes first is shown first among equals."""
        self._texts.add(self._count, place_lines((text.title, *(line for _, line in text.lines)), self._stops))
        self._count += 1
        shown = {"t": text.title, "k": text.kind, "n": text.note, "u": text.href, "l": text.lines}
        return self._file(f"t{self._count - 1}", shown)

    def finish(self) -> Iterator[File]:
        """All other files, `index.js` last."""
        shards, initials = list(_shards(self._names, self._texts)), _by_initial(self._spelled)
        for number, group in enumerate(_grouped(self._called)):
            yield self._file(f"n{number}", group)
        for number, shard in enumerate(shards):
            yield self._file(f"w{number}", "\n".join(shard))
        for number, words in enumerate(initials.values()):
            yield self._file(f"f{number}", " ".join(words))
        head = {
            "texts": self._count,
            "group": GROUP,
            "stops": " ".join(sorted(self._stops)),
            "words": " ".join(shard[0].partition(" ")[0] for shard in shards),
            "initials": "".join(initials),
            "spelled": [sum(map(len, words)) + len(words) for words in initials.values()],
            "version": self._digest.hexdigest()[:12],
        }
        yield self._file("index", head)

    def _file(self, name: str, content: object) -> File:
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        self._digest.update(text.encode())
        return f"{name}.js", f'briefsSearch.got("{name}",{text})\n'


def place_forms(forms: Iterable[str]) -> Places:
    """Where the words of all spellings of a name stand; the place of the last word of a spelling is odd."""
    places: Places = {}
    for line, form in enumerate(forms):
        words = [word for word, _ in split_words(form)]
        for place, word in enumerate(words):
            places.setdefault(word, []).extend((line, 2 * place + (place == len(words) - 1)))
    return places


def place_lines(lines: Iterable[str], stops: frozenset[str]) -> Places:
    """Where the words of some lines stand; no function words, but "US" and "WHO" in a line that is not all capitals."""
    places: Places = {}
    for line, text in enumerate(lines):
        words: list[Word] = list(split_words(text))
        shouts = all(is_upper for word, is_upper in words if len(word) > 1)
        for place, (word, is_upper) in enumerate(words):
            if word not in stops or (is_upper and not shouts):
                places.setdefault(word, []).extend((line, place))
    return places


def _grouped(called: Sequence[Called]) -> Iterator[list[list[str]]]:
    for start in range(0, len(called), GROUP):
        yield [[page.name, page.kind, page.note, page.href] for page in called[start : start + GROUP]]


def _shards(names: Postings, texts: Postings) -> Iterator[list[str]]:
    """Rows of a word, its names and its texts, in the order of code points, in groups of about one size."""
    shard: list[str] = []
    size = 0
    for word in sorted({*names.written, *texts.written}):
        row = f"{word} {names.written.get(word, b'').decode()} {texts.written.get(word, b'').decode()}"
        if shard and size + len(row) > SHARD:
            yield shard
            shard, size = [], 0
        shard.append(row)
        size += len(row) + 1
    if shard:
        yield shard


def _by_initial(words: Iterable[str]) -> dict[str, list[str]]:
    """The words of names that may be misspelled, by their first letter."""
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        if len(word) >= _LEAST_MISSPELLED - 1 and word.isalpha():
            found.setdefault(word[0], []).append(word)
    return found
