"""What was read and found in each source, kept between builds: one SQLite file, values as JSON, checked on reading.

Two steps, each with a table. A reading is kept by the code of the readers, the versions of the libraries they call and
the source's path, address and bytes; a study by its reading, the code and data of its stages, the settings that matter
and the lines of the source that other sources repeat. A row that does not fit its type is recomputed. A cache that
cannot be written costs time, never a build.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar

import msgspec

from generator.model import Analysis, Document, Problem, Source

_ROOMS_OF_READERS = ("people", "world", "dates", "en/dates", "en/pages", "en/lists")
_LANGUAGE_OF_READERS = tuple(f"language/{room}" for room in _ROOMS_OF_READERS)
_READING_PARTS = ("model.py", "formats.py", "faults.py", "text", "readers", "data", "build.py", *_LANGUAGE_OF_READERS)
_STUDY_PARTS = (*_READING_PARTS, "language", "curation", "cleaning", "analysis", "checking.py")
_LIBRARIES = (
    *("charset-normalizer", "lxml", "mammoth", "markdown-it-py", "msgspec", "pypdfium2", "python-slugify", "pyyaml"),
    *("onnxruntime", "py3langid", "striprtf", "tokenizers", "trafilatura"),
)
"""What the readers and the language model call."""
_CURES = {
    "locked": "wait for the other build to end",
    "full": "free room on the disk",
    "No space": "free room on the disk",
    "readonly": "make the folder writable",
    "denied": "make the folder writable",
    "unable to open": "make the folder writable, or delete what stands in its place",
    "exists": "delete what stands in its place",
}
"""What to do about the cache, by words of the system's reason."""
_TABLE = "CREATE TABLE IF NOT EXISTS {} (path TEXT PRIMARY KEY, key TEXT NOT NULL, value TEXT NOT NULL)"


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one source: a document, or the problem that prevented it. Exactly one of the two is set."""

    document: Document | None = None
    problem: Problem | None = None
    is_late: bool = False
    """Whether it was given up for the time it took: it is not kept, and the next build tries again."""


@dataclass(frozen=True, slots=True)
class Study:
    """What came of one source: an analysis, or the problem that prevented it. Exactly one of the two is set."""

    analysis: Analysis | None = None
    problem: Problem | None = None
    is_late: bool = False
    """As of its reading."""


Row = TypeVar("Row", Reading, Study)
_TABLES: Mapping[type, str] = {Reading: "readings", Study: "studies"}


@cache
def code_fingerprint(parts: Sequence[str]) -> str:
    """SHA-256 over the code and data of these parts of the program and over the versions of the libraries, in hex."""
    digest = hashlib.sha256()
    root = Path(__file__).parent
    for part in parts:
        whole = root / part
        files = sorted(f for f in whole.rglob("*") if f.is_file()) if whole.is_dir() else [whole]
        for file in files:
            if "__pycache__" not in file.parts:
                digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    for name in _LIBRARIES:
        digest.update(f"{name}={_version(name)}\0".encode())
    return digest.hexdigest()


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "unknown"


def code_of_all() -> str:
    """What tells one version of all that reads and studies a source from another, in hex."""
    return code_fingerprint(_STUDY_PARTS)


def reading_key(source: Source) -> str:
    """The key under which the reading of `source` is kept, in hex."""
    digest = hashlib.sha256(code_fingerprint(_READING_PARTS).encode())
    for part in (source.path.encode("utf-8", "surrogatepass"), source.id.encode(), source.content, source.sidecar):
        digest.update(b"\0none" if part is None else b"\0%d\0" % len(part) + part)
    return digest.hexdigest()


def study_key(reading: str, repeated: Iterable[str], options: Mapping[str, object]) -> str:
    """The key of the study of what is kept under the key `reading`, with these repeated lines and options, in hex."""
    parts = (code_fingerprint(_STUDY_PARTS), reading, repr(sorted(repeated)), repr(sorted(options.items())))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


class Cache:
    """The file on disk. Holds the latest reading and study of each path, so that it does not grow with every edit."""

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / "studies.sqlite" if folder else None
        self.problem: Problem | None = None
        """Why the cache could not be used, if so; builds go on without it."""

    def load(self, row: type[Row], keys: Mapping[str, str]) -> dict[str, Row]:
        """The kept values of this type among `keys` (path to key), by path."""
        found: dict[str, Row] = {}
        if self._file is None or not keys:
            return found
        try:
            if not self._file.is_file():
                return found
            with closing(sqlite3.connect(self._file, timeout=10)) as database:
                for path, key, value in _select(database, "path, key, value", _TABLES[row]):
                    if keys.get(path) == key and (kept := _decode(row, value)):
                        found[path] = kept
        except (sqlite3.DatabaseError, OSError) as error:
            self._give_up(error)
        return found

    def store(self, row: type[Row], values: Iterable[tuple[str, str, Row]]) -> None:
        """Keep values of one type given as (path, key, value)."""
        rows = [(path, key, msgspec.json.encode(value).decode()) for path, key, value in values]
        if self._file is None or not rows:
            return
        try:
            self._write(self._file, _TABLES[row], rows)
        except (sqlite3.DatabaseError, OSError) as error:
            self._give_up(error)

    def forget_except(self, paths: Iterable[str]) -> None:
        """Drop the rows of sources that are gone."""
        if self._file is None:
            return
        kept = set(paths)
        try:
            if not self._file.is_file():
                return
            with closing(sqlite3.connect(self._file, timeout=10)) as database, database:
                for table in _TABLES.values():
                    gone = [row for row in _select(database, "path", table) if row[0] not in kept]
                    if gone:
                        database.executemany(f"DELETE FROM {table} WHERE path = ?", gone)
        except (sqlite3.DatabaseError, OSError) as error:
            self._give_up(error)

    def _write(self, file: Path, table: str, rows: list[tuple[str, str, str]]) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(file, timeout=10)) as database, database:
            database.execute(_TABLE.format(table))
            database.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)", rows)

    def _give_up(self, error: Exception) -> None:
        if self._file is None:
            return
        reason = str((isinstance(error, OSError) and error.strerror) or error)
        what = f"the cache cannot be used ({reason})"
        cure = next((cure for words, cure in _CURES.items() if words in reason), "delete the file")
        cure = f"{cure}; the build went on without it"
        self.problem = Problem(f"{self._file.parent.name}/{self._file.name}", what, cure, severity="warning")
        self._file = None


def _select(database: sqlite3.Connection, columns: str, table: str) -> Iterable[tuple[str, ...]]:
    """These columns of all rows; none where there is no such table yet."""
    there = database.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).fetchone()
    return database.execute(f"SELECT {columns} FROM {table}") if there else ()


def _decode(row: type[Row], value: object) -> Row | None:
    """The value in a row of a table, or None where it is none: it is computed again."""
    if not isinstance(value, str):
        return None
    try:
        kept = msgspec.json.decode(value, type=row)
    except (msgspec.DecodeError, UnicodeError):
        return None
    given = kept.document if isinstance(kept, Reading) else kept.analysis
    return kept if (given is None) != (kept.problem is None) else None
