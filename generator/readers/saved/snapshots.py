"""Folders of ArchiveBox: each folder of a page holds it in many forms, of which the best one is the source."""

import re
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

import msgspec

from generator.model import Problem
from generator.text.addresses import is_web_address

_FOLDER = re.compile(r"(?:[^/]{1,255}/){0,50}?\d{9,11}(?:\.\d{1,7})?(?=/)")
INDEX = "index.json"
_FORMS = (
    *("singlefile.html", "readability/content.html", "mercury/content.html", "output.html", "dom.html"),
    *("htmltotext.txt", "output.pdf", "pdf.pdf"),
)
"""Where the page stands in its folder, the best form first."""
MOST_INDEX = 1024 * 1024


def find_pages(paths: Collection[str]) -> dict[str, str]:
    """The file that stands for each folder of a page, by folder; empty for a folder in which no form is read."""
    folders = {folder for path in paths if (folder := folder_of(path)) and f"{folder}/{INDEX}" in paths}
    return {
        folder: next((at for form in _FORMS if (at := f"{folder}/{form}") in paths), "") for folder in sorted(folders)
    }


def folder_of(path: str) -> str:
    """The folder of a page in which a file lies, called by the time of saving; empty where it is in none."""
    found = _FOLDER.match(path)
    return found[0] if found else ""


def name_page(path: str) -> str:
    """What the address of a page is made of: its folder's name."""
    return f"page-{PurePosixPath(folder_of(path)).name}"


def tell_unread(folder: str) -> Problem:
    """The problem of a page without a form that is read."""
    return Problem(
        folder, "no form of the page in it can be read", "save it again with its text, or take the folder out"
    )


def read_index(content: bytes) -> bytes:
    """The sidecar of a page, JSON, which is YAML: its address. Empty where the index does not tell it."""
    try:
        values = msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError):
        return b""
    url = values.get("url") if isinstance(values, Mapping) else None
    return msgspec.json.encode({"url": url}) if isinstance(url, str) and is_web_address(url) else b""
