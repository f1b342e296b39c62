"""Pages of a live server, each made when a browser asks for it: of a rebuild only what is opened is made.

What a page is made of (the library, the navigation, the templates) is that of the last good rebuild. It is made once
for each rebuild, as MkDocs makes it, and lies in the served folder until the next. A first page of each kind is made
without being asked for, when the rebuild is done, so that the terminal tells what is wrong with a template.
"""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any, NamedTuple
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import is_markdown_file, write_file

from generator.model import Attachment, Page, Problem
from generator.plugin.page import BriefsPage, PackedFile
from generator.plugin.publish import failure_text, fault_page, start_failed

log = get_plugin_logger("briefs")

_QUIET = 1.0
"""Seconds after a rebuild in which only what is asked for is made."""
_RELOAD = "/livereload/"
"""Where MkDocs' script asks whether the page is to be loaded again."""


class WaitingFile(PackedFile):
    """A file of the site that MkDocs passes over, as it is made when it is asked for. Links to it are good."""

    is_waiting = False

    def wait(self) -> None:
        """Have MkDocs pass over it from here on; its address is settled before."""
        _ = self.url
        self.is_waiting = True

    def is_documentation_page(self) -> bool:
        """As of File."""
        return not self.is_waiting and super().is_documentation_page()

    def copy_file(self, dirty: bool = False) -> None:
        """As of File."""
        if not self.is_waiting:
            super().copy_file(dirty)


def offered_file(config: MkDocsConfig, offered: Attachment) -> WaitingFile:
    """A file that a page offers. Markdown is published as it is: under its own name MkDocs would make a page of it."""
    is_markdown = is_markdown_file(offered.path)
    file = WaitingFile.generated(
        config, f"{offered.path}.txt" if is_markdown else offered.path, content=offered.content
    )
    assert isinstance(file, WaitingFile)
    if is_markdown:
        file.dest_uri = offered.path
    return file


def list_documents(files: Files) -> Sequence[File]:
    """All pages of the site, made or not, as templates that list pages see them."""
    return [file for file in files if file.is_documentation_page() or isinstance(file.page, BriefsPage)]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page that waits, with what makes it."""

    page: BriefsPage
    make: Callable[[], Page]


@dataclass(slots=True)
class Desk:
    """What a rebuild leaves for making pages."""

    config: MkDocsConfig
    waiting: dict[str, Waiting] = field(default_factory=dict)
    """By the path of a file in the site; a page and the files that it offers are one."""
    files: Files = field(default_factory=lambda: Files(()))
    nav: Navigation | None = None
    env: Environment | None = None
    documents: Sequence[File] = ()
    told: set[Problem] = field(default_factory=set)

    def add(self, page: BriefsPage, offered: Iterable[File], make: Callable[[], Page]) -> None:
        """Have a page wait, with the files that it offers."""
        for file in (page.file, *offered):
            if isinstance(file, WaitingFile):
                file.wait()
            self.waiting[file.dest_uri] = Waiting(page, make)

    def samples(self) -> Iterator[str]:
        """The path of the first page of each kind."""
        kinds: dict[str, str] = {}
        for path, waiting in self.waiting.items():
            kinds.setdefault(waiting.page.ours.kind, path)
        return iter(kinds.values())


class Made(NamedTuple):
    """What is known of a path that was asked for."""

    rebuild: int
    is_fault: bool


class Live:
    """The pages of a live server, from one rebuild to the next."""

    def __init__(self, report: Callable[[Page], None]) -> None:
        self._report = report
        self._lock, self._next = Lock(), Event()
        self._desk: Desk | None = None
        self._root = Path()
        self._made: dict[str, bool] = {}
        """The pages that were made since the last rebuild, and whether that failed."""
        self.rebuild = 0
        """How many rebuilds there were."""

    def settle(self, desk: Desk | None, root: Path) -> None:
        """Take what a good rebuild left: the pages that wait, and the folder that is served."""
        self._desk, self._root, self._made = desk, root, {}
        self.rebuild += 1

    def end(self) -> None:
        """Make nothing from here on: the folder goes."""
        self._next.set()
        with self._lock:
            self._desk = None

    def attach(self, server: LiveReloadServer) -> None:
        """Make pages for this server, and none while it rebuilds."""
        build, serve = server.builder, server.get_app() or server.serve_request

        def rebuild() -> None:
            self._next.set()
            with self._lock:
                build()
            self._look_around()

        server.builder = rebuild
        server.set_app(partial(self._answer, server.mount_path, serve))
        self._look_around()

    def make(self, path: str) -> Made:
        """Make the page of a path in the site, unless that is done or there is none."""
        with self._lock:
            waiting = self._find(path)
            if not waiting:
                return Made(self.rebuild, is_fault=False)
            name = waiting.page.file.dest_uri
            if name not in self._made:
                self._made[name] = self._try(waiting)
            return Made(self.rebuild, self._made[name])

    def _find(self, path: str) -> Waiting | None:
        """The page of a path, or of the folder that it is."""
        if not self._desk:
            return None
        name = posixpath.normpath(f"/{path}index.html" if not path or path.endswith("/") else f"/{path}").lstrip("/")
        return self._desk.waiting.get(name) or self._desk.waiting.get(f"{name}/index.html")

    def _try(self, waiting: Waiting) -> bool:
        """Write a page and what it offers; where that fails, the fault in its place. Whether it failed."""
        desk = self._desk
        assert desk
        path = self._root / waiting.page.file.dest_uri
        try:
            waiting.page.ours = made = waiting.make()
            if made.problem not in desk.told:
                desk.told.update([made.problem] if made.problem else [])
                self._report(made)
            for offered in made.files:
                write_file(offered.content, str(self._root / offered.path))
            if (output := write_page(desk, waiting.page)).strip():
                write_file(output.encode("utf-8", errors="xmlcharrefreplace"), str(path))
        except Exception as error:  # The border: a page that cannot be made costs itself.
            message = failure_text(error)
            log.error("%s: %s", waiting.page.file.src_uri, message)
            write_file(fault_page(message).encode(), str(path))
            return True
        return False

    def _answer(
        self, mount: str, serve: WSGIApplication, environ: WSGIEnvironment, start: StartResponse
    ) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(_RELOAD):
            return serve(environ, start)
        while True:
            made, said = self.make(path.removeprefix(mount)), Said()
            body = serve(environ, said)
            # A rebuild that came between took the page away with all others.
            if made.rebuild == self.rebuild:
                break
            getattr(body, "close", lambda: None)()
        is_fault = made.is_fault and said.words[0].startswith("200")
        (start_failed if is_fault else _start)(start, *said.words)
        return body

    def _look_around(self) -> None:
        """Make a page of each kind when nothing else is to be done."""
        self._next.clear()
        Thread(target=self._make_samples, args=(self.rebuild,), daemon=True).start()

    def _make_samples(self, rebuild: int) -> None:
        for path in self._desk.samples() if self._desk and not self._next.wait(_QUIET) else ():
            if self.rebuild != rebuild or self._next.is_set():
                return
            self.make(path)


class Said:
    """Takes the head of an answer, to pass it on or not."""

    def __init__(self) -> None:
        self.words: tuple[str, list[tuple[str, str]]] = "", []

    def __call__(self, status: str, headers: list[tuple[str, str]], _: object = None, /) -> Callable[[bytes], object]:
        self.words = status, headers
        return len


def _start(start: StartResponse, status: str, headers: list[tuple[str, str]]) -> object:
    return start(status, headers)


def write_page(desk: Desk, page: Any) -> str:
    """The HTML of a page, by the same events and in the same order as in a build of MkDocs."""
    config, files, plugins = desk.config, desk.files, desk.config.plugins
    assert desk.nav and desk.env
    page = plugins.on_pre_page(page, config=config, files=files)
    page.read_source(config)
    page.markdown = plugins.on_page_markdown(page.markdown, page=page, config=config, files=files)
    page.render(config, files)
    page.content = plugins.on_page_content(page.content, page=page, config=config, files=files)
    page.active = True
    try:
        context = get_context(desk.nav, desk.documents, config, page)
        template = desk.env.get_template(page.meta.get("template", "main.html"))
        context = plugins.on_page_context(context, page=page, config=config, nav=desk.nav)
        output = plugins.on_post_page(template.render(context), page=page, config=config)
    finally:
        page.active = False
    page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
    return str(output)
