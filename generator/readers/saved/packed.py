"""Archives (.zip): the days of a packed chat, else each file in it that somebody reads, a source with its name."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from zipfile import ZipFile

from generator.formats import MAILBOX, suffix_of_file
from generator.readers.chats.archives import find_days
from generator.readers.mail.attachments import has_text, is_read, read_file
from generator.readers.mail.marks import ATTACHMENT
from generator.readers.pieces import Extract, Stated, UnreadableError, open_archive, read_member
from generator.text.unicode import one_line

_MOST = 500
"""Files of one archive that are read."""
_MOST_BYTES = 20 << 20
"""Of one file."""
_MOST_NAMED = 5
_APART = frozenset({".zip", MAILBOX})
"""What holds sources itself, and is read as a file of the folder only."""
_EMPTY = "an archive that holds no chat and no file in a known format"
_CURE = "unpack it, and put what is in it into the folder of sources"


def split_zip(content: bytes) -> Extract:
    """The sources in an archive. Raises UnreadableError."""
    archive = open_archive(content)
    days = find_days(archive)
    if days:
        return Extract((), parts=tuple(days))
    names = [name for name in sorted(archive.namelist()) if _is_file(name)]
    wanted = [name for name in names if is_read(name) and suffix_of_file(name) not in _APART]
    parts, notes = list[Extract](), list[str]()
    for name in wanted[:_MOST]:
        try:
            parts += _read(archive, name)
        except UnreadableError as error:
            notes.append(f"'{one_line(name, 80)}' in it: {error.fault}")
        except Exception as error:  # the border: whatever a library raises costs one file
            notes.append(f"'{one_line(name, 80)}' in it: it is damaged ({type(error).__name__})")
    if not parts:
        raise UnreadableError(notes[0] if notes else _EMPTY, _CURE)
    notes += [f"only the first {_MOST:,} files of {len(wanted):,} in it are read"] if len(wanted) > _MOST else []
    notes += _name_others([name for name in names if name not in set(wanted)])
    return Extract((), notes=tuple(notes), parts=tuple(parts))


def read_zip(content: bytes) -> Extract:
    """The one source in an archive. Raises UnreadableError where it holds several."""
    extract = split_zip(content)
    if len(extract.parts) > 1:
        raise UnreadableError(f"it holds {len(extract.parts):,} sources", "put it into the folder of sources")
    return replace(extract.parts[0], notes=extract.notes)


def _is_file(name: str) -> bool:
    """Whether it is a file of somebody's own, and not a folder or what a system or program keeps there."""
    hidden = any(part.startswith((".", "__")) for part in name.split("/"))
    return not name.endswith("/") and not hidden and not PurePosixPath(name).name.startswith("_")


def _read(archive: ZipFile, name: str) -> Iterator[Extract]:
    if archive.getinfo(name).file_size > _MOST_BYTES:
        raise UnreadableError(f"larger than {_MOST_BYTES >> 20} MiB", _CURE)
    for part in read_file(name, read_member(archive, name) or b""):
        if has_text(part):
            file = one_line(name, 150)
            where = f"in the archive: {file}" + (f", {part.place}" if part.place else "")
            yield replace(part, stated=(Stated(ATTACHMENT, (file,)), *part.stated), place=where)


def _name_others(names: list[str]) -> list[str]:
    """What else is in it, by suffix."""
    count = Counter(suffix_of_file(name) or "none" for name in names)
    shown = ", ".join(f"{one_line(suffix, 20)} {number:,}" for suffix, number in count.most_common(_MOST_NAMED))
    return [f"files in it that were not read, by suffix: {shown}"] if names else []
