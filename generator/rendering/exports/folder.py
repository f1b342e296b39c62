"""A folder of many files that an export writes anew: what changed is written, what is no more is removed, and nothing
outside of it, or of somebody else in it, is ever touched.
"""

import json
from collections.abc import Iterable, Mapping, Set
from pathlib import Path

from generator.disk import revised, write_whole
from generator.errors import BriefsError

MARKER = ".briefs-export.json"
"""Names the files that an export wrote; a folder without it is somebody else's."""
PAGE_SUFFIXES = frozenset({".md", ".ics", ".xml", ".js", ".json", ".bib", ".ris", ".csv", "robots.txt", "llms.txt"})
"""Of pages and what they offer; two of which are known by their names."""


def check_folder(out: Path) -> list[str]:
    """The files that an earlier export wrote; none for a new or empty folder. Raises BriefsError for one that holds
    something else."""
    if not out.exists():
        return []
    if not out.is_dir():
        raise BriefsError(str(out), "is not a folder", "choose another one")
    if not any(out.iterdir()):
        return []
    try:
        pages = json.loads((out / MARKER).read_text(encoding="utf-8"))["pages"]
    except (OSError, ValueError, TypeError, KeyError) as error:
        fault = "holds files that no export of Briefs wrote"
        raise BriefsError(str(out), fault, "choose an empty or a new folder") from error
    return [path for path in pages if isinstance(path, str)] if isinstance(pages, list) else []


def write_files(
    contents: Mapping[str, bytes],
    out: Path,
    earlier: Iterable[str],
    suffixes: Set[str] = PAGE_SUFFIXES,
) -> list[Path]:
    """Write files by their paths below `out`, and remove the earlier ones that are no more; the paths that changed.

    The folder changes as a whole. Raises BriefsError where it cannot be written, or a file has none of `suffixes`.
    """
    try:
        with revised(out, keep=True) as folder:
            written = _write_all(contents, folder, earlier, suffixes)
        return [out / path.relative_to(folder) for path in written]
    except OSError as error:
        raise unwritable(error, out) from error


def unwritable(error: OSError, out: Path) -> BriefsError:
    """Why a folder could not be written, with the cure."""
    fault = f"cannot be written ({error.strerror or type(error).__name__})"
    return BriefsError(str(error.filename or out), fault, "free or choose another folder")


def _write_all(contents: Mapping[str, bytes], out: Path, earlier: Iterable[str], suffixes: Set[str]) -> list[Path]:
    out.mkdir(parents=True, exist_ok=True)
    # Both sets until all is written: an export that is cut short can still be cleaned up by the next one.
    _write_marker(out, {*contents, *earlier})
    written = [
        target for path, content in contents.items() if write_file(target := _inside(out, path, suffixes), content)
    ]
    for path in sorted({*earlier} - {*contents}):
        _remove(_inside(out, path, suffixes), out)
    _write_marker(out, contents)
    return written


def _inside(out: Path, path: str, suffixes: Set[str]) -> Path:
    """The place of a file. Raises BriefsError if it is outside, through `..` or through a link to another folder."""
    target = out / path
    if not target.parent.resolve().is_relative_to(out.resolve()) or suffixes.isdisjoint((target.suffix, path)):
        raise BriefsError(path, "is not the path of a page below the folder", "remove the folder and export anew")
    return target


def write_file(target: Path, content: bytes) -> bool:
    """Write a file unless it is like that already; whether it was written."""
    if target.is_file() and not target.is_symlink() and target.read_bytes() == content:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    write_whole(target, content)
    return True


def _write_marker(out: Path, pages: Iterable[str]) -> None:
    text = json.dumps({"made_by": "briefs export", "pages": sorted(pages)}, indent=1)
    write_file(out / MARKER, f"{text}\n".encode())


def _remove(target: Path, out: Path) -> None:
    """Remove a page and the folders that it leaves empty."""
    target.unlink(missing_ok=True)
    for folder in target.parents:
        if folder == out or not folder.is_dir() or any(folder.iterdir()):
            return
        folder.rmdir()
