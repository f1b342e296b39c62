"""A program of others that is called where it is installed: Tesseract, which reads the text of images."""

import pathlib
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

_NAME = "tesseract"
_SECONDS = 20
_READ_ANYWAY = ("eng", "fra")
"""What a source is read in that states no language, as far as it is installed: the languages that Briefs knows."""
_CODES = {
    "ar": "ara", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "fi": "fin", "fr": "fra",
    "hu": "hun", "it": "ita", "nl": "nld", "no": "nor", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sv": "swe",
    "tr": "tur", "uk": "ukr",
}  # fmt: skip
"""What Tesseract calls a language."""
_ORIENTATION = "osd"
"""The data by which it knows which side of a page is up."""


class Tesseract(NamedTuple):
    """The program as it is installed."""

    path: str
    version: str
    """As it tells it: "tesseract 5.3.0"."""
    languages: tuple[str, ...]
    """What it has data for, by its own names, `osd` among them."""

    @property
    def finds_top(self) -> bool:
        """Whether it turns a page that lies on its side."""
        return _ORIENTATION in self.languages

    def read_in(self, language: str | None) -> tuple[str, ...]:
        """The languages for a source that is stated to be in one, or in none; never empty."""
        stated = _CODES.get((language or "").partition("-")[0].lower(), "")
        known = [code for code in self.languages if code not in (_ORIENTATION, "equ")]
        usual = tuple(code for code in _READ_ANYWAY if code in known)
        return (stated,) if stated in known else usual or tuple(known[:1])


def find_tesseract() -> Tesseract | None:
    """The program that the system finds first; None where there is none, or none that answers."""
    path = shutil.which(_NAME)
    # A relative path would be a file of whatever folder the user stands in.
    return _ask(path) if path and pathlib.Path(path).is_absolute() else None


@cache
def _ask(path: str) -> Tesseract | None:
    version = next(iter(_lines_of([path, "--version"])), "")
    languages = tuple(line.strip() for line in _lines_of([path, "--list-langs"]) if line and " " not in line.strip())
    found = Tesseract(path, " ".join(version.split())[:60], languages)
    return found if version.startswith(_NAME) and found.read_in(None) else None


def _lines_of(command: Sequence[str]) -> list[str]:
    """What a command prints; nothing where it fails."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError):
        return []
    # Older ones tell their version as an error.
    return (done.stdout or done.stderr).decode("utf-8", "replace").splitlines()
