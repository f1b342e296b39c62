"""What was found in each source, kept between builds: one SQLite file, values as JSON that is checked on reading.

A key is the SHA-256 of all that a study depends on: the code and data of its stages, the versions of the libraries
they call, the settings that matter, and the source's path, address and bytes. A row that does not fit its type is
recomputed. A cache that cannot be written costs time, never a build.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from generator.model import Analysis, Problem, Source

_STUDY_PARTS = ("model.py", "text", "language", "readers", "cleaning", "analysis", "data", "build.py")
_STUDY_LIBRARIES = ("markdown-it-py", "pyyaml", "python-slugify", "charset-normalizer", "msgspec")
_TABLE = "CREATE TABLE IF NOT EXISTS studies (path TEXT PRIMARY KEY, key TEXT NOT NULL, value TEXT NOT NULL)"


@dataclass(frozen=True, slots=True)
class Study:
    """What came of one source: an analysis, or the problem that prevented it. Exactly one of the two is set."""

    analysis: Analysis | None = None
    problem: Problem | None = None


@cache
def code_fingerprint() -> str:
    """SHA-256 over everything that a study executes or looks up, in hex."""
    digest = hashlib.sha256()
    root = Path(__file__).parent
    for part in _STUDY_PARTS:
        whole = root / part
        files = sorted(f for f in whole.rglob("*") if f.is_file()) if whole.is_dir() else [whole]
        for file in files:
            if "__pycache__" not in file.parts:
                digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    for name in _STUDY_LIBRARIES:
        digest.update(f"{name}={_version(name)}\0".encode())
    return digest.hexdigest()


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "unknown"


def study_key(source: Source, options: Mapping[str, object]) -> str:
    """The key under which the study of `source` with these options is kept, in hex."""
    digest = hashlib.sha256(code_fingerprint().encode())
    digest.update(repr(sorted(options.items())).encode())
    for part in (source.path.encode("utf-8", "surrogatepass"), source.id.encode(), source.content, source.sidecar):
        digest.update(b"\0none" if part is None else b"\0%d\0" % len(part) + part)
    return digest.hexdigest()


class Cache:
    """The file on disk. Holds the latest study of each path, so that it does not grow with every edit."""

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / "studies.sqlite" if folder else None
        self.problem: Problem | None = None
        """Why the cache could not be used, if so; builds go on without it."""

    def load(self, keys: Mapping[str, str]) -> dict[str, Study]:
        """The kept studies among `keys` (path to key), by path."""
        found: dict[str, Study] = {}
        if self._file is None or not self._file.is_file():
            return found
        try:
            with closing(sqlite3.connect(self._file, timeout=10)) as database:
                for path, key, value in database.execute("SELECT path, key, value FROM studies"):
                    if keys.get(path) == key and (study := _decode(value)):
                        found[path] = study
        except sqlite3.DatabaseError as error:
            self._give_up(error)
        return found

    def store(self, studies: Iterable[tuple[str, str, Study]]) -> None:
        """Keep studies given as (path, key, study)."""
        rows = [(path, key, msgspec.json.encode(study).decode()) for path, key, study in studies]
        if self._file is None or not rows:
            return
        try:
            self._write(self._file, rows)
        except (sqlite3.DatabaseError, OSError) as error:
            self._give_up(error)

    def forget_except(self, paths: Iterable[str]) -> None:
        """Drop the rows of sources that are gone."""
        if self._file is None or not self._file.is_file():
            return
        kept = set(paths)
        try:
            with closing(sqlite3.connect(self._file, timeout=10)) as database, database:
                gone = [row for row in database.execute("SELECT path FROM studies") if row[0] not in kept]
                database.executemany("DELETE FROM studies WHERE path = ?", gone)
        except sqlite3.DatabaseError as error:
            self._give_up(error)

    def _write(self, file: Path, rows: list[tuple[str, str, str]]) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(file, timeout=10)) as database, database:
            database.execute(_TABLE)
            database.executemany("INSERT OR REPLACE INTO studies VALUES (?, ?, ?)", rows)

    def _give_up(self, error: Exception) -> None:
        if self._file is None:
            return
        what = f"the cache cannot be used ({error})"
        cure = "delete the file; the build went on without it"
        self.problem = Problem(f"{self._file.parent.name}/{self._file.name}", what, cure, severity="warning")
        self._file = None


def _decode(value: object) -> Study | None:
    """The study in a row, or None where the row is not one: it is computed again."""
    if not isinstance(value, str):
        return None
    try:
        study = msgspec.json.decode(value, type=Study)
    except (msgspec.DecodeError, UnicodeError):
        return None
    return study if (study.analysis is None) != (study.problem is None) else None
