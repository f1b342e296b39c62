"""Files and folders that are whole at any moment, whatever ends this process: made beside, then put in place.

A folder takes the place of another in one step where the system can do that (Linux, macOS); elsewhere in two, and the
next `Beside` mends what was cut short between them.
"""

import ctypes
import errno
import os
import re
import secrets
import shutil
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_HERE = -100
"""AT_FDCWD: names are relative to the folder of this process."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS."""


_TOKEN = re.compile(r"[0-9a-f]+")


class Beside:
    """A new folder beside `place`, to be filled, that then takes its place.

    While this process lives nobody else removes it. Folders that ended processes left behind are removed here, and an
    old folder that such a process had put aside comes back. Raises OSError where nothing can be written there.
    """

    def __init__(self, place: Path) -> None:
        # The folder itself, not a link to it.
        self.place = Path(os.path.realpath(place))
        self._lock: int | None = None
        self._clear()
        with suppress(FileExistsError):  # told better by what follows
            self.place.parent.mkdir(parents=True, exist_ok=True)
        self.folder = self._make()

    def swap(self) -> None:
        """Put the new folder in the place of the old one; hidden entries of the old one (.gitignore, .git) stay.

        Raises OSError; then the old folder is as it was.
        """
        if self.place.is_dir():
            for kept in self.place.glob(".*"):
                if not (self.folder / kept.name).exists():
                    link_all(kept, self.folder / kept.name)
        if not self.place.is_dir() or not exchange(self.folder, self.place):
            self._replace()
        self._free()
        remove(self.folder)

    def discard(self) -> None:
        """Remove the new folder."""
        remove(self.folder)
        self._free()

    def _replace(self) -> None:
        """In two steps, where the system has not the one."""
        old = self._named("old", self.folder.name.rpartition("-")[2])
        if self.place.is_dir():
            self.place.rename(old)
        try:
            self.folder.rename(self.place)
        except BaseException:
            if old.is_dir():
                old.rename(self.place)
            raise
        remove(old)

    def _make(self) -> Path:
        """A folder of a new name, held."""
        while True:
            folder = self._named("new", secrets.token_hex(4))
            folder.mkdir()
            self._lock = hold(folder)
            # Between the two steps another process may have taken it for one that was left behind.
            if fcntl is None or (self._lock is not None and folder.is_dir()):
                return folder
            self._free()

    def _clear(self) -> None:
        """Mend and remove what ended processes left."""
        old = self._left("old")
        for folder in (*old, *self._left("new")):
            lock = hold(folder)
            if lock is None:
                continue
            if folder in old and not self.place.exists():
                folder.rename(self.place)
            else:
                remove(folder)
            os.close(lock)

    def _named(self, kind: str, token: str) -> Path:
        return self.place.parent / f".{self.place.name}-{kind}-{token}"

    def _left(self, kind: str) -> list[Path]:
        with suppress(OSError):
            beside = [path for path in self.place.parent.iterdir() if _TOKEN.fullmatch(path.name.rpartition("-")[2])]
            return sorted(path for path in beside if path == self._named(kind, path.name.rpartition("-")[2]))
        return []

    def _free(self) -> None:
        lock, self._lock = self._lock, None
        if lock is not None:
            os.close(lock)


def hold(folder: Path) -> int | None:
    """A hold on a folder, which ends with this process; None where another process has it, or none can be had."""
    if fcntl is None:
        return None
    try:
        lock = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        return None
    return lock


def exchange(one: Path, other: Path) -> bool:
    """Let two paths change what they name, in one step; False where the system cannot."""
    name = {"linux": "renameat2", "darwin": "renamex_np"}.get(sys.platform, "")
    call = getattr(ctypes.CDLL(None), name, None) if name else None
    if call is None:
        return False
    paths = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        return bool(call(*paths, _EXCHANGE) == 0)
    return bool(call(_HERE, paths[0], _HERE, paths[1], _EXCHANGE) == 0)


def link_all(source: Path, target: Path) -> None:
    """The same file, or all files of a folder, under a second name; copied where the system has no second names."""
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, target, symlinks=True, copy_function=link)
    else:
        link(source, target)


def link(source: str | Path, target: str | Path) -> None:
    """A second name for a file, else a copy."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def remove(folder: Path) -> None:
    """Remove a folder with all that it holds, as far as that can be done."""
    shutil.rmtree(folder, ignore_errors=True)


def write_whole(file: Path, content: bytes) -> None:
    """Write a file, new or in the place of one: whoever reads it sees all of the old or all of the new bytes."""
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(content)
    beside.replace(file)


def write_new(files: Mapping[Path, bytes]) -> None:
    """Write files of one folder that are not there yet: all their bytes first, then one after another gets its name.

    Raises OSError, FileExistsError where something has such a name; then none of them is there.
    """
    inside = Beside(next(iter(files)).parent / "add")
    done: list[Path] = []
    try:
        for file, content in files.items():
            (inside.folder / file.name).write_bytes(content)
        for file in files:
            _name(inside.folder / file.name, file)
            done.append(file)
    except BaseException:
        for file in done:
            file.unlink(missing_ok=True)
        raise
    finally:
        inside.discard()


def _name(written: Path, file: Path) -> None:
    """Give a file that is written its name, unless something has it."""
    try:
        os.link(written, file)
    except FileExistsError:
        raise
    except OSError:  # no second names here
        if os.path.lexists(file):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(file)) from None
        written.rename(file)


@contextmanager
def revised(place: Path, *, keep: bool, only: Collection[str] = ()) -> Iterator[Path]:
    """A folder to write in that then takes the place of `place`; with `keep` it begins with all files of the old one,
    by second names: write none of them in place.

    Without `keep` all files are written anew, `only` these; where others stand there, each file goes to its place by
    itself. So it is, too, with a folder that cannot move: one in which this process stands, or that is a disk. Nothing
    is changed where an exception passes. Raises OSError.
    """
    there = place.is_dir() and not {file.name for file in place.iterdir()} <= {*only}
    if not _can_move(place) or (there and not keep):
        place.mkdir(parents=True, exist_ok=True)
        if keep:
            yield place
            return
        inside = Beside(place / "export")
        try:
            yield inside.folder
            for file in sorted(inside.folder.iterdir()):
                file.replace(place / file.name)
        finally:
            inside.discard()
        return
    beside = Beside(place)
    try:
        for file in place.iterdir() if there else ():
            link_all(file, beside.folder / file.name)
        yield beside.folder
        beside.swap()
    except BaseException:
        beside.discard()
        raise


def _can_move(place: Path) -> bool:
    """Whether another folder can take its place without harm to whoever stands in it."""
    real = Path(os.path.realpath(place))
    holder = next(folder for folder in real.parents if folder.exists())
    return not os.path.ismount(real) and not Path.cwd().is_relative_to(real) and os.access(holder, os.W_OK)
