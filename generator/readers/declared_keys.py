"""Which field a key of front matter or a sidecar means: also by its synonyms; a key that only looks like one is named.

>>> find_key("Date-Published").field, find_key("layout"), find_key("pubished").meant
('published', None, 'published')
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from generator.text.wordlists import load_sections

Field = Literal["title", "publisher", "published", "authors", "url", "source", "language", "section"]
_FIELDS: dict[str, Field] = {
    "title": "title",
    "publisher": "publisher",
    "published": "published",
    "authors": "authors",
    "url": "url",
    "source": "source",
    "language": "language",
    "section": "section",
}
_LONGEST = 40
_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![a-z])|\d+")
_SHORTEST = 6
"""Letters of a key that one letter more, less or other makes no different word."""
_SWAPPED = 3


class Key(NamedTuple):
    """What a key means."""

    field: Field | None
    """None for a key that is not understood."""
    rank: int = 0
    """How sure it is: 0 for the surest key of the field."""
    meant: str | None = None
    """For a key that is not understood: the one that may be meant."""


@cache
def _keys() -> dict[str, Key]:
    """All known keys, folded; those that state nothing of ours have no field and mean nothing."""
    known = {}
    for heading, keys in load_sections("metadata_keys.txt"):
        if heading.startswith("words "):
            continue
        for rank, key in enumerate(keys):
            known[fold_key(key)] = Key(_FIELDS.get(heading), rank)
    return known


def fold_key(key: str) -> str:
    """The letters and digits of a key, lower case."""
    return "".join(c for c in key.casefold() if c.isalnum())


def is_known(key: str) -> bool:
    """Whether programs write this key, for what is of ours or not, or it looks like one of ours."""
    return fold_key(key[:_LONGEST]) in _keys() or find_key(key) is not None


def find_key(key: str) -> Key | None:
    """What a key means; None for one that is none of ours."""
    folded = fold_key(key[:_LONGEST])
    known = _keys().get(folded)
    if known is not None:
        return known if known.field else None
    parts = [word.casefold() for word in _WORD.findall(key[:_LONGEST])]
    if len(parts) > 1 and (built := _read_parts(parts)):
        return built
    meant = next((name for name, one in _keys().items() if one.field and _is_slip(folded, name)), None)
    return Key(None, meant=meant) if meant else None


def _read_parts(words: list[str]) -> Key | None:
    """A key of several words: one of ours with words that only say whose it is, or beside others that are not known."""
    sections = dict(load_sections("metadata_keys.txt"))
    ours = [word for word in words if word in sections["words of ours"]]
    others = [word for word in words if word not in sections["words of ours"]]
    if not ours or any(word in sections["words of other things"] for word in others):
        return None
    key = _keys()[ours[-1]]
    is_plain = len(ours) == 1 and all(word in sections["words that say whose"] or word.isdigit() for word in others)
    return Key(key.field, key.rank + 1) if is_plain else Key(None, meant=ours[-1])


def _is_slip(written: str, meant: str) -> bool:
    """Whether a slip of the hand makes one of the other: two letters swapped, one more, less or other."""
    if abs(len(written) - len(meant)) > 1 or written[:1] != meant[:1]:
        return False
    start = next((n for n, (one, other) in enumerate(zip(written, meant, strict=False)) if one != other), len(written))
    one, other = written[start:], meant[start:]
    if len(one) == len(other) and one[2:] == other[2:] and one[:2] == other[1::-1]:
        return len(meant) > _SWAPPED
    return len(meant) >= _SHORTEST and (one[1:] == other[1:] or one[1:] == other or one == other[1:])
