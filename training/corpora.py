"""The open corpora, as texts with what people marked in them; names are trimmed to the house's notion of a name."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.model import EntityType, Span

KINDS: dict[str, EntityType] = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "GPE_LOC": "Place", "EVENT": "Event",
}  # fmt: skip
TITLES = re.compile(
    r"^(?:(?:the|mr|mrs|ms|dr|sir|lord|prof|president|prime minister|minister|secretary|senator|sen|gen|lt|col|capt|"
    r"pope|judge|justice|governor|mayor|ambassador)\b\.?\s+)+(?=[A-Z])",
    re.IGNORECASE,
)
"""What may stand before a name and is no part of it: a title, an article."""
POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name that people marked."""

    span: Span
    kind: EntityType


@dataclass(frozen=True, slots=True)
class Record:
    """A text of one set, with its names."""

    source: str
    id: str
    text: str
    names: tuple[Name, ...]
    missing: tuple[Span, ...]
    """Runs of which nobody said what they are."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a tree."""

    text: str
    spaced: bool
    """Whether white space follows."""
    pos: str
    head: int
    """Index of the head in the sentence; -1: the root."""
    relation: str


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence of a treebank."""

    document: str
    starts_block: bool
    words: tuple[Word, ...]


def read_lines(path: Path) -> Iterator[str]:
    """The lines of a gzipped text."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from file


def trim_name(text: str, start: int, end: int) -> Span:
    """The span without leading titles and article, and without a possessive."""
    if (title := TITLES.match(text[start:end])) and title.end() < end - start:
        start += title.end()
    if found := POSSESSIVE.search(text[start:end]):
        end = max(start + 1, start + found.start())
    return Span(start, end)


def read_names(path: Path) -> list[Record]:
    """The records of an NER file, in the order of the file."""
    return [read_record(json.loads(line)) for line in read_lines(path)]


def read_record(data: dict[str, Any]) -> Record:
    """One record; labels that are no name of ours count as no name."""
    text = data["text"]
    names = tuple(
        Name(trim_name(text, start, end), KINDS[label]) for start, end, label in data["ents"] if label in KINDS
    )
    missing = tuple(Span(*span) for span in data.get("missing", ()))
    return Record(data.get("source", ""), str(data["id"]), text, names, missing)


def read_trees(path: Path) -> Iterator[Tree]:
    """The sentences of a CoNLL-U file. Empty nodes are left out; a run written as one counts as its parts."""
    document, fresh, glued = "", True, -1
    rows: list[tuple[list[str], set[int] | None, int | None]] = []
    for line in read_lines(path):
        if line.startswith("#"):
            if line.startswith("# newdoc id"):
                document, fresh = line.split("=", 1)[1].strip(), True
            fresh = fresh or line.startswith("# newpar")
        elif line.strip():
            cells = line.rstrip("\n").split("\t")
            if "-" in cells[0]:
                first, last = map(int, cells[0].split("-"))
                glued = last if "SpaceAfter=No" not in cells[9] else -1
                joined = set(range(first, last))
                rows.append((cells, joined, glued))
            elif "." not in cells[0]:
                rows.append((cells, None, None))
        elif rows:
            yield Tree(document, fresh, build_words(rows))
            fresh, rows = False, []


def build_words(rows: list[tuple[list[str], set[int] | None, int | None]]) -> tuple[Word, ...]:
    """The words of one sentence from its rows."""
    inner: set[int] = set()
    closed: set[int] = set()
    words = []
    for cells, joined, glued in rows:
        if joined is not None:
            inner |= joined
            if glued == -1:
                closed.add(max(joined) + 1)
            continue
        number = int(cells[0])
        spaced = number not in inner and number not in closed and "SpaceAfter=No" not in cells[9]
        words.append(Word(cells[1], spaced, cells[3], int(cells[6]) - 1, cells[7]))
    return tuple(words)
