"""Finished pages, kept from one build to the next: a page of which nothing changed is neither made nor written again.

The folder of the site holds the HTML; one SQLite file in the cache folder holds, for each page, the key of all that
went into it, the hash of its HTML, and its links for the check. What does not fit is made anew; a file that cannot be
used costs time, never a build.
"""

import hashlib
import re
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import material
import mkdocs
import msgspec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from generator.rendering.templates import PACKAGED

_LIBRARIES = (
    "jinja2",
    "markdown",
    "markdown-it-py",
    "mkdocs",
    "mkdocs-material",
    "pygments",
    "pymdown-extensions",
    "pyromark",
)
_EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page", "env", "nav")
"""What another plug-in may do to a page or to the templates of the theme."""
_KNOWN = ("generator.", "material.plugins.search.", "material.plugins.offline.")
"""Plug-ins that do to a page only what its key tells."""
_UNSTEADY = re.compile(rb"\{[{%][^}]*\b(?:pages|build_date_utc|update_date)\b")
"""What a template of the theme may ask for that is in no key."""
THEME, MKDOCS = Path(material.__file__).parent, Path(mkdocs.__file__).parent
_ADDRESS = re.compile(r" at 0x[0-9a-f]+")
_PLACES = (
    "site_dir",
    "docs_dir",
    "config_file_path",
    "theme",
    "plugins",
    "hooks",
    "nav",
    "watch",
    "dev_addr",
    "strict",
)
"""Settings that change no page, or are told in another way."""
_TABLE = "CREATE TABLE IF NOT EXISTS pages (path TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"


class Finished(msgspec.Struct, frozen=True):
    """One page of the site as the last build left it."""

    key: str
    digest: str
    """SHA-256 of its HTML, in hex."""
    size: int
    written: int
    """When the file was written, in nanoseconds, as the system says."""
    targets: str
    """Paths of the files that it links to, one a line."""
    anchors: str
    """Its anchors, one a line."""
    links: bytes
    """Links to anchors, by the path of the file that they lead to, as JSON."""
    entries: bytes
    """What Material's search knows of it, as JSON."""


@dataclass(slots=True)
class Shelf:
    """The finished pages of the last build."""

    file: Path | None
    pages: dict[str, Finished] = field(default_factory=dict)

    def load(self) -> None:
        """Read the file; nothing is kept where it cannot be read."""
        self.pages = {}
        try:
            if self.file and self.file.is_file():
                with closing(sqlite3.connect(self.file, timeout=10)) as database:
                    rows = database.execute("SELECT path, value FROM pages")
                    self.pages = {path: _DECODER.decode(value) for path, value in rows}
        except (sqlite3.DatabaseError, OSError, msgspec.DecodeError, TypeError):
            self.pages = {}

    def store(self, pages: Mapping[str, Finished]) -> None:
        """Write what changed and drop what is gone. A file that is none is made anew."""
        changed = {path: page for path, page in pages.items() if self.pages.get(path) is not page}
        gone = self.pages.keys() - pages.keys()
        self.pages = dict(pages)
        if not self.file or not (changed or gone):
            return
        try:
            self._write(self.file, changed, gone)
        except (sqlite3.DatabaseError, OSError):
            self._begin_anew(self.file, pages)

    def _write(self, file: Path, changed: Mapping[str, Finished], gone: Iterable[str]) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(file, timeout=10)) as database, database:
            database.execute(_TABLE)
            rows = ((path, _ENCODER.encode(page)) for path, page in changed.items())
            database.executemany("INSERT OR REPLACE INTO pages VALUES (?, ?)", rows)
            database.executemany("DELETE FROM pages WHERE path = ?", ((path,) for path in gone))

    def _begin_anew(self, file: Path, pages: Mapping[str, Finished]) -> None:
        try:
            file.unlink(missing_ok=True)
            self._write(file, pages, ())
        except (sqlite3.DatabaseError, OSError):
            self.file = None


_DECODER, _ENCODER = msgspec.msgpack.Decoder(Finished), msgspec.msgpack.Encoder()


def is_steady(config: MkDocsConfig) -> bool:
    """Whether a page depends only on what is in its key: no other plug-in or hook touches it, no template asks more."""
    methods = [method for name in _EVENTS for method in config.plugins.events[name]]
    # In a folder that plug-ins change after the build, no file may be shared with the old site.
    methods += config.plugins.events["post_build"]
    return all(map(is_known, methods)) and not asks_for_more(config)


def asks_for_more(config: MkDocsConfig) -> bool:
    """Whether a template of the theme asks for something that is in no key."""
    return any(_UNSTEADY.search(text) for _, text in _overrides(config))


def is_known(method: Any) -> bool:
    """Whether a method that listens to MkDocs does only what the keys tell."""
    owner = getattr(method, "__self__", None)
    return type(owner).__module__.startswith(_KNOWN)


def site_key(config: MkDocsConfig, nav: Navigation) -> str:
    """All that every page depends on beside its own words, as SHA-256 in hex."""
    digest = hashlib.sha256(_code().encode())
    digest.update(f"{config_text(config)}\0{nav}\0".encode("utf-8", "surrogatepass"))
    for name, text in _overrides(config):
        digest.update(name.encode() + b"\0" + text + b"\0")
    return digest.hexdigest()


def config_text(config: MkDocsConfig) -> str:
    """All settings that change a page."""
    values = {name: value for name, value in config.items() if name not in _PLACES}
    theme = {name: config.theme[name] for name in config.theme}
    # A hook is listed among the plug-ins, and has no settings.
    plugins = {name: dict(getattr(plugin, "config", {})) for name, plugin in config.plugins.items()}
    return _ADDRESS.sub("", "\0".join(map(repr, (values, config.theme.name, theme, plugins))))


def page_key(site: str, *parts: object) -> str:
    """All that one page depends on, as SHA-256 in hex."""
    return hashlib.sha256("\0".join((site, *map(str, parts))).encode("utf-8", "surrogatepass")).hexdigest()


def digest_of(content: bytes) -> str:
    """SHA-256 of the HTML of a page, in hex."""
    return hashlib.sha256(content).hexdigest()


def has_own_templates(config: MkDocsConfig) -> bool:
    """Whether there is a template of the theme that is none of Material's and none of this program."""
    for name, text in _overrides(config):
        ours = PACKAGED / "theme" / name.partition("/")[2]
        if not ours.is_file() or ours.read_bytes() != text:
            return True
    return False


def _overrides(config: MkDocsConfig) -> list[tuple[str, bytes]]:
    """The templates that stand before those of the theme itself, the user's first."""
    own = [Path(folder) for folder in config.theme.dirs if not Path(folder).is_relative_to(THEME)]
    own = [folder for folder in own if not folder.is_relative_to(MKDOCS)]
    files = [(folder, file) for folder in own for file in sorted(folder.rglob("*.html"))]
    return [(f"{own.index(folder)}/{file.relative_to(folder).as_posix()}", file.read_bytes()) for folder, file in files]


@cache
def _code() -> str:
    """The code of the plug-in and the versions of what makes the pages."""
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    digest.update(versions().encode())
    return digest.hexdigest()


@cache
def versions() -> str:
    """The versions of what makes the pages."""
    return " ".join(f"{name}={_version(name)}" for name in _LIBRARIES)


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return ""
