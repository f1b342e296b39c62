"""Web addresses that may be shown as links; addresses of pages: `[a-z0-9-]{1,60}`, never a reserved name, unique
whatever the order and whatever the case.
"""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from slugify import slugify as transliterate

_MAX_LENGTH = 2000


def is_web_address(url: str) -> bool:
    """Whether `url` is an absolute http(s) address without anything that could hide where it leads."""
    if len(url) > _MAX_LENGTH or any(ord(c) <= 32 or c in '"<>\\^`{|}\x7f' for c in url):
        return False
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None


MAX_LENGTH = 60
_DIGEST_LENGTHS = (0, 8, 16, 32, 48)
"""Digits of the digest behind an address, grown until it is unique."""

DEVICES: frozenset[str] = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""Names that Windows gives to devices."""
RESERVED: frozenset[str] = DEVICES.union(
    {
        # Names that a site has for itself.
        *("index", "readme", "404", "search", "assets", "sitemap", "tags", "static", "stylesheets", "javascripts"),
    }
)
FALLBACK = "untitled"
"""The address of a text without a letter or digit."""


@lru_cache(maxsize=32_768)
def slugify(text: str) -> str:
    """The address for `text`: transliterated to ASCII, words parted by hyphens; `page-` before a reserved name."""
    # Nobody reads past the first hundred characters of an address, and transliterating a megabyte takes seconds.
    start = unicodedata.normalize("NFKC", text[:500])[:500]
    slug = transliterate(start, max_length=MAX_LENGTH, word_boundary=True).strip("-") or FALLBACK
    return f"page-{slug}" if slug in RESERVED else slug


def unique_slugs(wanted: Mapping[str, str]) -> dict[str, str]:
    """An address for each key, from the text it wants.

    An address that several keys want goes to none of them: each gets a suffix from the SHA-256 of its key. So adding,
    removing or reordering keys changes no address except those that clash.
    """
    stems = {key: slugify(text) for key, text in wanted.items()}
    levels = dict.fromkeys(stems, 0)
    while True:
        slugs = {key: _suffixed(stem, key, levels[key]) for key, stem in stems.items()}
        count = Counter(slugs.values())
        clashing = [k for k, s in slugs.items() if count[s] > 1 and levels[k] + 1 < len(_DIGEST_LENGTHS)]
        if not clashing:
            return slugs
        for key in clashing:
            levels[key] += 1


def _suffixed(stem: str, key: str, level: int) -> str:
    """`stem` with as many digits of the key's digest as `level` asks for."""
    length = _DIGEST_LENGTHS[level]
    if not length:
        return stem
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:length]
    return f"{stem[: MAX_LENGTH - length - 1].rstrip('-')}-{digest}"
