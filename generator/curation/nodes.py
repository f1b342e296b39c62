"""A list of entries in YAML, read entry by entry: a fault costs the entry that it stands in, and says its line."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import yaml

from generator.model import Problem
from generator.text.unicode import one_line

ITEM = re.compile(r"(?P<indent>[ ]{0,20})-(?:[ \t]|$)")
"""The line that an entry begins with."""
NOTHING = re.compile(r"\s*(?:#.*)?|---.*|\.\.\..*|%.*|\[\s*\]\s*(?:#.*)?")
"""A line that says nothing: blank, a comment, the marks of a document, an empty list."""
LONGEST = 10_000
"""Characters of one value."""
MOST_VALUES = 1000
"""Values of one list."""


class Loader(yaml.BaseLoader):
    """Scalars stay the strings that were written; aliases, with which few lines grow to gigabytes, are refused."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """The next node. Raises ComposerError for an alias."""
        if self.check_event(yaml.events.AliasEvent):
            raise yaml.composer.ComposerError(None, None, "aliases (*name) are not allowed", self.get_mark())
        return super().compose_node(parent, index)


class EntryError(Exception):
    """What is wrong with one entry, and in which line."""

    def __init__(self, line: int, what: str, cure: str) -> None:
        super().__init__(line, what, cure)
        self.line = line
        self.what = what
        self.cure = cure


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its keys with their values, as written."""

    line: int
    values: Mapping[str, tuple[str, ...]]
    """One string, or those of a list."""
    lists: frozenset[str]
    """The keys whose value is a list."""
    lines: Mapping[str, int]


def read_entries(text: str, path: str) -> tuple[list[Entry], list[Problem]]:
    """The entries of a file, and what is wrong with the others."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for line, chunk in split_entries(text):
        try:
            entries.append(read_entry(line, chunk))
        except EntryError as fault:
            problems.append(tell(fault, path))
    return entries, problems


def tell(fault: EntryError, path: str) -> Problem:
    """The fault as a problem of its file."""
    return Problem(f"{path}:{fault.line}", fault.what, fault.cure)


def split_entries(text: str) -> Iterator[tuple[int, str]]:
    """Each entry with the number of its first line; what stands before the first one is an entry of its own."""
    lines = text.splitlines()
    indent = next((found["indent"] for line in lines if (found := ITEM.match(line))), None)
    start, chunk = 1, list[str]()
    for number, line in enumerate(lines, 1):
        found = ITEM.match(line)
        if found and found["indent"] == indent:
            if not is_empty(chunk):
                yield start, "\n".join(chunk)
            start, chunk = number, []
        chunk.append(line)
    if not is_empty(chunk):
        yield start, "\n".join(chunk)


def is_empty(lines: Iterable[str]) -> bool:
    """Whether nothing stands in these lines."""
    return all(NOTHING.fullmatch(line) for line in lines)


def read_entry(line: int, chunk: str) -> Entry:
    """One entry. Raises EntryError where it is none."""
    try:
        node = yaml.compose(chunk, Loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise describe(error, line) from error
    if not isinstance(node, yaml.SequenceNode) or len(node.value) != 1:
        raise EntryError(line, "not an entry of the list", "begin each entry with '- ' at the left")
    (item,) = node.value
    if not isinstance(item, yaml.MappingNode):
        raise EntryError(line, "an entry without a key", "write '- merge: [A, B]', '- hide: A' and so on")
    return read_mapping(line, item)


def read_mapping(first: int, item: yaml.MappingNode) -> Entry:
    """The keys and values of an entry that begins on the line `first`."""
    values: dict[str, tuple[str, ...]] = {}
    lists: set[str] = set()
    lines: dict[str, int] = {}
    for key_node, node in item.value:
        line, key = first + key_node.start_mark.line, str(key_node.value)
        if not isinstance(key_node, yaml.ScalarNode):
            raise EntryError(line, "a key that is no word", "write 'key: value', one a line")
        if key in values:
            raise EntryError(line, f"'{one_line(key, 40)}' twice in one entry", "write a second entry")
        if isinstance(node, yaml.SequenceNode):
            lists.add(key)
        values[key], lines[key] = tuple(read_values(key, node, line)), line
    return Entry(first, values, frozenset(lists), lines)


def read_values(key: str, node: yaml.Node, line: int) -> Iterator[str]:
    """The string, or the strings of a list."""
    given = node.value if isinstance(node, yaml.SequenceNode) else [node]
    if not given or len(given) > MOST_VALUES:
        what = f"'{one_line(key, 40)}' is an empty list or one of more than {MOST_VALUES}"
        raise EntryError(line, what, "write '[A, B]', or leave the key out")
    for value in given:
        if not isinstance(value, yaml.ScalarNode):
            raise EntryError(
                line, f"'{one_line(key, 40)}' is neither words nor a list of words", "put the words in quotes"
            )
        words = one_line(value.value, LONGEST)
        if not words:
            raise EntryError(line, f"'{one_line(key, 40)}' has no value", f"write '{one_line(key, 40)}: ...'")
        yield words


def describe(error: Exception, first: int) -> EntryError:
    """The fault of broken YAML with its line."""
    mark = getattr(error, "problem_mark", None)
    what = one_line(str(getattr(error, "problem", None) or "it is nested too deeply or cannot be read"), 120)
    cure = "put values with a colon or a quotation mark in quotes"
    return EntryError(first + (mark.line if mark is not None else 0), f"broken YAML: {what}", cure)


def suggest(word: str, known: Iterable[str]) -> str:
    """The cure of a word that nobody knows."""
    names = list(known)
    near = difflib.get_close_matches(word, names, n=1)
    return f"did you mean '{near[0]}'?" if near else f"known: {', '.join(names)}"
