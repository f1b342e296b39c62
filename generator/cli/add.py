"""`briefs add`: a copy of a file, or a page with a note of where and when it was found, in the folder of sources.

A page is fetched by http(s) only, bounded in size and time, never from this machine or its network. A name is looked up
once, every address behind it is checked, and the connection goes to the address that was checked: a name that changes
its mind in between (DNS rebinding) gains nothing. Each redirect is checked in the same way.
"""

import codecs
import html
import http.client
import ipaddress
import json
import queue
import re
import socket
import ssl
import threading
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from generator import __version__
from generator.disk import write_new
from generator.errors import BriefsError
from generator.formats import BY_MEDIA_TYPE, BY_SUFFIX, KNOWN, no_reader, suffix_of_file
from generator.text.addresses import FALLBACK, is_web_address, slugify
from generator.text.unicode import fold_name, one_line, printable

SECONDS = 30.0
"""For one address, redirects included."""
_REDIRECTS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65536
_HEADERS = {
    "User-Agent": f"briefs/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class FetchError(BriefsError):
    """An address that cannot or must not be fetched."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may take."""

    megabytes: int
    """Of the page, unpacked."""
    allow_private: bool = False
    """Whether this machine and its network may be asked too."""
    seconds: float = SECONDS


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came."""

    url: str
    """Where it was found in the end."""
    content: bytes
    type: str
    """The media type, lower case, without parameters; empty where none was given."""
    charset: str | None


def fetch(url: str, limits: Limits) -> Fetched:
    """The page at `url`. Raises FetchError. No slow server, of names or of pages, holds it longer than the limit."""
    results: queue.SimpleQueue[Fetched | FetchError] = queue.SimpleQueue()
    threading.Thread(target=lambda: results.put(_follow(url, limits)), daemon=True).start()
    try:
        result = results.get(timeout=limits.seconds)
    except queue.Empty:
        raise FetchError(url, f"took longer than {limits.seconds:g} s", "try again later") from None
    if isinstance(result, FetchError):
        raise result
    return result


def _follow(url: str, limits: Limits) -> Fetched | FetchError:
    """The page, wherever it has moved to, or why there is none."""
    here = url
    try:
        for _ in range(_REDIRECTS + 1):
            found = _ask(here, limits)
            if isinstance(found, Fetched):
                return found
            here = urljoin(here, found)
    except FetchError as error:
        return error
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        fault = str(error) or type(error).__name__
        return FetchError(url, f"cannot be fetched ({' '.join(fault.split())[:200]})", "check the address")
    return FetchError(url, f"redirects more than {_REDIRECTS} times", "name the address that it leads to")


def _ask(url: str, limits: Limits) -> Fetched | str:
    """The page at one address, or where it has moved to."""
    if not is_web_address(url):
        raise FetchError(url, "no web address", "write it in full, from http:// or https:// on")
    parts = urlsplit(url)
    address = _find_address(url, parts, allow_private=limits.allow_private)
    connection = _connect(parts, address, limits.seconds)
    try:
        connection.request("GET", _target(parts), headers=_HEADERS)
        response = connection.getresponse()
        moved = response.headers.get("Location")
        if response.status in _MOVED and moved:
            return moved
        if response.status != http.client.OK:
            raise FetchError(url, f"the server answers {response.status} {response.reason}", "check the address")
        content = _read(url, response, limits.megabytes << 20)
        return Fetched(url, content, _media_type(response), response.headers.get_content_charset())
    finally:
        connection.close()


def _find_address(url: str, parts: SplitResult, *, allow_private: bool) -> str:
    """The first address of the host; all of them must be allowed."""
    found = socket.getaddrinfo(parts.hostname, _port(parts), type=socket.SOCK_STREAM)
    addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
    private = [address for address in addresses if not is_public(address)]
    if private and not allow_private:
        fault = f"leads to {private[0]}, an address of this machine or of a private network"
        raise FetchError(url, fault, "use --allow-private if that is what you want")
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public Internet, whatever form it hides in."""
    ip: Address = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def _target(parts: SplitResult) -> str:
    """What is asked of the server: path and query, in ASCII."""
    query = f"?{parts.query}" if parts.query else ""
    return quote((parts.path or "/") + query, safe="/?%:@!$&'()*+,;=~-._[]")


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


def _connect(parts: SplitResult, address: str, seconds: float) -> http.client.HTTPConnection:
    """A connection to the address that was checked, under the name that was asked for."""
    host = parts.hostname or ""
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(host, _port(parts), timeout=seconds)
    plain = socket.create_connection((address, _port(parts)), timeout=seconds)
    if parts.scheme == "https":
        plain = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    connection.sock = plain
    return connection


def _read(url: str, response: http.client.HTTPResponse, limit: int) -> bytes:
    """The body, unpacked, piece by piece. Raises FetchError where it is larger than `limit` bytes."""
    packing = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip"):
        raise FetchError(url, f"is packed as '{packing[:40]}', which was not asked for", "save it in a browser")
    unpack = zlib.decompressobj(wbits=31) if packing != "identity" else None
    content = bytearray()
    while chunk := response.read(_CHUNK):
        content += unpack.decompress(chunk, limit + 1) if unpack else chunk
        if len(content) > limit:
            raise FetchError(url, f"larger than {limit >> 20} MiB", "raise max_source_mb, or take a part of it")
    return bytes(content)


def _media_type(response: http.client.HTTPResponse) -> str:
    return response.headers.get_content_type() if response.headers.get("Content-Type") else ""


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
    if suffix_of_file(file.name) not in BY_SUFFIX:
        raise BriefsError(name, no_reader(file.suffix), f"known: {KNOWN}")
    if file.name.startswith(("_", ".")):
        raise BriefsError(name, "a name that begins with _ or . is no source", "rename it first")
    if file.stat().st_size > megabytes << 20:
        raise BriefsError(name, f"larger than {megabytes} MiB", "split it, or raise max_source_mb")
    _refuse_clash(seeds, file.stem)
    sidecar = file.with_suffix(".yml")
    originals = (sidecar, file) if sidecar.is_file() else (file,)
    _write({seeds / original.name: _read_file(original) for original in originals})
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
