"""The word lists that ship with the program: plain text files, one entry a line, `#` before a comment."""

from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def load_words(name: str) -> tuple[str, ...]:
    """The entries of `data/name`, in order, without comments and blank lines."""
    lines = (line.strip() for line in (DATA / name).read_text(encoding="utf-8").split("\n"))
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def load_sections(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The entries of `data/name` under their headings: a line `[heading]` opens a section."""
    sections: list[tuple[str, list[str]]] = []
    for line in load_words(name):
        if line.startswith("[") and line.endswith("]"):
            sections.append((line[1:-1], []))
        else:
            sections[-1][1].append(line)
    return tuple((heading, tuple(entries)) for heading, entries in sections)


@cache
def load_set(name: str) -> frozenset[str]:
    """The entries of `data/name` as a set."""
    return frozenset(load_words(name))


@cache
def load_pairs(name: str) -> dict[str, str]:
    """The entries of `data/name` that have a tab: what stands before it to what stands after it."""
    pairs = (line.partition("\t") for line in load_words(name))
    return {key.strip(): value.strip() for key, tab, value in pairs if tab}
