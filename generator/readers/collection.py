"""The sources of a folder, with their addresses. Each fault is one problem, and costs one file."""

import hashlib
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath

from generator.formats import file_of
from generator.model import Problem, Source
from generator.readers.folder import SIDECAR, Found, list_files, unreadable
from generator.readers.opening import MAILBOX, MOST_MESSAGES, member_path, number_of, split_mailbox
from generator.text.addresses import slugify, unique_slugs
from generator.text.unicode import fold_name, printable

_MIB = 1024 * 1024
_MAX_SIDECAR = 65536
_STEM = 50
"""Characters of a mailbox's name in the addresses of its messages, so that the number fits in."""


@dataclass(frozen=True, slots=True)
class Collection:
    """What a folder of sources holds."""

    sources: tuple[Source, ...]
    """By path."""
    problems: tuple[Problem, ...]
    """What is wrong with the other files, by path."""


def collect(seeds: Path, *, max_mb: int) -> Collection:
    """Read all sources under `seeds`, at most `max_mb` MiB each. Raises nothing: every fault is a problem."""
    files, problems = list_files(seeds)
    texts = [file for file in files if not file.path.lower().endswith(SIDECAR)]
    beside = [file for file in files if file.path.lower().endswith(SIDECAR)]
    sidecars = _pair(texts, beside)
    paired = set(sidecars.values())
    contents, unread = _read_all([*texts, *sorted(paired)], max_mb)
    files_by_name = _name_files(file.path for file in texts if file.path in contents)
    opened = [source for path, name in files_by_name.items() for source in open_file(path, contents[path])]
    names = {path: path.replace(file_of(path), files_by_name[file_of(path)], 1) for path, _ in opened}
    ids = unique_slugs({name: _wanted(path) for path, name in names.items()})
    sources = [
        Source(names[path], ids[names[path]], content, _content_of(sidecars.get(file_of(path)), contents))
        for path, content in opened
    ]
    problems += unread + [_orphan(file) for file in beside if file not in paired] + _find_clashes(names)
    if not texts and not problems:
        problems = [
            Problem(printable(seeds.name), "no sources", "drop a file into it: .txt, .md, .html, .pdf, .docx, ...")
        ]
    by_path = sorted(problems, key=lambda problem: (problem.path, problem.what))
    return Collection(tuple(sorted(sources, key=lambda source: source.path)), tuple(by_path))


def open_file(path: str, content: bytes) -> list[tuple[str, bytes]]:
    """The sources in one file, each with its path: the file itself, or the messages of a mailbox."""
    messages = split_mailbox(content) if path.lower().endswith(MAILBOX) else ()
    members = [(member_path(path, n), message) for n, message in enumerate(islice(messages, MOST_MESSAGES), 1)]
    return members or [(path, content)]


def _stem(path: str) -> str:
    """The path without its suffix: what a source and its sidecar share."""
    return path[: len(path) - len(PurePosixPath(path).suffix)]


def _pair(texts: Sequence[Found], beside: Iterable[Found]) -> dict[str, Found]:
    """The sidecar of each source that has one, by the source's path.

    Systems differ in which names they hold for one: case and the form of accents decide only between several.
    """
    exact = {_stem(file.path): file for file in beside}
    taken = {_stem(file.path) for file in texts} & exact.keys()
    loose: defaultdict[str, list[Found]] = defaultdict(list)
    for stem, file in exact.items():
        if stem not in taken:
            loose[fold_name(stem)].append(file)
    pairs = {}
    for file in texts:
        stem = _stem(file.path)
        others = loose[fold_name(stem)] if stem not in taken else [exact[stem]]
        if len(others) == 1:
            pairs[file.path] = others[0]
    return pairs


def _wanted(path: str) -> str:
    """The text that the address of a source is made of: its file's name, and its number among those in the file."""
    stem, number = PurePosixPath(file_of(path)).stem, number_of(path)
    return f"{slugify(stem)[:_STEM].strip('-')}-{number}" if number else stem


def _content_of(file: Found | None, contents: Mapping[str, bytes]) -> bytes | None:
    return contents.get(file.path) if file else None


def _read_all(files: Iterable[Found], max_mb: int) -> tuple[dict[str, bytes], list[Problem]]:
    """The bytes of each file by path, and why some have none."""
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    for file in files:
        limit = _MAX_SIDECAR if file.path.lower().endswith(SIDECAR) else max_mb * _MIB
        try:
            content = _read_limited(file.at, limit)
        except OSError as error:
            problems.append(unreadable(file.path, error))
            continue
        if content is None:
            problems.append(_too_large(file.path, limit))
        else:
            contents[file.path] = content
    return contents, problems


def _read_limited(at: Path, limit: int) -> bytes | None:
    """The bytes of a file; None where there are more than `limit`. Raises OSError."""
    # The size is asked again at the open file: it may have grown since the folder was read.
    with at.open("rb") as file:
        content = file.read(limit + 1) if os.fstat(file.fileno()).st_size <= limit else None
    return None if content is None or len(content) > limit else content


def _too_large(path: str, limit: int) -> Problem:
    if limit < _MIB:
        return Problem(printable(path), f"larger than {limit // 1024} KiB", "shorten it")
    return Problem(printable(path), f"larger than {limit // _MIB} MiB", "split it, or raise max_source_mb")


def _orphan(file: Found) -> Problem:
    name = printable(PurePosixPath(file.path).stem)
    return Problem(
        printable(file.path), "belongs to no source", f"name it after its source: {name}.txt, {name}.pdf, ..."
    )


def _name_files(paths: Iterable[str]) -> dict[str, str]:
    """A printable name for each path, as unique as the paths are."""
    names = {path: printable(path) for path in paths}
    count = Counter(names.values())
    return {path: name if count[name] == 1 else _tell_apart(path, name) for path, name in names.items()}


def _tell_apart(path: str, name: str) -> str:
    """`name` with digits of its path's digest before the suffix."""
    digest = hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{_stem(name)}~{digest}{PurePosixPath(name).suffix}"


def _find_clashes(names: Mapping[str, str]) -> list[Problem]:
    """One problem for each address that several sources want."""
    wanting: defaultdict[str, list[str]] = defaultdict(list)
    for path, name in names.items():
        wanting[slugify(_wanted(path))].append(name)
    return [_clash(slug, sorted(group)) for slug, group in sorted(wanting.items()) if len(group) > 1]


def _clash(slug: str, group: Sequence[str]) -> Problem:
    others = ", ".join(group[1:4]) + (f" and {len(group) - 4} more" if len(group) > 4 else "")
    what = f"wants the same address '{slug}' as {others}"
    return Problem(group[0], what, "rename all but one; until then each has an address of its own")
