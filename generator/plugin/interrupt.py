"""What MkDocs does not tell: how far a build is, and, where Ctrl-C ends it, how far it came."""

import logging
import signal
import threading
from types import FrameType
from typing import NoReturn

from mkdocs.plugins import get_plugin_logger

from generator.progress import Progress, show_progress

log = get_plugin_logger("briefs")
STOPPED = 130
"""The exit code of a program that Ctrl-C ended."""


def start_progress() -> Progress:
    """The progress of the builds of this process: shown on a terminal, and not with `-q`."""
    mkdocs = logging.getLogger("mkdocs")
    progress = show_progress(quiet=mkdocs.getEffectiveLevel() > logging.WARNING)

    def clear(_: logging.LogRecord) -> bool:
        progress.clear()
        return True

    for handler in mkdocs.handlers:
        handler.addFilter(clear)
    return progress


def stop_on_interrupt(progress: Progress) -> None:
    """Have Ctrl-C end this process with one line and the usual exit code; what is open is closed on the way out."""

    def stop(_: int, __: FrameType | None) -> NoReturn:
        stop_as_usual()
        progress.end()
        log.error("stopped while %s; the old site stands, what was studied is kept: build again to go on", progress)
        raise SystemExit(STOPPED)

    # Another program in which MkDocs runs may have its own.
    if _is_main() and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, stop)


def stop_as_usual() -> None:
    """Leave Ctrl-C to MkDocs, whose live server ends by it."""
    if _is_main() and getattr(signal.getsignal(signal.SIGINT), "__module__", "") == __name__:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _is_main() -> bool:
    return threading.current_thread() is threading.main_thread()
