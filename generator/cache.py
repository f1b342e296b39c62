"""What was read and found in each source, kept between builds: one SQLite file, values as JSON, checked on reading.

Two steps, each with a table. A reading is kept by the code of the readers, the versions of the libraries they call and
the source's path, address and bytes; a study by its reading, the code and data of its stages, the settings that matter
and the lines of the source that other sources repeat. A row that does not fit its type is recomputed. A cache that
cannot be written costs time, never a build.
"""

import hashlib
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar

import msgspec

from generator.formats import has_images
from generator.model import Analysis, Document, Problem, Source
from generator.programs import find_tesseract

_ROOMS_OF_READERS = ("people", "world", "dates", "en/dates", "en/pages", "en/lists")
_LANGUAGE_OF_READERS = tuple(f"language/{room}" for room in _ROOMS_OF_READERS)
_GROUND = ("model.py", "formats.py", "programs.py", "faults.py", "build.py")
_READING_PARTS = (*_GROUND, "text", "readers", "data", *_LANGUAGE_OF_READERS)
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
_DAMAGED = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR)
"""What SQLite says of a file that is none of its own, that is damaged, or whose tables are not ours."""
ASIDE = ".damaged"
"""The end of the name of a file that was put aside."""
_BATCH, _SECONDS = 64, 2.0
"""So many rows are written, or read, at once; and what came is written after so many seconds."""
_PATIENCE = 60.0
"""Seconds to wait for another build that writes."""
_TABLE = "CREATE TABLE IF NOT EXISTS {} (path TEXT PRIMARY KEY, key TEXT NOT NULL, value TEXT NOT NULL)"


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one source: a document, or the problem that prevented it. Exactly one of the two is set."""

    document: Document | None = None
    problem: Problem | None = None
    is_late: bool = False
    """Whether it was given up for the time it took, or for want of memory: the next build tries again."""


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
                digest.update(file.relative_to(root).as_posix().encode() + b"\0" + _digest_of(file))
    for name in _LIBRARIES:
        digest.update(f"{name}={_version(name)}\0".encode())
    return digest.hexdigest()


@cache
def _digest_of(file: Path) -> bytes:
    return hashlib.sha256(file.read_bytes()).digest()


@cache
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
    if has_images(source.path):
        digest.update(repr(find_tesseract()).encode())
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
            with closing(sqlite3.connect(self._file, timeout=_PATIENCE)) as database:
                for path, key, value in _select(database, "path, key, value", _TABLES[row]):
                    if keys.get(path) == key and (kept := _decode(row, value)):
                        found[path] = kept
        except (sqlite3.DatabaseError, OSError) as error:
            self._give_up(error)
        return found

    def store(self, row: type[Row], values: Iterable[tuple[str, str, Row]]) -> None:
        """Keep values of one type given as (path, key, value)."""
        with self.storing(row) as keep:
            for path, key, value in values:
                keep(path, key, value)

    @contextmanager
    def storing(self, row: type[Row]) -> Iterator[Callable[[str, str, Row], None]]:
        """What keeps a value under its path and key. Written every few seconds, and what is left at the end, also where
        that is an exception: a build that is cut short loses little.
        """
        rows: list[tuple[str, str, str]] = []
        written = time.monotonic()

        def keep(path: str, key: str, value: Row) -> None:
            nonlocal written
            if self._file is None:
                return
            rows.append((path, key, msgspec.json.encode(value).decode()))
            if len(rows) == _BATCH or time.monotonic() - written > _SECONDS:
                self._write(_TABLES[row], rows)
                rows.clear()
                written = time.monotonic()

        try:
            yield keep
        finally:
            self._write(_TABLES[row], rows)

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

    def _write(self, table: str, rows: Sequence[tuple[str, str, str]]) -> None:
        if self._file is None or not rows:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._file, timeout=_PATIENCE)) as database, database:
                database.execute(_TABLE.format(table))
                database.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)", rows)
        except (sqlite3.DatabaseError, OSError) as error:
            self._give_up(error)
            self._write(table, rows)

    def _give_up(self, error: Exception) -> None:
        """Go on without the cache; with a new one where what stands there is none, or a damaged one."""
        if self._file is None:
            return
        name = f"{self._file.parent.name}/{self._file.name}"
        reason = str((isinstance(error, OSError) and error.strerror) or error)
        what = f"the cache cannot be used ({reason})"
        if getattr(error, "sqlite_errorcode", None) in _DAMAGED and self.problem is None:
            aside = self._file.with_name(self._file.name + ASIDE)
            with suppress(OSError):
                self._file.replace(aside)
                self._file.with_name(self._file.name + "-journal").unlink(missing_ok=True)
                cure = f"it was put aside as {aside.name}, which you can delete, and is made anew"
                self.problem = Problem(name, what, cure, severity="warning")
                return
        cure = next((cure for words, cure in _CURES.items() if words in reason), "delete the file")
        self.problem = Problem(name, what, f"{cure}; the build went on without it", severity="warning")
        self._file = None


def _select(database: sqlite3.Connection, columns: str, table: str) -> Iterator[tuple[str, ...]]:
    """These columns of all rows, by path; none where there is no such table yet.

    A few at a time: whoever has an answer open keeps all others from writing.
    """
    if not database.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).fetchone():
        return
    query = f"SELECT path, {columns} FROM {table} WHERE path > ? ORDER BY path LIMIT {_BATCH}"
    rows = database.execute(query, ("",)).fetchall()
    while rows:
        for row in rows:
            yield row[1:]
        rows = database.execute(query, (rows[-1][0],)).fetchall()


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
