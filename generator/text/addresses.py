"""Web addresses that may be shown as links."""

from urllib.parse import urlsplit

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
