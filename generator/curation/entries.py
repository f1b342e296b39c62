"""What a curator can decide, as frozen values that name what they are about by words; and a decision as YAML that a
person can paste, which is read back as the same decision.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model import ENTITY_TYPES, EntityType
from generator.text.unicode import one_line

UNKNOWN = "unknown"
"""Written in place of a speaker: the source does not tell."""
OPEN = "open"
"""Written in place of a date: the source does not tell."""
_BRIEF = r"in (?P<{}>[a-z0-9-]{{1,60}})"
QUALIFIER = re.compile(
    rf"\s\((?:(?P<type>{'|'.join(ENTITY_TYPES)})(?: {_BRIEF.format('brief')})?|{_BRIEF.format('only')})\)$"
)
"""What may stand behind a name to tell it from others: " (Person)", " (in a-brief)", " (Person in a-brief)"."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A name with as much beside it as tells it from others."""

    name: str
    type: EntityType | None = None
    brief: str | None = None
    """The brief in which it is meant; None: in all."""

    def __str__(self) -> str:
        told = " ".join(filter(None, (self.type, f"in {self.brief}" if self.brief else None)))
        return f"{self.name} ({told})" if told else self.name


def read_ref(text: str) -> Ref:
    """The reference that a curator wrote: `Ned Price`, `Ned Price (Person)`, `Ned Price (Person in a-brief)`."""
    found = QUALIFIER.search(text)
    if not found:
        return Ref(text)
    kind = next((kind for kind in ENTITY_TYPES if kind == found["type"]), None)
    return Ref(text[: found.start()].rstrip(), kind, found["brief"] or found["only"])


@dataclass(frozen=True, slots=True)
class Change:
    """What an entity is called and what is said of it; what is None or empty stays as found."""

    line: int
    """Of the entry in its file, from 1."""
    target: Ref
    name: str | None = None
    type: EntityType | None = None
    aliases: tuple[str, ...] = ()
    describe: str | None = None
    links: tuple[str, ...] = ()
    """Absolute https addresses."""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """All that these name is one; the first gives the name unless `name` does."""

    line: int
    targets: tuple[Ref, ...]
    name: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Apart:
    """None of these is another of these."""

    line: int
    targets: tuple[Ref, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """In these briefs the name is somebody else's."""

    line: int
    target: Ref
    briefs: tuple[str, ...]
    name: str | None = None
    """What the other one is called."""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Hide:
    """This is no name, or one that the site does not show."""

    line: int
    target: Ref
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Keep:
    """This is a name, and all that is known of whose."""

    line: int
    target: Ref
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SetSpeaker:
    """Who says these words."""

    line: int
    speaker: Ref | None
    """None: the source does not tell."""
    words: str
    brief: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SetRole:
    """A role that the source does not state of this person, or not in these words."""

    line: int
    title: str
    """As the site shows it."""
    holder: Ref
    instead: str | None = None
    """The curator's words for it; None: the role is dropped."""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SetDate:
    """What day these words mean."""

    line: int
    words: str
    value: str | None
    """EDTF; None: it stays open."""
    sentence: str | None = None
    brief: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SameEvent:
    """The sentences that begin with, or hold, these words tell of one event."""

    line: int
    targets: tuple[Ref, ...]
    """Words of a sentence in place of a name."""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class OtherEvent:
    """None of these is the event that another of these tells of."""

    line: int
    targets: tuple[Ref, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Opposes:
    """What these sentences tell opposes each other."""

    line: int
    targets: tuple[Ref, ...]
    """Words of a sentence in place of a name; the first is of who holds or demands."""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class NoOpposition:
    """What these sentences tell does not oppose each other."""

    line: int
    targets: tuple[Ref, ...]
    note: str | None = None


Override = (
    Change
    | Merge
    | Apart
    | Split
    | Hide
    | Keep
    | SetSpeaker
    | SetRole
    | SetDate
    | SameEvent
    | OtherEvent
    | Opposes
    | NoOpposition
)


@dataclass(frozen=True, slots=True)
class Word:
    """A name to look for."""

    line: int
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    case_sensitive: bool = True


_LETTER = "A-Za-zÀ-ÖØ-öø-ÿ"
PLAIN = re.compile(rf"[{_LETTER}][{_LETTER}.’-]{{1,60}}(?: [{_LETTER}0-9(][{_LETTER}0-9.()’-]{{0,60}}){{0,12}}")
"""Words that need no quotation marks anywhere in YAML."""
WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off"})
"""Plain words that YAML readers take for something else."""
DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
"""A date, which stays words for the readers that matter."""
ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff]')
"""What cannot stand as it is between double quotation marks."""


def write_entry(values: Mapping[str, str | Sequence[str]]) -> str:
    """One entry of the list: `- merge:` with its names on lines of their own, then the other keys."""
    lines = []
    for key, value in values.items():
        if isinstance(value, str):
            lines.append(f"{key}: {quote(value)}")
        else:
            lines += [f"{key}:", *(f"  - {quote(item)}" for item in value)]
    return "\n".join(("- " if not at else "  ") + line for at, line in enumerate(lines)) + "\n"


def quote(text: str) -> str:
    """The words as a YAML scalar on one line."""
    words = one_line(text, 10_000)
    if DAY.fullmatch(words) or (PLAIN.fullmatch(words) and words.lower() not in WORDS_OF_YAML):
        return words
    return '"' + ESCAPED.sub(_escape, words) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return f"\\{character}" if character in '\\"' else f"\\u{ord(character):04x}"
