"""What a curator can decide, as frozen values: each names what it is about by words that a person can read and write.

A decision never names a number that this program made: a name with its type and perhaps its brief, the words of a
quotation, of a role, of a date.
"""

import re
from dataclasses import dataclass

from generator.model import ENTITY_TYPES, EntityType

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


Override = Change | Merge | Apart | Split | Hide | Keep | SetSpeaker | SetRole | SetDate


@dataclass(frozen=True, slots=True)
class Word:
    """A name to look for."""

    line: int
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    case_sensitive: bool = True
