"""A build before which nothing changed: the last site stands, and what was told of it is told again.

One JSON file in the cache folder holds a key of all that the site was made of, the files of the site as they were
written, and the lines that were told. Whatever is in no key (another plug-in, a hook, an extension of others) forbids
this, and so does a fault of the program: the next build tries again.
"""

import hashlib
import logging
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import markdown.extensions
import msgspec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.build import Gathered, gathered_key
from generator.cache import code_fingerprint
from generator.disk import write_whole
from generator.plugin.finished import (
    MKDOCS,
    THEME,
    asks_for_more,
    config_text,
    is_known,
    versions,
)
from generator.rendering.templates import PACKAGED
from generator.settings import Settings

_FILE = "site.json"
_EXTENSIONS = {file.stem for file in Path(markdown.extensions.__file__).parent.glob("*.py")}
"""What Python-Markdown brings along."""
_TOLD_BY = "mkdocs"
"""The logger above all others of MkDocs and its plug-ins."""


class Made(msgspec.Struct, frozen=True):
    """The site of the last build."""

    key: str
    level: int
    """Less than this was not told, and not noted."""
    files: dict[str, tuple[int, int]]
    """Size and time of writing, in nanoseconds, by path."""
    told: list[tuple[str, int, str]]
    """Logger, level and words of each line."""
    published: str = ""
    """Digest of the list of what was published, as the build left it."""


class LastSite:
    """The site of the last build beside this one."""

    def __init__(self, cache: Path | None, site: Path) -> None:
        self._file, self._site = cache and cache / _FILE, site
        self._key = ""
        self._notes = _Notes()

    def stands(self, key: str, published: str) -> bool:
        """Whether the site is, with each of its files, what would be made now, and all can be told again; `published`
        is the digest of the list of what was published, which the build itself may write anew.
        """
        level = logging.getLogger(_TOLD_BY).getEffectiveLevel()
        made = self._load() if key else None
        same = made is not None and (made.key, made.published) == (key, published)
        same = same and made is not None and made.level <= max(level, logging.INFO)
        if made is None or not same or made.files != dict(_files(self._site)):
            self._key = key
            self._notes.begin()
            return False
        for name, number, words in made.told:
            logging.getLogger(name).log(number, "%s", words)
        return True

    def note(self, published: str, *, final: bool) -> None:
        """Note the finished site, if the next build would make no other."""
        told, level = self._notes.end()
        if not self._file:
            return
        with suppress(OSError, ValueError):  # costs the next build its time
            if not (self._key and final):
                self._file.unlink(missing_ok=True)
                return
            made = Made(self._key, level, dict(_files(self._site)), told, published)
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, msgspec.json.encode(made))

    def leave(self) -> None:
        """Note nothing: the build failed."""
        self._notes.end()

    def _load(self) -> Made | None:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=Made) if self._file else None
        except (OSError, ValueError):
            return None


class _Notes(logging.Handler):
    """What is told while a site is made."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self._told: list[tuple[str, int, str]] = []
        self._level = 0

    def begin(self) -> None:
        self._level = logging.getLogger(_TOLD_BY).getEffectiveLevel()
        logging.getLogger(_TOLD_BY).addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self._told.append((record.name, record.levelno, record.getMessage()))

    def end(self) -> tuple[list[tuple[str, int, str]], int]:
        logging.getLogger(_TOLD_BY).removeHandler(self)
        return self._told, self._level


def _files(folder: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """All files but those in hidden entries at the top, which are the user's and stay."""
    waiting = [""]
    while waiting:
        place = waiting.pop()
        with suppress(OSError), os.scandir(folder / place) as entries:
            for entry in entries:
                path = f"{place}{entry.name}"
                if path.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{path}/")
                else:
                    status = entry.stat(follow_symlinks=False)
                    yield path, (status.st_size, status.st_mtime_ns)


def whole_key(config: MkDocsConfig, files: Files, settings: Settings, gathered: Gathered) -> str:
    """All that the site is made of, as SHA-256 in hex; empty where it is made of more than can be told."""
    if not _is_told(config):
        return ""
    code = code_fingerprint((".",)), versions(), sys.version
    texts = (*code, repr(settings), gathered_key(gathered), config_text(config), str(config.nav), *_listing(files))
    digest = hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass"))
    try:
        for file in sorted(_makings(config, files, settings)):
            content = file.read_bytes()
            digest.update(b"\0%b\0%d\0" % (os.fsencode(file), len(content)) + content)
    except OSError:
        return ""
    return digest.hexdigest()


def make_nothing(config: MkDocsConfig) -> Files:
    """Have MkDocs make no page, copy no file and fill no template in this build."""
    config.nav, config.extra_templates = None, []
    config.theme.static_templates.clear()
    return Files(())


def _listing(files: Files) -> list[str]:
    return [f"{file.src_uri} {file.dest_uri} {file.inclusion} {file.abs_src_path}" for file in files]


def _is_told(config: MkDocsConfig) -> bool:
    """Whether all that has a say in the site is in the key."""
    methods = [method for found in config.plugins.events.values() for method in found]
    names = map(str, config.markdown_extensions)
    plain = all(name in _EXTENSIONS or name.startswith(("markdown.", "pymdownx.")) for name in names)
    return plain and all(map(is_known, methods)) and not asks_for_more(config)


def _makings(config: MkDocsConfig, files: Files, settings: Settings) -> set[Path]:
    """All files of which the site is made, but for sources and what the libraries bring along."""
    folders = [PACKAGED, *map(Path, config.theme.dirs), *([settings.templates] if settings.templates else [])]
    found = {file for folder in folders if _is_own(folder) for file in folder.rglob("*") if file.is_file()}
    labels = {Path(settings.labels)} if settings.labels and Path(settings.labels).is_file() else set()
    return found | labels | {file for file in _sources_of(files) if _is_own(file)}


def _sources_of(files: Files) -> Iterable[Path]:
    return (Path(file.abs_src_path) for file in files if file.abs_src_path)


def _is_own(path: Path) -> bool:
    return not path.is_relative_to(THEME) and not path.is_relative_to(MKDOCS)
