"""A build is made beside the old site and swapped in whole; a live server whose build fails answers with the fault,
and lives on. The map of the site does not say the day of the build: it is that of no page, and makes other bytes every
day.
"""

import atexit
import errno
import html
import re
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from wsgiref.types import StartResponse, WSGIEnvironment

from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File
from mkdocs.utils import get_build_date

from generator.disk import Beside, link
from generator.model import Library
from generator.news import FILE, Published, note_published
from generator.settings import Settings

log = get_plugin_logger("briefs")

FAULT = "503.html"
"""The page of the fault, in the folder of the site: it is there from a failed rebuild to the next good one."""
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The rebuild failed</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<style>
:root {{ color-scheme: light dark }}
body {{ font: 1.05rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 12vh auto; padding: 0 1.25rem }}
h1 {{ font-size: 1.4rem; font-weight: 600 }}
pre {{ white-space: pre-wrap; overflow-wrap: anywhere; padding: 1rem; border-left: .25rem solid #c62828;
      background: color-mix(in srgb, currentColor 6%, transparent); font-size: .95rem }}
</style></head><body>
<h1>The site could not be rebuilt</h1>
<pre>{message}</pre>
<p>Correct the file and save it: this page then reloads by itself.</p>
</body></html>
"""


_INJECT = "_inject_js_into_html"
"""The method with which MkDocs' server puts its script into a page, by which the page reloads."""


def show_failures(server: LiveReloadServer) -> None:
    """Make a failed rebuild answer every request for a page with the fault, until the next good one."""
    rebuild, serve, fault = server.builder, server.get_app() or server.serve_request, Path(server.root, FAULT)

    def guarded() -> None:
        try:
            rebuild()
            fault.unlink(missing_ok=True)
        except (Exception, SystemExit) as error:
            message = failure_text(error)
            log.error("%s", message)
            fault.parent.mkdir(parents=True, exist_ok=True)
            fault.write_text(fault_page(message), encoding="utf-8")

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if not fault.is_file() or not is_page(environ["PATH_INFO"]):
            return serve(environ, start)
        return serve({**environ, "PATH_INFO": server.mount_path + FAULT}, partial(start_failed, start))

    server.builder = guarded
    server.set_app(answer)


def allow_reload(server: LiveReloadServer, nonce: str) -> None:
    """Give the script that MkDocs puts into each page the nonce that the policy of the page asks for."""
    inject: Callable[[bytes, float], bytes] = getattr(server, _INJECT)

    def mark(content: bytes, epoch: float) -> bytes:
        before, _, script = inject(content, epoch).rpartition(b"<script>")
        return b'%b<script nonce="%b">%b' % (before, nonce.encode(), script)

    setattr(server, _INJECT, mark)


def is_page(path: str) -> bool:
    """Whether a page is asked for, and not a style sheet, a script or what MkDocs reloads by."""
    return path.endswith(("/", ".html")) or not ("." in path.rpartition("/")[2] or path.startswith("/livereload/"))


def start_failed(start: StartResponse, _: str, headers: list[tuple[str, str]]) -> Callable[[bytes], object]:
    """Begin an answer that is a fault and not what was asked for."""
    return start("503 Service Unavailable", headers)


def fault_page(message: str) -> str:
    """A page that shows a fault, and is loaded again when that is corrected."""
    return _PAGE.format(message=html.escape(message))


def failure_text(error: BaseException) -> str:
    """The fault as a person should read it: the first cause that has words, without a traceback."""
    cause = error.__context__ if isinstance(error, SystemExit) and error.__context__ else error
    name = "" if isinstance(cause, SystemExit) or hasattr(cause, "show") else f"{type(cause).__name__}: "
    return (name + str(cause)).strip() or type(error).__name__


_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)
"""The system's numbers for a disk that takes no more."""


class Staging:
    """A folder beside `site` in which MkDocs writes. Two builds at once have two; the one that ends last wins."""

    def __init__(self, site: Path) -> None:
        self.site = site
        try:
            self._beside = Beside(site)
        except OSError as error:
            raise PluginError(f"briefs: {self._unwritable(error)}") from error
        self.folder = self._beside.folder
        atexit.register(self.discard)

    def swap(self) -> None:
        """Put the new site in the place of the old one; hidden files of the old one (.gitignore, .git) stay."""
        try:
            self._beside.swap()
        except OSError as error:
            self.discard()
            fault = f"{self.site.name}/ cannot be replaced ({error.strerror or error})"
            raise PluginError(f"briefs: {fault}; close what uses it and build again") from error
        atexit.unregister(self.discard)

    def keep(self, path: str) -> bool:
        """Have a file of the old site in the new one too, as it is; whether that could be done."""
        target = self.folder / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            link(self.site / path, target)
        except OSError:
            return False
        return True

    def discard(self) -> None:
        """Remove what was built."""
        atexit.unregister(self.discard)
        self._beside.discard()

    def explain(self, error: Exception) -> str | None:
        """Why the new site could not be written, with the cure; None for any other fault."""
        if not isinstance(error, OSError):
            return None
        files = [file for file in (error.filename, error.filename2) if isinstance(file, str)]
        if error.errno not in _NO_ROOM and not any(Path(file).is_relative_to(self.folder) for file in files):
            return None
        return self._unwritable(error)

    def _unwritable(self, error: OSError) -> str:
        reason = error.strerror or type(error).__name__
        cure = "free room, or check that you may write there; the old site stands"
        return f"{self.site.name}/ cannot be written ({reason}); {cure}"


class Served(Staging):
    """The folder of a live server, which stays as it is but for what a build changes."""

    def __init__(self, site: Path) -> None:
        super().__init__(site)
        self._kept: set[str] = set()

    def keep(self, path: str) -> bool:
        """Leave a file as it is."""
        self._kept.add(path)
        return (self.site / path).is_file()

    def swap(self) -> None:
        """Put the new files in the place of the old ones, and remove those that are gone."""
        new = {file.relative_to(self.folder).as_posix(): file for file in _files(self.folder)}
        for path, file in new.items():
            target = self.site / path
            target.parent.mkdir(parents=True, exist_ok=True)
            file.replace(target)
        for file in _files(self.site):
            path = file.relative_to(self.site).as_posix()
            if path not in self._kept and path not in new and path != FAULT:
                file.unlink()
        self.discard()


def _files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


class Record:
    """Notes a build as published, when its site is in place."""

    def __init__(self, settings: Settings, before: Published, *, serving: bool) -> None:
        """`before` is what was published so far; what a live server shows is not published."""
        self._folder = settings.published if settings.record_builds and not serving else None
        self._before = before
        self.library: Library | None = None

    def write(self) -> str:
        """Write the list of what is published; its digest. Where that cannot be done, the next build compares with the
        build before this one.
        """
        library, self.library = self.library, None
        nothing = library is None or not (library.briefs or self._before.builds)
        if self._folder is None or library is None or nothing:
            return self._before.digest
        try:
            return note_published(self._folder, library) or self._before.digest
        except OSError as error:
            where, fault = f"{self._folder.name}/{FILE}", error.strerror or type(error).__name__
            log.info("%s: cannot be written (%s); the next build tells the same as new", where, fault)
            return self._before.digest


_NO_DAY = "1980-01-01"
"""Stands where MkDocs needs one, for the stamp of the packed map; the first that every archive can hold."""
_LINE = re.compile(rf"\s*<lastmod>{_NO_DAY}</lastmod>")


def forget_day(documents: Iterable[File]) -> None:
    """Take from each page the day of the build; one that another plug-in knows stays."""
    today = get_build_date()
    for file in documents:
        if file.page is not None and file.page.update_date == today:
            file.page.update_date = _NO_DAY


def without_days(sitemap: str) -> str:
    """The map without the days that are none."""
    return _LINE.sub("", sitemap)
