"""The list of what was published: one fact a line, sorted, so that git shows what came and went.

The first line names the form; then a line for each build, `["build", number, date, newest day]`; then one for each
fact, `[kind, ids, build with which it came, words]`; for what is gone, the build that first had it no more is last.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, get_args

from generator.disk import write_whole
from generator.model import FactKind, Problem, PublishedBuild
from generator.text.unicode import printable

FILE = "facts.jsonl"
HEAD: dict[str, object] = {"briefs": "published facts", "version": 1}
BULK = 20_000
"""With more facts of a kind than this their words are left out: ids are enough to tell what is new, and a list that git
keeps in each state must stay small."""
_ID = re.compile(r"[0-9a-f]{16}(?: [0-9a-f]{16})*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Row(NamedTuple):
    """A fact as the list has it."""

    kind: FactKind
    ids: tuple[str, ...]
    build: int
    words: str
    gone: int | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """What was published so far."""

    builds: tuple[PublishedBuild, ...] = ()
    rows: tuple[Row, ...] = ()
    digest: str = ""
    """Of the file."""
    problem: Problem | None = None
    """Why it could not be read; nothing is known then, and nothing may be written in its place."""


def read_published(folder: Path | None) -> Published:
    """What the folder says; nothing where there is none."""
    file = folder / FILE if folder else None
    if not file or not file.is_file():
        return Published()
    try:
        content = file.read_bytes()
        return _parse(content.decode("utf-8"), hashlib.sha256(content).hexdigest())
    except (OSError, ValueError, TypeError, IndexError, KeyError) as error:
        where = f"{printable(file.parent.name)}/{FILE}"
        fault = f"is no list of what was published ({printable(str(error))[:200]})"
        cure = "take it back from git, or delete it to begin anew; until then nothing is told to be new"
        return Published(problem=Problem(where, fault, cure))


def _parse(text: str, digest: str) -> Published:
    """Raises ValueError, TypeError, IndexError or KeyError."""
    lines = text.splitlines()
    if not lines or json.loads(lines[0]) != HEAD:
        raise ValueError("its first line is not that of this version")
    builds, rows = [], []
    for number, line in enumerate(lines[1:], 2):
        try:
            values = json.loads(line)
            if values[0] == "build":
                builds.append(_build(*values[1:]))
            else:
                rows.append(_row(*values))
        except (ValueError, TypeError, IndexError, KeyError) as error:
            raise ValueError(f"line {number}: {error}") from error
    numbers = {build.number for build in builds}
    if not numbers or any({row.build, row.gone or row.build} - numbers for row in rows):
        raise ValueError("it has a fact of a build that it does not list")
    return Published(tuple(sorted(builds, key=lambda build: build.number)), tuple(rows), digest)


def _build(number: Any, date: Any, newest: Any) -> PublishedBuild:
    days = [day for day in (date, newest) if day is not None]
    if type(number) is not int or number < 1 or not all(_DAY.fullmatch(day) for day in days):
        raise ValueError("no build")
    return PublishedBuild(number, date, newest)


def _row(kind: Any, ids: Any, build: Any, words: Any, gone: Any = None) -> Row:
    known = kind in get_args(FactKind) and _ID.fullmatch(ids) and isinstance(words, str)
    if not known or type(build) is not int or type(gone or 0) is not int:
        raise ValueError("no fact")
    return Row(kind, tuple(ids.split()), build, words, gone)


def write_published(folder: Path, builds: Iterable[PublishedBuild], rows: Iterable[Row]) -> str:
    """Write the list into the folder, if it says something else; the digest of it. Raises OSError."""
    content = "".join(f"{line}\n" for line in _lines(builds, list(rows))).encode("utf-8", "replace")
    file = folder / FILE
    if not file.is_file() or file.read_bytes() != content:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(file, content)
    return hashlib.sha256(content).hexdigest()


def _lines(builds: Iterable[PublishedBuild], rows: list[Row]) -> Iterator[str]:
    yield _line(HEAD)
    for build in builds:
        yield _line(["build", build.number, build.date, build.newest])
    counts = Counter(row.kind for row in rows)
    short = [row if counts[row.kind] <= BULK else row._replace(words="") for row in rows]
    for row in sorted(short, key=lambda row: (row.kind, row.words, row.ids, row.gone or 0)):
        yield _line([row.kind, " ".join(row.ids), row.build, row.words, *([row.gone] if row.gone else [])])


def _line(value: object) -> str:
    # A line end of Unicode would end the line to some readers.
    return re.sub("[\x85\u2028\u2029]", " ", json.dumps(value, ensure_ascii=False, separators=(",", ":")))
