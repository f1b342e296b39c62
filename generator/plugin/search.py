"""The search of the site: Briefs' own box in the place of Material's, and the index beside the pages.

The texts of the briefs are indexed as soon as the library is there, so that it need not be kept; the pages that a user
wrote follow when MkDocs has converted them, as Material's plug-in collected them.
"""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from threading import Event, Lock
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

import msgspec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from generator.faults import Faults
from generator.model import Library, Page, Problem
from generator.rendering.addresses import LinkStyle
from generator.rendering.search import File, Index, Told, find_told, start_index
from generator.settings import Settings


def entry_list(config: MkDocsConfig) -> list[Any] | None:
    """The list to which Material's search adds the sections of each page; None without that search."""
    for name in ("material/search", "search"):
        entries = getattr(getattr(config.plugins.get(name), "search_index", None), "entries", None)
        if isinstance(entries, list):
            return entries
    return None


def take_entries(entries: list[Any] | None, before: int) -> bytes:
    """Take out what was added behind the first `before` entries, as JSON."""
    if entries is None or len(entries) == before:
        return b""
    added = msgspec.json.encode(entries[before:])
    del entries[before:]
    return added


def put_entries(entries: list[Any], kept: bytes) -> None:
    """Put back what was taken out."""
    if kept:
        entries.extend(msgspec.json.decode(kept))


FOLDER = "search"
"""Where the index lies in the site."""
BOX = "partials/search.html"
"""The template of the box, in the theme."""
MARK = "data-briefs-search"
"""What the box of Briefs has in its mark-up."""
OWN = "briefs_search"
"""Under this name the templates of the theme are told whether the search is that of Briefs."""
_PLUGINS = ("material/search", "search")
_MATERIALS = ("search_index.json", "search_index.js")
"""What Material's plug-ins write, for a box that is not there."""
_BREAKS = re.compile(r"</?(?:p|li|ol|ul|pre)>")
_TAG = re.compile(r"<[^<>]{0,500}>")
_PATIENCE = 120
"""Seconds for which a request of the index waits for a rebuild."""
_LOST = "the search index could not be made"


def is_own(config: MkDocsConfig, settings: Settings) -> bool:
    """Whether the site has the search of Briefs: not without a search, and not in a theme with a box of its own."""
    return settings.search == "briefs" and has_search(config) and not _has_box(config)


def has_search(config: MkDocsConfig) -> bool:
    """Whether mkdocs.yml lists a search."""
    return _plugin(config) is not None


def drop_shim(config: MkDocsConfig) -> None:
    """Leave out the script that only Material's search needs, to run from a folder."""
    config.extra["polyfills"] = [url for url in config.extra.get("polyfills", []) if "iframe-worker" not in str(url)]


class SearchIndex:
    """The index of one build, written into the folder of the site while it is made.

    That of a live server waits until somebody searches: most rebuilds are looked at and not searched.
    """

    def __init__(self, site: Path, *, waits: bool = False) -> None:
        self._folder = site / FOLDER
        self._faults = Faults(FOLDER)
        self._index: Index | None = None
        self._others: list[Told] = []
        self._waits = waits
        self._later: Callable[[], Index | None] | None = None
        self._built, self._lock = Event(), Lock()

    def begin(self, library: Library, pages: Mapping[str, Page], settings: Settings, links: LinkStyle) -> None:
        """Index all briefs and names. A fault costs the search, not the site."""

        def add() -> Index | None:
            return self._faults.attempt(_LOST, None, self._add_all, library, pages, settings, links)

        if self._waits:
            self._later = add
        else:
            self._index = add()

    def finish(self, config: MkDocsConfig) -> tuple[Problem, ...]:
        """Add the user's own pages and write what is left, in the place of Material's index; what was wrong."""
        self._others = list(own_pages(config))
        for name in _MATERIALS:
            (self._folder / name).unlink(missing_ok=True)
        if not self._waits:
            self._write_rest()
        return self._faults.found

    def settle(self, site: Path) -> None:
        """Know where the finished site stands: what has waited is written there."""
        self._folder = site / FOLDER
        self._built.set()

    def make(self) -> tuple[Problem, ...]:
        """Make the index that has waited, once, when the build is done; what was wrong."""
        if not self._built.wait(_PATIENCE):
            return ()
        with self._lock:
            later, self._later = self._later, None
            if not later:
                return ()
            self._index = later()
            self._write_rest()
            return self._faults.found

    def _add_all(self, library: Library, pages: Mapping[str, Page], settings: Settings, links: LinkStyle) -> Index:
        index = start_index(library, pages.values(), settings, links=links)
        for told in find_told(library, pages, settings, links):
            self._write(index.add(told))
        return index

    def _write_rest(self) -> None:
        files: list[File] = []
        if self._index:
            files = self._faults.attempt(_LOST, [], _finish, self._index, self._others)
        for file in files:
            self._write(file)

    def _write(self, file: File) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / file[0]).write_text(file[1], encoding="utf-8", newline="\n")


def make_on_request(server: LiveReloadServer, make: Callable[[], object]) -> None:
    """Have a live server make the index when the first file of it is asked for."""
    serve = server.get_app() or server.serve_request

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"].startswith(f"{server.mount_path}{FOLDER}/"):
            make()
        return serve(environ, start)

    server.set_app(answer)


def _finish(index: Index, others: Iterable[Told]) -> list[File]:
    return [*map(index.add, others), *index.finish()]


def own_pages(config: MkDocsConfig) -> Iterator[Told]:
    """The pages that the user wrote, as Material's plug-in has divided them at their headings."""
    entries = getattr(getattr(_plugin(config), "search_index", None), "entries", [])
    pages: dict[str, list[Mapping[str, Any]]] = {}
    for entry in entries:
        pages.setdefault(entry["location"].partition("#")[0], []).append(entry)
    for location, sections in pages.items():
        lines = [line for section in sections for line in _lines(section)]
        yield Told(html.unescape(sections[0]["title"]), "Page", "", location, tuple(lines))


def _lines(section: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    anchor = section["location"].partition("#")[2]
    for part in [section["title"] if anchor else "", *_BREAKS.split(section["text"])]:
        words = " ".join(html.unescape(_TAG.sub("", part)).split())
        if words:
            yield anchor, words


def _has_box(config: MkDocsConfig) -> bool:
    """Whether the user's own theme has a box that is not a copy of this one."""
    box = Path(config.theme.custom_dir or "", BOX)
    return bool(config.theme.custom_dir) and box.is_file() and MARK not in box.read_text(encoding="utf-8")


def _plugin(config: MkDocsConfig) -> object | None:
    return next((config.plugins[name] for name in _PLUGINS if name in config.plugins), None)
