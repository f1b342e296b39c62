"""Fetching a page, for `briefs add`: by http(s) only, bounded in size and time, never from this machine or its network.

A name is looked up once, every address behind it is checked, and the connection goes to the address that was checked: a
name that changes its mind in between (DNS rebinding) gains nothing. Each redirect is checked in the same way.
"""

import http.client
import ipaddress
import queue
import socket
import ssl
import threading
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from generator import __version__
from generator.errors import BriefsError
from generator.text.addresses import is_web_address

SECONDS = 30.0
"""For one address, redirects included."""
_REDIRECTS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})
AGENT = "briefs"
"""The name by which a `robots.txt` knows this program."""
_CHUNK = 65536
_HEADERS: Mapping[str, str] = {
    "User-Agent": f"{AGENT}/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class FetchError(BriefsError):
    """An address that cannot or must not be fetched."""

    def __init__(self, where: str, fault: str, cure: str, status: int = 0) -> None:
        super().__init__(where, fault, cure)
        self.status = status
        """As the server gave it; 0 where it gave none."""


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
    is_new: bool = True
    """False where the server says that it is as it was; then it has no content."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """What the server wants to be told next time, to say whether it is as it was."""


def fetch(url: str, limits: Limits, known: Mapping[str, str] | None = None) -> Fetched:
    """The page at `url`. Raises FetchError. No slow server, of names or of pages, holds it longer than the limit.

    `known`: headers that ask for it only where it has changed.
    """
    results: queue.SimpleQueue[Fetched | FetchError] = queue.SimpleQueue()
    threading.Thread(target=lambda: results.put(_follow(url, limits, known or {})), daemon=True).start()
    try:
        result = results.get(timeout=limits.seconds)
    except queue.Empty:
        raise _late(url, limits) from None
    if isinstance(result, FetchError):
        raise result
    return result


def _late(url: str, limits: Limits) -> FetchError:
    return FetchError(url, f"took longer than {limits.seconds:g} s", "try again later")


def _follow(url: str, limits: Limits, known: Mapping[str, str]) -> Fetched | FetchError:
    """The page, wherever it has moved to, or why there is none."""
    here = url
    try:
        for _ in range(_REDIRECTS + 1):
            found = _ask(here, limits, known)
            if isinstance(found, Fetched):
                return found
            here = urljoin(here, found)
    except FetchError as error:
        return error
    except TimeoutError:
        return _late(url, limits)
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        fault = str(error) or type(error).__name__
        return FetchError(url, f"cannot be fetched ({' '.join(fault.split())[:200]})", "check the address")
    return FetchError(url, f"redirects more than {_REDIRECTS} times", "name the address that it leads to")


def _ask(url: str, limits: Limits, known: Mapping[str, str]) -> Fetched | str:
    """The page at one address, or where it has moved to."""
    if not is_web_address(url):
        raise FetchError(url, "no web address", "write it in full, from http:// or https:// on")
    parts = urlsplit(url)
    address = _find_address(url, parts, allow_private=limits.allow_private)
    connection = _connect(parts, address, limits.seconds)
    try:
        connection.request("GET", _target(parts), headers={**_HEADERS, **known})
        response = connection.getresponse()
        moved = response.headers.get("Location")
        if response.status in _MOVED and moved:
            return moved
        if response.status == http.client.NOT_MODIFIED and known:
            return Fetched(url, b"", "", None, is_new=False, marks=known)
        if response.status != http.client.OK:
            fault = f"the server answers {response.status} {response.reason}"
            raise FetchError(url, fault, "check the address", response.status)
        content = _read(url, response, limits.megabytes << 20)
        charset = response.headers.get_content_charset()
        return Fetched(url, content, _media_type(response), charset, marks=_find_marks(response))
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


def _find_marks(response: http.client.HTTPResponse) -> dict[str, str]:
    """The headers with which to ask next time whether the page has changed."""
    found = {"If-None-Match": response.headers.get("ETag"), "If-Modified-Since": response.headers.get("Last-Modified")}
    return {name: value[:500] for name, value in found.items() if value and value.isascii() and value.isprintable()}


def _media_type(response: http.client.HTTPResponse) -> str:
    return response.headers.get_content_type() if response.headers.get("Content-Type") else ""
