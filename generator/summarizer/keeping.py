"""The answers that were given, kept in the cache folder under what was asked: a rebuild asks nothing again."""

import json
import re
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from generator.disk import write_whole

_FOLDER = "written"
_KEY = re.compile(r"[0-9a-f]{64}\.json")


class Kept:
    """One file for each answer; without a folder nothing is kept."""

    def __init__(self, cache: Path | None) -> None:
        self._folder = cache and cache / _FOLDER

    def load(self, key: str) -> str | None:
        """The words of an answer; None where there is none."""
        try:
            words = json.loads((self._folder / f"{key}.json").read_bytes())["answer"] if self._folder else None
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return None
        return words if isinstance(words, str) else None

    def store(self, key: str, words: str) -> None:
        """Keep an answer; where that fails the next build asks again."""
        if self._folder:
            with suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True)
                write_whole(self._folder / f"{key}.json", json.dumps({"answer": words}).encode())

    def forget_except(self, keys: Collection[str]) -> None:
        """Drop the answers that nobody needs any more."""
        if not self._folder or not self._folder.is_dir():
            return
        with suppress(OSError):
            for file in self._folder.iterdir():
                if _KEY.fullmatch(file.name) and file.stem not in keys:
                    file.unlink(missing_ok=True)
