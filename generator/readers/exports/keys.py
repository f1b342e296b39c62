"""The key of an article of several in a file, of which its path and its address are made."""

import hashlib
from collections import Counter
from collections.abc import Iterable

from generator.readers.pieces import Extract
from generator.text.addresses import slugify

_KEY_TITLE, _DIGITS = 36, 8


def value_of(article: Extract, field: str) -> str:
    """What an article states of itself; empty where it does not."""
    return next((item.values[0] for item in article.stated if item.field == field), "")


def keys_of(articles: Iterable[Extract]) -> list[str]:
    """A key for each article, `[a-z0-9-]`, made of its title, day and publisher; of its text too where these are those
    of another one, or missing. So it stays the same when others are added or the order changes."""
    listed = list(articles)
    plain = [_key(article, with_text=not value_of(article, "title")) for article in listed]
    count = Counter(plain)
    keys = [_key(one, with_text=True) if count[key] > 1 else key for one, key in zip(listed, plain, strict=True)]
    seen = Counter[str]()
    for n, key in enumerate(keys):
        seen[key] += 1
        keys[n] = key if seen[key] == 1 else f"{key}-{seen[key]}"
    return keys


def _key(article: Extract, *, with_text: bool) -> str:
    title, day, publisher, url = (value_of(article, field) for field in ("title", "published", "publisher", "url"))
    parts = [title, day, publisher, url, *(piece.text for piece in article.pieces if with_text)]
    digest = hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    words = slugify(title.removesuffix(f", {day}") or value_of(article, "attachment") or "article")[:_KEY_TITLE].strip(
        "-"
    )
    shown = day.rstrip("~?").lower() if day[:1].isdigit() else ""
    return "-".join(filter(None, (words, shown, digest)))
