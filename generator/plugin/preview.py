"""The live server: a rebuild that fails is shown in the browser, and the server lives on.

MkDocs alone holds every request until the next good build: the browser hangs and says nothing.
"""

import html
import sys
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

log = get_plugin_logger("briefs")

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


def show_failures(server: LiveReloadServer) -> None:
    """Make a failed rebuild write the fault on every page, instead of holding the browser up."""
    rebuild = server.builder

    def guarded() -> None:
        try:
            rebuild()
        except (Exception, SystemExit) as error:
            message = failure_text(error)
            log.error("%s", message)
            write_failure(Path(server.root), message)

    server.builder = guarded


def failure_text(error: BaseException) -> str:
    """The fault as a person should read it: the first cause that has words, without a traceback."""
    cause = error.__context__ if isinstance(error, SystemExit) and error.__context__ else error
    name = "" if isinstance(cause, SystemExit) or hasattr(cause, "show") else f"{type(cause).__name__}: "
    return (name + str(cause)).strip() or type(error).__name__


def write_failure(root: Path, message: str) -> None:
    """Put the fault in the place of every page below `root`, and of the home page even if there is none."""
    page = _PAGE.format(message=html.escape(message))
    for file in {root / "index.html", root / "404.html", *root.rglob("*.html")}:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(page, encoding="utf-8")
        except OSError as error:
            print(error, file=sys.stderr)
