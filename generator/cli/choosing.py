"""What `briefs add` is to add: files, those of folders and patterns, addresses, lists of all these; what each is."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.errors import BriefsError
from generator.formats import BY_SUFFIX, has_columns, name_format, suffix_of_file
from generator.readers import COLUMNS, Beside, open_file
from generator.readers.collection import PEOPLE, SIDECAR, list_files
from generator.text.unicode import printable

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,20}://")
_PATTERN = re.compile(r"[*?\[]")
_MOST_LISTED = 10_000


class Chosen(NamedTuple):
    """One thing to add."""

    what: str
    """An address, or the path of a file."""
    folder: str = ""
    """Where in the folder of sources it goes: as it lay in the folder that was named."""


def is_address(what: str) -> bool:
    """Whether it is an address to fetch, and not the name of a file."""
    return _ADDRESS.match(what) is not None


def read_list(file: Path) -> list[str]:
    """The lines of a list, without empty ones and those that begin with #. Raises BriefsError."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        fault = f"cannot be read ({getattr(error, 'strerror', None) or 'it is no UTF-8 text'})"
        raise BriefsError(printable(str(file)), fault, "name a text file with an address or a path a line") from error
    found = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if len(found) > _MOST_LISTED:
        raise BriefsError(printable(str(file)), f"more than {_MOST_LISTED:,} lines", "split it")
    return found


def choose(named: Iterable[str]) -> Iterator[Chosen | BriefsError]:
    """All that was named, one by one; a fault in the place of what is no source."""
    for what in named:
        if is_address(what) or Path(what).is_file():
            yield Chosen(what)
        elif Path(what).is_dir():
            yield from _list_folder(Path(what))
        elif _PATTERN.search(what):
            yield from _match(what)
        else:
            yield Chosen(what)


def _match(pattern: str) -> Iterator[Chosen | BriefsError]:
    """The files that a pattern names, where no shell has done it."""
    path = Path(pattern)
    found = sorted(str(file) for file in Path(path.anchor).glob(str(path.relative_to(path.anchor))) if file.is_file())
    if not found:
        yield BriefsError(printable(pattern), "no file has such a name", "check the pattern")
    yield from (Chosen(name) for name in found if suffix_of_file(name) in BY_SUFFIX)
    unread = sum(suffix_of_file(name) not in (SIDECAR, *BY_SUFFIX) for name in found)
    if unread:
        yield BriefsError(printable(pattern), f"{unread:,} of these files have no reader", "name them to see why")


def _list_folder(folder: Path) -> Iterator[Chosen | BriefsError]:
    """The sources in a folder; they keep their places in it."""
    files, problems = list_files(folder)
    name = folder.resolve().name
    for file in files:
        if not file.path.lower().endswith(SIDECAR):
            yield Chosen(str(folder / file.path), str(PurePosixPath(name) / PurePosixPath(file.path).parent))
    for problem in problems:
        if problem.severity != "note":
            yield BriefsError(printable(str(folder / problem.path)), problem.what, problem.cure or "take it out")
    if not files and not problems:
        yield BriefsError(printable(str(folder)), "no sources", "name another folder")


def companions_of(file: Path) -> list[Path]:
    """The files that belong to one: its sidecar, and what says what the columns of a table are."""
    names = [file.with_suffix(SIDECAR)]
    names += [file.with_name(COLUMNS)] if has_columns(file.name) else []
    return [one for one in names if one.is_file() and one != file]


def recognize(file: Path, content: bytes) -> str:
    """What a file is, in a few words. Raises BriefsError where nothing in it can be read."""
    columns = file.with_name(COLUMNS)
    people = file.parent.with_name(PEOPLE)
    beside = [one.read_bytes() if has_columns(file.name) and one.is_file() else b"" for one in (columns, people)]
    members = open_file(file.name, content, Beside(*beside))
    if not members.sources and not members.entries:
        fault = next(iter(members.problems), None)
        what, cure = (fault.what, fault.cure) if fault else ("there is no text in it", None)
        raise BriefsError(printable(str(file)), what, cure or "check the file")
    count = len(members.sources) + len(members.entries)
    noun = "entries" if members.entries else "sources"
    return name_format(file.name) + (f", {count:,} {noun}" if count > 1 else "")
