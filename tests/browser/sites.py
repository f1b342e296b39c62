"""Builds a site with the real command and serves it on this machine only."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Site:
    """A finished site: `folder` holds its files, `url` (with a slash at the end) serves them."""

    folder: Path
    url: str

    def pages(self) -> tuple[str, ...]:
        """The paths of all pages under `url`, in order."""
        files = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return tuple(sorted(name for name in files if name != "404.html"))

    def kinds(self) -> tuple[str, ...]:
        """One page of each kind: the index and the first other page of every folder."""
        first: dict[tuple[str, bool], str] = {}
        for page in self.pages():
            folder, _, name = page.rpartition("/")
            first.setdefault((folder, name == "index.html"), page)
        return tuple(first.values())


class _QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and writes no log."""

    def log_message(self, format: str, *args: object) -> None:
        return


@contextmanager
def serve(folder: Path) -> Iterator[Site]:
    """Serve a folder on a free port of the loopback address while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_QuietHandler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Site(folder, f"http://127.0.0.1:{server.server_port}/")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def run(command: Sequence[str], *, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run `python COMMAND` in `cwd`; stdout and stderr together in `stdout`."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
