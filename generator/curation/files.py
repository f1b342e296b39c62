"""The curator's two files in the folder of sources."""

import os
from dataclasses import dataclass
from pathlib import Path

from generator.curation.entries import Override, Word
from generator.curation.overrides import read_overrides
from generator.curation.wordlist import read_words
from generator.model import Problem

OVERRIDES, WORDLIST = "_overrides.yml", "_wordlist.yml"
LARGEST = 4 * 1024 * 1024
"""Bytes of one file."""


@dataclass(frozen=True, slots=True)
class Curation:
    """All that the curator has decided."""

    overrides: tuple[Override, ...] = ()
    words: tuple[Word, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What is wrong with entries that could not be read."""


def read_curation(seeds: Path) -> Curation:
    """The decisions and the names in a folder of sources; a file that is not there decides nothing."""
    overrides, words = read_text(seeds / OVERRIDES), read_text(seeds / WORDLIST)
    decided = read_overrides(overrides, OVERRIDES) if isinstance(overrides, str) else ((), (overrides,))
    listed = read_words(words, WORDLIST) if isinstance(words, str) else ((), (words,))
    return Curation(decided[0], listed[0], (*decided[1], *listed[1]))


def read_text(file: Path) -> str | Problem:
    """The text of a file, empty where there is none; a problem where it cannot be read."""
    if not os.path.lexists(file):
        return ""
    cure = "save it as a plain UTF-8 file"
    try:
        if not file.is_file():
            return Problem(file.name, "not a regular file", cure)
        if file.stat().st_size > LARGEST:
            return Problem(file.name, f"larger than {LARGEST // 1024 // 1024} MiB", "shorten it")
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        what = f"cannot be read ({error.strerror or 'no reason given'})"
        return Problem(file.name, what, "check that you may read it; the build went on without it")
    except UnicodeDecodeError:
        return Problem(file.name, "not UTF-8", cure)
