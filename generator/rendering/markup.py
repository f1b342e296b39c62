"""The border between text and Markdown: a string passes it escaped, or as a `Markdown` value that this program made.

Every character that is not an ASCII letter, a space or at or above U+00A0 becomes a numeric character reference: no
Markdown extension gives those a meaning. `html.escape` and backslashes both leave working markup behind.
"""

import functools
import re
import urllib.parse
from collections.abc import Callable, Iterable
from typing import Any

import markupsafe

from generator.text.unicode import clean, one_line

INLINE_LIMIT = 4_000
"""Characters of one inline string; Python-Markdown's time grows with the square of a paragraph."""
_SHORT = 300
"""Titles and names come again and again: strings up to this length are escaped once and remembered."""

_NOT_INERT_INLINE = re.compile("[^A-Za-z \u00a0-\U0010ffff]")
"""What could mean something to Markdown inside a line."""
_NOT_INERT_RAW = re.compile("[^A-Za-z0-9 .,\u00a0-\U0010ffff]")
"""What could mean something inside a raw block whose every line begins with a tag. The line feed is among it."""
_UNSAFE_IN_URL = re.compile(r"[\x00-\x20\x7f-\xa0\"<>\\^`{|}]")
_SPACES = re.compile(r"\s+")


class Markdown(markupsafe.Markup):
    """Text that is safe both as Markdown and as HTML; what is joined to it gets escaped."""

    __slots__ = ()

    @classmethod
    def escape(cls, s: Any, /) -> "Markdown":
        """Escape anything but markup for Markdown."""
        return md(s)


class Untrusted(str):
    """A string from a source: it escapes itself wherever markup meets it, and so does what its methods return."""

    __slots__ = ()

    def __html__(self) -> str:
        """The escaped text; makes `{{ x|safe }}` harmless."""
        return md(str.__str__(self))

    def __radd__(self, other: str) -> "Untrusted":
        return Untrusted(str(other) + str.__str__(self))

    def __rmod__(self, other: str) -> "Untrusted":
        return Untrusted(str(other) % str.__str__(self))


def _keeping(name: str) -> Callable[..., Any]:
    method = getattr(str, name)

    def untrusted(self: Untrusted, *args: Any, **options: Any) -> Any:
        return distrust(method(self, *args, **options))

    return untrusted


_TEXT_METHODS = (
    "__add__ __getitem__ __mod__ __mul__ __rmul__ capitalize casefold center expandtabs format format_map join ljust "
    "lower lstrip partition removeprefix removesuffix replace rjust rpartition rsplit rstrip split splitlines strip "
    "swapcase title translate upper zfill"
)
for _name in _TEXT_METHODS.split():
    setattr(Untrusted, _name, _keeping(_name))


def distrust(value: Any) -> Any:
    """Mark strings, and the strings of a tuple or list, as coming from a source; markup and the rest pass unchanged."""
    if isinstance(value, str):
        return value if isinstance(value, markupsafe.Markup | Untrusted) else Untrusted(value)
    if type(value) in (tuple, list):
        return type(value)(distrust(item) for item in value)
    return value


def md(value: object) -> Markdown:
    """Make one line for any inline place of Markdown or HTML, quoted attributes included; not for code spans.

    White space is folded, both ends are stripped, and the text is cut after `INLINE_LIMIT` characters.
    """
    if isinstance(value, markupsafe.Markup):
        return value if isinstance(value, Markdown) else Markdown(value)
    text = str(value)
    return _short_line(text) if len(text) < _SHORT else _line(text)


def _line(text: str) -> Markdown:
    return _inline(one_line(text, INLINE_LIMIT))


_short_line = functools.lru_cache(maxsize=20_000)(_line)


def md_part(text: str) -> Markdown:
    """Like `md`, for a part of a line: a space at either end is kept."""
    if len(text) > INLINE_LIMIT:
        text = text[: INLINE_LIMIT - 1] + "…"
    return _inline(_SPACES.sub(" ", clean(text)))


def md_long(text: str) -> Markdown:
    """Like `md_part`, of any length: for the text of a source, one paragraph or less at a time."""
    return _inline(_SPACES.sub(" ", clean(text)))


def _inline(text: str) -> Markdown:
    return str.__new__(Markdown, _NOT_INERT_INLINE.sub(_reference, text))


def inert(text: str) -> Markdown:
    """Make text for a raw HTML block, of any length. Line feeds are kept, as references.

    Only for blocks whose every line begins with a tag.
    """
    return str.__new__(Markdown, _NOT_INERT_RAW.sub(_reference, clean(text)))


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def joined(parts: Iterable[str]) -> Markdown:
    """Join what is already Markdown; a plain string among the parts gets escaped."""
    return str.__new__(Markdown, "".join(part if isinstance(part, Markdown) else md(part) for part in parts))


def safe_url(url: str) -> str | None:
    """Give back an absolute http(s) address without credentials and without characters that could end it, else None."""
    url = clean(url).strip()
    if len(url) > 2_000 or _UNSAFE_IN_URL.search(url):
        return None
    try:
        parts = urllib.parse.urlsplit(url)
        hostname, _port = parts.hostname, parts.port
    except ValueError:
        return None
    fits = parts.scheme in ("http", "https") and hostname and parts.username is None and parts.password is None
    return url if fits else None


def outside_link(text: str, url: str) -> Markdown:
    """Make a link that leaves the site; only the text where the address is not safe."""
    address = safe_url(url)
    if address is None:
        return md(text)
    return Markdown(f'<a href="{md(address)}" rel="noopener noreferrer nofollow ugc">{md(text)}</a>')
