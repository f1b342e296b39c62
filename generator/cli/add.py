"""`briefs add`: a copy of a file, or a page with a note of where and when it was found, in the folder of sources."""

import codecs
import html
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from generator.cli.choosing import Chosen, companions_of, is_address, recognize
from generator.cli.fetching import Fetched, FetchError, Limits, fetch
from generator.disk import write_new
from generator.errors import BriefsError
from generator.formats import BY_MEDIA_TYPE, BY_SUFFIX, suffix_of_file
from generator.readers import COLUMNS
from generator.text.addresses import FALLBACK, slugify
from generator.text.unicode import fold_name, one_line, printable
from generator.unread import cure_for, no_reader

_TITLE = re.compile(rb"<title\b[^>]{0,200}>([^<]{1,500})", re.IGNORECASE)
_HEAD_BYTES = 65536
_LOOSE = frozenset({"", "application/octet-stream", "binary/octet-stream", "text/plain", "application/zip"})
"""Media types that servers give to anything."""


def add(chosen: Chosen, seeds: Path, limits: Limits, *, dry: bool = False) -> str:
    """Put a copy of a file, or of the page at an address, into `seeds`; what was done, or would be, in a line.

    Raises BriefsError. Never overwrites anything.
    """
    if is_address(chosen.what):
        return f"would be fetched: {chosen.what}" if dry else add_page(fetch(chosen.what, limits), seeds)
    return _add_file(Path(chosen.what), seeds / chosen.folder, limits.megabytes, dry=dry)


def _add_file(file: Path, folder: Path, megabytes: int, *, dry: bool) -> str:
    """Copy a file, and what belongs to it."""
    name = printable(str(file))
    _refuse_file(file, name, megabytes)
    _refuse_clash(folder, file.stem)
    content = _read_file(file)
    kind = recognize(file, content)
    if dry:
        return f"{printable(file.name)}: {kind}, would be copied from {name}"
    folder.mkdir(parents=True, exist_ok=True)
    beside = [one for one in companions_of(file) if not (one.name == COLUMNS and (folder / COLUMNS).exists())]
    _write({folder / one.name: _read_file(one) for one in beside} | {folder / file.name: content})
    return f"{printable(file.name)}: {kind}, a copy of {name}"


def _refuse_file(file: Path, name: str, megabytes: int) -> None:
    """Raise BriefsError for what is no source."""
    if not file.is_file():
        raise BriefsError(name, "no such file", "name a file, or an address from http:// or https:// on")
    if suffix_of_file(file.name) not in BY_SUFFIX:
        raise BriefsError(name, no_reader(file.suffix), cure_for(file.suffix))
    if file.name.startswith(("_", ".")):
        raise BriefsError(name, "a name that begins with _ or . is no source", "rename it first")
    if file.stat().st_size > megabytes << 20:
        raise BriefsError(name, f"larger than {megabytes} MiB", "split it, or raise max_source_mb")


def add_page(page: Fetched, seeds: Path) -> str:
    """Write a page and its sidecar; what was done, in a line. Raises BriefsError."""
    seeds.mkdir(parents=True, exist_ok=True)
    suffix = _suffix(page)
    stem = _stem(page, suffix)
    _refuse_clash(seeds, stem)
    # JSON strings are YAML: nothing in an address can end the line or open another key.
    lines = [f"url: {json.dumps(page.url)}", f"retrieved: {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"]
    note = ("\n".join(lines) + "\n").encode()
    _write({seeds / f"{stem}.yml": note, seeds / f"{stem}{suffix}": _in_utf8(page)})
    return f"{stem}{suffix}: {BY_SUFFIX[suffix].name}, {one_line(page.url, 200)}"


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
    for file in seeds.iterdir() if seeds.is_dir() else ():
        if fold_name(file.stem) == fold_name(stem) and not file.is_dir():
            place = printable(f"{seeds.name}/{file.name}")
            raise BriefsError(place, "is there already", "rename or remove it, then add again")


def _read_file(file: Path) -> bytes:
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
