"""The curator's two files in the folder of sources; names to look for are found in a text in time linear in its
length, whatever their number.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from generator.curation.entries import Override, Word
from generator.curation.overrides import (
    Entry,
    EntryError,
    need,
    one,
    read_entries,
    read_overrides,
    suggest,
    tell,
    type_of,
)
from generator.model import Problem, Span

TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
"""A run of letters and digits, or one other character."""
KEYS = ("name", "type", "aliases", "case_sensitive")
_SWITCH = {"true": True, "false": False}


class Found(NamedTuple):
    """A listed name in a text."""

    span: Span
    word: int
    """Index into the words that were looked for."""


def read_words(text: str, path: str) -> tuple[tuple[Word, ...], tuple[Problem, ...]]:
    """The names in a file, in its order, and what is wrong with the other entries."""
    entries, problems = read_entries(text, path)
    found: list[Word] = []
    for entry in entries:
        try:
            found.append(read_word(entry))
        except EntryError as fault:
            problems.append(tell(fault, path))
    return tuple(found), tuple(problems)


def read_word(entry: Entry) -> Word:
    """One name to look for. Raises EntryError."""
    for key in entry.values:
        if key not in KEYS:
            raise EntryError(entry.lines[key], f"'{key[:40]}' means nothing here", suggest(key, KEYS))
        if key in entry.lists and key != "aliases":
            raise EntryError(entry.lines[key], f"'{key}' is a list", "write one entry for each")
    for key in ("name", "type"):
        if key not in entry.values:
            raise EntryError(entry.line, f"a name without '{key}'", f"add '{key}: ...'")
    switch = one(entry, "case_sensitive") or "true"
    if switch not in _SWITCH:
        raise EntryError(entry.lines["case_sensitive"], f"'case_sensitive' is '{switch[:40]}'", "write true or false")
    kind = type_of(entry)
    assert kind is not None
    return Word(entry.line, need(entry, "name"), kind, entry.values.get("aliases", ()), _SWITCH[switch])


def find_words(text: str, spans: Iterable[Span], words: Sequence[Word]) -> tuple[Found, ...]:
    """Where the names and their aliases stand, whole words only, in order; of overlapping ones the longest.

    White space between the words of a name is any white space.
    """
    forms = list_forms(words)
    return tuple(found for span in spans for found in _find_in(text, span, words, forms)) if forms else ()


Forms = dict[str, list[tuple[tuple[str, ...], int]]]


def list_forms(words: Sequence[Word]) -> Forms:
    """The tokens of each form with the index of its word, by the first token in lower case, the longest first."""
    forms: Forms = {}
    for index, word in enumerate(words):
        for form in dict.fromkeys((word.name, *word.aliases)):
            tokens = tuple(TOKEN.findall(form))
            if tokens:
                forms.setdefault(tokens[0].lower(), []).append((tokens, index))
    for rows in forms.values():
        rows.sort(key=lambda row: (-len(row[0]), row[1]))
    return forms


def _find_in(text: str, span: Span, words: Sequence[Word], forms: Forms) -> Iterator[Found]:
    tokens = list(TOKEN.finditer(text, span.start, span.end))
    at = 0
    while at < len(tokens):
        step = 1
        for form, index in forms.get(tokens[at].group().lower(), ()):
            there = tuple(token.group() for token in tokens[at : at + len(form)])
            if matches(there, form, words[index]) and is_tight(text, tokens[at : at + len(form)]):
                yield Found(Span(tokens[at].start(), tokens[at + len(form) - 1].end()), index)
                step = len(form)
                break
        at += step


def matches(there: tuple[str, ...], form: tuple[str, ...], word: Word) -> bool:
    """Whether the tokens of a text are those of a form."""
    if word.case_sensitive:
        return there == form
    return [token.lower() for token in there] == [token.lower() for token in form]


def is_tight(text: str, tokens: Sequence[re.Match[str]]) -> bool:
    """Whether white space, or nothing, stands between the tokens."""
    gaps = (text[a.end() : b.start()] for a, b in pairwise(tokens))
    return all(len(gap) <= 20 and gap.count("\n") <= 1 for gap in gaps)


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
