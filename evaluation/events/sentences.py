"""Sentences with the happenings in them, as `dev.txt` writes them down at its top, and their study."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.analysis import analyse
from generator.cleaning import clean
from generator.model import Analysis, Source
from generator.readers import read

FOLDER = Path(__file__).resolve().parent
SETS = ("dev", "held-out", "unseen")
PUBLISHED = "2022-05-06"
HEAD = f"---\ntitle: Report\npublished: {PUBLISHED}\nlanguage: en\n---\n\n"
KINDS = frozenset(
    {
        "meeting", "visit", "call", "statement", "vote", "election", "agreement", "law", "sanction",
        "appointment", "resignation", "dismissal", "protest", "strike", "attack", "clash", "war", "arrest",
        "charge", "trial", "verdict", "ruling", "release", "accident", "disaster", "disease", "death", "birth",
        "wedding", "launch", "publication", "purchase", "investment", "bankruptcy", "layoffs", "match", "award",
        "discovery", "gathering", "aid",
    }
)  # fmt: skip
MEASURES = frozenset({"killed", "injured", "arrested", "votes", "sum", "people"})
ROLES = frozenset({"agent", "patient", "partner", "recipient", "theme", "place", "quantity"}) | MEASURES
STANDINGS = frozenset(
    {
        "happened", "under way", "planned", "demanded", "threatened", "denied", "called off", "postponed",
        "conditional", "asked", "possible",
    }
)  # fmt: skip
SECTION = re.compile(r"\[([a-z ]+)\]")
NOTHING = "  nothing"
NO_DAY = "-"
NEVER = "none"
"""No day is stated, and none may be assumed."""
OR = " / "


class Part(NamedTuple):
    """An argument of a happening: any of its roles with any of its words."""

    roles: tuple[str, ...]
    words: tuple[str, ...]
    is_wanted: bool = True
    """Whether it is missed where it is not found."""


class Happening(NamedTuple):
    """What a careful reader finds, with all answers that do as well."""

    kinds: tuple[str, ...]
    triggers: tuple[str, ...]
    days: tuple[str, ...]
    standings: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    within: str | None = None
    is_wanted: bool = True


class Case(NamedTuple):
    """A sentence with all its happenings; a decoy has none."""

    section: str
    sentence: str
    happenings: tuple[Happening, ...]


def read_cases(path: Path) -> Iterator[Case]:
    """The sentences of a file. Raises ValueError at a line that is none of the grammar."""
    section, sentence, below = "", "", list[str]()
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("  ") and sentence:
            below.append(line)
            continue
        if sentence:
            yield read_case(section, sentence, below)
        sentence, below = "", []
        if match := SECTION.fullmatch(line):
            section = match[1]
        elif line and not line.startswith("#"):
            sentence = line


def read_case(section: str, sentence: str, lines: list[str]) -> Case:
    """A sentence with the lines below it."""
    if not lines:
        raise ValueError(f"nothing is said of {sentence!r}")
    return Case(section, sentence, tuple(read_happening(line) for line in lines if line != NOTHING))


def read_happening(line: str) -> Happening:
    """A line below a sentence."""
    head, *fields = line.strip().split(" | ")
    kinds, colon, triggers = head.partition(": ")
    if not colon or not 2 <= len(fields) <= 4:
        raise ValueError(f"not understood: {line!r}")
    within = fields.pop().removeprefix("in ") if fields[-1].startswith("in ") else None
    days, standings, *parts = fields
    found = Happening(
        tuple(kinds.removeprefix("?").split("/")),
        tuple(triggers.split(OR)),
        tuple(days.split(OR)),
        tuple(standings.split(OR)),
        tuple(read_part(words) for words in parts[0].split("; ")) if parts else (),
        within,
        not kinds.startswith("?"),
    )
    if not (KINDS.issuperset(found.kinds) and STANDINGS.issuperset(found.standings)):
        raise ValueError(f"not understood: {line!r}")
    return found


def read_part(words: str) -> Part:
    """An argument in a line."""
    roles, colon, rest = words.partition(": ")
    part = Part(tuple(roles.removesuffix("?").split("/")), tuple(rest.split(OR)), not roles.endswith("?"))
    if not colon or not ROLES.issuperset(part.roles):
        raise ValueError(f"not understood: {words!r}")
    return part


def list_cases(name: str) -> tuple[Case, ...]:
    """The sentences of one set."""
    return tuple(read_cases(FOLDER / f"{name}.txt"))


def study(sentence: str) -> Analysis:
    """All that is found in a text of one sentence."""
    return analyse(clean(read(Source("a.md", "a", f"{HEAD}{sentence}\n".encode()))))


def locate(text: str, words: str, start: int = 0) -> list[tuple[int, int]]:
    """All places of whole words from `start` on."""
    return [match.span() for match in re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").finditer(text, start)]
