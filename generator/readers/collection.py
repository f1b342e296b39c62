"""The sources of a folder, with their addresses: which files are there to read, and what is wrong with the others.

Each fault is one problem, and costs one file. Nothing outside the folder is ever opened, no link leads into a loop, and
only regular files are opened at all.
"""

import hashlib
import os
import re
import stat
import time
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.formats import BY_SUFFIX, file_of, has_columns, stem_of_file, suffix_of_file
from generator.model import Problem, Source
from generator.readers.members import Beside, Member, Members, is_article, key_of, open_file
from generator.readers.saved import snapshots
from generator.text.addresses import slugify, unique_slugs
from generator.text.unicode import fold_name, printable
from generator.unread import cure_for, no_reader

SIDECAR = ".yml"
_DROP = "drop a file into it: .txt, .md, .html, .pdf, .docx, ..."
COLUMNS = "_columns.yml"
PEOPLE = "users.json"
"""Where Slack lists the people of an export."""
_DAY_OF_CHAT = re.compile(r"\d{4}-\d\d-\d\d\.json")
_CHAT_OF_IOS = "_chat.txt"
_OF_THE_SYSTEM = frozenset({"thumbs.db", "desktop.ini", "icon\r"})
"""Files that operating systems leave behind, lower case."""


class Found(NamedTuple):
    """A file that has a reader, or a sidecar."""

    path: str
    """Relative to the folder, forward slashes, as the file system has it (perhaps with lone surrogates)."""
    at: Path
    """Where it really lies."""
    is_link: bool = False


class _Folder(NamedTuple):
    path: str
    at: Path


def list_files(seeds: Path) -> tuple[list[Found], list[Problem]]:
    """All files to read, by path, and the faults. A file that can be reached in two ways is listed once."""
    try:
        is_folder = stat.S_ISDIR(seeds.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        is_folder = False
    except OSError as error:
        return [], [unreadable(seeds.name, error)]
    if not is_folder:
        what = "not a folder" if os.path.lexists(seeds) else "no such folder"
        return [], [Problem(printable(seeds.name), what, f"create it and {_DROP}")]
    found = list(_walk(seeds))
    files = [item for item in found if isinstance(item, Found)]
    real = {file.at for file in files if not file.is_link}
    kept: list[Found] = []
    for file in sorted(files):
        if file.is_link:
            if file.at in real:
                continue
            real.add(file.at)
        kept.append(file)
    return kept, [item for item in found if isinstance(item, Problem)]


def _walk(seeds: Path) -> Iterator[Found | Problem]:
    root = Path(os.path.realpath(seeds))
    waiting = [_Folder("", root)]
    while waiting:
        folder = waiting.pop()
        try:
            entries = list(os.scandir(folder.at))
        except OSError as error:
            yield unreadable(folder.path or seeds.name, error)
            continue
        for entry in entries:
            path = f"{folder.path}/{entry.name}" if folder.path else entry.name
            for item in () if _is_no_source(entry.name) else _classify(path, entry, root):
                if isinstance(item, _Folder):
                    waiting.append(item)
                else:
                    yield item


def _is_no_source(name: str) -> bool:
    """Names that begin with _ or ., README and its like, and what operating systems leave behind."""
    if name == _CHAT_OF_IOS:
        return False
    return name.startswith(("_", ".")) or name.lower() in _OF_THE_SYSTEM or PurePosixPath(name).stem.lower() == "readme"


def _classify(path: str, entry: os.DirEntry[str], root: Path) -> Iterator[Found | _Folder | Problem]:
    """What one entry of a folder is."""
    try:
        if entry.is_symlink():
            yield from _follow(path, entry, root)
        elif entry.is_dir(follow_symlinks=False):
            if suffix_of_file(path) in BY_SUFFIX:
                yield Problem(printable(path), "a folder, not a file", "rename the folder; the files in it are read")
            yield _Folder(path, Path(entry.path))
        else:
            yield _accept(path, Path(entry.path), entry.stat(follow_symlinks=False).st_mode)
    except OSError as error:
        yield unreadable(path, error)


def _follow(path: str, entry: os.DirEntry[str], root: Path) -> Iterator[Found | Problem]:
    """A link: to a file inside the folder it is that file, everything else stays untouched."""
    target = Path(os.path.realpath(entry.path, strict=True))
    if not target.is_relative_to(root):
        yield Problem(printable(path), "a link that leads out of the folder", "put a copy of the file here instead")
    elif not target.is_dir():
        found = _accept(path, target, target.stat().st_mode)
        yield found._replace(is_link=True) if isinstance(found, Found) else found
    elif Path(entry.path).is_relative_to(target):
        yield Problem(printable(path), "a link that leads back to a folder around it", "delete the link")
    else:
        yield Problem(printable(path), "a link to a folder", "delete it; the files are read where they lie", "note")


def _accept(path: str, at: Path, mode: int) -> Found | Problem:
    """The file, if it is a regular one with a suffix that somebody reads."""
    suffix = suffix_of_file(path)
    if not stat.S_ISREG(mode):
        return Problem(printable(path), "not a regular file", "put a plain file in its place")
    if suffix not in BY_SUFFIX and suffix != SIDECAR:
        return Problem(printable(path), no_reader(printable(suffix)), cure_for(suffix))
    return Found(path, at)


def unreadable(path: str, error: OSError) -> Problem:
    """The problem of a file or folder that the system will not open."""
    what = f"cannot be read ({error.strerror or 'no reason given'})"
    return Problem(printable(path), what, "check that it is there and that you may read it")


_MIB = 1024 * 1024
_MAX_SIDECAR, _MAX_PEOPLE = 65536, 8 * _MIB
_NOTION = re.compile(r"(?<=\w)[ -][0-9a-f]{32}\Z")
"""The number that Notion sets behind the name of a page."""
_STEM = 50
"""Characters of a mailbox's name in the addresses of its messages, so that the number fits in."""


_TURNS, _PAUSE = 4, 0.1
"""How often a file is read that changes meanwhile, and the seconds before a second time; each time as many more."""


class UnsettledError(Exception):
    """A file is being written."""


@dataclass(frozen=True, slots=True)
class Collection:
    """What a folder of sources holds."""

    sources: tuple[Source, ...]
    """By path."""
    problems: tuple[Problem, ...]
    """What is wrong with the other files, by path."""


def collect(seeds: Path, *, max_mb: int) -> Collection:
    """Read all sources under `seeds`, at most `max_mb` MiB each. Raises nothing: every fault is a problem."""
    files, problems, pages = _choose_snapshots(*list_files(seeds))
    texts = [file for file in files if not file.path.lower().endswith(SIDECAR)]
    beside = [file for file in files if file.path.lower().endswith(SIDECAR)]
    sidecars = _pair(texts, beside)
    paired = set(sidecars.values())
    contents, unread = _read_all([*texts, *sorted(paired)], max_mb)
    files_by_name = _name_files(file.path for file in texts if file.path in contents)
    told = {file.path: _read_beside(file) for file in texts if has_columns(file.path)}
    held = [open_file(path, contents[path], told.get(path)) for path in files_by_name]
    stated, abstracts, undescribed = _take_entries(zip(files_by_name, held, strict=True), contents.keys())
    stated = pages | stated
    opened = _drop_repeated([*(source for members in held for source in members.sources), *abstracts])
    names = {source.path: _rename(source.path, files_by_name) for source in opened}
    wanted = {path: snapshots.name_page(path) if path in pages else _wanted(path) for path in names}
    ids = unique_slugs({name: wanted[path] for path, name in names.items()})
    sources = [
        Source(names[path], ids[names[path]], content, _find_sidecar(file_of(path), sidecars, contents, stated), place)
        for path, content, place in opened
    ]
    problems += [*unread, *undescribed, *_find_clashes(names, wanted)]
    problems += [fault for members in held for fault in members.problems]
    problems += [_orphan(file) for file in beside if file not in paired]
    if not texts and not problems:
        problems = [_no_sources(seeds)]
    by_path = sorted(problems, key=lambda problem: (problem.path, problem.what))
    return Collection(tuple(sorted(sources, key=lambda source: source.path)), tuple(by_path))


def _no_sources(seeds: Path) -> Problem:
    return Problem(printable(seeds.name), "no sources", _DROP)


def _choose_snapshots(
    files: Sequence[Found], problems: Sequence[Problem]
) -> tuple[list[Found], list[Problem], dict[str, bytes]]:
    """The files without the other forms of a page that ArchiveBox saved, the faults without theirs, and what the index
    of each such page states."""
    at = {file.path: file.at for file in files}
    chosen = snapshots.find_pages(at.keys())
    kept = [file for file in files if chosen.get(snapshots.folder_of(file.path), file.path) == file.path]
    told = [problem for problem in problems if snapshots.folder_of(problem.path) not in chosen]
    told += [snapshots.tell_unread(printable(folder)) for folder, path in chosen.items() if not path]
    indexes = {path: at[f"{folder}/{snapshots.INDEX}"] for folder, path in chosen.items() if path}
    contents = {path: _read_optional(index, snapshots.MOST_INDEX) for path, index in indexes.items()}
    return kept, told, {path: snapshots.read_index(content) for path, content in contents.items()}


def _rename(path: str, files_by_name: Mapping[str, str]) -> str:
    """The path of a source with the printable name of its file."""
    file = file_of(path)
    return path.replace(file, files_by_name[file], 1)


def _read_beside(file: Found) -> Beside:
    """What lies beside a table and says what is in it: `_columns.yml`, and the people of a chat in the folder above."""
    is_day = _DAY_OF_CHAT.fullmatch(PurePosixPath(file.path).name) is not None and "/" in file.path
    people = _read_optional(file.at.parent.with_name(PEOPLE), _MAX_PEOPLE) if is_day else b""
    return Beside(_read_optional(file.at.with_name(COLUMNS), _MAX_SIDECAR), people)


def _read_optional(at: Path, limit: int) -> bytes:
    """The bytes of a file; none where there is no such file."""
    try:
        return _read_limited(at, limit) or b"" if at.is_file() and not at.is_symlink() else b""
    except (OSError, UnsettledError):
        return b""


def _drop_repeated(sources: Sequence[Member]) -> list[Member]:
    """The sources; an article that several exports have, word for word, is that of the first of them by path."""
    kept: dict[tuple[str, bytes] | str, Member] = {}
    for source in sorted(sources, key=lambda source: source.path):
        kept.setdefault((key_of(source.path), source.content) if is_article(source.path) else source.path, source)
    return list(kept.values())


def _pair(texts: Sequence[Found], beside: Iterable[Found]) -> dict[str, Found]:
    """The sidecar of each source that has one, by the source's path.

    Systems differ in which names they hold for one: case and the form of accents decide only between several.
    """
    exact = {stem_of_file(file.path): file for file in beside}
    taken = {stem_of_file(file.path) for file in texts} & exact.keys()
    loose: defaultdict[str, list[Found]] = defaultdict(list)
    for stem, file in exact.items():
        if stem not in taken:
            loose[fold_name(stem)].append(file)
    pairs = {}
    for file in texts:
        stem = stem_of_file(file.path)
        others = loose[fold_name(stem)] if stem not in taken else [exact[stem]]
        if len(others) == 1:
            pairs[file.path] = others[0]
    return pairs


def _wanted(path: str) -> str:
    """The text that the address of a source is made of: its file's name, and its number among those in the file; of an
    article its key.
    """
    stem, key = _NOTION.sub("", PurePosixPath(stem_of_file(file_of(path))).name), key_of(path)
    if is_article(path):
        return key
    return f"{slugify(stem)[:_STEM].strip('-')}-{key}" if key else stem


def _find_sidecar(
    path: str, sidecars: Mapping[str, Found], contents: Mapping[str, bytes], stated: Mapping[str, bytes]
) -> bytes | None:
    """The sidecar of a file: the one beside it, else what a library states of it."""
    file = sidecars.get(path)
    return contents.get(file.path) if file else stated.get(path)


def _take_entries(
    opened: Iterable[tuple[str, Members]], files: Container[str]
) -> tuple[dict[str, bytes], list[Member], list[Problem]]:
    """What the libraries of the folder state of its files, by path, the abstracts of works that are not there, and how
    many entries have neither; of several that name a file the first by path counts."""
    stated: dict[str, bytes] = {}
    abstracts: list[Member] = []
    problems: list[Problem] = []
    for path, members in sorted(opened, key=lambda one: one[0]):
        bare = 0
        for entry in members.entries:
            found = [file for file in entry.files if file in files]
            for file in found:
                stated.setdefault(file, entry.sidecar)
            if not found and entry.source:
                abstracts.append(entry.source)
            bare += not found and not entry.source
        if bare:
            what = f"{bare:,} of {len(members.entries):,} entries have no file here and no abstract; they were left out"
            problems.append(Problem(printable(path), what, severity="note"))
    return stated, abstracts, problems


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
        except UnsettledError:
            what, cure = "changes while it is read", "build again when whoever writes it is done"
            problems.append(Problem(printable(file.path), what, cure))
            continue
        if content is None:
            problems.append(_too_large(file.path, limit))
        else:
            contents[file.path] = content
    return contents, problems


def _read_limited(at: Path, limit: int) -> bytes | None:
    """The bytes of a file; None where there are more than `limit`. Raises OSError, UnsettledError where they change."""
    for turn in range(_TURNS):
        time.sleep(turn * _PAUSE)
        # The size is asked again at the open file: it may have grown since the folder was read.
        with at.open("rb") as file:
            before = os.fstat(file.fileno())
            content = file.read(limit + 1) if before.st_size <= limit else None
            after = os.fstat(file.fileno())
        if content is None or len(content) > limit:
            return None
        if len(content) == before.st_size and (before.st_size, before.st_mtime_ns) == (
            after.st_size,
            after.st_mtime_ns,
        ):
            return content
    raise UnsettledError


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
    return f"{stem_of_file(name)}~{digest}{name[len(stem_of_file(name)) :]}"


def _find_clashes(names: Mapping[str, str], wanted: Mapping[str, str]) -> list[Problem]:
    """One problem for each address that several sources want."""
    wanting: defaultdict[str, list[str]] = defaultdict(list)
    for path, name in names.items():
        if is_article(path):
            continue  # nobody can rename it, and it is that of another file all the same
        wanting[slugify(wanted[path])].append(name)
    return [_clash(slug, sorted(group)) for slug, group in sorted(wanting.items()) if len(group) > 1]


def _clash(slug: str, group: Sequence[str]) -> Problem:
    others = ", ".join(group[1:4]) + (f" and {len(group) - 4} more" if len(group) > 4 else "")
    what = f"wants the same address '{slug}' as {others}"
    return Problem(group[0], what, "rename all but one; until then each has an address of its own")
