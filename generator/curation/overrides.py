"""From entries to decisions, strictly: a key or a value that means nothing is a fault, not a silence."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.curation.entries import (
    OPEN,
    UNKNOWN,
    Apart,
    Change,
    Hide,
    Keep,
    Merge,
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
from generator.curation.nodes import Entry, EntryError, read_entries, suggest, tell
from generator.model import ENTITY_TYPES, EntityType, Problem
from generator.text.edtf import is_edtf

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


LISTS = frozenset({"merge", "apart", "aliases", "links", "briefs", "same_event", "other_event"})
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
    "split": Shape(make_split, needs=("briefs",), takes=("name",)),
    "hide": Shape(lambda e: Hide(e.line, read_ref(need(e, "hide")), one(e, "note"))),
    "keep": Shape(lambda e: Keep(e.line, read_ref(need(e, "keep")), one(e, "note"))),
    "speaker": Shape(make_speaker, needs=("quotation",), takes=("brief",)),
    "role": Shape(make_role, needs=("of",), takes=("drop", "instead"), one_of=("drop", "instead")),
    "date": Shape(make_date, needs=("value",), takes=("sentence", "brief")),
}
"""Every kind of entry by the key that tells it."""
