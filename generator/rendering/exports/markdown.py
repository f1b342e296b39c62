"""The pages as plain Markdown files with front matter, for any builder. Never writes or removes outside its folder."""

import html
import json
from collections.abc import Iterable
from pathlib import Path

from generator.disk import revised, write_whole
from generator.errors import BriefsError, TemplateError
from generator.model import Library, Page
from generator.rendering import render
from generator.rendering.addresses import LinkStyle
from generator.rendering.pages import WIDE
from generator.settings import Settings
from generator.text.unicode import one_line

MARKER = ".briefs-export.json"
"""Names the pages that an export wrote; a folder without it is somebody else's."""
_SUFFIXES = frozenset({".md", ".ics"})
"""What an export writes."""


def write_markdown(library: Library, out: Path, settings: Settings, links: LinkStyle = "markdown") -> list[Path]:
    """Write every page below `out`, remove the pages of an earlier export that are no more; the paths that changed.

    A file is written only if its bytes change, and the folder changes as a whole. Raises BriefsError for a folder that
    holds something else or cannot be written, and TemplateError, before anything is written, if a template fails.
    """
    pages = list(render(library, settings=settings, links=links))
    for page in pages:
        if page.problem and page.problem.severity == "error":
            raise TemplateError(page.problem.path, page.problem.what, page.problem.cure or "correct the template")
    earlier = _earlier_pages(out)
    try:
        with revised(out, keep=True) as folder:
            written = _write_all(pages, folder, earlier)
        return [out / path.relative_to(folder) for path in written]
    except OSError as error:
        fault = f"cannot be written ({error.strerror or type(error).__name__})"
        raise BriefsError(str(error.filename or out), fault, "free or choose another folder") from error


def front_matter(page: Page) -> str:
    """Write the front matter of a page: YAML whose values are JSON, which is YAML too.

    Title and description are HTML-escaped: Material, Zensical and Jekyll print them as they are.
    """
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in mkdocs_meta(page).items()]
    return "\n".join(["---", *lines, "---", "", ""])


def mkdocs_meta(page: Page) -> dict[str, object]:
    """Give MkDocs' `page.meta`: title and description, which its themes print unescaped, and what a page leaves out."""
    hidden = ["navigation", "toc"] if page.kind in WIDE else ["navigation"]
    meta: dict[str, object] = {
        "title": _attribute(page.title),
        "description": _attribute(page.description),
        "hide": hidden,
    }
    return meta if page.searchable else {**meta, "search": {"exclude": True}}


def _attribute(text: str) -> str:
    return html.escape(one_line(text, 300), quote=True)


def _earlier_pages(out: Path) -> list[str]:
    """The pages that an earlier export wrote; none for a new or empty folder."""
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


def _write_all(pages: Iterable[Page], out: Path, earlier: Iterable[str]) -> list[Path]:
    contents: dict[str, bytes] = {}
    for page in pages:
        contents[page.path] = (front_matter(page) + page.markdown).encode("utf-8")
        contents |= {file.path: file.content for file in page.files}
    out.mkdir(parents=True, exist_ok=True)
    # Both sets until all is written: an export that is cut short can still be cleaned up by the next one.
    _write_marker(out, {*contents, *earlier})
    written = [target for path, content in contents.items() if write_file(target := _inside(out, path), content)]
    for path in sorted({*earlier} - {*contents}):
        _remove(_inside(out, path), out)
    _write_marker(out, contents)
    return written


def _inside(out: Path, path: str) -> Path:
    """The place of a page. Raises BriefsError if it is outside, through `..` or through a link to another folder."""
    target = out / path
    if not target.parent.resolve().is_relative_to(out.resolve()) or target.suffix not in _SUFFIXES:
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
