"""Finds the Chromium that the browser tests drive, or gets one; run as a program it does both and prints the path."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

HOW_TO_GET = (
    "The browser tests need Chromium, and none could be got here: sudo apt install chromium"
    " (elsewhere: install Chrome, or name any Chromium in the variable BRIEFS_CHROMIUM)"
)
"""One line for whoever runs the tests on a machine without it."""

_COMMANDS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"),
    "chromium-headless-shell",
)
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
"""Where macOS and Windows keep it, outside the search path."""
_CACHES = (("XDG_CACHE_HOME", ""), ("HOME", ".cache"), ("HOME", "Library/Caches"), ("LOCALAPPDATA", ""))
"""Where Playwright keeps what it fetched, on any system: a variable, and a folder below what it names."""
_FETCHED = ("headless_shell", "chrome-headless-shell", "chrome", "*.app/Contents/MacOS/*")
"""What Playwright calls it, two folders down; with `.exe` on Windows."""
_SECONDS = 600
"""For one way to get it, on a slow line."""

Way = Sequence[Sequence[str]]
"""Commands that get a Chromium when all of them succeed."""


def find_chromium(environment: Mapping[str, str]) -> str | None:
    """The path of a Chromium that starts: BRIEFS_CHROMIUM, else a known command, a known place, Playwright's."""
    if named := environment.get("BRIEFS_CHROMIUM"):
        return shutil.which(named, path=environment.get("PATH"))
    found = (shutil.which(name, path=environment.get("PATH")) for name in _COMMANDS)
    places = (place for place in _PLACES if Path(place).is_file())
    known = (*(path for path in found if path), *places, *_fetched(environment))
    return next((path for path in known if _starts(path)), None)


def get_chromium(
    environment: Mapping[str, str], ways: Sequence[Way], say: Callable[[str], object] = print
) -> str | None:
    """The path of a Chromium, got in the first of these ways that gives one, if none is here."""
    found = find_chromium(environment)
    if environment.get("BRIEFS_CHROMIUM"):
        return found
    for way in ways:
        if found:
            break
        say(f"No Chromium is here; trying: {' && '.join(' '.join(command) for command in way)}")
        if all(_runs(command, environment) for command in way):
            found = find_chromium(environment)
    return found


def ways_here() -> list[Way]:
    """How this user can get a Chromium on this machine, the surest way first."""
    may_install = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None
    playwright = [sys.executable, "-m", "playwright", "install"]
    if not may_install:
        return [[[*playwright, "chromium-headless-shell"]]]
    # The package comes with the libraries that it needs; Playwright's must be told to bring them.
    package = [["apt-get", "update", "-qq"], ["apt-get", "install", "-qq", "-y", "chromium"]]
    return [package, [[*playwright, "--with-deps", "chromium-headless-shell"]]]


def name_lack(environment: Mapping[str, str]) -> str:
    """What to do where no Chromium was found, in one line."""
    named = environment.get("BRIEFS_CHROMIUM")
    return f"BRIEFS_CHROMIUM names {named!r}, which is no program here: correct or unset it" if named else HOW_TO_GET


def launch_arguments() -> list[str]:
    """What Chromium is started with: no request of its own, and no sandbox where it refuses one, as root."""
    quiet = [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*quiet, "--no-sandbox"] if is_root else quiet


def _fetched(environment: Mapping[str, str]) -> Iterator[str]:
    """What Playwright fetched and completed, the newest first."""
    named = environment.get("PLAYWRIGHT_BROWSERS_PATH")
    caches = (Path(environment[key], below, "ms-playwright") for key, below in _CACHES if environment.get(key))
    folders = [folder for cache in ([Path(named)] if named else caches) for folder in cache.glob("chromium*-*")]
    whole = (folder for folder in folders if (folder / "INSTALLATION_COMPLETE").exists())
    for folder in sorted(whole, key=lambda folder: int("0" + folder.name.rpartition("-")[2]), reverse=True):
        for name in _FETCHED:
            yield from (str(path) for end in ("", ".exe") for path in folder.glob(f"*/{name}{end}") if path.is_file())


def _starts(path: str) -> bool:
    """Whether it runs: on Linux libraries may be missing, or a command only tells where to get it."""
    return not sys.platform.startswith("linux") or _runs([path, "--version"], os.environ)


def _runs(command: Sequence[str], environment: Mapping[str, str]) -> bool:
    """Whether a command succeeds, asking nobody and printing nothing."""
    try:
        done = subprocess.run(
            command,
            env={**environment, "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    chromium = get_chromium(os.environ, ways_here(), say=lambda line: print(line, file=sys.stderr))
    print(chromium or name_lack(os.environ))
    sys.exit(chromium is None)
