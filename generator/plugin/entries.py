"""What Material's search knows of our pages: taken from its list, so that kept pages need not be read again."""

from typing import Any

import msgspec
from mkdocs.config.defaults import MkDocsConfig


def entry_list(config: MkDocsConfig) -> list[Any] | None:
    """The list to which Material's search adds the sections of each page; None without that search."""
    for name in ("material/search", "search"):
        entries = getattr(getattr(config.plugins.get(name), "search_index", None), "entries", None)
        if isinstance(entries, list):
            return entries
    return None


def take_entries(entries: list[Any] | None, before: int) -> bytes:
    """Take out what was added behind the first `before` entries, as JSON."""
    if entries is None or len(entries) == before:
        return b""
    added = msgspec.json.encode(entries[before:])
    del entries[before:]
    return added


def put_entries(entries: list[Any], kept: bytes) -> None:
    """Put back what was taken out."""
    if kept:
        entries.extend(msgspec.json.decode(kept))
