"""`briefs add`: a copy of a file, or a page with a note of where and when it was found, in the folder of sources."""

import codecs
import html
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from generator.cli.fetching import Fetched, FetchError, Limits, fetch
from generator.disk import write_new
from generator.errors import BriefsError
from generator.formats import BY_MEDIA_TYPE, BY_SUFFIX, KNOWN, no_reader
from generator.text.addresses import FALLBACK, slugify
from generator.text.unicode import fold_name, one_line, printable

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,20}://")
_TITLE = re.compile(rb"<title\b[^>]{0,200}>([^<]{1,500})", re.IGNORECASE)
_HEAD_BYTES = 65536
_LOOSE = frozenset({"", "application/octet-stream", "binary/octet-stream", "text/plain", "application/zip"})
"""Media types that servers give to anything."""


def is_address(what: str) -> bool:
    """Whether it is an address to fetch, and not the name of a file."""
    return _ADDRESS.match(what) is not None


def add(what: str, seeds: Path, limits: Limits) -> str:
    """Put a copy of a file, or of the page at an address, into `seeds`; what was done, in a line.

    Raises BriefsError. Never overwrites anything.
    """
    seeds.mkdir(parents=True, exist_ok=True)
    if is_address(what):
        return _add_page(fetch(what, limits), seeds)
    return _add_file(Path(what), seeds, limits.megabytes)


def _add_file(file: Path, seeds: Path, megabytes: int) -> str:
    """Copy a file, and its sidecar if it has one."""
    name = printable(str(file))
    if not file.is_file():
        raise BriefsError(name, "no such file", "name a file, or an address from http:// or https:// on")
    if file.suffix.lower() not in BY_SUFFIX:
        raise BriefsError(name, no_reader(file.suffix), f"known: {KNOWN}")
    if file.name.startswith(("_", ".")):
        raise BriefsError(name, "a name that begins with _ or . is no source", "rename it first")
    if file.stat().st_size > megabytes << 20:
        raise BriefsError(name, f"larger than {megabytes} MiB", "split it, or raise max_source_mb")
    _refuse_clash(seeds, file.stem)
    sidecar = file.with_suffix(".yml")
    originals = (sidecar, file) if sidecar.is_file() else (file,)
    _write({seeds / original.name: _read(original) for original in originals})
    return f"{printable(file.name)}: a copy of {name}"


def _add_page(page: Fetched, seeds: Path) -> str:
    """Write a page and its sidecar."""
    suffix = _suffix(page)
    stem = _stem(page, suffix)
    _refuse_clash(seeds, stem)
    # JSON strings are YAML: nothing in an address can end the line or open another key.
    lines = [f"url: {json.dumps(page.url)}", f"retrieved: {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"]
    note = ("\n".join(lines) + "\n").encode()
    _write({seeds / f"{stem}.yml": note, seeds / f"{stem}{suffix}": _in_utf8(page)})
    return f"{stem}{suffix}: {one_line(page.url, 200)}"


def _suffix(page: Fetched) -> str:
    """The suffix for the page, from its media type; from its address where the type says nothing."""
    named = PurePosixPath(unquote(urlsplit(page.url).path)).suffix.lower()
    if page.type in _LOOSE and named in BY_SUFFIX:
        return named
    if page.type not in BY_MEDIA_TYPE:
        cure = "save it in a browser in a known format"
        raise FetchError(page.url, f"is '{one_line(page.type, 60) or 'of no stated type'}', which has no reader", cure)
    return BY_MEDIA_TYPE[page.type].suffixes[0]


def _stem(page: Fetched, suffix: str) -> str:
    """The name for the page: its title, else the end of its address, else its host."""
    title = _TITLE.search(page.content, 0, _HEAD_BYTES) if suffix == ".html" else None
    parts = urlsplit(page.url)
    words = html.unescape(title[1].decode(_codec(page) or "utf-8", "replace")) if title else ""
    wanted = (words, PurePosixPath(unquote(parts.path)).stem, parts.hostname or "")
    return next((slug for text in wanted if text and (slug := slugify(text)) != FALLBACK), FALLBACK)


def _in_utf8(page: Fetched) -> bytes:
    """The page as it came; in UTF-8 where only the server said in what encoding it is."""
    codec = _codec(page)
    if codec is None or not page.type.startswith("text/"):
        return page.content
    try:
        page.content.decode("utf-8")
    except UnicodeDecodeError:
        return page.content.decode(codec, "replace").encode()
    return page.content


def _codec(page: Fetched) -> str | None:
    """The encoding of a text that the server states, if it is one."""
    try:
        return codecs.lookup(page.charset).name if page.charset and "".encode(page.charset) == b"" else None
    except (LookupError, ValueError):
        return None


def _refuse_clash(seeds: Path, stem: str) -> None:
    """Refuse a name that a source or a sidecar has already; a sidecar would belong to both."""
    for file in seeds.iterdir():
        if fold_name(file.stem) == fold_name(stem) and not file.is_dir():
            place = printable(f"{seeds.name}/{file.name}")
            raise BriefsError(place, "is there already", "rename or remove it, then add again")


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise BriefsError(printable(str(file)), f"cannot be read ({error.strerror})", "check your rights") from error


def _write(files: Mapping[Path, bytes]) -> None:
    """Write new files, the source last. Raises BriefsError where something stands there or they cannot be written."""
    try:
        write_new(files)
    except OSError as error:
        fault = "is there already" if isinstance(error, FileExistsError) else f"cannot be written ({error.strerror})"
        raise BriefsError(printable(str([*files][-1])), fault, "check the folder of sources") from error
