"""From YAML to decisions, strictly: a key or a value that means nothing is a fault, not a silence. A list is read entry
by entry: a fault costs the entry that it stands in, and says its line.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import yaml

from generator.curation.entries import (
    OPEN,
    UNKNOWN,
    Apart,
    Change,
    Hide,
    Keep,
    Merge,
    NoOpposition,
    Opposes,
    OtherEvent,
    Override,
    Ref,
    SameEvent,
    SetDate,
    SetRole,
    SetSpeaker,
    Split,
    read_ref,
)
from generator.model import ENTITY_TYPES, EntityType, Problem
from generator.text.edtf import is_edtf
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


WIKIDATA = re.compile(r"Q[1-9][0-9]{0,11}")
"""The number of a thing in Wikidata."""
LINK = re.compile(r"https://[A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?(?:[/?#][^\s\"<>\\^`{|}\x7f]{0,1700})?")
"""An address that may be shown as a link."""
BRIEF = re.compile(r"[a-z0-9-]{1,60}")
"""The address of a brief."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What an entry of one kind consists of."""

    make: Callable[[Entry], Override]
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    """Of these there must be one at least."""


LISTS = frozenset(
    {"merge", "apart", "aliases", "links", "briefs", "same_event", "other_event", "opposes", "no_opposition"}
)
"""Keys that take a list."""


def read_overrides(text: str, path: str) -> tuple[tuple[Override, ...], tuple[Problem, ...]]:
    """The decisions in a file, in its order, and what is wrong with the others."""
    entries, problems = read_entries(text, path)
    found = []
    for entry in entries:
        try:
            found.append(read_override(entry))
        except EntryError as fault:
            problems.append(tell(fault, path))
    return tuple(found), tuple(problems)


def read_override(entry: Entry) -> Override:
    """The decision of one entry. Raises EntryError."""
    kinds = [key for key in entry.values if key in SHAPES]
    if not kinds:
        raise EntryError(entry.line, "an entry that decides nothing", suggest(next(iter(entry.values), ""), SHAPES))
    if len(kinds) > 1:
        raise EntryError(entry.line, f"'{kinds[0]}' and '{kinds[1]}' in one entry", "write two entries")
    shape = SHAPES[kinds[0]]
    check_keys(entry, kinds[0], shape)
    return shape.make(entry)


def check_keys(entry: Entry, kind: str, shape: Shape) -> None:
    """Raise EntryError for a key too many or too few, and for a list where there should be none."""
    known = (*shape.needs, *shape.takes, "note")
    for key in entry.values:
        if key != kind and key not in known:
            raise EntryError(entry.lines[key], f"'{key[:40]}' means nothing beside '{kind}'", suggest(key, known))
        if key in entry.lists and key not in LISTS:
            raise EntryError(entry.lines[key], f"'{key}' is a list", "write one entry for each")
    for key in shape.needs:
        if key not in entry.values:
            raise EntryError(entry.line, f"'{kind}' without '{key}'", f"add '{key}: ...'")
    if shape.one_of and not any(key in entry.values for key in shape.one_of):
        raise EntryError(entry.line, f"'{kind}' changes nothing", f"add one of: {', '.join(shape.one_of)}")


def one(entry: Entry, key: str) -> str | None:
    """The one value of a key; None where it is not there."""
    return entry.values[key][0] if key in entry.values else None


def need(entry: Entry, key: str) -> str:
    """The one value of a key that is there."""
    return entry.values[key][0]


def type_of(entry: Entry) -> EntityType | None:
    """The type of a name. Raises EntryError for none of the four."""
    if "type" not in entry.values:
        return None
    for kind in ENTITY_TYPES:
        if kind == need(entry, "type"):
            return kind
    given = need(entry, "type")
    raise EntryError(entry.lines["type"], f"no type: '{given[:40]}'", suggest(given.capitalize(), ENTITY_TYPES))


def links_of(entry: Entry) -> tuple[str, ...]:
    """The addresses; the number of a thing in Wikidata stands for its page. Raises EntryError."""
    links = []
    for given in entry.values.get("links", ()):
        if WIKIDATA.fullmatch(given):
            links.append(f"https://www.wikidata.org/wiki/{given}")
        elif LINK.fullmatch(given):
            links.append(given)
        else:
            cure = "write a Wikidata number (Q42) or an address from https:// on"
            raise EntryError(entry.lines["links"], f"no address: '{given[:80]}'", cure)
    return tuple(links)


def briefs_of(entry: Entry, key: str) -> tuple[str, ...]:
    """The briefs under a key. Raises EntryError for what is no address of a brief."""
    for given in entry.values.get(key, ()):
        if not BRIEF.fullmatch(given):
            cure = "copy it from the address of its page: briefs/NAME"
            raise EntryError(entry.lines[key], f"no brief: '{given[:80]}'", cure)
    return entry.values.get(key, ())


def refs_of(entry: Entry, key: str) -> tuple[Ref, ...]:
    """The names of a list of two or more. Raises EntryError."""
    if len(set(entry.values[key])) < 2:
        raise EntryError(entry.lines[key], f"'{key}' with fewer than two names", f"write '{key}: [A, B]'")
    return tuple(read_ref(name) for name in dict.fromkeys(entry.values[key]))


def make_change(entry: Entry) -> Change:
    """An entry that begins with a name."""
    return Change(
        entry.line,
        read_ref(need(entry, "entity")),
        one(entry, "name"),
        type_of(entry),
        entry.values.get("aliases", ()),
        one(entry, "describe"),
        links_of(entry),
        one(entry, "note"),
    )


def make_split(entry: Entry) -> Split:
    """An entry that takes briefs away from a name."""
    target = read_ref(need(entry, "split"))
    return Split(entry.line, target, briefs_of(entry, "briefs"), one(entry, "name"), one(entry, "note"))


def make_speaker(entry: Entry) -> SetSpeaker:
    """An entry that says who speaks."""
    briefs = briefs_of(entry, "brief")
    speaker = None if need(entry, "speaker") == UNKNOWN else read_ref(need(entry, "speaker"))
    words = need(entry, "quotation")
    return SetSpeaker(entry.line, speaker, words, briefs[0] if briefs else None, one(entry, "note"))


def make_role(entry: Entry) -> SetRole:
    """An entry that drops a role or puts another in its place. Raises EntryError."""
    drop = one(entry, "drop")
    if drop not in (None, "true"):
        raise EntryError(entry.lines["drop"], f"'drop' is '{drop[:40] if drop else ''}'", "write 'drop: true'")
    if drop and "instead" in entry.values:
        raise EntryError(entry.lines["instead"], "'drop' and 'instead' in one entry", "leave one out")
    holder = read_ref(need(entry, "of"))
    return SetRole(entry.line, need(entry, "role"), holder, one(entry, "instead"), one(entry, "note"))


def make_date(entry: Entry) -> SetDate:
    """An entry that says what day some words mean. Raises EntryError."""
    given, briefs = need(entry, "value"), briefs_of(entry, "brief")
    if given != OPEN and not is_edtf(given):
        raise EntryError(entry.lines["value"], f"no date: '{given[:40]}'", "write 2022-01-07, 2022-01, 2022 or 'open'")
    value = None if given == OPEN else given
    words, sentence = need(entry, "date"), one(entry, "sentence")
    return SetDate(entry.line, words, value, sentence, briefs[0] if briefs else None, one(entry, "note"))


_CHANGES = ("name", "type", "aliases", "describe", "links")
SHAPES: Mapping[str, Shape] = {
    "entity": Shape(make_change, takes=_CHANGES, one_of=_CHANGES),
    "merge": Shape(lambda e: Merge(e.line, refs_of(e, "merge"), one(e, "name"), one(e, "note")), takes=("name",)),
    "apart": Shape(lambda e: Apart(e.line, refs_of(e, "apart"), one(e, "note"))),
    "same_event": Shape(lambda e: SameEvent(e.line, refs_of(e, "same_event"), one(e, "note"))),
    "other_event": Shape(lambda e: OtherEvent(e.line, refs_of(e, "other_event"), one(e, "note"))),
    "opposes": Shape(lambda e: Opposes(e.line, refs_of(e, "opposes"), one(e, "note"))),
    "no_opposition": Shape(lambda e: NoOpposition(e.line, refs_of(e, "no_opposition"), one(e, "note"))),
    "split": Shape(make_split, needs=("briefs",), takes=("name",)),
    "hide": Shape(lambda e: Hide(e.line, read_ref(need(e, "hide")), one(e, "note"))),
    "keep": Shape(lambda e: Keep(e.line, read_ref(need(e, "keep")), one(e, "note"))),
    "speaker": Shape(make_speaker, needs=("quotation",), takes=("brief",)),
    "role": Shape(make_role, needs=("of",), takes=("drop", "instead"), one_of=("drop", "instead")),
    "date": Shape(make_date, needs=("value",), takes=("sentence", "brief")),
}
"""Every kind of entry by the key that tells it."""
