"""Walk a folder of sources: which files are there to read, and what is wrong with the others.

Nothing outside the folder is ever opened, no link leads into a loop, and only regular files are opened at all.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.formats import BY_SUFFIX, KNOWN, no_reader
from generator.model import Problem
from generator.text.unicode import printable

SIDECAR = ".yml"
_OF_THE_SYSTEM = frozenset({"thumbs.db", "desktop.ini", "icon\r"})
"""Files that operating systems leave behind, lower case."""


class Found(NamedTuple):
    """A file that has a reader, or a sidecar."""

    path: str
    """Relative to the folder, forward slashes, as the file system has it (perhaps with lone surrogates)."""
    at: Path
    """Where it really lies."""
    is_link: bool = False


class _Folder(NamedTuple):
    path: str
    at: Path


def list_files(seeds: Path) -> tuple[list[Found], list[Problem]]:
    """All files to read, by path, and the faults. A file that can be reached in two ways is listed once."""
    try:
        is_folder = stat.S_ISDIR(seeds.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        is_folder = False
    except OSError as error:
        return [], [unreadable(seeds.name, error)]
    if not is_folder:
        what = "not a folder" if os.path.lexists(seeds) else "no such folder"
        return [], [
            Problem(
                printable(seeds.name), what, "create it and drop a file into it: .txt, .md, .html, .pdf, .docx, ..."
            )
        ]
    found = list(_walk(seeds))
    files = [item for item in found if isinstance(item, Found)]
    real = {file.at for file in files if not file.is_link}
    kept: list[Found] = []
    for file in sorted(files):
        if file.is_link:
            if file.at in real:
                continue
            real.add(file.at)
        kept.append(file)
    return kept, [item for item in found if isinstance(item, Problem)]


def _walk(seeds: Path) -> Iterator[Found | Problem]:
    root = Path(os.path.realpath(seeds))
    waiting = [_Folder("", root)]
    while waiting:
        folder = waiting.pop()
        try:
            entries = list(os.scandir(folder.at))
        except OSError as error:
            yield unreadable(folder.path or seeds.name, error)
            continue
        for entry in entries:
            path = f"{folder.path}/{entry.name}" if folder.path else entry.name
            for item in () if _is_no_source(entry.name) else _classify(path, entry, root):
                if isinstance(item, _Folder):
                    waiting.append(item)
                else:
                    yield item


def _is_no_source(name: str) -> bool:
    """Names that begin with _ or ., README and its like, and what operating systems leave behind."""
    return name.startswith(("_", ".")) or name.lower() in _OF_THE_SYSTEM or PurePosixPath(name).stem.lower() == "readme"


def _classify(path: str, entry: os.DirEntry[str], root: Path) -> Iterator[Found | _Folder | Problem]:
    """What one entry of a folder is."""
    try:
        if entry.is_symlink():
            yield from _follow(path, entry, root)
        elif entry.is_dir(follow_symlinks=False):
            if _suffix(path) in BY_SUFFIX:
                yield Problem(printable(path), "a folder, not a file", "rename the folder; the files in it are read")
            yield _Folder(path, Path(entry.path))
        else:
            yield _accept(path, Path(entry.path), entry.stat(follow_symlinks=False).st_mode)
    except OSError as error:
        yield unreadable(path, error)


def _follow(path: str, entry: os.DirEntry[str], root: Path) -> Iterator[Found | Problem]:
    """A link: to a file inside the folder it is that file, everything else stays untouched."""
    target = Path(os.path.realpath(entry.path, strict=True))
    if not target.is_relative_to(root):
        yield Problem(printable(path), "a link that leads out of the folder", "put a copy of the file here instead")
    elif not target.is_dir():
        found = _accept(path, target, target.stat().st_mode)
        yield found._replace(is_link=True) if isinstance(found, Found) else found
    elif Path(entry.path).is_relative_to(target):
        yield Problem(printable(path), "a link that leads back to a folder around it", "delete the link")
    else:
        yield Problem(printable(path), "a link to a folder", "delete it; the files are read where they lie", "note")


def _accept(path: str, at: Path, mode: int) -> Found | Problem:
    """The file, if it is a regular one with a suffix that somebody reads."""
    suffix = _suffix(path)
    if not stat.S_ISREG(mode):
        return Problem(printable(path), "not a regular file", "put a plain file in its place")
    if suffix not in BY_SUFFIX and suffix != SIDECAR:
        return Problem(printable(path), no_reader(printable(suffix)), f"known: {KNOWN}")
    return Found(path, at)


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def unreadable(path: str, error: OSError) -> Problem:
    """The problem of a file or folder that the system will not open."""
    what = f"cannot be read ({error.strerror or 'no reason given'})"
    return Problem(printable(path), what, "check that it is there and that you may read it")
