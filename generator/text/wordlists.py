"""The word lists that ship with the program. One grammar: an entry a line, `[section]` over some, `#` before a comment.

A tab parts an entry from what is said of it. `# yes:` and `# no:` under a section are sentences that the list must and
must not find, with what is meant between bars; they run as tests (`text/rules.py`).

Lists lie in the folders `lists` of the languages and in `data`. They are asked for by name; those of a language other
than English with its code before it: `fr/titles.txt`.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
DATA = _ROOT / "data"
_YES, _NO = "# yes: ", "# no: "


@cache
def list_places() -> Mapping[str, Path]:
    """Each list by the name under which it is asked for."""
    found: dict[str, Path] = {path.name: path for path in DATA.iterdir()}
    for path in sorted((_ROOT / "language").glob("**/lists/**/*.*")):
        code = path.relative_to(_ROOT / "language").parts[0]
        name = path.name if len(code) > 2 or code == "en" else f"{code}/{path.name}"
        if name in found:
            raise ValueError(f"two word lists are called {name}: {found[name]} and {path}")
        found[name] = path
    return found


def find_list(name: str) -> Path:
    """Where the list of this name lies; a whole path is its own place. Raises KeyError for one that does not ship."""
    return Path(name) if Path(name).is_absolute() else list_places()[name]


@cache
def _lines(name: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in find_list(name).read_text(encoding="utf-8").split("\n"))


@cache
def load_words(name: str) -> tuple[str, ...]:
    """The entries of a list, in order, without comments and blank lines."""
    return tuple(line for line in _lines(name) if line and not line.startswith("#"))


def _is_heading(line: str) -> bool:
    return line.startswith("[") and line.endswith("]")


@cache
def load_sections(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The entries of a list under their headings: a line `[heading]` opens a section."""
    sections: list[tuple[str, list[str]]] = []
    for line in load_words(name):
        if _is_heading(line):
            sections.append((line[1:-1], []))
        else:
            sections[-1][1].append(line)
    return tuple((heading, tuple(entries)) for heading, entries in sections)


@cache
def load_set(name: str) -> frozenset[str]:
    """The entries of a list as a set."""
    return frozenset(load_words(name))


@cache
def load_pairs(name: str) -> dict[str, str]:
    """The entries of a list that have a tab: what stands before it to what stands after it."""
    pairs = (line.partition("\t") for line in load_words(name))
    return {key.strip(): value.strip() for key, tab, value in pairs if tab}


@cache
def load_examples(name: str) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """For each section ("" before the first) that shows any: its heading, its yes- and its no-sentences."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    heading = ""
    for line in _lines(name):
        if _is_heading(line):
            heading = line[1:-1]
        for at, mark in enumerate((_YES, _NO)):
            if line.startswith(mark):
                found.setdefault(heading, ([], []))[at].append(line.removeprefix(mark))
    return tuple((section, tuple(yes), tuple(no)) for section, (yes, no) in found.items())
