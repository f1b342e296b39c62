"""Extractors run in one child process that can be stopped: bounded in time and memory, one file at a time.

The child is a plain program (`generator.readers.child`), started when the first file needs it and used again for the
next ones. It is given bytes and gives back JSON, never pickles. Its standard input ends with this process, and it ends
with its standard input; so nothing is left behind, not even after `kill -9`.
"""

import atexit
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import msgspec

from generator.readers.pieces import Extract, UnreadableError

SECONDS = 10.0
"""Time for one file. Starting the child is not counted."""
SECONDS_OF_PARTS = 30.0
"""Time for taking one file apart into its articles."""
SECONDS_OF_IMAGES = 300.0
"""Time for recognizing the text of one file of scans."""
MEGABYTES = 1024
"""Memory of the child, where the system can bound it (not on Windows)."""
_START_SECONDS = 60.0
_EXIT_SECONDS = 5.0
_KILLED = 9
"""The signal that no program can answer: the system's, where memory is short."""
_MAX_ANSWER = 128 * 1024 * 1024
_LENGTH_BYTES = 8
_SMALLER = "save its text as a .txt file, or take it out"
_REPAIR = "open it in its own program and save it again, or save its text as a .txt file"
_INSTALL = "install Briefs anew with all that it needs, and start again"
_LATER = "build again when the machine has less to do"
_ROOT = Path(__file__).parents[2]


PARTS = "parts of "
"""Before a suffix: the request for the sources in a file that holds several."""


IMAGES = "images of "
"""Before a suffix: the request for the text of scanned pages."""


class Answer(msgspec.Struct, frozen=True):
    """What the child says of one file: an extract, a fault with its cure, or what of this program is missing."""

    extract: Extract | None = None
    fault: str = ""
    cure: str = ""
    missing: str = ""
    late: bool = False
    """Whether the fault is that it took too long."""


class EndedError(Exception):
    """The child is gone, was stopped, or never came up. `fault` says why, `cure` what to do about it."""

    def __init__(self, fault: str, cure: str, *, late: bool = False) -> None:
        super().__init__(fault)
        self.fault = fault
        self.cure = cure
        self.late = late
        """Whether it may go well another time: it took too long, or the machine had too little left."""


class Child:
    """The child process of this process. One file at a time, whatever thread asks."""

    def __init__(self, *, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        self._seconds = seconds
        self._megabytes = megabytes
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._files = 0
        self._lock = threading.Lock()

    def extract(self, suffix: str, content: bytes) -> Extract:
        """What the extractor for `suffix` (`.pdf`, or `PARTS` before it) finds in `content`. Raises UnreadableError."""
        with self._lock:
            try:
                answer = self._ask(suffix, content, self._seconds_for(suffix))
            except EndedError as error:
                raise UnreadableError(error.fault, error.cure, late=error.late) from error
        if answer.missing:
            fault = f"a library that reads this format is missing or broken ({answer.missing})"
            raise UnreadableError(fault, _INSTALL, late=True)
        if answer.extract is None:
            raise UnreadableError(answer.fault, answer.cure, late=answer.late)
        return answer.extract

    def close(self) -> None:
        """End the child, if there is one."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        _kill(process)
        for pipe in (process.stdin, process.stdout):
            if pipe:
                # What was not sent yet has nobody to go to.
                try:
                    pipe.close()
                except OSError:
                    continue
        process.wait()

    def _seconds_for(self, suffix: str) -> float:
        return max(self._seconds, seconds_more(suffix))

    def _ask(self, suffix: str, content: bytes, seconds: float) -> Answer:
        """Ask once; a second time, in a new child, where one that had read other files before gave out."""
        used, start = self._files > 0, time.monotonic()
        try:
            return self._ask_once(suffix, content, seconds)
        except EndedError as error:
            left = seconds - (time.monotonic() - start)
            if not used or error.late or left <= 0:
                raise
            try:
                return self._ask_once(suffix, content, left)
            except EndedError:
                raise error from None

    def _ask_once(self, suffix: str, content: bytes, seconds: float) -> Answer:
        process = self._running()
        self._files += 1
        size = len(content).to_bytes(_LENGTH_BYTES, "big")
        answer = self._exchange(process, suffix.encode() + b"\n" + size + content, seconds)
        if answer == b"":
            self.close()
            raise EndedError(f"needs more than {self._megabytes:,} MB of memory", _SMALLER)
        try:
            return msgspec.json.decode(answer, type=Answer)
        except (msgspec.DecodeError, UnicodeError) as error:
            self.close()
            raise EndedError("crashed the program that reads it (an answer that is none)", _REPAIR) from error

    def _exchange(self, process: subprocess.Popen[bytes], request: bytes, seconds: float) -> bytes:
        """Send a request and wait for the answer. Raises EndedError."""
        assert process.stdin and process.stdout  # both are pipes
        late = threading.Event()
        timer = threading.Timer(seconds, _stop, (process, late))
        timer.daemon = True
        timer.start()
        try:
            process.stdin.write(request)
            process.stdin.flush()
            size = int.from_bytes(_read_all(process.stdout.read(_LENGTH_BYTES), _LENGTH_BYTES), "big")
            return _read_all(process.stdout.read(min(size, _MAX_ANSWER)), size)
        except (OSError, EOFError, ValueError) as error:
            took = EndedError(f"took longer than {seconds:g} s", _SMALLER, late=True)
            ended = took if late.is_set() else explain_end(process)
            self.close()
            raise ended from error
        finally:
            timer.cancel()

    def _running(self) -> subprocess.Popen[bytes]:
        """The child of this very process: a fork of it starts its own."""
        if self._process is None or self._owner != os.getpid() or self._process.poll() is not None:
            self.close()
            try:
                self._process, self._owner, self._files = self._start(), os.getpid(), 0
            except OSError as error:
                raise EndedError(f"its reader did not start ({error.strerror or error})", _LATER, late=True) from error
            self._greet(self._process)
        return self._process

    def _greet(self, process: subprocess.Popen[bytes]) -> None:
        """Wait until the child is up. Raises EndedError."""
        try:
            self._exchange(process, b"", _START_SECONDS)
        except EndedError as error:
            raise EndedError(f"its reader did not start, it {error.fault}", _LATER, late=True) from error

    def _start(self) -> subprocess.Popen[bytes]:
        # -P: a file of the user's folder must not pass for a module.
        command = [sys.executable, "-P", "-X", "utf8", "-m", "generator.readers.child"]
        path = os.pathsep.join(dict.fromkeys([str(_ROOT), *filter(None, sys.path)]))
        limits = [str(self._megabytes), str(int(self._seconds_for(PARTS)) + 5)]
        environment = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "0"}
        return subprocess.Popen(
            [*command, *limits],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            # Ctrl-C is for the parent; the child ends with it.
            start_new_session=True,
        )


def explain_end(process: subprocess.Popen[bytes]) -> EndedError:
    """Why a child is gone that nobody here stopped."""
    # Its pipes close a moment before its exit code is known.
    with suppress(subprocess.TimeoutExpired):
        process.wait(_EXIT_SECONDS)
    code = process.returncode
    if code == -_KILLED:
        fault = "the system ended the program that reads it (SIGKILL), mostly for want of memory"
        return EndedError(fault, "free memory and build again, or save its text as a .txt file", late=True)
    known = {item.value: item.name for item in signal.Signals}
    how = "it hangs" if code is None else known.get(-code, f"signal {-code}") if code < 0 else f"exit code {code}"
    return EndedError(f"crashed the program that reads it ({how})", _REPAIR)


def _stop(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    _kill(process)


def seconds_more(request: str) -> float:
    """Time for a request that takes longer than reading a file; 0 for reading one."""
    return SECONDS_OF_PARTS if request.startswith(PARTS) else SECONDS_OF_IMAGES if request.startswith(IMAGES) else 0.0


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a child, with the program that it called."""
    if process.poll() is None and hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _read_all(content: bytes, size: int) -> bytes:
    """The bytes, if they are as many as there should be."""
    if len(content) != size:
        raise EOFError
    return content


CHILD = Child()
"""The one child of this process."""
atexit.register(CHILD.close)
