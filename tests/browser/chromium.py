"""Finds the Chromium or Chrome that the browser tests drive; run as a program it prints the path, or how to get one."""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

HOW_TO_GET = (
    "The browser tests need Chromium: sudo apt install chromium"
    " (elsewhere: install Chrome, or name any Chromium in the variable BRIEFS_CHROMIUM)"
)
"""One line for whoever runs the tests on a machine without it."""

_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
"""Where macOS and Windows keep it, outside the search path."""


def find_chromium(environment: Mapping[str, str]) -> str | None:
    """The path of a Chromium: BRIEFS_CHROMIUM, else the first known command, else the first known place."""
    if named := environment.get("BRIEFS_CHROMIUM"):
        return shutil.which(named, path=environment.get("PATH"))
    found = (shutil.which(name, path=environment.get("PATH")) for name in _COMMANDS)
    return next((path for path in found if path), None) or next((p for p in _PLACES if Path(p).is_file()), None)


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


if __name__ == "__main__":
    chromium = find_chromium(os.environ)
    print(chromium or HOW_TO_GET)
    sys.exit(chromium is None)
